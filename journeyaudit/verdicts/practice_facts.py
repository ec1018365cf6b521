"""A fact that a practice needs, and what the text says -> does it hold: yes, no, or not said.

``docs/meaning.md``, section 11: "within" and costs are upper limits, authority and goodwill lower ones,
opening hours have to be covered, everything else has to be the same or among what is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from math import ceil
from typing import Any, TypeAlias

from journeyaudit.model.facts import Facts, weekly
from journeyaudit.model.names import act_named, fold
from journeyaudit.model.quantities import DAY, INFINITE, Duration, Money, WeeklyHours
from journeyaudit.syntax.tree import Fact
from journeyaudit.verdicts.spans import both

Holds: TypeAlias = bool | None


class Needed(Facts):
    """The facts of a condition, with what names mean where it is written: folded name -> key."""

    __slots__ = ("actors", "channels")

    def __init__(self, facts: Iterable[Fact], actors: Mapping[str, str], channels: Mapping[str, str]) -> None:
        super().__init__(facts)
        self.actors, self.channels = actors, channels


Check: TypeAlias = Callable[[Any, Needed, str], Holds]
"""(the actor, channel or step as it is, the facts that are needed, the key) -> does it hold?"""


def _same_word(field: str, it: Any, needed: Facts, key: str) -> Holds:
    stated = getattr(it, field)
    return None if stated is None else str(getattr(stated, "value", stated)) == needed.word(key)


def _same_text(field: str, it: Any, needed: Facts, key: str) -> Holds:
    stated = getattr(it, field)
    return fold(stated) == fold(needed.text(key)) if stated else None


def _yes_or_no(field: str, it: Any, needed: Facts, key: str) -> Holds:
    stated = getattr(it, field)
    return None if stated is None else stated is needed.yes_no(key)


def _flag(field: str, it: Any, needed: Facts, key: str) -> Holds:
    """What is not written does not hold."""
    del needed, key
    return bool(getattr(it, field))


def _among(field: str, kind: str, it: Any, needed: Needed, key: str) -> Holds:
    """A name means here what it means in the file of the practice."""
    stated = getattr(it, field)
    known: Mapping[str, str] = getattr(needed, kind)
    wanted = {known.get(fold(name.text), "") for name in needed.names(key)}
    return wanted <= set(stated) if stated else None


def _tools(it: Any, needed: Facts, key: str) -> Holds:
    if it.tools is None:
        return None
    return {act_named(name.text) for name in needed.names(key)} <= set(map(act_named, it.tools))


def _at_least(field: str, it: Any, needed: Facts, key: str) -> Holds:
    stated, least = getattr(it, field), needed.number(key)
    return None if stated is None or least is None else stated >= least


def _at_most(field: str, it: Any, needed: Facts, key: str) -> Holds:
    stated, most = getattr(it, field), needed.number(key)
    return None if stated is None or most is None else stated <= most


def _not_longer(field: str, it: Any, needed: Facts, key: str) -> Holds:
    stated, wanted = getattr(it, field), needed.duration(key)
    if stated is None or wanted is None or wanted.high is None:
        return None
    if stated.high is not None and _longest(stated) <= _shortest(wanted.high, wanted):
        return True
    return False if stated.low is not None and _is_surely_longer(stated, wanted) else None


def _is_surely_longer(stated: Duration, wanted: Duration) -> bool:
    """ "3 min" about an answer means at most 3 min, so its figure is what counts."""
    figure = stated.low if stated.high is None else stated.high
    if figure is None or wanted.high is None:
        return False
    if stated.working == wanted.working:
        return figure > wanted.high
    return _shortest(figure, stated) > _longest(wanted)


def _shortest(figure: float, length: Duration) -> float:
    """In minutes, counting a working day as a day."""
    return figure * DAY if length.working else figure


def _longest(length: Duration) -> float:
    """In minutes, with all weekends in between."""
    high = INFINITE if length.high is None else length.high
    return (high + 2 * ceil(high / 5)) * DAY if length.working and high < INFINITE else high


def _not_dearer(field: str, it: Any, needed: Facts, key: str) -> Holds:
    stated, wanted = getattr(it, field), needed.money(key)
    return None if stated is None or wanted is None else is_within(stated, wanted)


def is_within(small: Money, large: Money) -> Holds:
    if small.amount is None or large.amount is None:
        return None
    if small.amount == 0 or large.amount.is_infinite():
        return True
    if small.currency and large.currency and small.currency != large.currency:
        return None
    return small.amount <= large.amount


def _goodwill(it: Any, needed: Facts, key: str) -> Holds:
    """A budget for the same period of at least as much."""
    wanted = needed.money(key)
    same = [each for each in it.goodwill if wanted is not None and each.per == wanted.per]
    return is_within(wanted, same[0]) if same and wanted is not None else None


def _open(it: Any, needed: Facts, key: str) -> Holds:
    hours, stated = needed.hours(key), it.hours
    if stated is None or hours is None or hours.spans is None:
        return None
    wanted: WeeklyHours = weekly(hours.spans)
    return both(wanted.spans, stated.spans) == wanted.spans


CHECKS: Mapping[str, Mapping[str, Check]] = {
    "actor": {
        "kind": partial(_same_word, "kind"),
        "department": partial(_same_text, "department"),
        "authority": partial(_at_least, "authority"),
        "goodwill": _goodwill,
        "decides within": partial(_not_longer, "decides_within"),
        "reachable on": partial(_among, "reachable_on", "channels"),
        "escalates to": partial(_among, "escalates_to", "actors"),
        "hands over to": partial(_among, "hands_over_to", "actors"),
        "deputy": partial(_among, "deputy", "actors"),
        "tools": _tools,
        "open": _open,
        "context passed": partial(_yes_or_no, "context_passed"),
    },
    "channel": {
        "kind": partial(_same_word, "kind"),
        "run by": partial(_same_text, "run_by"),
        "answered by": partial(_among, "answered_by", "actors"),
        "answers within": partial(_not_longer, "answers_within"),
        "open": _open,
        "customer can reply": partial(_yes_or_no, "can_reply"),
        "login needed": partial(_yes_or_no, "login_needed"),
        "menu steps": partial(_at_most, "menu_steps"),
        "costs customer": partial(_not_dearer, "cost"),
    },
    "step": {
        "by": partial(_among, "by", "actors"),
        "together with": partial(_among, "together_with", "actors"),
        "on": partial(_among, "on", "channels"),
        "takes": partial(_not_longer, "takes"),
        "waiting time": partial(_not_longer, "waits"),
        "customer effort": partial(_not_longer, "effort"),
        "costs customer": partial(_not_dearer, "customer_cost"),
        "hands over to": partial(_among, "hands_over_to", "actors"),
        "human review": partial(_among, "human_review", "actors"),
        "feedback on": partial(_among, "feedback_on", "channels"),
        "context passed": partial(_yes_or_no, "context_passed"),
        "automated decision": partial(_flag, "automated"),
        "self-service": partial(_flag, "self_service"),
        "optional step": partial(_flag, "optional"),
    },
}
"""By block and key; the facts of the language that a condition may ask for."""
