"""What is said of a fact ("is at least 3", "is known") -> a function that answers it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from journeyaudit.finding.words import listed
from journeyaudit.rulebook.language.answer import (
    NO,
    YES,
    Answer,
    truth,
    unknown,
)
from journeyaudit.rulebook.language.compare import age, compare
from journeyaudit.rulebook.language.operands import Amount, amount_of, comparable
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope
from journeyaudit.rulebook.language.subjects import Fact, Things, article, resolve
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.values import Reading, Sort, Time
from journeyaudit.source import Span
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.vocabulary import fold, nearest

Say: TypeAlias = Callable[[Scope, Thing], Answer]
"""What is asked of one thing."""


def of_fact(subject: Fact, said: t.Is, bindings: Bindings) -> Say:
    match said.complement:
        case t.Known():
            return _known(subject)
        case t.Called(name):
            return _text_is(subject, (name,))
        case t.OneOf(texts):
            return _text_is(subject, texts)
        case t.Compared(how, operand):
            return _compared(subject, how, amount_of(operand, bindings), said.span)
        case t.InTime(past):
            return _in_time(subject, past, said.span)
        case t.Same(other):
            return _same_fact(subject, other, said.span, bindings)
        case t.Described(word) | t.Kind(word):
            sort = article(subject.attribute.sort)
            title = f"the {subject.attribute.word} is {sort}, it cannot be “{word.text}”"
            raise Misfit(title, word.span, f'write “is "{word.text}"” in quotes, or compare it')


def _known(subject: Fact) -> Say:
    def say(scope: Scope, thing: Thing) -> Answer:
        reading = subject.read(scope, thing)
        return truth(reading.known or reading.none)

    return say


def _text_is(subject: Fact, texts: tuple[t.Word, ...]) -> Say:
    sort, options = subject.attribute.sort, subject.attribute.options
    if sort not in (Sort.TEXT, Sort.WORDS):
        title = f"the {subject.attribute.word} is {article(sort)}, not a text"
        raise Misfit(title, texts[0].span, "write for example “is at least 2”")
    for text in texts:
        if options and fold(text.text) not in map(fold, options):
            meant = nearest(text.text, options)
            repair = f"did you mean “{meant}”?" if meant else f"it is one of {listed(options, 'or')}"
            raise Misfit(f"the {subject.attribute.word} is never “{text.text}”", text.span, repair)
    wanted = frozenset(fold(text.text) for text in texts)

    def say(scope: Scope, thing: Thing) -> Answer:
        reading = subject.read(scope, thing)
        if isinstance(reading.value, tuple):
            return truth(any(fold(each) in wanted for each in reading.value))
        if isinstance(reading.value, str):
            return truth(fold(reading.value) in wanted)
        return _undecided(reading, wanted)

    return say


def _undecided(reading: Reading, wanted: frozenset[str]) -> Answer:
    if reading.none:
        return NO
    possible = {fold(each) for each in reading.among}
    if possible and not possible & wanted:
        return NO
    if possible and possible <= wanted:
        return YES
    return unknown(*reading.missing)


def _compared(subject: Fact, how: str, amount: Amount, span: Span) -> Say:
    sort, word = subject.attribute.sort, subject.attribute.word
    if sort is Sort.DATE and amount.sort is Sort.TIME:
        return lambda scope, thing: _against(how, _age(subject.read(scope, thing), scope), scope, amount)
    if not comparable(sort, amount.sort):
        if sort in (Sort.TEXT, Sort.WORDS):
            raise Misfit(f"the {word} is {article(sort)}: it is not more or less than something", span)
        raise Misfit(
            f"the {word} is {article(sort)}, this is {article(amount.sort)}", span, amount.example(sort)
        )
    return lambda scope, thing: _against(how, subject.read(scope, thing), scope, amount)


def _age(reading: Reading, scope: Scope) -> Reading:
    if isinstance(reading.value, date):
        return Reading(age(reading.value, scope.look.today))
    return reading


def _against(how: str, left: Reading, scope: Scope, amount: Amount) -> Answer:
    if left.none:
        return NO

    def ask(right: Reading) -> Answer:
        if right.none:
            return NO
        if left.value is None or right.value is None:
            return _by_halves(how, left, right) or unknown(*left.missing, *right.missing)
        return compare(how, left.value, right.value)

    return amount.walk(scope, ask)


def _by_halves(how: str, left: Reading, right: Reading) -> Answer | None:
    """``at least 3 days`` is longer than 2 days, whatever its upper bound is."""
    if left.half is None or left.half[0] is None or not isinstance(right.value, Time):
        return None
    low = float(left.half[0])
    lower = compare(how, Time(low, low, left.half[2]), right.value)
    settled = lower.yes if how in ("at least", "more than") else lower.no and how in ("at most", "less than")
    return lower if settled else None


def _in_time(subject: Fact, past: bool, span: Span) -> Say:
    if subject.attribute.sort is not Sort.DATE:
        raise Misfit(f"the {subject.attribute.word} is {article(subject.attribute.sort)}, not a date", span)

    def say(scope: Scope, thing: Thing) -> Answer:
        reading = subject.read(scope, thing)
        if not isinstance(reading.value, date):
            return NO if reading.none else unknown(*reading.missing)
        return truth((reading.value < scope.look.today) if past else (reading.value > scope.look.today))

    return say


def _same_fact(subject: Fact, other: t.Subject, span: Span, bindings: Bindings) -> Say:
    right = resolve(other, bindings)
    if isinstance(right, Things):
        raise Misfit(f"{article(subject.attribute.sort)} cannot be {article(right.kind)}", span)
    if right.attribute.sort is not subject.attribute.sort:
        title = f"{article(subject.attribute.sort)} and {article(right.attribute.sort)} are never the same"
        raise Misfit(title, span)

    def say(scope: Scope, thing: Thing) -> Answer:
        left = subject.read(scope, thing)
        return right.walk(scope, lambda each: _equal(left, right.read(scope, each)))

    return say


def _equal(left: Reading, right: Reading) -> Answer:
    if left.none or right.none:
        return NO
    if left.value is None or right.value is None:
        return unknown(*left.missing, *right.missing)
    if isinstance(left.value, str) and isinstance(right.value, str):
        return truth(fold(left.value) == fold(right.value))
    return truth(left.value == right.value)
