"""What things can be, as adjectives: human, irreversible, two-way, in time ..."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from journeyaudit.model.flow import MainFlow, NodeKind, Outcome, Owner
from journeyaudit.model.people import ActorKind
from journeyaudit.model.trouble import RemedyKind, Whole
from journeyaudit.rulebook.language.answer import NO, YES, Answer, all_of, any_of, negated, truth, unknown
from journeyaudit.rulebook.language.facts import among, flag, is_stated, not_stated, yes_or_no
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.things import PLACES
from journeyaudit.rulebook.language.vocabulary import Adjective, ReadTruth
from journeyaudit.verdicts.contact import HOLD
from journeyaudit.verdicts.verdict import Attempt, InTime

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_WEEKEND = 5 * 24 * 60


def of_kind(person: Thing, *kinds: ActorKind) -> Answer:
    """Is this actor of one of these kinds? Unknown if the text does not say."""
    kind = getattr(person.it, "kind", None)
    return unknown(person.lacks("kind")) if kind is None else truth(kind in kinds)


def may_something(look: Look, person: Thing) -> Answer:
    """Has this actor any right? Unknown if no `may` is written."""
    del look
    rights = getattr(person.it, "rights", None)
    return unknown(person.lacks("may")) if rights is None else truth(bool(rights))


def _some_actor(test: Callable[[Look, Thing], Answer]) -> ReadTruth:
    """Of somebody who does it; unknown if nobody is named."""

    def read(look: Look, thing: Thing) -> Answer:
        keys = (*getattr(thing.it, "by", ()), *getattr(thing.it, "together_with", ()))
        if not keys:
            return not_stated(thing, "by")
        return any_of(test(look, person) for person in look.actors(keys))

    return read


def _is(*kinds: ActorKind) -> Callable[[Look, Thing], Answer]:
    return lambda _, person: of_kind(person, *kinds)


def _not(test: ReadTruth) -> ReadTruth:
    return lambda look, thing: negated(test(look, thing))


def _human_who_may(look: Look, person: Thing) -> Answer:
    return all_of((of_kind(person, ActorKind.HUMAN), may_something(look, person)))


def done_by_a_human_who_may(look: Look, thing: Thing) -> Answer:
    """Somebody who does it is human and has some right."""
    return _some_actor(_human_who_may)(look, thing)


def _automated(look: Look, thing: Thing) -> Answer:
    if thing.it.automated:
        return YES
    if not thing.it.by:
        return NO
    return all_of(of_kind(person, ActorKind.SYSTEM) for person in look.actors(thing.it.by))


def _number_in(name: str, ask: Callable[[Look], tuple[int, ...]]) -> ReadTruth:
    """Is it one of some places, which are asked for once?"""

    def read(look: Look, thing: Thing) -> Answer:
        if name not in look.kept:
            look.kept[name] = frozenset(ask(look))
        return truth(thing.node in look.kept[name])

    return read


def _leads_on(look: Look, thing: Thing) -> Answer:
    assert thing.node is not None
    return truth(look.graph.is_reachable(thing.node))


def _with_help(look: Look, thing: Thing) -> Answer:
    assert thing.node is not None
    return truth(bool(look.helping[thing.node]))


def _owned_by(owner: Owner) -> ReadTruth:
    return among("owner", "by", owner)


def _outcome(outcome: Outcome) -> ReadTruth:
    return lambda _, thing: truth(thing.it.outcome is outcome)


def _attempts(test: Callable[[Attempt], bool]) -> ReadTruth:
    """Of some attempt with this remedy; unknown where an attempt lacks facts."""

    def read(look: Look, thing: Thing) -> Answer:
        verdict = look.verdicts.get(thing.mistake) if thing.mistake is not None else None
        if verdict is None:
            return NO
        mine = [each for each in verdict.attempts if each.remedy is thing.it]
        return any_of(_of_attempt(test, each) for each in mine)

    return read


def _of_attempt(test: Callable[[Attempt], bool], attempt: Attempt) -> Answer:
    """Attempts are told in the customer's favour: what fails there fails for sure."""
    if not test(attempt):
        return NO
    return unknown(*attempt.missing) if attempt.missing else YES


def _attempt(test: Callable[[Attempt], bool]) -> ReadTruth:
    return lambda _, thing: _of_attempt(test, thing.it)


