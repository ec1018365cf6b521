"""``some actor of the step``, ``the window of the remedy`` -> how one gets from what is bound to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from journeyaudit.finding.words import listed
from journeyaudit.rulebook.language import dictionary
from journeyaudit.rulebook.language.answer import Answer, all_of, any_of, negated, unknown
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.values import Reading, at_edge
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, Relation
from journeyaudit.source.record import record
from journeyaudit.syntax.rules import tree as t
from journeyaudit.syntax.vocabulary import nearest

Ask: TypeAlias = Callable[[Thing], Answer]
Walk: TypeAlias = Callable[[Scope, Ask], Answer]
"""Asks every thing that a subject speaks of, and puts the answers together as its `some` or `every` says."""


@record
class Things:
    """A subject that is a thing of ``kind``; ``slot`` where it is what was bound, and nothing else."""

    kind: str
    walk: Walk
    slot: int | None = None


@record
class Fact:
    """A subject that is a fact of the things that ``walk`` leads to."""

    attribute: Attribute
    walk: Walk
    edge: str

    def read(self, scope: Scope, thing: Thing) -> Reading:
        """What the text says about one of them."""
        return at_edge(self.attribute.read(scope.look, thing), self.edge)


_MOST_TOLD = 10


def resolve(subject: t.Subject, bindings: Bindings) -> Things | Fact:
    """Raises ``Misfit`` for what is not bound, and for facts that a thing cannot have."""
    if isinstance(subject, t.Bound):
        return _bound(subject, bindings)
    owner = resolve(subject.owner, bindings)
    if isinstance(owner, Fact):
        title = (
            f"the {owner.attribute.word} is {article(owner.attribute.sort)} and has no “{subject.noun.text}”"
        )
        raise Misfit(title, subject.noun.span)
    part = dictionary.relation(subject.noun.text, owner.kind)
    fact = dictionary.attribute(subject.noun.text, owner.kind)
    if part is not None and (fact is None or subject.quantifier != "the"):
        return _parts(subject, owner, part)
    if fact is not None:
        if subject.quantifier != "the" or subject.adjectives:
            title = f"there is one {fact.word} of a {owner.kind}"
            raise Misfit(title, subject.noun.span, f"write “the {fact.word} of ...”")
        return Fact(fact, owner.walk, subject.edge)
    raise no_such(subject.noun, owner.kind)


def _bound(subject: t.Bound, bindings: Bindings) -> Things:
    found = bindings.find(subject.noun.text)
    if found is None:
        word = subject.noun.text
        title = f"no “{word}” is named before this"
        known = [f"“the {name}”" for name, _, _ in bindings.bound]
        repair = f"write “for each {word}” above, or “the {word} of ...”"
        if known:
            repair += f"; named are {listed(known)}"
        raise Misfit(title, subject.noun.span, repair)
    kind, slot = found
    if slot == 0:
        return Things(kind, lambda scope, ask: ask(scope.look.whole), slot)
    return Things(kind, lambda scope, ask: ask(scope.thing(slot)), slot)


def _parts(subject: t.Part, owner: Things, part: Relation) -> Things:
    word = subject.quantifier
    if word == "the" and not part.one:
        title = f"a {owner.kind} may have several {part.plural}"
        repair = f"write “some {part.word} of ...” or “every {part.word} of ...”"
        raise Misfit(title, subject.noun.span, repair)
    are = traits(subject.adjectives, part.to)

    def walk(scope: Scope, ask: Ask) -> Answer:
        return owner.walk(
            scope, lambda thing: asked(word, part.read(scope.look, thing), ask, lambda each: are(scope, each))
        )

    return Things(part.to, walk)


def asked(word: str, parts: Listed, ask: Ask, chosen: Ask) -> Answer:
    """``some``, ``every`` or ``no`` of the parts that are chosen; a list that may go on leaves a doubt."""
    if word == "every":
        answer = all_of(_asked_if(chosen(each), ask, each) for each in parts.things)
        return unknown(*parts.missing) if answer.yes and parts.missing else answer
    answer = any_of(all_of((chosen(each), ask(each))) for each in parts.things)
    if answer.no and parts.missing:
        answer = unknown(*parts.missing)
    return negated(answer) if word == "no" else answer


def _asked_if(chosen: Answer, ask: Ask, thing: Thing) -> Answer:
    """What is not meant is not asked at all: whoever walks along to name things must not name it."""
    return negated(chosen) if chosen.no else any_of((negated(chosen), ask(thing)))


def traits(adjectives: Iterable[t.Word], kind: str) -> Callable[[Scope, Thing], Answer]:
    """Whether a thing is all that the adjectives say."""
    found = [trait(word, kind) for word in adjectives]
    return lambda scope, thing: all_of(each.read(scope.look, thing) for each in found)


def trait(word: t.Word, kind: str) -> Adjective:
    """What an adjective means of a kind of thing."""
    found = dictionary.adjective(word.text, kind)
    if found is not None:
        return found
    others = [each for entry in dictionary.adjectives_called(word.text) for each in entry.of]
    title = f"“{word.text}” describes {described(others)}, not {article(kind)}"
    mine = dictionary.adjectives_of(kind)
    can_be = f"{article(kind)} can be {listed(mine[:_MOST_TOLD], 'or')}" if mine else ""
    raise Misfit(title, word.span, can_be)


def no_such(noun: t.Word, kind: str) -> Misfit:
    """A noun that says nothing about a thing of this kind."""
    mine = [*dictionary.attributes_of(kind), *dictionary.relations_of(kind)]
    others = [each for fact in dictionary.attributes_called(noun.text) for each in fact.of]
    others += [each for part in dictionary.relations_called(noun.text) for each in part.of]
    where = described(others) if others else "something else"
    title = f"“{noun.text}” describes {where}, not {article(kind)}"
    meant = nearest(noun.text, mine)
    repair = f"did you mean “{meant}”?" if meant else _way_round(noun.text, kind, others, mine)
    return Misfit(title, noun.span, repair)


def _way_round(word: str, kind: str, others: list[str], mine: list[str]) -> str:
    """By which part of this thing one gets to one that has it."""
    for name in dictionary.relations_of(kind):
        part = dictionary.relation(name, kind)
        if part is not None and part.to in others:
            some = "the" if part.one else "some"
            return f"write “the {word} of {some} {part.word} of the {kind}”"
    more = f" ... ({len(mine)} words, see docs/rule-language.md)" if len(mine) > _MOST_TOLD else ""
    return f"{article(kind)} has {listed(mine[:_MOST_TOLD], 'or')}{more}"


def described(kinds: list[str]) -> str:
    """``an actor or a channel``: the kinds a word describes, as one says it."""
    return listed([article(kind) for kind in dict.fromkeys(kinds)][:5], "or")


def article(word: str) -> str:
    """``an actor``, ``a step``."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
