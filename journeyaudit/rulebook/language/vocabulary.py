"""The words of rules as records: things, their parts, their facts, what they can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from journeyaudit.rulebook.language.answer import Answer
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.values import Reading, Sort
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

ReadFact: TypeAlias = Callable[["Look", Thing], Reading]
ReadParts: TypeAlias = Callable[["Look", Thing], Listed]
ReadTruth: TypeAlias = Callable[["Look", Thing], Answer]


@record
class ThingKind:
    """``is_also`` are the wider kinds: a step is also a place. ``trouble``: there should be none of it, so
    a journey without any was looked at all the same."""

    word: str
    plural: str
    doc: str
    is_also: tuple[str, ...] = ()
    trouble: bool = False


@record
class Relation:
    """``remedies of the mistake``: leads from a thing of one of the kinds ``of`` to things of kind ``to``.

    ``one``: there is at most one, so one says ``the``. ``unknown`` says when the list may be open.
    """

    word: str
    plural: str
    of: tuple[str, ...]
    to: str
    doc: str
    read: ReadParts
    one: bool = False


@record
class Attribute:
    """``the window of the remedy``. ``stated``: the text itself says it or not, so ``has`` is yes or no."""

    word: str
    of: tuple[str, ...]
    sort: Sort
    doc: str
    read: ReadFact
    stated: bool = True
    options: tuple[str, ...] = ()


@record
class Adjective:
    """``the step is irreversible``."""

    word: str
    of: tuple[str, ...]
    doc: str
    read: ReadTruth
