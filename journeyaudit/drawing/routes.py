"""Links on a grid -> the gaps between rows and columns each of them runs through."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from journeyaudit.drawing.parts import Box, Link, Parts
from journeyaudit.drawing.rows import Grid

Key: TypeAlias = tuple[str, str]
"""Links with the same key may run on top of each other: they leave or reach the same box."""


@dataclass(frozen=True, slots=True)
class Lift:
    """A vertical stretch in the gap right of column ``gap``.

    Heights are counted in half rows: row ``r`` is ``2 r + 1``, the gap above it ``2 r``.
    """

    gap: int
    key: Key
    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def low(self) -> int:
        return min(*self.left, *self.right) if self.right or len(self.left) > 1 else self.left[0]

    @property
    def high(self) -> int:
        return max(*self.left, *self.right) if self.right or len(self.left) > 1 else self.left[0]


@dataclass(frozen=True, slots=True)
class Aisle:
    """A horizontal stretch in the gap above row ``gap``, from column ``low`` to column ``high``."""

    gap: int
    key: Key
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one link: out of the right side or the top, lifts and at most one aisle, and in.

    ``rises`` leaves through the top, ``drops`` arrives at the top.
    """

    link: Link
    first: Lift | None = None
    aisle: Aisle | None = None
    last: Lift | None = None
    rises: bool = False
    drops: bool = False


@dataclass(slots=True)
class _Street:
    """What is already built on: cells (row, column) with a box, or with the arrows of one key; and
    which rows the lifts of a gap join, as (gap, row on the left, row on the right)."""

    built: set[tuple[int, int]]
    used: dict[tuple[int, int], Key] = field(default_factory=dict)
    lifts: dict[tuple[int, int, int], set[Key]] = field(default_factory=dict)

    def free(self, row: int, columns: range, keys: tuple[Key, Key]) -> bool:
        return all(
            (row, column) not in self.built and self.used.get((row, column), keys[0]) in keys
            for column in columns
        )

    def swapped(self, gap: int, left: int, right: int, key: Key) -> bool:
        """Two arrows that change rows with each other would run on top of each other."""
        return bool(self.lifts.get((gap, right, left), set()) - {key})

    def lift(self, gap: int, left: int, right: int, key: Key) -> None:
        self.lifts.setdefault((gap, left, right), set()).add(key)

    def take(self, row: int, columns: range, key: Key) -> None:
        self.used.update(((row, column), key) for column in columns)


def routes(parts: Parts, grid: Grid) -> tuple[Route, ...]:
    """A route per link that is no pin, short ones first so that they get the straight ways."""
    box = {box.id: box for box in parts.boxes}
    street = _Street({(grid.row[box.id], box.column) for box in parts.boxes})
    outs = Counter(link.tail for link in parts.links if link.look != "pin")
    links = [link for link in parts.links if link.look != "pin"]
    found: dict[Link, Route] = {}
    for link in sorted(links, key=lambda link: abs(box[link.head].column - box[link.tail].column)):
        tail, head = box[link.tail], box[link.head]
        many = outs[link.tail] > 1
        if head.column > tail.column:
            found[link] = _forward(link, tail, head, grid, street, many)
        else:
            found[link] = _backward(link, tail, head, grid)
    return tuple(found[link] for link in links)


def _forward(link: Link, tail: Box, head: Box, grid: Grid, street: _Street, many: bool) -> Route:
    source, target = grid.row[tail.id], grid.row[head.id]
    between = range(tail.column + 1, head.column)
    out, into = ("from", link.tail), ("to", link.head)
    for row in dict.fromkeys((target, source)):
        gap = tail.column if row == target else head.column - 1
        key = out if many and gap == tail.column else into
        if street.free(row, between, (out, into)) and not street.swapped(gap, source, target, key):
            street.take(row, between, into if row == target else out)
            if source == target:
                return Route(link)
            street.lift(gap, source, target, key)
            return Route(link, Lift(gap, key, (2 * source + 1,), (2 * target + 1,)))
    above = target if target > source or target == 0 else target + 1
    aisle = Aisle(above, into, min(tail.column + 1, head.column - 1), max(tail.column + 1, head.column - 1))
    first = Lift(tail.column, out, (2 * source + 1,), (2 * above,))
    last = Lift(head.column - 1, into, (2 * above,), (2 * target + 1,))
    return Route(link, first, aisle, last)


def _backward(link: Link, tail: Box, head: Box, grid: Grid) -> Route:
    source, target = grid.row[tail.id], grid.row[head.id]
    into = ("to", link.head)
    if source == target and tail.id != head.id:
        return Route(link, None, Aisle(target, into, head.column, tail.column), rises=True, drops=True)
    lift = Lift(tail.column, ("from", link.tail), (2 * source + 1, 2 * target), ())
    return Route(link, lift, Aisle(target, into, head.column, tail.column), drops=True)


def lifts_by_gap(found: Iterable[Route]) -> dict[int, dict[Key, Lift]]:
    """Lifts with the same key in the same gap become one, which several links use."""
    gaps: defaultdict[int, dict[Key, Lift]] = defaultdict(dict)
    for route in found:
        for lift in (route.first, route.last):
            if lift is not None:
                known = gaps[lift.gap].get(lift.key)
                gaps[lift.gap][lift.key] = lift if known is None else _joined(known, lift)
    return gaps


def _joined(one: Lift, other: Lift) -> Lift:
    left = tuple(sorted({*one.left, *other.left}))
    right = tuple(sorted({*one.right, *other.right}))
    return Lift(one.gap, one.key, left, right)
