"""Two versions of one journey -> what changed in it, its verdicts before and after, and who gains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeyaudit.comparison.change import Change, Weight
from journeyaudit.comparison.facts import Kind, Views, changed_facts, compared_parts, likeness, renamed
from journeyaudit.comparison.fields_of_flow import INTERRUPT
from journeyaudit.comparison.fields_of_journeys import FEEDBACK_POINT, JOURNEY, PRACTICE, STORY
from journeyaudit.comparison.flow import changed_flow
from journeyaudit.comparison.likeness import Matches, matched
from journeyaudit.comparison.people import People
from journeyaudit.comparison.places import Places, same_places
from journeyaudit.comparison.side import View
from journeyaudit.comparison.trouble import (
    changed_appeals,
    changed_exceptions,
    changed_mistakes,
    same_mistakes,
)
from journeyaudit.comparison.verdicts import MistakeChange, changed_verdicts
from journeyaudit.comparison.win_win import WinWin, win_win
from journeyaudit.model.journey import Journey
from journeyaudit.model.names import fold
from journeyaudit.model.people import Actor, Channel
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.source.record import record

_JOURNEY = Kind("journey", JOURNEY, Weight.COURSE)
_PARTS = (
    (Kind("story", STORY, Weight.WORDS), "stories"),
    (Kind("practice", PRACTICE, Weight.WORDS), "practices"),
    (Kind("feedback point", FEEDBACK_POINT, Weight.WORDS), "feedback_points"),
)


@record
class JourneyChange:
    """A journey that at least one side has. ``matched`` says why two names are taken for one journey.

    ``changes`` are sorted by their weight. ``who_gains`` is None if only one side has the journey.
    """

    name: str
    before: JourneyOutcome | None
    after: JourneyOutcome | None
    matched: str = ""
    changes: tuple[Change, ...] = ()
    mistakes: tuple[MistakeChange, ...] = ()
    who_gains: WinWin | None = None


@record
class Same:
    """What is the same in two versions of a journey: places, mistakes, interrupts."""

    places: Places
    mistakes: Matches
    interrupts: Matches


def changed_journey(
    told: tuple[JourneyOutcome, JourneyOutcome], people: People, why: str
) -> tuple[JourneyChange, Same]:
    before, after = told
    same = same_things(before.case, after.case, people.actor_keys, people.channel_keys)
    old_view = View(
        before.service,
        before.journey,
        people.actor_keys,
        people.channel_keys,
        same.places.same,
        dict(same.mistakes.pairs),
        dict(same.interrupts.pairs),
    )
    views = Views(old_view, View(after.service, after.journey))
    changes = sorted(_changes(before, after, same, views), key=lambda one: one.weight)
    verdicts = changed_verdicts(before, after, same.mistakes)
    gains = win_win((before.service, before), (after.service, after), same.places.same, verdicts)
    name = after.journey.name
    return JourneyChange(name, before, after, why, tuple(changes), verdicts, gains), same


def same_things(
    before: Case,
    after: Case,
    actors: Mapping[str, str] | None = None,
    channels: Mapping[str, str] | None = None,
) -> Same:
    """Which things of two versions are the same, also under another name. ``actors`` and ``channels`` are
    their keys before -> after; where they are not given, a name stands for one and the same."""
    if actors is None:
        actors = _by_name(before.service.actors, after.service.actors)
    if channels is None:
        channels = _by_name(before.service.channels, after.service.channels)
    old_view = View(before.service, before.journey, actors, channels)
    views = Views(old_view, View(after.service, after.journey))
    interrupts = _same_interrupts(before.journey, after.journey, views)
    places = same_places(before.graph, after.graph, views)
    mistakes = same_mistakes(before.journey, after.journey, dict(places.same))
    return Same(places, mistakes, interrupts)


def _by_name(
    before: Mapping[str, Actor | Channel], after: Mapping[str, Actor | Channel]
) -> Mapping[str, str]:
    keys = {fold(each.name): key for key, each in after.items()}
    return {key: keys[fold(each.name)] for key, each in before.items() if fold(each.name) in keys}


_PLACELESS = {fact: INTERRUPT[fact] for fact in ("by", "on", "main_flow", "effort", "customer_cost")}
"""What can be compared of interrupts before it is known which places are the same."""


def _same_interrupts(before: Journey, after: Journey, views: Views) -> Matches:
    return matched(
        before.interrupts,
        after.interrupts,
        (lambda each: fold(each.name),),
        lambda one, other: likeness(one, other, _PLACELESS, views),
    )


def _changes(before: JourneyOutcome, after: JourneyOutcome, same: Same, views: Views) -> Iterator[Change]:
    old, new = before.journey, after.journey
    yield from renamed(_JOURNEY, old, new)
    yield from changed_facts(_JOURNEY, old, new, views)
    yield from changed_flow(before.graph, after.graph, same.places, same.interrupts, views)
    yield from changed_mistakes(old, new, same.mistakes, views)
    yield from changed_appeals(old, new, views)
    for kind, parts in _PARTS:
        yield from compared_parts(
            kind, getattr(old, parts), getattr(new, parts), views, lambda each: fold(each.name)
        )
    yield from changed_exceptions(old, new, views)
