"""More words about mistakes, remedies and attempts, as adjectives, attributes and parts."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeyaudit.model.flow import NodeKind, Outcome
from journeyaudit.model.people import ActorKind
from journeyaudit.model.trouble import Remedy, RemedyKind
from journeyaudit.model.wording import word
from journeyaudit.rulebook.language.answer import NO, YES, Answer, any_of, truth, unknown
from journeyaudit.rulebook.language.facts import flag
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.things import PLACES
from journeyaudit.rulebook.language.traits import of_kind
from journeyaudit.rulebook.language.values import NONE, Reading, Sort
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, Relation
from journeyaudit.verdicts.verdict import Attempt, InTime, Judgement, MissingFact, Obstacle

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


# mistakes


def _assessable(look: Look, thing: Thing) -> Answer:
    verdict = look.verdicts.get(thing.it.number)
    return truth(verdict is None or verdict.judgement is not Judgement.NOT_ASSESSABLE)


def _facts_to_state(look: Look, thing: Thing) -> Reading:
    verdict = look.verdicts.get(thing.it.number)
    facts = verdict.missing if verdict and verdict.judgement is Judgement.NOT_ASSESSABLE else ()
    return Reading(tuple(str(fact) for fact in facts)) if facts else NONE


def _first_fact(look: Look, thing: Thing) -> Reading:
    facts = _facts_to_state(look, thing).value
    return Reading(facts[0]) if isinstance(facts, tuple) else NONE


def _up_to_whom_one_gets(look: Look, thing: Thing) -> Answer:
    """The same remedy on the same channel helps with one of those who answer and not with another."""
    verdict = look.verdicts.get(thing.it.number)
    tried: dict[tuple[int, str], list[Attempt]] = {}
    for attempt in verdict.attempts if verdict else ():
        if attempt.remedy is not None:
            tried.setdefault((attempt.remedy.number, attempt.channel), []).append(attempt)
    return any_of(_uneven(attempts) for attempts in tried.values())


def _uneven(attempts: list[Attempt]) -> Answer:
    """What helps for sure beside what does not; attempts are told in the customer's favour."""
    helping = [each for each in attempts if each.human_fix and each.in_time is not InTime.NEVER]
    doubts = [fact for each in helping for fact in each.missing]
    some_fail = len(helping) < len(attempts)
    if len(attempts) < 2 or not helping:
        return NO
    if some_fail and any(not each.missing for each in helping):
        return YES
    return unknown(*doubts) if doubts else NO


def _is_only_not_forced(attempt: Attempt) -> bool:
    others = set(attempt.obstacles) - {Obstacle.NOT_FORCED, Obstacle.TOO_LATE}
    return Obstacle.NOT_FORCED in attempt.obstacles and not others and attempt.in_time is not InTime.NEVER


def _up_to_others(look: Look, thing: Thing) -> Answer:
    """Some attempt fails only because somebody else chooses whether one gets there."""
    verdict = look.verdicts.get(thing.it.number)
    attempts = verdict.attempts if verdict else ()
    undecided = [each for each in attempts if _is_only_not_forced(each)]
    return any_of(unknown(*each.missing) if each.missing else YES for each in undecided)


_BARRED = (Obstacle.MAY_NOT, Obstacle.TOOLS_DO_NOT, Obstacle.TOO_LITTLE_AUTHORITY, Obstacle.OVER_THE_LIMIT)

_DECIDES_WHO_MAY = (
    "may",
    "tools",
    "authority",
    "does",
    "value",
    "up to",
    "needs authority",
    "approval above",
)


def _barred(look: Look, thing: Thing) -> Answer:
    """Attempts are told in the customer's favour, so what bars them is sure."""
    del look
    if any(each in _BARRED for each in thing.it.obstacles):
        return YES
    doubts = [fact for fact in thing.it.missing if fact.key in _DECIDES_WHO_MAY]
    return unknown(*doubts) if doubts else NO


def _listeners(look: Look, thing: Thing) -> Listed:
    """Whoever answers where a mistake can be reported, and everybody they pass a case on to."""
    found = dict.fromkeys(_behind_interrupts(look))
    silent: list[MissingFact] = []
    for keys, missing in _behind_remedies(look, thing):
        found.update(dict.fromkeys(keys))
        silent += missing
    queue = list(found)
    for key in queue:
        known = look.service.actors.get(key)
        onward = (*known.escalates_to, *known.hands_over_to) if known else ()
        queue += [each for each in onward if each not in found]
        found.update(dict.fromkeys(onward))
    return Listed(look.actors(tuple(found)), tuple(silent))


