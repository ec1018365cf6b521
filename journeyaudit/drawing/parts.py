"""What a picture is made of before anybody knows where it stands: boxes, and links between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from journeyaudit.drawing import palette
from journeyaudit.drawing.lanes import Lane
from journeyaudit.source import NOWHERE, Span


class Type(Enum):
    """How a line of text is set."""

    NAME = auto()
    STRONG = auto()
    SMALL = auto()
    WARNING = auto()
    RELIEF = auto()
    HEADING = auto()
    GAP = auto()


SIZES = {
    Type.NAME: 11.0,
    Type.STRONG: 9.0,
    Type.SMALL: 9.0,
    Type.WARNING: 9.0,
    Type.RELIEF: 9.0,
    Type.HEADING: 16.0,
    Type.GAP: 3.0,
}
INKS = {
    Type.NAME: palette.INK,
    Type.STRONG: palette.INK,
    Type.SMALL: palette.FAINT,
    Type.WARNING: palette.BAD_LINE,
    Type.RELIEF: palette.GOOD_LINE,
    Type.HEADING: palette.INK,
    Type.GAP: palette.INK,
}
BOLD = frozenset({Type.NAME, Type.STRONG, Type.WARNING, Type.RELIEF, Type.HEADING})


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    type: Type = Type.SMALL


GAP = Line("", Type.GAP)
"""A little room between two groups of lines."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something with an outline. ``look`` is a key of ``looks.LOOKS``; sizes are points.

    ``hangs_on`` is the id of the box right above which this one is pinned to like a note.
    """

    id: str
    look: str
    lines: tuple[Line, ...]
    width: float
    height: float
    lane: Lane
    column: int
    thread: int
    span: Span = NOWHERE
    node: int | None = None
    hangs_on: str = ""
    left: bool = False
    """Lines are set flush left rather than centred."""
    final: bool = False
    """Two outlines: nothing behind it can be taken back."""
    numbers: tuple[int, ...] = ()
    """Its places in the story of a finding, or on its trail, counted from 1."""
    on_trail: bool = False
    change: str = ""
    """Against another version of the journey: ``+`` new, ``-`` gone, ``~`` changed."""
    rim: float = 0.0
    """How far a second outline stands out, in points."""

    @property
    def reach(self) -> float:
        """From the middle to the right or left edge."""
        return self.width / 2 + self.rim


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow between two boxes, by their ids. ``look`` is ``flow``, ``interrupt`` or ``pin``."""

    tail: str
    head: str
    label: str = ""
    look: str = "flow"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """All boxes and links of one picture, in source order."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
