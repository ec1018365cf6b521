"""The ways of a story and a minute of the week -> in words, by how much a demand is not met."""

from __future__ import annotations

from journeyaudit.finding.words import count, duration
from journeyaudit.model.quantities import Money
from journeyaudit.verdicts.spans import holds
from journeyaudit.verdicts.story_ways import Way, Ways


def excess_of_time(ways: Ways, minute: int) -> str:
    """The quickest way, and how much later it is than the story allows."""
    settled = min(way.settled_at(minute) for way in _helping(ways, minute))
    took = duration(settled - ways.noticed.at(minute).latest, at_once="no time")
    end = ways.limit.at(minute).earliest if ways.limit else settled
    if end == -float("inf") or settled <= end:
        return f"it takes {took}, which is too long"
    return f"it takes {took}, {duration(settled - end)} too long"


def excess_of_contacts(ways: Ways, minute: int) -> str:
    """The fewest contacts."""
    limit = ways.story.contacts_at_most or 0
    fewest = min(max(each.known for each in way.contacts) for way in _helping(ways, minute))
    return f"it takes {count(fewest, 'contact')} where {limit} would be right"


def excess_of_cost(ways: Ways, minute: int) -> str:
    """The cheapest way."""
    limit = ways.story.costs_at_most or Money(None)
    known = [
        max((each.known for each in way.costs), key=lambda money: money.amount or 0)
        for way in _helping(ways, minute)
    ]
    least = min(known, key=lambda money: money.amount or 0)
    return f"it costs the customer {_amount(least)} where {_amount(limit)} would be right"


def _amount(money: Money) -> str:
    if not money.amount:
        return "nothing"
    return "any amount" if money.amount.is_infinite() else f"{money.amount:f} {money.currency}".strip()


def _helping(ways: Ways, minute: int) -> list[Way]:
    return [way for way in ways.all if holds(way.sure, minute)]
