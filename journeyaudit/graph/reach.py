"""A graph -> one breadth-first search tree from its start, shared by all trails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeyaudit.graph.stretches import begin_of
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph

NOBODY = -1


@record
class Reach:
    """``order``: reached nodes as the search met them. ``came_from`` and ``rank`` (place in ``order``)
    are per node, -1 where there is none. A node may come from a place that has no move to it: an
    interrupt is entered from the first node of its stretch. ``began``: the first two
    nodes of its trail."""

    order: tuple[int, ...]
    came_from: tuple[int, ...]
    rank: tuple[int, ...]
    began: tuple[tuple[int, ...], ...]

    def trail_to(self, node: int, most: int | None = None) -> tuple[int, ...]:
        return trail_to(node, self.came_from, self.began, most) if self.rank[node] >= 0 else ()


def trail_to(
    node: int, came_from: Sequence[int], began: Sequence[tuple[int, ...]], most: int | None
) -> tuple[int, ...]:
    """Back from a node that was reached; of a trail of more than ``most`` nodes its first two and its
    last ones, found in as many steps."""
    trail: list[int] = []
    at = node
    while at != NOBODY and (most is None or len(trail) <= most):
        trail.append(at)
        at = came_from[at]
    if most is not None and len(trail) > most:
        trail = [*trail[: most - 2], *reversed(began[node])]
    return tuple(reversed(trail))


def reach_of(graph: JourneyGraph) -> Reach:
    """Breadth first along the moves in source order, then into the interrupts that may begin."""
    count = len(graph.successors)
    came_from = [NOBODY] * count
    rank = [-1] * count
    began: list[tuple[int, ...]] = [()] * count
    order: list[int] = []

    def meet(node: int, before: int) -> None:
        if rank[node] < 0:
            rank[node] = len(order)
            came_from[node] = before
            began[node] = behind(node, before, began)
            order.append(node)

    meet(0, NOBODY)
    at = 0
    while True:
        while at < len(order):
            node = order[at]
            at += 1
            for target in graph.successors[node]:
                meet(target, node)
            for entry in graph.entries_at.get(node, ()):
                meet(entry, node)
        late = _entered_midway(graph, rank)
        if late is None:
            return Reach(tuple(order), tuple(came_from), tuple(rank), tuple(began))
        meet(*late)


def behind(node: int, before: int, began: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The first two nodes of the trail to a node that is met from another one."""
    if before == NOBODY:
        return (node,)
    return began[before] if len(began[before]) == 2 else (before, node)


def _entered_midway(graph: JourneyGraph, rank: list[int]) -> tuple[int, int] | None:
    """(entry, node before it) of an interrupt whose stretch is reached although its beginning is not."""
    for interrupt in graph.journey.interrupts:
        begins = begin_of(graph, interrupt)
        if begins is None or interrupt.entry is None or rank[begins] >= 0 or rank[interrupt.entry] >= 0:
            continue
        inside = [node for node in graph.stretch(interrupt.number) if rank[node] >= 0]
        if inside:
            return interrupt.entry, min(inside, key=rank.__getitem__)
    return None
