"""What occurs in a picture -> a legend below it."""

from __future__ import annotations

from dataclasses import replace

from journeyaudit.drawing.boxes import line_width
from journeyaudit.drawing.lanes import Lane
from journeyaudit.drawing.looks import LOOKS
from journeyaudit.drawing.parts import Box, Line, Parts
from journeyaudit.drawing.sheet import Sheet

_SWATCH = (30.0, 17.0)
_LINE = 26.0
_FINAL = "point of no return"


def draw_legend(sheet: Sheet, parts: Parts, x: float, y: float, trail: bool, width: float) -> None:
    """One swatch per kind of box that occurs and does not explain itself, in lines of ``width``."""
    at, row = x, y + _LINE / 2
    for number, (box, words) in enumerate(_entries(parts)):
        line = Line(words)
        needed = _SWATCH[0] + line_width(line) + 26
        if at > x and at + needed > width:
            at, row = x, row + _LINE
        sheet.box(box, at + _SWATCH[0] / 2, row)
        sheet.text(f"legend_{number}", at + _SWATCH[0] + 5, row - 6, [line])
        at += needed
    if trail:
        sheet.badge("legend_trail", at + 10, row, "1")
        sheet.text("legend_trail_words", at + 24, row - 6, [Line("the way into the trouble")])


def _entries(parts: Parts) -> list[tuple[Box, str]]:
    occurring = {box.look for box in parts.boxes}
    entries = [
        (_swatch(key), look.legend) for key, look in LOOKS.items() if look.legend and key in occurring
    ]
    if any(box.final for box in parts.boxes):
        entries.append((replace(_swatch("step-nobody"), id="swatch_final", final=True), _FINAL))
    return entries


def _swatch(look: str) -> Box:
    return Box(f"swatch_{look}", look, (), *_SWATCH, Lane.CUSTOMER, 0, 0)
