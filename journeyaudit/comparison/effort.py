"""A journey and its verdicts -> what its usual way, and each cheapest remedy, cost both parties.

The definitions are in docs/reviews.md, “Who gains”.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import isfinite

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Node, NodeKind, Outcome
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import ActorKind
from journeyaudit.model.quantities import DAY, Duration, Money
from journeyaudit.model.trouble import Remedy
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Attempt, Verdict


class Quantity(StrEnum):
    TIME = "the customer's time"
    MONEY = "the customer's money"
    CONTACTS = "the customer's contacts"
    WORK = "the organisation's work"
    COST = "the organisation's cost"
    HAND_OFFS = "the organisation's hand-offs"

    @property
    def is_the_customers(self) -> bool:
        return self in (Quantity.TIME, Quantity.MONEY, Quantity.CONTACTS)

    @property
    def is_a_number(self) -> bool:
        """It counts something, and says neither how long that takes nor what it costs."""
        return self in (Quantity.CONTACTS, Quantity.HAND_OFFS)


@record
class Portion:
    """What one place or remedy adds: minutes, an amount or a number; ``figure`` None is not stated, and
    ``fact`` of ``name`` would say it. ``at`` is the place: its number, or the name of the remedy."""

    quantity: Quantity
    at: int | str
    name: str
    fact: str
    figure: float | None
    currency: str = ""


class Reader:
    """Reads the efforts of one journey."""

    def __init__(self, service: Service, journey: Journey) -> None:
        self._actors = service.actors
        self._journey = journey

    def of_places(self, places: tuple[int, ...]) -> Iterator[Portion]:
        for number in places:
            node = self._journey.nodes[number]
            if node.kind is NodeKind.STEP:
                yield from self._of_step(node)

    def _of_step(self, node: Node) -> Iterator[Portion]:
        at, name = node.number, node.title
        customer = any(self._is_customer(key) for key in node.by)
        if node.effort is not None:
            yield Portion(Quantity.TIME, at, name, "customer effort", _longest(node.effort))
        elif customer:
            yield Portion(Quantity.TIME, at, name, "takes", _longest(node.takes))
        if customer and node.on:
            yield Portion(Quantity.CONTACTS, at, name, "on", 1)
        if self._has_human(node.by):
            yield Portion(Quantity.WORK, at, name, "takes", _longest(node.takes))
        passed_on = sum(self._has_human((key,)) for key in node.hands_over_to)
        if passed_on:
            yield Portion(Quantity.HAND_OFFS, at, name, "hands over to", passed_on)
        for quantity, fact, money in (
            (Quantity.MONEY, "costs customer", node.customer_cost),
            (Quantity.COST, "cost", node.cost),
        ):
            if money is not None:
                yield Portion(quantity, at, name, fact, *_sum(money))

    def of_remedy(self, attempt: Attempt) -> Iterator[Portion]:
        remedy = attempt.remedy
        assert remedy is not None
        at = name = remedy.name
        yield Portion(Quantity.TIME, at, name, "customer effort", _longest(remedy.effort))
        yield Portion(Quantity.MONEY, at, name, "costs customer", *_sum(remedy.customer_cost))
        passed_on = max(len(attempt.chain) + len(attempt.approvers) - 1, 0)
        givers = (*attempt.chain, *attempt.approvers)[:-1]
        retold = sum(self._actors[key].context_passed is False for key in givers if key in self._actors)
        yield Portion(Quantity.CONTACTS, at, name, "on", 0 if remedy.self_service else 1 + retold)
        human = self._has_human((*attempt.chain, *attempt.approvers, *remedy.by))
        yield Portion(Quantity.WORK, at, name, "takes", _longest(remedy.takes) if human else 0)
        yield Portion(Quantity.HAND_OFFS, at, name, "escalates to", passed_on)
        yield Portion(Quantity.COST, at, name, "cost", *_sum(remedy.cost))

    def _is_customer(self, key: str) -> bool:
        known = self._actors.get(key)
        return key == self._journey.customer or (known is not None and known.kind is ActorKind.CUSTOMER)

    def _has_human(self, keys: tuple[str, ...]) -> bool:
        return any(key in self._actors and self._actors[key].human for key in keys)


def _longest(length: Duration | None) -> float | None:
    if length is None or length.high is None or not isfinite(length.high):
        return None
    return length.high * DAY if length.working else length.high


def _sum(money: Money | None) -> tuple[float | None, str]:
    if money is None or money.amount is None or not money.amount.is_finite():
        return None, ""
    return float(money.amount), money.currency if money.amount else ""


def good_ends(graph: JourneyGraph) -> tuple[int, ...]:
    """Good ends of the main flow that can be reached."""
    return tuple(
        node.number
        for node in graph.nodes
        if node.outcome is Outcome.GOOD and node.region is None and graph.is_reachable(node.number)
    )


def usual_way(graph: JourneyGraph, end: int) -> tuple[int, ...]:
    """The shortest way to an end; of parallel blocks on it the shortest way through every branch."""
    way = dict.fromkeys(graph.trail_to(end))
    waiting = list(way)
    for number in waiting:
        join = graph.nodes[number].match
        if graph.nodes[number].kind is NodeKind.FORK and join is not None:
            for branch in graph.successors[number]:
                if branch not in way:
                    found = _through(graph, branch, join)
                    waiting += [each for each in found if each not in way]
                    way |= dict.fromkeys(found)
    return tuple(way)


def _through(graph: JourneyGraph, branch: int, join: int) -> list[int]:
    came_from = {branch: -1}
    waiting = [branch]
    for number in waiting:
        if number == join:
            break
        for onward in graph.successors[number]:
            if onward not in came_from:
                came_from[onward] = number
                waiting.append(onward)
    way, at = [], join if join in came_from else -1
    while at >= 0:
        way.append(at)
        at = came_from[at]
    return way[::-1]


def cheapest(verdict: Verdict) -> Attempt | None:
    """The way with the cheapest remedy of any kind, as docs/meaning.md, section 8, counts; without prices
    the first that helps."""
    tried = [attempt for attempt in verdict.attempts if attempt.remedy is not None]
    priced = [
        (price, at) for at, attempt in enumerate(tried) if (price := _price(attempt.remedy)) is not None
    ]
    if priced:
        return tried[min(priced)[1]]
    return next((attempt for attempt in tried if attempt.human_fix), tried[0] if tried else None)


_PRICE_OF_AN_HOUR = 20


def _price(remedy: Remedy | None) -> float | None:
    if remedy is None:
        return None
    money, _ = _sum(remedy.customer_cost)
    effort = _longest(remedy.effort)
    return None if money is None and effort is None else (money or 0) + (effort or 0) / 60 * _PRICE_OF_AN_HOUR
