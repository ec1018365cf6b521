"""The sentences of a rule as written: words are still words, every part has its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from journeyaudit.finding import Severity
from journeyaudit.source import NOWHERE, Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary or a quoted text; ``text`` is folded, or the inside of the quotes."""

    text: str
    span: Span = field(compare=False)


# ---- what a sentence speaks of --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bound:
    """``the mistake``; ``it`` has an empty noun and is what was bound last."""

    noun: Word


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Group:
    """``bad end``, ``human actor of the step``."""

    noun: Word
    adjectives: tuple[Word, ...] = ()
    owner: Subject | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """How many there may be; ``most`` None is no limit."""

    least: int
    most: int | None


# ---- quantities -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit: ``number``, ``percent`` (0..100), ``time`` (minutes), ``working days``,
    or ``money`` with its currency."""

    kind: Literal["number", "percent", "time", "working days", "money"]
    value: Decimal
    currency: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """A threshold with a name, referred to."""

    name: Word


@dataclass(frozen=True, slots=True)
class Multiple:
    """``3 times the customer effort of the step``."""

    factor: Decimal
    subject: Subject


Operand: TypeAlias = Quantity | Setting | Multiple | Bound | Part


# ---- conditions -----------------------------------------------------------------------------------------


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


# ---- the rule -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ForEach:
    group: Group
    where: Condition | None
    span: Span = field(compare=False)


Requirement: TypeAlias = Condition | Path
"""What must be; its ``span`` is the sentence that says so (a list of conditions has those of its items)."""


@dataclass(frozen=True, slots=True)
class Call:
    """``call a step "rescue" when ...``."""

    noun: Word
    name: Word
    when: Condition


@dataclass(frozen=True, slots=True)
class SettingLine:
    name: Word
    default: Quantity


@dataclass(frozen=True, slots=True)
class Grade:
    """``severity: warning`` or ``severity: warning when ...``; the first one that holds counts."""

    severity: Severity
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Hole:
    """``{mistake}`` or ``{time to notice of the mistake}`` in a text."""

    content: Bound | Part | Setting
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Saying:
    """Words and holes; the first one whose condition holds is said."""

    parts: tuple[str | Hole, ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as written. ``applies_to`` is "" (any), as-is or to-be."""

    grades: tuple[Grade, ...] = ()
    applies_to: str = ""
    explains: tuple[Word, ...] = ()
    ignorable: bool = True
    because: tuple[str, ...] = ()
    settings: tuple[SettingLine, ...] = ()
    calls: tuple[Call, ...] = ()
    for_each: tuple[ForEach, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    sayings: tuple[Saying, ...] = ()
    hints: tuple[Saying, ...] = ()
