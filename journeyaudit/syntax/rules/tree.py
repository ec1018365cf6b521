"""A rule as written: words are still words, every part has its place."""

from __future__ import annotations

from typing import TypeAlias

from journeyaudit.finding import Severity
from journeyaudit.source import Span
from journeyaudit.source.record import field, record
from journeyaudit.syntax.rules.clauses import (
    AllOf,
    AnyOf,
    AnySuch,
    Anything,
    Called,
    Compared,
    Complement,
    Condition,
    Described,
    Has,
    InTime,
    Is,
    Kind,
    Known,
    Not,
    Notion,
    OneOf,
    Path,
    PathKind,
    Places,
    Reaches,
    Same,
    Says,
    Suffixes,
    ThereIs,
    TheStart,
    Those,
)
from journeyaudit.syntax.rules.parts import (
    Amount,
    Bound,
    Group,
    Multiple,
    Operand,
    Part,
    Quantity,
    Setting,
    Subject,
    Word,
)


@record
class ForEach:
    group: Group
    where: Condition | None
    span: Span = field(compare=False)


Requirement: TypeAlias = Condition | Path
"""What must be; its ``span`` is the sentence that says so (a list of conditions has those of its items)."""


@record
class Call:
    """``call a step "rescue" when ...``."""

    noun: Word
    name: Word
    when: Condition


@record
class SettingLine:
    name: Word
    default: Quantity


@record
class Grade:
    """``severity: warning`` or ``severity: warning when ...``; the first one that holds counts."""

    severity: Severity
    when: Condition | None = None


@record
class Hole:
    """``{mistake}`` or ``{time to notice of the mistake}`` in a text."""

    content: Bound | Part | Setting
    span: Span = field(compare=False)


@record
class Saying:
    """Words and holes; the first one whose condition holds is said."""

    parts: tuple[str | Hole, ...]
    when: Condition | None = None


@record
class Rule:
    """One rule as written. ``applies_to`` is "" (any), as-is or to-be.

    ``profile`` is the first of ``PROFILES`` in which the rule counts, "" if it is not written.
    ``shows`` are the words for what a finding carries besides its sentence.
    """

    grades: tuple[Grade, ...] = ()
    profile: str = ""
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
    shows: tuple[Word, ...] = ()

    @property
    def demanding(self) -> bool:
        """Must something hold, or is whatever it looks at wrong?"""
        return bool(self.requirements)


__all__ = [
    "AllOf",
    "Amount",
    "AnyOf",
    "AnySuch",
    "Anything",
    "Bound",
    "Call",
    "Called",
    "Compared",
    "Complement",
    "Condition",
    "Described",
    "ForEach",
    "Grade",
    "Group",
    "Has",
    "Hole",
    "InTime",
    "Is",
    "Kind",
    "Known",
    "Multiple",
    "Not",
    "Notion",
    "OneOf",
    "Operand",
    "Part",
    "Path",
    "PathKind",
    "Places",
    "Quantity",
    "Reaches",
    "Requirement",
    "Rule",
    "Same",
    "Saying",
    "Says",
    "Setting",
    "SettingLine",
    "Subject",
    "Suffixes",
    "TheStart",
    "ThereIs",
    "Those",
    "Word",
]
