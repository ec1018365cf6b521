"""Blocks in the order in which things happen -> nodes and ways of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from journeyaudit.model.bodies import ARMS, Bodies
from journeyaudit.model.complaints import Complaints
from journeyaudit.model.draft import Around, Draft, DraftInterrupt, DraftNode, Jump, Way, Ways, flat
from journeyaudit.model.facts import Facts, duration_of
from journeyaudit.model.flow import MoveKind, NodeKind, Outcome, Pick
from journeyaudit.model.names import fold
from journeyaudit.model.wording import duration_words, word
from journeyaudit.syntax.tree import Block, Tree


class Narrative(Bodies):
    """What each block of a narrative means for the flow."""

    def __init__(self, tree: Tree, draft: Draft, complaints: Complaints, journey: str) -> None:
        super().__init__(tree, draft)
        self._complaints = complaints
        self._journey = journey
        self._ends: dict[tuple[str, Outcome | None], DraftNode] = {}
        self._read = {
            "step": self._step,
            "choice": self._choice,
            "in parallel": self._parallel,
            "repeat": self._repeat,
            "wait": self._wait,
            "wait for": self._wait_for,
            "use": self._use,
            "go to": self._go_to,
            "end": self._end,
            "phase": self._phase,
            "interrupt": self._interrupt,
            "notification": self._message,
            "escalation": self._message,
        }

    def read_journey(self, block: Block, ways: Ways) -> None:
        self.enter(block, ways, Around(), 0)
        self.work()

    def read_beside(self, block: Block, around: Around) -> None:
        """Reads a block that stands beside the arrows of a wired journey."""
        self.resume([], around, 0)
        self.read_one(block)
        self.work()

    def read_arms(self, node: DraftNode, arms: Sequence[tuple[Block, Way]]) -> Ways:
        """Reads the bodies below a node of a wired journey; the ways that run off their ends."""
        exits: Ways = []
        self.resume([], node.around, node.number)
        self.later_arms(node, arms, exits)
        self.work()
        return exits

    def read_one(self, block: Block) -> None:
        read = self._read.get(block.kind)
        if read is not None:
            read(block)

    def _step(self, block: Block) -> None:
        node = self.place(NodeKind.STEP, block)
        self._spread(block, node, [self.draft.way(node.number, MoveKind.NEXT)])

    def _choice(self, block: Block) -> None:
        pick = Pick(Facts(block.facts).word("pick") or "one")
        branches = bool(self.children(block, ARMS))
        if pick is Pick.ALL and branches:
            self._fork(block, self.place(NodeKind.FORK, block))
            return
        node = self.place(NodeKind.CHOICE, block)
        node.split = pick
        self._spread(block, node, [] if branches else [self.draft.way(node.number, MoveKind.NEXT)])

    def _spread(self, block: Block, node: DraftNode, exits: Ways) -> None:
        """Reads the bodies below a node; the journey goes on where they and ``exits`` lead."""
        self.later(partial(self.resume, exits, self.around, node.number))
        self.later_arms(node, self.ways_out(block, node), exits)

    def _parallel(self, block: Block) -> None:
        self._fork(block, self.place(NodeKind.FORK, block, word("fork", self.language)))

    def _fork(self, block: Block, fork: DraftNode) -> None:
        fork.split = Pick.ALL
        arms = self.ways_out(block, fork)
        exits: Ways = [] if arms else [self.draft.way(fork.number, MoveKind.NEXT)]
        around = self.around
        inside = [Around(around.region, (fork.number, at), around.phases) for at in range(len(arms))]
        self.later(partial(self._join, block, fork, exits, around))
        self.later_arms(fork, arms, exits, inside)

    def _join(self, block: Block, fork: DraftNode, exits: Ways, around: Around) -> None:
        self.resume(exits, around, fork.number)
        join = self.draft.add(NodeKind.JOIN, "", word("join", self.language), block.span, around)
        self.go_on_at(join)
        join.merge = Pick.ALL
        join.match, fork.match = fork.number, join.number
        self.leave(join)

    def _repeat(self, block: Block) -> None:
        # where the body begins is known once something follows, so the way back sets out first
        again = self.draft.way(-1, MoveKind.AGAIN, block.header)
        self.open.append(again)
        self.later(partial(self._close_loop, block, again, self.around))
        self.later_body(block)

    def _close_loop(self, block: Block, again: Way, around: Around) -> None:
        again.silent = any(way is again for way in flat(self.open))
        self.around = around
        condition = block.name.text if block.name else ""
        parts = (word("repeat", self.language), word(block.word, self.language), condition)
        loop = self.place(NodeKind.LOOP, block, " ".join(part for part in parts if part))
        loop.name = ""
        again.source = loop.number
        self.leave(loop)

    def _wait(self, block: Block) -> None:
        takes = duration_of(block.value)
        length = duration_words(takes, self.language) if takes else ""
        node = self.place(NodeKind.WAIT, block, f"{word('wait', self.language)} {length}".rstrip())
        node.takes = takes
        self.leave(node)

    def _wait_for(self, block: Block) -> None:
        title = f"{word('wait for', self.language)} {block.name.text if block.name else '...'}"
        node = self.place(NodeKind.WAIT_FOR, block, title)
        arms = self.children(block, ARMS)
        exits: Ways = []
        if all(arm.kind == "after" for arm in arms):
            # nothing says what happens when it does come: the journey goes on
            exits.append(self.draft.way(node.number, MoveKind.BRANCH if arms else MoveKind.NEXT))
        self._spread(block, node, exits)

    def _use(self, block: Block) -> None:
        node = self.place(NodeKind.USE, block)
        branches = bool(self.children(block, ARMS))
        self._spread(block, node, [] if branches else [self.draft.way(node.number, MoveKind.NEXT)])

    def _go_to(self, block: Block) -> None:
        ways = tuple(flat(self.open))
        self.open = []
        for way in ways:
            if way.kind is MoveKind.NEXT and not way.silent:
                way.kind, way.span = MoveKind.GO_TO, block.span
        if block.name is not None:
            self.draft.jumps.append(Jump(ways, block.name, self.around))

    def _end(self, block: Block) -> None:
        outcome = Outcome(block.word) if block.word else None
        key = (fold(block.name.text) if block.name else "", outcome)
        same = self._ends.get(key)
        if same is None:
            self._ends[key] = node = self.place(NodeKind.END, block)
            node.outcome = outcome
            return
        same.around = _common(same.around, self.around)
        self.draft.node_of[block.number] = same.number
        self.go_on_at(same)

    def _phase(self, block: Block) -> None:
        outer, name = self.around, block.name.text if block.name else ""
        self.around = Around(outer.region, outer.branch, (*outer.phases, name) if name else outer.phases)
        first, interrupts = len(self.draft.nodes), len(self.draft.interrupts)
        self.later(partial(self._close_phase, block, outer, first, interrupts))
        self.later_body(block)

    def _close_phase(self, block: Block, outer: Around, first: int, interrupts: int) -> None:
        self.around = outer
        begins = self._first_in_main_flow(first)
        if block.name is not None:
            earlier, _ = self.draft.phases.setdefault(fold(block.name.text), (block, begins))
            if earlier is not block:
                self._complaints.repeated(
                    "phases", block.name.text, block.header, earlier.header, self._journey
                )
        if len(self.draft.interrupts) > interrupts:
            self.open.append(self.draft.bound_by_phase(interrupts, begins))

    def _first_in_main_flow(self, first: int) -> int:
        """The first node from this one on that does not belong to an interrupt; -1 for none."""
        region, nodes = self.around.region, self.draft.nodes
        later = range(first, len(nodes))
        return next((number for number in later if nodes[number].around.region == region), -1)

    def _interrupt(self, block: Block) -> None:
        self.later(partial(self.resume, self.open, self.around, self.last))
        entry = self.draft.probe()
        around = Around(len(self.draft.interrupts), None, self.around.phases)
        self.draft.interrupts.append(DraftInterrupt(block, entry))
        self.enter(block, [entry], around, 0)

    def _message(self, block: Block) -> None:
        self.draft.attached[block.number] = self.last


def _common(one: Around, other: Around) -> Around:
    """An end that is reached from several places stands only where all of them stand."""
    if one == other:
        return one
    return Around(
        one.region if one.region == other.region else None,
        one.branch if one.branch == other.branch else None,
        one.phases if one.phases == other.phases else (),
    )
