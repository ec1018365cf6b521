"""Monotone maps from moment to moment on the circle of the week, and how they are put together.

A map says when something is over that begins at minute ``t``. It repeats every week:
``f(t + WEEK) = f(t) + WEEK``. Most are a plain delay and are kept as a plain number (infinite: never);
the others are pieces that stand still or run along with the clock (``docs/meaning.md``, section 3).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from journeyaudit.model.quantities import INFINITE, WEEK, Minutes
from journeyaudit.source.record import record
from journeyaudit.verdicts.spans import Spans, joined


@record
class Pieces:
    """From minute ``starts[i]`` of the week on the value is ``values[i]``, or runs along if ``runs[i]``.

    ``starts[0]`` is 0; starts are strictly ascending and below ``WEEK``.
    """

    starts: tuple[int, ...]
    values: tuple[int, ...]
    runs: tuple[bool, ...]


TimeMap: TypeAlias = int | float | Pieces
Piece: TypeAlias = tuple[int, int, bool]
"""(first minute, value there, runs along)."""
Segment: TypeAlias = tuple[int, int, int, bool, int, bool]
"""(first minute, end, value and running of one map, value and running of the other)."""


def at(f: TimeMap, minute: int) -> Minutes:
    """The moment that ``f`` gives for a minute (of any week)."""
    if not isinstance(f, Pieces):
        return minute + f
    week, rest = divmod(minute, WEEK)
    piece = bisect_right(f.starts, rest) - 1
    ahead = rest - f.starts[piece] if f.runs[piece] else 0
    return f.values[piece] + ahead + week * WEEK


def then(first: TimeMap, second: TimeMap) -> TimeMap:
    """First the one, then the other: ``second(first(t))``."""
    if not isinstance(first, Pieces):
        if not isinstance(second, Pieces):
            return INFINITE if INFINITE in (first, second) else first + second
        if first == 0 or first in (INFINITE, -INFINITE):
            return first or second
        first = Pieces((0,), (int(first),), (True,))
    elif not isinstance(second, Pieces):
        return _shifted(first, second)
    return pieces(_through(first, second))


def _shifted(f: Pieces, delay: Minutes) -> TimeMap:
    if delay in (INFINITE, -INFINITE):
        return delay
    return Pieces(f.starts, tuple(value + int(delay) for value in f.values), f.runs) if delay else f


def _through(first: Pieces, second: Pieces) -> Iterator[Piece]:
    ends = (*first.starts[1:], WEEK)
    for start, end, value, runs in zip(first.starts, ends, first.values, first.runs, strict=True):
        if not runs:
            yield start, int(at(second, value)), False
            continue
        yield from _run_through(second, start, end, value)


def _run_through(f: Pieces, start: int, end: int, value: int) -> Iterator[Piece]:
    """What becomes of a piece that runs along from ``start`` to ``end``, beginning at ``value``."""
    week, rest = divmod(value, WEEK)
    index, here = bisect_right(f.starts, rest) - 1, start
    while here < end:
        offset = week * WEEK
        inside = value + here - start - offset - f.starts[index] if f.runs[index] else 0
        yield here, f.values[index] + inside + offset, f.runs[index]
        index += 1
        if index == len(f.starts):
            index, week = 0, week + 1
        here = start + f.starts[index] + week * WEEK - value


def pieces(found: Iterable[Piece]) -> TimeMap:
    """The map made of these pieces (ascending from minute 0), as plain as possible."""
    kept: list[Piece] = []
    for start, value, runs in found:
        if kept:
            before = kept[-1]
            reached = before[1] + (start - before[0] if runs else 0)
            if before[2] == runs and reached == value:
                continue
        kept.append((start, value, runs))
    if len(kept) == 1 and kept[0][2]:
        return kept[0][1]
    starts, values, running = zip(*kept, strict=True)
    return Pieces(starts, values, running)


def earlier(f: TimeMap, g: TimeMap) -> TimeMap:
    """The earlier of the two at every minute."""
    return _best(f, g, least=True)


def later(f: TimeMap, g: TimeMap) -> TimeMap:
    """The later of the two at every minute."""
    return _best(f, g, least=False)


def _best(f: TimeMap, g: TimeMap, least: bool) -> TimeMap:
    if not isinstance(f, Pieces) and not isinstance(g, Pieces):
        return min(f, g) if least else max(f, g)
    for one, other in ((f, g), (g, f)):
        if one in (INFINITE, -INFINITE):
            return other if (one == INFINITE) == least else one
    return pieces(_pick(f, g, least))


def _pick(f: TimeMap, g: TimeMap, least: bool) -> Iterator[Piece]:
    for start, end, left, left_runs, right, right_runs in _cut_where_they_cross(f, g):
        # within a piece they do not cross, so its last minute tells them apart where the first does not
        last = end - 1 - start
        left_key = (left, left + last * left_runs)
        right_key = (right, right + last * right_runs)
        if (left_key <= right_key) == least:
            yield start, left, left_runs
        else:
            yield start, right, right_runs


def _cut_where_they_cross(f: TimeMap, g: TimeMap) -> Iterator[Segment]:
    for start, end, left, left_runs, right, right_runs in _side_by_side(f, g):
        meet = start + (right - left if left_runs else left - right)
        if left_runs != right_runs and start < meet < end:
            ahead = meet - start
            yield start, meet, left, left_runs, right, right_runs
            yield meet, end, left + ahead * left_runs, left_runs, right + ahead * right_runs, right_runs
        else:
            yield start, end, left, left_runs, right, right_runs


def _side_by_side(f: TimeMap, g: TimeMap) -> Iterator[Segment]:
    """Both maps (finite ones) over the week, cut at the starts of both."""
    f, g = _as_pieces(f), _as_pieces(g)
    i = j = here = 0
    while here < WEEK:
        next_f = f.starts[i + 1] if i + 1 < len(f.starts) else WEEK
        next_g = g.starts[j + 1] if j + 1 < len(g.starts) else WEEK
        end = min(next_f, next_g)
        left = f.values[i] + (here - f.starts[i]) * f.runs[i]
        right = g.values[j] + (here - g.starts[j]) * g.runs[j]
        yield here, end, left, f.runs[i], right, g.runs[j]
        i, j, here = i + (next_f == end), j + (next_g == end), end


def _as_pieces(f: TimeMap) -> Pieces:
    return f if isinstance(f, Pieces) else Pieces((0,), (int(f),), (True,))


def not_after(f: TimeMap, g: TimeMap) -> Spans:
    """The minutes of the week at which ``f`` is not later than ``g``."""
    whole: Spans = ((0, WEEK),)
    if not isinstance(f, Pieces) and not isinstance(g, Pieces):
        return whole if f <= g else ()
    if -INFINITE in (f, g) or INFINITE in (f, g):
        return whole if f == -INFINITE or g == INFINITE else ()
    found: list[tuple[int, int]] = []
    for start, end, left, left_runs, right, right_runs in _cut_where_they_cross(f, g):
        if left > right:
            continue
        # equal at the start and drifting apart: only the first minute counts
        last = end - 1 - start
        holds = left + last * left_runs <= right + last * right_runs
        found.append((start, end if holds else start + 1))
    return joined(found)


def span_of_difference(f: TimeMap, g: TimeMap) -> tuple[Minutes, Minutes] | None:
    """Least and greatest ``f(t) - g(t)`` over the week; None where both are infinite."""
    if isinstance(f, Pieces) or isinstance(g, Pieces):
        infinite = [(h, sign) for h, sign in ((f, 1), (g, -1)) if h in (INFINITE, -INFINITE)]
        if not infinite:
            return _finite_difference(f, g)
        value = infinite[0][1] * float(_plain(infinite[0][0]))
        return value, value
    if f == g and f in (INFINITE, -INFINITE):
        return None
    return f - g, f - g


def _plain(f: TimeMap) -> Minutes:
    assert not isinstance(f, Pieces)
    return f


def _finite_difference(f: TimeMap, g: TimeMap) -> tuple[int, int]:
    found: list[int] = []
    for start, end, left, left_runs, right, right_runs in _side_by_side(f, g):
        last = end - 1 - start
        found.append(left - right)
        found.append(left + last * left_runs - right - last * right_runs)
    return min(found), max(found)
