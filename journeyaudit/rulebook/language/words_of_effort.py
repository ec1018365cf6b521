"""More words about effort, loops and the shape of the flow, as adjectives, attributes and parts."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.model.flow import Move, MoveKind, NodeKind, Pick
from journeyaudit.model.names import fold
from journeyaudit.model.people import ActorKind
from journeyaudit.model.quantities import Money
from journeyaudit.model.wording import word
from journeyaudit.rulebook.language import customer_time
from journeyaudit.rulebook.language.answer import NO, YES, Answer, any_of, together, truth, unknown
from journeyaudit.rulebook.language.facts import reading_of
from journeyaudit.rulebook.language.rounds import round_trips
from journeyaudit.rulebook.language.thing import NOTHING, Listed, Thing
from journeyaudit.rulebook.language.things import PLACES
from journeyaudit.rulebook.language.traits import of_kind
from journeyaudit.rulebook.language.unavoidable import unavoidable_places
from journeyaudit.rulebook.language.values import NONE, Reading, Sort, Time
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, ReadTruth, Relation
from journeyaudit.verdicts.verdict import MissingFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_OTHERWISE = frozenset(fold(word("otherwise", language)) for language in ("en", "de"))

# ---- the shape of the flow


def _branches(look: Look, thing: Thing) -> list[Move]:
    assert thing.node is not None
    return [move for move in look.graph.moves_from(thing.node) if move.kind is MoveKind.BRANCH]


def _share(look: Look, thing: Thing) -> Reading:
    """One branch without a share gets the rest."""
    shares = [move.share for move in _branches(look, thing)]
    stated = [share for share in shares if share is not None]
    silent = len(shares) - len(stated)
    if not stated or thing.it.split not in (Pick.ONE, Pick.FIRST):
        return NONE
    if silent and sum(stated) <= 100:
        return Reading(100.0) if silent == 1 else Reading(missing=(thing.lacks("share"),))
    return Reading(float(sum(stated)))


def _otherwise(look: Look, thing: Thing) -> Listed:
    found = [move.target for move in _branches(look, thing) if fold(move.label) in _OTHERWISE]
    return Listed(tuple(look.place(target) for target in found[:1]))


def _time_out(look: Look, thing: Thing) -> Listed:
    assert thing.node is not None
    found = [move.target for move in look.graph.moves_from(thing.node) if move.delay is not None]
    return Listed(tuple(look.place(target) for target in found[:1]))


def _to_do_again(look: Look, thing: Thing) -> Listed:
    """Straight back, with nothing in between, to where one has been on the way here."""
    assert thing.node is not None
    circle, rank = _circle_of(look), look.graph.reach.rank
    mine = circle[thing.node]
    back = [
        move.target
        for move in _branches(look, thing)
        if circle[move.target] == mine and rank[move.target] < rank[thing.node]
    ]
    return Listed(look.places(list(dict.fromkeys(back))))


def _circle_of(look: Look) -> list[int]:
    """By place the number of the places that lead to each other."""
    if "circle of" not in look.kept:
        numbers = [0] * len(look.journey.nodes)
        for number, component in enumerate(look.graph.components):
            for node in component:
                numbers[node] = number
        look.kept["circle of"] = numbers
    found: list[int] = look.kept["circle of"]
    return found


def _fork(look: Look, thing: Thing) -> Listed:
    return NOTHING if thing.it.split is None else Listed((look.place(thing.it.split),))


def _steps(look: Look, thing: Thing) -> Reading:
    del thing
    return Reading(float(sum(node.kind is NodeKind.STEP for node in look.journey.nodes)))


def _phases(look: Look, thing: Thing) -> Reading:
    del thing
    return Reading(float(len({phase for node in look.journey.nodes for phase in node.phases})))


def _unassigned(look: Look, thing: Thing) -> Answer:
    del look
    return truth(not thing.it.by and thing.can_state("by"))


def _unavoidable(look: Look, thing: Thing) -> Answer:
    if "unavoidable" not in look.kept:
        look.kept["unavoidable"] = unavoidable_places(look.graph)
    return truth(bool(look.kept["unavoidable"][thing.node]))


def _getting_nowhere(look: Look, thing: Thing) -> Answer:
    inside = set(thing.it)
    if inside.intersection(_rounds(look, generous=True)):
        return YES
    if not inside.intersection(_rounds(look, generous=False)):
        return NO
    return unknown(*_who_acts(look, thing))


def _rounds(look: Look, generous: bool) -> list[int]:
    key = ("getting nowhere", generous)
    if key not in look.kept:
        look.kept[key] = round_trips(look, None, generous, unnamed_may_be_human=True)
    found: list[int] = look.kept[key]
    return found


def _who_acts(look: Look, thing: Thing) -> tuple[MissingFact, ...]:
    """What one has to know about those who act in a loop."""
    missing: list[MissingFact] = []
    for number in thing.it:
        node = look.journey.nodes[number]
        if node.kind is NodeKind.STEP and not node.by:
            missing.append(look.place(number).lacks("by"))
        missing += (fact for person in look.actors(node.by) for fact in of_kind(person).missing)
    return together(missing)


# ---- time and money of the customer


def _price(money: Money | None, thing: Thing) -> Answer:
    if money is None or money.amount is None:
        return unknown(thing.lacks("costs customer"))
    return truth(money.amount == 0)


def _free(field: str) -> ReadTruth:
    return lambda _, thing: _price(getattr(thing.it, field, None), thing)


def _free_remedy(look: Look, thing: Thing) -> Answer:
    """What it says itself counts; else what its channels cost, of which one may choose."""
    if thing.it.customer_cost is not None or not thing.it.on:
        return _price(thing.it.customer_cost, thing)
    answer = any_of(_price(getattr(each.it, "cost", None), each) for each in look.channels(thing.it.on))
    return unknown(thing.lacks("costs customer")) if answer.holds is None else answer


def _effort_ratio(look: Look, thing: Thing) -> Reading:
    """The longest of one divided by the longest of the other."""
    assert thing.node is not None
    place = look.place(thing.node)
    there, here = customer_time.at_place(look, place), reading_of(thing.it.effort, thing, "customer effort")
    if there.none:
        return NONE
    if not isinstance(there.value, Time) or not isinstance(here.value, Time):
        return Reading(missing=(*here.missing, *there.missing))
    base = there.value.minutes().high
    return Reading(here.value.minutes().high / base) if base else NONE


def _by_the_customer(look: Look, place: Thing) -> Answer:
    keys = (*place.it.by, *place.it.together_with)
    if not keys:
        return unknown(place.lacks("by"))
    return any_of(of_kind(person, ActorKind.CUSTOMER) for person in look.actors(keys))


def _needed_in_every_round(look: Look, thing: Thing) -> Reading:
    """In the order in which it is asked for."""
    asked: dict[str, None] = {}
    silent: list[MissingFact] = []
    for place in look.places(thing.it):
        if place.it.needs_data:
            mine = _by_the_customer(look, place)
            silent += mine.missing
            if mine.yes:
                asked[place.it.needs_data] = None
    if asked:
        return Reading(tuple(asked))
    return Reading(missing=tuple(silent)) if silent else NONE


_TIME, _NUMBER = Sort.TIME, Sort.NUMBER
_FLOW = ("deadlock", "double run")

ADJECTIVES: tuple[Adjective, ...] = (
    Adjective("unassigned", (*PLACES, "remedy", "interrupt"), "Nothing says who does it (`by`), although it could be said there.", _unassigned),
    Adjective("unavoidable", PLACES, "Every way from the start to a good end passes it, without interrupts. No where none leads to one. Of parallel branches only one counts, so what stands in them may be missed.", _unavoidable),
    Adjective("getting nowhere", ("loop",), "One can go round in it although no human acts, no data are created, no mistake is put right and no `at most` ends it. Unknown where it depends on who acts (`by`, `kind`).", _getting_nowhere),
    Adjective("free of charge", (*PLACES, "interrupt"), "`costs customer: nothing`. Unknown if it is not stated.", _free("customer_cost")),
    Adjective("free of charge", ("channel",), "`costs customer: nothing`. Unknown if it is not stated.", _free("cost")),
    Adjective("free of charge", ("remedy",), "`costs customer: nothing`; where it does not say itself, one of its channels costs nothing. Unknown if neither is stated.", _free_remedy),
)  # fmt: skip

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("total share", ("choice",), Sort.PERCENT, "The shares of its branches, added up; one branch without a share gets the rest. None if no share is stated, or if several branches are taken.", _share, stated=False),
    Attribute("number of steps", ("journey",), _NUMBER, "How many steps it has.", _steps, stated=False),
    Attribute("number of phases", ("journey",), _NUMBER, "How many phases its places stand in.", _phases, stated=False),
    Attribute("customer time", PLACES, _TIME, "`customer effort`, else how long a step `takes` in which the customer takes part; none elsewhere. Unknown where that is a day or longer: nobody is busy round the clock.", customer_time.at_place, stated=False),
    Attribute("customer time to a good end", ("journey",), _TIME, "The `customer time` of the way to a good end that costs the customer least; all branches of an `in parallel` count, interrupts do not. None if no way leads to a good end.", customer_time.to_a_good_end, stated=False),
    Attribute("needed data", ("loop",), Sort.WORDS, "`needs data` of the customer's places in it: what they must bring in every round. None if there are none; unknown if it is not stated who acts there.", _needed_in_every_round, stated=False),
    Attribute("effort ratio", ("remedy",), _NUMBER, "`customer effort` of the remedy divided by the `customer time` of the place of its mistake; none if the customer does nothing there.", _effort_ratio, stated=False),
)  # fmt: skip

RELATIONS: tuple[Relation, ...] = (
    Relation("otherwise", "otherwise branches", ("choice",), "place", "Where its `otherwise` leads.", _otherwise, one=True),
    Relation("time-out", "time-outs", ("wait",), "place", "Where it goes on when nothing came in time (`after`, `if later than`).", _time_out, one=True),
    Relation("place to begin again", "places to begin again", ("choice",), "place", "Where a branch leads straight back to something that was done before.", _to_do_again),
    Relation("fork", "forks", _FLOW, "place", "Where the branches parted.", _fork, one=True),
)  # fmt: skip
