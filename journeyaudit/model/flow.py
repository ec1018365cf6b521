"""The parts of a journey's flow: nodes, and moves from node to node.

The flow is flat: nodes are numbered, and what stands inside what is said by numbers, because users
may nest as deep as they like and nothing here may recurse.
"""

from __future__ import annotations

from enum import StrEnum

from journeyaudit.model.quantities import Duration, Money
from journeyaudit.model.trouble import Cutoff
from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import record


class NodeKind(StrEnum):
    START = "start"
    STEP = "step"
    CHOICE = "choice"
    WAIT = "wait"
    WAIT_FOR = "wait for"
    FORK = "fork"
    JOIN = "join"
    LOOP = "loop"
    """Where a ``repeat`` decides whether to run its body again."""
    USE = "use"
    END = "end"


class Outcome(StrEnum):
    GOOD = "good"
    BAD = "bad"
    ABANDONED = "abandoned"
    NEUTRAL = "neutral"


class Owner(StrEnum):
    """Who decides which way the journey takes at a node with several ways on."""

    CUSTOMER = "customer"
    ORGANISATION = "organisation"
    NATURE = "nature"
    """Nobody: the world, chance, a third party."""


class Pick(StrEnum):
    ONE = "one"
    SEVERAL = "several"
    ALL = "all"
    FIRST = "first"


class MoveKind(StrEnum):
    """Why the journey goes from one node to the next."""

    NEXT = "next"
    BRANCH = "branch"
    """One of the ways out of a choice, a fork, a wait-for or a use."""
    AGAIN = "again"
    """A loop's way back into its body."""
    GO_TO = "go to"
    LATE = "late"
    """``if later than``: taken when the node takes longer than ``Move.delay``."""
    FAILS = "fails"


@record
class Move:
    """A directed edge. ``share`` is 0..100 or None. ``delay``: a time limit that has passed
    (``if later than 5 days``, ``after 14 days``). ``customer_meets``: the customer can make sure that
    this way is taken (None: not said)."""

    source: int
    target: int
    kind: MoveKind = MoveKind.NEXT
    label: str = ""
    share: float | None = None
    delay: Duration | None = None
    customer_meets: bool | None = None
    span: Span = NOWHERE


@record
class Notification:
    name: str
    span: Span
    to: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    says: str = ""
    shows: str = ""
    names_contact: bool | None = None
    no_mistake_possible: str = ""


@record
class Escalation:
    name: str
    span: Span
    to: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    within: Duration | None = None
    leads_to: int | None = None
    context_passed: bool | None = None


@record
class Node:
    """A place in the flow. Actor and channel names are keys into the service.

    ``number`` is its place in ``Journey.nodes``. ``name`` is "" for nodes nobody named (joins,
    loops); ``title`` always says something. ``takes`` and ``waits`` None: nothing is said. A
    ``CHOICE`` whose ``owner`` is None: nothing says who decides. ``split`` tells how many ways out
    are taken at once, ``merge`` how a node with several ways in waits for them (wired journeys only;
    ``ALL`` waits for all, ``ONE`` for any). ``region`` is the number of the interrupt whose body this
    is, None in the main flow. ``branch`` is (fork number, branch index) of the innermost parallel
    branch around it. ``phases`` are the names of the phases around it, outermost first. ``match`` of a
    FORK is its JOIN, and the other way round (None where the flow is wired).
    ``times`` of a LOOP: the body runs at most so often (None: nothing said).
    """

    number: int
    kind: NodeKind
    name: str
    title: str
    span: Span
    header: Span = NOWHERE
    by: tuple[str, ...] = ()
    together_with: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    takes: Duration | None = None
    waits: Duration | None = None
    owner: Owner | None = None
    criterion: str = ""
    split: Pick = Pick.ONE
    merge: Pick = Pick.ONE
    outcome: Outcome | None = None
    times: int | None = None
    match: int | None = None
    region: int | None = None
    branch: tuple[int, int] | None = None
    phases: tuple[str, ...] = ()
    calls: str = ""
    no_return: bool = False
    automated: bool = False
    invisible: bool = False
    self_service: bool = False
    optional: bool = False
    corrects: tuple[int, ...] = ()
    """Numbers of the mistakes that this step puts right."""
    human_review: tuple[str, ...] = ()
    hands_over_to: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    context_passed: bool | None = None
    media_breaks: tuple[str, ...] = ()
    effort: Duration | None = None
    customer_cost: Money | None = None
    cost: Money | None = None
    needs_data: str = ""
    creates_data: str = ""
    says: str = ""
    frustration: float | None = None
    feedback_on: tuple[str, ...] = ()
    notifications: tuple[Notification, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    no_mistake_possible: str = ""
    soft: Cutoff | None = None
    """The cut-offs stated at this place, for the mistakes made here (see ``Mistake``)."""
    hard: Cutoff | None = None
    notes: tuple[str, ...] = ()


class MainFlow(StrEnum):
    CONTINUES = "continues"
    PAUSES = "pauses"
    STOPS = "stops"


@record
class Interrupt:
    """What the customer may start while the main flow is at a node of ``stretch``.

    ``entry`` is the first node of its body (None: it has none). ``begins`` and ``ends`` are the nodes
    at whose beginning the stretch starts and stops (None: start or end of the journey). ``main_flow``
    None: nothing said.
    """

    number: int
    name: str
    span: Span
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    begins: int | None = None
    ends: int | None = None
    main_flow: MainFlow | None = None
    entry: int | None = None
    effort: Duration | None = None
    customer_cost: Money | None = None
