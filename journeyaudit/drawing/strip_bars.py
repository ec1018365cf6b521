"""Durations at the places of a journey strip -> a row of bars with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, log10

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import broken, lines_height
from journeyaudit.drawing.canvas import MARGIN, Canvas
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.wording import in_words
from journeyaudit.model.quantities import DAY, Duration

COLUMN = 124.0
"""Width in points of the column of one place."""
_LANE_NAME = 82.0
_BAR = 86.0
_LONGEST = 365 * DAY


@dataclass(frozen=True, slots=True)
class Bars:
    """A row of bars: what it is called and coloured."""

    name: str
    meaning: str
    fill: Colour
    line: Colour


EFFORT = Bars("Effort", "the customer's own time", palette.CUSTOMER, palette.INTERRUPT_LINE)
WAITING = Bars("Waiting", "the customer can do nothing", palette.ZONE, palette.BAD_LINE)


def draw_bars(
    canvas: Canvas,
    kind: Bars,
    values: Sequence[Sequence[Duration] | None],
    y: float,
    lefts: Sequence[float],
) -> float:
    bottom, right = y + _BAR + 30, lefts[-1] + COLUMN
    draw_band(canvas, kind.name, kind.meaning, y, bottom + 6, right)
    canvas.stroke(((lefts[0], bottom), (right, bottom)), palette.RULE)
    for x, durations in zip(lefts, values, strict=True):
        if durations is None:
            canvas.words(x + COLUMN / 2, bottom - 15, [Line("? not said", Type.WARNING)], align="middle")
        elif durations:
            _draw_bar(canvas, kind, x, bottom, durations)
    return bottom + 14


def _draw_bar(canvas: Canvas, kind: Bars, x: float, bottom: float, durations: Sequence[Duration]) -> None:
    """The longest possible time, with a line inside for the shortest one."""
    longest, shortest = sum(map(_longest, durations)), sum(map(_shortest, durations))
    high, low = _grown(longest), _grown(shortest)
    left, wide = x + COLUMN / 2 - 22, 44.0
    if high:
        canvas.area(left, bottom - high, wide, high, kind.fill, kind.line, thick=1.6)
    if 0 < low < high:
        canvas.stroke(((left, bottom - low), (left + wide, bottom - low)), kind.line, style="dashed")
    words = [line for each in durations for line in broken(in_words(each), Type.STRONG, COLUMN - 10, most=2)]
    canvas.words(x + COLUMN / 2, bottom - high - lines_height(words) - 1, words, align="middle")


def draw_band(canvas: Canvas, name: str, meaning: str, top: float, bottom: float, right: float) -> None:
    canvas.area(MARGIN, top, right - MARGIN, bottom - top, palette.LANE)
    canvas.area(MARGIN, top, _LANE_NAME, bottom - top, palette.LANE_HEAD)
    y = canvas.words(MARGIN + 5, top + 8, [Line(name, Type.NAME)])
    canvas.words(MARGIN + 5, y, broken(meaning, Type.SMALL, _LANE_NAME - 10, most=6))


def _longest(time: Duration) -> float:
    return _minutes(time, time.low if time.high is None else time.high)


def _shortest(time: Duration) -> float:
    return _minutes(time, time.low)


def _minutes(time: Duration, bound: float | None) -> float:
    if bound is None:
        return 0.0
    return (bound if isfinite(bound) else _LONGEST) * (DAY if time.working else 1)


def _grown(minutes: float) -> float:
    """Height of a bar: a year fills it, a minute is a tenth of it."""
    if minutes <= 0:
        return 0.0
    return _BAR * (0.1 + 0.9 * min(log10(max(minutes, 1.0)) / log10(_LONGEST), 1.0))
