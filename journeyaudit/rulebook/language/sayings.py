"""What is said about a finding: words with holes -> a sentence with names and figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from journeyaudit.finding.words import listed, quoted
from journeyaudit.rulebook.language import dictionary
from journeyaudit.rulebook.language.answer import YES, Answer
from journeyaudit.rulebook.language.conditions import condition
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope, Test
from journeyaudit.rulebook.language.subjects import Fact, Walk, no_such, resolve
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.values import Reading, said
from journeyaudit.syntax.rules import tree as t

Fill: TypeAlias = Callable[[Scope], str]
_MOST_NAMED = 4


def saying(written: t.Saying, bindings: Bindings) -> tuple[Test | None, Fill]:
    """When it is said, and how; raises ``Misfit`` for holes that mean nothing."""
    parts = [part if isinstance(part, str) else _hole(part, bindings) for part in written.parts]
    when = condition(written.when, bindings) if written.when else None
    return when, lambda scope: "".join(part if isinstance(part, str) else part(scope) for part in parts)


def _hole(hole: t.Hole, bindings: Bindings) -> Fill:
    content = hole.content
    if isinstance(content, t.Setting):
        name = content.name.text
        if name not in bindings.settings:
            raise Misfit(f"there is no setting “{name}”", content.name.span)
        return lambda scope: said(scope.settings[name])
    if isinstance(content, t.Bound) and bindings.find(content.noun.text) is None:
        return _fact_of_last(content.noun, bindings)
    if isinstance(content, t.Part) and content.quantifier == "the":
        return _part(content, bindings)
    found = resolve(content, bindings)
    if isinstance(found, Fact):
        return _value(found)
    return _names(found.walk)


def _fact_of_last(noun: t.Word, bindings: Bindings) -> Fill:
    """``{soft cut-off}``: of what was bound last and has one; parts are listed by name."""
    for _, kind, slot in [*reversed(bindings.bound), ("journey", "journey", 0)]:
        bindings.used.add(slot)
        fact = dictionary.attribute(noun.text, kind)
        part = dictionary.relation(noun.text, kind) if kind != "journey" else None
        if fact is not None:
            return _value(Fact(fact, _at(slot), ""))
        if part is not None:
            read = part.read
            return lambda scope: _listed([each.name for each in read(scope.look, _thing(scope, slot)).things])
    last = bindings.bound[-1][1] if bindings.bound else "journey"
    raise no_such(noun, last)


def _thing(scope: Scope, slot: int) -> Thing:
    return scope.thing(slot) if slot else scope.look.whole


def _at(slot: int) -> Walk:
    return lambda scope, ask: ask(_thing(scope, slot))


def _part(content: t.Part, bindings: Bindings) -> Fill:
    """``{actors of the step}``: all of them, by name."""
    owner = resolve(content.owner, bindings)
    if not isinstance(owner, Fact):
        part = dictionary.relation(content.noun.text, owner.kind)
        if part is not None and dictionary.attribute(content.noun.text, owner.kind) is None:
            read = part.read
            names: list[str] = []

            def fill(scope: Scope) -> str:
                names.clear()

                def take(thing: Thing) -> Answer:
                    names.extend(each.name for each in read(scope.look, thing).things)
                    return YES

                owner.walk(scope, take)
                return _listed(names)

            return fill
    found = resolve(content, bindings)
    return _value(found) if isinstance(found, Fact) else _names(found.walk)


def _names(walk: Walk) -> Fill:
    def fill(scope: Scope) -> str:
        names: list[str] = []

        def take(thing: Thing) -> Answer:
            names.append(thing.name)
            return YES

        walk(scope, take)
        return _listed(names)

    return fill


def _listed(names: list[str]) -> str:
    told = [quoted(name) for name in dict.fromkeys(names)]
    if not told:
        return "nobody"
    if len(told) <= _MOST_NAMED:
        return listed(told)
    return f"{', '.join(told[:_MOST_NAMED])} and {len(told) - _MOST_NAMED} more"


def _value(fact: Fact) -> Fill:
    def fill(scope: Scope) -> str:
        readings: list[Reading] = []

        def take(thing: Thing) -> Answer:
            readings.append(fact.read(scope, thing))
            return YES

        fact.walk(scope, take)
        known = [said(each.value) for each in readings if each.value is not None]
        return listed(list(dict.fromkeys(known))) or "an unknown " + fact.attribute.word

    return fill
