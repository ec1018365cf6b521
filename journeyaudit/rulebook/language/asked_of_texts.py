""" "has an owner", "has at least 2 actors", "mentions ..." -> functions that answer it."""

from __future__ import annotations

import re
from collections.abc import Callable

from journeyaudit.rulebook.language import dictionary
from journeyaudit.rulebook.language.answer import (
    NO,
    YES,
    Answer,
    Count,
    negated,
    truth,
    unknown,
)
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope, Test
from journeyaudit.rulebook.language.subjects import Fact, Things, article, no_such, resolve, traits
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.values import Reading, Sort
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.vocabulary import fold


def has(said: t.Has, bindings: Bindings) -> Test:
    subject = resolve(said.subject, bindings)
    if isinstance(subject, Fact):
        raise Misfit(f"{article(subject.attribute.sort)} has no “{said.noun.text}”", said.noun.span)
    fact = dictionary.attribute(said.noun.text, subject.kind)
    part = dictionary.relation(said.noun.text, subject.kind)
    walk = subject.walk
    if part is not None:
        are = traits(said.adjectives, part.to)
        least, most = said.amount.least, said.amount.most
        return lambda scope: walk(
            scope,
            lambda thing: number_of(part.read(scope.look, thing), lambda each: are(scope, each), least, most),
        )
    if fact is None:
        raise no_such(said.noun, subject.kind)
    if said.adjectives or (said.amount.least, said.amount.most) not in ((1, None), (0, 0)):
        raise Misfit(f"there is one {fact.word} of {article(subject.kind)}", said.noun.span)
    wanted = said.amount.least == 1
    found = Fact(fact, walk, "")

    def test(scope: Scope) -> Answer:
        return walk(scope, lambda thing: _stated(found, scope, thing))

    return test if wanted else lambda scope: walk(scope, lambda thing: negated(_stated(found, scope, thing)))


def _stated(fact: Fact, scope: Scope, thing: Thing) -> Answer:
    """What the text does not say it does not have, unless some of its lines could not be read."""
    reading = fact.read(scope, thing)
    if reading.known or (reading.half is not None and reading.half[:2] != (None, None)):
        return YES
    if reading.none:
        return NO
    if fact.attribute.stated and not scope.look.journey.broken:
        return NO
    return unknown(*reading.missing)


def number_of(parts: Listed, chosen: Callable[[Thing], Answer], least: int, most: int | None) -> Answer:
    count = Count(open=bool(parts.missing), missing=parts.missing)
    for each in parts.things:
        count.add(chosen(each))
    return count.between(least, most)


def says(said: t.Says, bindings: Bindings) -> Test:
    subject = resolve(said.subject, bindings)
    if isinstance(subject, Things) or subject.attribute.sort not in (Sort.TEXT, Sort.WORDS):
        raise Misfit("only a text can mention or match something", said.span)
    found = _finder(said, bindings)

    def ask(reading: Reading) -> Answer:
        if reading.value is None:
            return NO if reading.none else unknown(*reading.missing)
        texts = reading.value if isinstance(reading.value, tuple) else (str(reading.value),)
        return truth(any(found(text) for text in texts))

    return lambda scope: subject.walk(scope, lambda thing: ask(subject.read(scope, thing)))


def _finder(said: t.Says, bindings: Bindings) -> Callable[[str], bool]:
    if not said.pattern:
        wanted = [fold(text.text) for text in said.texts]
        return lambda text: _mentions(fold(text), wanted)
    pattern = said.texts[0].text
    if not bindings.trusted:
        try:
            re.compile(pattern, re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            raise Misfit(f"this pattern cannot be read: {error}", said.texts[0].span) from None
    return lambda text: re.search(pattern, text, re.IGNORECASE) is not None


def _mentions(text: str, wanted: list[str]) -> bool:
    return any(each in text for each in wanted)