def _behind_remedies(look: Look, thing: Thing) -> Iterator[tuple[list[str], tuple[MissingFact, ...]]]:
    """Where nobody is said to answer a channel, the remedy's own line says whom one gets there."""
    for remedy in thing.it.remedies:
        if remedy.kind not in (None, RemedyKind.CORRECTS) and not remedy.appeal:
            continue
        answering = _answering(look, remedy.on)
        if answering or remedy.by:
            yield answering or _not_the_customer(look, remedy), ()
        else:
            yield [], (MissingFact("by", remedy.name, remedy.header),)


def _not_the_customer(look: Look, remedy: Remedy) -> list[str]:
    return [key for key in remedy.by if not of_kind(look.actor(key), ActorKind.CUSTOMER).yes]


def _behind_interrupts(look: Look) -> list[str]:
    """The same for every mistake, so it is worked out once."""
    if "heard in interrupts" not in look.kept:
        look.kept["heard in interrupts"] = [
            key
            for interrupt in look.journey.interrupts
            for key in _answering(look, interrupt.on) or _acting_in(look, interrupt.number)
        ]
    heard: list[str] = look.kept["heard in interrupts"]
    return heard


def _acting_in(look: Look, interrupt: int) -> list[str]:
    body = look.graph.interrupt_body(interrupt)
    keys = dict.fromkeys(key for number in body for key in look.journey.nodes[number].by)
    return [key for key in keys if not of_kind(look.actor(key), ActorKind.CUSTOMER).yes]


def _answering(look: Look, on: tuple[str, ...]) -> list[str]:
    people = [person for channel in look.channels(on) for person in look.answerers(channel)]
    return list(dict.fromkeys(person.it.key for person in people))


def _correcting_places(look: Look, thing: Thing) -> Listed:
    if "correcting" not in look.kept:
        by_mistake: dict[int, list[int]] = {}
        for node in look.journey.nodes:
            for number in node.corrects:
                by_mistake.setdefault(number, []).append(node.number)
        look.kept["correcting"] = by_mistake
    return Listed(look.places(look.kept["correcting"].get(thing.it.number, [])))


def _outside_rescuers(look: Look, thing: Thing) -> Listed:
    """People outside who act where a way from the mistake leads, and from there to an end that is not bad."""
    if "rescued from outside" not in look.kept:
        look.kept["rescued from outside"] = _rescue_from_outside(look)
    rescued, keys = look.kept["rescued from outside"]
    return Listed(look.actors(keys) if thing.node in rescued else ())


def _rescue_from_outside(look: Look) -> tuple[frozenset[int], tuple[str, ...]]:
    """Whoever makes mistakes at a place does not rescue anybody there."""
    nodes = look.journey.nodes
    happy = [node.number for node in nodes if node.outcome in (Outcome.GOOD, Outcome.NEUTRAL)]
    leading = _places_before(look, happy)
    troubled = {mistake.node for mistake in look.journey.mistakes}
    places, people = [], dict[str, None]()
    for node in nodes:
        outside = [key for key in node.by if of_kind(look.actor(key), ActorKind.OUTSIDE).yes]
        if outside and node.number in leading and node.number not in troubled:
            places.append(node.number)
            people.update(dict.fromkeys(outside))
    return _places_before(look, places), tuple(people)


def _places_before(look: Look, numbers: list[int]) -> frozenset[int]:
    """These places and all from which a way leads to one of them."""
    found, queue = set(numbers), list(numbers)
    while queue:
        for before in look.graph.predecessors[queue.pop()]:
            if before not in found:
                found.add(before)
                queue.append(before)
    return frozenset(found)


def _price_of_the_cure(look: Look, thing: Thing) -> Reading:
    """The cure ratio times the value, so in the currency of the value."""
    verdict = look.verdicts.get(thing.it.number)
    ratio = verdict.figures.cure_ratio if verdict else None
    value = thing.it.value.amount if thing.it.value else None
    return NONE if ratio is None or value is None else Reading(ratio * float(value))


# places, choices, loops


