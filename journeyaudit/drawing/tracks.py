"""Stretches that share a gap -> side by side tracks, ordered so that few of them cross."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeyaudit.drawing.routes import Aisle, Key, Lift

_CROSSING, _OVERLAP = 1, 20
_FEW = 80
"""Beyond so many lifts in one gap they are sorted by a rule of thumb instead of compared."""


def lift_tracks(lifts: Mapping[Key, Lift]) -> dict[Key, int]:
    """A track per lift, counted from the left; lifts that pass each other never share one."""
    if len(lifts) <= _FEW:
        queue = _least_crossing(list(lifts.values()))
    else:
        queue = sorted(lifts.values(), key=_rule_of_thumb)
    tracks: dict[Key, int] = {}
    ends: list[list[Lift]] = []
    for lift in queue:
        at = len(ends)
        while at > 0 and not any(_meet(lift, other) for other in ends[at - 1]):
            at -= 1
        if at == len(ends):
            ends.append([])
        ends[at].append(lift)
        tracks[lift.key] = at
    return tracks


def aisle_tracks(aisles: Iterable[Aisle]) -> dict[Key, int]:
    """A track per key among the aisles of one gap, counted from the bottom; first come, lowest."""
    merged: dict[Key, tuple[int, int]] = {}
    for aisle in aisles:
        low, high = merged.get(aisle.key, (aisle.low, aisle.high))
        merged[aisle.key] = (min(low, aisle.low), max(high, aisle.high))
    tracks: dict[Key, int] = {}
    used_until: list[int] = []
    for key, (low, high) in sorted(merged.items(), key=lambda item: (item[1], item[0])):
        at = next((at for at, until in enumerate(used_until) if until < low - 1), len(used_until))
        used_until[at : at + 1] = [high]
        tracks[key] = at
    return tracks


def _least_crossing(lifts: Sequence[Lift]) -> list[Lift]:
    """Puts one lift after the other where it costs least among those already placed."""
    placed: list[Lift] = []
    for lift in sorted(lifts, key=_rule_of_thumb):
        cost = sum(_cost(lift, other) for other in placed)
        best, at = cost, 0
        for index, other in enumerate(placed, 1):
            cost += _cost(other, lift) - _cost(lift, other)
            if cost <= best:
                best, at = cost, index
        placed.insert(at, lift)
    return placed


def _cost(left: Lift, right: Lift) -> int:
    """What it costs to have one lift to the left of another: crossings, and arrows upon arrows in a row."""
    cost = 0
    for height in right.left:
        if height % 2 and height in left.right:
            cost += _OVERLAP
        cost += _CROSSING * (left.low <= height <= left.high)
    for height in left.right:
        cost += _CROSSING * (right.low <= height <= right.high)
    return cost


def _meet(one: Lift, other: Lift) -> bool:
    return one.low <= other.high and other.low <= one.high


def _rule_of_thumb(lift: Lift) -> tuple[bool, int, Key]:
    """Those that go up from the top one on, then those that go down from the lowest one on."""
    source, target = lift.left[0], (lift.right or lift.left)[-1]
    down = target > source
    return (down, -source if down else source, lift.key)
