"""Makes random flows, written as the parser would build them: numbered nodes and moves in source order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from journeyaudit.model.flow import Interrupt, Move, MoveKind, Node, NodeKind, Outcome, Owner
from journeyaudit.model.journey import Journey
from journeyaudit.model.quantities import Duration
from tests.dice import Dice

T = TypeVar("T")
BIGGEST = 9
"""So many nodes are begun at most; more ways than that are slow to enumerate."""


@dataclass(frozen=True)
class Loose:
    """A way out of a node that leads nowhere yet."""

    source: int
    kind: MoveKind = MoveKind.NEXT
    share: float | None = None
    delay: Duration | None = None
    customer_meets: bool | None = None
    order: int = 0


class FlowWriter:
    """Writes a flow from top to bottom; ``loose`` are the ways on from where the text stands."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.nodes: list[Node] = []
        self.moves: list[tuple[int, Move]] = []
        self.loose: list[Loose] = []
        self.jumps: list[tuple[Loose, Node]] = []
        self.branch: tuple[int, int] | None = None
        self.region: int | None = None
        self.ways_out = 0

    def main_flow(self) -> None:
        self.node(NodeKind.START, "start")
        if self.dice.chance(50):
            self.step(depth=2)
        self.sequence(depth=2, most=4)
        if not any(node.kind is NodeKind.STEP for node in self.nodes):
            self.loose = self.loose or [Loose(0)]
            self.step(depth=0)
        if self.loose:
            self.end()
        if not any(node.outcome is Outcome.GOOD for node in self.nodes) and self.dice.chance(80):
            last = max(n.number for n in self.nodes if n.kind is NodeKind.END) if self.has_end() else None
            if last is not None:
                self.nodes[last] = replace(self.nodes[last], outcome=Outcome.GOOD)

    def has_end(self) -> bool:
        return any(node.kind is NodeKind.END for node in self.nodes)

    def interrupt_body(self, number: int) -> int:
        self.region, self.loose, entry = number, [], len(self.nodes)
        self.step(number)
        if self.dice.chance(40):
            self.sequence(depth=1, most=2)
        if self.loose and self.dice.chance(40):
            self.go_to()
        elif self.loose and self.dice.chance(70):
            self.end()
        self.region = None
        return entry

    def journey(self, interrupts: tuple[Interrupt, ...], partial: bool) -> Journey:
        for loose, place in self.jumps:
            targets = [n.number for n in self.nodes if self.may_jump(place, n)]
            if targets:
                self.connect(loose, self.dice.pick(targets))
        moves = [move for _, move in sorted(self.moves, key=lambda pair: (pair[1].source, pair[0]))]
        return Journey(
            "journey", "Journey", self.dice.span(), self.dice.span(), "en",
            tuple(self.nodes), tuple(moves), interrupts, partial=partial,
        )  # fmt: skip

    def may_jump(self, place: Node, target: Node) -> bool:
        """``go to`` names a place of the same parallel branch, or of the main flow from an interrupt."""
        if not target.name or target.kind is NodeKind.START:
            return False
        if target.region != place.region:
            return target.region is None and target.branch is None
        return target.branch == place.branch

    # lines

    def node(self, kind: NodeKind, name: str = "", **facts: Any) -> int:
        number = len(self.nodes)
        self.nodes.append(
            Node(
                number, kind, name and f"{name} {number}", name or f"({kind.value} {number})",
                self.dice.span(), region=self.region, branch=self.branch, **facts,
            )
        )  # fmt: skip
        for loose in self.loose:
            self.connect(loose, number)
        self.loose = [Loose(number)]
        return number

    def connect(self, loose: Loose, target: int) -> None:
        move = Move(
            loose.source, target, loose.kind, "", loose.share, loose.delay, loose.customer_meets,
            self.dice.span(),
        )  # fmt: skip
        self.moves.append((loose.order, move))

    def way_out(self, source: int, kind: MoveKind, **facts: Any) -> Loose:
        self.ways_out += 1
        return Loose(source, kind, order=self.ways_out, **facts)

    def sequence(self, depth: int, most: int) -> None:
        for _ in range(self.dice.number(1, most)):
            if not self.loose or len(self.nodes) >= BIGGEST:
                return
            self.line(depth)

    def line(self, depth: int) -> None:
        plain = (self.step, self.step, self.step, self.wait)
        nested = (
            self.choice,
            self.choice,
            self.choice,
            self.repeat,
            self.in_parallel,
            self.wait_for,
            self.use,
        )
        self.dice.pick(plain + (nested if depth else ()))(depth)

    def step(self, depth: int) -> None:
        dice = self.dice
        corrects = dice.pick(((0,), (0,), (1, 0))) if dice.chance(15) else ()
        by = dice.pick(((), ("customer",), ("agent",), ("machine",), ("partner",), ("lead", "agent")))
        if corrects and dice.chance(70):
            by = dice.pick((("agent",), ("lead",)))
        number = self.node(
            NodeKind.STEP,
            "step",
            by=by,
            on=(dice.pick(("phone", "mail", "desk")),) if dice.chance(25) else (),
            takes=dice.due_duration(),
            waits=dice.maybe_duration(20),
            corrects=corrects,
            self_service=dice.chance(3),
            no_return=dice.chance(10),
        )
        out = list(self.loose)
        for kind, percent in ((MoveKind.LATE, 7), (MoveKind.FAILS, 7)):
            if dice.chance(percent):
                delay = dice.duration() if kind is MoveKind.LATE else None
                out += self.side_way(self.way_out(number, kind, delay=delay), depth)
        self.loose = out

    def side_way(self, start: Loose, depth: int) -> list[Loose]:
        """What a branch leaves loose at its end."""
        self.loose = [start]
        if depth and self.dice.chance(65) and len(self.nodes) < BIGGEST:
            self.sequence(depth - 1, most=2)
        if self.loose and self.dice.chance(25):
            self.dice.pick((self.end, self.go_to))()
        return self.loose

    def wait(self, _depth: int) -> None:
        self.node(NodeKind.WAIT, takes=self.dice.duration())

    def choice(self, depth: int) -> None:
        dice = self.dice
        owner = dice.pick((Owner.CUSTOMER, Owner.CUSTOMER, Owner.ORGANISATION, Owner.NATURE, None))
        number = self.node(
            NodeKind.CHOICE, "choice", owner=owner, takes=dice.maybe_duration(15),
            criterion="a criterion" if dice.chance(40) else "",
        )  # fmt: skip
        shares = dice.pick((None, None, (100, 0), (30, 70)))
        out: list[Loose] = []
        for index in range(2):
            share = shares[index] if shares else None
            meets = dice.pick((None, True, False))
            out += self.side_way(
                self.way_out(number, MoveKind.BRANCH, share=share, customer_meets=meets), depth
            )
        self.loose = out

    def wait_for(self, depth: int) -> None:
        dice = self.dice
        by = dice.pick(((), ("customer",), ("agent",), ("partner",)))
        number = self.node(NodeKind.WAIT_FOR, "wait for", by=by, takes=dice.maybe_duration(35))
        if dice.chance(30):
            return
        out = self.side_way(self.way_out(number, MoveKind.BRANCH), depth)
        delay = dice.duration() if dice.chance(70) else None
        out = out + self.side_way(self.way_out(number, MoveKind.BRANCH, delay=delay), depth)
        self.loose = out

    def use(self, depth: int) -> None:
        number = self.node(NodeKind.USE, "use", takes=self.dice.due_duration(), calls="other")
        if self.dice.chance(50):
            first = self.side_way(self.way_out(number, MoveKind.BRANCH), depth)
            self.loose = first + self.side_way(self.way_out(number, MoveKind.BRANCH), depth)

    def repeat(self, depth: int) -> None:
        first = len(self.nodes)
        self.step(depth - 1)
        if self.dice.chance(50):
            self.sequence(depth - 1, most=2)
        by = self.dice.pick(((), ("customer",), ("agent",)))
        loop = self.node(NodeKind.LOOP, by=by, times=self.dice.pick((2, 3, 1, None, None)))
        self.connect(self.way_out(loop, MoveKind.AGAIN), first)
        self.loose = [self.way_out(loop, MoveKind.NEXT)]

    def in_parallel(self, depth: int) -> None:
        around = self.branch
        fork = self.node(NodeKind.FORK)
        out: list[Loose] = []
        for index in range(2):
            self.branch = fork, index
            self.loose = [self.way_out(fork, MoveKind.BRANCH)]
            if self.dice.chance(90):
                self.sequence(depth - 1, most=2)
            out += self.loose
        self.branch, self.loose = around, out
        join = self.node(NodeKind.JOIN, match=fork)
        self.nodes[fork] = replace(self.nodes[fork], match=join)

    def go_to(self) -> None:
        place = self.nodes[self.loose[0].source]
        place = replace(place, branch=self.branch)
        for loose in self.loose:
            kind = MoveKind.GO_TO if loose.kind is MoveKind.NEXT else loose.kind
            self.jumps.append((replace(loose, kind=kind), place))
        self.loose = []

    def end(self) -> None:
        good = (Outcome.GOOD,) * 4
        self.node(
            NodeKind.END,
            "end",
            outcome=self.dice.pick((*good, Outcome.BAD, Outcome.NEUTRAL, Outcome.ABANDONED)),
        )
        self.loose = []
