"""A graph -> the regions one can enter and never leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.graph.components import on_cycles
from journeyaudit.graph.gaps import stops
from journeyaudit.graph.outcomes import that_reach
from journeyaudit.graph.stretches import falls_off
from journeyaudit.model.flow import Move, NodeKind
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph


@record
class TrapRegion:
    """Nodes from which one only comes to nodes of the same region, for ever.

    ``stuck`` are its nodes in source order, ``entry`` the one where the shortest trail from the start
    enters, ``door`` the move by which it does (None: the start itself is stuck, or an interrupt leads
    into it). ``trail`` ends with ``entry``.
    """

    stuck: tuple[int, ...]
    entry: int
    door: Move | None
    trail: tuple[int, ...]


def trap_regions(graph: JourneyGraph) -> tuple[TrapRegion, ...]:
    """In the order in which the shortest trails enter them."""
    leaving = _that_leave(graph)
    inside = _circling(graph, leaving)
    seen = bytearray(len(graph.nodes))
    regions = []
    for entry in graph.reach.order:
        if seen[entry] or not inside[entry]:
            continue
        seen[entry] = 1
        region = [entry]
        for node in region:
            for other in (*graph.successors[node], *graph.predecessors[node]):
                if inside[other] and not seen[other]:
                    seen[other] = 1
                    region.append(other)
        regions.append(TrapRegion(tuple(sorted(region)), entry, _door(graph, entry), graph.trail_to(entry)))
    return tuple(regions)


def _circling(graph: JourneyGraph, leaving: bytearray) -> bytearray:
    """1 for reachable nodes on a circle nobody leaves, and for all that lies behind one: what only leads
    there is the way to the trap, not the trap."""
    cyclic = on_cycles(graph.successors)
    inside = bytearray(len(graph.nodes))
    queue = [node for node in graph.reach.order if cyclic[node] and not leaving[node]]
    for node in queue:
        inside[node] = 1
    while queue:
        for target in graph.successors[queue.pop()]:
            if not inside[target]:
                inside[target] = 1
                queue.append(target)
    return inside


def _that_leave(graph: JourneyGraph) -> bytearray:
    """1 for every node from which an end, a stop or the way back from an interrupt can be reached."""
    count = range(len(graph.nodes))
    leaving = that_reach(
        graph, [node for node in count if graph.nodes[node].kind is NodeKind.END or stops(graph, node)]
    )
    # returning leaves the interrupt, but leads those who are stuck in the main flow back to where they are
    queue = [node for node in count if falls_off(graph, node)]
    for node in queue:
        leaving[node] = 1
    while queue:
        for before in graph.predecessors[queue.pop()]:
            if not leaving[before]:
                leaving[before] = 1
                queue.append(before)
    return leaving


def _door(graph: JourneyGraph, entry: int) -> Move | None:
    before = graph.reach.came_from[entry]
    if before < 0:
        return None
    return next((move for move in graph.moves_from(before) if move.target == entry), None)
