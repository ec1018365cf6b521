"""Names of places in a journey -> numbers of nodes, with a finding where a name leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.model.complaints import Complaints
from journeyaudit.model.draft import Draft, DraftNode, Jump, arrive
from journeyaudit.model.facts import Facts, duration_of
from journeyaudit.model.flow import NodeKind
from journeyaudit.model.names import fold
from journeyaudit.model.quantities import INFINITE, UNKNOWN, Point
from journeyaudit.model.trouble import Cutoff
from journeyaudit.syntax.tree import Block
from journeyaudit.syntax.values import Moment, Name

_PLACE = "a step, choice, wait or end of this journey"
_UNIQUE = (NodeKind.STEP, NodeKind.CHOICE, NodeKind.FORK, NodeKind.JOIN, NodeKind.END)
"""Nodes whose name is theirs alone; the same thing may be waited for, and used, in several places."""


class Places:
    """The places of one journey by name; complains once for every name that means none."""

    def __init__(self, draft: Draft, mistakes: list[Block], complaints: Complaints, journey: str) -> None:
        self._draft = draft
        self._complaints = complaints
        self._journey = journey
        self._nodes: dict[str, DraftNode] = {}
        self._ambiguous: dict[str, DraftNode] = {}
        self._mistakes: dict[str, int] = {}
        self._mistake_blocks = mistakes
        self._interrupts = {fold(one.block.name.text) for one in draft.interrupts if one.block.name}
        for node in draft.nodes:
            self._enter(node)
        for number, block in enumerate(mistakes):
            self._enter_mistake(number, block)

    def _enter(self, node: DraftNode) -> None:
        if not node.name:
            return
        key = fold(node.name)
        first = self._nodes.setdefault(key, node)
        if first is not node:
            if node.kind in _UNIQUE and first.kind in _UNIQUE:
                self._complaints.repeated(
                    _kind_of_both(first, node), node.name, node.span, first.span, self._journey
                )
            else:
                self._ambiguous.setdefault(key, node)
        if node.block is not None and node.block.handle:
            self._nodes.setdefault(fold(node.block.handle), node)

    def _enter_mistake(self, number: int, block: Block) -> None:
        if block.name is None:
            return
        first = self._mistakes.setdefault(fold(block.name.text), number)
        if first != number:
            self._complaints.repeated(
                "mistakes",
                block.name.text,
                block.header,
                self._mistake_blocks[first].header,
                self._journey,
            )
        if block.handle:
            self._mistakes.setdefault(fold(block.handle), number)

    def _known(self) -> Iterator[str]:
        yield from (node.name for node in self._nodes.values())
        yield from (block.name.text for block, _ in self._draft.phases.values() if block.name)

    def node(self, name: Name | None) -> int | None:
        """The node called so (phases do not count)."""
        if name is None:
            return None
        key = fold(name.text)
        found = self._nodes.get(key)
        if found is None:
            self._complain(name, key, _PLACE)
            return None
        if key in self._ambiguous:
            self._complain_of_ambiguity(name, found, self._ambiguous[key])
        return found.number

    def target(self, name: Name | None) -> int | None:
        """The node called so, or the first one of the phase called so."""
        if name is not None and fold(name.text) not in self._nodes:
            begins = self._draft.phase_begins(name.text)
            if begins is not None:
                return begins
        return self.node(name)

    def mistake(self, name: Name | None) -> int | None:
        if name is None:
            return None
        key = fold(name.text)
        found = self._mistakes.get(key)
        if found is None and key in self._nodes:
            self._complaints.wrong_kind(name, "a place in the flow", "a mistake", self._journey)
        elif found is None:
            known = (block.name.text for block in self._mistake_blocks if block.name)
            self._complaints.unknown(name, "a mistake of this journey", known, self._journey)
        return found

    def point(self, moment: Moment | None) -> Point | None:
        """None stays None; an anchor that means nothing makes the moment unknown."""
        if moment is None:
            return None
        after = duration_of(moment.after)
        if moment.anchor is None:
            return Point(after if after != UNKNOWN else None)
        node = self.target(moment.anchor)
        return Point() if node is None else Point(after, node)

    def stretch_end(self, facts: Facts) -> int | None:
        """The node at which the stretch of an interrupt stops (None: the end of the journey)."""
        fact, moment = facts.fact("until"), facts.moment("until")
        if fact is None or moment is None:
            return None
        after = moment.after
        if after is not None and after.low is not None and after.low != INFINITE:
            self._complaints.add(
                "wrong-kind",
                "the stretch of an interrupt ends at a step, not after some time",
                fact.value_span,
                label="this should name a step",
                journey=self._journey,
                advice="name the step at whose beginning it is over",
            )
        return self.target(moment.anchor)

    def cutoff(self, facts: Facts, key: str) -> Cutoff | None:
        fact = facts.fact(key)
        point = self.point(facts.moment(key))
        if fact is None or point is None:
            return None
        return Cutoff(point, fact.span, Facts(fact.facts).text("because"))

    def arrive_at_jumps(self) -> None:
        """Leads every ``go to`` to its target; it must not leave the parallel branch it stands in."""
        for jump in self._draft.jumps:
            target = self.target(jump.target)
            if target is None:
                continue
            arrive(jump.ways, target)
            if self._leaves_branch(jump, self._draft.nodes[target]):
                self._complaints.add(
                    "leaves-branch",
                    f"“{jump.target.text}” lies outside this parallel branch",
                    jump.target.span,
                    label="the other branches would go on without this one",
                    journey=self._journey,
                    subject=jump.target.text,
                    advice="end the branch here and decide behind `in parallel` where the journey goes on",
                )

    def _leaves_branch(self, jump: Jump, target: DraftNode) -> bool:
        own, at = jump.around.branch, target.around.branch
        if own is None or target.kind is NodeKind.END:
            return False
        while at is not None and at != own:
            at = self._draft.nodes[at[0]].around.branch
        return at is None

    def _complain(self, name: Name, key: str, sought: str) -> None:
        if key in self._mistakes:
            self._complaints.wrong_kind(name, "a mistake", sought, self._journey)
        elif key in self._interrupts:
            self._complaints.wrong_kind(name, "an interrupt", sought, self._journey)
        elif key in self._draft.phases:
            empty = self._draft.phase_begins(name.text) is None
            self._complaints.wrong_kind(name, "an empty phase" if empty else "a phase", sought, self._journey)
        else:
            self._complaints.unknown(name, sought, self._known(), self._journey)

    def _complain_of_ambiguity(self, name: Name, first: DraftNode, second: DraftNode) -> None:
        self._complaints.repeated("places", name.text, second.span, first.span, self._journey)
        del self._ambiguous[fold(name.text)]


def _kind_of_both(first: DraftNode, second: DraftNode) -> str:
    if first.kind is second.kind is NodeKind.STEP:
        return "steps"
    if first.kind is second.kind is NodeKind.END:
        return "ends with different outcomes"
    return "places"
