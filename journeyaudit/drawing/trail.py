"""The way to a finding -> the numbers of the nodes to draw bold."""

from __future__ import annotations

from journeyaudit.finding import Finding
from journeyaudit.model.journey import Journey


def trail_of(journey: Journey, finding: Finding | None) -> tuple[int, ...]:
    """The nodes that the trail of a finding names, in its order; none without a finding."""
    if finding is None:
        return ()
    places = ((node.header or node.span, node.number) for node in journey.nodes)
    by_place = {place: number for place, number in places if place}
    return tuple(by_place[label.span] for label in finding.trail if label.span in by_place)
