"""What may stand behind a colon: one record per type of value, exactly as far as it was written.

Times are minutes. ``None`` stands for *unknown*: the text says ``unknown`` or breaks off.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from journeyaudit.source import Span
from journeyaudit.source.record import record

INFINITE = float("inf")
Minutes: TypeAlias = int | float
"""Whole minutes, or ``INFINITE``."""


@record
class Text:
    """Free text; the lines of a text block are joined by line feeds."""

    text: str


@record
class Name:
    """A name as written (whitespace folded, quotes taken off) and the place it stands."""

    text: str
    span: Span


@record
class Names:
    names: tuple[Name, ...]


@record
class Word:
    """One word of a closed list, in its canonical English spelling (``as-is``, ``phone``)."""

    word: str


@record
class Duration:
    """An interval of time: ``1 to 3 days`` is [1440, 4320], ``at once`` is [0, 0].

    With ``working`` the figures are working days, not minutes. ``at most 3 days`` has low 0,
    ``at least 3 days`` has high ``INFINITE``; ``never`` is [INFINITE, INFINITE].
    """

    low: Minutes | None
    high: Minutes | None
    working: bool = False


UNKNOWN = Duration(None, None)
AT_ONCE = Duration(0, 0)


@record
class Moment:
    """A point in the journey: ``Deliver parcel``, ``2 hours``, ``14 days after Deliver parcel``.

    ``after`` without ``anchor`` counts from the mistake; ``anchor`` without ``after`` is the moment
    the named step begins. Both None is unknown; ``after`` = [INFINITE, INFINITE] is "no limit".
    """

    after: Duration | None = None
    anchor: Name | None = None


@record
class Money:
    """An amount; ``amount`` None is unknown, infinite ``no limit``; ``per`` is "" or e.g. ``case``."""

    amount: Decimal | None
    currency: str = ""
    per: str = ""


@record
class Monies:
    monies: tuple[Money, ...]


@record
class Number:
    """A bare number. ``unit`` is "", "%" (then ``value`` is 0..100) or "times"."""

    value: float | None
    unit: str = ""


@record
class Date:
    day: date


@record
class Hours:
    """Weekly opening hours: half-open spans of minutes since Monday 00:00, sorted and disjoint.

    ``named`` refers to a top-level ``hours`` block instead; None spans are unknown.
    """

    spans: tuple[tuple[int, int], ...] | None
    named: Name | None = None


Value: TypeAlias = Text | Name | Names | Word | Duration | Moment | Money | Monies | Number | Date | Hours
