"""Mistakes of a journey -> for each way to put them right, at which minutes of the week it works.

Decided by the trials from which the verdicts are made in both readings (``docs/meaning.md``, section 6).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from journeyaudit.drawing.wording import OBSTACLE_WORDS
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import WEEK
from journeyaudit.source import Span
from journeyaudit.verdicts.by_flow import trials_through_flow
from journeyaudit.verdicts.by_remedy import trials_of_remedies
from journeyaudit.verdicts.case import Court
from journeyaudit.verdicts.judge import remedies_may_be_untold
from journeyaudit.verdicts.spans import NEVER, WHOLE_WEEK, Spans, both, either, outside
from journeyaudit.verdicts.trial import Trial, minutes_possible, minutes_sure
from journeyaudit.verdicts.verdict import Attempt, MissingFact, Obstacle, Verdict

_WORD = re.compile(r"`([^`]*)`")


class Works(Enum):
    """What comes of a mistake made at some minute of the week."""

    SURE = "works"
    LUCK = "luck"
    OPEN = "not told"
    NEVER = "no"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes of the week from ``begin`` to before ``end`` with the same answer."""

    begin: int
    end: int
    works: Works


@dataclass(frozen=True, slots=True)
class Way:
    """A remedy on a channel, or a correcting step. ``why`` says what stands in the way, "" for nothing."""

    name: str
    where: str
    span: Span
    stretches: tuple[Stretch, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """One mistake. ``together`` is the best of all ways; at the minutes of ``closed`` clock 0 cannot fall."""

    verdict: Verdict
    ways: tuple[Way, ...]
    together: tuple[Stretch, ...]
    closed: Spans


def weeks(
    service: Service, journey: Journey, graph: JourneyGraph, verdicts: Iterable[Verdict]
) -> Iterator[Week]:
    """One for each verdict, in their order."""
    court = Court(service, journey, graph)
    for verdict in verdicts:
        yield _week(court, verdict)


def works_at(stretches: Iterable[Stretch], minute: int) -> Works:
    """The answer for one minute of the week."""
    return next(each.works for each in stretches if each.begin <= minute < each.end)


def _week(court: Court, verdict: Verdict) -> Week:
    generous, strict = _trials(court, verdict, True), _trials(court, verdict, False)
    node = court.journey.nodes[verdict.clock_node]
    calendar = court.moments.hours.of_node(node)
    closed = outside(calendar.spans) if calendar and calendar.spans else NEVER
    ways = []
    for choice in dict.fromkeys(trial.choice for trial in generous):
        kind = [trial for trial in generous if trial.choice == choice]
        harsh = [trial for trial in strict if trial.choice == choice]
        ways.append(_way(court, verdict, (*kind, *harsh), _stretches(kind, harsh)))
    together = _stretches(generous, strict)
    if remedies_may_be_untold(court, verdict.mistake):
        together = (Stretch(0, WEEK, Works.OPEN),)
    return Week(verdict, tuple(ways), together, closed)


def _trials(court: Court, verdict: Verdict, generous: bool) -> tuple[Trial, ...]:
    mistake = verdict.mistake
    return (*trials_of_remedies(court, mistake, generous), *trials_through_flow(court, mistake, generous))


def _stretches(generous: Sequence[Trial], strict: Sequence[Trial]) -> tuple[Stretch, ...]:
    """Where both readings agree, that is the answer; elsewhere the text leaves something out."""
    possible, harshly_possible = minutes_possible(generous), minutes_possible(strict)
    sure, harshly_sure = minutes_sure(generous), minutes_sure(strict)
    by_answer = {
        Works.SURE: both(sure, harshly_sure),
        Works.NEVER: both(outside(possible), outside(harshly_possible)),
        Works.LUCK: both(both(possible, outside(sure)), both(harshly_possible, outside(harshly_sure))),
    }
    told: Spans = NEVER
    for spans in by_answer.values():
        told = either(told, spans)
    by_answer[Works.OPEN] = both(WHOLE_WEEK, outside(told))
    found = [Stretch(begin, end, works) for works, spans in by_answer.items() for begin, end in spans]
    return tuple(sorted(found, key=lambda each: each.begin))


def _way(court: Court, verdict: Verdict, trials: Sequence[Trial], stretches: tuple[Stretch, ...]) -> Way:
    trial = trials[0]
    attempts = [each for each in verdict.attempts if _choice(each) == trial.choice]
    channels = court.service.channels
    where = channels[trial.channel].name if trial.channel in channels else ""
    if trial.remedy is not None:
        name, span = trial.remedy.name, trial.remedy.header or trial.remedy.span
    else:
        node = court.journey.nodes[trial.step or 0]
        name, span = node.title, node.header or node.span
    if trial.interrupt is not None:
        interrupt = court.journey.interrupts[trial.interrupt].name
        where = f"{interrupt}, {where}" if where else interrupt
    return Way(name, where, span, stretches, _why(attempts, trials, stretches))


def _choice(attempt: Attempt) -> tuple[object, ...]:
    return attempt.remedy, attempt.step, attempt.interrupt, attempt.channel


def _as_said(fact: MissingFact) -> str:
    return _WORD.sub("\u201c\\1\u201d", str(fact))


def _why(attempts: Sequence[Attempt], trials: Sequence[Trial], stretches: Sequence[Stretch]) -> str:
    """What stands in the way where it is not sure, as the reports say it."""
    answers = {each.works for each in stretches}
    if answers == {Works.SURE}:
        return ""
    if Works.OPEN in answers:
        facts = dict.fromkeys(fact for attempt in attempts for fact in attempt.missing)
        facts = facts or dict.fromkeys(fact for trial in trials for fact in trial.missing)
        return f"not said: {', '.join(map(_as_said, facts))}" if facts else ""
    obstacles = dict.fromkeys(each for attempt in attempts for each in attempt.obstacles)
    if Obstacle.NOT_A_CORRECTION in obstacles:
        return "makes up for it, corrects nothing"
    if answers != {Works.NEVER}:
        obstacles.pop(Obstacle.TOO_LATE, None)
    said = [OBSTACLE_WORDS[each] for each in obstacles]
    return ", ".join(said) or "in time at some hours only"
