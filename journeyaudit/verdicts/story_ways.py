"""The attempts of a story's customer -> the ways they can choose, and when in the week each will do.

``docs/meaning.md``, section 10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from journeyaudit.model.quantities import INFINITE, Minutes
from journeyaudit.model.trouble import Mistake
from journeyaudit.model.voice import StoryCase
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import Bounds
from journeyaudit.verdicts.case import Court
from journeyaudit.verdicts.moments import Moment
from journeyaudit.verdicts.spans import NEVER, WHOLE_WEEK, Spans, both, either, holds
from journeyaudit.verdicts.story_burden import Contacts, Cost, contacts_of, cost_of
from journeyaudit.verdicts.story_court import Hearing, StoryCourt, Wish, trials_for
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import MissingFact


@record
class Way:
    """One choice of the customer's, with everybody who may answer it.

    ``sure``: the minutes at which it brings about the result, ``in_time``: and that within the time of
    the story. ``contacts`` and ``costs`` are those of each of ``trials``.
    """

    trials: tuple[Trial, ...]
    sure: Spans
    in_time: Spans
    contacts: tuple[Contacts, ...]
    costs: tuple[Cost, ...]

    def is_short(self, story: StoryCase, generous: bool) -> bool:
        """In no more contacts than the story allows."""
        return all(one.at_most(story.contacts_at_most, generous) for one in self.contacts)

    def is_cheap(self, story: StoryCase, generous: bool) -> bool:
        """At no more cost than the story allows."""
        return all(one.at_most(story.costs_at_most, generous) for one in self.costs)

    def settled_at(self, minute: int) -> Minutes:
        """The latest moment that counts, in minutes after clock 0: the fix, or the report that makes the
        main flow stand still."""
        return max((_settled(trial, minute) for trial in self.trials), default=INFINITE)

    def fixed_at(self, minute: int) -> Minutes:
        """When it is done at the latest, in minutes after clock 0."""
        return max((trial.fixed.at(minute).latest for trial in self.trials), default=INFINITE)


def _settled(trial: Trial, minute: int) -> Minutes:
    if holds(trial.stopped, minute):
        return min(moment.at(minute).latest for moment in trial.counted)
    return trial.fixed.at(minute).latest


@record
class Ways:
    """All of them in one of the two readings."""

    story: StoryCase
    generous: bool
    all: tuple[Way, ...]
    noticed: Bounds
    limit: Bounds | None
    needed: tuple[MissingFact, ...] = ()
    """What is not said about the noticing and the time of the story."""

    @property
    def sure(self) -> Spans:
        return self._at_any(lambda way: way.sure)

    @property
    def possible(self) -> Spans:
        found: Spans = NEVER
        for way in self.all:
            for trial in way.trials:
                found = either(found, trial.possible)
        return found

    @property
    def in_time(self) -> Spans:
        return self._at_any(lambda way: way.in_time)

    @property
    def short(self) -> Spans:
        return self._at_any(lambda way: way.sure if way.is_short(self.story, self.generous) else NEVER)

    @property
    def cheap(self) -> Spans:
        return self._at_any(lambda way: way.sure if way.is_cheap(self.story, self.generous) else NEVER)

    @property
    def passing(self) -> Spans:
        """The minutes at which one way meets all demands at once."""
        return self._at_any(self.passing_by)

    def passing_by(self, way: Way) -> Spans:
        fits = way.is_short(self.story, self.generous) and way.is_cheap(self.story, self.generous)
        return way.in_time if fits else NEVER

    def best_at(self, minute: int) -> Way | None:
        """One that passes, else the quickest that brings about the result; None without any."""
        helping = [way for way in self.all if holds(way.sure, minute)]
        passing = [way for way in helping if holds(self.passing_by(way), minute)]
        return min(passing or helping, key=lambda way: way.settled_at(minute), default=None)

    def _at_any(self, spans_of: Callable[[Way], Spans]) -> Spans:
        found: Spans = NEVER
        for way in self.all:
            found = either(found, spans_of(way))
        return found


def ways_for(court: Court, mistake: Mistake, wish: Wish, generous: bool) -> Ways:
    """In source order; each trial of section 4 belongs to one choice."""
    free = trials_for(court, mistake, replace(wish, timed=False), generous)
    timed = free
    if wish.story.within is not None:
        timed = trials_for(court, mistake, replace(wish, timed=True), generous)
    chosen: dict[object, list[tuple[Trial, Trial]]] = {}
    for pair in zip(free, timed, strict=True):
        chosen.setdefault(pair[0].choice, []).append(pair)
    case = Hearing(StoryCourt(court, wish), mistake, generous)
    found = tuple(_way(court, pairs) for pairs in chosen.values())
    limit = case.limit()
    needed = dict.fromkeys(case.doubt.missing)
    needed.update(dict.fromkeys(_unknown_on_the_way(court, case.consulted)))
    return Ways(wish.story, generous, found, case.noticed, limit, tuple(needed))


def _way(court: Court, pairs: list[tuple[Trial, Trial]]) -> Way:
    trials = tuple(free for free, _ in pairs)
    return Way(
        trials,
        _with_all(free.sure for free, _ in pairs),
        _with_all(timed.sure for _, timed in pairs),
        tuple(contacts_of(court, trial) for trial in trials),
        tuple(cost_of(court, trial) for trial in trials),
    )


def _with_all(spans: Iterable[Spans]) -> Spans:
    found: Spans = WHOLE_WEEK
    for each in spans:
        found = both(found, each)
    return found


def facts_between(court: Court, kind: Ways, harsh: Ways, minutes: Spans) -> Iterator[MissingFact]:
    """The unknown facts because of which a way passes in the one reading and not in the other."""
    strict = {way.trials[0].choice: way for way in harsh.all}
    for way in kind.all:
        other = strict.get(way.trials[0].choice)
        if not both(minutes, kind.passing_by(way)):
            continue
        if other is None or both(minutes, way.in_time) != both(minutes, other.in_time):
            for trial in (*way.trials, *(other.trials if other else ())):
                yield from trial.missing
                yield from _unknown_on_the_way(court, trial.consulted)
            yield from kind.needed
        if not way.is_short(kind.story, generous=False):
            for contacts in way.contacts:
                yield from contacts.missing
        if not way.is_cheap(kind.story, generous=False):
            for cost in way.costs:
                yield from cost.missing


def _unknown_on_the_way(court: Court, moments: Iterable[Moment]) -> Iterator[MissingFact]:
    for moment in moments:
        for stretch in moment.ways:
            yield from court.moments.unknown_on(stretch)
