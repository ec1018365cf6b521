"""Who passes cases upwards to whom -> whose cases find help there, go round, or meet nobody on duty."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from journeyaudit.model.people import Actor, ActorKind
from journeyaudit.rulebook.language.answer import NO, YES, Answer, all_of, truth, unknown
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.traits import may_something, of_kind
from journeyaudit.rulebook.language.values import NONE, Reading, Time
from journeyaudit.source.record import record
from journeyaudit.verdicts.spans import both, joined, outside
from journeyaudit.verdicts.verdict import MissingFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_Brought: TypeAlias = dict[str, tuple[MissingFact, ...]]


@record
class _Ladder:
    """The ``escalates to`` lines of the whole service. ``helped``: somebody above is human and may
    something; ``doubtful``: the facts on which that depends; ``topped``: some line ends above."""

    helped: _Brought
    doubtful: _Brought
    topped: _Brought


def key_of(thing: Thing) -> str:
    """The key of an actor or channel; one that is described nowhere is its own."""
    return str(getattr(thing.it, "key", thing.it))


def with_help_above(look: Look, thing: Thing) -> Answer:
    """Is anybody above human, with some right?"""
    ladder, key = _ladder(look), key_of(thing)
    if key in ladder.helped:
        return YES
    return unknown(*ladder.doubtful[key]) if key in ladder.doubtful else NO


def goes_round(look: Look, thing: Thing) -> Answer:
    """Does no line upwards ever end with somebody?"""
    upwards = getattr(thing.it, "escalates_to", ())
    return truth(bool(upwards) and key_of(thing) not in _ladder(look).topped)


def time_without_superior(look: Look, thing: Thing) -> Reading:
    """Minutes of the week; deputies of superiors stand in for them."""
    if not isinstance(thing.it, Actor) or not thing.it.escalates_to:
        return NONE
    if thing.it.hours is None:
        return Reading(missing=(thing.lacks("open"),))
    superiors = look.actors(thing.it.escalates_to)
    deputies = [each for one in superiors if isinstance(one.it, Actor) for each in look.actors(one.it.deputy)]
    asked = [*superiors, *deputies]
    known = [each.it.hours for each in asked if isinstance(each.it, Actor) and each.it.hours is not None]
    covered = joined(span for hours in known for span in hours.spans)
    alone = float(sum(end - start for start, end in both(thing.it.hours.spans, outside(covered))))
    silent = [each.lacks("open") for each in asked if getattr(each.it, "hours", None) is None]
    return Reading(missing=tuple(silent)) if alone and silent else Reading(Time(alone, alone))


def _ladder(look: Look) -> _Ladder:
    if ("voice", "ladder") not in look.kept:
        look.kept["voice", "ladder"] = _climbed(look)
    kept: _Ladder = look.kept["voice", "ladder"]
    return kept


def _climbed(look: Look) -> _Ladder:
    juniors: dict[str, list[str]] = {}
    for actor in look.service.actors.values():
        for superior in actor.escalates_to:
            juniors.setdefault(superior, []).append(actor.key)
    able = {key: _able(look, look.actor(key)) for key in juniors}
    # whom nothing describes may pass cases on or not: that is a line that ends, not one that goes round
    tops = [key for key in juniors if not getattr(look.actor(key).it, "escalates_to", ())]
    return _Ladder(
        helped=_below({key: () for key, answer in able.items() if answer.yes}, juniors),
        doubtful=_below({key: each.missing for key, each in able.items() if each.holds is None}, juniors),
        topped=_below(dict.fromkeys(tops, ()), juniors),
    )


def _able(look: Look, person: Thing) -> Answer:
    return all_of((of_kind(person, ActorKind.HUMAN), may_something(look, person)))


def _below(sources: _Brought, juniors: dict[str, list[str]]) -> _Brought:
    """Everybody from whom a case comes to one of the sources, with what the nearest one brings along."""
    found: _Brought = {}
    queue = list(sources.items())
    for key, brought in queue:
        for junior in juniors.get(key, ()):
            if junior not in found:
                found[junior] = brought
                queue.append((junior, brought))
    return found
