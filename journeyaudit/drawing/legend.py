"""What occurs in a picture -> a legend below it."""

from __future__ import annotations

from journeyaudit.drawing.attributes import CHANGE_SIGNS, CHANGES
from journeyaudit.drawing.boxes import line_width
from journeyaudit.drawing.lanes import Lane
from journeyaudit.drawing.looks import LOOKS
from journeyaudit.drawing.parts import Box, Line, Parts
from journeyaudit.drawing.sheet import Sheet

_SWATCH = (30.0, 17.0)
_LINE = 26.0
_CHANGES = {"+": "new", "-": "gone", "~": "changed"}
_NUMBERS = "the way into the trouble, numbered like the lines of its story"
_FINAL = "point of no return"


def draw_legend(sheet: Sheet, parts: Parts, x: float, y: float, width: float, *, divided: bool) -> None:
    """One swatch per kind of box that occurs and does not explain itself, in lines of ``width``.

    ``divided``: there are several bands, and signs from one to the other.
    """
    at, row = x + 4, y + _LINE / 2
    for number, (box, words) in enumerate(_entries(parts, divided)):
        line = Line(words)
        needed = _SWATCH[0] + line_width(line) + 30
        if at > x + 4 and at + needed > width:
            at, row = x + 4, row + _LINE
        sheet.box(box, at + _SWATCH[0] / 2, row)
        sheet.text(f"legend_{number}", at + _SWATCH[0] + 8, row - 6, [line])
        at += needed
    changes = [change for change in CHANGES if any(box.change == change for box in parts.boxes)]
    for change in changes:
        line = Line(_CHANGES[change])
        sheet.badge(f"legend_change_{_CHANGES[change]}", at + 10, row, CHANGE_SIGNS[change], CHANGES[change])
        sheet.text(f"legend_{_CHANGES[change]}", at + 24, row - 6, [line])
        at += 24 + line_width(line) + 26
    if any(box.numbers for box in parts.boxes):
        sheet.badge("legend_trail", at + 10, row, "1")
        sheet.text("legend_trail_words", at + 24, row - 6, [Line(_NUMBERS)])


def _entries(parts: Parts, divided: bool) -> list[tuple[Box, str]]:
    occurring = {box.look for box in parts.boxes} | ({"elsewhere"} if divided else set())
    entries = [(_swatch(key), look.legend) for key, look in LOOKS.items() if look.legend and key in occurring]
    if any(box.final for box in parts.boxes):
        entries.append((_swatch("final"), _FINAL))
    return entries


def _swatch(look: str) -> Box:
    return Box(f"swatch_{look}", look, (), *_SWATCH, Lane.CUSTOMER, 0, 0)