def _open_to_the_customer(look: Look, thing: Thing) -> Answer:
    """In doubt about who somebody is, it is unknown; a message, a channel or an interrupt is enough."""
    node = thing.it
    if node.notifications or node.on or thing.node in _covered(look):
        return YES
    if not node.by and not node.together_with:
        return NO
    people = look.actors((*node.by, *node.together_with))
    return any_of(of_kind(person, ActorKind.CUSTOMER) for person in people)


def _covered(look: Look) -> frozenset[int]:
    """Places at which the customer may start an interrupt; an interrupt without `by` is theirs."""
    if "covered" not in look.kept:
        stretches = [
            look.graph.stretch(each.number)
            for each in look.journey.interrupts
            if not each.by or look.journey.customer in each.by
        ]
        look.kept["covered"] = frozenset(number for stretch in stretches for number in stretch)
    covered: frozenset[int] = look.kept["covered"]
    return covered


_REST = ("other", "else", "none of", "ander", "sonst", "keins", "keine davon", "nichts davon")


def _with_a_rest(look: Look, thing: Thing) -> Answer:
    assert thing.node is not None
    rest = word("otherwise", look.journey.language)
    labels = [move.label.casefold() for move in look.graph.moves_from(thing.node)]
    return truth(any(label == rest or any(each in label for each in _REST) for label in labels))


def _back_to_the_start(look: Look, thing: Thing) -> Answer:
    """The first place that somebody wrote, or a `repeat` that begins there, lies on the way round."""
    inside, at = set(thing.it), 0
    while at not in inside:
        onward = look.graph.successors[at]
        kind = look.journey.nodes[at].kind
        if len(onward) != 1 or kind not in (NodeKind.START, NodeKind.LOOP):
            return NO
        at = onward[0]
    return YES


_MISTAKE = ("mistake",)

ADJECTIVES: tuple[Adjective, ...] = (
    Adjective("assessable", _MISTAKE, "The text states enough to tell the verdict. Never unknown.", _assessable),
    Adjective("up to whom one gets", _MISTAKE, "The same remedy on the same channel helps with one of those who answer, and not with another. Unknown if facts about those who would help are missing.", _up_to_whom_one_gets),
    Adjective("up to others", _MISTAKE, "A way to put it right stands or falls with somebody else's choice alone. Unknown if facts about that way are missing.", _up_to_others),
    Adjective("barred", ("attempt",), "Those it leads to may not do it: no right, no button, too little authority, or over their limit. Unknown if a fact that decides it is missing.", _barred),
    Adjective("said to be independent", ("remedy",), "`independent: yes` is written; an appeal without it is not said to be. Never unknown.", flag("independent")),
    Adjective("a machine decision", PLACES, "`automated decision`.", flag("automated")),
    Adjective("open to the customer", PLACES, "The customer acts here, is contacted here (`on`), gets a message here or may start an interrupt here. Unknown if it depends on a `kind` that is not stated.", _open_to_the_customer),
    Adjective("with a way for the rest", ("choice",), "It has an `otherwise`, or a branch for anything else. Never unknown.", _with_a_rest),
    Adjective("back to the start", ("loop",), "Whoever goes round comes back to the first place of the journey.", _back_to_the_start),
)  # fmt: skip

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("facts to state", _MISTAKE, Sort.WORDS, "What the text leaves out although the verdict depends on it; none if the verdict can be told.", _facts_to_state, stated=False),
    Attribute("first fact to state", _MISTAKE, Sort.TEXT, "The first of the `facts to state`.", _first_fact, stated=False),
    Attribute("price of the cure", _MISTAKE, Sort.NUMBER, "What the cheapest remedy costs the customer, in the currency of the value of the mistake: money, effort at 20 an hour, 1 for each day.", _price_of_the_cure, stated=False),
)  # fmt: skip

RELATIONS: tuple[Relation, ...] = (
    Relation("listener", "listeners", _MISTAKE, "actor", "Who gets to hear of it: behind the channels of its corrections and appeals and of the interrupts, and whom they pass cases on to. Unknown if a correction names neither a channel with somebody behind it nor anybody (`by`).", _listeners),
    Relation("outside rescuer", "outside rescuers", _MISTAKE, "actor", "People of `kind: outside` who act where a way from the mistake leads, and from there to a good or neutral end; not where mistakes are made. What is not written is not there.", _outside_rescuers),
    Relation("correcting place", "correcting places", _MISTAKE, "place", "The steps that put it right (`corrects`). What is not written is not there.", _correcting_places),
)  # fmt: skip