def _people_of(field: str, key: str, *kinds: ActorKind) -> ReadTruth:
    def read(look: Look, thing: Thing) -> Answer:
        keys = getattr(thing.it, field)
        if not keys:
            return unknown(thing.lacks(key))
        return any_of(of_kind(person, *kinds) for person in look.actors(keys))

    return read


def _spoken(look: Look, thing: Thing) -> Answer:
    del look
    kind = getattr(thing.it, "kind", None)
    return unknown(thing.lacks("kind")) if kind is None else truth(kind.spoken)


def _hours(test: Callable[[Any], bool]) -> ReadTruth:
    def read(look: Look, thing: Thing) -> Answer:
        del look
        hours = getattr(thing.it, "hours", None)
        return unknown(thing.lacks("open")) if hours is None else truth(test(hours))

    return read


def _answered_by_human(look: Look, thing: Thing) -> Answer:
    people = look.answerers(thing)
    if not people:
        return unknown(thing.lacks("answered by"))
    return any_of(of_kind(person, ActorKind.HUMAN) for person in people)


def _reachable_person(look: Look, thing: Thing) -> Answer:
    return truth(bool(look.reached_on(thing)))


def _may_hold(look: Look, thing: Thing) -> Answer:
    del look
    rights = getattr(thing.it, "rights", None)
    if rights is None:
        return unknown(thing.lacks("may"))
    return truth(any(right.act in HOLD for right in rights))


def _crosses_departments(look: Look, thing: Thing) -> Answer:
    givers, receiver = look.actors(thing.it[0].by), look.actor(thing.it[1])
    if not givers:
        return unknown(thing.lacks("by"))
    return any_of(_differ(giver, receiver) for giver in givers)


def _differ(one: Thing, other: Thing) -> Answer:
    silent = [each.lacks("department") for each in (one, other) if not getattr(each.it, "department", "")]
    return unknown(*silent) if silent else truth(one.it.department != other.it.department)


def _with_context(look: Look, thing: Thing) -> Answer:
    node = thing.it[0]
    said = [node.context_passed] if node.context_passed is not None else []
    said += [person.it.context_passed for person in look.actors(node.by) if not isinstance(person.it, str)]
    known = [each for each in said if each is not None]
    return truth(known[0]) if known else unknown(thing.lacks("context passed"))


def _circle_limited(look: Look, thing: Thing) -> Answer:
    nodes = [look.journey.nodes[number] for number in thing.it]
    return truth(any(node.kind is NodeKind.LOOP and node.times is not None for node in nodes))


def _can_be_left(look: Look, thing: Thing) -> Answer:
    inside = set(thing.it)
    return truth(any(target not in inside for node in thing.it for target in look.graph.successors[node]))


def _expired(look: Look, thing: Thing) -> Answer:
    if thing.it.expires is None:
        return unknown(thing.lacks("expires"))
    return truth(thing.it.expires <= look.today)


def _answered_fourfold(look: Look, thing: Thing) -> Answer:
    del look
    return truth(bool(thing.it.conditions and thing.it.also_helped and thing.it.fits and thing.it.hindered))


def _complete(look: Look, thing: Thing) -> Answer:
    del look
    return truth(not thing.it.partial and not thing.it.broken)


_REMEDIES = ("remedy",)
_BY = "Unknown if nobody is named (`by`) or a `kind` is not stated."
_HUMAN, _SYSTEM, _CUSTOMER = ActorKind.HUMAN, ActorKind.SYSTEM, ActorKind.CUSTOMER

