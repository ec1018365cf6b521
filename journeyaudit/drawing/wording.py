"""Quantities and marks of the model -> the few words that stand in a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import DAY, INFINITE, Duration, Minutes, Money, WeeklyHours
from journeyaudit.model.spoken import hours_words
from journeyaudit.model.trouble import Cutoff
from journeyaudit.verdicts.verdict import Judgement, Obstacle

Unit: TypeAlias = Callable[[Minutes], tuple[Minutes, str]]

VERDICT_WORDS = {
    Judgement.GUARANTEED: "\u221a can be put right",
    Judgement.LUCK: "~ a matter of luck",
    Judgement.IMPOSSIBLE: "\u00d7 cannot be put right",
    Judgement.NOT_ASSESSABLE: "? cannot be told",
}

_RANGE_UNITS = ((365 * DAY, "year"), (DAY, "day"), (60, "hour"))
OBSTACLE_WORDS = {
    Obstacle.NO_HUMAN: "no human decides",
    Obstacle.MAY_NOT: "they may not",
    Obstacle.TOOLS_DO_NOT: "their tools cannot",
    Obstacle.TOO_LITTLE_AUTHORITY: "they have too little authority",
    Obstacle.OVER_THE_LIMIT: "over the limit",
    Obstacle.NO_APPROVAL: "nobody can approve it",
    Obstacle.NOT_REACHABLE: "they cannot be reached",
    Obstacle.TOO_LATE: "too late",
    Obstacle.NOT_WHOLE: "makes up for part of it only",
    Obstacle.BAD_ENDS_ONLY: "leads to bad ends only",
    Obstacle.NOT_FORCED: "others decide whether one gets there",
}
"""What stands in the way; that a remedy is no correction is said by its kind."""


def in_words(duration: Duration) -> str:
    """``1-3 days``, ``at most 20 min``, ``2 working days``, ``unknown time``."""
    low, high = duration.low, duration.high
    if duration.working:
        return _range(low, high, lambda days: (days, "working day"))
    if low is not None and high is not None and low != high and low > 0 and high != INFINITE:
        return _same_unit(low, high)
    return _range(low, high, _in_unit)


def percent(share: float) -> str:
    return f"{share:g} %"


def time_limit_in_words(cutoff: Cutoff | None, journey: Journey) -> str:
    """``until 14 days after Deliver parcel``, ``within 30 min``, ``without limit``; "" for the
    beginning of a step, which is drawn as a line."""
    if cutoff is None or cutoff.point.after is None:
        return ""
    after, node = cutoff.point.after, cutoff.point.node
    if after.low == INFINITE:
        return "without limit"
    if node is None:
        return f"within {in_words(after)}"
    return f"until {in_words(after)} after {journey.nodes[node].title}"


def actor_names(service: Service, keys: tuple[str, ...]) -> str:
    return ", ".join(service.actors[key].name if key in service.actors else key for key in keys)


def channel_names(service: Service, keys: tuple[str, ...]) -> str:
    return ", ".join(service.channels[key].name if key in service.channels else key for key in keys)


def who_and_where(service: Service, by: tuple[str, ...], on: tuple[str, ...]) -> str:
    """``Service agent on Hotline``, as far as it is said."""
    where = f"on {channel_names(service, on)}" if on else ""
    return " ".join(part for part in (actor_names(service, by), where) if part)


def _in_unit(minutes: Minutes) -> tuple[Minutes, str]:
    for size, unit in ((365 * DAY, "year"), (7 * DAY, "week"), (DAY, "day"), (60, "hour")):
        if minutes % size == 0 and minutes:
            return (minutes // size, unit)
    return (minutes, "min")


def _counted(amount: tuple[Minutes, str]) -> str:
    count, unit = amount
    return f"{count:g} {unit}" if count == 1 or unit == "min" else f"{count:g} {unit}s"


def _same_unit(low: Minutes, high: Minutes) -> str:
    size, unit = next(
        ((size, unit) for size, unit in _RANGE_UNITS if low % size == 0 == high % size),
        (1, "min"),
    )
    return f"{low // size:g}\u2013{_counted((high // size, unit))}"


def _range(low: Minutes | None, high: Minutes | None, unit: Unit) -> str:
    if low is None and high is None:
        return "unknown time"
    if low == high == 0:
        return "at once"
    if low == high == INFINITE:
        return "never"
    if high is None or high == INFINITE:
        return f"at least {_counted(unit(low or 0))}" if low else "any time"
    if low == high:
        return _counted(unit(high))
    if not low:
        return f"up to {_counted(unit(high))}"
    return f"{low:g}\u2013{_counted(unit(high))}"


def money_in_words(money: Money) -> str:
    """``49.90 EUR``, ``20 EUR per case``, ``any amount``, ``unknown amount``."""
    if money.amount is None:
        return "unknown amount"
    if money.amount.is_infinite():
        return "any amount"
    said = f"{money.amount:f} {money.currency}".strip()
    return f"{said} per {money.per}" if money.per else said


def hours_in_words(hours: WeeklyHours) -> str:
    """``Mon–Fri 08:00–18:00, Sat 09:00–13:00``, ``always``, ``never``."""
    return hours_words(hours, "\u2013")
