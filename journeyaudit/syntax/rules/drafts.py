"""Sentences one after the other -> a rule: what a `where`, an `and` or a `within` line belongs to."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Literal

from journeyaudit.finding import Finding
from journeyaudit.source import Span
from journeyaudit.source.record import changeable
from journeyaudit.syntax.rules import complaints
from journeyaudit.syntax.rules import tree as t


@changeable
class Draft:
    """A sentence that later lines may add to.

    ``joined`` are the conditions it has so far; ``word`` is what stands between them ("" until two).
    ``open``: it has a ``where``, even if that could not be read.
    """

    sentence: t.ForEach | t.ThereIs | t.Call | t.Condition | t.Path
    role: Literal["for each", "there must be", "call", "condition", "path"]
    joined: list[t.Condition] = field(default_factory=list)
    word: str = ""
    open: bool = False


class Drafts:
    """Puts the sentences of one rule together; complaints go to ``findings``."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._drafts: list[Draft] = []
        self._lost = False
        """The last sentence could not be read, so what adds to it is not complained about."""

    def lost(self, adds: bool) -> None:
        """A sentence that could not be read; ``adds`` if it would have added to the last one."""
        if not adds:
            self._lost = True
        elif self._drafts:
            self._drafts[-1].open = True

    def add(self, kind: str, sentence: object, span: Span) -> None:
        """One more sentence; ``kind`` is its rule in the grammar."""
        if kind in ("where_line", "and_line", "or_line", "suffix_line"):
            self._add_to_last(kind, sentence, span)
            return
        self._lost = False
        if isinstance(sentence, t.ForEach):
            joined = [sentence.where] if sentence.where else []
            self._drafts.append(_started(Draft(sentence, "for each"), joined))
        elif isinstance(sentence, t.Call):
            self._drafts.append(_started(Draft(sentence, "call"), [sentence.when]))
        elif isinstance(sentence, t.Path):
            self._drafts.append(Draft(sentence, "path"))
        elif kind == "there_must_be" and isinstance(sentence, t.ThereIs):
            joined = [sentence.where] if sentence.where else []
            self._drafts.append(_started(Draft(sentence, "there must be"), joined))
        else:
            condition: t.Condition = sentence  # type: ignore[assignment]
            self._drafts.append(_started(Draft(condition, "condition"), [condition]))

    def _add_to_last(self, kind: str, sentence: object, span: Span) -> None:
        if self._lost:
            return
        draft = self._drafts[-1] if self._drafts else None
        if isinstance(sentence, t.Suffixes):
            self._add_suffixes(draft, sentence, span)
        elif draft is None or draft.role == "path":
            self._complain("nothing stands before this line that a condition could belong to", span)
        elif kind == "where_line":
            self._add_where(draft, sentence, span)  # type: ignore[arg-type]
        else:
            self._join(draft, kind.removesuffix("_line"), sentence, span)  # type: ignore[arg-type]

    def _add_suffixes(self, draft: Draft | None, more: t.Suffixes, span: Span) -> None:
        if draft is None or not isinstance(draft.sentence, t.Path):
            self._complain(
                "this belongs behind a sentence about paths", span, "after X, Y stays possible ..."
            )
            return
        before = draft.sentence.suffixes
        merged = t.Suffixes(
            before.by_a_human or more.by_a_human,
            more.within or before.within,
            more.until or before.until,
            more.contacts if more.contacts is not None else before.contacts,
        )
        draft.sentence = replace(draft.sentence, suffixes=merged)

    def _add_where(self, draft: Draft, condition: t.Condition, span: Span) -> None:
        if draft.role not in ("for each", "there must be"):
            self._complain("“where” belongs below “for each” or “there must be”", span)
        elif draft.open:
            self._complain("this sentence has a “where” already", span, "write “and” instead")
        else:
            _started(draft, [condition])

    def _join(self, draft: Draft, word: str, condition: t.Condition, span: Span) -> None:
        if not draft.open:
            self._complain(f"“{word}” needs a “where” before it", span, "write “where” instead")
            return
        added = _word_of(condition)
        if draft.word not in ("", word) or added not in ("", word):
            self._findings.append(complaints.mixed(Span(span.file, span.start, span.start + len(word))))
            return
        draft.word = word
        draft.joined += _items(condition)

    def _complain(self, title: str, span: Span, repair: str = "") -> None:
        self._findings.append(complaints.problem(title, span, repair))

    def calls(self) -> tuple[t.Call, ...]:
        return tuple(
            replace(draft.sentence, when=_whole(draft))
            for draft in self._drafts
            if isinstance(draft.sentence, t.Call)
        )

    def for_each(self) -> tuple[t.ForEach, ...]:
        return tuple(
            replace(draft.sentence, where=_whole(draft) if draft.joined else None)
            for draft in self._drafts
            if isinstance(draft.sentence, t.ForEach)
        )

    def requirements(self) -> tuple[t.Requirement, ...]:
        found: list[t.Requirement] = []
        for draft in self._drafts:
            if draft.role == "there must be" and isinstance(draft.sentence, t.ThereIs):
                found.append(replace(draft.sentence, where=_whole(draft) if draft.joined else None))
            elif draft.role == "condition":
                found.append(_whole(draft))
            elif isinstance(draft.sentence, t.Path):
                found.append(draft.sentence)
        return tuple(found)


def _started(draft: Draft, conditions: list[t.Condition]) -> Draft:
    draft.open = bool(conditions)
    for condition in conditions:
        draft.word = _word_of(condition)
        draft.joined = _items(condition)
    return draft


def _word_of(condition: t.Condition) -> str:
    """What stands between its items; "" for a single one, which may have brackets around it."""
    match condition:
        case t.AllOf(items) if len(items) > 1:
            return "and"
        case t.AnyOf():
            return "or"
        case _:
            return ""


def _items(condition: t.Condition) -> list[t.Condition]:
    return list(condition.items) if isinstance(condition, t.AllOf | t.AnyOf) else [condition]


def _whole(draft: Draft) -> t.Condition:
    if len(draft.joined) == 1:
        return draft.joined[0]
    return t.AnyOf(tuple(draft.joined)) if draft.word == "or" else t.AllOf(tuple(draft.joined))
