"""A graph -> from where its ends can be reached, one backward pass for each outcome."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from journeyaudit.graph.stretches import newly_covered
from journeyaudit.model.flow import Outcome

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph


def that_reach(graph: JourneyGraph, targets: Iterable[int]) -> bytearray:
    """1 for every node from which one of ``targets`` can be reached: over moves, from the main flow
    also into interrupts whose stretch covers it, and back from an interrupt that falls off its end."""
    marked = bytearray(len(graph.nodes))
    queue: list[int] = []
    seen: dict[int | None, set[int]] = {}

    def mark(nodes: Iterable[int]) -> None:
        for node in nodes:
            if not marked[node]:
                marked[node] = 1
                queue.append(node)

    mark(targets)
    while queue:
        node = queue.pop()
        mark(graph.predecessors[node])
        # a stretch leads somewhere if and only if its first node does
        mark(graph.returns_at.get(node, ()))
        for interrupt in graph.entered_by.get(node, ()):
            mark(newly_covered(graph, interrupt, seen.setdefault(interrupt.ends, set())))
    return marked


def outcomes_of(graph: JourneyGraph) -> tuple[frozenset[Outcome], ...]:
    """Per node: the outcomes of the ends that can be reached from it."""
    found: list[frozenset[Outcome]] = [frozenset()] * len(graph.nodes)
    known: dict[tuple[frozenset[Outcome], Outcome], frozenset[Outcome]] = {}
    for outcome in Outcome:
        ends = [node.number for node in graph.nodes if node.outcome is outcome]
        if not ends:
            continue
        marked = that_reach(graph, ends)
        for node, here in enumerate(found):
            if marked[node]:
                found[node] = known.setdefault((here, outcome), here | {outcome})
    return tuple(found)
