"""Boxes and links of a journey -> its service blueprint, as DOT with every position computed here."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.drawing.bands import bands
from journeyaudit.drawing.boxes import size_of
from journeyaudit.drawing.cutoffs import Zone, marks
from journeyaudit.drawing.frame import BandFrame, draw_band
from journeyaudit.drawing.legend import draw_legend
from journeyaudit.drawing.parts import Line, Parts
from journeyaudit.drawing.places import place
from journeyaudit.drawing.pointing import Pointing
from journeyaudit.drawing.shade import extents
from journeyaudit.drawing.sheet import Sheet
from journeyaudit.model.journey import Journey

MARGIN = 18.0
BETWEEN_BANDS = 26.0


def blueprint(
    parts: Parts,
    journey: Journey,
    title: Sequence[Line],
    all_zones: Sequence[Zone],
    pointing: Pointing,
    *,
    with_lanes: bool = True,
) -> str:
    """DOT for ``neato -n2``; linear in the size of the journey apart from crowded gaps."""
    sheet = Sheet(pointing)
    y = add_blueprint(sheet, parts, journey, title, all_zones, MARGIN, with_lanes=with_lanes)
    divided = any(box.look == "elsewhere" for band in bands(parts) for box in band.boxes)
    draw_legend(sheet, parts, MARGIN, y + BETWEEN_BANDS / 2, sheet.width, divided=divided)
    return sheet.source()


def add_blueprint(
    sheet: Sheet,
    parts: Parts,
    journey: Journey,
    title: Sequence[Line],
    all_zones: Sequence[Zone],
    top: float,
    *,
    with_lanes: bool = True,
) -> float:
    """Draws all bands without a legend from ``top`` on; returns the height at which the last one ends."""
    sheet.text("title", MARGIN, top, title)
    y = top + size_of(title)[1] + 4
    marked = {mark.node for mark in marks(all_zones)}
    placed = [place(band, marked) for band in bands(parts)]
    width = max(band.width for band in placed)
    band_of = {
        box.node: number for number, band in enumerate(placed) for box in band.boxes if box.node is not None
    }
    for number, band in enumerate(placed):
        frame = BandFrame(number, MARGIN, y, width, with_lanes)
        seen = extents(all_zones, band, number, band_of, width)
        y = draw_band(sheet, band, frame, journey, seen) + BETWEEN_BANDS
    return y - BETWEEN_BANDS
