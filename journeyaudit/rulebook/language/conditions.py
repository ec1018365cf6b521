"""Conditions as written -> functions that answer yes, no or unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from journeyaudit.finding.words import listed
from journeyaudit.rulebook.language import dictionary
from journeyaudit.rulebook.language.answer import (
    NO,
    YES,
    Answer,
    Count,
    all_of,
    any_of,
    negated,
    truth,
    unknown,
)
from journeyaudit.rulebook.language.compare import age, compare
from journeyaudit.rulebook.language.operands import Amount, amount_of, comparable
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope, Test
from journeyaudit.rulebook.language.subjects import Fact, Things, article, no_such, resolve, trait, traits
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.values import Reading, Sort, Time
from journeyaudit.source import Span
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.vocabulary import fold, nearest

Say: TypeAlias = Callable[[Scope, Thing], Answer]


def condition(said: t.Condition, bindings: Bindings) -> Test:
    """Raises ``Misfit`` where words do not fit together."""
    match said:
        case t.Not(item):
            inner = condition(item, bindings)
            return lambda scope: negated(inner(scope))
        case t.AllOf(items):
            every = [condition(item, bindings) for item in items]
            return lambda scope: all_of(test(scope) for test in every)
        case t.AnyOf(items):
            some = [condition(item, bindings) for item in items]
            return lambda scope: any_of(test(scope) for test in some)
        case t.Is():
            return _is(said, bindings)
        case t.Has():
            return _has(said, bindings)
        case t.Says():
            return _says(said, bindings)
        case t.ThereIs():
            return there_is(said, bindings)
        case t.Reaches():
            from journeyaudit.rulebook.language.paths import reaches

            return reaches(said, bindings)


def _is(said: t.Is, bindings: Bindings) -> Test:
    subject = resolve(said.subject, bindings)
    if isinstance(subject, Things):
        say = _of_thing(subject, said, bindings)
    else:
        say = _of_fact(subject, said, bindings)
    if said.negated:
        plain = say
        say = lambda scope, thing: negated(plain(scope, thing))  # noqa: E731 - the same question, turned round
    walk = subject.walk
    return lambda scope: walk(scope, lambda thing: say(scope, thing))


# ---- what a thing is ------------------------------------------------------------------------------------


def _of_thing(subject: Things, said: t.Is, bindings: Bindings) -> Say:
    match said.complement:
        case t.Described(word):
            found = trait(word, subject.kind)
            return lambda scope, thing: found.read(scope.look, thing)
        case t.Called(name):
            return notion(name, subject.kind, bindings)
        case t.Kind(noun, adjectives):
            return _of_kind(noun, adjectives, subject.kind)
        case t.Same(other):
            return _same_thing(other, subject, said.span, bindings)
        case t.OneOf() | t.Compared() | t.Known() | t.InTime():
            facts = listed([f"‘the {word}’" for word in dictionary.attributes_of(subject.kind)][:6], "or")
            raise Misfit(
                f"this is asked of a fact, not of {article(subject.kind)} itself",
                said.span,
                f"say {facts} of it",
            )


def notion(name: t.Word, kind: str, bindings: Bindings) -> Say:
    """Whether a thing is what `call ... "rescue" when ...` says."""
    found = bindings.notions.get(fold(name.text))
    if found is None:
        meant = nearest(name.text, bindings.notions)
        repair = (
            f"did you mean ‘{meant}’?" if meant else f'write: call {article(kind)} "{name.text}" when ...'
        )
        raise Misfit(f"nothing is called ‘{name.text}’", name.span, repair)
    if found.kind not in dictionary.lineage(kind) and kind not in dictionary.lineage(found.kind):
        raise Misfit(f"only {article(found.kind)} can be a ‘{name.text}’, not {article(kind)}", name.span)
    slot, test = found.slot, found.test

    def say(scope: Scope, thing: Thing) -> Answer:
        before, scope.things[slot] = scope.things[slot], thing
        answer = test(scope)
        scope.things[slot] = before
        return answer

    return say


def _of_kind(noun: t.Word, adjectives: tuple[t.Word, ...], kind: str) -> Say:
    wanted = dictionary.kind_called(noun.text)
    if wanted is None:
        raise Misfit(
            f"‘{noun.text}’ is no kind of thing", noun.span, "write for example ‘a step’ or ‘an end’"
        )
    if wanted.word not in dictionary.lineage(kind) and kind not in dictionary.lineage(wanted.word):
        raise Misfit(f"{article(kind)} is never {article(wanted.word)}", noun.span)
    are = traits(adjectives, wanted.word)

    def say(scope: Scope, thing: Thing) -> Answer:
        return are(scope, thing) if scope.look.is_a(wanted.word, thing) else NO

    if wanted.word in dictionary.lineage(kind):
        return are
    return say


def _same_thing(other: t.Subject, subject: Things, span: Span, bindings: Bindings) -> Say:
    right = resolve(other, bindings)
    if isinstance(right, Fact):
        raise Misfit(f"{article(subject.kind)} cannot be a {right.attribute.sort}", span)
    walk = right.walk
    return lambda scope, thing: walk(scope, lambda each: truth(thing.same_as(each)))


# ---- what a fact is -------------------------------------------------------------------------------------


def _of_fact(subject: Fact, said: t.Is, bindings: Bindings) -> Say:
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
            title = f"the {subject.attribute.word} is a {subject.attribute.sort}, it cannot be ‘{word.text}’"
            raise Misfit(title, word.span, f'write ‘is "{word.text}"’ in quotes, or compare it')


def _known(subject: Fact) -> Say:
    def say(scope: Scope, thing: Thing) -> Answer:
        reading = subject.read(scope, thing)
        return truth(reading.known or reading.none)

    return say


def _text_is(subject: Fact, texts: tuple[t.Word, ...]) -> Say:
    sort, options = subject.attribute.sort, subject.attribute.options
    if sort not in (Sort.TEXT, Sort.WORDS):
        title = f"the {subject.attribute.word} is a {sort}, not a text"
        raise Misfit(title, texts[0].span, "write for example ‘is at least 2’")
    for text in texts:
        if options and fold(text.text) not in map(fold, options):
            meant = nearest(text.text, options)
            repair = f"did you mean ‘{meant}’?" if meant else f"it is one of {listed(options, 'or')}"
            raise Misfit(f"the {subject.attribute.word} is never ‘{text.text}’", text.span, repair)
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
            raise Misfit(f"the {word} is a {sort}: it is not more or less than something", span)
        raise Misfit(f"the {word} is a {sort}, this is a {amount.sort}", span, amount.example(sort))
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
        raise Misfit(f"the {subject.attribute.word} is a {subject.attribute.sort}, not a date", span)

    def say(scope: Scope, thing: Thing) -> Answer:
        reading = subject.read(scope, thing)
        if not isinstance(reading.value, date):
            return NO if reading.none else unknown(*reading.missing)
        return truth((reading.value < scope.look.today) if past else (reading.value > scope.look.today))

    return say


def _same_fact(subject: Fact, other: t.Subject, span: Span, bindings: Bindings) -> Say:
    right = resolve(other, bindings)
    if isinstance(right, Things):
        raise Misfit(f"a {subject.attribute.sort} cannot be {article(right.kind)}", span)
    if right.attribute.sort is not subject.attribute.sort:
        title = f"a {subject.attribute.sort} and a {right.attribute.sort} are never the same"
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


# ---- has, mentions, there is ----------------------------------------------------------------------------


def _has(said: t.Has, bindings: Bindings) -> Test:
    subject = resolve(said.subject, bindings)
    if isinstance(subject, Fact):
        raise Misfit(f"a {subject.attribute.sort} has no ‘{said.noun.text}’", said.noun.span)
    fact = dictionary.attribute(said.noun.text, subject.kind)
    part = dictionary.relation(said.noun.text, subject.kind)
    walk = subject.walk
    if part is not None:
        are = traits(said.adjectives, part.to)
        least, most = said.amount.least, said.amount.most
        return lambda scope: walk(
            scope,
            lambda thing: _number(part.read(scope.look, thing), lambda each: are(scope, each), least, most),
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


def _number(parts: Listed, chosen: Callable[[Thing], Answer], least: int, most: int | None) -> Answer:
    count = Count(open=bool(parts.missing), missing=parts.missing)
    for each in parts.things:
        count.add(chosen(each))
    return count.between(least, most)


def _says(said: t.Says, bindings: Bindings) -> Test:
    subject = resolve(said.subject, bindings)
    if isinstance(subject, Things) or subject.attribute.sort not in (Sort.TEXT, Sort.WORDS):
        raise Misfit("only a text can mention or match something", said.span)
    found = _finder(said)

    def ask(reading: Reading) -> Answer:
        if reading.value is None:
            return NO if reading.none else unknown(*reading.missing)
        texts = reading.value if isinstance(reading.value, tuple) else (str(reading.value),)
        return truth(any(found(text) for text in texts))

    return lambda scope: subject.walk(scope, lambda thing: ask(subject.read(scope, thing)))


def _finder(said: t.Says) -> Callable[[str], bool]:
    if not said.pattern:
        wanted = [fold(text.text) for text in said.texts]
        return lambda text: any(each in fold(text) for each in wanted)
    try:
        pattern = re.compile(said.texts[0].text, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise Misfit(f"this pattern cannot be read: {error}", said.texts[0].span) from None
    return lambda text: pattern.search(text) is not None


def there_is(said: t.ThereIs, bindings: Bindings) -> Test:
    """``there is a remedy of the mistake where ...``; asked once if nothing outside matters."""
    outside, bindings.used = bindings.used, set()
    source, kind = members(said.group, bindings)
    slot = bindings.bind(said.group.noun.text, kind)
    inner = condition(said.where, bindings) if said.where else None
    bindings.release()
    closed = not bindings.used - {slot}
    bindings.used |= outside
    are = traits(said.group.adjectives, kind)
    least, most = said.amount.least, said.amount.most

    def chosen(scope: Scope, thing: Thing) -> Answer:
        if inner is None:
            return are(scope, thing)
        before, scope.things[slot] = scope.things[slot], thing
        answer = all_of((are(scope, thing), inner(scope)))
        scope.things[slot] = before
        return answer

    def test(scope: Scope) -> Answer:
        return source(scope, lambda parts: _number(parts, lambda thing: chosen(scope, thing), least, most))

    return once(test) if closed else test


def once(test: Test) -> Test:
    """A condition that depends on nothing that is bound: asked once for each journey."""
    name = object()

    def kept(scope: Scope) -> Answer:
        key = (name, scope.settings_key)
        if key not in scope.look.kept:
            scope.look.kept[key] = test(scope)
        answer: Answer = scope.look.kept[key]
        return answer

    return kept


Source: TypeAlias = Callable[[Scope, Callable[[Listed], Answer]], Answer]


def members(group: t.Group, bindings: Bindings) -> tuple[Source, str]:
    """The things a group speaks of, of one owner at a time, and their kind."""
    if group.owner is None:
        kind = dictionary.kind_called(group.noun.text)
        if kind is None:
            of = dictionary.relations_called(group.noun.text)
            repair = (
                f"write ‘{group.noun.text} of the {of[0].of[0]}’" if of else "write for example ‘mistake’"
            )
            raise Misfit(f"‘{group.noun.text}’ is no thing by itself", group.noun.span, repair)
        traits(group.adjectives, kind.word)
        return (lambda scope, ask: ask(scope.look.things(kind.word))), kind.word
    owner = resolve(group.owner, bindings)
    if isinstance(owner, Fact):
        raise Misfit(f"a {owner.attribute.sort} has no ‘{group.noun.text}’", group.noun.span)
    part = dictionary.relation(group.noun.text, owner.kind)
    if part is None:
        raise no_such(group.noun, owner.kind)
    traits(group.adjectives, part.to)
    return (lambda scope, ask: owner.walk(scope, lambda thing: ask(part.read(scope.look, thing)))), part.to
