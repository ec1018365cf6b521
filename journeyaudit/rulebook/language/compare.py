"""Two values and a word such as "at least" -> yes, no or unknown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from journeyaudit.model.quantities import DAY, Money
from journeyaudit.rulebook.language.answer import Answer, truth, unknown
from journeyaudit.rulebook.language.values import Time, Value

_HOW: dict[str, Callable[[float, float], bool]] = {
    "at least": ge,
    "at most": le,
    "exactly": eq,
    "more than": gt,
    "less than": lt,
}


def compare(how: str, left: Value, right: Value) -> Answer:
    """Both are known and of the same sort. Times count with their high end, see ``at_edge``.

    Unknown when the text does not decide it: two currencies, or working days against plain time
    where it depends on the weekday.
    """
    test = _HOW[how]
    if isinstance(left, Time) and isinstance(right, Time):
        return _times(test, left, right)
    if isinstance(left, Money) and isinstance(right, Money):
        return _monies(test, left, right)
    if isinstance(left, float | int) and isinstance(right, float | int):
        return truth(test(float(left), float(right)))
    if isinstance(left, date) and isinstance(right, date):
        return truth(test(left.toordinal(), right.toordinal()))
    raise TypeError(f"{left!r} and {right!r} cannot be compared")


def _times(test: Callable[[float, float], bool], left: Time, right: Time) -> Answer:
    if left.working == right.working:
        return truth(test(left.high, right.high))
    ways = {
        test(first, second)
        for first in _as_minutes(left)
        for second in _as_minutes(right)
    }  # fmt: skip
    return truth(ways.pop()) if len(ways) == 1 else unknown()


def _as_minutes(time: Time) -> tuple[float, float]:
    high = Time(time.high, time.high, time.working).minutes()
    return high.low, high.high


def _monies(test: Callable[[float, float], bool], left: Money, right: Money) -> Answer:
    if left.amount is None or right.amount is None:
        return unknown()
    if left.currency != right.currency and Decimal(0) not in (left.amount, right.amount):
        return unknown()
    return truth(test(float(left.amount), float(right.amount)))


def age(day: date, today: date) -> Time:
    """How long ago a day is, in minutes; negative for days to come."""
    length = float((today - day).days * DAY)
    return Time(length, length)


def multiplied(value: Value, factor: Decimal) -> Value:
    """``3 times`` a number, a time or an amount of money."""
    if isinstance(value, Time):
        return Time(value.low * float(factor), value.high * float(factor), value.working)
    if isinstance(value, Money):
        amount = None if value.amount is None else value.amount * factor
        return Money(amount, value.currency, value.per)
    if isinstance(value, float | int):
        return float(value) * float(factor)
    raise TypeError(f"{value!r} cannot be multiplied")
