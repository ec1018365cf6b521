"""The way to a finding -> the numbers of the nodes to draw bold."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from journeyaudit.drawing.numbering import numbering
from journeyaudit.finding import Finding
from journeyaudit.model.journey import Journey


def trail_of(journey: Journey, finding: Finding | None) -> tuple[int, ...]:
    """The nodes that the trail of a finding names, in its order; none without a finding.

    Where the story goes on behind the end of the trail, the shortest way through its places is added.
    """
    if finding is None:
        return ()
    places = ((node.header or node.span, node.number) for node in journey.nodes)
    by_place = {place: number for place, number in places if place}
    named = tuple(by_place[label.span] for label in finding.trail if label.span in by_place)
    told = _told(journey, finding)
    onward = told[told.index(named[-1]) + 1 :] if named and named[-1] in told else ()
    return (*named, *_way(journey, (*named[-1:], *onward)))


def _told(journey: Journey, finding: Finding) -> tuple[int, ...]:
    """The nodes of the story, each where it is told of first."""
    numbers = numbering(journey, (), finding)
    first = {box: lines[0] for box, lines in numbers.items() if box.startswith("n")}
    return tuple(int(box[1:]) for box in sorted(first, key=first.__getitem__))


def _way(journey: Journey, stops: Sequence[int]) -> Iterator[int]:
    """From stop to stop by the fewest moves, up to the first one that no way leads to."""
    after: dict[int, list[int]] = {}
    for move in journey.moves:
        after.setdefault(move.source, []).append(move.target)
    for start, goal in pairwise(stops):
        between = _between(after, start, goal)
        if not between:
            return
        yield from between


def _between(after: Mapping[int, Sequence[int]], start: int, goal: int) -> tuple[int, ...]:
    """What comes behind ``start`` up to ``goal``; () if nothing leads there."""
    came_from = {start: start}
    queue = deque((start,))
    while queue and goal not in came_from:
        here = queue.popleft()
        for target in after.get(here, ()):
            if target not in came_from:
                came_from[target] = here
                queue.append(target)
    if goal not in came_from:
        return ()
    way = [goal]
    while came_from[way[-1]] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
