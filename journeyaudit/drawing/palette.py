"""Names of colours -> their values by day and by night, taken from the Okabe-Ito family."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour on white paper and its counterpart on a dark screen, both as ``#rrggbb``."""

    day: str
    night: str


PAPER = Colour("#ffffff", "#14181d")
INK = Colour("#1b1f24", "#e8ebee")
FAINT = Colour("#4d565f", "#b4bdc6")
RULE = Colour("#77818b", "#7f8a95")
LANE = Colour("#f7f9fb", "#191e24")
LANE_OTHER = Colour("#eef2f6", "#1f252c")
LANE_HEAD = Colour("#dfe6ed", "#2a323b")
ZONE = Colour("#fbe3d0", "#43291a")
CUSTOMER = Colour("#d9ecfa", "#123c58")
PEOPLE = Colour("#d8f1e6", "#0e4434")
SYSTEM = Colour("#e4e4e7", "#3a3a40")
THIRD = Colour("#fdebc8", "#4d3809")
NOBODY = Colour("#fefefe", "#22272e")
CHOICE = Colour("#fdfdfd", "#20252b")
GOOD = Colour("#c4ecd9", "#06402f")
BAD = Colour("#fbd5bf", "#692a04")
NOTE = Colour("#fff5c2", "#4a4208")
GOOD_LINE = Colour("#00664b", "#3ccf9f")
BAD_LINE = Colour("#a33f00", "#ff9a57")
TRAIL = Colour("#cb5900", "#ff8a3c")
BADGE = Colour("#a84a00", "#ffa766")
BADGE_INK = Colour("#fffffe", "#14181e")
LUCK_LINE = Colour("#7a5a00", "#f0c64a")
INTERRUPT_LINE = Colour("#00639c", "#6cbcf0")

ALL = (
    *(PAPER, INK, FAINT, RULE, LANE, LANE_OTHER, LANE_HEAD, ZONE, CUSTOMER, PEOPLE, SYSTEM, THIRD),
    *(
        NOBODY,
        CHOICE,
        GOOD,
        BAD,
        NOTE,
        GOOD_LINE,
        BAD_LINE,
        TRAIL,
        BADGE,
        BADGE_INK,
        LUCK_LINE,
        INTERRUPT_LINE,
    ),
)
"""Day colours are all different, so that a drawing can be turned to night by replacing them."""
