"""The places of the good way -> the journey strip: effort, waiting and feelings over time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import broken, lines_height
from journeyaudit.drawing.canvas import MARGIN, Canvas
from journeyaudit.drawing.looks import OF_OUTCOME
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing
from journeyaudit.drawing.strip_bars import COLUMN, EFFORT, WAITING, draw_band, draw_bars
from journeyaudit.drawing.strip_facts import Place
from journeyaudit.drawing.wording import in_words
from journeyaudit.model.flow import NodeKind, Outcome
from journeyaudit.model.journey import Journey
from journeyaudit.model.quantities import Duration

_HEAD = 140.0
_MOST_COLUMNS = 12
_FEELINGS = 96.0
_WORST = 5
_NO_FEELINGS = "not said for any of these places (frustration, from 0 to 5)"


def strip(journey: Journey, places: Sequence[Place], pointing: Pointing = NOWHERE_TO_POINT) -> Canvas:
    """One column for each place; further rows for ways of more than a dozen places."""
    canvas = Canvas()
    title = f"{journey.name}: what the good way asks of the customer"
    y = canvas.words(MARGIN, MARGIN, broken(title, Type.HEADING, 1000))
    note = "The shortest way to a good end. Bars are compressed: a day is about twice as high as ten minutes."
    y = canvas.words(MARGIN, y + 2, [Line(note)]) + 12
    if not places:
        canvas.words(MARGIN, y, [Line("Nothing leads to an end in this journey.", Type.NAME)])
    for at in range(0, len(places), _MOST_COLUMNS):
        y = _draw_row(canvas, places[at : at + _MOST_COLUMNS], pointing, y) + 22
    return canvas


def sentences(places: Sequence[Place]) -> str:
    """The same for those who cannot see it."""
    said = []
    for place in places:
        parts = [] if place.effort is None else [f"the customer spends {in_words(place.effort)}"]
        parts += [f"the customer waits {in_words(each)}" for each in place.waiting]
        parts += [] if place.feeling is None else [f"frustration {place.feeling:g} of {_WORST}"]
        said.append(f"{place.node.title}: {', '.join(parts) or 'nothing is said'}.")
    return " ".join(said)


def _draw_row(canvas: Canvas, places: Sequence[Place], pointing: Pointing, y: float) -> float:
    lefts = [MARGIN + _HEAD + at * COLUMN for at in range(len(places))]
    right = lefts[-1] + COLUMN
    heads = [_titles(place) for place in places]
    high = max(lines_height(lines) for lines in heads) + 14
    for place, lines, x in zip(places, heads, lefts, strict=True):
        span = place.node.header or place.node.span
        canvas.area(x + 3, y, COLUMN - 6, high, _fill(place), palette.INK, href=pointing.href(span),
                    about=pointing.about(place.node.title, span))  # fmt: skip
        canvas.words(x + 10, y + 8, lines)
    y = draw_bars(canvas, EFFORT, [_efforts(place) for place in places], y + high + 8, lefts)
    y = draw_bars(canvas, WAITING, [_waits(place) for place in places], y, lefts)
    return _draw_feelings(canvas, places, y, lefts, right)


def _efforts(place: Place) -> Sequence[Duration] | None:
    if place.effort is not None:
        return (place.effort,)
    return None if place.customers and place.node.kind is NodeKind.STEP else ()


def _waits(place: Place) -> Sequence[Duration] | None:
    """None: somebody else works here, and nothing says for how long."""
    silent = place.lasts is None and not place.customers and place.node.kind in (NodeKind.STEP, NodeKind.USE)
    return None if silent and not place.waiting else place.waiting


def _draw_feelings(
    canvas: Canvas, places: Sequence[Place], y: float, lefts: Sequence[float], right: float
) -> float:
    """A line from place to place where something is said, with a gap where nothing is."""
    if all(place.feeling is None for place in places):
        draw_band(canvas, "Feelings", "", y, y + 28, right)
        canvas.words(lefts[0] + 3, y + 9, [Line(_NO_FEELINGS)])
        return y + 28
    bottom = y + _FEELINGS
    draw_band(canvas, "Feelings", "0 fine, 5 unbearable", y, bottom + 6, right)
    for level, word in ((0, "fine"), (_WORST, "unbearable")):
        at = y + 16 + (_FEELINGS - 32) * level / _WORST
        canvas.stroke(((lefts[0], at), (right, at)), palette.RULE, thick=0.6, style="dotted")
        canvas.words(lefts[0] - 6, at - 5, [Line(word)], align="right")
    spots: list[tuple[float, float] | None] = []
    for place, x in zip(places, lefts, strict=True):
        level_at = None if place.feeling is None else max(0.0, min(place.feeling, _WORST)) / _WORST
        spots.append(None if level_at is None else (x + COLUMN / 2, y + 16 + (_FEELINGS - 32) * level_at))
    for one, other in pairwise(spots):
        if one and other:
            canvas.stroke((one, other), palette.TRAIL, thick=2.4)
    for place, x, spot in zip(places, lefts, spots, strict=True):
        _draw_feeling(canvas, place, x + COLUMN / 2, spot, (y + bottom) / 2)
    return bottom + 6


def _draw_feeling(
    canvas: Canvas, place: Place, x: float, spot: tuple[float, float] | None, middle: float
) -> None:
    if spot is None:
        canvas.words(
            x, middle - 5, [Line("not said" if place.node.kind is not NodeKind.END else "")], align="middle"
        )
        return
    canvas.disc(*spot, 10, palette.PAPER, palette.TRAIL, 2.0)
    canvas.words(spot[0], spot[1] - 5, [Line(f"{place.feeling:g}", Type.STRONG)], align="middle")


def _titles(place: Place) -> list[Line]:
    lines = broken(place.node.title, Type.NAME, COLUMN - 20, most=4)
    if place.node.kind is NodeKind.END:
        outcome = place.node.outcome or Outcome.NEUTRAL
        good = outcome is Outcome.GOOD
        return [Line(OF_OUTCOME[outcome][1], Type.RELIEF if good else Type.STRONG), *lines]
    return lines


def _fill(place: Place) -> Colour:
    if place.node.kind is NodeKind.END:
        return palette.GOOD if place.node.outcome is Outcome.GOOD else palette.PAPER
    return palette.CUSTOMER if place.customers else palette.PAPER
