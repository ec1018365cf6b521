"""What occurs on an authority ladder -> its signs, and the legend that explains them."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.drawing import palette
from journeyaudit.drawing.authority import Climb, passes_on
from journeyaudit.drawing.canvas import MARGIN, Canvas
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.model.people import Actor


def draw_disc(canvas: Canvas, x: float, y: float, word: str, fill: Colour, line: Colour, ink: Colour) -> None:
    canvas.disc(x, y, 10, fill, line, 2.0)
    canvas.words(x, y - 5, [Line(word, Type.STRONG)], align="middle", colour=ink)


def draw_legend(canvas: Canvas, y: float, actors: Sequence[Actor], climbs: Sequence[Climb]) -> None:
    """What occurs above it, and nothing else."""
    x = MARGIN
    escalating = {escalates for _, _, escalates in passes_on(actors)}
    for occurs, meaning, style in (
        (True in escalating, "escalates to", "solid"),
        (False in escalating, "hands over to", "dashed"),
    ):
        if occurs:
            canvas.arrow(((x, y + 6), (x + 34, y + 6)), palette.INTERRUPT_LINE, thick=1.6, style=style)
            canvas.words(x + 42, y, [Line(meaning)])
            x += 130
    ends = {not climb.why for climb in climbs}
    for helped, word, colour, meaning in (
        (True, "√", palette.GOOD_LINE, "decides, and it is put right"),
        (False, "×", palette.BAD_LINE, "here it ends: the reason stands above"),
    ):
        if helped in ends:
            draw_disc(canvas, x + 10, y + 5, word, colour, colour, palette.PAPER)
            canvas.words(x + 26, y, [Line(meaning)])
            x += 170
