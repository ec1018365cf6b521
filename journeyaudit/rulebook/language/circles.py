"""Who asks whom -> those who are asked in a circle."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Asking = TypeVar("Asking", bound=Hashable)


def on_circles(asks: Mapping[Asking, Sequence[Asking]]) -> frozenset[Asking]:
    """Those who stand on a circle, or between two circles, of the relation; linear in its size.

    Whoever asks nobody further is taken away until nobody is left to take, then whoever is asked by
    nobody: what remains goes round.
    """
    onward = {one: [other for other in others if other in asks] for one, others in asks.items()}
    rest = _peeled(onward)
    back: dict[Asking, list[Asking]] = {one: [] for one in rest}
    for one in rest:
        for other in onward[one]:
            if other in rest:
                back[other].append(one)
    return frozenset(_peeled(back))


def _peeled(onward: Mapping[Asking, Sequence[Asking]]) -> dict[Asking, None]:
    """Without those from whom every way ends."""
    left = {one: len(others) for one, others in onward.items()}
    behind: dict[Asking, list[Asking]] = {one: [] for one in onward}
    for one, others in onward.items():
        for other in others:
            behind[other].append(one)
    ended = [one for one, count in left.items() if count == 0]
    for one in ended:
        for before in behind[one]:
            left[before] -= 1
            if left[before] == 0:
                ended.append(before)
    over = frozenset(ended)
    return {one: None for one in onward if one not in over}
