"""Arrows between names, and the blocks that describe these names -> nodes and ways of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeyaudit.model.bodies import ARMS
from journeyaudit.model.complaints import Complaints
from journeyaudit.model.draft import Around, Draft, DraftNode, Way, arrive, flat
from journeyaudit.model.facts import Facts
from journeyaudit.model.flow import MoveKind, NodeKind, Outcome, Pick
from journeyaudit.model.names import fold
from journeyaudit.model.narrative import Narrative
from journeyaudit.model.wired_blocks import KINDS, WiredBlocks
from journeyaudit.model.wording import word
from journeyaudit.source.record import changeable, field
from journeyaudit.syntax.tree import Block, Tree, Wire
from journeyaudit.syntax.values import Name


@changeable
class Arrows:
    """Reads the arrows of one journey into its draft, whose node 0 is there already."""

    tree: Tree
    blocks: WiredBlocks
    draft: Draft
    complaints: Complaints
    narrative: Narrative
    journey: str
    _nodes: dict[str, DraftNode] = field(default_factory=dict)
    _outcomes: dict[str, tuple[Outcome, Name]] = field(default_factory=dict)
    _named: dict[str, None] = field(default_factory=dict)
    """Folded names in the order in which arrows mention them."""

    def read(self) -> None:
        wires = self.blocks.wires
        for wire in wires:
            self._note_outcome(wire.source, wire.source_end)
            self._note_outcome(wire.target, wire.target_end)
        self._make_nodes()
        detours = self._read_bodies()
        ways = self._make_ways(wires)
        self._settle_kinds(ways)
        self._lead_back(detours, ways)
        self._start(ways)

    def _note_outcome(self, name: Name, outcome: str) -> None:
        key = self.blocks.key(name.text)
        self._named.setdefault(key)
        if not outcome:
            return
        first, where = self._outcomes.setdefault(key, (Outcome(outcome), name))
        if first != outcome:
            self.complaints.repeated(
                "ends with different outcomes", name.text, name.span, where.span, self.journey
            )

    # nodes

    def _make_nodes(self) -> None:
        """Names and blocks become nodes in the order in which they are written."""
        for _, thing in sorted(self._mentions(), key=lambda mention: mention[0]):
            if isinstance(thing, Name):
                self._node_of_name(thing)
            elif thing.kind == "interrupt":
                self.narrative.read_beside(thing, self.blocks.around(thing))
            elif thing.name is not None:
                self._node_of_block(thing)
        for block in self.blocks.phases:
            inside = (self.draft.node_of.get(number, -1) for number in block.children)
            if block.name is not None:
                first = next((number for number in inside if number >= 0), -1)
                self.draft.phases.setdefault(fold(block.name.text), (block, first))

    def _mentions(self) -> Iterator[tuple[int, Name | Block]]:
        for wire in self.blocks.wires:
            yield wire.source.span.start, wire.source
            yield wire.target.span.start, wire.target
        for block in self.blocks.main:
            yield block.header.start, block

    def _node_of_name(self, name: Name) -> None:
        key = self.blocks.key(name.text)
        if key in self._nodes or key in self.blocks.beside:
            return
        block = self.blocks.declared.get(key)
        if block is None and key not in self._outcomes and self.blocks.is_phase(key):
            self._complain_of_phase(name)
            return
        if block is not None:
            self._node_of_block(block)
            return
        kind = NodeKind.END if key in self._outcomes else NodeKind.STEP
        node = self.draft.add(kind, name.text, name.text, name.span, Around())
        node.outcome = self._outcomes[key][0] if kind is NodeKind.END else None
        self._nodes[key] = node

    def _node_of_block(self, block: Block) -> None:
        if block.number in self.draft.node_of or block.name is None:
            return
        name = block.name.text
        kind = KINDS[block.kind]
        title = f"{word('wait for', self.tree.language)} {name}" if kind is NodeKind.WAIT_FOR else name
        node = self.draft.add(kind, name, title, block.span, self.blocks.around(block), block)
        key = fold(name)
        if kind is NodeKind.END:
            node.outcome = Outcome(block.word) if block.word else None
        elif key in self._outcomes:
            self.complaints.repeated("places", name, block.header, self._outcomes[key][1].span, self.journey)
        self._nodes.setdefault(key, node)

    def _read_bodies(self) -> list[tuple[DraftNode, list[Way]]]:
        """Reads what stands below the nodes; the ways that have to lead back to the arrows."""
        back: list[tuple[DraftNode, list[Way]]] = []
        for block in self.blocks.main:
            number = self.draft.node_of.get(block.number)
            if number is None:
                continue
            node = self.draft.nodes[number]
            arms = self.narrative.ways_out(block, node, only_flowing=True)
            if arms:
                back.append((node, list(flat(self.narrative.read_arms(node, arms)))))
        return back

    # ways

    def _make_ways(self, wires: tuple[Wire, ...]) -> list[Way]:
        beside = self._beside()
        seen: set[tuple[int, int, str]] = set()
        ways: list[Way] = []
        for wire in wires:
            source, target = self._end_of(wire.source, beside), self._end_of(wire.target, beside)
            mark = (source.number, target.number, fold(wire.label))
            if mark in seen:
                continue
            seen.add(mark)
            if source.kind is NodeKind.END:
                self._complain_of_end(wire)
            way = self.draft.way(source.number, MoveKind.NEXT, wire.span, wire.label)
            way.target = target.number
            ways.append(way)
        return ways

    def _beside(self) -> dict[str, DraftNode]:
        if not self.blocks.beside:
            return {}
        nodes = (node for node in self.draft.nodes if fold(node.name) in self.blocks.beside)
        found: dict[str, DraftNode] = {}
        for node in nodes:
            found.setdefault(fold(node.name), node)
        return found

    def _end_of(self, name: Name, beside: dict[str, DraftNode]) -> DraftNode:
        key = self.blocks.key(name.text)
        found = self._nodes.get(key)
        if found is None and key in beside:
            found = beside[key]
            if found.kind is NodeKind.END:
                # reached from the main flow as well
                found.around = Around()
        if found is None and (begins := self.draft.phase_begins(name.text)) is not None:
            # complained about: whatever step is meant, it is probably reached
            found = self.draft.nodes[begins]
        if found is None:
            # declared in a body that could not be read: still a place that the arrows name
            found = self.draft.add(NodeKind.STEP, name.text, name.text, name.span, Around())
            self._nodes[key] = found
        return found

    def _complain_of_end(self, wire: Wire) -> None:
        self.complaints.add(
            "end-goes-on",
            f"“{wire.source.text}” is an end, and yet an arrow leads on from it",
            wire.span,
            journey=self.journey,
            subject=wire.source.text,
            advice="make it a step, or take the arrow out",
        )

    def _complain_of_phase(self, name: Name) -> None:
        self.complaints.add(
            "wrong-kind",
            f"“{name.text}” is a phase, but arrows lead from step to step",
            name.span,
            label="this should name a step",
            journey=self.journey,
            subject=name.text,
            advice=f"write the name of a step of “{name.text}”",
        )

    def _settle_kinds(self, ways: list[Way]) -> None:
        """What ``pick`` means depends on how many arrows lead in and out."""
        into = Counter(way.target for way in ways)
        out = Counter(way.source for way in self.draft.ways if way.kind in _COUNTED)
        for node in self.draft.nodes:
            if node.block is not None and node.block.kind == "choice" and node.around.region is None:
                _settle(node, into[node.number], out[node.number])
        details = self._details()
        for way in ways:
            source = self.draft.nodes[way.source]
            branches = out[way.source] > 1 or (bool(way.label) and source.kind is not NodeKind.STEP)
            way.kind = MoveKind.BRANCH if branches else MoveKind.NEXT
            detail = details.get((way.source, fold(way.label)))
            if detail is not None:
                way.share = detail.share
                way.customer_meets = Facts(detail.facts).yes_no("customer meets it")

    def _details(self) -> dict[tuple[int, str], Block]:
        """Branches without a body: they say more about the arrow of the same label."""
        details: dict[tuple[int, str], Block] = {}
        for block in self.blocks.main:
            node = self.draft.node_of.get(block.number)
            if node is None:
                continue
            for arm in self.narrative.children(block, ARMS):
                label = arm.name.text if arm.name else word("otherwise", self.tree.language)
                if not self.narrative.flows(arm):
                    details.setdefault((node, fold(label)), arm)
        return details

    def _lead_back(self, detours: list[tuple[DraftNode, list[Way]]], ways: list[Way]) -> None:
        """A detour goes on where its step does, if there is exactly one such place."""
        if not detours:
            return
        after: dict[int, set[int]] = {}
        for way in ways:
            after.setdefault(way.source, set()).add(way.target)
        for node, ends in detours:
            targets = after.get(node.number, set())
            if len(targets) == 1:
                arrive(ends, min(targets))

    def _start(self, ways: list[Way]) -> None:
        reached = {way.target for way in ways}
        jumped_to = {self.blocks.key(jump.target.text) for jump in self.draft.jumps}
        named = [(key, self._nodes[key]) for key in self._named if key in self._nodes]
        first = [node for key, node in named if node.number not in reached and key not in jumped_to]
        first = first or [node for _, node in named[:1]]
        kind = MoveKind.NEXT if len(first) == 1 else MoveKind.BRANCH
        for node in first:
            self.draft.way(0, kind).target = node.number


_COUNTED = (MoveKind.NEXT, MoveKind.BRANCH)


def _settle(node: DraftNode, into: int, out: int) -> None:
    block = node.block
    pick = Pick(Facts(block.facts).word("pick") or "one") if block is not None else Pick.ONE
    if out > 1:
        node.split = pick
    if into > 1 and (pick is Pick.ALL or (pick is Pick.SEVERAL and out <= 1)):
        node.merge = pick
    if pick is Pick.ALL and out > 1:
        node.kind = NodeKind.FORK
    elif pick is Pick.ALL and into > 1:
        node.kind = NodeKind.JOIN
