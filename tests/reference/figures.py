"""Turns a mistake into its moments and figures (sections 3 and 8), read in the customer's favour."""

from __future__ import annotations

from itertools import chain

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import INFINITE
from journeyaudit.model.trouble import Cutoff, Mistake
from tests.reference.attempts import by_remedies
from tests.reference.brute import telling_minutes
from tests.reference.moments import Moments
from tests.reference.reading import Reading
from tests.reference.ways import Times


def moments_of(service: Service, journey: Journey, mistake: Mistake, generous: bool = True) -> Moments:
    return Moments(service, journey, mistake, Reading(generous), telling_minutes(service, journey))


def noticed(moments: Moments, clock: int) -> Times:
    """In minutes after clock 0, as all that follow."""
    return _since(clock, moments.noticed(clock))


def soft(moments: Moments, clock: int) -> Times | None:
    said: Cutoff | None = moments.mistake.soft
    return None if said is None else _since(clock, moments.point(said.point, clock))


def hard(moments: Moments, clock: int) -> Times | None:
    return None if moments.hard is None else _since(clock, moments.point(moments.hard, clock))


def _since(clock: int, times: Times) -> Times:
    return times[0] - clock, times[1] - clock


def kafka_zone(moments: Moments) -> Times | None:
    """Hard minus soft, bound by bound, over all minutes of the week at which clock 0 may fall."""
    open_at = moments.quick_world.calendar(moments.journey.nodes[moments.clock_node])
    zones: list[Times] = []
    for clock in moments.minutes:
        first, last = soft(moments, clock), hard(moments, clock)
        if first is None or last is None or INFINITE in map(abs, (*first, *last)):
            return None
        if open_at[clock]:
            zones.append((last[0] - first[0], last[1] - first[1]))
    return (min(low for low, _ in zones), max(high for _, high in zones)) if zones else None


def decision_rank(moments: Moments) -> int | None:
    """Among attempts that are human fixes apart from time: the smallest number of humans, from the
    first one talks to up to the one who decides or the last approver; remedies only."""
    ranks = []
    for attempt in by_remedies(moments):
        for case in chain.from_iterable(hearing.cases for hearing in attempt.hearings):
            humans = sum(moments.reading.is_human(moments.service.actors[key]) for key in case.chain)
            if attempt.remedy is not None and attempt.remedy.by:
                ranks.append(humans + len(case.approvers))
    return min(ranks, default=None)
