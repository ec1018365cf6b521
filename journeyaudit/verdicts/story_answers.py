"""A mistake -> the ways to get somebody human to hear of it (``docs/meaning.md``, section 10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeyaudit.model.flow import Interrupt
from journeyaudit.model.trouble import Mistake, Remedy
from journeyaudit.verdicts.by_flow import calls
from journeyaudit.verdicts.by_remedy import is_reached_anyhow, lines_of
from journeyaudit.verdicts.case import Chance, tightest
from journeyaudit.verdicts.chain import ANYBODY
from journeyaudit.verdicts.contact import Line
from journeyaudit.verdicts.helper import answering
from journeyaudit.verdicts.spans import both
from journeyaudit.verdicts.story_court import Hearing, StoryCourt
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import Obstacle


def trials_of_answers(court: StoryCourt, mistake: Mistake, generous: bool) -> Iterator[Trial]:
    """On every channel of its remedies, then of the customer's interrupts, with everybody who may answer."""
    seen: set[tuple[str, str]] = set()
    for remedy in mistake.remedies:
        for line in () if remedy.self_service else lines_of(court, remedy):
            for first in (line.channel.answered_by if line.channel else ()) or (ANYBODY,):
                if not line.key or (line.key, first) not in seen:
                    seen.add((line.key, first))
                    case = court.case(mistake, generous)
                    if line.channel is None:
                        line = replace(line, reached=is_reached_anyhow(case, remedy))
                    yield _trial(case, line, first, remedy=remedy)
    for interrupt in court.customers_interrupts:
        for line, first in calls(court, interrupt):
            yield _trial(court.case(mistake, generous), line, first, interrupt=interrupt)


def _trial(
    case: Hearing,
    line: Line,
    first: str,
    remedy: Remedy | None = None,
    interrupt: Interrupt | None = None,
) -> Trial:
    chain = _way_to_a_human(case, line, first, remedy)
    begins = case.begin_of(interrupt) if interrupt else None
    ends = case.end_of(interrupt) if interrupt else None
    contacted = case.started(begins)
    answered = case.contact.answered(line, chain[0] if chain else first, contacted)
    heard = case.contact.passed_on(chain, answered)
    chance = Chance(heard, case.own_deadlines)
    report = Chance(answered if line.spoken else contacted, () if ends is None else (ends,))
    return Trial(
        remedy=None,
        step=None,
        interrupt=interrupt.number if interrupt else None,
        channel=line.key,
        first=first,
        chain=chain or ((first,) if first else ()),
        approvers=(),
        obstacles=() if chain else (Obstacle.NO_HUMAN,),
        contacted=contacted,
        answered=answered,
        fixed=heard,
        deadline=tightest(case.own_deadlines),
        always=both(chance.always, report.always),
        ever=both(chance.ever, report.ever),
        counted=(heard,),
        missing=tuple(case.doubt.missing),
        consulted=tuple(case.consulted),
    )


def _way_to_a_human(case: Hearing, line: Line, first: str, remedy: Remedy | None) -> tuple[str, ...]:
    people = case.court.people
    if first:
        return people.way_to_a_human(first, case.doubt)
    named = [one.key for one in answering(case.court.service, line.channel)] if line.channel else []
    if not named and remedy is not None:
        named = [key for key in remedy.by if key in case.court.service.actors]
    ways = [way for key in named if (way := people.way_to_a_human(key, case.doubt))]
    if not named and line.channel is not None:
        case.doubt.is_taken_for_granted("answered by", line.channel.name, line.channel.span)
    return min(ways, key=len, default=())
