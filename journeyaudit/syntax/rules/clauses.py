"""What the sentences of a rule say, as written: conditions, places, paths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from journeyaudit.source import Span
from journeyaudit.syntax.rules.parts import (
    Amount,
    Group,
    Operand,
    Subject,
    Word,
)


@dataclass(frozen=True, slots=True)
class Described:
    """``is human``."""

    adjective: Word


@dataclass(frozen=True, slots=True)
class Called:
    """``is a "rescue"``, or of a fact: ``is "impossible"``."""

    name: Word


@dataclass(frozen=True, slots=True)
class Kind:
    """``is a bad end``."""

    noun: Word
    adjectives: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    texts: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    how: Literal["at least", "at most", "exactly", "more than", "less than"]
    operand: Operand


@dataclass(frozen=True, slots=True)
class Known:
    """``is known``: the text says it, or says that there is none."""


@dataclass(frozen=True, slots=True)
class InTime:
    """``is in the past``, ``is in the future``: of a date."""

    past: bool


@dataclass(frozen=True, slots=True)
class Same:
    """``is the department of the decider``."""

    subject: Subject


Complement: TypeAlias = Described | Called | Kind | OneOf | Compared | Known | InTime | Same


@dataclass(frozen=True, slots=True)
class Not:
    item: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    """With a single item: what stood in brackets."""

    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Is:
    """With ``negated``: of each thing it is asked whether it is not."""

    subject: Subject
    complement: Complement
    span: Span = field(compare=False)
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """``has an owner``, ``has at least 2 human actors``; without an amount: ``has feedback channels``."""

    subject: Subject
    amount: Amount
    noun: Word
    adjectives: tuple[Word, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Says:
    """``mentions "refund", "money back"`` or, with ``pattern``, ``matches "..."``."""

    subject: Subject
    texts: tuple[Word, ...]
    pattern: bool
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class ThereIs:
    amount: Amount
    group: Group
    where: Condition | None
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Reaches:
    """``the step can reach a good end``."""

    subject: Subject
    places: Places
    span: Span = field(compare=False)
    negated: bool = False


Condition: TypeAlias = Not | AllOf | AnyOf | Is | Has | Says | ThereIs | Reaches


# ---- places of the flow ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TheStart:
    pass


@dataclass(frozen=True, slots=True)
class Anything:
    pass


@dataclass(frozen=True, slots=True)
class Those:
    """``the step``, ``the place of the mistake``."""

    subject: Subject
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class AnySuch:
    """``a good end``, ``a step where (the step has a human actor)``."""

    group: Group
    where: Condition | None
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Notion:
    """``a "rescue"``."""

    name: Word


Places: TypeAlias = TheStart | Anything | Those | AnySuch | Notion


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Path:
    """A sentence about ways through the journey; ``places`` in the order in which they are named.

    ``goes round`` without places is ``without getting closer``.
    """

    kind: PathKind
    places: tuple[Places, ...]
    span: Span = field(compare=False)
    suffixes: Suffixes = Suffixes()
