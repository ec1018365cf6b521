"""The values of facts and how they compare: text, numbers, times, money, dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from math import ceil, inf
from typing import TypeAlias

from journeyaudit.finding.words import interval, listed
from journeyaudit.model.quantities import DAY, Duration, Money
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Interval, MissingFact


class Sort(StrEnum):
    """What sort of value a fact has, as a designer would say it."""

    TEXT = "text"
    WORDS = "list of texts"
    NUMBER = "number"
    PERCENT = "percentage"
    TIME = "length of time"
    MONEY = "amount of money"
    DATE = "date"


@record
class Time:
    """A length of time or a moment after the mistake, from ``low`` to ``high``: minutes, or working days."""

    low: float
    high: float
    working: bool = False

    def minutes(self) -> Time:
        """Working days as minutes: at least so many days, at most with all weekends in between."""
        if not self.working:
            return self
        return Time(self.low * DAY, (self.high + 2 * ceil(self.high / 5)) * DAY if self.high < inf else inf)

    def edge(self, word: str) -> Time:
        """The shortest or earliest, else the longest or latest."""
        at = self.low if word in ("shortest", "earliest") else self.high
        return Time(at, at, self.working)

    def __str__(self) -> str:
        if not self.working:
            return interval(self.low, self.high)
        figures = f"{self.low:g}" if self.low == self.high else f"{self.low:g} to {self.high:g}"
        return f"{figures} working day{'' if self.high == 1 else 's'}"


Value: TypeAlias = str | tuple[str, ...] | float | Time | Money | date


@record
class Reading:
    """What the text says about one thing: ``value``; or ``none``, there is none; or unknown.

    ``half`` is what is known of an unknown time: its bounds as far as they are stated. ``among`` are the
    values an unknown text can have, () for any.
    """

    value: Value | None = None
    none: bool = False
    missing: tuple[MissingFact, ...] = ()
    among: tuple[str, ...] = ()
    half: tuple[float | None, float | None, bool] | None = None

    @property
    def known(self) -> bool:
        return self.value is not None


NONE = Reading(none=True)


def of_duration(length: Duration, missing: MissingFact) -> Reading:
    """A length of time as the model has it; a bound that is not stated makes it unknown."""
    if length.low is None or length.high is None:
        return Reading(missing=(missing,), half=(length.low, length.high, length.working))
    return Reading(Time(float(length.low), float(length.high), length.working))


def of_interval(moments: Interval) -> Time:
    """Earliest and latest moment."""
    return Time(float(moments.earliest), float(moments.latest))


def at_edge(reading: Reading, edge: str) -> Reading:
    """One end of a time; it can be known although the other one is not."""
    if isinstance(reading.value, Time):
        return Reading(reading.value.edge(edge))
    if reading.half is not None:
        low, high, working = reading.half
        bound = low if edge in ("shortest", "earliest") else high
        if bound is not None:
            return Reading(Time(float(bound), float(bound), working))
    return reading


def said(value: Value) -> str:
    """A value in words, for a finding."""
    match value:
        case str():
            return value
        case tuple():
            return listed([f"“{each}”" for each in value])
        case Time():
            return str(value)
        case Money():
            return _money(value)
        case date():
            return value.isoformat()
        case _:
            return f"{value:.2f}".rstrip("0").rstrip(".")


def _money(money: Money) -> str:
    amount = money.amount or Decimal(0)
    whole = amount.is_infinite() or amount == amount.to_integral_value()
    figure = "no limit" if amount.is_infinite() else f"{amount:.0f}" if whole else f"{amount:.2f}"
    per = f" per {money.per}" if money.per else ""
    return f"{figure} {money.currency}".strip() + per
