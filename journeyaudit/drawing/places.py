"""A grid with routes -> points: where boxes, arrows, labels and lanes lie on paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeyaudit.drawing.lanes import Lane
from journeyaudit.drawing.links import LABEL_SIZE
from journeyaudit.drawing.measure import text_width
from journeyaudit.drawing.parts import Box, Link, Parts
from journeyaudit.drawing.routes import Aisle, Key, Route, lifts_by_gap, routes
from journeyaudit.drawing.rows import Grid, grid
from journeyaudit.drawing.tracks import aisle_tracks, lift_tracks

LIFT_STEP, AISLE_STEP = 9.0, 15.0
_ENTRY, _EXIT = 20.0, 10.0
_ABOVE_ROW, _LANE_END = 14.0, 14.0
_LABEL_LINE = 11.0


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a box, in points from the top left corner of the band."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """A polyline of horizontal and vertical stretches; ``label_at`` is the middle of its words."""

    link: Link
    points: tuple[tuple[float, float], ...]
    label_at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Stripe:
    """The part of a band's height that belongs to a lane."""

    lane: Lane
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """One band on paper, its top left corner at (0, 0), y growing downwards."""

    boxes: tuple[Box, ...]
    spots: Mapping[str, Spot]
    arrows: tuple[Arrow, ...]
    stripes: tuple[Stripe, ...]
    left_of_column: Mapping[int, float]
    right_of_column: Mapping[int, float]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Rulers:
    """Coordinates of columns, rows and tracks."""

    middle: Mapping[int, float]
    left: Mapping[int, float]
    right: Mapping[int, float]
    row: Sequence[float]
    lift: Mapping[tuple[int, Key], float]
    aisle: Mapping[tuple[int, Key], float]
    stripes: tuple[Stripe, ...]
    width: float
    height: float


def place(parts: Parts) -> Placed:
    """Lay out one band; every label gets room of its own in the gap it stands in."""
    rows = grid(parts)
    found = routes(parts, rows)
    rulers = _rulers(parts, rows, found)
    spots = {box.id: Spot(rulers.middle[box.column], rulers.row[rows.row[box.id]]) for box in parts.boxes}
    boxes = {box.id: box for box in parts.boxes}
    arrows = [_arrow(route, boxes, spots, rulers) for route in found]
    arrows += [_pin(link, boxes, spots) for link in parts.links if link.look == "pin"]
    return Placed(
        parts.boxes, spots, tuple(arrows), rulers.stripes, rulers.left, rulers.right, rulers.width, rulers.height
    )


def _rulers(parts: Parts, rows: Grid, found: Sequence[Route]) -> _Rulers:
    wide: defaultdict[int, float] = defaultdict(float)
    for box in parts.boxes:
        wide[box.column] = max(wide[box.column], 2 * box.reach)
    label_room = _label_room(parts, found)
    gaps = lifts_by_gap(found)
    x, middle, left, right, lift = 0.0, {}, {}, {}, {}
    for column in range(min(wide, default=0), max(wide, default=0) + 1):
        left[column], middle[column] = x, x + wide[column] / 2
        right[column] = x = x + wide[column]
        tracks = lift_tracks(gaps.get(column, {}))
        for key, track in tracks.items():
            lift[column, key] = x + _EXIT + track * LIFT_STEP
        x += _EXIT + max(tracks.values(), default=-1) * LIFT_STEP + _ENTRY + label_room.get(column, LIFT_STEP)
    heights, aisle, stripes, bottom = _heights(parts, rows, found)
    return _Rulers(middle, left, right, heights, lift, aisle, stripes, x, bottom)


def _label_room(parts: Parts, found: Sequence[Route]) -> Mapping[int, float]:
    column = {box.id: box.column for box in parts.boxes}
    room: dict[int, float] = {}
    for route in found:
        if route.link.label and not route.drops:
            wide = label_width(route.link.label) + 10
            room[column[route.link.tail]] = max(room.get(column[route.link.tail], 0.0), wide)
    return room


def label_width(label: str) -> float:
    return max(text_width(line, LABEL_SIZE) for line in label.split("\n"))


