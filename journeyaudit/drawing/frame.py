"""A placed band -> lanes with their names and lines, zones between cut-offs, boxes and arrows on a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import broken, line_width
from journeyaudit.drawing.cutoffs import Mark, Zone
from journeyaudit.drawing.lanes import line_below
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.places import Placed
from journeyaudit.drawing.sheet import Sheet
from journeyaudit.model.journey import Journey

HEAD = 104.0
"""Width in points of the column that names the lanes."""
_STRIP = 30.0
_BRACKET = 9.0


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
    sheet: Sheet, band: Placed, frame: BandFrame, journey: Journey, all_zones: Iterable[Zone]
) -> float:
    """Draws it all; returns the height at which it ends."""
    shown = [zone for zone in all_zones if _extent(band, zone) is not None]
    top = frame.y + _STRIP * len(shown)
    if frame.with_lanes:
        _draw_stripes(sheet, band, frame, top)
    for number, zone in enumerate(shown):
        _shade(sheet, band, frame, zone, top, frame.y + _STRIP * number)
    if frame.with_lanes:
        _draw_lane_names(sheet, band, frame, top)
    for number, zone in enumerate(shown):
        _draw_marks(sheet, band, frame, zone, top, frame.y + _STRIP * number, number)
    _draw_brackets(sheet, band, frame, journey, top)
    for box in band.boxes:
        spot = band.spots[box.id]
        sheet.box(box, frame.inner + spot[0], top + spot[1])
    for arrow in band.arrows:
        sheet.arrow(arrow, frame.inner, top)
    return top + band.height


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


def _position(band: Placed, mark: Mark | None) -> float | None:
    """Where a mark stands in a band, None if its node is in another one."""
    box = None if mark is None else next((box for box in band.boxes if box.node == mark.node), None)
    if box is None or mark is None:
        return None
    if mark.behind:
        return band.right_of_column[box.column] + 6
    return band.left_of_column[box.column] - 15


def _extent(band: Placed, zone: Zone) -> tuple[float | None, float | None] | None:
    """Positions of both cut-offs in a band; None if neither stands there."""
    soft, hard = _position(band, zone.soft), _position(band, zone.hard)
    return None if soft is None and hard is None else (soft, hard)


def _shade(sheet: Sheet, band: Placed, frame: BandFrame, zone: Zone, top: float, strip: float) -> None:
    extent = _extent(band, zone)
    if extent is None or not zone.words:
        return
    begin = 0.0 if extent[0] is None else extent[0]
    end = frame.width if extent[1] is None else extent[1]
    if begin < end:
        height = top + band.height - strip
        sheet.area(frame.inner + begin, strip, end - begin, height, palette.ZONE)


def _draw_marks(
    sheet: Sheet, band: Placed, frame: BandFrame, zone: Zone, top: float, strip: float, number: int
) -> None:
    extent = _extent(band, zone) or (None, None)
    id_ = f"zone_{frame.number}_{number}"
    bottom = top + band.height
    shown = [x for x in extent if x is not None]
    if zone.words and (extent[0] is None or extent[1] is None or extent[0] < extent[1]):
        line = Line(zone.words, Type.STRONG)
        half = line_width(line) / 2
        middle = max(sum(shown) / len(shown), half)
        sheet.text(id_, frame.inner + middle, strip + 2, [line], align="middle")
    for mark, x, align, style in (
        (zone.soft, extent[0], "right", "dashed"),
        (zone.hard, extent[1], "left", "solid"),
    ):
        if mark is None or x is None:
            continue
        thick = 1.8 if style == "dashed" else 2.6
        at = frame.inner + x
        sheet.rule(((at, strip + 13), (at, bottom)), palette.BAD_LINE, thick=thick, style=style)
        words = [Line(mark.words, Type.WARNING)]
        fits = align == "left" or line_width(words[0]) < at - frame.x
        sheet.text(f"{id_}_{align}", at - 4 if fits and align == "right" else at + 4, strip + 15, words,
                   align=align if fits else "left")  # fmt: skip


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
            right = band.left_of_column[column[interrupt.ends]] - 8
        y = top + spot[1] - box.height / 2 - _BRACKET
        corners = ((left, y + 6), (left, y), (right, y), (right, y + 6))
        points = tuple((frame.inner + x, at) for x, at in corners)
        sheet.rule(points, palette.INTERRUPT_LINE, thick=1.8, style="dashed")
