"""A graph -> the places that nobody gets round on the way to a good end."""

from __future__ import annotations

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Outcome
from journeyaudit.rulebook.language.ways import shortest


def unavoidable_places(graph: JourneyGraph) -> bytearray:
    """1 for every place of the main flow that all ways from the start to a good end pass.

    All are on the shortest such way. Going along it, a place is passed by every way if nothing before it
    leads past it; each place off the way is looked at once, so this is linear. Parallel branches count as
    if only one of them were done.
    """
    good = bytearray(node.outcome is Outcome.GOOD and node.region is None for node in graph.nodes)
    way = shortest([0], graph.successors, good)
    place = {node: number for number, node in enumerate(way)}
    found = bytearray(len(graph.nodes))
    seen = bytearray(len(graph.nodes))
    furthest = 0
    for number, node in enumerate(way):
        found[node] = furthest <= number
        queue = [node]
        for here in queue:
            if good[here]:
                furthest = len(way)
            for target in graph.successors[here]:
                if target in place:
                    furthest = max(furthest, place[target])
                elif not seen[target]:
                    seen[target] = 1
                    queue.append(target)
    return found
