"""A graph -> what the flow lacks: places nobody reaches, flow that just stops, waits without a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.graph.components import strongly_connected
from journeyaudit.graph.stretches import falls_off
from journeyaudit.model.flow import MoveKind, Node, NodeKind
from journeyaudit.model.quantities import INFINITE
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph


@record
class Unreached:
    """The first node of a part that nobody reaches, and how many other places hang behind it."""

    node: int
    behind: int


def unreached(graph: JourneyGraph) -> tuple[Unreached, ...]:
    """One for each part; nodes that only close a block (joins, loops) do not count."""
    lost = [node.number for node in graph.nodes if not graph.is_reachable(node.number)]
    place = {node: at for at, node in enumerate(lost)}
    ways = [[place[target] for target in _onward(graph, node)] for node in lost]
    taken = bytearray(len(lost))
    found = []
    for root in _first_places(ways):
        if taken[root]:
            continue
        taken[root] = 1
        part = [root]
        for at in part:
            for target in ways[at]:
                if not taken[target]:
                    taken[target] = 1
                    part.append(target)
        told = [lost[at] for at in part if _worth_telling(graph.nodes[lost[at]])]
        if told:
            found.append(Unreached(told[0], len(told) - 1))
    return tuple(sorted(found, key=lambda one: one.node))


def _onward(graph: JourneyGraph, node: int) -> list[int]:
    ahead = (*graph.successors[node], *graph.entries_at.get(node, ()))
    return [target for target in ahead if not graph.is_reachable(target)]


def _first_places(ways: list[list[int]]) -> list[int]:
    """The first node of each component that no other component leads to, in source order."""
    components = strongly_connected(ways)
    component_of = [0] * len(ways)
    for number, component in enumerate(components):
        for node in component:
            component_of[node] = number
    entered = bytearray(len(components))
    for node, targets in enumerate(ways):
        for target in targets:
            if component_of[target] != component_of[node]:
                entered[component_of[target]] = 1
    return sorted(min(component) for number, component in enumerate(components) if not entered[number])


def _worth_telling(node: Node) -> bool:
    return bool(node.name) or node.kind not in (NodeKind.JOIN, NodeKind.LOOP, NodeKind.FORK)


def loose_ends(graph: JourneyGraph) -> tuple[int, ...]:
    return tuple(
        node.number for node in graph.nodes if graph.is_reachable(node.number) and stops(graph, node.number)
    )


def stops(graph: JourneyGraph, node: int) -> bool:
    """Does the flow just stop here: no way on, no end, and nothing to return to?"""
    return (
        not graph.successors[node]
        and graph.nodes[node].kind is not NodeKind.END
        and not falls_off(graph, node)
    )


def endless_waits(graph: JourneyGraph) -> tuple[int, ...]:
    return tuple(
        node.number
        for node in graph.nodes
        if node.kind is NodeKind.WAIT_FOR
        and graph.is_reachable(node.number)
        and not _has_limit(node)
        and not any(
            move.delay is not None or move.kind is MoveKind.LATE for move in graph.moves_from(node.number)
        )
    )


def _has_limit(node: Node) -> bool:
    return node.takes is not None and node.takes.high is not None and node.takes.high < INFINITE
