"""A graph -> for every node, the point of no return that comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph

_FAR = -1


def next_points_of_no_return(graph: JourneyGraph) -> tuple[int | None, ...]:
    """Per node the nearest one ahead over the moves, itself excluded; of equally near ones the one
    that a breadth-first search in source order meets first. One backward pass for all nodes."""
    points = [node.number for node in graph.nodes if node.no_return]
    distance, nearest = _nearest(graph, points)
    return tuple(
        _other_than_itself(graph, node, distance, nearest)
        if graph.nodes[node].no_return
        else (nearest[node] if distance[node] != _FAR else None)
        for node in range(len(graph.nodes))
    )


def _nearest(graph: JourneyGraph, points: Sequence[int]) -> tuple[list[int], list[int]]:
    """Per node: how many moves to the nearest point (0: it is one; -1: none), and which one it is."""
    distance = [_FAR] * len(graph.nodes)
    nearest = list(range(len(graph.nodes)))
    for point in points:
        distance[point] = 0
    order = list(points)
    for node in order:
        for before in graph.predecessors[node]:
            if distance[before] == _FAR:
                distance[before] = distance[node] + 1
                order.append(before)
    for node in order[len(points) :]:
        # the first way in source order that comes nearer is the one a forward search takes
        step = next(n for n in graph.successors[node] if distance[n] == distance[node] - 1)
        nearest[node] = nearest[step]
    return distance, nearest


def _other_than_itself(
    graph: JourneyGraph, point: int, distance: Sequence[int], nearest: Sequence[int]
) -> int | None:
    """Searches only those nodes whose nearest point is this one: together they are all nodes, once."""
    best: tuple[int, int] | None = None
    depth = {point: 0}
    queue = [point]
    for node in queue:
        if best is not None and depth[node] + 1 >= best[0]:
            break
        for target in graph.successors[node]:
            if target in depth or distance[target] == _FAR:
                continue
            depth[target] = depth[node] + 1
            if nearest[target] == point:
                queue.append(target)
            elif best is None or depth[target] + distance[target] < best[0]:
                best = (depth[target] + distance[target], nearest[target])
    return best[1] if best else None
