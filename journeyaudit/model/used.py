"""Journeys that use others -> findings where a branch names no end of the journey that is used."""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.model.complaints import Complaints
from journeyaudit.model.flow import NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.names import fold
from journeyaudit.model.scope import Scope
from journeyaudit.syntax.tree import Block, Tree


def complain_of_unknown_ends(
    tree: Tree, scope: Scope, journeys: Mapping[str, Journey], complaints: Complaints
) -> None:
    """``journeys`` are all of the service, by key."""
    around = ""
    for block in tree.blocks:
        if block.parent is None:
            around = block.name.text if block.name else ""
        used = _used_by(block, scope, journeys)
        if used is not None:
            _check_branches(tree, block, used, complaints, around)


def _used_by(block: Block, scope: Scope, journeys: Mapping[str, Journey]) -> Journey | None:
    if block.kind != "use" or block.name is None:
        return None
    declared = scope.declared("journey", block.name.text)
    return journeys[declared.key] if declared is not None else None


def _check_branches(tree: Tree, use: Block, used: Journey, complaints: Complaints, around: str) -> None:
    ends = {fold(node.name): node.name for node in used.nodes if node.kind is NodeKind.END}
    if not ends or used.broken:
        return
    for number in use.children:
        branch = tree.blocks[number]
        if branch.kind == "when" and branch.name is not None and fold(branch.name.text) not in ends:
            sought = f"an end of the journey “{used.name}”"
            complaints.unknown(branch.name, sought, ends.values(), around)
