"""A story, and the verdict on its mistake -> whether the journey passes it, and what fails by how much.

``docs/meaning.md``, section 10.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from journeyaudit.finding.story import Story
from journeyaudit.finding.words import clock
from journeyaudit.graph.journey_graph import JourneyGraph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import Minutes, Money
from journeyaudit.model.trouble import Mistake, RemedyKind
from journeyaudit.model.voice import StoryCase
from journeyaudit.source.record import record
from journeyaudit.verdicts.case import Case, Court
from journeyaudit.verdicts.judge import remedies_may_be_untold
from journeyaudit.verdicts.minutes import example_minute
from journeyaudit.verdicts.spans import Spans, both, holds, outside
from journeyaudit.verdicts.story import story_of
from journeyaudit.verdicts.story_court import Result, Wish
from journeyaudit.verdicts.story_hours import When, minutes_of
from journeyaudit.verdicts.story_says import excess_of_contacts, excess_of_cost, excess_of_time
from journeyaudit.verdicts.story_ways import Way, Ways, facts_between, ways_for
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import Judgement, MissingFact, Verdict


class Demand(StrEnum):
    """What a story asks for, by the words of the language."""

    RESULT = "must be"
    TIME = "within"
    CONTACTS = "contacts at most"
    COST = "costs at most"
    ALL = "all at once"
    """Each can be had, but not on one way."""


@record
class Failure:
    """A demand that is not met. ``text`` says by how much; ``minute`` of the week at which it is so."""

    demand: Demand
    text: str
    minute: int


@record
class StoryVerdict:
    """Whether a journey passes a story; ``passed`` None: it cannot be told without ``missing``.

    ``example`` is the minute of the week of clock 0 for which it is told, one at which it fails if there is
    any. ``result`` is what surely comes of it then (None: cannot be told). ``settled`` is the moment that
    counts for ``within`` and ``fixed`` the one at which it is done, both at the latest and in minutes after
    the latest noticing; ``contacts`` is how many it takes and ``cost`` what it costs the customer. They are
    None where nothing surely comes of it, or facts are missing. ``told`` is what happens.
    """

    story: StoryCase
    passed: bool | None
    failures: tuple[Failure, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    result: Result | None = None
    settled: Minutes | None = None
    fixed: Minutes | None = None
    contacts: int | None = None
    cost: Money | None = None
    example: int | None = None
    told: Story | None = None


def judge_stories(
    service: Service, journey: Journey, graph: JourneyGraph, verdicts: Iterable[Verdict]
) -> tuple[StoryVerdict, ...]:
    """One verdict per story of the journey, in source order."""
    court = Court(service, journey, graph)
    known = {verdict.mistake.number: verdict for verdict in verdicts}
    return tuple(_judged(court, story, known.get(_number(story))) for story in journey.stories)


def judge_story(
    service: Service, journey: Journey, graph: JourneyGraph, story: StoryCase, verdict: Verdict | None
) -> StoryVerdict:
    """One story only; ``verdict`` is that on its mistake, None if it names none."""
    return _judged(Court(service, journey, graph), story, verdict)


def _number(story: StoryCase) -> int:
    return -1 if story.mistake is None else story.mistake


def _judged(court: Court, story: StoryCase, verdict: Verdict | None) -> StoryVerdict:
    unsaid = tuple(_unsaid(story, verdict))
    if verdict is None or unsaid:
        return StoryVerdict(story, None, missing=unsaid)
    if remedies_may_be_untold(court, verdict.mistake):
        mistake = verdict.mistake
        untold = MissingFact("remedy", mistake.name, mistake.header or mistake.span)
        return StoryVerdict(story, None, missing=(untold,))
    return _Sitting(court, story, verdict).verdict()


def _unsaid(story: StoryCase, verdict: Verdict | None) -> Iterator[MissingFact]:
    if verdict is None:
        yield MissingFact("mistake", story.name, story.span)
    if not story.must_be:
        yield MissingFact("must be", story.name, story.span)


class _Sitting:
    """One story in both readings."""

    def __init__(self, court: Court, story: StoryCase, verdict: Verdict) -> None:
        self._court, self._story, self._verdict = court, story, verdict
        self._mistake: Mistake = verdict.mistake
        self._wish = Wish(story, Result(story.must_be), timed=True)
        self._kind = ways_for(court, self._mistake, self._wish, generous=True)
        self._harsh = ways_for(court, self._mistake, self._wish, generous=False)
        self._when: When = minutes_of(court, self._mistake, story.happens_at)

    def verdict(self) -> StoryVerdict:
        passed = self._passed()
        reading = self._kind if passed is False else self._harsh
        failures = tuple(self._failures()) if passed is False else ()
        example = failures[0].minute if failures else self._natural(outside(reading.passing))
        best, noticed = reading.best_at(example), reading.noticed.at(example).latest
        return StoryVerdict(
            story=self._story,
            passed=passed,
            failures=failures,
            missing=self._missing() if passed is None else (),
            result=None if passed is None else self._result(example, reading.generous),
            settled=best.settled_at(example) - noticed if best else None,
            fixed=best.fixed_at(example) - noticed if best else None,
            contacts=_contacts(best),
            cost=_cost(best),
            example=example,
            told=self._told(example, failures, passed),
        )

    def _passed(self) -> bool | None:
        minutes = self._when.minutes
        if not both(minutes, outside(self._harsh.passing)):
            return True
        failing = both(minutes, outside(self._kind.passing))
        sure_to_happen = not self._when.missing or failing == minutes
        return False if failing and sure_to_happen else None

    # --- what fails ---------------------------------------------------------------------------

    def _failures(self) -> Iterator[Failure]:
        ways = self._kind
        unsettled = self._at(outside(ways.sure))
        if unsettled:
            minute = self._natural(unsettled)
            yield Failure(Demand.RESULT, self._shortfall(minute), minute)
            return
        found = False
        for demand, met, say in (
            (Demand.TIME, ways.in_time, excess_of_time),
            (Demand.CONTACTS, ways.short, excess_of_contacts),
            (Demand.COST, ways.cheap, excess_of_cost),
        ):
            failing = self._at(outside(met))
            if failing:
                found = True
                minute = self._natural(failing)
                yield Failure(demand, say(ways, minute), minute)
        if not found:
            text = "no single way meets all that is asked for at once"
            yield Failure(Demand.ALL, text, self._natural(outside(ways.passing)))

    def _shortfall(self, minute: int) -> str:
        wanted, result = self._story.must_be, self._result(minute, generous=True)
        but = ", and nobody even answers" if result is Result.NOTHING else f", only {result.value}"
        if holds(self._kind.possible, minute):
            return f"whether it is {wanted} is a matter of luck"
        return f"it is not {wanted}" if wanted == Result.ANSWERED else f"it is not {wanted}{but}"

    def _at(self, minutes: Spans) -> Spans:
        return both(self._when.minutes, minutes)

    def _natural(self, failing: Spans) -> int:
        """A minute at which it fails, by day if the hour matters; else an ordinary one."""
        bad = self._at(failing)
        all_the_same = not bad or bad == self._when.minutes
        judgement = Judgement.GUARANTEED if all_the_same else Judgement.LUCK
        return example_minute(judgement, self._when.minutes, outside(bad), outside(bad))

    def _result(self, minute: int, generous: bool) -> Result:
        """The best that surely comes of it."""
        for result in (Result.CORRECTED, Result.COMPENSATED, Result.ANSWERED):
            wish = replace(self._wish, result=result, timed=False)
            story = replace(self._story, within=None)
            if holds(ways_for(self._court, self._mistake, replace(wish, story=story), generous).sure, minute):
                return result
        return Result.NOTHING

    # --- what is missing, what happens --------------------------------------------------------

    def _missing(self) -> tuple[MissingFact, ...]:
        facts = dict.fromkeys(facts_between(self._court, self._kind, self._harsh, self._when.minutes))
        facts.update(dict.fromkeys(self._when.missing))
        limit = self._story.costs_at_most
        if limit is not None and limit.amount is None:
            facts[MissingFact("costs at most", self._story.name, self._story.span)] = None
        return tuple(facts)

    def _told(self, minute: int, failures: tuple[Failure, ...], passed: bool | None) -> Story:
        case = Case(self._court, self._mistake, generous=True)
        trials: list[Trial] = [trial for way in self._kind.all for trial in way.trials]
        if self._wish.result is Result.COMPENSATED:
            trials = [trial for trial in trials if _compensates(trial)] or trials
        retold = replace(
            self._verdict,
            attempts=tuple(trial.told_at(minute, ()) for trial in trials),
            example=minute,
            noticed=case.noticed.at(minute),
            soft=None if case.soft is None else case.soft.at(minute),
            hard=None if case.hard is None else case.hard.at(minute),
        )
        moral = {True: "So the case is passed.", None: "How it ends cannot be told from what is written."}
        if failures:
            said = "; ".join(failure.text for failure in failures)
            moral[False] = f"On {clock(minute)}: {said}."
        return replace(story_of(self._court.service, self._court.journey, retold), moral=moral[passed])


def _compensates(trial: Trial) -> bool:
    return trial.remedy is not None and trial.remedy.kind is RemedyKind.COMPENSATES


def _contacts(best: Way | None) -> int | None:
    if best is None or any(each.missing for each in best.contacts):
        return None
    return max(each.known for each in best.contacts)


def _cost(best: Way | None) -> Money | None:
    if best is None or any(each.missing for each in best.costs):
        return None
    return max((each.known for each in best.costs), key=lambda money: money.amount or 0)


__all__ = ["Demand", "Failure", "Result", "StoryVerdict", "Ways", "judge_stories", "judge_story"]
