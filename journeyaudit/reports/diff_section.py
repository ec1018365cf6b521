"""The nouns of a told comparison: lines and sections, which text, Markdown and HTML lay out."""

from __future__ import annotations

from enum import IntEnum

from journeyaudit.source.record import record

GOOD, BAD = ("better", "less"), ("worse", "more", "warning")
"""The tones of what is good news, and of what is bad."""


class Room(IntEnum):
    """How much a section deserves its room: where there is too little, the last ones are left out first."""

    FIRST = 1
    VERDICTS = 2
    ANSWERS = 3
    CHANGES = 4
    REST = 5


@record
class Line:
    """``sign`` stands before it. ``tone`` is a word of judgement such as “better”, or "". ``below`` are
    lines that explain it."""

    text: str
    sign: str = ""
    tone: str = ""
    below: tuple[Line, ...] = ()


@record
class Section:
    """``level`` 1 is a journey, 2 a question about it, 3 a group of changes. ``journey`` is the number of the
    journey that begins here, -1 for none. ``is_known`` is what was said before and is folded up where that
    can be done."""

    heading: str
    level: int
    lines: tuple[Line, ...] = ()
    journey: int = -1
    room: Room = Room.FIRST
    is_known: bool = False
