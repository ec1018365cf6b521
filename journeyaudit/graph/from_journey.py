"""A journey -> the map of it that answers questions."""

from __future__ import annotations

from journeyaudit.graph.journey_graph import JourneyGraph
from journeyaudit.model.flow import Move
from journeyaudit.model.journey import Journey


def from_journey(journey: Journey) -> JourneyGraph:
    """Linear in nodes and moves; all other work is done when a question is asked, once."""
    leaving: list[list[Move]] = [[] for _ in journey.nodes]
    arriving: list[list[Move]] = [[] for _ in journey.nodes]
    for move in journey.moves:
        leaving[move.source].append(move)
        arriving[move.target].append(move)
    return JourneyGraph(
        journey=journey,
        nodes=journey.nodes,
        leaving=tuple(map(tuple, leaving)),
        arriving=tuple(map(tuple, arriving)),
        successors=tuple(tuple(move.target for move in moves) for moves in leaving),
        predecessors=tuple(tuple(move.source for move in moves) for moves in arriving),
    )
