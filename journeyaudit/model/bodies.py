"""Nested bodies of flow -> a list of tasks, and the ways that are open while it is worked off.

Never by recursion: journeys may nest thousands of blocks deep.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from journeyaudit.model.draft import Around, Draft, DraftNode, Jump, Way, Ways, arrive, flat
from journeyaudit.model.facts import Facts, duration_of
from journeyaudit.model.flow import MoveKind, NodeKind
from journeyaudit.model.wording import duration_words, word
from journeyaudit.syntax.tree import Block, Tree

ARMS = ("when", "otherwise", "after", "branch")
DETOURS = {"if later than": MoveKind.LATE, "if it fails": MoveKind.FAILS}
FLOWING = frozenset(
    ("step", "choice", "in parallel", "repeat", "wait", "wait for", "use", "go to", "end", "phase")
)
"""Blocks that make nodes or ways."""
_MESSAGES = ("notification", "escalation")


class Bodies:
    """The state of reading: ``open`` are the ways that lead to whatever comes next, ``last`` is the
    node that a message standing here belongs to, ``around`` what all this stands in."""

    def __init__(self, tree: Tree, draft: Draft) -> None:
        self.blocks = tree.blocks
        self.language = tree.language
        self.draft = draft
        self.around = Around()
        self.open: Ways = []
        self.last = 0
        self._tasks: list[Callable[[], None]] = []

    def read_one(self, block: Block) -> None:
        """What a block means for the flow; the narrative knows."""
        raise NotImplementedError

    def work(self) -> None:
        while self._tasks:
            self._tasks.pop()()

    def later(self, task: Callable[[], None]) -> None:
        """Put off until all bodies asked for after this call are read."""
        self._tasks.append(task)

    def later_body(self, block: Block) -> None:
        self._tasks.extend(partial(self.read_one, self.blocks[number]) for number in reversed(block.children))

    def resume(self, ways: Ways, around: Around, last: int) -> None:
        self.open, self.around, self.last = ways, around, last

    def enter(self, block: Block, ways: Ways, around: Around, last: int) -> None:
        self.resume(ways, around, last)
        self.later_body(block)

    def children(self, block: Block, kinds: Sequence[str]) -> list[Block]:
        children = (self.blocks[number] for number in block.children)
        return [child for child in children if child.kind in kinds]

    def flows(self, block: Block) -> bool:
        return any(self.blocks[number].kind in FLOWING for number in block.children)

    # nodes

    def place(self, kind: NodeKind, block: Block, title: str = "") -> DraftNode:
        """A node for this block, reached by all that is open."""
        name = block.name.text if block.name else ""
        shown = title or name or f"{block.kind} {word('unnamed', self.language)}"
        node = self.draft.add(kind, name, shown, block.span, self.around, block)
        self.go_on_at(node)
        return node

    def go_on_at(self, node: DraftNode) -> None:
        arrive(flat(self.open), node.number)
        self.open = []
        self.last = node.number

    def leave(self, node: DraftNode) -> None:
        self.open = [self.draft.way(node.number, MoveKind.NEXT)]
        self.last = node.number

    # bodies that come back to one place

    def later_arms(
        self, node: DraftNode, arms: Sequence[tuple[Block, Way]], exits: Ways, inside: Sequence[Around] = ()
    ) -> None:
        """Reads each arm from its own way; what runs off their ends is gathered in ``exits``."""
        tasks: list[Callable[[], None]] = []
        for index, (block, way) in enumerate(arms):
            around = inside[index] if inside else self.around
            tasks.append(partial(self.enter, block, [way], around, node.number))
            tasks.append(partial(self._gather, exits))
        self._tasks.extend(reversed(tasks))

    def _gather(self, exits: Ways) -> None:
        if self.open:
            exits.append(self.open)
        self.open = []

    def ways_out(self, block: Block, node: DraftNode, only_flowing: bool = False) -> list[tuple[Block, Way]]:
        """The branches and detours written below a node, each with the way into it.

        ``only_flowing`` leaves out branches without a body: the arrows of a wired journey lead there.
        """
        ways: list[tuple[Block, Way]] = []
        for number in block.children:
            child = self.blocks[number]
            if child.kind in ARMS and (self.flows(child) or not only_flowing):
                ways.append((child, self._arm_way(node, child)))
            elif child.kind in DETOURS and self.flows(child):
                ways.append((child, self._detour_way(node, child)))
            elif child.kind in DETOURS:
                self._detour_without_flow(node, child)
        return ways

    def _arm_way(self, node: DraftNode, block: Block) -> Way:
        way = self.draft.way(node.number, MoveKind.BRANCH, block.header)
        way.label = block.name.text if block.name else ""
        way.share = block.share
        way.customer_meets = Facts(block.facts).yes_no("customer meets it")
        if block.kind == "otherwise":
            way.label = word("otherwise", self.language)
        elif block.kind == "after":
            way.delay = duration_of(block.value)
            length = duration_words(way.delay, self.language) if way.delay else ""
            way.label = f"{word('after', self.language)} {length}".rstrip()
        return way

    def _detour_way(self, node: DraftNode, block: Block) -> Way:
        way = self.draft.way(node.number, DETOURS[block.kind], block.header)
        way.delay = duration_of(block.value)
        return way

    def _detour_without_flow(self, node: DraftNode, block: Block) -> None:
        """Messages leave the flow as it is; an escalation may say where it goes on."""
        for child in self.children(block, _MESSAGES):
            self.draft.attached[child.number] = node.number
            target = Facts(child.facts).name("leads to")
            if child.kind == "escalation" and target is not None:
                way = self._detour_way(node, block)
                self.draft.jumps.append(Jump((way,), target, node.around))
