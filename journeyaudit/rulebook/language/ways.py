"""A graph -> the ways through a journey with its interrupts, and searches along them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeyaudit.graph import JourneyGraph
from journeyaudit.graph.reach import behind, trail_to
from journeyaudit.graph.stretches import falls_off
from journeyaudit.source.record import record

LONGEST = 102
"""Of a longer way only so many places are told: the first two and the last ones."""


@record
class Ways:
    """``onward`` and ``back`` by node number; numbers from ``count`` on stand between the places of a
    stretch and the interrupt that may begin or return there."""

    count: int
    onward: tuple[tuple[int, ...], ...]
    back: tuple[tuple[int, ...], ...]
    outward: tuple[tuple[int, ...], ...]
    """``onward`` without returning from interrupts: one returns to where one was, so whoever begins
    outside comes to no new place by that."""
    inward: tuple[tuple[int, ...], ...]
    """``outward``, backwards."""

    @property
    def size(self) -> int:
        return len(self.onward)

    def nobody(self) -> bytearray:
        """An empty set of places."""
        return bytearray(self.size)


def ways_of(graph: JourneyGraph) -> Ways:
    """Every move, the ways into interrupts from all places of their stretch, and back from those that
    fall off their end."""
    onward: list[list[int]] = [list(targets) for targets in graph.successors]
    returns = set()
    for interrupt in graph.journey.interrupts:
        if interrupt.entry is None:
            continue
        stretch = graph.stretch(interrupt.number)
        entering, returning = len(onward), len(onward) + 1
        onward += [[interrupt.entry], [node for node in stretch if graph.is_reachable(node)]]
        returns.add(returning)
        for node in stretch:
            onward[node].append(entering)
        for node in graph.interrupt_body(interrupt.number):
            if falls_off(graph, node):
                onward[node].append(returning)
    outward = [() if node in returns else tuple(targets) for node, targets in enumerate(onward)]
    return Ways(
        len(graph.nodes), tuple(map(tuple, onward)), _backwards(onward), tuple(outward), _backwards(outward)
    )


def _backwards(onward: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    back: list[list[int]] = [[] for _ in onward]
    for source, targets in enumerate(onward):
        for target in targets:
            back[target].append(source)
    return tuple(map(tuple, back))


def spread(
    seeds: Iterable[int], onward: Sequence[Sequence[int]], closed: bytearray | None = None
) -> bytearray:
    """1 for the seeds and all that lies ahead of them without entering ``closed``; a closed seed is
    none."""
    marked = bytearray(len(onward))
    queue = []
    for seed in seeds:
        if not marked[seed] and not (closed and closed[seed]):
            marked[seed] = 1
            queue.append(seed)
    for node in queue:
        for target in onward[node]:
            if not marked[target] and not (closed and closed[target]):
                marked[target] = 1
                queue.append(target)
    return marked


@record
class Tree:
    """What one search met: ``came_from`` by node, -1 for seeds, None for what it did not meet. ``began``
    are the first two nodes of the way to each."""

    came_from: tuple[int | None, ...]
    began: tuple[tuple[int, ...], ...]

    def way_to(self, node: int) -> tuple[int, ...]:
        """The shortest way from a seed, () if there is none; of a very long one both ends."""
        if self.came_from[node] is None:
            return ()
        return trail_to(node, self.came_from, self.began, LONGEST)  # type: ignore[arg-type]


def tree(seeds: Iterable[int], onward: Sequence[Sequence[int]], closed: bytearray | None = None) -> Tree:
    """All shortest ways from the seeds that enter no closed place, for whoever asks for many."""
    came_from: list[int | None] = [None] * len(onward)
    began: list[tuple[int, ...]] = [()] * len(onward)
    queue = []
    for seed in seeds:
        if came_from[seed] is None and not (closed and closed[seed]):
            came_from[seed] = -1
            began[seed] = (seed,)
            queue.append(seed)
    for node in queue:
        for target in onward[node]:
            if came_from[target] is None and not (closed and closed[target]):
                came_from[target] = node
                began[target] = behind(target, node, began)
                queue.append(target)
    return Tree(tuple(came_from), tuple(began))


def shortest(
    seeds: Iterable[int],
    onward: Sequence[Sequence[int]],
    goal: bytearray,
    closed: bytearray | None = None,
) -> tuple[int, ...]:
    """The shortest way from a seed to the goal that enters no closed place; () if there is none."""
    came_from: dict[int, int] = {}
    queue = []
    for seed in seeds:
        if seed not in came_from and not (closed and closed[seed]):
            came_from[seed] = -1
            queue.append(seed)
    for node in queue:
        if goal[node]:
            return way_to(node, came_from)
        for target in onward[node]:
            if target not in came_from and not (closed and closed[target]):
                came_from[target] = node
                queue.append(target)
    return ()


def way_to(node: int, came_from: Mapping[int, int]) -> tuple[int, ...]:
    """The places up to ``node``, read back from where a search came to each; -1 is before the first."""
    way = []
    while node >= 0:
        way.append(node)
        node = came_from[node]
    return tuple(reversed(way))


def members(marked: bytearray, count: int) -> list[int]:
    """The numbers of the places in a set, in source order, without what stands between places."""
    return [node for node in range(count) if marked[node]]
