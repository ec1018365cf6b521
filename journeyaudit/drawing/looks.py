"""Kinds of boxes -> their outline, filling and the word the legend gives them."""

from __future__ import annotations

from dataclasses import dataclass

from journeyaudit.drawing import palette
from journeyaudit.drawing.lanes import Lane
from journeyaudit.drawing.palette import Colour
from journeyaudit.model.flow import Outcome


@dataclass(frozen=True, slots=True)
class Look:
    """Graphviz shape and style; ``legend`` is "" for what explains itself."""

    shape: str
    fill: Colour
    legend: str = ""
    line: Colour = palette.INK
    style: str = "filled"
    thick: float = 1.2
    outlines: int = 1


LOOKS = {
    "start": Look("circle", palette.PAPER),
    "step-customer": Look("box", palette.CUSTOMER, style="filled,rounded"),
    "step-people": Look("box", palette.PEOPLE, style="filled,rounded"),
    "step-system": Look("box", palette.SYSTEM, style="filled"),
    "step-third": Look("box", palette.THIRD, style="filled,diagonals"),
    "step-nobody": Look("box", palette.NOBODY, style="filled,rounded,dashed"),
    "choice": Look("hexagon", palette.CHOICE, "choice"),
    "wait": Look("ellipse", palette.PAPER, "waiting", style="filled,dashed"),
    "fork": Look("box", palette.INK, "from here on at the same time", style="filled"),
    "join": Look("diamond", palette.PAPER),
    "loop": Look("hexagon", palette.CHOICE),
    "use": Look("box3d", palette.PAPER, "another journey"),
    "good": Look("box", palette.GOOD, "good end", palette.GOOD_LINE, "filled,rounded", 2.2, 2),
    "bad": Look("octagon", palette.BAD, "bad end", palette.BAD_LINE, "filled", 2.2, 2),
    "abandoned": Look("invtrapezium", palette.BAD, "customer gives up", palette.BAD_LINE, "filled", 2.2),
    "neutral": Look("ellipse", palette.PAPER, "neutral end", style="filled", outlines=2),
    "mistake": Look("note", palette.NOTE, "mistake and what helps", palette.BAD_LINE),
    "appeal": Look("note", palette.PAPER, "appeal", palette.GOOD_LINE),
    "final": Look("box", palette.PAPER, style="filled,rounded", outlines=2),
    "interrupt": Look("box", palette.PAPER, "may begin at any time below its dashed bracket",
                      palette.INTERRUPT_LINE, "filled,rounded,dashed", 1.6),
    "elsewhere": Look("cds", palette.PAPER, "goes on elsewhere", palette.FAINT),
    "from-elsewhere": Look("cds", palette.PAPER, "", palette.FAINT),
}  # fmt: skip

OF_LANE = {
    Lane.CUSTOMER: "step-customer",
    Lane.MEETS: "step-people",
    Lane.BACK: "step-people",
    Lane.SYSTEM: "step-system",
    Lane.THIRD: "step-third",
    Lane.NOBODY: "step-nobody",
}
OF_OUTCOME = {
    Outcome.GOOD: ("good", "\u221a GOOD END"),
    Outcome.BAD: ("bad", "\u00d7 BAD END"),
    Outcome.ABANDONED: ("abandoned", "\u00d7 GIVES UP"),
    Outcome.NEUTRAL: ("neutral", "END"),
}
