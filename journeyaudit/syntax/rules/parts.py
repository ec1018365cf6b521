"""What the sentences of a rule are about, as written: things, parts of things, facts, figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import field, record


@record
class Word:
    """A word of the vocabulary or a quoted text; ``text`` is folded, or the inside of the quotes."""

    text: str
    span: Span = field(compare=False)


# ---- what a sentence speaks of --------------------------------------------------------------------------


@record
class Bound:
    """``the mistake``; ``it`` has an empty noun and is what was bound last."""

    noun: Word


@record
class Part:
    """``the window of the remedy``, ``some human actor of the step``.

    ``edge`` is "" or shortest, longest, earliest, latest.
    """

    noun: Word
    owner: Subject
    quantifier: Literal["the", "some", "every", "no"] = "the"
    adjectives: tuple[Word, ...] = ()
    edge: str = ""


Subject: TypeAlias = Bound | Part


@record
class Group:
    """``bad end``, ``human actor of the step``."""

    noun: Word
    adjectives: tuple[Word, ...] = ()
    owner: Subject | None = None


@record
class Amount:
    """How many there may be; ``most`` None is no limit."""

    least: int
    most: int | None


# ---- quantities -----------------------------------------------------------------------------------------


@record
class Quantity:
    """A figure with its unit: ``number``, ``percent`` (0..100), ``time`` (minutes), ``working days``,
    or ``money`` with its currency."""

    kind: Literal["number", "percent", "time", "working days", "money"]
    value: Decimal
    currency: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@record
class Setting:
    """A threshold with a name, referred to."""

    name: Word


@record
class Multiple:
    """``3 times the customer effort of the step``."""

    factor: Decimal
    subject: Subject


Operand: TypeAlias = Quantity | Setting | Multiple | Bound | Part
