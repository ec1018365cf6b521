"""More words about customers' voices and staff, as adjectives, attributes and parts."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.model.people import ActorKind
from journeyaudit.rulebook.language.answer import YES, Answer, truth
from journeyaudit.rulebook.language.parts import people
from journeyaudit.rulebook.language.superiors import (
    goes_round,
    key_of,
    time_without_superior,
    with_help_above,
)
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.things import PLACES
from journeyaudit.rulebook.language.traits import of_kind
from journeyaudit.rulebook.language.values import NONE, Reading, Sort
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, Relation
from journeyaudit.rulebook.language.ways import spread

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


# ---- where customers are heard --------------------------------------------------------------------------


def _listening_places(look: Look) -> frozenset[int]:
    """The places at which a customer can say something, without what counts for the whole journey."""
    if ("voice", "listening") not in look.kept:
        found = [node.number for node in look.journey.nodes if node.feedback_on]
        found += [point.node for point in look.journey.feedback_points if point.node is not None]
        look.kept["voice", "listening"] = frozenset(found)
    kept: frozenset[int] = look.kept["voice", "listening"]
    return kept


def _listens_throughout(look: Look) -> bool:
    journey = look.journey
    return bool(journey.feedback_on) or any(point.node is None for point in journey.feedback_points)


def _open_to_feedback(look: Look, thing: Thing) -> Answer:
    if thing.kind == "journey":
        return truth(_listens_throughout(look) or bool(_listening_places(look)))
    return truth(thing.node in _listening_places(look))


def _on_a_way_with_feedback(look: Look, thing: Thing) -> Answer:
    """One spread from all listening places, shared by all that ask."""
    if _listens_throughout(look):
        return YES
    if ("voice", "heard") not in look.kept:
        seeds = [number for number in sorted(_listening_places(look)) if look.graph.is_reachable(number)]
        look.kept["voice", "heard"] = spread(seeds, look.ways.onward)
    return truth(thing.node is not None and bool(look.kept["voice", "heard"][thing.node]))


def _for_feedback(look: Look, thing: Thing) -> Answer:
    if ("voice", "feedback channels") not in look.kept:
        named = [*look.journey.feedback_on]
        named += [key for node in look.journey.nodes for key in node.feedback_on]
        named += [key for point in look.journey.feedback_points for key in point.on]
        look.kept["voice", "feedback channels"] = frozenset(named)
    return truth(key_of(thing) in look.kept["voice", "feedback channels"])


# ---- staff ----------------------------------------------------------------------------------------------


def _deciding(look: Look, thing: Thing) -> Answer:
    if ("voice", "deciding") not in look.kept:
        remedies = [remedy for mistake in look.journey.mistakes for remedy in mistake.remedies]
        remedies += [appeal.remedy for appeal in look.journey.appeals]
        named = [key for remedy in remedies for key in (*remedy.by, *remedy.approval_of)]
        look.kept["voice", "deciding"] = frozenset(named)
    return truth(key_of(thing) in look.kept["voice", "deciding"])


def _systems_and_breaks(look: Look, thing: Thing) -> Reading:
    keys = (*getattr(thing.it, "by", ()), *getattr(thing.it, "together_with", ()))
    if not keys:
        return Reading(missing=(thing.lacks("by"),)) if thing.can_state("by") else NONE
    acting = look.actors(keys)
    machines = [of_kind(each, ActorKind.SYSTEM) for each in acting]
    silent = [fact for each in machines for fact in each.missing]
    if silent:
        return Reading(missing=tuple(silent))
    return Reading(float(sum(each.yes for each in machines) + len(thing.it.media_breaks)))


_LISTENING = "`feedback on`, or a `feedback point`"

ADJECTIVES: tuple[Adjective, ...] = (
    Adjective("open to feedback", (*PLACES, "journey"), f"{_LISTENING}, stands here; in the journey: anywhere in it. Never unknown.", _open_to_feedback),
    Adjective("on a way with feedback", PLACES, f"{_LISTENING}, counts for the whole journey, stands here, or at a place on some way from the start to here. Never unknown.", _on_a_way_with_feedback),
    Adjective("in somebody's hands", ("feedback point",), "`decided by` or `owner` is written. Never unknown.", lambda _, thing: truth(bool(thing.it.decided_by or thing.it.owner))),
    Adjective("for feedback", ("channel",), "Named by `feedback on` or by a `feedback point` of the journey. Never unknown.", _for_feedback),
    Adjective("expressly powerless", ("actor",), "`may nothing` is written. Never unknown: who states no `may` at all is not.", lambda _, thing: truth(getattr(thing.it, "rights", None) == ())),
    Adjective("deciding", ("actor",), "Does, decides or approves a remedy or an appeal of the journey. Never unknown.", _deciding),
    Adjective("with help above", ("actor",), "Up the `escalates to` lines, at any distance, stands somebody human who has some right (in a circle that may be oneself). Unknown if a `kind` or a `may` up there is not stated.", with_help_above),
    Adjective("in an escalation circle", ("actor",), "What this one passes on by `escalates to` goes round for ever: no line upwards leads to anybody who keeps it. Never unknown; no without `escalates to`.", goes_round),
)  # fmt: skip

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("weekly time without a superior", ("actor",), Sort.TIME, "How long in a week this one works (`open`) while none of the superiors and none of their deputies does; none without `escalates to`. Unknown if an `open` that matters is not stated.", time_without_superior, stated=False),
    Attribute("number of systems and media breaks", PLACES, Sort.NUMBER, "How many machines act here (`by`, `together with`), plus each `media break`. Unknown if nobody is named (`by`) or a `kind` is not stated.", _systems_and_breaks, stated=False),
)  # fmt: skip

RELATIONS: tuple[Relation, ...] = (
    Relation("escalation receiver", "escalation receivers", ("mistake",), "actor", "Whom the mistake is passed to (an `escalation` below it). What is not written is not there.", people("escalations")),
)  # fmt: skip
