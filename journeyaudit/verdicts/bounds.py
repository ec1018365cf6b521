"""Intervals of time whose bounds are maps: earliest and latest, put together as one."""

from __future__ import annotations

from typing import NamedTuple

from journeyaudit.model.quantities import INFINITE, Duration, Minutes
from journeyaudit.verdicts.calendars import Calendar, opens, passing, work
from journeyaudit.verdicts.clock import TimeMap, earlier, later, then
from journeyaudit.verdicts.clock import at as value_at
from journeyaudit.verdicts.verdict import Interval


class Bounds(NamedTuple):
    """The earliest and the latest moment at which something is over, for each minute it may begin."""

    earliest: TimeMap
    latest: TimeMap

    def then(self, after: Bounds) -> Bounds:
        return Bounds(then(self.earliest, after.earliest), then(self.latest, after.latest))

    def at(self, minute: int) -> Interval:
        """In minutes after that minute of the week."""
        return Interval(value_at(self.earliest, minute) - minute, value_at(self.latest, minute) - minute)


AT_ONCE = Bounds(0, 0)
NEVER = Bounds(INFINITE, INFINITE)


def latest_of(one: Bounds, other: Bounds) -> Bounds:
    """When both are over."""
    return Bounds(later(one.earliest, other.earliest), later(one.latest, other.latest))


def any_of(one: Bounds, other: Bounds) -> Bounds:
    """When one of them is over, whichever it is."""
    return Bounds(earlier(one.earliest, other.earliest), later(one.latest, other.latest))


class Length(NamedTuple):
    """A duration whose unknown bounds have been read one way or the other (section 2)."""

    low: Minutes
    high: Minutes
    working: bool = False


def read(duration: Duration | None, short: bool) -> Length:
    """Unknown bounds taken as short, or as long, as what is known allows."""
    if duration is None:
        return Length(0, 0) if short else Length(INFINITE, INFINITE)
    low, high = duration.low, duration.high
    if short:
        low = 0 if low is None else low
        return Length(low, low if high is None else high, duration.working)
    high = INFINITE if high is None else high
    return Length(high if low is None else low, high, duration.working)


def within(duration: Duration | None, short: bool) -> Length:
    """The same for keys where a single figure means "at most"."""
    if duration is not None and duration.low == duration.high and duration.low not in (None, INFINITE):
        return Length(0, duration.low or 0, duration.working)
    return read(duration, short)


def elapse(length: Length) -> Bounds:
    """Time passes, by day and by night."""
    return Bounds(
        passing(length.low, length.working, upper=False), passing(length.high, length.working, upper=True)
    )


def labour(length: Length, calendar: Calendar) -> Bounds:
    """Work is done while the calendar is open; working days are counted without it."""
    if length.working:
        return elapse(length)
    return Bounds(work(calendar, length.low), work(calendar, length.high))


def wait_until_open(calendar: Calendar) -> Bounds:
    return Bounds(opens(calendar), opens(calendar))
