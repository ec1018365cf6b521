"""The kinds of things a rule can speak of, and the parts that lead from one to others."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from journeyaudit.model.trouble import Remedy
from journeyaudit.rulebook.language import collect
from journeyaudit.rulebook.language.thing import NOTHING, Listed, Thing
from journeyaudit.rulebook.language.vocabulary import ReadParts, Relation, ThingKind
from journeyaudit.verdicts.verdict import UNFINISHED, MissingFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

THINGS: tuple[ThingKind, ...] = (
    ThingKind("journey", "journeys", "The journey itself."),
    ThingKind("place", "places", "Any place in the flow that somebody wrote: a step, a choice, a wait, a `use` or an end."),
    ThingKind("step", "steps", "A `step`.", ("place",)),
    ThingKind("choice", "choices", "A `choice`.", ("place",)),
    ThingKind("wait", "waits", "A `wait` or `wait for`.", ("place",)),
    ThingKind("end", "ends", "An `end`.", ("place",)),
    ThingKind("mistake", "mistakes", "A `mistake`; everything the verdict says is a fact of it."),
    ThingKind("remedy", "remedies", "A `remedy`, or an appeal that also stands with the mistake."),
    ThingKind("appeal", "appeals", "An `appeal` against a decision.", ("remedy",)),
    ThingKind("attempt", "attempts", "One way to have a mistake put right (docs/meaning.md, section 4): a remedy on one of its channels, or a correcting step."),
    ThingKind("escalation", "escalations", "An `escalation` at a place."),
    ThingKind("message", "messages", "A `notification`."),
    ThingKind("hand-over", "hand-overs", "A step that `hands over to` somebody; one for each receiver."),
    ThingKind("channel", "channels", "A channel that the journey uses."),
    ThingKind("actor", "actors", "Anybody the journey names, or whom one gets on a channel that it uses."),
    ThingKind("right", "rights", "Something an actor `may` do."),
    ThingKind("interrupt", "interrupts", "An `interrupt`: what the customer may start at any time."),
    ThingKind("loop", "loops", "Places that lead to each other, so that one can go round."),
    ThingKind("trap", "traps", "A part of the journey that one can enter and never leave.", trouble=True),
    ThingKind("unreachable part", "unreachable parts", "The first place of a part that nobody reaches.", trouble=True),
    ThingKind("deadlock", "deadlocks", "A place that waits for a branch which may never come.", trouble=True),
    ThingKind("double run", "double runs", "A place that happens twice because parallel branches were not brought together.", trouble=True),
    ThingKind("practice", "practices", "A `practice` borrowed from elsewhere."),
    ThingKind("story", "stories", "A `story`: a customer's case that the journey must pass."),
    ThingKind("exception", "exceptions", "An `ignore`: a finding that was accepted."),
    ThingKind("feedback point", "feedback points", "A `feedback point`: where customers are heard."),
)  # fmt: skip

PLACES = ("place", "step", "choice", "wait", "end")


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


def _standing_here(kind: str) -> ReadParts:
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


def _of_mistake(kind: str) -> ReadParts:
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


def _place(look: Look, thing: Thing) -> Listed:
    return NOTHING if thing.node is None else Listed((look.place(thing.node),))


def _numbered(field: str, key: str = "") -> ReadParts:
    """The place whose number a fact of the model is."""

    def read(look: Look, thing: Thing) -> Listed:
        number = getattr(thing.it, field)
        return _named(() if number is None else (look.place(number),), thing, key)

    return read


def _mistake(look: Look, thing: Thing) -> Listed:
    found = [each for each in look.journey.mistakes if each.number == thing.mistake]
    return Listed(tuple(collect.mistake(look, each) for each in found))


def _next(look: Look, thing: Thing) -> Listed:
    assert thing.node is not None
    return Listed(look.places(look.graph.successors[thing.node]))


def _previous(look: Look, thing: Thing) -> Listed:
    assert thing.node is not None
    return Listed(look.places(look.graph.predecessors[thing.node]))


def _loop_places(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(thing.it))


def _loop_exits(look: Look, thing: Thing) -> Listed:
    inside = set(thing.it)
    ahead = [target for node in thing.it for target in look.graph.successors[node]]
    return Listed(look.places([node for node in dict.fromkeys(ahead) if node not in inside]))


def _actors_within(look: Look, thing: Thing) -> Listed:
    keys = [key for node in thing.it for key in look.journey.nodes[node].by]
    return Listed(look.actors(tuple(dict.fromkeys(keys))))


def _trap_places(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(thing.it.stuck))


def _stretch(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(look.graph.stretch(thing.it.number)))


def _body(look: Look, thing: Thing) -> Listed:
    return Listed(look.places(look.graph.interrupt_body(thing.it.number)))


def _answerers(look: Look, thing: Thing) -> Listed:
    return _named(look.answerers(thing), thing, "answered by")


def _reached_on(look: Look, thing: Thing) -> Listed:
    return Listed(look.channels(look.reached_on(thing)))


def _rights(look: Look, thing: Thing) -> Listed:
    del look
    rights = getattr(thing.it, "rights", None)
    if rights is None:
        return Listed((), (thing.lacks("may"),))
    return Listed(
        tuple(Thing("right", right, f"{right.name} of {thing.name}", right.span) for right in rights)
    )


def _customer(look: Look, thing: Thing) -> Listed:
    return _named(look.actors((look.journey.customer,) if look.journey.customer else ()), thing, "customer")


def _at_hand(look: Look, thing: Thing) -> Listed:
    found = look.actors(look.at_hand)
    first = next((place for place in look.things("step").things), thing)
    return Listed(found) if found else Listed((), (first.lacks("by"),))


def _givers(look: Look, thing: Thing) -> Listed:
    return _named(look.actors(thing.it[0].by), thing, "by")


def _receiver(look: Look, thing: Thing) -> Listed:
    return Listed((look.actor(thing.it[1]),))


def _acting(look: Look, thing: Thing) -> Listed:
    keys = (*getattr(thing.it, "by", ()), *getattr(thing.it, "together_with", ()))
    return _named(look.actors(keys), thing, "by")


def _first_human(look: Look, thing: Thing) -> Listed:
    from journeyaudit.verdicts.helper import first_helper

    found = first_helper(look.service, look.journey, thing.it)
    return NOTHING if found is None else Listed((look.actor(found.actor.key),))


def _of_attempt(look: Look, thing: Thing) -> Listed:
    found = thing.it.remedy
    if not isinstance(found, Remedy):
        return NOTHING
    by_record = look.kept.get("remedies by record")
    if by_record is None:
        by_record = look.kept["remedies by record"] = {}
        for each in look.things("remedy").things:
            by_record.setdefault(id(each.it), []).append(each)
    return Listed(tuple(by_record.get(id(found), ())))


def _chain(look: Look, thing: Thing) -> Listed:
    return Listed(look.actors(tuple(key for key in thing.it.chain if key)))


def _attempt_channel(look: Look, thing: Thing) -> Listed:
    return Listed(look.channels((thing.it.channel,) if thing.it.channel else ()))


def _everything(kind: ThingKind) -> Relation:
    doc = f"All {kind.plural} of the journey. What is not written is not there, unless a line could not be read."
    return Relation(kind.word, kind.plural, ("journey",), kind.word, doc, _all_of(kind.word))


def _all_of(kind: str) -> ReadParts:
    return lambda look, _: look.things(kind)


_MADE_OF_ALL = tuple(_everything(kind) for kind in THINGS if kind.word != "journey")
_OPEN = "Unknown if nobody is named (`{}`)."
_CLOSED = "What is not written is not there."

RELATIONS: tuple[Relation, ...] = (
    *_MADE_OF_ALL,
    Relation("customer", "customers", ("journey",), "actor", "The actor whose journey this is (`customer`).", _customer, one=True),
    # places
    Relation("actor", "actors", PLACES, "actor", "Who does it: `by` and `together with`. " + _OPEN.format("by"), _acting),
    Relation("actor", "actors", ("remedy", "appeal", "interrupt"), "actor", "Who does or decides it (`by`). " + _OPEN.format("by"), people("by", "by")),
    Relation("channel", "channels", (*PLACES, "remedy", "appeal", "interrupt", "message", "escalation", "feedback point"), "channel", "The channels it is done on (`on`). " + _OPEN.format("on"), channels("on", "on")),
    Relation("mistake", "mistakes", PLACES, "mistake", "The mistakes that can be made here. " + _CLOSED, _standing_here("mistake")),
    Relation("remedy", "remedies", PLACES, "remedy", "The remedies of the mistakes that can be made here. " + _CLOSED, _standing_here("remedy")),
    Relation("appeal", "appeals", PLACES, "appeal", "The appeals against what is decided here. " + _CLOSED, _standing_here("appeal")),
    Relation("message", "messages", PLACES, "message", "The messages that are sent here. " + _CLOSED, _standing_here("message")),
    Relation("escalation", "escalations", PLACES, "escalation", "The escalations that stand here. " + _CLOSED, _standing_here("escalation")),
    Relation("hand-over", "hand-overs", PLACES, "hand-over", "The hand-overs that happen here. " + _CLOSED, _standing_here("hand-over")),
    Relation("feedback point", "feedback points", PLACES, "feedback point", "The feedback points that stand here. " + _CLOSED, _standing_here("feedback point")),
    Relation("practice", "practices", PLACES, "practice", "The practices that apply here (`at`). " + _CLOSED, _standing_here("practice")),
    Relation("reviewer", "reviewers", PLACES, "actor", "Who looks at an automated decision (`human review`). " + _CLOSED, people("human_review")),
    Relation("receiver", "receivers", (*PLACES, "actor"), "actor", "Whom the case is passed to (`hands over to`). " + _CLOSED, people("hands_over_to")),
    Relation("feedback channel", "feedback channels", (*PLACES, "journey"), "channel", "The channels on which a customer can say something (`feedback on`). " + _CLOSED, channels("feedback_on")),
    Relation("next place", "next places", PLACES, "place", "What comes next by the moves of the flow.", _next),
    Relation("previous place", "previous places", PLACES, "place", "What comes right before.", _previous),
    # mistakes and what helps
    Relation("place", "places", ("mistake", "remedy", "appeal", "message", "escalation", "hand-over", "attempt", "practice", "story", "feedback point", "unreachable part", "deadlock", "double run", "interrupt"), "place", "The place where it stands; of a remedy that of its mistake, of an interrupt its first place.", _place, one=True),
    Relation("remedy", "remedies", ("mistake",), "remedy", "Its remedies. A mistake without any has none.", _of_mistake("remedy")),
    Relation("attempt", "attempts", ("mistake",), "attempt", "The ways that were tried to have it put right (docs/meaning.md, section 4).", _of_mistake("attempt")),
    Relation("story", "stories", ("mistake",), "story", "The stories about it. " + _CLOSED, _of_mistake("story")),
    Relation("mistake", "mistakes", ("remedy", "attempt", "story"), "mistake", "The mistake it belongs to.", _mistake, one=True),
    Relation("remedy", "remedies", ("attempt",), "remedy", "The remedy that is tried; none for a step of the flow.", _of_attempt, one=True),
    Relation("maker", "makers", ("mistake",), "actor", "Whose mistake it is (`made by`). " + _OPEN.format("made by"), people("made_by", "made by")),
    Relation("noticer", "noticers", ("mistake",), "actor", "Who can notice it (`noticed by`). " + _OPEN.format("noticed by"), people("noticed_by", "noticed by")),
    Relation("noticing place", "noticing places", ("mistake",), "place", "Where it is noticed (`noticed at`). " + _OPEN.format("noticed at"), _numbered("noticed_at", "noticed at"), one=True),
    Relation("first human", "first humans", ("mistake",), "actor", "The first human one gets hold of: on the channels of its remedies, then of the interrupts, then any other.", _first_human, one=True),
    Relation("approver", "approvers", ("remedy", "appeal", "right"), "actor", "Who must agree (`needs approval of`). " + _CLOSED, people("approval_of")),
    Relation("destination", "destinations", ("remedy", "appeal", "escalation"), "place", "Where it leads (`leads to`). " + _OPEN.format("leads to"), _numbered("leads_to", "leads to"), one=True),
    Relation("person", "people", ("attempt",), "actor", "Whom the case passes through, from the first one at the other end to the one who decides.", _chain),
    Relation("channel", "channels", ("attempt",), "channel", "The channel it is tried on.", _attempt_channel, one=True),
    # people and channels
    Relation("superior", "superiors", ("actor",), "actor", "Whom this one passes cases to that they may not decide (`escalates to`). " + _CLOSED, people("escalates_to")),
    Relation("deputy", "deputies", ("actor",), "actor", "Who decides when this one is away (`deputy`). " + _CLOSED, people("deputy")),
    Relation("right", "rights", ("actor",), "right", "What this one `may` do. Unknown if no `may` is written; none with `may nothing`.", _rights),
    Relation("channel", "channels", ("actor",), "channel", "The channels on which one gets this one: `reachable on`, and channels of the journey that they answer.", _reached_on),
    Relation("answerer", "answerers", ("channel",), "actor", "Who is at the other end: `answered by`, else those who are `reachable on` it. " + _OPEN.format("answered by"), _answerers),
    Relation("receiver", "receivers", ("message", "escalation"), "actor", "Who gets it (`to`). " + _OPEN.format("to"), people("to", "to")),
    Relation("sender", "senders", ("message",), "actor", "Who sends it (`by`). " + _OPEN.format("by"), people("by", "by")),
    Relation("giver", "givers", ("hand-over",), "actor", "Who hands over: the `by` of the step. " + _OPEN.format("by"), _givers),
    Relation("receiver", "receivers", ("hand-over",), "actor", "Who gets the case.", _receiver, one=True),
    # parts of the flow
    Relation("place", "places", ("loop",), "place", "The places one goes round.", _loop_places),
    Relation("exit", "exits", ("loop",), "place", "The places one comes to when one leaves it.", _loop_exits),
    Relation("actor", "actors", ("loop",), "actor", "Everybody who acts in it.", _actors_within),
    Relation("place", "places", ("trap",), "place", "The places one never leaves.", _trap_places),
    Relation("covered place", "covered places", ("interrupt",), "place", "The places of the main flow at which it may be started.", _stretch),
    Relation("inner place", "inner places", ("interrupt",), "place", "The places of the interrupt itself.", _body),
    Relation("decider", "deciders", ("feedback point",), "actor", "Who decides (`decided by`). " + _OPEN.format("decided by"), people("decided_by", "decided by")),
    Relation("decider", "deciders", ("remedy", "appeal"), "actor", "Who does or decides it (`by`, `decided by`). " + _OPEN.format("by"), people("by", "by")),
    Relation("person at hand", "people at hand", ("journey",), "actor", "Everybody but the customer whom the journey leads to: who acts at a place, reviews, gets a case, decides a remedy or an appeal, or is behind a channel. Unknown if nobody is named.", _at_hand),
)  # fmt: skip