def _heights(
    parts: Parts, rows: Grid, found: Sequence[Route]
) -> tuple[list[float], dict[tuple[int, Key], float], tuple[Stripe, ...], float]:
    tall = [0.0] * len(rows.lane_of_row)
    for box in parts.boxes:
        tall[rows.row[box.id]] = max(tall[rows.row[box.id]], box.height + 2 * box.rim)
    crowned = {rows.row[box.id] for box in parts.boxes if box.look == "interrupt"}
    gaps: defaultdict[int, list[Aisle]] = defaultdict(list)
    for route in found:
        if route.aisle is not None:
            gaps[route.aisle.gap].append(route.aisle)
    y, middles, aisle, tops = 0.0, [], {}, []
    for row, lane in enumerate(rows.lane_of_row):
        if row == 0 or lane is not rows.lane_of_row[row - 1]:
            y += _LANE_END if row else 0.0
            tops.append((lane, y))
        tracks = aisle_tracks(gaps[row])
        room = (max(tracks.values(), default=-1) + 1) * AISLE_STEP
        room += 12.0 if row in crowned else 0.0
        y += _ABOVE_ROW + room
        aisle.update({(row, key): y - 6 - track * AISLE_STEP for key, track in tracks.items()})
        middles.append(y + tall[row] / 2)
        y += tall[row]
    tracks = aisle_tracks(gaps[len(tall)])
    aisle.update({(len(tall), key): y + 12 + track * AISLE_STEP for key, track in tracks.items()})
    y += _LANE_END + (max(tracks.values(), default=-1) + 1) * AISLE_STEP
    ends = [top for _, top in tops[1:]] + [y]
    return middles, aisle, tuple(Stripe(lane, top, end) for (lane, top), end in zip(tops, ends, strict=True)), y


def _arrow(
    route: Route, boxes: Mapping[str, Box], spots: Mapping[str, Spot], rulers: _Rulers
) -> Arrow:
    tail, head = boxes[route.link.tail], boxes[route.link.head]
    start, end = spots[tail.id], spots[head.id]
    points = [(start.x + 8, start.y - tail.height / 2 - tail.rim)] if route.rises else [(start.x + tail.reach, start.y)]
    for stretch in (route.first, route.aisle, route.last):
        if isinstance(stretch, Aisle):
            points.append((points[-1][0], rulers.aisle[stretch.gap, stretch.key]))
        elif stretch is not None:
            points.append((rulers.lift[stretch.gap, stretch.key], points[-1][1]))
    if route.drops:
        points += [(end.x - 8, points[-1][1]), (end.x - 8, end.y - head.height / 2 - head.rim)]
    else:
        points += [(points[-1][0], end.y), (end.x - head.reach, end.y)]
    points = _straightened(points)
    return Arrow(route.link, points, _label_at(route, points, rulers, tail))


def _label_at(
    route: Route, points: Sequence[tuple[float, float]], rulers: _Rulers, tail: Box
) -> tuple[float, float] | None:
    if not route.link.label:
        return None
    half = label_width(route.link.label) / 2
    lift = _LABEL_LINE * (route.link.label.count("\n") + 1) / 2 + 1
    if route.drops and route.aisle is not None:
        y = rulers.aisle[route.aisle.gap, route.aisle.key]
        return (max(x for x, _ in points) - half - 12, y - lift)
    gap_end = rulers.left.get(tail.column + 1, rulers.width)
    level = next((y for x, y in reversed(points) if x <= gap_end), points[0][1])
    if route.first is not None and route.first.gap == tail.column:
        level = points[2][1] if len(points) > 2 else points[-1][1]
    return (gap_end - _ENTRY / 2 - half - 6, level - lift)


def _pin(link: Link, boxes: Mapping[str, Box], spots: Mapping[str, Spot]) -> Arrow:
    tail, head = boxes[link.tail], boxes[link.head]
    x = spots[tail.id].x
    top, bottom = spots[tail.id].y + tail.height / 2 + tail.rim, spots[head.id].y - head.height / 2
    return Arrow(link, ((x, top), (x, bottom)))


def _straightened(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Without doubled points and without corners on a straight line."""
    kept: list[tuple[float, float]] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
