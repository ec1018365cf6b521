"""Sentences about paths, evaluated by writing down every way: slow, and plainly right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import MoveKind, NodeKind, Pick

Set = frozenset[int]
Cost = Callable[[int, bool], float]
Rounds = tuple[int, ...]
"""The limited repeats that went round once more, each as often as it did."""
Way = tuple[tuple[int, Rounds], ...]


def edges(graph: JourneyGraph, returning: Set) -> dict[int, list[int]]:
    """Moves, ways into interrupts from all of their stretch, ways back from bodies that fall off."""
    found = {node.number: list(graph.successors[node.number]) for node in graph.nodes}
    for interrupt in graph.journey.interrupts:
        if interrupt.entry is None:
            continue
        stretch = graph.stretch(interrupt.number)
        for node in stretch:
            found[node].append(interrupt.entry)
        for node in graph.nodes:
            over = not graph.successors[node.number] and node.kind is not NodeKind.END
            if over and node.region == interrupt.number:
                found[node.number] += [number for number in stretch if number in returning]
    return found


def ways(onward: dict[int, list[int]], start: int) -> Iterator[tuple[int, ...]]:
    """All ways from a place that pass no place twice, also the one that stays there."""
    waiting = [(start,)]
    while waiting:
        way = waiting.pop()
        yield way
        waiting += [(*way, target) for target in set(onward[way[-1]]) if target not in way]


class Naive:
    def __init__(self, graph: JourneyGraph) -> None:
        self.graph = graph
        outward = edges(graph, frozenset())
        self.reached = frozenset(way[-1] for way in ways(outward, 0))
        onward = edges(graph, self.reached)
        self.all = {node.number: list(ways(onward, node.number)) for node in graph.nodes}
        # one returns to where one was: new places are only for those who begin inside
        self.begun = {
            node.number: self.all[node.number]
            if node.region is not None
            else list(ways(outward, node.number))
            for node in graph.nodes
        }

    def never(self, x: Set, until: Set) -> bool:
        return not any(way[-1] in x and not set(way) & until for way in self.begun[0])

    def only_after(self, x: Set, y: Set) -> bool:
        return all(set(way) & y for way in self.begun[0] if way[-1] in x)

    def passes(self, a: Set, b: Set, c: Set) -> bool:
        return all(set(way) & c for node in a & self.reached for way in self.begun[node] if way[-1] in b)

    def can(self, ways: Iterable[tuple[int, ...]], y: Set, cost: Cost, limit: float) -> bool:
        """One of the ways leads to y, and costs no more than the limit."""
        return any(
            sum(cost(place, place in y) for place in way[1:]) <= limit
            for way in ways
            if way[-1] in y and not set(way[:-1]) & y
        )

    def possible(self, x: Set, y: Set, cost: Cost, limit: float) -> bool:
        return all(self.can(self.begun[node], y, cost, limit) for node in x & self.reached)

    def stays(self, x: Set, y: Set, until: Set, cost: Cost, limit: float) -> bool:
        over = y | until
        ahead = [way for node in x & self.reached for way in self.begun[node] if not set(way[:-1]) & over]
        return all(way[-1] in over or self.can(self.all[way[-1]], y, cost, limit) for way in ahead)

    def follows(self, x: Set, y: Set) -> bool:
        return all(self._next_comes(node, y, ()) for node in x & self.reached)

    def _next_comes(self, node: int, y: Set, way: Way, rounds: Rounds = ()) -> bool:
        comes = [self._comes(target, y, way, more) for target, more in self._moves(node, rounds)]
        if self.graph.nodes[node].split is Pick.ALL:
            return any(comes)
        return bool(comes) and all(comes)

    def _moves(self, node: int, rounds: Rounds) -> Iterator[tuple[int, Rounds]]:
        """Where it goes on; a limited repeat goes round once more while it may."""
        for move in self.graph.moves_from(node):
            limit = self.graph.nodes[node].times
            if move.kind is not MoveKind.AGAIN or limit is None:
                yield move.target, rounds
            elif rounds.count(node) < limit:
                yield move.target, tuple(sorted((*rounds, node)))

    def _comes(self, node: int, y: Set, way: Way, rounds: Rounds) -> bool:
        if node in y:
            return True
        spot = (node, rounds)
        return spot not in way and self._next_comes(node, y, (*way, spot), rounds)

    def goes_round(self, avoid: Set) -> bool:
        moves = {node.number: list(self.graph.successors[node.number]) for node in self.graph.nodes}
        return any(
            node in moves[way[-1]] and not set(way) & avoid
            for node in self.reached
            for way in ways(moves, node)
        )