ADJECTIVES: tuple[Adjective, ...] = (
    # actors
    Adjective("human", ("actor",), "`kind: human`: a role in the organisation. Unknown without `kind`.", _is(_HUMAN)),
    Adjective("automated", ("actor",), "`kind: system`. Unknown without `kind`.", _is(_SYSTEM)),
    Adjective("a customer", ("actor",), "`kind: customer`. Unknown without `kind`.", _is(_CUSTOMER)),
    Adjective("third-party", ("actor",), "`kind: third party`. Unknown without `kind`.", _is(ActorKind.THIRD_PARTY)),
    Adjective("outside", ("actor",), "`kind: outside`. Unknown without `kind`.", _is(ActorKind.OUTSIDE)),
    Adjective("empowered", ("actor",), "Has at least one right (`may`). Unknown if no `may` is written; no with `may nothing`.", may_something),
    Adjective("powerless", ("actor",), "`may nothing`. Unknown if no `may` is written.", _not(may_something)),
    Adjective("able to hold", ("actor",), "May `hold`. Unknown if no `may` is written.", _may_hold),
    Adjective("reachable", ("actor",), "`reachable on` some channel, or answers one that the journey uses.", _reachable_person),
    # places
    Adjective("human", (*PLACES, *_REMEDIES, "interrupt"), f"Somebody who does it is human. {_BY}", _some_actor(_is(_HUMAN))),
    Adjective("by the customer", (*PLACES, *_REMEDIES, "interrupt"), f"The customer does it. {_BY}", _some_actor(_is(_CUSTOMER))),
    Adjective("done by a human who may", (*PLACES, *_REMEDIES), f"A human does it who has some right (`may`). {_BY} Unknown if their `may` is not written.", done_by_a_human_who_may),
    Adjective("automated", PLACES, "`automated decision`, or only systems do it.", _automated),
    Adjective("irreversible", PLACES, "`point of no return`.", flag("no_return")),
    Adjective("invisible", PLACES, "`invisible to customer`.", flag("invisible")),
    Adjective("visible", PLACES, "Not `invisible to customer`.", _not(flag("invisible"))),
    Adjective("self-service", (*PLACES, *_REMEDIES), "`self-service`.", flag("self_service")),
    Adjective("optional", PLACES, "`optional step`.", flag("optional")),
    Adjective("correcting", PLACES, "`corrects` some mistake.", flag("corrects")),
    Adjective("parallel", PLACES, "Stands in a parallel branch.", lambda _, thing: truth(thing.it.branch is not None)),
    Adjective("in an interrupt", PLACES, "Stands in the body of an interrupt.", lambda _, thing: truth(thing.it.region is not None)),
    Adjective("reachable", PLACES, "EF place: some way leads there from the start, through interrupts too.", _leads_on),
    Adjective("unreachable", PLACES, "Not reachable.", _not(_leads_on)),
    Adjective("a loose end", PLACES, "Reachable, without a way on, and no end.", _number_in("loose ends", lambda look: look.graph.loose_ends())),
    Adjective("endless", ("wait", "place"), "A reachable `wait for` without any limit.", _number_in("endless waits", lambda look: look.graph.endless_waits())),
    Adjective("within reach of help", PLACES, "Somebody who is neither customer nor machine is at hand: acts here, reviews, decides a remedy or an appeal, or is behind an interrupt that covers it. An actor whose `kind` is not stated may be human.", _with_help),
    Adjective("the customer's", ("choice", "wait"), "The customer decides. Unknown if nobody is named.", _owned_by(Owner.CUSTOMER)),
    Adjective("the organisation's", ("choice", "wait"), "The organisation decides. Unknown if nobody is named.", _owned_by(Owner.ORGANISATION)),
    Adjective("left to chance", ("choice", "wait"), "Nobody decides. Unknown if nobody is named.", _owned_by(Owner.NATURE)),
    Adjective("good", ("end", "place"), "`end good`.", _outcome(Outcome.GOOD)),
    Adjective("bad", ("end", "place"), "`end bad`.", _outcome(Outcome.BAD)),
    Adjective("abandoned", ("end", "place"), "`end abandoned`.", _outcome(Outcome.ABANDONED)),
    Adjective("neutral", ("end", "place"), "`end neutral`.", _outcome(Outcome.NEUTRAL)),
    # mistakes and what helps
    Adjective("the customer's", ("mistake",), "`made by` a customer. Unknown if nobody is named.", _people_of("made_by", "made by", _CUSTOMER)),
    Adjective("ours", ("mistake",), "`made by` a human or a system of the organisation. Unknown if nobody is named.", _people_of("made_by", "made by", _HUMAN, _SYSTEM)),
    Adjective("noticed by the customer", ("mistake",), "`noticed by` a customer. Unknown if nobody is named.", _people_of("noticed_by", "noticed by", _CUSTOMER)),
    Adjective("excused", ("mistake",), "`no remedy` gives a reason.", flag("no_remedy")),
    Adjective("corrective", _REMEDIES, "`kind: corrects`, or an appeal. Unknown without `kind`.", lambda look, thing: YES if thing.it.appeal else among("kind", "kind", RemedyKind.CORRECTS)(look, thing)),
    Adjective("compensating", _REMEDIES, "`kind: compensates`. Unknown without `kind`.", among("kind", "kind", RemedyKind.COMPENSATES)),
    Adjective("a workaround", _REMEDIES, "`kind: workaround`. Unknown without `kind`.", among("kind", "kind", RemedyKind.WORKAROUND)),
    Adjective("whole", _REMEDIES, "`makes whole: yes`. Unknown if it is not stated.", among("whole", "makes whole", Whole.YES)),
    Adjective("independent", _REMEDIES, "`independent: yes`. Unknown if it is not stated.", yes_or_no("independent", "independent")),
    Adjective("binding", _REMEDIES, "`binding: yes`. Unknown if it is not stated.", among("binding", "binding", Whole.YES)),
    Adjective("a human fix", _REMEDIES, "Conditions (a), (b), (c), (e) and (k) of docs/meaning.md hold for some attempt; the time is left out.", _attempts(lambda attempt: attempt.human_fix)),
    Adjective("in time", _REMEDIES, "A human fix that is always in time.", _attempts(lambda attempt: attempt.human_fix and attempt.in_time is InTime.ALWAYS)),
    Adjective("a human fix", ("attempt",), "Conditions (a), (b), (c), (e) and (k) hold.", _attempt(lambda attempt: attempt.human_fix)),
    Adjective("in time", ("attempt",), "A human fix that is always in time.", _attempt(lambda attempt: attempt.human_fix and attempt.in_time is InTime.ALWAYS)),
    Adjective("sometimes in time", ("attempt",), "A human fix that is not never in time.", _attempt(lambda attempt: attempt.human_fix and attempt.in_time is not InTime.NEVER)),
    Adjective("paused", ("attempt",), "The main flow stands still from the report on.", _attempt(lambda attempt: attempt.paused)),
    # channels, messages, hand-overs
    Adjective("two-way", ("channel",), "`customer can reply: yes`. Unknown if it is not stated.", yes_or_no("can_reply", "customer can reply")),
    Adjective("spoken", ("channel",), "Phone, store, visit or video. Unknown without `kind`.", _spoken),
    Adjective("written", ("channel",), "Not spoken. Unknown without `kind`.", _not(_spoken)),
    Adjective("always open", ("channel", "actor"), "`open: always`. Unknown without `open`.", _hours(lambda hours: hours.always)),
    Adjective("open at weekends", ("channel", "actor"), "Open at some time on Saturday or Sunday. Unknown without `open`.", _hours(lambda hours: any(end > _WEEKEND for _, end in hours.spans))),
    Adjective("behind a login", ("channel",), "`login needed: yes`. Unknown if it is not stated.", yes_or_no("login_needed", "login needed")),
    Adjective("answered by a human", ("channel",), "Somebody at the other end is human. Unknown if nobody is named.", _answered_by_human),
    Adjective("naming a contact", ("message",), "`names a contact: yes`. Unknown if it is not stated.", yes_or_no("names_contact", "names a contact")),
    Adjective("between departments", ("hand-over",), "The two `department`s differ. Unknown if one is not stated.", _crosses_departments),
    Adjective("with context", ("hand-over", "escalation"), "`context passed: yes` at the step, else of who hands over. Unknown if it is not stated.", lambda look, thing: yes_or_no("context_passed", "context passed")(look, thing) if thing.kind == "escalation" else _with_context(look, thing)),
    # parts of the flow
    Adjective("limited", ("loop",), "`at most` says how often one goes round.", _circle_limited),
    Adjective("with a way out", ("loop",), "Some move leads out of it.", _can_be_left),
    Adjective("pausing", ("interrupt",), "`main flow: pauses` or `stops`. Unknown if it is not stated.", among("main_flow", "main flow", MainFlow.PAUSES, MainFlow.STOPS)),
    # journeys and voices
    Adjective("complete", ("journey",), "Not `partial`, and every line could be read.", _complete),
    Adjective("a sketch", ("journey",), "No line but wiring describes it.", flag("sketch")),
    Adjective("wired", ("journey",), "Its flow is written as arrows.", flag("wired")),
    Adjective("expired", ("exception",), "`expires` is today or in the past. Unknown if it is not stated.", _expired),
    Adjective("fully answered", ("practice",), "All four answers are given.", _answered_fourfold),
    Adjective("justified", ("exception",), "`reason` is given.", is_stated("reason")),
)  # fmt: skip
