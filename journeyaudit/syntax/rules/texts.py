"""What stands behind `say:` and `hint:` -> words and holes to be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from journeyaudit.source import Span
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.rules.lines import RuleLine

_HOLE = re.compile(r"\{([^{}]*)\}")


def parts_of(
    line: RuleLine, text: str, read_hole: Callable[[Span], t.Hole | None]
) -> tuple[str | t.Hole, ...]:
    """The parts of a text in their order; a hole that cannot be read stands as it was written."""
    parts: list[str | t.Hole] = []
    for number, piece in enumerate(line.pieces):
        if number:
            parts.append(" ")
        parts += _of_piece(piece, text, read_hole)
    return tuple(parts)


def _of_piece(piece: Span, text: str, read_hole: Callable[[Span], t.Hole | None]) -> Iterator[str | t.Hole]:
    at = piece.start
    for found in _HOLE.finditer(text, piece.start, piece.end):
        if found.start() > at:
            yield text[at : found.start()]
        yield read_hole(Span(piece.file, *found.span(1))) or found[0]
        at = found.end()
    if at < piece.end:
        yield text[at : piece.end]
