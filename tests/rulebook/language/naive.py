"""Sentences about paths, evaluated by writing down every way: slow, and plainly right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import NodeKind, Pick

Set = frozenset[int]


def edges(graph: JourneyGraph) -> dict[int, list[int]]:
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
                found[node.number] += stretch
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
        self.onward = edges(graph)
        self.all = {node.number: list(ways(self.onward, node.number)) for node in graph.nodes}
        self.reached = {way[-1] for way in self.all[0]}

    def never(self, x: Set, until: Set) -> bool:
        return not any(way[-1] in x and not set(way) & until for way in self.all[0])

    def only_after(self, x: Set, y: Set) -> bool:
        return all(set(way) & y for way in self.all[0] if way[-1] in x)

    def passes(self, a: Set, b: Set, c: Set) -> bool:
        return all(set(way) & c for node in a & self.reached for way in self.all[node] if way[-1] in b)

    def can(self, node: int, y: Set, cost: Callable[[int, bool], float], limit: float) -> bool:
        """Some way leads to y, and costs no more than the limit."""
        return any(
            sum(cost(place, place in y) for place in way[1:]) <= limit
            for way in self.all[node]
            if way[-1] in y and not set(way[:-1]) & y
        )

    def possible(self, x: Set, y: Set, cost: Callable[[int, bool], float], limit: float) -> bool:
        return all(self.can(node, y, cost, limit) for node in x & self.reached)

    def stays(self, x: Set, y: Set, until: Set, cost: Callable[[int, bool], float], limit: float) -> bool:
        over = y | until
        ahead = [way for node in x & self.reached for way in self.all[node] if not set(way[:-1]) & over]
        return all(way[-1] in over or self.can(way[-1], y, cost, limit) for way in ahead)

    def follows(self, x: Set, y: Set) -> bool:
        return all(self._next_comes(node, y, ()) for node in x & self.reached)

    def _next_comes(self, node: int, y: Set, way: tuple[int, ...]) -> bool:
        targets = self.graph.successors[node]
        comes = [self._comes(target, y, way) for target in targets]
        if self.graph.nodes[node].split is Pick.ALL:
            return any(comes)
        return bool(comes) and all(comes)

    def _comes(self, node: int, y: Set, way: tuple[int, ...]) -> bool:
        if node in y:
            return True
        return node not in way and self._next_comes(node, y, (*way, node))

    def goes_round(self, avoid: Set) -> bool:
        moves = {node.number: list(self.graph.successors[node.number]) for node in self.graph.nodes}
        return any(
            node in moves[way[-1]] and not set(way) & avoid
            for node in self.reached
            for way in ways(moves, node)
        )
