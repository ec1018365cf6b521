"""Routes and coordinates -> polylines, and places for the words beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import TypeAlias

from journeyaudit.drawing.parts import Box, Link
from journeyaudit.drawing.routes import Aisle, Route
from journeyaudit.drawing.rulers import Across, Down, label_width

Point: TypeAlias = tuple[float, float]
LABEL_LINE = 11.0
"""Height in points of a line of words beside an arrow."""
_ASIDE = 8.0
"""Ways back leave and arrive so far off the middle of a box, that they never meet on its top."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A polyline of horizontal and vertical stretches; ``label_at`` is the middle of its words."""

    link: Link
    points: tuple[Point, ...]
    label_at: Point | None = None


def arrow_of(route: Route, tail: Box, head: Box, spots: Mapping[str, Point], x: Across, y: Down) -> Arrow:
    """The way of one link from the edge of a box to the edge of another."""
    start, end = spots[tail.id], spots[head.id]
    points = [(start[0] + tail.reach, start[1])]
    if route.rises:
        points = [(start[0] + _ASIDE, start[1] - tail.height / 2 - tail.rim)]
    level = start[1]
    for stretch in (route.first, route.aisle, route.last):
        if isinstance(stretch, Aisle):
            points.append((points[-1][0], y.aisle[stretch.gap, stretch.key]))
        elif stretch is not None:
            points.append((x.lift[stretch.gap, stretch.key], points[-1][1]))
    if route.first is not None and route.first.gap == tail.column:
        level = end[1] if route.aisle is None else y.aisle[route.aisle.gap, route.aisle.key]
    if route.drops:
        points += [(end[0] - _ASIDE, points[-1][1]), (end[0] - _ASIDE, end[1] - head.height / 2 - head.rim)]
    else:
        points += [(points[-1][0], end[1]), (end[0] - head.reach, end[1])]
    way = _straightened(points)
    if not route.link.label:
        return Arrow(route.link, way)
    right = x.label_end[tail.column] if not route.drops else max(across for across, _ in way) - 12
    if route.drops and route.aisle is not None:
        level = y.aisle[route.aisle.gap, route.aisle.key]
    return Arrow(route.link, way, _above(route.link.label, right, level))


def pin(link: Link, tail: Box, head: Box, spots: Mapping[str, Point]) -> Arrow:
    """From the lower edge of a box to the upper edge of the note below it."""
    x, middle = spots[tail.id]
    top = middle + tail.height / 2 + tail.rim
    return Arrow(link, ((x, top), (x, spots[head.id][1] - head.height / 2)))


def apart(arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
    """Moves words that would stand on those of another arrow: on ways back to the left, else up.

    Where arrows into one box would say the same at the same place, one of them says it.
    """
    taken: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    said: set[tuple[str, str, Point]] = set()
    next_free: dict[Point, Point] = {}
    moved: list[Arrow] = []
    for arrow in arrows:
        wish = arrow.label_at
        if wish is None or (arrow.link.head, arrow.link.label, wish) in said:
            moved.append(replace(arrow, label_at=None))
            continue
        said.add((arrow.link.head, arrow.link.label, wish))
        free = replace(arrow, label_at=next_free.get(wish, wish))
        while any(_hits(taken[line], free) for line in _lines(free)):
            free = _aside(free)
        for line in _lines(free):
            taken[line].append(_extent(free))
        next_free[wish] = free.label_at or wish
        moved.append(free)
    return tuple(moved)


def _aside(arrow: Arrow) -> Arrow:
    across, height = arrow.label_at or arrow.points[0]
    back = arrow.points[-1][0] == arrow.points[-2][0]
    return replace(
        arrow, label_at=(across - LABEL_LINE, height) if back else (across, height - LABEL_LINE / 2)
    )


def _hits(words: Iterable[tuple[float, float]], arrow: Arrow) -> bool:
    left, right = _extent(arrow)
    return any(begin < right and left < end for begin, end in words)


def _extent(arrow: Arrow) -> tuple[float, float]:
    """Left and right end of the words beside an arrow."""
    half = label_width(arrow.link.label) / 2
    middle = arrow.points[0][0] if arrow.label_at is None else arrow.label_at[0]
    return (middle - half, middle + half)


def _lines(arrow: Arrow) -> range:
    """The bands of paper, a quarter of a line high, over which the words beside an arrow reach."""
    if arrow.label_at is None:
        return range(0)
    half = LABEL_LINE * (arrow.link.label.count("\n") + 1) / 2 - 1
    quarter = LABEL_LINE / 4
    return range(floor((arrow.label_at[1] - half) / quarter), floor((arrow.label_at[1] + half) / quarter) + 1)


def _above(label: str, right: float, level: float) -> Point:
    """The middle of words that end at ``right`` and stand on a line at ``level``."""
    lines = label.count("\n") + 1
    return (right - label_width(label) / 2, level - LABEL_LINE * lines / 2 - 1)


def _straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without doubled points and without corners on a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _on_one_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _on_one_line(one: Point, two: Point, three: Point) -> bool:
    return one[0] == two[0] == three[0] or one[1] == two[1] == three[1]
