"""Every field of the model's records -> how a change of it is told, or why it is not told itself.

The test of this table goes through all records of the model, so that no fact can be forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from journeyaudit.comparison.change import Weight
from journeyaudit.comparison.sort import Sort
from journeyaudit.source.record import record


@record
class Said:
    """``phrase`` is what a thing does or is, with ``{}`` for the value; ``denied`` says the contrary of a
    flag or of a yes. ``about`` is put before it where the thing itself is not what the sentence is about."""

    sort: Sort
    phrase: str
    weight: Weight
    denied: str = ""
    about: str = "{}"


class NotTold(StrEnum):
    """Why a field is not told as a fact of its record."""

    IDENTITY = "it says which thing it is: another one is told as added, removed or renamed"
    TEXT = "where it stands in the text means nothing"
    DERIVED = "it follows from other fields, which are told"
    PARTS = "its parts are compared one by one"


Told: TypeAlias = Said | NotTold
Fields: TypeAlias = Mapping[str, Told]

IDENTITY, TEXT, DERIVED, PARTS = NotTold.IDENTITY, NotTold.TEXT, NotTold.DERIVED, NotTold.PARTS
NAMED: Fields = {"name": IDENTITY, "span": TEXT}
HEADED: Fields = {**NAMED, "header": TEXT}


def flag(phrase: str, weight: Weight) -> Said:
    return Said(Sort.FLAG, phrase, weight)


def either(phrase: str, denied: str, weight: Weight) -> Said:
    return Said(Sort.YES_NO, phrase, weight, denied)


NOTE = Said(Sort.TEXTS, "has the note {}", Weight.NOTES)
SOURCES = Said(Sort.TEXTS, "gives as its source {}", Weight.NOTES)
STORY_PASSED = either("passes the story on", "does not pass the story on", Weight.REACH)
EFFORT = Said(Sort.LENGTH, "costs the customer {} of their time", Weight.EFFORT)
CUSTOMER_COST = Said(Sort.MONEY, "costs the customer {}", Weight.EFFORT)
COST = Said(Sort.MONEY, "costs the organisation {}", Weight.EFFORT)
TAKES = Said(Sort.LENGTH, "takes {}", Weight.EFFORT)
MEDIA_BREAKS = Said(Sort.TEXTS, "has the media break {}", Weight.EFFORT)
NEEDS_DATA = Said(Sort.TEXT, "needs the data {}", Weight.EFFORT)
FRUSTRATION = Said(Sort.NUMBER, "feels like {} on the scale of frustration from 0 to 5", Weight.EFFORT)
NO_MISTAKE = Said(Sort.TEXT, "claims that no mistake is possible: {}", Weight.RIGHTS)
SELF_SERVICE = flag("is done by the customer alone", Weight.COURSE)
SOFT = Said(Sort.CUTOFF, "are accepted {}", Weight.WINDOWS, about="corrections of {}")
HARD = Said(Sort.CUTOFF, "could in fact be put right {}", Weight.WINDOWS)
