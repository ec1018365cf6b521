"""Two versions of one journey -> what changed in it, its verdicts before and after, and who gains."""

from __future__ import annotations

from collections.abc import Iterator

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
    services = (before.service, after.service)
    first = Views(
        View(services[0], before.journey, people.actor_keys, people.channel_keys),
        View(services[1], after.journey),
    )
    interrupts = _same_interrupts(before.journey, after.journey, first)
    places = same_places(before.graph, after.graph, first)
    mistakes = same_mistakes(before.journey, after.journey, dict(places.same))
    old_view = View(
        services[0],
        before.journey,
        people.actor_keys,
        people.channel_keys,
        places.same,
        dict(mistakes.pairs),
        dict(interrupts.pairs),
    )
    same = Same(places, mistakes, interrupts)
    changes = sorted(_changes(before, after, same, Views(old_view, first.after)), key=lambda one: one.weight)
    verdicts = changed_verdicts(before, after, mistakes)
    gains = win_win((services[0], before), (services[1], after), places.same, verdicts)
    name = after.journey.name
    return JourneyChange(name, before, after, why, tuple(changes), verdicts, gains), same


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
