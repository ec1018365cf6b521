"""How long, or how many contacts, it takes at least to get from each place to a goal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from math import ceil, inf
from typing import TYPE_CHECKING

from journeyaudit.model.flow import Node, NodeKind
from journeyaudit.model.quantities import DAY, INFINITE, Duration
from journeyaudit.verdicts.verdict import MissingFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_UNKNOWN = Duration(None, None)
_UNTIMED = (NodeKind.STEP, NodeKind.USE)


def minutes(length: Duration, generous: bool) -> float:
    """The shortest reading of a length of time, or the longest; working days with their weekends."""
    if generous:
        low = length.low or 0
        return float(low * DAY if length.working else low)
    if length.high is None or length.high == INFINITE:
        return inf
    return float((length.high + 2 * ceil(length.high / 5)) * DAY if length.working else length.high)


def passing(node: Node, generous: bool) -> float:
    """Waiting and working at a place; opening hours do not count (docs/rule-language.md)."""
    return waiting(node, generous) + minutes(_takes(node), generous)


def waiting(node: Node, generous: bool) -> float:
    """The time before it begins there."""
    return minutes(node.waits, generous) if node.waits is not None else 0.0


def _takes(node: Node) -> Duration:
    if node.takes is not None:
        return node.takes
    if node.kind in _UNTIMED:
        return _UNKNOWN
    return Duration(0, INFINITE) if node.kind is NodeKind.WAIT_FOR else Duration(0, 0)


def has_shortest_time(node: Node) -> bool:
    """Is it stated how long one waits and works there at least?"""
    return all(length.low is not None for length in (node.waits, _takes(node)) if length is not None)


def untimed(look: Look) -> tuple[MissingFact, ...]:
    """Facts without which the time through the flow cannot be told."""
    return tuple(
        MissingFact("takes", node.title, look.case.place_of(node))
        for node in look.journey.nodes
        if node.name and (not _takes(node).known)
    )


def contacts(node: Node) -> float:
    """A place with a channel is one more contact."""
    return 1.0 if node.on else 0.0


def nearness(
    look: Look,
    goal: bytearray,
    back: Sequence[Sequence[int]],
    cost: Callable[[Node], float],
    arriving: Callable[[Node], float],
) -> list[float]:
    """From being through with each place until the goal begins: the least sum of ``cost`` in between.

    ``back`` are the ways, backwards; ``arriving`` is what it costs to begin at the goal. 0 at the goal
    itself; infinite where no way leads there.
    """
    nodes = look.journey.nodes
    far = [inf] * look.ways.size
    queue: list[tuple[float, int]] = []
    for number in range(look.ways.count):
        if goal[number]:
            far[number] = 0.0
            heappush(queue, (0.0, number))
    done = bytearray(look.ways.size)
    while queue:
        distance, number = heappop(queue)
        if done[number]:
            continue
        done[number] = 1
        own = nodes[number] if number < look.ways.count else None
        here = 0.0 if own is None else arriving(own) if goal[number] else cost(own)
        for before in back[number]:
            if distance + here < far[before]:
                far[before] = distance + here
                heappush(queue, (far[before], before))
    return far
