"""Turns a mistake into its moments and two of its figures (sections 3 and 8)."""

from __future__ import annotations

from itertools import chain

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import INFINITE, Minutes, Point
from journeyaudit.model.trouble import Mistake
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
    return _cutoff(moments, moments.mistake.soft.point if moments.mistake.soft else None, clock)


def hard(moments: Moments, clock: int) -> Times | None:
    return _cutoff(moments, moments.hard, clock)


def _cutoff(moments: Moments, point: Point | None, clock: int) -> Times | None:
    return None if point is None else _since(clock, moments.point(point, clock))


def _since(clock: int, times: Times) -> Times:
    return times[0] - clock, times[1] - clock


def kafka_zone(service: Service, journey: Journey, mistake: Mistake) -> Times | None:
    """Hard minus soft, bound by bound, over all minutes of the week, the smaller one first. A bound at which
    both never come is left out; None where that is so of both bounds, where a cut-off is not stated, or where
    it depends on unknown facts."""
    kindly, unkindly = (moments_of(service, journey, mistake, generous) for generous in (True, False))
    zones: list[Times] = []
    for clock in kindly.minutes:
        first, last = soft(kindly, clock), hard(kindly, clock)
        if first is None or last is None or (first, last) != (soft(unkindly, clock), hard(unkindly, clock)):
            return None
        pairs = zip(first, last, strict=True)
        bounds = [late - early for early, late in pairs if not (early == late and abs(late) == INFINITE)]
        if not bounds:
            return None
        zones.append((bounds[0], bounds[-1]))
    least, greatest = min(low for low, _ in zones), max(high for _, high in zones)
    return min(least, greatest), max(least, greatest)


def decision_rank(service: Service, journey: Journey, mistake: Mistake) -> Minutes | None:
    """Among the remedies that are human fixes apart from time, whatever is unknown: the smallest number
    of humans, from the first one talks to up to the one who decides or the last approver."""
    moments = moments_of(service, journey, mistake, generous=False)
    ranks = []
    for attempt in by_remedies(moments):
        for case in chain.from_iterable(hearing.cases for hearing in attempt.hearings):
            humans = sum(bool(service.actors[key].human) for key in case.chain)
            ranks.append(humans + len(case.approvers))
    return min(ranks, default=None)
