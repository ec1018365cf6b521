"""What the sentences of a rule say, as written: conditions, places, paths."""

from __future__ import annotations

from typing import Literal, TypeAlias

from journeyaudit.source import Span
from journeyaudit.source.record import field, record
from journeyaudit.syntax.rules.parts import (
    Amount,
    Group,
    Operand,
    Subject,
    Word,
)


@record
class Described:
    """``is human``."""

    adjective: Word


@record
class Called:
    """``is a "rescue"``, or of a fact: ``is "impossible"``."""

    name: Word


@record
class Kind:
    """``is a bad end``."""

    noun: Word
    adjectives: tuple[Word, ...] = ()


@record
class OneOf:
    texts: tuple[Word, ...]


@record
class Compared:
    how: Literal["at least", "at most", "exactly", "more than", "less than"]
    operand: Operand


@record
class Known:
    """``is known``: the text says it, or says that there is none."""


@record
class InTime:
    """``is in the past``, ``is in the future``: of a date."""

    past: bool


@record
class Same:
    """``is the department of the decider``."""

    subject: Subject


Complement: TypeAlias = Described | Called | Kind | OneOf | Compared | Known | InTime | Same


@record
class Not:
    item: Condition


@record
class AllOf:
    """With a single item: what stood in brackets."""

    items: tuple[Condition, ...]


@record
class AnyOf:
    items: tuple[Condition, ...]


@record
class Is:
    """With ``negated``: of each thing it is asked whether it is not."""

    subject: Subject
    complement: Complement
    span: Span = field(compare=False)
    negated: bool = False


@record
class Has:
    """``has an owner``, ``has at least 2 human actors``; without an amount: ``has feedback channels``."""

    subject: Subject
    amount: Amount
    noun: Word
    adjectives: tuple[Word, ...]
    span: Span = field(compare=False)


@record
class Says:
    """``mentions "refund", "money back"`` or, with ``pattern``, ``matches "..."``."""

    subject: Subject
    texts: tuple[Word, ...]
    pattern: bool
    span: Span = field(compare=False)


@record
class ThereIs:
    amount: Amount
    group: Group
    where: Condition | None
    span: Span = field(compare=False)


@record
class Reaches:
    """``the step can reach a good end``."""

    subject: Subject
    places: Places
    span: Span = field(compare=False)
    negated: bool = False


Condition: TypeAlias = Not | AllOf | AnyOf | Is | Has | Says | ThereIs | Reaches


# ---- places of the flow ---------------------------------------------------------------------------------


@record
class TheStart:
    pass


@record
class Anything:
    pass


@record
class Those:
    """``the step``, ``the place of the mistake``."""

    subject: Subject
    span: Span = field(compare=False)


@record
class AnySuch:
    """``a good end``, ``a step where (the step has a human actor)``."""

    group: Group
    where: Condition | None
    span: Span = field(compare=False)


@record
class Notion:
    """``a "rescue"``."""

    name: Word


Places: TypeAlias = TheStart | Anything | Those | AnySuch | Notion


@record
class Suffixes:
    """What stands behind a path sentence."""

    by_a_human: bool = False
    within: Operand | None = None
    until: Places | None = None
    contacts: int | None = None


PathKind: TypeAlias = Literal[
    "never", "only after", "follows", "stays possible", "is possible", "passes", "cannot reach", "can reach",
    "goes round",
]  # fmt: skip


@record
class Path:
    """A sentence about ways through the journey; ``places`` in the order in which they are named.

    ``goes round`` without places is ``without getting closer``.
    """

    kind: PathKind
    places: tuple[Places, ...]
    span: Span = field(compare=False)
    suffixes: Suffixes = Suffixes()
