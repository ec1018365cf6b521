"""A story -> its lines with aligned clock times, as a customer would tell it."""

from __future__ import annotations

from journeyaudit.finding import Moment, Story
from journeyaudit.finding.words import clock, time_of_day, weekday, weeks_later
from journeyaudit.reports.columns import wrapped
from journeyaudit.reports.style import Style

MEANWHILE = "(meanwhile)"
_COLUMN = len("Tue 10:00")


def story_lines(story: Story, room: int, style: Style) -> list[str]:
    """The lines of a story in at most ``room`` columns; weekdays stand where the day changes."""
    lines: list[str] = []
    first: int | None = None
    today: int | None = None
    for moment in story.moments:
        stamp, later = "", ""
        if moment.minute is not None:
            first = moment.minute if first is None else first
            stamp, later = _stamp(moment.minute, first, today)
            today = _day(moment.minute)
        lines.extend(_told(moment, stamp, later, room, style))
    lines.extend(wrapped(story.moral, room) if story.moral else ())
    return lines


def _stamp(minute: int, first: int, today: int | None) -> tuple[str, str]:
    if _day(minute) == today:
        return time_of_day(minute), ""
    later = weeks_later(minute, first)
    return clock(minute), f"({later})" if later else ""


def _day(minute: int) -> int:
    return minute // (24 * 60)


def _told(moment: Moment, stamp: str, later: str, room: int, style: Style) -> list[str]:
    marks = (later, MEANWHILE if moment.aside else "", moment.text)
    text = " ".join(mark for mark in marks if mark)
    blank = " " * (_COLUMN + 2)
    said = [style.paint("aside", line) if moment.aside else line for line in wrapped(text, room - len(blank))]
    begin = style.paint("clock", f"{stamp:>{_COLUMN}}") if stamp else " " * _COLUMN
    return [f"{begin}  {said[0]}", *(blank + line for line in said[1:])]


def day_of(story: Story) -> str:
    """The weekday on which a story begins, "" for one without clock times."""
    timed = (moment.minute for moment in story.moments if moment.minute is not None)
    first = next(timed, None)
    return "" if first is None else weekday(first)
