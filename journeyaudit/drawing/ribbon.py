"""Answers over a week -> a ribbon in which every answer has its colour, its pattern and its word."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import line_width
from journeyaudit.drawing.canvas import Canvas
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.week import Stretch, Works
from journeyaudit.verdicts.spans import Spans

HOUR = 5.0
"""Width in points of an hour."""
_FILLS: dict[Works, tuple[Colour, Colour]] = {
    Works.SURE: (palette.GOOD, palette.GOOD_LINE),
    Works.LUCK: (palette.THIRD, palette.LUCK_LINE),
    Works.OPEN: (palette.NOBODY, palette.RULE),
    Works.NEVER: (palette.BAD, palette.BAD_LINE),
}
_WORDS = {
    Works.SURE: Line("√ works", Type.RELIEF),
    Works.LUCK: Line("~ luck", Type.STRONG),
    Works.OPEN: Line("? not told", Type.STRONG),
    Works.NEVER: Line("× no", Type.WARNING),
}
_MEANINGS = {
    Works.SURE: "works, whoever answers",
    Works.LUCK: "may work: depends on others",
    Works.OPEN: "the text leaves out what decides",
    Works.NEVER: "does not put it right",
}
_HATCH = 6.0


def draw_ribbon(canvas: Canvas, stretches: Iterable[Stretch], x: float, y: float, high: float) -> None:
    """From Monday 00:00 at ``x`` on; stretches too narrow for their word have pattern and colour only."""
    for each in stretches:
        left, right = x + each.begin * HOUR / 60, x + each.end * HOUR / 60
        _draw_piece(canvas, each.works, left, y, right - left, high)


def draw_closed(canvas: Canvas, closed: Spans, x: float, y: float, high: float) -> None:
    """Covers the minutes at which the mistake cannot fall."""
    for begin, end in closed:
        wide = (end - begin) * HOUR / 60
        canvas.area(x + begin * HOUR / 60, y, wide, high, palette.LANE_OTHER, palette.RULE, thick=0.5)


def swatches(canvas: Canvas, x: float, y: float, *, closed: bool) -> float:
    """The legend, in one line; returns its lower end."""
    for works, meaning in _MEANINGS.items():
        _draw_piece(canvas, works, x, y, 60.0, 18.0)
        line = Line(meaning)
        canvas.words(x + 66, y + 4, [line])
        x += 66 + line_width(line) + 24
    if closed:
        canvas.area(x, y, 34, 18, palette.LANE_OTHER, palette.RULE, thick=0.5)
        canvas.words(x + 40, y + 4, [Line("cannot happen then")])
    return y + 18


def _draw_piece(canvas: Canvas, works: Works, x: float, y: float, wide: float, high: float) -> None:
    fill, line = _FILLS[works]
    canvas.area(x, y, wide, high, fill)
    word = _WORDS[works]
    if works is Works.LUCK:
        _hatch(canvas, x, y, wide, high, line)
    elif works is Works.OPEN:
        canvas.stroke(((x + 2, y + 3), (x + wide, y + 3)), line, style="dotted")
        canvas.stroke(((x + 2, y + high - 3), (x + wide, y + high - 3)), line, style="dotted")
    elif works is Works.NEVER:
        canvas.stroke(((x, y + high / 2), (x + wide, y + high / 2)), line, thick=1.0)
    else:
        canvas.stroke(((x, y + high - 1.5), (x + wide, y + high - 1.5)), line, thick=3.0)
    if line_width(word) + 6 <= wide:
        _word(canvas, word, fill, x + wide / 2, y, high)
    frame = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))
    canvas.stroke(frame, line, thick=0.9)


def _word(canvas: Canvas, word: Line, fill: Colour, middle: float, y: float, high: float) -> None:
    """On a plain ground, so that no pattern runs through it."""
    half = line_width(word) / 2 + 2
    canvas.area(middle - half, y + high / 2 - 6, 2 * half, 12, fill)
    canvas.words(middle, y + high / 2 - 5, [word], align="middle")


def _hatch(canvas: Canvas, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
    """Slanted lines, cut at the edges."""
    start = -high
    while start < wide:
        left, right = max(start, 0.0), min(start + high, wide)
        if left < right:
            ends = ((x + left, y + high - (left - start)), (x + right, y + high - (right - start)))
            canvas.stroke(ends, colour, thick=0.8)
        start += _HATCH
