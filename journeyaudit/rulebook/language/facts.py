"""How a fact of the model is read as a value: one small function for each sort."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from journeyaudit.model.quantities import Duration, Money
from journeyaudit.rulebook.language.answer import NO, YES, Answer, truth, unknown
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.values import NONE, Reading, of_duration
from journeyaudit.rulebook.language.vocabulary import ReadFact, ReadTruth

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


def stated(field: str, key: str) -> ReadFact:
    """The value of a field of the model; None, "" and () are not stated."""

    def read(look: Look, thing: Thing) -> Reading:
        del look
        return reading_of(getattr(thing.it, field, None), thing, key)

    return read


def reading_of(value: Any, thing: Thing, key: str) -> Reading:
    """A value of the model as a reading; what is not stated is unknown."""
    missing = thing.lacks(key)
    match value:
        case None | "" | ():
            return Reading(missing=(missing,)) if thing.can_state(key) else NONE
        case Duration():
            return of_duration(value, missing)
        case Money():
            return Reading(missing=(missing,)) if value.amount is None else Reading(value)
        case Enum():
            return Reading(str(value.value))
        case bool():
            return Reading("yes" if value else "no")
        case int() | float():
            return Reading(float(value))
        case tuple():
            return Reading(tuple(str(each) for each in value))
        case str() | date():
            return Reading(value)
        case _:
            return NONE


def not_stated(thing: Thing, key: str) -> Answer:
    """Unknown, unless the fact can never be written about such a thing: then it does not hold."""
    return unknown(thing.lacks(key)) if thing.can_state(key) else NO


def counted(field: str) -> ReadFact:
    """How many the text lists."""
    return lambda _, thing: Reading(float(len(getattr(thing.it, field, ()))))


def flag(field: str) -> ReadTruth:
    """A flag of the language: what is not written does not hold."""
    return lambda _, thing: truth(bool(getattr(thing.it, field, False)))


def yes_or_no(field: str, key: str) -> ReadTruth:
    """A fact that is yes or no; not stated is unknown."""

    def read(look: Look, thing: Thing) -> Answer:
        del look
        value = getattr(thing.it, field, None)
        return not_stated(thing, key) if value is None else truth(bool(value))

    return read


def among(field: str, key: str, *values: Enum) -> ReadTruth:
    """A fact that is one of some words; not stated is unknown."""

    def read(look: Look, thing: Thing) -> Answer:
        del look
        value = getattr(thing.it, field, None)
        return not_stated(thing, key) if value is None else truth(value in values)

    return read


def is_stated(field: str) -> ReadTruth:
    """Does the text say anything at all?"""
    return lambda _, thing: YES if getattr(thing.it, field, None) else NO
