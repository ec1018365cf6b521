"""Minutes, moments and lists -> the words a reader would say: 1090 is "18 h 10 min"."""

from __future__ import annotations

from collections.abc import Sequence

_HOUR = 60
_DAY = 24 * _HOUR
_WEEK = 7 * _DAY
_YEAR = 365 * _DAY
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ENDLESS = float("inf")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def duration(minutes: float, *, at_once: str = "0 min", endless: str = "no limit") -> str:
    """A stretch of time in minutes, exactly: 4320 is "3 days", 1500 "1 day 1 h", -5 "minus 5 min".

    ``at_once`` and ``endless`` are said for 0 and for infinite.
    """
    if minutes in (ENDLESS, -ENDLESS):
        return endless if minutes > 0 else f"minus {endless}"
    whole = round(minutes)
    if whole == 0:
        return at_once
    if whole % _YEAR == 0:
        return ("" if whole > 0 else "minus ") + count(abs(whole) // _YEAR, "year")
    days, rest = divmod(abs(whole), _DAY)
    hours, left = divmod(rest, _HOUR)
    parts = (
        count(days, "day") if days else "",
        f"{hours} h" if hours else "",
        f"{left} min" if left else "",
    )
    said = " ".join(part for part in parts if part)
    return said if whole > 0 else f"minus {said}"


def interval(low: float, high: float, *, endless: str = "no limit") -> str:
    """Earliest and latest in minutes: "1 to 3 days", "at most 4 h", "at least 2 days", "18 h 10 min"."""
    if low == high:
        return duration(low, endless=endless)
    if high == ENDLESS:
        return "any length of time" if low == 0 else f"at least {duration(low)}"
    if low == 0:
        return f"at most {duration(high)}"
    for size, unit in ((_YEAR, " years"), (_DAY, " days"), (_HOUR, " h"), (1, " min")):
        shared = low % size == 0 and high % size == 0
        if shared and 0 < low < high and (high < size * 100 or size >= _DAY):
            return f"{round(low / size)} to {round(high / size)}{unit}"
    return f"{duration(low)} to {duration(high)}"


def roughly(low: float, high: float) -> str:
    """The same as one says it: from two days on in whole days, and then "about"."""
    if high == ENDLESS:
        return interval(low // _DAY * _DAY if low >= 2 * _DAY else low, high)
    if high < 2 * _DAY:
        return interval(low, high)
    near_low, near_high = _near(low), _near(high)
    about = "" if (near_low, near_high) == (low, high) else "about "
    if low <= 0:
        return f"at most {about}{duration(near_high)}"
    if near_low < _DAY:
        return f"{about}{duration(near_low)} to {duration(near_high)}"
    return f"{about}{interval(near_low, near_high)}"


def _near(minutes: float) -> float:
    size = _DAY if minutes >= _DAY else _HOUR
    return max(round(minutes / size), 1) * size


def clock(minute: float) -> str:
    """A moment in minutes since Monday 00:00, of this week or another one: 2040 is "Tue 10:00"."""
    return f"{weekday(minute)} {time_of_day(minute)}"


def clock_from(minute: float, first: float) -> str:
    """The same, seen from ``first``: "Mon 10:00 (a week later)" once the weekday alone misleads."""
    later = weeks_later(minute, first)
    return f"{clock(minute)} ({later})" if later else clock(minute)


def weekday(minute: float) -> str:
    """The day of the week of a moment: "Tue"."""
    return _WEEKDAYS[int(minute // _DAY) % 7]


def time_of_day(minute: float) -> str:
    """The time on the clock at a moment: "10:00"."""
    hour, left = divmod(int(minute) % _DAY, _HOUR)
    return f"{hour:02}:{left:02}"


def weeks_later(minute: float, first: float) -> str:
    """How many weeks lie between the days of two moments: "", "a week later", "2 weeks later"."""
    weeks = int(minute // _DAY - first // _DAY) // 7
    if weeks <= 0:
        return ""
    return "a week later" if weeks == 1 else f"{weeks} weeks later"


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 journey", "3 journeys"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def ordinal(number: int) -> str:
    """The place in a row: "first", "second", "11th"."""
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    if 1 <= number <= len(names):
        return names[number - 1]
    return f"{number}{'th' if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, 'th')}"


def listed(names: Sequence[str], word: str = "and") -> str:
    """Names as one says them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def quoted(name: str) -> str:
    """A name the way the reports quote it."""
    return f"“{name}”"
