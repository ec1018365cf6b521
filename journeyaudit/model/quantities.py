"""Times, money and opening hours as the model means them.

All times are minutes; a moment of the week is minutes since Monday 00:00 (0 <= t < ``WEEK``).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from journeyaudit.source.record import record

INFINITE = float("inf")
DAY = 24 * 60
WEEK = 7 * DAY
Minutes: TypeAlias = int | float
"""Whole minutes, or ``INFINITE``."""


@record
class Duration:
    """An interval [low, high] of elapsed minutes, or of working days when ``working``.

    A bound that is None is unknown: anything between the other bound (or 0) and for ever.
    """

    low: Minutes | None
    high: Minutes | None
    working: bool = False

    @property
    def known(self) -> bool:
        return self.low is not None and self.high is not None


UNKNOWN = Duration(None, None)
AT_ONCE = Duration(0, 0)


@record
class Money:
    """``amount`` None is unknown, infinite is "no limit"; ``per`` is "", ``case``, ``month`` ..."""

    amount: Decimal | None
    currency: str = ""
    per: str = ""


@record
class WeeklyHours:
    """Half-open spans of minutes of the week, sorted, disjoint, not touching; () is never open."""

    spans: tuple[tuple[int, int], ...]

    @property
    def always(self) -> bool:
        return self.spans == ((0, WEEK),)


ALWAYS = WeeklyHours(((0, WEEK),))


@record
class Point:
    """A moment in a journey, resolved.

    ``node`` alone: when that node begins. ``after`` alone: so long after the mistake (or after the
    ends of the stretch it belongs to). Both: so long after that node is finished. Neither: unknown.
    ``after`` infinite: no limit.
    """

    after: Duration | None = None
    node: int | None = None
