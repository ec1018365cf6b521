"""A correcting step -> each time one may pass it; only those after the mistake is noticed count.

``docs/meaning.md``, section 5: a fix by continuing the main flow begins after the noticing.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import Bounds
from journeyaudit.verdicts.case import Case, Chance
from journeyaudit.verdicts.clock import TimeMap, earlier, later, not_after, then
from journeyaudit.verdicts.moments import Moments
from journeyaudit.verdicts.pace import Since
from journeyaudit.verdicts.spans import NEVER, WHOLE_WEEK, Spans, both, either
from journeyaudit.verdicts.stretch import Ways

_MOST = 50
"""So often a step is passed again at most; then nothing new comes of it."""


@record
class Visit:
    """When the step begins this time, and how long it lasts."""

    begins: Bounds
    lasts: Bounds

    @property
    def done(self) -> Bounds:
        return self.begins.then(self.lasts)


def visits(case: Case, start: int, since: Since, step: int, entered: Bounds) -> tuple[Visit, ...]:
    """The first time, and the times after it that may come before the mistake is surely noticed."""
    found: list[Visit] = []
    moments, generous = case.court.moments, case.doubt.generous
    last = moments.between(start, since, step, Since.BEGUN, generous, Ways.LAST)
    latest = entered.then(last.bounds).latest
    for visit in _passed(moments, generous, start, since, step, entered):
        if found and not not_after(visit.begins.earliest, latest):
            break
        # a limited loop may have no rounds left: no visit begins later than the last one may
        found.append(Visit(Bounds(visit.begins.earliest, earlier(visit.begins.latest, latest)), visit.lasts))
        if len(found) > _MOST or not_after(case.noticed.latest, visit.begins.earliest) == WHOLE_WEEK:
            break
    return tuple(found)


def _passed(
    moments: Moments, short: bool, start: int, since: Since, step: int, entered: Bounds
) -> Iterator[Visit]:
    lasts = moments.pace(short).lasts(moments.ground.nodes[step])
    while True:
        begins = moments.between(start, since, step, Since.BEGUN, short, Ways.PLAYED)
        if not begins.at_all:
            return
        visit = Visit(entered.then(begins.bounds), lasts)
        yield visit
        start, since, entered = step, Since.DONE, visit.done


def minutes_ever(case: Case, passed: tuple[Visit, ...], deadlines: tuple[Bounds, ...]) -> Spans:
    """The minutes at which a visit may count and not be too late."""
    found: Spans = NEVER
    for visit in passed:
        earliest = _earliest_done(case, visit)
        in_time = Chance(Bounds(earliest, earliest), deadlines).ever
        found = either(found, both(in_time, minutes_it_may_count(case, visit)))
    return found


def minutes_it_may_count(case: Case, visit: Visit) -> Spans:
    return not_after(case.noticed.earliest, visit.begins.latest)


def minutes_it_counts(case: Case, visit: Visit) -> Spans:
    return not_after(case.noticed.latest, visit.begins.earliest)


def earliest_fix(case: Case, passed: tuple[Visit, ...]) -> TimeMap:
    """The earliest moment at which a visit that may count is over."""
    counting = next((one for one in passed if minutes_it_may_count(case, one)), passed[0])
    return _earliest_done(case, counting)


def _earliest_done(case: Case, visit: Visit) -> TimeMap:
    """When it is done if it begins as early as possible, but not before the noticing."""
    return then(later(visit.begins.earliest, case.noticed.earliest), visit.lasts.earliest)
