"""Durations, money and opening hours -> the words in which reports and comparisons tell them.

Bare minutes and moments are in ``finding.words``; the short words of pictures in ``drawing.wording``.
"""

from __future__ import annotations

from journeyaudit.finding.words import ENDLESS, count, interval, time_of_day, weekday
from journeyaudit.model.quantities import DAY, Duration, Money, WeeklyHours


def duration_words(time: Duration) -> str:
    """How long something takes: "1 to 3 days", "2 working days", "at once", "an unknown time"."""
    low, high = time.low, time.high
    if high is None:
        return f"at least {_figure(low, time.working)}" if low else "an unknown time"
    if low == high or high == 0:
        return _figure(high, time.working)
    if low is None:
        return f"at most {_figure(high, time.working)}"
    if not time.working:
        return interval(low, high)
    if high == ENDLESS:
        return f"at least {_figure(low, True)}"
    return f"{int(low)} to {_figure(high, True)}" if low else f"at most {_figure(high, True)}"


def within_words(time: Duration) -> str:
    """How long something takes at most, as one says it behind "within": "10 working days"."""
    return duration_words(time).removeprefix("at most ")


def _figure(amount: float, working: bool) -> str:
    if amount == ENDLESS:
        return "for ever"
    if amount == 0:
        return "at once"
    return count(int(amount), "working day") if working else interval(amount, amount)


def money_words(money: Money) -> str:
    """An amount: "49.90 EUR", "20 EUR per case", "nothing", "no limit", "an unknown amount"."""
    if money.amount is None:
        return "an unknown amount"
    if money.amount.is_infinite():
        return "no limit"
    if not money.amount:
        return "nothing"
    said = f"{money.amount:f} {money.currency}".strip()
    return f"{said} per {money.per}" if money.per else said


def hours_words(hours: WeeklyHours, dash: str = "-") -> str:
    """Opening hours: "Mon-Fri 08:00-18:00, Sat 09:00-13:00", "always", "never"."""
    if hours.always:
        return "always"
    days: dict[str, list[int]] = {}
    for day in range(7):
        midnight = day * DAY
        spans = [(max(begin - midnight, 0), min(end - midnight, DAY)) for begin, end in hours.spans]
        said = [f"{_on_clock(begin)}{dash}{_on_clock(end)}" for begin, end in spans if begin < end]
        if said:
            days.setdefault(" and ".join(said), []).append(day)
    return ", ".join(f"{_days(found, dash)} {said}" for said, found in days.items()) or "never"


def _days(days: list[int], dash: str) -> str:
    names = [weekday(day * DAY) for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]}{dash}{names[-1]}"
    return ", ".join(names)


def _on_clock(minute: int) -> str:
    return "24:00" if minute == DAY else time_of_day(minute)
