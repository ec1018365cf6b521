"""Durations, money and moments of the model -> words; bare minutes are in ``finding.words``."""

from __future__ import annotations

from journeyaudit.finding.words import ENDLESS, count, duration, interval
from journeyaudit.model.quantities import Duration, Money

UNKNOWN_TIME = "an unknown time"


def duration_words(time: Duration) -> str:
    """How long something takes: "1 to 3 days", "2 working days", "at once", "an unknown time"."""
    low, high = time.low, time.high
    if low is None and high is None:
        return UNKNOWN_TIME
    if time.working:
        return _working_days(low, high)
    if low is None or high is None:
        return f"at most {duration(high)}" if high is not None else f"at least {duration(low or 0)}"
    if low == high == 0:
        return "at once"
    return interval(low, high, endless="for ever")


def within_words(time: Duration) -> str:
    """How long something takes at most, as one says behind "within": "10 working days"."""
    return duration_words(time).removeprefix("at most ")


def _working_days(low: float | None, high: float | None) -> str:
    if low == high and low is not None:
        return "for ever" if low == ENDLESS else count(int(low), "working day")
    if high is None or high == ENDLESS:
        return f"at least {count(int(low or 0), 'working day')}"
    if not low:
        return f"at most {count(int(high), 'working day')}"
    return f"{int(low)} to {int(high)} working days"


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
