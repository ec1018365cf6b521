"""Turns moments into later moments, minute by minute (section 3).

A calendar is a string of 10,080 bytes, one per minute of the week: 1 is open. Moments are minutes
since some Monday 00:00 and may be negative or infinite.
"""

from __future__ import annotations

from functools import cache

from journeyaudit.model.quantities import DAY, INFINITE, WEEK, Minutes, WeeklyHours

Calendar = bytes
ROUND_THE_CLOCK: Calendar = bytes([1]) * WEEK
NEVER_OPEN: Calendar = bytes(WEEK)


@cache
def calendar(hours: WeeklyHours) -> Calendar:
    minutes = bytearray(WEEK)
    for start, end in hours.spans:
        for minute in range(start, end):
            minutes[minute] = 1
    return bytes(minutes)


@cache
def both(one: Calendar, other: Calendar) -> Calendar:
    return bytes(a & b for a, b in zip(one, other, strict=True))


def opens(open_at: Calendar, moment: Minutes) -> Minutes:
    """``open(C)(t)``: the first open minute at or after ``moment``."""
    if abs(moment) == INFINITE:
        return moment
    return moment + _until_open(open_at, int(moment) % WEEK)


@cache
def _until_open(open_at: Calendar, minute: int) -> Minutes:
    if not any(open_at):
        return INFINITE
    waited = 0
    while not open_at[(minute + waited) % WEEK]:
        waited += 1
    return waited


def work(open_at: Calendar, minutes: Minutes, moment: Minutes) -> Minutes:
    """``work(C, d)(t)``: the first moment by which ``minutes`` open minutes have passed."""
    start = opens(open_at, moment)
    if abs(start) == INFINITE:
        return start
    if minutes == INFINITE:
        return INFINITE
    return start + _until_worked(open_at, int(minutes), int(start) % WEEK)


@cache
def _until_worked(open_at: Calendar, minutes: int, minute: int) -> int:
    passed = 0
    while minutes > 0:
        minutes -= open_at[(minute + passed) % WEEK]
        passed += 1
    return passed


def workdays(days: Minutes, moment: Minutes) -> Minutes:
    """``workdays(n)(t)``: so many days forward, Saturdays and Sundays do not count."""
    if abs(moment) == INFINITE:
        return moment
    if days == INFINITE:
        return INFINITE
    moment = int(moment)
    moment += _until_a_weekday(moment % WEEK)
    for _ in range(int(days)):
        moment += DAY
        while is_weekend(moment):
            moment += DAY
    return moment


@cache
def _until_a_weekday(minute: int) -> int:
    waited = 0
    while is_weekend(minute + waited):
        waited += 1
    return waited


def is_weekend(moment: int) -> bool:
    return moment % WEEK >= 5 * DAY


def later(moment: Minutes, length: Minutes, working: bool) -> Minutes:
    """``plus(d)(t)``, or ``workdays(n)(t)`` where the length is in working days."""
    if length == INFINITE:
        return INFINITE
    return workdays(length, moment) if working else moment + length


def busy(open_at: Calendar, moment: Minutes, length: Minutes, working: bool) -> Minutes:
    """``work(C, d)(t)``, or ``workdays(n)(t)`` where the length is in working days."""
    return workdays(length, moment) if working else work(open_at, length, moment)
