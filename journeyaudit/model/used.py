"""Journeys that use others -> findings where a branch names no end of the journey that is used."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.model.complaints import Complaints
from journeyaudit.model.flow import MoveKind, Node, NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.names import fold
from journeyaudit.model.wording import word
from journeyaudit.syntax.values import Name


def complain_of_unknown_ends(journeys: Sequence[Journey], complaints: Complaints) -> None:
    by_key = {journey.key: journey for journey in journeys}
    for journey in journeys:
        uses = {node.number: node for node in journey.nodes if node.kind is NodeKind.USE and node.calls}
        if uses:
            _check_branches(journey, uses, by_key, complaints)


def _check_branches(
    journey: Journey, uses: dict[int, Node], by_key: dict[str, Journey], complaints: Complaints
) -> None:
    otherwise = fold(word("otherwise", journey.language))
    for move in journey.moves:
        use = uses.get(move.source)
        if use is None or move.kind is not MoveKind.BRANCH or fold(move.label) in ("", otherwise):
            continue
        used = by_key[use.calls]
        ends = [node.name for node in used.nodes if node.kind is NodeKind.END]
        if ends and not used.broken and fold(move.label) not in {fold(end) for end in ends}:
            sought = f"an end of the journey ‘{used.name}’"
            complaints.unknown(Name(move.label, move.span), sought, ends, journey.name)
