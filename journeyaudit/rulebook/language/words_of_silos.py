"""More words about departments, data, hand-overs and time, as adjectives, attributes and parts."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from journeyaudit.model.flow import Node
from journeyaudit.model.people import ActorKind, ChannelKind
from journeyaudit.model.quantities import INFINITE
from journeyaudit.model.trouble import Remedy
from journeyaudit.rulebook.language.answer import NO, YES, Answer, any_of, truth, unknown
from journeyaudit.rulebook.language.data_on_the_way import (
    asked_again,
    earlier_record,
    forgotten_copies,
    issued,
)
from journeyaudit.rulebook.language.facts import among, is_stated, not_stated, reading_of, stated
from journeyaudit.rulebook.language.facts_of_trouble import window
from journeyaudit.rulebook.language.thing import NOTHING, Listed, Thing
from journeyaudit.rulebook.language.things import PLACES
from journeyaudit.rulebook.language.traits import of_kind
from journeyaudit.rulebook.language.values import NONE, Reading, Sort, Time
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, ReadTruth, Relation
from journeyaudit.rulebook.language.ways import spread
from journeyaudit.verdicts.verdict import MissingFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


# ---- departments ----------------------------------------------------------------------------------------


def _goes_between_departments(look: Look, thing: Thing) -> Answer:
    """Machines and the customer belong to no department; a third party is one of its own."""
    houses: set[str] = set()
    silent = []
    for person in look.actors(tuple(key for number in thing.it for key in look.journey.nodes[number].by)):
        kind = getattr(person.it, "kind", None)
        if kind in (ActorKind.CUSTOMER, ActorKind.SYSTEM):
            continue
        department = getattr(person.it, "department", "")
        if department or kind in (ActorKind.THIRD_PARTY, ActorKind.OUTSIDE):
            houses.add(department or person.name)
        else:
            silent.append(person.lacks("department" if kind is not None else "kind"))
    if len(houses) > 1:
        return YES
    return unknown(*silent) if silent else NO


def _counterpart(look: Look, thing: Thing) -> Listed:
    """The next remedy below with the same act, if another department does it."""
    following = _next_with_same_act(look).get(id(thing.it))
    if following is None:
        return NOTHING
    ours, theirs = (_departments(look, each) for each in (thing, following))
    if ours is None or theirs is None:
        lacking = thing if ours is None else following
        silent = next((p for p in look.actors(lacking.it.by) if not getattr(p.it, "department", "")), None)
        return Listed((), (silent.lacks("department") if silent else lacking.lacks("by"),))
    return NOTHING if ours & theirs else Listed((following,))


def _next_with_same_act(look: Look) -> dict[int, Thing]:
    """Remedy (by its identity) -> the next one of the same mistake with the same act."""
    name = "next with the same act"
    if name not in look.kept:
        found: dict[int, Thing] = {}
        last: dict[tuple[int | None, str], Remedy] = {}
        for each in look.things("remedy").things:
            if each.it.does:
                before = last.get((each.mistake, each.it.does))
                if before is not None:
                    found[id(before)] = each
                last[each.mistake, each.it.does] = each.it
        look.kept[name] = found
    kept: dict[int, Thing] = look.kept[name]
    return kept


def _departments(look: Look, thing: Thing) -> frozenset[str] | None:
    """None as soon as one is not stated."""
    found = [getattr(person.it, "department", "") for person in look.actors(thing.it.by)]
    return frozenset(found) if found and all(found) else None


# ---- hand-overs -----------------------------------------------------------------------------------------


def _taken_up(look: Look, thing: Thing) -> Answer:
    return _later_by(look, thing, "taken up", lambda _: True)


def _on_the_clock(look: Look, thing: Thing) -> Answer:
    moves = look.graph.moves_from

    def limited(node: Node) -> bool:
        return node.waits is not None or any(move.delay is not None for move in moves(node.number))

    return _later_by(look, thing, "on the clock", limited)


def _later_by(look: Look, thing: Thing, name: str, counts: Callable[[Node], bool]) -> Answer:
    """Does its receiver act at such a place behind it? One spread for each receiver."""
    node, receiver = thing.it
    if (name, receiver) not in look.kept:
        acting = [each for each in look.journey.nodes if receiver in (*each.by, *each.together_with)]
        look.kept[name, receiver] = spread([each.number for each in acting if counts(each)], look.ways.back)
    if (name, "") not in look.kept:
        unnamed = [each.it for each in look.things("step").things if not each.it.by]
        look.kept[name, ""] = spread([each.number for each in unnamed if counts(each)], look.ways.back)
    behind = look.ways.onward[node.number]
    if any(look.kept[name, receiver][each] for each in behind):
        return YES
    if not any(look.kept[name, ""][each] for each in behind):
        return NO
    return unknown(*_first_unnamed(look))


def _first_unnamed(look: Look) -> tuple[MissingFact, ...]:
    step = next(each for each in look.things("step").things if not each.it.by)
    return (step.lacks("by"),)


# ---- where mistakes are made ----------------------------------------------------------------------------


def _made_on(of_channel: ReadTruth) -> ReadTruth:
    """Of some channel of its place; a place without one was on none."""

    def read(look: Look, thing: Thing) -> Answer:
        keys = look.journey.nodes[thing.it.node].on
        return any_of(of_channel(look, channel) for channel in look.channels(keys))

    return read


def _answered_by_a_human(look: Look, channel: Thing) -> Answer:
    people = look.answerers(channel)
    return (
        any_of(of_kind(each, ActorKind.HUMAN) for each in people)
        if people
        else not_stated(channel, "answered by")
    )


# ---- people ---------------------------------------------------------------------------------------------


def _passes_back_to(look: Look, thing: Thing) -> Listed:
    """Of each two it is told for the one that stands first in the text."""
    known = look.service.actors
    mine = getattr(thing.it, "key", "")
    order = _order_in_text(look)
    back = [
        key
        for key in dict.fromkeys(getattr(thing.it, "hands_over_to", ()))
        if key in known and mine in known[key].hands_over_to and order[mine] < order[key]
    ]
    return Listed(look.actors(tuple(back)))


def _order_in_text(look: Look) -> dict[str, int]:
    if "order of actors" not in look.kept:
        look.kept["order of actors"] = {key: at for at, key in enumerate(look.service.actors)}
    order: dict[str, int] = look.kept["order of actors"]
    return order


def _in_outside_hands(look: Look, thing: Thing) -> Answer:
    people = look.actors((*thing.it.by, *thing.it.together_with))
    return any_of(of_kind(person, ActorKind.OUTSIDE) for person in people)


# ---- time -----------------------------------------------------------------------------------------------


def _late_places(look: Look, thing: Thing) -> Listed:
    assert thing.node is not None
    late = [move.target for move in look.graph.moves_from(thing.node) if move.delay is not None]
    return Listed(tuple(look.place(number) for number in dict.fromkeys(late)))


def _time_limit(look: Look, thing: Thing) -> Reading:
    """Of several limits the first one written."""
    assert thing.node is not None
    limits = [move.delay for move in look.graph.moves_from(thing.node) if move.delay is not None]
    return reading_of(limits[0], thing, "if later than") if limits else NONE


def _time_to_react(look: Look, thing: Thing) -> Reading:
    """From noticing to the deadline; not told where somebody may never notice."""
    verdict = look.verdicts.get(thing.mistake) if thing.mistake is not None else None
    if verdict is None:
        return NONE
    mistake = verdict.mistake
    if mistake.noticed_after is None and mistake.noticed_at is None:
        return Reading(
            missing=(Thing("mistake", mistake, mistake.name, mistake.header).lacks("noticed after"),)
        )
    tried = [each for each in verdict.attempts if each.remedy is thing.it and each.deadline is not None]
    noticed = verdict.noticed
    if not tried or noticed.latest == INFINITE:
        return Reading(missing=verdict.missing) if verdict.missing else NONE
    until = window(look, thing).value
    if not isinstance(until, Time):
        return NONE
    until = until.minutes()
    return Reading(Time(until.low - float(noticed.latest), until.high - float(noticed.earliest)))


def _next_appeal(look: Look, thing: Thing) -> Listed:
    """Behind one without a window of its own comes the first that ends."""
    if "appeals as they end" not in look.kept:
        look.kept["appeals as they end"] = _as_they_end(look)
    first, following = look.kept["appeals as they end"]
    found = following[id(thing.it)] if id(thing.it) in following else first.get(thing.node)
    return NOTHING if found is None else Listed((found,))


def _as_they_end(look: Look) -> tuple[dict[int | None, Thing], dict[int, Thing | None]]:
    """By place the appeal that ends first; by appeal (its identity) the one that ends next."""
    ending: dict[int | None, list[tuple[float, Thing]]] = {}
    for each in look.things("appeal").things:
        length = each.it.window.point.after if each.it.window is not None else None
        if length is not None and length.high is not None and each.it.window.point.node is None:
            ending.setdefault(each.node, []).append((float(length.high), each))
    following: dict[int, Thing | None] = {}
    for some in ending.values():
        some.sort(key=lambda pair: pair[0])
        for (_, one), (_, behind) in pairwise(some):
            following[id(one.it)] = behind
        following[id(some[-1][1].it)] = None
    return {node: some[0][1] for node, some in ending.items()}, following


_SCREENS = (
    ChannelKind.WEB, ChannelKind.APP, ChannelKind.PORTAL, ChannelKind.EMAIL, ChannelKind.CHAT, ChannelKind.BOT,
    ChannelKind.SMS,
)  # fmt: skip
_ASKED = (*PLACES, "remedy")
_JOURNEY = ("journey",)
_COMMAS = "Parts of `needs data` (separated by commas)"

ADJECTIVES: tuple[Adjective, ...] = (
    Adjective("with a window of its own", ("remedy",), "Its own `within` or `until` says until when it is possible. Never unknown.", is_stated("window")),
    Adjective("on paper", ("channel",), "Letter or fax. Unknown without `kind`.", among("kind", "kind", ChannelKind.LETTER, ChannelKind.FAX)),
    Adjective("made on a screen", ("mistake",), "A channel of its place (`on`) is web, app, portal, email, chat, bot or sms; no without `on`. Unknown without `kind` of that channel.", _made_on(among("kind", "kind", *_SCREENS))),
    Adjective("made with staff", ("mistake",), "A human answers a channel of its place (`on`); no without `on`. Unknown if nobody is named (`answered by`) or a `kind` is not stated.", _made_on(_answered_by_a_human)),
    Adjective("in outside hands", PLACES, "Somebody of `kind: outside` acts here: a court, a regulator, the police. No if nobody is named; unknown without `kind`.", _in_outside_hands),
    Adjective("on a channel", PLACES, "`on` names a channel. Never unknown.", lambda _, thing: truth(bool(thing.it.on))),
    Adjective("taken up", ("hand-over",), "Its receiver acts at some place that one gets to behind it. Unknown if nobody is named (`by`) at a step there.", _taken_up),
    Adjective("on the clock", ("hand-over",), "Its receiver acts at some place that one gets to behind it and that has a `waiting time`, `if later than` or `after`. Unknown if nobody is named (`by`) at such a step.", _on_the_clock),
    Adjective("between departments", ("loop",), "People of at least two departments act in it, a third party counting as one. Unknown if it depends on a `department` or `kind` that is not stated.", _goes_between_departments),
)  # fmt: skip

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("needed data", ("remedy",), Sort.TEXT, "`needs data`.", stated("needs_data", "needs data")),
    Attribute("data asked again", _ASKED, Sort.WORDS, f"{_COMMAS} that were asked for before on every way here, or that the customer recorded there; none if there are none.", asked_again, stated=False),
    Attribute("issued data", _ASKED, Sort.WORDS, f"{_COMMAS} that somebody else than the customer created (`creates data`) on every way here; none if there are none.", issued, stated=False),
    Attribute("forgotten copies", ("remedy",), Sort.WORDS, "Who keeps a copy (`copies to`) from the place of the mistake, or from a place on every way to where it is noticed, and is told by no place from where the remedy leads; none if there is nobody. Unknown without `leads to`.", forgotten_copies, stated=False),
    Attribute("time limit", PLACES, Sort.TIME, "`if later than`, or `after` of a wait; none if there is neither.", _time_limit, stated=False),
    Attribute("time to react", ("remedy",), Sort.TIME, "From noticing the mistake to the deadline of the remedy (of an appeal: to the end of the time to make it), at the example hour of the verdict. Unknown if the text does not say when it is noticed or until when it is possible.", _time_to_react, stated=False),
    Attribute("expiry", _JOURNEY, Sort.DATE, "`valid until`.", stated("valid_until", "valid until")),
)  # fmt: skip

RELATIONS: tuple[Relation, ...] = (
    Relation("earlier record", "earlier records", PLACES, "place", "The first place that `creates data` of the same name, if every way here has passed it, others do it, no department has a part in both, and neither copies or hands over to the other. Unknown if nobody is named (`by`).", earlier_record, one=True),
    Relation("counterpart", "counterparts", ("remedy",), "remedy", "The next remedy of the same mistake with the same act (`does`), if another department does it. Unknown if a `department` is not stated.", _counterpart, one=True),
    Relation("counterpart", "counterparts", ("actor",), "actor", "Whom it passes cases to (`hands over to`) and who passes them back; of each two it is told for the one that stands first in the text. What is not written is not there.", _passes_back_to),
    Relation("late place", "late places", PLACES, "place", "Where one goes when it takes too long (`if later than`, `after`). What is not written is not there.", _late_places),
    Relation("next appeal", "next appeals", ("appeal",), "appeal", "Of the other appeals at the same place the one whose `within` ends next after its own, or first of all if it has none; of two that end together the one written first comes first. Only those with a length of time count.", _next_appeal, one=True),
)  # fmt: skip
