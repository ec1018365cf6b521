"""A finding and its trail -> the numbers on the boxes of a picture, in step with the lines of the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from journeyaudit.finding import Finding
from journeyaudit.model.journey import Journey
from journeyaudit.model.trouble import Cutoff
from journeyaudit.source import Span


def numbering(
    journey: Journey, trail: Sequence[int], finding: Finding | None
) -> Mapping[str, tuple[int, ...]]:
    """By the id of a box: the lines of the story that are told of it. Where nothing is told of any box: the
    places of the trail, counted from 1."""
    box_at = dict(_boxes(journey))
    moments = finding.story.moments if finding is not None and finding.story is not None else ()
    found: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for number, moment in enumerate(moments, 1):
        if moment.span in box_at:
            found[box_at[moment.span]] += (number,)
    if not found:
        for place, node in enumerate(trail, 1):
            found[f"n{node}"] += (place,)
    return dict(found)


def _boxes(journey: Journey) -> Iterator[tuple[Span, str]]:
    """Where something is said -> the box that shows it; a cut-off shows at the step that brings it."""
    for mistake in journey.mistakes:
        for cutoff in (mistake.soft, mistake.hard):
            if cutoff is not None and cutoff.point.node is not None and cutoff.span:
                yield cutoff.span, _box_of(cutoff)
        for remedy in mistake.remedies:
            yield remedy.header or remedy.span, f"m{mistake.number}"
        yield mistake.header or mistake.span, f"n{mistake.node}"
    for interrupt in journey.interrupts:
        yield interrupt.span, f"i{interrupt.number}"
    for node in journey.nodes:
        if node.header or node.span:
            yield node.header or node.span, f"n{node.number}"


def _box_of(cutoff: Cutoff) -> str:
    return f"n{cutoff.point.node}"
