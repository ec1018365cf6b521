"""A flow while it is being read: nodes without their facts, and ways whose target is not met yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from journeyaudit.model.flow import Move, MoveKind, NodeKind, Outcome, Pick
from journeyaudit.model.names import fold
from journeyaudit.model.quantities import Duration
from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import changeable, field, record
from journeyaudit.syntax.tree import Block
from journeyaudit.syntax.values import Name

_NOT_YET = -1


@record
class Around:
    """What a node stands in: an interrupt, a parallel branch, phases (outermost first)."""

    region: int | None = None
    branch: tuple[int, int] | None = None
    phases: tuple[str, ...] = ()


@changeable
class Way:
    """A way out of a node; ``silent`` ones only find out where the flow goes on, and become no move."""

    source: int
    kind: MoveKind
    label: str = ""
    share: float | None = None
    delay: Duration | None = None
    customer_meets: bool | None = None
    span: Span = NOWHERE
    target: int = _NOT_YET
    silent: bool = False

    @property
    def arrived(self) -> bool:
        return self.target != _NOT_YET


Ways: TypeAlias = "list[Way | Ways]"
"""Ways that wait for the next node. Lists in lists, so that joining those of many nested branches
costs no copying."""


@changeable
class DraftNode:
    """A node to be; ``block`` is where its facts are written (None: nowhere)."""

    number: int
    kind: NodeKind
    name: str
    title: str
    span: Span
    around: Around
    block: Block | None = None
    outcome: Outcome | None = None
    split: Pick = Pick.ONE
    merge: Pick = Pick.ONE
    match: int | None = None
    takes: Duration | None = None


@record
class Jump:
    """Ways that go on at a place known by name only."""

    ways: tuple[Way, ...]
    target: Name
    around: Around


@changeable
class DraftInterrupt:
    """An interrupt to be. One that stands in a phase lasts as long as the phase unless it says
    otherwise: ``phase_begins`` is its first node, ``phase_ends`` finds what comes after it."""

    block: Block
    entry: Way
    phase_begins: int | None = None
    phase_ends: Way | None = None


@changeable
class Draft:
    """The flow of one journey in the making.

    ``node_of`` tells the node of a block, ``attached`` the node that a message or an escalation
    belongs to (both by block number).
    """

    nodes: list[DraftNode] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)
    interrupts: list[DraftInterrupt] = field(default_factory=list)
    node_of: dict[int, int] = field(default_factory=dict)
    attached: dict[int, int] = field(default_factory=dict)
    phases: dict[str, tuple[Block, int]] = field(default_factory=dict)
    """Folded phase name -> its block and its first node (-1: it has none)."""

    def add(
        self,
        kind: NodeKind,
        name: str,
        title: str,
        span: Span,
        around: Around,
        block: Block | None = None,
    ) -> DraftNode:
        node = DraftNode(len(self.nodes), kind, name, title, span, around, block)
        self.nodes.append(node)
        if block is not None:
            self.node_of[block.number] = node.number
        return node

    def way(self, source: int, kind: MoveKind, span: Span = NOWHERE, label: str = "") -> Way:
        way = Way(source, kind, label, span=span)
        self.ways.append(way)
        return way

    def probe(self) -> Way:
        """A way that only tells which node comes next."""
        return Way(_NOT_YET, MoveKind.NEXT, silent=True)

    def bound_by_phase(self, first: int, begins: int) -> Way:
        """Bounds the interrupts from number ``first`` on, which stand in a phase; the way that has to
        find out what comes after it."""
        behind = self.probe()
        for interrupt in self.interrupts[first:]:
            if interrupt.phase_ends is None:
                interrupt.phase_begins = None if begins == _NOT_YET else begins
                interrupt.phase_ends = behind
        return behind

    def moves(self) -> tuple[Move, ...]:
        """The ways that arrived somewhere, by source node, then as written."""
        leading = sorted((way for way in self.ways if _is_move(way)), key=lambda way: way.source)
        return tuple(
            Move(
                way.source,
                way.target,
                way.kind,
                way.label,
                way.share,
                way.delay,
                way.customer_meets,
                way.span,
            )
            for way in leading
        )

    def phase_begins(self, name: str) -> int | None:
        first = self.phases.get(fold(name), (None, _NOT_YET))[1]
        return None if first == _NOT_YET else first


def _is_move(way: Way) -> bool:
    return way.arrived and way.source != _NOT_YET and not way.silent


def flat(ways: Ways) -> Iterator[Way]:
    """All ways of nested lists, in order."""
    stack: list[Iterator[Way | Ways]] = [iter(ways)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, list):
                stack.append(iter(item))
                break
            yield item
        else:
            stack.pop()


def arrive(ways: Iterable[Way], target: int) -> None:
    for way in ways:
        way.target = target


def contents(blocks: Sequence[Block], top: int) -> range:
    """Numbers of the blocks below a top-level block: they follow it without a gap."""
    end = top + 1
    while end < len(blocks) and blocks[end].parent is not None:
        end += 1
    return range(top + 1, end)
