"""A thing of a journey -> the parts of it that a rule can speak of, and what is not said about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from journeyaudit.model.trouble import Remedy
from journeyaudit.rulebook.language import collect
from journeyaudit.rulebook.language.thing import NOTHING, Listed, Thing
from journeyaudit.rulebook.language.vocabulary import ReadParts
from journeyaudit.verdicts.verdict import UNFINISHED, MissingFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


def people(field: str, key: str = "") -> ReadParts:
    """The actors a fact names; with ``key`` nobody named is unknown, else it is nobody."""

    def read(look: Look, thing: Thing) -> Listed:
        return _named(look.actors(getattr(thing.it, field, ())), thing, key)

    return read


def channels(field: str, key: str = "") -> ReadParts:
    """The channels a fact names."""

    def read(look: Look, thing: Thing) -> Listed:
        return _named(look.channels(getattr(thing.it, field, ())), thing, key)

    return read


def _named(things: tuple[Thing, ...], thing: Thing, key: str) -> Listed:
    if things or not key or not thing.can_state(key):
        return Listed(things)
    return Listed((), (thing.lacks(key),))


def standing_here(kind: str) -> ReadParts:
    """Things of a kind at a place, looked up and not searched for."""

    def read(look: Look, thing: Thing) -> Listed:
        by_place = look.kept.get(("at", kind))
        if by_place is None:
            by_place = look.kept["at", kind] = _grouped(look.things(kind).things)
        return Listed(tuple(by_place.get(thing.node, ())), look.things(kind).missing)

    return read


def _grouped(things: Iterable[Thing]) -> dict[int | None, list[Thing]]:
    found: dict[int | None, list[Thing]] = {}
    for thing in things:
        found.setdefault(thing.node, []).append(thing)
    return found


def of_mistake(kind: str) -> ReadParts:
    def read(look: Look, thing: Thing) -> Listed:
        by_mistake = look.kept.get(("of", kind))
        if by_mistake is None:
            by_mistake = look.kept["of", kind] = {}
            for each in look.things(kind).things:
                by_mistake.setdefault(each.mistake, []).append(each)
        return Listed(tuple(by_mistake.get(thing.mistake, ())), _unfinished(look))

    return read


def _unfinished(look: Look) -> tuple[MissingFact, ...]:
    """An unfinished journey may have more remedies than it lists (docs/meaning.md, section 2)."""
    if look.journey.broken or look.journey.partial:
        return (look.whole.lacks(UNFINISHED),)
    return ()


def place_of(look: Look, thing: Thing) -> Listed:
    return NOTHING if thing.node is None else Listed((look.place(thing.node),))


def numbered(field: str, key: str = "") -> ReadParts:
    """The place whose number a fact of the model is."""

    def read(look: Look, thing: Thing) -> Listed:
        number = getattr(thing.it, field)
        return _named(() if number is None else (look.place(number),), thing, key)

    return read


def mistake_of(look: Look, thing: Thing) -> Listed:
    found = [each for each in look.journey.mistakes if each.number == thing.mistake]
    return Listed(tuple(collect.mistake(look, each) for each in found))


def next_places(look: Look, thing: Thing) -> Listed:
    assert thing.node is not None
    return Listed(look.places(look.graph.successors[thing.node]))


def previous_places(look: Look, thing: Thing) -> Listed:
    assert thing.node is not None
    return Listed(look.places(look.graph.predecessors[thing.node]))


def loop_places(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(thing.it))


def loop_exits(look: Look, thing: Thing) -> Listed:
    inside = set(thing.it)
    ahead = [target for node in thing.it for target in look.graph.successors[node]]
    return Listed(look.places([node for node in dict.fromkeys(ahead) if node not in inside]))


def actors_within(look: Look, thing: Thing) -> Listed:
    keys = [key for node in thing.it for key in look.journey.nodes[node].by]
    return Listed(look.actors(tuple(dict.fromkeys(keys))))


def trap_places(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(thing.it.stuck))


def stretch(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(look.graph.stretch(thing.it.number)))


def body(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(look.graph.interrupt_body(thing.it.number)))


def answerers(look: Look, thing: Thing) -> Listed:
    return _named(look.answerers(thing), thing, "answered by")


def reached_on(look: Look, thing: Thing) -> Listed:
    return Listed(look.channels(look.reached_on(thing)))


def rights(look: Look, thing: Thing) -> Listed:
    del look
    rights = getattr(thing.it, "rights", None)
    if rights is None:
        return Listed((), (thing.lacks("may"),))
    return Listed(
        tuple(Thing("right", right, f"{right.name} of {thing.name}", right.span) for right in rights)
    )


def customer(look: Look, thing: Thing) -> Listed:
    return _named(look.actors((look.journey.customer,) if look.journey.customer else ()), thing, "customer")


def at_hand(look: Look, thing: Thing) -> Listed:
    found = look.actors(look.at_hand)
    first = next((place for place in look.things("step").things), thing)
    return Listed(found) if found else Listed((), (first.lacks("by"),))


def givers(look: Look, thing: Thing) -> Listed:
    return _named(look.actors(thing.it[0].by), thing, "by")


def receiver(look: Look, thing: Thing) -> Listed:
    return Listed((look.actor(thing.it[1]),))


def acting(look: Look, thing: Thing) -> Listed:
    keys = (*getattr(thing.it, "by", ()), *getattr(thing.it, "together_with", ()))
    return _named(look.actors(keys), thing, "by")


def first_human(look: Look, thing: Thing) -> Listed:
    from journeyaudit.verdicts.helper import first_helper

    found = first_helper(look.service, look.journey, thing.it)
    return NOTHING if found is None else Listed((look.actor(found.actor.key),))


def of_attempt(look: Look, thing: Thing) -> Listed:
    found = thing.it.remedy
    if not isinstance(found, Remedy):
        return NOTHING
    by_record = look.kept.get("remedies by record")
    if by_record is None:
        by_record = look.kept["remedies by record"] = {}
        for each in look.things("remedy").things:
            by_record.setdefault(id(each.it), []).append(each)
    return Listed(tuple(by_record.get(id(found), ())))


def chain(look: Look, thing: Thing) -> Listed:
    return Listed(look.actors(tuple(key for key in thing.it.chain if key)))


def attempt_channel(look: Look, thing: Thing) -> Listed:
    return Listed(look.channels((thing.it.channel,) if thing.it.channel else ()))
