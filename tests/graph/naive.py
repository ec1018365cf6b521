"""The same questions answered in the most obvious way, by trying everything out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Interrupt, MoveKind, NodeKind, Pick

Edges = Sequence[tuple[int, int]]


def closure(count: int, edges: Edges) -> list[list[bool]]:
    """``reach[a][b]``: a way of any length (also none) leads from a to b. Warshall's algorithm."""
    reach = [[a == b for b in range(count)] for a in range(count)]
    for a, b in edges:
        reach[a][b] = True
    for via, a, b in product(range(count), repeat=3):
        if reach[a][via] and reach[via][b]:
            reach[a][b] = True
    return reach


def moves(graph: JourneyGraph) -> list[tuple[int, int]]:
    return [(move.source, move.target) for move in graph.journey.moves]


def stretch(graph: JourneyGraph, interrupt: Interrupt) -> list[int]:
    begins = interrupt.begins or 0
    main = [n.number for n in graph.nodes if n.region is None and n.number != interrupt.ends]
    if begins not in main:
        return []
    inner = [(a, b) for a, b in moves(graph) if a in main and b in main]
    return [b for b in main if closure(len(graph.nodes), inner)[begins][b]]


def falls_off(graph: JourneyGraph, node: int) -> bool:
    here = graph.nodes[node]
    return here.region is not None and here.kind is not NodeKind.END and not graph.successors[node]


def with_interrupts(graph: JourneyGraph, returning: bool) -> list[tuple[int, int]]:
    """All moves, and those into interrupts from each node of their stretch (and back)."""
    edges = moves(graph)
    for interrupt in graph.journey.interrupts:
        body = [n.number for n in graph.nodes if n.region == interrupt.number]
        for covered in stretch(graph, interrupt):
            edges.append((covered, interrupt.entry))
            if returning:
                edges += [(node, covered) for node in body if falls_off(graph, node)]
    return edges


class TokenGame:
    """Plays a wired main flow: a state is the set of moves that carry a token; "in" is the first."""

    def __init__(self, graph: JourneyGraph) -> None:
        self.graph = graph
        self.moves = list(graph.journey.moves)
        self.clash = False
        self.stuck: set[int] = set()
        self._explore()

    def _into(self, node: int) -> list[object]:
        first: list[object] = ["in"] if node == 0 else []
        return first + [m for m, move in enumerate(self.moves) if move.target == node]

    def _out(self, node: int) -> list[list[int]]:
        """The sets of moves that may be taken together."""
        out = [m for m, move in enumerate(self.moves) if move.source == node]
        if not out:
            return [[]]
        if self.graph.nodes[node].split is not Pick.ALL:
            return [[m] for m in out]
        detours = [m for m in out if self.moves[m].kind in (MoveKind.LATE, MoveKind.FAILS)]
        rest = [m for m in out if m not in detours]
        return [[m] for m in detours] + ([rest] if rest else [])

    def _firings(self, state: frozenset[object]) -> list[tuple[int, frozenset[object] | None]]:
        """(node, state after it); the state is None for a clash."""
        found: list[tuple[int, frozenset[object] | None]] = []
        for node in self.graph.nodes:
            into = self._into(node.number)
            if node.merge is Pick.ALL and node.kind is not NodeKind.END:
                choices = [into] if into and all(m in state for m in into) else []
            else:
                choices = [[m] for m in into if m in state]
            for taken in choices:
                rest = state - set(taken)
                puts = map(set, self._out(node.number))
                found += [(node.number, None if rest & put else rest | put) for put in puts]
        return found

    def _explore(self) -> None:
        start: frozenset[object] = frozenset(["in"])
        onward = {}
        queue = [start]
        for state in queue:
            if state not in onward:
                onward[state] = self._firings(state)
                queue += [after for _, after in onward[state] if after is not None]
        self.clash = any(after is None for found in onward.values() for _, after in found)
        if self.clash:
            return
        for state in onward:
            seen, fired, ahead = {state}, set(), [state]
            for one in ahead:
                for node, after in onward[one]:
                    fired.add(node)
                    if after not in seen:
                        seen.add(after)
                        ahead.append(after)
            for node in self.graph.nodes:
                into = self._into(node.number)
                waits = node.merge is Pick.ALL and node.kind is not NodeKind.END and len(into) > 1
                if waits and any(m in state for m in into) and node.number not in fired:
                    self.stuck.add(node.number)
