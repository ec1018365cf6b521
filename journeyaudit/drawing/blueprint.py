"""A journey -> its service blueprint, as DOT with every position computed here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from journeyaudit.drawing import palette
from journeyaudit.drawing.bands import bands
from journeyaudit.drawing.boxes import box_of_interrupt, box_of_node, broken, size_of
from journeyaudit.drawing.cutoffs import zones
from journeyaudit.drawing.frame import BandFrame, draw_band
from journeyaudit.drawing.lanes import Lane, lanes
from journeyaudit.drawing.legend import draw_legend
from journeyaudit.drawing.links import links_of
from journeyaudit.drawing.notes import notes_of
from journeyaudit.drawing.order import order
from journeyaudit.drawing.parts import Box, Line, Parts, Type
from journeyaudit.drawing.places import place
from journeyaudit.drawing.sheet import Sheet
from journeyaudit.finding import Finding
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.trouble import Mistake
from journeyaudit.source import Span
from journeyaudit.verdicts.verdict import Verdict

MARGIN = 18.0
BETWEEN_BANDS = 26.0


def blueprint(
    service: Service,
    journey: Journey,
    trail: Sequence[int],
    finding: Finding | None,
    verdicts: Mapping[int, Verdict],
    line_of: Callable[[Span], int] | None,
    *,
    with_lanes: bool = True,
) -> str:
    """DOT for ``neato -n2``; linear in the size of the journey apart from crowded gaps."""
    parts = assemble(service, journey, tuple(trail), verdicts, with_lanes=with_lanes)
    sheet = Sheet(line_of)
    y = _draw_title(sheet, journey, finding)
    all_zones = zones(journey, verdicts)
    placed = [place(band) for band in bands(parts)]
    width = max(band.width for band in placed)
    for number, band in enumerate(placed):
        frame = BandFrame(number, len(placed), MARGIN, y, width, with_lanes)
        y = draw_band(sheet, band, frame, journey, all_zones) + BETWEEN_BANDS
    draw_legend(sheet, parts, MARGIN, y - BETWEEN_BANDS / 2, bool(trail), sheet.width)
    return sheet.source()


def assemble(
    service: Service,
    journey: Journey,
    trail: tuple[int, ...],
    verdicts: Mapping[int, Verdict],
    *,
    with_lanes: bool = True,
) -> Parts:
    """Everything that is drawn of a journey, in source order, not yet placed."""
    sequence = order(journey)
    lane_of = lanes(service, journey, sequence) if with_lanes else (Lane.CUSTOMER,) * len(journey.nodes)
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for place_on_trail, number in enumerate(trail, 1):
        numbers[number].append(place_on_trail)
    mistakes: defaultdict[int, list[Mistake]] = defaultdict(list)
    for mistake in journey.mistakes:
        mistakes[mistake.node].append(mistake)
    boxes: list[Box] = []
    notes: list[Box] = []
    for node in journey.nodes:
        number = node.number
        box = box_of_node(service, journey, number, lane_of[number], sequence, tuple(numbers[number]))
        boxes.append(box)
        notes += notes_of(service, journey, box, mistakes[number], verdicts)
    boxes += [box_of_interrupt(service, journey, at, sequence) for at in range(len(journey.interrupts))]
    return Parts((*boxes, *notes), tuple(links_of(journey, notes, trail)))


def _draw_title(sheet: Sheet, journey: Journey, finding: Finding | None) -> float:
    """Writes the headline; the height at which the drawing may begin."""
    status = f" ({journey.status})" if journey.status else ""
    lines = broken(f"{journey.name}{status}", Type.HEADING, 900.0, most=2)
    if finding is not None:
        lines += [Line(line.text, Type.WARNING) for line in broken(f"! {finding.title}", Type.NAME, 700.0)]
    sheet.text("title", MARGIN, MARGIN, lines)
    return MARGIN + size_of(lines)[1] + 4
