"""The nouns of a comparison of two texts: what changed, how it matters, and between whom."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import record


class Sign(StrEnum):
    """What became of a thing; its value is what stands before the line in words."""

    ADDED = "+"
    REMOVED = "-"
    MOVED = ">"
    RENAMED = "="
    CHANGED = "~"


class Weight(IntEnum):
    """How much a change matters to the customer, the weightiest first."""

    RIGHTS = 1
    WINDOWS = 2
    REACH = 3
    COURSE = 4
    EFFORT = 5
    WORDS = 6
    NOTES = 7


HEADINGS = {
    Weight.RIGHTS: "Who may put it right",
    Weight.WINDOWS: "Until when",
    Weight.REACH: "Whom one reaches, and how fast",
    Weight.COURSE: "What happens",
    Weight.EFFORT: "What it takes and costs",
    Weight.WORDS: "What is said and heard",
    Weight.NOTES: "Notes and sources",
}


@record
class Change:
    """One thing that is different.

    ``noun`` is the sort of thing (“step”, “remedy”), ``subject`` its name in the later text (in the earlier
    one if it is gone). ``fact`` is the field of the model that differs, "" where the thing itself came, went
    or moved. ``text`` is one sentence without a full stop. ``old`` and ``new`` are the values in words, ""
    where nothing is said. ``before`` and ``after`` are the places in the two texts.
    """

    sign: Sign
    weight: Weight
    noun: str
    subject: str
    text: str
    fact: str = ""
    old: str = ""
    new: str = ""
    before: Span = NOWHERE
    after: Span = NOWHERE


class Trend(StrEnum):
    """Where something went from the earlier text to the later one, seen by the customer."""

    WORSE = "worse"
    BETTER = "better"
    SAME = "same"
    DIFFERENT = "different"
    """It changed, and neither is plainly better."""
    NEW = "new"
    GONE = "no longer described"
    KNOWN = "now known"
    UNKNOWN = "no longer known"
