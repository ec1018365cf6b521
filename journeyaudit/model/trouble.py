"""What can go wrong, and what helps: mistakes, remedies, appeals, cut-offs."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journeyaudit.model.quantities import Duration, Money, Point
from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import record


class RemedyKind(StrEnum):
    CORRECTS = "corrects"
    COMPENSATES = "compensates"
    WORKAROUND = "workaround"


class Whole(StrEnum):
    """How far the customer ends where they meant to be."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@record
class Cutoff:
    """Until when something is possible, and why. ``stated_at`` is the line that says so."""

    point: Point
    span: Span
    because: str = ""


@record
class Remedy:
    """A way to put a mistake right. ``appeal`` is set where it was written as an appeal: then ``by``
    are those who decide it and ``answers_within`` is how long that takes.

    ``kind`` None: nothing said. ``window`` None: nothing said. ``leads_to`` is a node number, None
    where nothing is said.
    """

    number: int
    name: str
    span: Span
    header: Span
    kind: RemedyKind | None = None
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    does: str = ""
    window: Cutoff | None = None
    limit: Money | None = None
    needs_authority: int | None = None
    approval_of: tuple[str, ...] = ()
    approval_above: Money | None = None
    whole: Whole | None = None
    takes: Duration | None = None
    effort: Duration | None = None
    customer_cost: Money | None = None
    cost: Money | None = None
    leads_to: int | None = None
    appeal: bool = False
    answers_within: Duration | None = None
    independent: bool | None = None
    binding: Whole | None = None
    self_service: bool = False
    media_breaks: tuple[str, ...] = ()
    needs_data: str = ""
    frustration: float | None = None
    notes: tuple[str, ...] = ()


@record
class Appeal:
    """A way to contest what was decided at ``node``; its remedy also stands with every mistake made
    there."""

    node: int
    remedy: Remedy


@record
class Mistake:
    """Something that goes wrong at ``node``. Clock 0 is the moment that node is finished.

    ``soft`` and ``hard`` are the cut-offs in force (its own, else its step's, else the journey's);
    None: nothing is said. ``hard_assumed``: taken from the first point of no return after it.
    ``no_remedy`` is the stated reason why there is none.
    """

    number: int
    name: str
    span: Span
    header: Span
    node: int
    made_by: tuple[str, ...] = ()
    likelihood: float | None = None
    how: str = ""
    noticed_by: tuple[str, ...] = ()
    noticed_at: int | None = None
    noticed_how: str = ""
    noticed_after: Duration | None = None
    value: Money | None = None
    harm: str = ""
    no_remedy: str = ""
    soft: Cutoff | None = None
    hard: Cutoff | None = None
    hard_assumed: bool = False
    remedies: tuple[Remedy, ...] = ()
    escalations: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@record
class Ignore:
    """An accepted finding: ``ignore <rule>`` with its reason, owner and last day.

    It accepts what is found within ``block``: the whole extent of the block it stands in, from its header
    line on. ``whole_journey``: that block is the journey itself.
    """

    rule: str
    span: Span
    subject: str
    reason: str = ""
    owner: str = ""
    expires: date | None = None
    block: Span = NOWHERE
    whole_journey: bool = False

    def covers(self, place: Span) -> bool:
        """Whoever accepts something for the whole journey accepts it of its people and channels, too."""
        inside = self.block.start <= place.start and place.end <= self.block.end
        return self.whole_journey or (place.file == self.block.file and inside)
