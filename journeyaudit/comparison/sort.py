"""The value of a field of the model -> what two sides are compared by, and its words.

``compared`` is None where nothing is said; otherwise two values are the same fact exactly if it is equal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from journeyaudit.comparison.side import View
from journeyaudit.comparison.words import quote_words, share_words, texts_words
from journeyaudit.finding.words import listed, quoted
from journeyaudit.model.flow import Owner
from journeyaudit.model.people import Right
from journeyaudit.model.quantities import AT_ONCE, INFINITE, Point
from journeyaudit.model.spoken import duration_words, hours_words, money_words, within_words
from journeyaudit.model.trouble import Cutoff, RemedyKind


class Sort(StrEnum):
    """What sort of value a field has."""

    TEXT = "text"
    PLAIN = "plain text"
    """Said without quotes, such as a date or a word."""
    TEXTS = "texts"
    NUMBER = "number"
    LENGTH = "length of time"
    WITHIN = "time at most"
    MONEY = "money"
    MONIES = "amounts of money"
    HOURS = "opening hours"
    FLAG = "flag"
    YES_NO = "yes or no"
    PEOPLE = "people"
    PERSON = "person"
    CHANNELS = "channels"
    NODE = "place"
    POINT = "moment"
    CUTOFF = "cut-off"
    MISTAKE = "mistake"
    MISTAKES = "mistakes"
    INTERRUPT = "interrupt"
    RIGHTS = "rights"
    TOOLS = "tools"


def compared(sort: Sort, value: Any, view: View) -> object:
    """None where nothing is said."""
    if value is None or (value in ((), "", False) and sort not in _SAYS_WHEN_EMPTY):
        return None
    translate = _COMPARED.get(sort)
    return value if translate is None else translate(value, view)


_SAYS_WHEN_EMPTY = (
    Sort.YES_NO,
    Sort.RIGHTS,
    Sort.TOOLS,
    Sort.NUMBER,
    Sort.NODE,
    Sort.MISTAKE,
    Sort.INTERRUPT,
)


def _point(point: Point, view: View) -> object:
    return (point.after, None if point.node is None else view.node(point.node))


def _cutoff(cutoff: Cutoff, view: View) -> object:
    return (*_known(_point(cutoff.point, view)), cutoff.because)


def _known(point: object) -> tuple[object, ...]:
    assert isinstance(point, tuple)
    return point


def _right(right: Right, view: View) -> object:
    asked = tuple(view.actor(key) for key in right.approval_of)
    return (right.act, right.limit, right.currency, asked, right.approval_above, right.only_if)


_COMPARED: Mapping[Sort, Callable[[Any, View], object]] = {
    Sort.PEOPLE: lambda keys, view: tuple(view.actor(key) for key in keys),
    Sort.PERSON: lambda key, view: view.actor(key),
    Sort.CHANNELS: lambda keys, view: tuple(view.channel(key) for key in keys),
    Sort.NODE: lambda number, view: view.node(number),
    Sort.POINT: _point,
    Sort.CUTOFF: _cutoff,
    Sort.MISTAKE: lambda number, view: view.mistake(number),
    Sort.MISTAKES: lambda numbers, view: tuple(view.mistake(number) for number in numbers),
    Sort.INTERRUPT: lambda number, view: view.interrupt(number),
    Sort.RIGHTS: lambda rights, view: tuple(_right(right, view) for right in rights),
}


def worded(sort: Sort, value: Any, view: View) -> str:
    """A value about which something is said, in words."""
    return _WORDED[sort](value, view)


def until_words(point: Point, view: View) -> str:
    """How long it holds: "until “X” begins", "for 2 h after the mistake", "without limit"."""
    if point.after is None:
        return "until a moment that is not named" if point.node is None else _until(point.node, view)
    if point.after.low == INFINITE:
        return "without limit"
    length = duration_words(point.after)
    if point.node is None:
        return f"for {length} after the mistake"
    return f"until {length} after {view.node_words(point.node)}"


def _until(node: int, view: View) -> str:
    return f"until {view.node_words(node)} begins"


def _cutoff_words(cutoff: Cutoff, view: View) -> str:
    because = f" (because: {quote_words(cutoff.because)})" if cutoff.because else ""
    return until_words(cutoff.point, view) + because


def _point_words(point: Point, view: View) -> str:
    if point.after is None:
        return "an unknown time" if point.node is None else f"the time before {view.node_words(point.node)}"
    length = within_words(point.after)
    return length if point.node is None else f"{length} after {view.node_words(point.node)}"


def right_words(right: Right, view: View) -> str:
    """What a role may: "refund up to 150 EUR, above 20 EUR with the approval of “Shift lead”"."""
    said = right.name or right.act
    if right.limit is not None:
        said += " without limit" if right.limit.is_infinite() else f" up to {_amount(right.limit, right)}"
    if right.approval_above is not None:
        said += f", above {_amount(right.approval_above, right)}"
    if right.approval_of:
        comma = "" if right.approval_above is not None else ","
        said += f"{comma} with the approval of {listed(view.people_words(right.approval_of))}"
    elif right.approval_above is not None:
        said += " with somebody's approval"
    return said + (f", only if {quote_words(right.only_if)}" if right.only_if else "")


def _amount(amount: Decimal, right: Right) -> str:
    return f"{amount:f} {right.currency}".strip()


def _rights_words(rights: tuple[Right, ...], view: View) -> str:
    return "; ".join(right_words(right, view) for right in rights) or "do nothing of that kind"


def _mistakes(numbers: tuple[int, ...], view: View) -> str:
    return listed([_mistake(number, view) for number in numbers])


def _mistake(number: int, view: View) -> str:
    return quoted(view.journey.mistakes[number].name) if view.journey else str(number)


def _interrupt(number: int, view: View) -> str:
    return quoted(view.journey.interrupts[number].name) if view.journey else str(number)


_OWNERS = {
    Owner.CUSTOMER: "the customer",
    Owner.ORGANISATION: "the organisation",
    Owner.NATURE: "chance",
}


def _plain(value: object, _: View) -> str:
    if isinstance(value, Owner):
        return _OWNERS[value]
    if value is RemedyKind.WORKAROUND:
        return "is a workaround"
    return value.isoformat() if isinstance(value, date) else str(value)


_WORDED: Mapping[Sort, Callable[[Any, View], str]] = {
    Sort.TEXT: lambda text, _: quote_words(text),
    Sort.PLAIN: _plain,
    Sort.TEXTS: lambda texts, _: texts_words(texts),
    Sort.NUMBER: lambda number, _: share_words(number),
    Sort.LENGTH: lambda length, _: "no time" if length == AT_ONCE else duration_words(length),
    Sort.WITHIN: lambda length, _: within_words(length),
    Sort.MONEY: lambda money, _: money_words(money),
    Sort.MONIES: lambda monies, _: listed([money_words(money) for money in monies]),
    Sort.HOURS: lambda hours, _: hours_words(hours),
    Sort.FLAG: lambda flag, _: "yes" if flag else "no",
    Sort.YES_NO: lambda flag, _: "yes" if flag else "no",
    Sort.PEOPLE: lambda keys, view: listed(view.people_words(keys)),
    Sort.PERSON: lambda key, view: listed(view.people_words((key,))),
    Sort.CHANNELS: lambda keys, view: listed(view.channel_words(keys)),
    Sort.NODE: lambda number, view: view.node_words(number),
    Sort.POINT: _point_words,
    Sort.CUTOFF: _cutoff_words,
    Sort.MISTAKE: _mistake,
    Sort.MISTAKES: _mistakes,
    Sort.INTERRUPT: _interrupt,
    Sort.RIGHTS: _rights_words,
    Sort.TOOLS: lambda tools, _: texts_words(tools) if tools else "nothing",
}
