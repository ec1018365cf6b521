"""Things of two texts -> which of them are the same thing, also under another name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import field
from itertools import pairwise
from typing import TypeVar

from journeyaudit.model.names import fold
from journeyaudit.source.record import record

Thing = TypeVar("Thing")

ALIKE = 0.6
"""From this likeness on, of 1, two names are taken for spellings of one."""
_MOST_COMPARED = 2500
"""More pairs of unknown names than this are not compared: nobody renames fifty things at once."""


@record
class Matches:
    """``pairs`` of places in the two lists, in the order of the later one; ``gone`` are the places in the
    earlier list, and ``new`` those in the later, that have no partner."""

    pairs: tuple[tuple[int, int], ...] = ()
    gone: tuple[int, ...] = field(default=())
    new: tuple[int, ...] = field(default=())


def matched(
    before: Sequence[Thing],
    after: Sequence[Thing],
    keys: Iterable[Callable[[Thing], Hashable]],
    likeness: Callable[[Thing, Thing], float] | None = None,
) -> Matches:
    """Pairs by the first key that both have, in their order; then, of what is left, the most alike."""
    pairs: dict[int, int] = {}
    gone, new = list(range(len(before))), list(range(len(after)))
    for key in keys:
        waiting: dict[Hashable, list[int]] = {}
        for number in reversed(gone):
            waiting.setdefault(key(before[number]), []).append(number)
        for number in new:
            same = waiting.get(key(after[number]))
            if same:
                pairs[number] = same.pop()
        taken = set(pairs.values())
        gone = [number for number in gone if number not in taken]
        new = [number for number in new if number not in pairs]
    if likeness is not None:
        alike = _most_alike(before, after, gone, new, likeness)
        pairs |= {number: old for old, number in alike}
    taken = set(pairs.values())
    return Matches(
        tuple((pairs[number], number) for number in sorted(pairs)),
        tuple(number for number in gone if number not in taken),
        tuple(number for number in new if number not in pairs),
    )


def _most_alike(
    before: Sequence[Thing],
    after: Sequence[Thing],
    gone: Sequence[int],
    new: Sequence[int],
    likeness: Callable[[Thing, Thing], float],
) -> list[tuple[int, int]]:
    if len(gone) * len(new) > _MOST_COMPARED:
        return []
    scored = [(likeness(before[old], after[number]), old, number) for old in gone for number in new]
    # of equally good pairs those that share a thing have different sums: the order of the sides plays no part
    scored.sort(key=lambda each: (-each[0], each[1] + each[2]))
    found: list[tuple[int, int]] = []
    taken_before: set[int] = set()
    taken_after: set[int] = set()
    for score, old, number in scored:
        if score >= ALIKE and old not in taken_before and number not in taken_after:
            found.append((old, number))
            taken_before.add(old)
            taken_after.add(number)
    return found


def name_likeness(one: str, other: str) -> float:
    """The share of the pairs of letters that two names have in common, 0 to 1; the same both ways."""
    first, second = _letter_pairs(one), _letter_pairs(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def _letter_pairs(name: str) -> set[tuple[str, str, int]]:
    folded = fold(name)
    seen: dict[tuple[str, str], int] = {}
    pairs = set()
    for pair in pairwise(folded):
        seen[pair] = seen.get(pair, 0) + 1
        pairs.add((*pair, seen[pair]))
    return pairs
