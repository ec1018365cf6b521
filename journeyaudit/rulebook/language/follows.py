"""A set of places -> from where the flow comes there on every way, whoever decides: AF."""

from __future__ import annotations

from heapq import heappop, heappush
from math import inf
from typing import TYPE_CHECKING

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import MoveKind, NodeKind, Pick

if TYPE_CHECKING:
    from collections.abc import Sequence


def always_comes(graph: JourneyGraph, goal: bytearray) -> bytearray:
    """1 for every node from which every way over the moves comes to the goal.

    Of a fork one branch is enough, since all of them run. No fairness: what may go round for ever
    does, except a loop that is limited by `at most`. Linear, unless a branch of a fork leads back before
    the fork and another one fails in a limited loop.
    """
    limited = _limited(graph)
    found = _least(graph, goal, limited, bytearray(b"\1") * len(goal))
    while any(limited):
        kept = _largest_within(graph, goal, found)
        # forks on a circle may hold each other up, so what is kept must still come to the goal
        found = _least(graph, goal, limited, kept)
        if found == kept:
            break
    return found


def _limited(graph: JourneyGraph) -> bytearray:
    """1 for every loop that goes round only so often."""
    return bytearray(node.kind is NodeKind.LOOP and node.times is not None for node in graph.nodes)


def onward(graph: JourneyGraph, node: int, limited: Sequence[int]) -> list[int]:
    """Where it goes on, without going round a limited loop once more."""
    return [
        move.target for move in graph.moves_from(node) if not (limited[node] and move.kind is MoveKind.AGAIN)
    ]


def _least(graph: JourneyGraph, goal: bytearray, limited: bytearray, within: bytearray) -> bytearray:
    """What comes to the goal through ``within`` if no limited loop goes round once more."""
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
            if needs[before] <= 0 and within[before] and not found[before]:
                found[before] = 1
                queue.append(before)
    return found


def _largest_within(graph: JourneyGraph, goal: bytearray, found: bytearray) -> bytearray:
    """Going round a limited loop once more must not lead astray either."""
    found = bytearray(found)
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
    graph: JourneyGraph,
    goal: bytearray,
    comes: bytearray,
    cost: Sequence[float],
    arriving: Sequence[float],
) -> list[float]:
    """From being through with each node until the goal begins next, at most; infinite where it may not.

    ``comes`` is what ``always_comes`` has found, ``cost`` is what it takes to pass a node, ``arriving`` to
    begin at the goal. A limited loop counts with all its rounds.
    """
    limited = _limited(graph)
    rounds = _rounds(graph, limited)
    ways = [onward(graph, node, limited) for node in range(len(goal))]
    spent = [arriving[n] if goal[n] else cost[n] * rounds[n] for n in range(len(goal))]
    longest = _slowest(graph, goal, comes, ways, spent)
    return [
        _combined(graph, node, [spent[target] + longest[target] for target in ways[node]])
        for node in range(len(goal))
    ]


def _combined(graph: JourneyGraph, node: int, times: Sequence[float]) -> float:
    return min(times, default=inf) if forks(graph, node) else max(times, default=inf)


def _slowest(
    graph: JourneyGraph,
    goal: bytearray,
    comes: bytearray,
    ways: Sequence[Sequence[int]],
    spent: Sequence[float],
) -> list[float]:
    """The time from each node to the goal, shortest first, so that circles around forks do no harm:
    a fork has its time with its first branch that comes, any other node with its last way on."""
    back: list[list[int]] = [[] for _ in ways]
    for node, targets in enumerate(ways):
        for target in targets:
            back[target].append(node)
    open_ways = [len(targets) for targets in ways]
    worst = [0.0] * len(ways)
    longest = [inf] * len(ways)
    done = bytearray(len(ways))
    queue = [(0.0, node) for node in range(len(ways)) if goal[node]]
    while queue:
        time, node = heappop(queue)
        if done[node]:
            continue
        done[node], longest[node] = 1, time
        for before in back[node] if comes[node] else ():
            open_ways[before] -= 1
            worst[before] = max(worst[before], time + spent[node])
            if forks(graph, before):
                heappush(queue, (time + spent[node], before))
            elif not open_ways[before]:
                heappush(queue, (worst[before], before))
    return longest


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
