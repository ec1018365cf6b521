"""Questions about the ways between two nodes, answered by searching no more than the answer needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph


def between(graph: JourneyGraph, first: int, last: int) -> tuple[int, ...]:
    """Searches from both sides in step; the side that is exhausted first bounds the other one."""
    if first == last:
        return (first,)
    ahead, behind = {first}, {last}
    ahead_queue, behind_queue = [first], [last]
    at = 0
    while at < len(ahead_queue) and at < len(behind_queue):
        if ahead_queue[at] != last:
            _spread(ahead_queue[at], graph.successors, ahead, ahead_queue)
        _spread(behind_queue[at], graph.predecessors, behind, behind_queue)
        at += 1
    if at == len(ahead_queue):
        found = _within(last, graph.predecessors, ahead) if last in ahead else set()
    else:
        found = _within(first, graph.successors, behind, last) if first in behind else set()
    return tuple(sorted(found))


def _spread(node: int, onward: Sequence[Sequence[int]], seen: set[int], queue: list[int]) -> None:
    for target in onward[node]:
        if target not in seen:
            seen.add(target)
            queue.append(target)


def _within(
    start: int, onward: Sequence[Sequence[int]], allowed: set[int], last: int | None = None
) -> set[int]:
    """What lies ahead of ``start`` without leaving ``allowed`` and without going past ``last``."""
    seen, queue = {start}, [start]
    for node in queue:
        for target in onward[node] if node != last else ():
            if target in allowed and target not in seen:
                seen.add(target)
                queue.append(target)
    return seen


def every_way_passes(graph: JourneyGraph, start: int, end: int, via: int) -> bool:
    if via in (start, end):
        return True
    seen, queue = {start, via}, [start]
    for node in queue:
        if node == end:
            return False
        _spread(node, graph.successors, seen, queue)
    return True
