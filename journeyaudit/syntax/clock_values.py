"""Tokens -> dates and weekly opening hours."""

from __future__ import annotations

import re
from datetime import date

from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.names import name_of
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.schema import Shape
from journeyaudit.syntax.value_words import DAYS, EXAMPLES
from journeyaudit.syntax.values import Date, Hours
from journeyaudit.syntax.vocabulary import Vocabulary, fold

_DAY = 24 * 60
_CLOCK = re.compile(r"^\d|\d:\d\d")
_WEEK = 7 * _DAY
_Span = tuple[int, int]


def day(token: Token) -> Date | Refusal:
    """`2026-12-31` or `31.12.2026`."""
    parts = [int(part) for part in token.text.replace("-", ".").split(".")]
    year, month, number = parts if "-" in token.text else parts[::-1]
    try:
        return Date(date(year, month, number))
    except ValueError:
        return Refusal(f"there is no day “{token.text}”", "write an existing day such as “2026-12-31”")


def hours(tokens: list[Token], words: Vocabulary, file: str) -> Hours | Refusal:
    """`Mon-Fri 08:00-18:00, Sat 09:00-13:00`, `always`, `never`, `unknown`, the name of a block."""
    match tokens[0].type:
        case "ALWAYS":
            return Hours(((0, _WEEK),))
        case "NEVER":
            return Hours(())
        case "UNKNOWN":
            return Hours(None)
        case "REF" if _CLOCK.search(tokens[0].text):
            title = f"{quoted(tokens[0].text)} cannot be read as opening hours"
            return Refusal(
                title, f"write them like this: “{EXAMPLES[Shape.HOURS][words.language == 'de'][0]}”"
            )
        case "REF" | "QUOTED":
            return Hours(None, name_of(tokens[0], file))
        case _:
            return _week(_openings(tokens), words)


def _openings(tokens: list[Token]) -> list[list[Token]]:
    openings: list[list[Token]] = [[]]
    for token in tokens:
        if token.type in ("COMMA", "AND"):
            openings.append([])
        else:
            openings[-1].append(token)
    return openings


def _week(openings: list[list[Token]], words: Vocabulary) -> Hours | Refusal:
    """A part without days means the days of the part before it, at the beginning every day."""
    timed = any(token.type == "CLOCK" for opening in openings for token in opening)
    days: list[int] = list(range(7))
    spans: list[_Span] = []
    for opening in openings:
        named = [words.value_words["DAY", fold(t.text)] for t in opening if t.type == "DAY"]
        days = _days(named) if named else days
        clocks = [token for token in opening if token.type == "CLOCK"]
        if timed and not clocks:
            return _days_without_times(opening)
        times = _times(clocks) if clocks else (0, _DAY)
        if isinstance(times, Refusal):
            return times
        spans += [(number * _DAY + times[0], number * _DAY + times[1]) for number in days]
    return Hours(_disjoint(spans))


def _days_without_times(opening: list[Token]) -> Refusal:
    title = "it is not clear at which times: these days have none, others in the line have"
    repair = "write the times behind every day: “Mon 08:00-12:00, Wed 08:00-12:00”"
    return Refusal(title, repair, opening[0].start, opening[-1].end)


def _days(named: list[str]) -> list[int]:
    """The days from the first to the last one, over the week's end if need be."""
    first, last = DAYS.index(named[0]), DAYS.index(named[-1])
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _times(clocks: list[Token]) -> _Span | Refusal:
    """Minutes of a day; a time that ends before it begins ends on the next day."""
    minutes = []
    for clock in clocks:
        hour, minute = (int(part) for part in clock.text.split(":"))
        is_midnight = hour == 24 and minute == 0 and clock is clocks[-1]
        if minute > 59 or (hour > 23 and not is_midnight):
            return Refusal(
                f"there is no time “{clock.text}”", "write a time from 00:00 to 24:00", clock.start, clock.end
            )
        minutes.append(hour * 60 + minute)
    begin, end = minutes
    if begin == end:
        title = "these hours end when they begin"
        return Refusal(title, "write 00:00-24:00 for the whole day", clocks[0].start, clocks[1].end)
    return begin, end if begin < end else end + _DAY


def _disjoint(spans: list[_Span]) -> tuple[_Span, ...]:
    """Sorted and merged; what runs over Sunday's end goes on on Monday."""
    cut = [piece for begin, end in spans for piece in _pieces(begin, end)]
    merged: list[_Span] = []
    for begin, end in sorted(cut):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)


def _pieces(begin: int, end: int) -> list[_Span]:
    return [(begin, end)] if end <= _WEEK else [(begin, _WEEK), (0, end - _WEEK)]
