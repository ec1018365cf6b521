"""The conditions of a practice -> which of them hold in this journey, which do not, which are free text.

``docs/meaning.md``, section 11: a condition is checked if it is written as a name of the journey, a key of
the language and a value: ``Hotline answers within 3 min``, ``Agent may refund up to 50 EUR``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from journeyaudit.model.flow import NodeKind
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.names import act_named, fold
from journeyaudit.model.people import Actor, Channel
from journeyaudit.model.quantities import Money
from journeyaudit.model.voice import Practice
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record
from journeyaudit.syntax import parse
from journeyaudit.syntax.schema import BLOCKS, KEYS, Shape
from journeyaudit.verdicts.practice_facts import CHECKS, Holds, Needed, is_within
from journeyaudit.verdicts.verdict import MissingFact

_SEPARATE = re.compile(r"\s*(?:\n|;\s|,\s)\s*")


@record
class Condition:
    """``checked`` False: free text, nothing is said about it. ``holds`` None then, and where facts are
    ``missing``."""

    text: str
    checked: bool
    holds: bool | None = None
    missing: tuple[MissingFact, ...] = ()


class _Subject(NamedTuple):
    block: str
    it: Any
    name: str
    span: Span


def _names(known: Mapping[str, Actor | Channel], file: str) -> dict[str, str]:
    """Folded name -> key; whom the file itself describes goes before others of the same name."""
    own_last = sorted(known.items(), key=lambda each: each[1].span.file == file)
    return {fold(each.name): key for key, each in own_last}


class Conditions:
    """Reads the conditions of all practices of one journey; names mean what they mean in its file."""

    def __init__(self, service: Service, journey: Journey) -> None:
        self._german = journey.language == "de"
        self._subjects: dict[str, _Subject] = {}
        for node in journey.nodes:
            if node.kind is NodeKind.STEP and node.name:
                self._subjects[fold(node.title)] = _Subject("step", node, node.title, node.header)
        self._channels = _names(service.channels, journey.span.file)
        self._actors = _names(service.actors, journey.span.file)
        for name, key in self._channels.items():
            channel = service.channels[key]
            self._subjects[name] = _Subject("channel", channel, channel.name, channel.span)
        for name, key in self._actors.items():
            actor = service.actors[key]
            self._subjects[name] = _Subject("actor", actor, actor.name, actor.span)
        self._longest = max((len(name.split()) for name in self._subjects), default=0)
        self._spellings = {block: self._spelled(block) for block in CHECKS}

    def _spelled(self, block: str) -> dict[str, tuple[str, bool]]:
        """How the keys are written -> the key, and whether it stands alone."""
        return {
            fold(word): (key.en, key.shape is Shape.FLAG)
            for key in KEYS
            if key.en in CHECKS[block] and block in key.blocks
            for word in (key.de if self._german else (key.en, *key.also))
        }

    def of(self, practice: Practice) -> tuple[Condition, ...]:
        """One for each line, or each part of a line between commas if one of them can be checked."""
        return tuple(condition for line in practice.conditions for condition in self._in_line(line))

    def _in_line(self, line: str) -> Iterator[Condition]:
        parts = [part for part in _SEPARATE.split(line.strip().rstrip(".")) if part]
        found = [self._read(part) for part in parts]
        if any(condition.checked for condition in found):
            yield from found
        elif parts:
            yield Condition(" ".join(line.split()), checked=False)

    def _read(self, text: str) -> Condition:
        words = text.split()
        for taken in range(min(self._longest, len(words) - 1), 0, -1):
            subject = self._subjects.get(fold(" ".join(words[:taken]).rstrip(":")))
            if subject is not None:
                return self._about(subject, words[taken:], " ".join(words))
        return Condition(" ".join(words), checked=False)

    def _about(self, subject: _Subject, words: list[str], text: str) -> Condition:
        if isinstance(subject.it, Actor) and fold(words[0]) in _may(self._german):
            return self._right(subject, subject.it, " ".join(words[1:]), text)
        for taken in range(min(3, len(words)), 0, -1):
            known = self._spellings[subject.block].get(fold(" ".join(words[:taken]).rstrip(":")))
            if known is not None:
                key, alone = known
                return self._fact(subject, key, alone, words[:taken], " ".join(words[taken:]), text)
        return Condition(text, checked=False)

    def _fact(
        self, subject: _Subject, key: str, alone: bool, spelled: list[str], value: str, text: str
    ) -> Condition:
        spelling = " ".join(spelled).rstrip(":")
        needed = self._facts(subject.block, spelling if alone else f"{spelling}: {value}")
        if needed is None or key not in needed or alone == bool(value):
            return Condition(text, checked=False)
        return _told(CHECKS[subject.block][key](subject.it, needed, key), subject, key, text)

    def _right(self, subject: _Subject, actor: Actor, rest: str, text: str) -> Condition:
        """``may refund up to 50 EUR``: such a right, and nobody has to be asked below that amount."""
        limit: Money | None = None
        before, up_to, amount = _cut(rest, "bis zu" if self._german else "up to")
        if up_to:
            needed = self._facts("may", f"{up_to}: {amount}")
            limit = needed.money("up to") if needed else None
            if limit is None or limit.amount is None:
                return Condition(text, checked=False)
        if not before:
            return Condition(text, checked=False)
        return _told(_may_do(actor, act_named(before), limit), subject, "may", text)

    def _facts(self, block: str, line: str) -> Needed | None:
        """A line as a fact of such a block; None if it cannot be read as one."""
        headers = {"may": ("actor A", "may B"), "step": ("journey A", "step B")}.get(block, (f"{block} A",))
        lines = [*_headers(headers, self._german), "  " * len(headers) + line]
        tree, findings = parse(SourceText("", "\n".join(lines) + "\n"))
        return None if findings else Needed(tree.blocks[-1].facts, self._actors, self._channels)


def _headers(headers: tuple[str, ...], german: bool) -> list[str]:
    if not german:
        return [f"{'  ' * depth}{header}" for depth, header in enumerate(headers)]
    spelled = {block.en: block.de[0] for block in BLOCKS}
    words = [header.rsplit(" ", 1) for header in headers]
    written = [f"{'  ' * depth}{spelled[word]} {name}" for depth, (word, name) in enumerate(words)]
    return ["# language: de", *written]


def _may(german: bool) -> tuple[str, ...]:
    return ("darf", "dürfen") if german else ("may",)


def _cut(text: str, word: str) -> tuple[str, str, str]:
    """What stands before a word, the word, and what stands behind it."""
    before, found, after = f" {text} ".partition(f" {word} ")
    return before.strip(), found.strip(), after.strip()


def _may_do(actor: Actor, act: str, limit: Money | None) -> Holds:
    """Nobody who has to ask for every case has the right; asking above the amount does no harm."""
    if actor.rights is None:
        return None
    answers: list[Holds] = [False]
    for right in actor.rights:
        if right.act == act and (right.approval_above is not None or not right.approval_of):
            bounds = [right.limit, right.approval_above if right.approval_of else None]
            answers.append(_covers([Money(one, right.currency) for one in bounds if one is not None], limit))
    return True if True in answers else None if None in answers else False


def _covers(bounds: list[Money], limit: Money | None) -> Holds:
    """Does a right with these bounds reach as far as is needed?"""
    if limit is None:
        return True
    answers = [is_within(limit, bound) for bound in bounds]
    return False if False in answers else None if None in answers else True


def _told(holds: Holds, subject: _Subject, key: str, text: str) -> Condition:
    missing = (MissingFact(key, subject.name, subject.span),) if holds is None else ()
    return Condition(text, checked=True, holds=holds, missing=missing)
