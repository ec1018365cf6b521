"""Conditions as written -> functions that answer yes, no or unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from journeyaudit.finding.words import listed
from journeyaudit.rulebook.language import dictionary
from journeyaudit.rulebook.language.answer import (
    NO,
    Answer,
    all_of,
    any_of,
    negated,
    truth,
)
from journeyaudit.rulebook.language.asked_of_facts import Say, of_fact
from journeyaudit.rulebook.language.asked_of_texts import has, number_of, says
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope, Test
from journeyaudit.rulebook.language.subjects import Fact, Things, article, no_such, resolve, trait, traits
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.things import PLACES
from journeyaudit.source import Span
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.vocabulary import fold, nearest


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
            return has(said, bindings)
        case t.Says():
            return says(said, bindings)
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
        say = of_fact(subject, said, bindings)
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
            facts = listed([f"“the {word}”" for word in dictionary.attributes_of(subject.kind)][:6], "or")
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
            f"did you mean “{meant}”?" if meant else f'write: call {article(kind)} "{name.text}" when ...'
        )
        raise Misfit(f"nothing is called “{name.text}”", name.span, repair)
    if found.kind not in dictionary.lineage(kind) and kind not in dictionary.lineage(found.kind):
        raise Misfit(f"only {article(found.kind)} can be a “{name.text}”, not {article(kind)}", name.span)
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
            f"“{noun.text}” is no kind of thing", noun.span, "write for example “a step” or “an end”"
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
        raise Misfit(f"{article(subject.kind)} cannot be {article(right.attribute.sort)}", span)
    walk = right.walk
    return lambda scope, thing: walk(scope, lambda each: truth(thing.same_as(each)))


def there_is(said: t.ThereIs, bindings: Bindings) -> Test:
    """``there is a remedy of the mistake where ...``; asked once if nothing outside matters."""
    outside, bindings.used = bindings.used, set()
    source, kind = members(said.group, bindings)
    of_source, bindings.used = bindings.used, set()
    slot = bindings.bind(said.group.noun.text, kind)
    inner = condition(said.where, bindings) if said.where else None
    bindings.release()
    depends = (bindings.used - {slot}, of_source - {slot})
    bindings.used |= outside | of_source
    are = traits(said.group.adjectives, kind)
    least, most = said.amount.least, said.amount.most

    def chosen(scope: Scope, thing: Thing) -> Answer:
        if inner is None:
            return are(scope, thing)
        before, scope.things[slot] = scope.things[slot], thing
        answer = all_of((are(scope, thing), inner(scope)))
        scope.things[slot] = before
        return answer

    alone = inner is not None and not depends[0] and kind in PLACES
    asked: Say = _each_place_once(chosen) if alone else chosen

    def test(scope: Scope) -> Answer:
        return source(scope, lambda parts: number_of(parts, lambda thing: asked(scope, thing), least, most))

    return test if any(depends) else once(test)


def _each_place_once(chosen: Say) -> Say:
    """A condition that depends on the place alone: asked once for each, however many things have it."""
    name = object()

    def kept(scope: Scope, thing: Thing) -> Answer:
        key = (name, scope.settings_key)
        answers: dict[int | None, Answer] = scope.look.kept.setdefault(key, {})
        if thing.node not in answers:
            answers[thing.node] = chosen(scope, thing)
        return answers[thing.node]

    return kept


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
                f"write “{group.noun.text} of the {of[0].of[0]}”" if of else "write for example “mistake”"
            )
            raise Misfit(f"“{group.noun.text}” is no thing by itself", group.noun.span, repair)
        traits(group.adjectives, kind.word)
        return (lambda scope, ask: ask(scope.look.things(kind.word))), kind.word
    owner = resolve(group.owner, bindings)
    if isinstance(owner, Fact):
        raise Misfit(f"{article(owner.attribute.sort)} has no “{group.noun.text}”", group.noun.span)
    part = dictionary.relation(group.noun.text, owner.kind)
    if part is None:
        raise no_such(group.noun, owner.kind)
    traits(group.adjectives, part.to)
    return (lambda scope, ask: owner.walk(scope, lambda thing: ask(part.read(scope.look, thing)))), part.to
