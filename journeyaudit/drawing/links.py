"""Moves, interrupts and notes -> the arrows between boxes, with the words beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from journeyaudit.drawing.measure import wrap
from journeyaudit.drawing.parts import Box, Link
from journeyaudit.drawing.wording import in_words, percent
from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind
from journeyaudit.model.journey import Journey

LABEL_SIZE = 9.5
LABEL_WIDTH = 120.0


def links_of(journey: Journey, notes: Sequence[Box], trail: tuple[int, ...]) -> Iterable[Link]:
    """All links of a journey: moves in source order, then interrupts, then pins of notes."""
    ways_in = Counter(move.target for move in journey.moves)
    walked = set(pairwise(trail))
    for move in journey.moves:
        target = journey.nodes[move.target]
        label = _label(move, target, alone=ways_in[move.target] == 1)
        bold = (move.source, move.target) in walked
        walked.discard((move.source, move.target))
        yield Link(f"n{move.source}", f"n{move.target}", label, bold=bold)
    entered = {target for _, target in walked}
    for number, interrupt in enumerate(journey.interrupts):
        if interrupt.entry is not None:
            bold = interrupt.entry in entered
            yield Link(f"i{number}", f"n{interrupt.entry}", look="interrupt", bold=bold)
    for note in notes:
        yield Link(note.hangs_on, note.id, look="pin")


def waits_before(journey: Journey) -> frozenset[int]:
    """Nodes whose waiting time cannot stand on an arrow, because several lead there."""
    ways_in = Counter(move.target for move in journey.moves)
    return frozenset(node.number for node in journey.nodes if node.waits and ways_in[node.number] != 1)


def _label(move: Move, target: Node, *, alone: bool) -> str:
    words = [move.label] if move.label else []
    if move.delay is not None:
        words = [f"{_LATE[move.kind is MoveKind.LATE]} {in_words(move.delay)}"]
    if move.kind is MoveKind.FAILS and not words:
        words = ["if it fails"]
    if move.kind is MoveKind.AGAIN and not words:
        words = ["again"]
    if move.share is not None:
        words.append(f"({percent(move.share)})")
    label = "\n".join(wrap(" ".join(words), LABEL_WIDTH, LABEL_SIZE, most=2)) if words else ""
    waiting = alone and target.waits is not None and target.kind is not NodeKind.WAIT
    if not waiting or target.waits is None:
        return label
    return "\n".join(part for part in (label, f"waits {in_words(target.waits)}") if part)


_LATE = {True: "if later than", False: "after"}
