"""What was decided about one mistake: the verdict, how every remedy fared, and the figures.

The exact meaning of every field is in ``docs/meaning.md``; section numbers below refer to it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from journeyaudit.source import Span
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.model.quantities import Minutes
    from journeyaudit.model.trouble import Mistake, Remedy


class Judgement(StrEnum):
    GUARANTEED = "guaranteed"
    LUCK = "luck"
    IMPOSSIBLE = "impossible"
    NOT_ASSESSABLE = "not assessable"


class InTime(StrEnum):
    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


class Obstacle(StrEnum):
    """Why a remedy does not put a mistake right (section 4)."""

    NOT_A_CORRECTION = "not a correction"
    NO_HUMAN = "no human"
    MAY_NOT = "may not"
    TOOLS_DO_NOT = "tools do not"
    TOO_LITTLE_AUTHORITY = "too little authority"
    OVER_THE_LIMIT = "over the limit"
    NO_APPROVAL = "no approval"
    NOT_REACHABLE = "not reachable"
    TOO_LATE = "too late"
    NOT_WHOLE = "not whole"
    BAD_ENDS_ONLY = "bad ends only"
    NOT_FORCED = "not forced"
    """Somebody else's choice decides whether one gets there."""


UNREAD = "lines that could not be read"
UNFINISHED = "what is still to be written"
"""What is missing as a whole: unlike a key of the language, nobody can write it down as such."""


@record
class MissingFact:
    """A fact the text does not state and the verdict needs: ``answers within`` of Hotline."""

    key: str
    of: str
    span: Span

    def __str__(self) -> str:
        return f"`{self.key}` of {self.of}"


@record
class Interval:
    """Earliest and latest moment, in minutes after clock 0; may be infinite, may be negative."""

    earliest: Minutes
    latest: Minutes


@record
class Attempt:
    """One way the customer may try: a remedy on a channel, or a correcting step of the flow.

    ``chain`` are the actor keys the case passes through, from the first at the other end to the one
    who decides (then the approvers in ``approvers``). ``obstacles`` is empty for a human fix that is
    always in time. ``in_time`` None: it was not worth asking (no human fix). The moments are those of
    ``Verdict.example`` (reading unknown facts in the customer's favour).
    """

    remedy: Remedy | None
    step: int | None
    """Number of the correcting step for an attempt through the flow."""
    interrupt: int | None
    channel: str
    chain: tuple[str, ...]
    approvers: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    in_time: InTime | None
    paused: bool
    """The main flow stands still from the report on (a pausing interrupt, or a hold)."""
    contacted: Minutes
    """When the customer gets in touch (sends, starts to ring)."""
    answered: Minutes
    fixed: Minutes
    deadline: Interval | None
    missing: tuple[MissingFact, ...] = ()

    @property
    def human_fix(self) -> bool:
        """Conditions (a), (b), (c) and (e) hold; time (d) is ``in_time``."""
        return not self.obstacles or self.obstacles == (Obstacle.TOO_LATE,)


@record
class Figures:
    """The measures of a mistake (section 8); None where it cannot be told or does not apply."""

    decision_rank: int | None = None
    kafka_zone: Interval | None = None
    margin: Interval | None = None
    human_distance: int | None = None
    wait_for_human: Minutes | None = None
    cure_ratio: float | None = None
    burden: tuple[int, int] | None = None
    hand_offs: int | None = None
    re_tells: int | None = None
    media_breaks: int | None = None


@record
class Verdict:
    """The verdict on one mistake of one journey.

    ``generous`` and ``strict`` are the verdicts with unknown facts read for and against the
    customer; ``judgement`` is theirs when they agree. ``example`` is the minute of the week of clock 0
    for which the moments of this verdict are told: the worst one for luck, an ordinary one (Tuesday
    10:00 where possible) otherwise. ``lucky`` is a minute of the week at which it would have worked,
    for luck. ``soft`` and ``hard`` are the cut-offs at ``example``, ``noticed`` the noticing.
    """

    mistake: Mistake
    judgement: Judgement
    generous: Judgement
    strict: Judgement
    attempts: tuple[Attempt, ...]
    missing: tuple[MissingFact, ...]
    assumptions: tuple[str, ...]
    figures: Figures
    example: int
    lucky: int | None
    noticed: Interval
    soft: Interval | None
    hard: Interval | None
    clock_node: int
    """Clock 0 is when this node is finished: the mistake's, or the one where it is noticed."""
