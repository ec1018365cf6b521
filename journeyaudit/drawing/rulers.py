"""A grid with routes -> coordinates of columns, rows, tracks and lanes, in points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from journeyaudit.drawing.lanes import Lane
from journeyaudit.drawing.links import LABEL_SIZE
from journeyaudit.drawing.measure import text_width
from journeyaudit.drawing.parts import Parts
from journeyaudit.drawing.routes import Aisle, Key, Route, lifts_by_gap
from journeyaudit.drawing.rows import Grid
from journeyaudit.drawing.tracks import aisle_tracks, lift_tracks

ENTRY = 18.0
"""Free points before a column, where the heads of arrows are."""
MARK = 14.0
"""Further free points before a column for the line of a cut-off."""
_EXIT, _LEAST_ROOM = 9.0, 4.0
_LIFT_STEP, _AISLE_STEP = 9.0, 15.0
_ABOVE_ROW, _LANE_END = 14.0, 14.0
_CROWN = 12.0


@dataclass(frozen=True, slots=True)
class Stripe:
    """The part of a band's height that belongs to a lane."""

    lane: Lane
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Across:
    """Where columns and the tracks between them are, from the left edge of the band."""

    left: Mapping[int, float]
    middle: Mapping[int, float]
    label_end: Mapping[int, float]
    """Where the labels in the gap behind a column end."""
    lift: Mapping[tuple[int, Key], float]
    width: float


@dataclass(frozen=True, slots=True)
class Down:
    """Where rows, the tracks between them and the lanes are, from the top of the band."""

    row: Sequence[float]
    aisle: Mapping[tuple[int, Key], float]
    stripes: tuple[Stripe, ...]
    height: float


def across(parts: Parts, found: Sequence[Route], marked: Set[int]) -> Across:
    """A column is as wide as its widest box, a gap as wide as its tracks and its widest label."""
    wide: defaultdict[int, float] = defaultdict(float)
    for box in parts.boxes:
        wide[box.column] = max(wide[box.column], 2 * box.reach)
    before_mark = {box.column - 1 for box in parts.boxes if box.node in marked}
    room, gaps = _label_room(parts, found), lifts_by_gap(found)
    x, left, middle, label_end, lift = 0.0, {}, {}, {}, {}
    for column in range(min(wide, default=0), max(wide, default=0) + 1):
        left[column], middle[column] = x, x + wide[column] / 2
        x += wide[column]
        tracks = lift_tracks(gaps.get(column, {}))
        for key, track in tracks.items():
            lift[column, key] = x + _EXIT + track * _LIFT_STEP
        x += _EXIT + max(tracks.values(), default=-1) * _LIFT_STEP + room.get(column, _LEAST_ROOM)
        label_end[column] = x
        x += ENTRY + (MARK if column in before_mark else 0.0)
    return Across(left, middle, label_end, lift, x)


def down(parts: Parts, rows: Grid, found: Sequence[Route]) -> Down:
    """A row is as high as its highest box, a gap as high as its tracks; lanes follow each other."""
    tall = _heights(parts, rows)
    crowned = {rows.row[box.id] for box in parts.boxes if box.look == "interrupt"}
    gaps: defaultdict[int, list[Aisle]] = defaultdict(list)
    for route in found:
        if route.aisle is not None:
            gaps[route.aisle.gap].append(route.aisle)
    y, row_middles, aisle, tops = 0.0, [], {}, []
    for row, lane in enumerate(rows.lane_of_row):
        if row == 0 or lane is not rows.lane_of_row[row - 1]:
            y += _LANE_END if row else 0.0
            tops.append((lane, y))
        tracks = aisle_tracks(gaps[row])
        y += _ABOVE_ROW + _room(tracks) + (_CROWN if row in crowned else 0.0)
        above = y - 6 - (_CROWN if row in crowned else 0.0)
        aisle.update({(row, key): above - track * _AISLE_STEP for key, track in tracks.items()})
        row_middles.append(y + tall[row] / 2)
        y += tall[row]
    tracks = aisle_tracks(gaps[len(tall)])
    aisle.update({(len(tall), key): y + 14 + track * _AISLE_STEP for key, track in tracks.items()})
    y += _LANE_END + _room(tracks)
    ends = [top for _, top in tops[1:]] + [y]
    stripes = tuple(Stripe(lane, top, end) for (lane, top), end in zip(tops, ends, strict=True))
    return Down(row_middles, aisle, stripes, y)


def label_width(label: str) -> float:
    return max(text_width(line, LABEL_SIZE) for line in label.split("\n"))


def _room(tracks: Mapping[Key, int]) -> float:
    return (max(tracks.values(), default=-1) + 1) * _AISLE_STEP


def _heights(parts: Parts, rows: Grid) -> list[float]:
    tall = [0.0] * len(rows.lane_of_row)
    for box in parts.boxes:
        row = rows.row[box.id]
        tall[row] = max(tall[row], box.height + 2 * box.rim)
    return tall


def _label_room(parts: Parts, found: Sequence[Route]) -> Mapping[int, float]:
    column = {box.id: box.column for box in parts.boxes}
    room: defaultdict[int, float] = defaultdict(float)
    for route in found:
        if route.link.label and not route.drops:
            gap = column[route.link.tail]
            room[gap] = max(room[gap], label_width(route.link.label) + 10)
    return room
