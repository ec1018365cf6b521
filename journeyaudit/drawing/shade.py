"""Zones between cut-offs -> shaded stretches of a band, with a line and words for each cut-off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import line_width
from journeyaudit.drawing.cutoffs import Mark, Zone
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.places import Placed
from journeyaudit.drawing.sheet import Sheet

STRIP = 30.0
"""Height in points of the words of one zone, above the lanes."""
_BEFORE = 15.0


@dataclass(frozen=True, slots=True)
class Extent:
    """What of a zone lies in one band: its cut-offs, None where they stand elsewhere, and the
    stretch to be shaded (``begin`` = ``end`` if there is none)."""

    zone: Zone
    soft: float | None
    hard: float | None
    begin: float
    end: float

    @property
    def shaded(self) -> bool:
        return self.begin < self.end


def extents(
    zones: Iterable[Zone], band: Placed, number: int, band_of: Mapping[int, int], width: float
) -> tuple[Extent, ...]:
    """The zones that are seen in band ``number``; ``band_of`` says in which band each node stands."""
    column = {box.node: box.column for box in band.boxes if box.node is not None}
    found = (_extent(zone, band, column, number, band_of, width) for zone in zones)
    return tuple(one for one in found if one.shaded or one.soft is not None or one.hard is not None)


def shade(sheet: Sheet, extent: Extent, left: float, strip: float, bottom: float) -> None:
    """Colours the stretch; to be called before anything else is drawn on the lanes."""
    if extent.shaded:
        sheet.area(left + extent.begin, strip, extent.end - extent.begin, bottom - strip, palette.ZONE)


def draw_marks(sheet: Sheet, id_: str, extent: Extent, left: float, strip: float, bottom: float) -> None:
    """The words of the zone above, and below them a line for each cut-off with its words beside it."""
    if extent.shaded:
        line = Line(extent.zone.words, Type.STRONG)
        middle = max((extent.begin + extent.end) / 2, line_width(line) / 2)
        sheet.text(id_, left + middle, strip + 2, [line], align="middle", covers=palette.ZONE)
    if extent.soft is not None and extent.zone.soft is not None:
        _draw_mark(sheet, f"{id_}_soft", extent.zone.soft, left, extent.soft, strip, bottom, soft=True)
    if extent.hard is not None and extent.zone.hard is not None:
        _draw_mark(sheet, f"{id_}_hard", extent.zone.hard, left, extent.hard, strip, bottom, soft=False)


def _draw_mark(
    sheet: Sheet, id_: str, mark: Mark, left: float, x: float, strip: float, bottom: float, *, soft: bool
) -> None:
    at = left + x
    thick, style = (1.8, "dashed") if soft else (2.6, "solid")
    sheet.rule(((at, strip + 13), (at, bottom)), palette.BAD_LINE, thick=thick, style=style)
    words = Line(mark.words, Type.WARNING)
    if soft and line_width(words) + _BEFORE < at:
        sheet.text(id_, at - 4, strip + 15, [words], align="right", covers=palette.PAPER)
    else:
        sheet.text(id_, at + 4, strip + 15, [words], covers=palette.PAPER)


def _extent(
    zone: Zone,
    band: Placed,
    column: Mapping[int, int],
    number: int,
    band_of: Mapping[int, int],
    width: float,
) -> Extent:
    soft, hard = _position(band, column, zone.soft), _position(band, column, zone.hard)
    if not zone.words or zone.soft is None or zone.hard is None:
        return Extent(zone, soft, hard, 0.0, 0.0)
    begins, ends = zone.soft.node, zone.hard.node
    if begins not in band_of and ends not in band_of:
        return Extent(zone, soft, hard, 0.0, 0.0)
    # in a part of a journey one of them may be missing: then the zone begins or ends with the paper
    first, last = band_of.get(begins, 0), band_of.get(ends, max(band_of.values()))
    if not first <= number <= last:
        return Extent(zone, soft, hard, 0.0, 0.0)
    begin = 0.0 if soft is None else soft
    return Extent(zone, soft, hard, begin, max(begin, width if hard is None else hard))


def _position(band: Placed, column: Mapping[int, int], mark: Mark | None) -> float | None:
    if mark is None or mark.node not in column:
        return None
    return band.left_of_column[column[mark.node]] - _BEFORE
