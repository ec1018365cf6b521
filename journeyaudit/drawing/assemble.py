"""A journey -> the boxes and links of its picture, and its headline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from journeyaudit.drawing.boxes import box_of_interrupt, box_of_node, broken
from journeyaudit.drawing.lanes import lanes
from journeyaudit.drawing.links import links_of, waits_before
from journeyaudit.drawing.notes import notes_of
from journeyaudit.drawing.numbering import numbering
from journeyaudit.drawing.order import order
from journeyaudit.drawing.parts import Box, Line, Parts, Type
from journeyaudit.drawing.wording import in_words
from journeyaudit.finding import Finding
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.verdicts.verdict import Verdict

_Thing = TypeVar("_Thing")


def assemble(
    service: Service,
    journey: Journey,
    graph: JourneyGraph,
    trail: tuple[int, ...],
    verdicts: Mapping[int, Verdict],
    finding: Finding | None = None,
) -> Parts:
    """Everything that is drawn of a journey, in source order, not yet placed."""
    sequence = order(journey)
    lane_of = lanes(service, journey, sequence)
    numbers, on_trail = numbering(journey, trail, finding), frozenset(trail)
    mistakes = _by_node((mistake.node, mistake) for mistake in journey.mistakes)
    appeals = _by_node((appeal.node, appeal.remedy) for appeal in journey.appeals)
    waiting = waits_before(journey)
    boxes: list[Box] = []
    notes: list[Box] = []
    for number, lane in enumerate(lane_of):
        remarks = _remarks(journey, graph, number, waiting)
        box = box_of_node(service, journey, number, lane, sequence, remarks)
        boxes.append(box)
        notes += notes_of(service, journey, box, mistakes.get(number, ()), appeals.get(number, ()), verdicts)
    boxes += [box_of_interrupt(service, journey, at, sequence) for at in range(len(journey.interrupts))]
    shown = (
        replace(box, numbers=numbers.get(box.id, ()), on_trail=box.node in on_trail)
        for box in (*boxes, *notes)
    )
    return Parts(tuple(shown), tuple(links_of(journey, notes, trail)))


def headline(journey: Journey, finding: Finding | None) -> tuple[Line, ...]:
    """The name of the journey, and below it what the finding says."""
    status = f" ({journey.status})" if journey.status else ""
    lines = broken(f"{journey.name}{status}", Type.HEADING, 900.0, most=2)
    if finding is not None:
        lines += broken(f"! {finding.title}", Type.WARNING, 640.0)
    return tuple(lines)


def _remarks(journey: Journey, graph: JourneyGraph, number: int, waiting: frozenset[int]) -> tuple[Line, ...]:
    node = journey.nodes[number]
    remarks: list[Line] = []
    if number in waiting and node.waits is not None:
        remarks += broken(f"waits {in_words(node.waits)}", Type.SMALL)
    if not graph.is_reachable(number):
        remarks.append(Line("\u00d7 nobody gets here", Type.WARNING))
    return tuple(remarks)


def _by_node(things: Iterable[tuple[int, _Thing]]) -> dict[int, list[_Thing]]:
    found: defaultdict[int, list[_Thing]] = defaultdict(list)
    for node, thing in things:
        found[node].append(thing)
    return dict(found)
