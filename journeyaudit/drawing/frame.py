"""A placed band -> lanes with their names and lines, zones between cut-offs, boxes and arrows on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import broken
from journeyaudit.drawing.lanes import line_below
from journeyaudit.drawing.parts import Type
from journeyaudit.drawing.places import Placed
from journeyaudit.drawing.shade import STRIP, Extent, draw_marks, shade
from journeyaudit.drawing.sheet import Sheet
from journeyaudit.model.journey import Journey

HEAD = 104.0
"""Width in points of the column that names the lanes."""
_BRACKET = 9.0
_BEFORE_MARK = 20.0
"""A bracket ends so far before the column it ends with, on this side of the line of a cut-off."""


@dataclass(frozen=True, slots=True)
class BandFrame:
    """Where a band goes on the sheet: its upper left corner, and the width common to all bands."""

    number: int
    x: float
    y: float
    width: float
    with_lanes: bool

    @property
    def inner(self) -> float:
        """Where the columns begin."""
        return self.x + (HEAD + 14 if self.with_lanes else 0.0)


def draw_band(
    sheet: Sheet, band: Placed, frame: BandFrame, journey: Journey, seen: Sequence[Extent]
) -> float:
    """Draws it all, with the zones that are ``seen`` in it; returns the height at which it ends."""
    top = frame.y + STRIP * len(seen)
    bottom = top + band.height
    if frame.with_lanes:
        _draw_stripes(sheet, band, frame, top)
    for number, extent in enumerate(seen):
        shade(sheet, extent, frame.inner, frame.y + STRIP * number, bottom)
    if frame.with_lanes:
        _draw_lane_names(sheet, band, frame, top)
    for number, extent in enumerate(seen):
        id_ = f"zone_{frame.number}_{number}"
        draw_marks(sheet, id_, extent, frame.inner, frame.y + STRIP * number, bottom)
    _draw_brackets(sheet, band, frame, journey, top)
    for box in band.boxes:
        x, y = band.spots[box.id]
        sheet.box(box, frame.inner + x, top + y)
    for arrow in band.arrows:
        sheet.arrow(arrow, frame.inner, top)
    return bottom


def _draw_stripes(sheet: Sheet, band: Placed, frame: BandFrame, top: float) -> None:
    across = frame.inner - frame.x + frame.width
    for index, stripe in enumerate(band.stripes):
        fill = palette.LANE_OTHER if index % 2 else palette.LANE
        sheet.area(frame.x, top + stripe.top, across, stripe.bottom - stripe.top, fill)
        sheet.area(frame.x, top + stripe.top, HEAD, stripe.bottom - stripe.top, palette.LANE_HEAD)


def _draw_lane_names(sheet: Sheet, band: Placed, frame: BandFrame, top: float) -> None:
    right = frame.inner + frame.width
    for index, stripe in enumerate(band.stripes):
        id_ = f"lane_{frame.number}_{stripe.lane.value}"
        name = broken(stripe.lane.title, Type.NAME, HEAD - 14)
        sheet.text(id_, frame.x + 6, top + stripe.top + 10, name)
        if index + 1 == len(band.stripes):
            break
        below = line_below(stripe.lane, band.stripes[index + 1].lane)
        y = top + stripe.bottom
        if below:
            words = broken(below, Type.SMALL, HEAD - 12)
            sheet.rule(((frame.x, y), (right, y)), palette.FAINT, thick=1.2, style="dashed")
            sheet.text(f"line_{id_}", frame.x + 6, y - 4 - 11 * len(words), words)
        else:
            sheet.rule(((frame.x, y), (right, y)), palette.RULE, thick=0.6)


def _draw_brackets(sheet: Sheet, band: Placed, frame: BandFrame, journey: Journey, top: float) -> None:
    """Above each interrupt the stretch of columns during which it may be started."""
    column = {box.node: box.column for box in band.boxes if box.node is not None}
    for box in band.boxes:
        if box.look != "interrupt":
            continue
        interrupt = journey.interrupts[int(box.id[1:])]
        spot = band.spots[box.id]
        left = band.left_of_column[box.column] - 8
        right = frame.width
        if interrupt.ends in column:
            right = band.left_of_column[column[interrupt.ends]] - _BEFORE_MARK
        y = top + spot[1] - box.height / 2 - _BRACKET
        corners = ((left, y + 6), (left, y), (right, y), (right, y + 6))
        points = tuple((frame.inner + x, at) for x, at in corners)
        sheet.rule(points, palette.INTERRUPT_LINE, thick=1.8, style="dashed")
