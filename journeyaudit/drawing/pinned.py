"""Pens, filled shapes and pinned places -> the words by which Graphviz draws them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeyaudit.drawing.palette import Colour

if TYPE_CHECKING:
    from graphviz import Digraph

PINNED = "// positions are pinned: draw it with neato -n2"
_LONG_TEXT = re.compile(r'"[^"\\]{12000,}"')
_PIECE = re.compile(r"[^\"]{1,12000}")


def pinned_source(graph: Digraph) -> str:
    """The DOT text of a drawing whose positions are all given.

    Graphviz before version 3 reads no text in quotes of more than 16,384 letters: long ones are written as
    sums of shorter ones.
    """
    return f"{PINNED}\n{_LONG_TEXT.sub(_as_sum, graph.source)}"


def op(letter: str, text: str) -> str:
    """One drawing operation of Graphviz that takes a text."""
    return f"{letter} {len(text.encode())} -{text} "


def pen(line: Colour, thick: float, style: str = "solid", *, fill: Colour | None = None) -> str:
    """Width, style and colours; without the filling colour Graphviz would not change that of lines."""
    return "".join(
        (op("S", f"setlinewidth({thick:g})"), op("S", style), op("C", (fill or line).day), op("c", line.day))
    )


def _as_sum(found: re.Match[str]) -> str:
    return " + ".join(f'"{piece}"' for piece in _PIECE.findall(found[0][1:-1]))
