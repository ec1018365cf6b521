"""Sets of minutes of the week, as sorted half-open spans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from journeyaudit.model.quantities import WEEK

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Sorted, disjoint, not touching; all within one week."""

NEVER: Spans = ()
WHOLE_WEEK: Spans = ((0, WEEK),)


def joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """The minutes that are in any of the spans (given in any order)."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def either(one: Spans, other: Spans) -> Spans:
    """Minutes in one or the other."""
    if not one or not other or one == other:
        return one or other
    return joined((*one, *other))


def both(one: Spans, other: Spans) -> Spans:
    """Minutes in both."""
    if one in (other, WHOLE_WEEK):
        return other
    if other == WHOLE_WEEK:
        return one
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(one) and j < len(other):
        start, end = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if start < end:
            found.append((start, end))
        if one[i][1] <= other[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


def outside(spans: Spans) -> Spans:
    """All other minutes of the week."""
    edges = [0, *(edge for span in spans for edge in span), WEEK]
    return tuple((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


def first_from(spans: Spans, minute: int) -> int | None:
    """The first of the minutes at or after this one, going round the week; None if there is none."""
    for start, end in spans:
        if end > minute:
            return max(start, minute)
    return spans[0][0] if spans else None


def holds(spans: Spans, minute: int) -> bool:
    return any(start <= minute < end for start, end in spans)
