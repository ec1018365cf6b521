"""A wired journey's blocks -> those that its arrows name, and those that the narrative has to read."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.finding import Label
from journeyaudit.model.bodies import ARMS, FLOWING
from journeyaudit.model.complaints import Complaints
from journeyaudit.model.draft import Around
from journeyaudit.model.flow import NodeKind
from journeyaudit.model.names import fold
from journeyaudit.source.record import changeable, field
from journeyaudit.syntax.tree import Block, Tree, Wire

KINDS = {
    "step": NodeKind.STEP,
    "choice": NodeKind.CHOICE,
    "wait for": NodeKind.WAIT_FOR,
    "use": NodeKind.USE,
    "end": NodeKind.END,
}
"""Blocks that arrows can name."""
_NARRATIVE_ONLY = ("in parallel", "repeat", "wait", "go to")


@changeable
class WiredBlocks:
    """``main`` are the blocks of the main flow, and interrupts; ``declared`` the first of each name;
    ``beside`` the folded names that are declared inside interrupts and detours."""

    wires: tuple[Wire, ...] = ()
    main: list[Block] = field(default_factory=list)
    phases: list[Block] = field(default_factory=list)
    declared: dict[str, Block] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)
    narrative: Block | None = None
    """The first block that only makes sense in a narrative."""
    _levels: dict[int, Around] = field(default_factory=dict)
    _handles: dict[str, str] = field(default_factory=dict)
    _phase_names: set[str] = field(default_factory=set)

    def key(self, name: str) -> str:
        """The folded name; of a handle, the name that it stands for."""
        folded = fold(name)
        return folded if folded in self.declared else self._handles.get(folded, folded)

    def is_phase(self, key: str) -> bool:
        return key in self._phase_names

    def around(self, block: Block) -> Around:
        return self._levels.get(-1 if block.parent is None else block.parent, Around())

    def _take(self, block: Block) -> None:
        around = self._levels.get(-1 if block.parent is None else block.parent)
        if around is None:
            if block.kind in KINDS and block.name is not None:
                self.beside.add(fold(block.name.text))
        elif block.kind in ("phase", "flow"):
            self._take_level(block, around)
        elif block.kind in KINDS or block.kind == "interrupt":
            self.main.append(block)
            self._declare(block)
        elif block.kind in _NARRATIVE_ONLY:
            self.narrative = self.narrative or block

    def _take_level(self, block: Block, around: Around) -> None:
        self._levels[block.number] = around
        if block.kind == "phase":
            self.phases.append(block)
            if block.name is not None:
                self._phase_names.add(fold(block.name.text))
                self._levels[block.number] = Around(phases=(*around.phases, block.name.text))

    def _declare(self, block: Block) -> None:
        if block.name is None or block.kind not in KINDS:
            return
        self.declared.setdefault(fold(block.name.text), block)
        if block.handle:
            self._handles.setdefault(fold(block.handle), fold(block.name.text))


def wires_in(blocks: Iterable[Block]) -> tuple[Wire, ...]:
    return tuple(wire for block in blocks for wire in block.wires)


def wired_blocks(tree: Tree, top: Block, inside: range) -> WiredBlocks:
    """Sorts the blocks of a journey that has arrows."""
    found = WiredBlocks(wires_in((top, *(tree.blocks[number] for number in inside))))
    found._levels[top.number] = Around()
    for number in inside:
        found._take(tree.blocks[number])
    for block in found.main:
        if block.kind != "interrupt":
            found.narrative = found.narrative or _narrative_body(tree, block)
    return found


def _narrative_body(tree: Tree, block: Block) -> Block | None:
    """The first branch below a wired place that tells more than where to go."""
    for number in block.children:
        arm = tree.blocks[number]
        if arm.kind in ARMS:
            kinds = (tree.blocks[child].kind for child in arm.children)
            if any(kind in FLOWING and kind != "go to" for kind in kinds):
                return arm
    return None


def complain_if_mixed(blocks: WiredBlocks, complaints: Complaints, journey: str) -> bool:
    """Arrows and lines in order say two things about the same flow."""
    odd = blocks.narrative
    if odd is None:
        return False
    complaints.add(
        "mixed-flow",
        f"“{journey}” is written with arrows and as a sequence of lines at the same time",
        odd.header,
        label="this belongs to a sequence of lines",
        journey=journey,
        labels=(Label(blocks.wires[0].span, "here the arrows begin"),),
        advice="keep one of them: all arrows, or all lines in the order in which things happen",
    )
    return True
