"""A set of places -> from where the flow comes there on every way, whoever decides: AF."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import MoveKind, NodeKind, Pick

if TYPE_CHECKING:
    from collections.abc import Sequence


def always_comes(graph: JourneyGraph, goal: bytearray) -> bytearray:
    """1 for every node from which every way over the moves comes to the goal.

    Of a fork one branch is enough, since all of them run. No fairness: what may go round for ever
    does, except a loop that is limited by `at most`. Linear: two passes with counters.
    """
    limited = _limited(graph)
    found = _least(graph, goal, limited)
    return _largest_within(graph, goal, found) if any(limited) else found


def _limited(graph: JourneyGraph) -> bytearray:
    """1 for every loop that goes round only so often."""
    return bytearray(node.kind is NodeKind.LOOP and node.times is not None for node in graph.nodes)


def onward(graph: JourneyGraph, node: int, limited: Sequence[int]) -> list[int]:
    """Where it goes on, without going round a limited loop once more."""
    return [
        move.target for move in graph.moves_from(node) if not (limited[node] and move.kind is MoveKind.AGAIN)
    ]


def _least(graph: JourneyGraph, goal: bytearray, limited: bytearray) -> bytearray:
    ways = [onward(graph, node.number, limited) for node in graph.nodes]
    back: list[list[int]] = [[] for _ in ways]
    for node, targets in enumerate(ways):
        for target in targets:
            back[target].append(node)
    needs = [1 if forks(graph, node) and targets else len(targets) for node, targets in enumerate(ways)]
    found = bytearray(len(ways))
    queue = [node for node in range(len(ways)) if goal[node]]
    for node in queue:
        found[node] = 1
    for node in queue:
        for before in back[node]:
            needs[before] -= 1
            if needs[before] <= 0 and not found[before]:
                found[before] = 1
                queue.append(before)
    return found


def _largest_within(graph: JourneyGraph, goal: bytearray, found: bytearray) -> bytearray:
    """Going round a limited loop once more must not lead astray either."""
    good = [sum(found[target] for target in graph.successors[node]) for node in range(len(found))]
    fails = [
        node for node in range(len(found)) if found[node] and not goal[node] and not _holds(graph, node, good)
    ]
    for node in fails:
        found[node] = 0
    for node in fails:
        for before in graph.predecessors[node]:
            good[before] -= 1
            if found[before] and not goal[before] and not _holds(graph, before, good):
                found[before] = 0
                fails.append(before)
    return found


def _holds(graph: JourneyGraph, node: int, good: list[int]) -> bool:
    if forks(graph, node):
        return good[node] > 0
    return good[node] == len(graph.successors[node])


def forks(graph: JourneyGraph, node: int) -> bool:
    """Do all ways on run at the same time?"""
    return graph.nodes[node].split is Pick.ALL


def longest_until(
    graph: JourneyGraph, goal: bytearray, cost: Sequence[float], arriving: Sequence[float]
) -> list[float]:
    """From being through with each node until the goal begins next, at most; infinite where it may not.

    ``cost`` is what it takes to pass a node, ``arriving`` to begin at the goal. A limited loop counts
    with all its rounds.
    """
    limited = _limited(graph)
    comes = always_comes(graph, goal)
    rounds = _rounds(graph, limited)
    ways = [onward(graph, node, limited) for node in range(len(comes))]
    longest = [inf] * len(comes)

    def ahead(node: int) -> float:
        times = [
            arriving[target] if goal[target] else cost[target] * rounds[target] + longest[target]
            for target in ways[node]
        ]
        return min(times, default=inf) if forks(graph, node) else max(times, default=inf)

    for node in _inner_first(ways, comes, goal):
        longest[node] = 0.0 if goal[node] else ahead(node)
    return [ahead(node) for node in range(len(comes))]


def _rounds(graph: JourneyGraph, limited: bytearray) -> list[int]:
    """How often each node is passed at most because of the limited loops around it."""
    rounds = [1] * len(graph.nodes)
    for component in graph.components:
        product = 1
        for node in component:
            product *= max(1, graph.nodes[node].times or 1) if limited[node] else 1
        for node in component:
            rounds[node] = product
    return rounds


def _inner_first(ways: Sequence[Sequence[int]], comes: bytearray, goal: bytearray) -> list[int]:
    """Nodes that come to the goal, each behind all those it leads to."""
    order: list[int] = []
    seen = bytearray(len(comes))
    for root in range(len(comes)):
        stack = [(root, iter(ways[root]))] if comes[root] and not seen[root] else []
        seen[root] = 1
        while stack:
            node, targets = stack[-1]
            for target in targets if not goal[node] else ():
                if comes[target] and not seen[target]:
                    seen[target] = 1
                    stack.append((target, iter(ways[target])))
                    break
            else:
                stack.pop()
                order.append(node)
    return order
