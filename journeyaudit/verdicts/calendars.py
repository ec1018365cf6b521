"""Opening hours and durations -> maps of time: waiting for the doors, and working within them.

The four operations of ``docs/meaning.md``, section 3.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from journeyaudit.model.quantities import DAY, INFINITE, WEEK, Minutes, WeeklyHours
from journeyaudit.verdicts.clock import Piece, TimeMap, pieces
from journeyaudit.verdicts.spans import Spans, both

Calendar = WeeklyHours | None
"""None: always open."""

_FRIDAY_ENDS = 5 * DAY


def common(one: Calendar, other: Calendar) -> Calendar:
    """Open when both are open."""
    if one is None or other is None:
        return one or other
    return WeeklyHours(both(one.spans, other.spans))


def plus(minutes: Minutes) -> TimeMap:
    """So many minutes later, by day and by night."""
    return minutes


def opens(calendar: Calendar) -> TimeMap:
    """The first open minute from then on."""
    return work(calendar, 0)


def work(calendar: Calendar, minutes: Minutes) -> TimeMap:
    """The first moment by which so many open minutes have passed; infinite if that never comes."""
    if calendar is None or calendar.always or minutes == INFINITE:
        return minutes
    if not calendar.spans:
        return INFINITE
    return _opens(calendar.spans) if minutes == 0 else _work(calendar.spans, int(minutes))


@lru_cache(maxsize=1024)
def _opens(spans: Spans) -> TimeMap:
    found: list[Piece] = []
    closed_from = 0
    for start, end in spans:
        if closed_from < start:
            found.append((closed_from, start, False))
        found.append((start, start, True))
        closed_from = end
    if closed_from < WEEK:
        found.append((closed_from, spans[0][0] + WEEK, False))
    return pieces(found)


@lru_cache(maxsize=4096)
def _work(spans: Spans, minutes: int) -> TimeMap:
    shop = _Shop(spans)
    starts = {0, *(edge for span in spans for edge in span)}
    for _, _, worked in shop.shifts:
        # the first minute from which the work no longer fits before this closing
        starts.add(shop.minute_with((worked + 1 - minutes) % shop.total))
    found: list[Piece] = []
    for start in sorted(start for start in starts if start < WEEK):
        done = shop.worked_by(start) + minutes
        found.append((start, shop.when_worked(done), shop.open_at(start)))
    return pieces(found)


class _Shop:
    """Counts open minutes. ``shifts`` are (start, end, minutes worked in the week by the end)."""

    def __init__(self, spans: Spans) -> None:
        self.shifts: list[tuple[int, int, int]] = []
        self.total = 0
        for start, end in spans:
            self.total += end - start
            self.shifts.append((start, end, self.total))

    def open_at(self, minute: int) -> bool:
        return any(start <= minute < end for start, end, _ in self.shifts)

    def worked_by(self, minute: int) -> int:
        """Open minutes from Monday 00:00 to this minute of the week."""
        return sum(min(end, minute) - start for start, end, _ in self.shifts if start < minute)

    def minute_with(self, worked: int) -> int:
        """The open minute before which exactly so many (fewer than ``total``) are worked."""
        for _, end, by_end in self.shifts:
            if worked < by_end:
                return end - (by_end - worked)
        raise ValueError(f"{worked} minutes are more than a week of {self.total}")

    def when_worked(self, worked: int) -> int:
        """The first moment by which so many (at least 1) are worked."""
        weeks, rest = divmod(worked - 1, self.total)
        return self.minute_with(rest) + 1 + weeks * WEEK


@lru_cache(maxsize=256)
def _workdays(days: int) -> TimeMap:
    weeks, rest = divmod(days, 5)
    found: list[Piece] = []
    for weekday in range(5):
        over_weekend = 2 if weekday + rest > 4 else 0
        start = weekday * DAY
        found.append((start, start + (rest + over_weekend) * DAY + weeks * WEEK, True))
    found.append((_FRIDAY_ENDS, WEEK + rest * DAY + weeks * WEEK, False))
    return pieces(found)


def workdays(days: Minutes, helps: bool) -> TimeMap:
    """So many working days later; a fraction is rounded away from what helps (``helps``: down)."""
    if days == INFINITE:
        return INFINITE
    return _workdays(floor(days) if helps else ceil(days))


def passing(bound: Minutes, working: bool, upper: bool) -> TimeMap:
    """A lower or an ``upper`` bound of a duration without any opening hours."""
    return workdays(bound, not upper) if working else plus(bound)
