"""Rights as the text gives them -> who has them, whether the tools let one use them, who must be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from journeyaudit.model.people import Actor, Right
from journeyaudit.model.quantities import Money
from journeyaudit.rulebook.language.answer import NO, YES, Answer, all_of, truth, unknown
from journeyaudit.rulebook.language.circles import on_circles
from journeyaudit.rulebook.language.thing import NOTHING, Listed, Thing

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_Duty = tuple[str, str]
"""Who does what: the key of an actor and an act."""


def _holders(look: Look) -> dict[int, str]:
    """Each right by identity -> the key of the actor who has it."""
    found: dict[int, str] | None = look.kept.get(("people", "holders"))
    if found is None:
        people = look.service.actors.values()
        found = {id(right): person.key for person in people for right in person.rights or ()}
        look.kept["people", "holders"] = found
    return found


def holder(look: Look, thing: Thing) -> Listed:
    key = _holders(look).get(id(thing.it))
    return NOTHING if key is None else Listed((look.actor(key),))


def is_in_the_tools(look: Look, thing: Thing) -> Answer:
    key = _holders(look).get(id(thing.it))
    holder = look.service.actors[key] if key is not None else None
    if holder is None or holder.tools is None:
        return unknown((look.actor(key) if key is not None else thing).lacks("tools"))
    return truth(thing.it.act in holder.tools)


def is_circular(look: Look, thing: Thing) -> Answer:
    circles: frozenset[_Duty] | None = look.kept.get(("people", "circles"))
    if circles is None:
        circles = look.kept["people", "circles"] = on_circles(dict(_askings(look.service.actors)))
    key = _holders(look).get(id(thing.it), "")
    return truth(bool(thing.it.approval_of) and (key, thing.it.act) in circles)


def _askings(actors: Mapping[str, Actor]) -> Iterator[tuple[_Duty, list[_Duty]]]:
    """Who may not do an act without asking -> whom they ask about it."""
    for person in actors.values():
        by_act: dict[str, list[Right]] = {}
        for right in person.rights or ():
            by_act.setdefault(right.act, []).append(right)
        for act, rights in by_act.items():
            if all(right.approval_of for right in rights):
                yield (person.key, act), [(key, act) for right in rights for key in right.approval_of]


def needs_approval(look: Look, thing: Thing) -> Answer:
    """For the value of its mistake, by its own line or by the rights of everybody who does it."""
    own, at_stake = thing.it, _mistake_of(look, thing)
    if own.approval_of:
        bound = own.approval_above
        asked = _exceeds(at_stake, bound.amount if bound else None, bound.currency if bound else "")
        if not asked.no:
            return asked
    people = [look.service.actors[key] for key in own.by if key in look.service.actors]
    return all_of(_must_ask(person, own.does, at_stake) for person in people) if people else NO


def _mistake_of(look: Look, thing: Thing) -> Thing:
    """The mistake of a remedy; the remedy itself where it is an appeal that stands alone."""
    found: dict[int | None, Thing] | None = look.kept.get(("people", "mistakes"))
    if found is None:
        found = {each.mistake: each for each in look.things("mistake").things}
        look.kept["people", "mistakes"] = found
    return found.get(thing.mistake, thing)


def _must_ask(person: Actor, act: str, at_stake: Thing) -> Answer:
    rights = [right for right in person.rights or () if right.act == act]
    return all_of(_right_asks(right, at_stake) for right in rights) if rights else NO


def _right_asks(right: Right, at_stake: Thing) -> Answer:
    """A right that does not reach so far spares nobody the asking."""
    if right.approval_of:
        return _exceeds(at_stake, right.approval_above, right.currency)
    return NO if right.limit is None else _exceeds(at_stake, right.limit, right.currency)


def _exceeds(at_stake: Thing, bound: Decimal | None, currency: str) -> Answer:
    """Is the value above a bound? No bound: always. Two currencies: unknown."""
    if bound is None:
        return YES
    value: Money | None = getattr(at_stake.it, "value", None)
    if value is None or value.amount is None or value.currency != currency:
        return unknown(at_stake.lacks("value"))
    return truth(value.amount > bound)
