"""One attempt -> how many contacts it takes the customer, and what it costs them.

``docs/meaning.md``, section 10. What is not said is left out of the figures and named.
"""

from __future__ import annotations

from decimal import Decimal

from journeyaudit.model.quantities import Money
from journeyaudit.source import Span
from journeyaudit.source.record import record
from journeyaudit.verdicts.case import Court
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import MissingFact

_ONCE = ("", "case", "call", "order")
"""What is charged per minute cannot be told without knowing how long it lasts."""


@record
class Contacts:
    """At least ``known``, and one more for each fact in ``missing`` at worst."""

    known: int
    missing: tuple[MissingFact, ...] = ()

    def at_most(self, limit: int | None, generous: bool) -> bool:
        return limit is None or self.known + (0 if generous else len(self.missing)) <= limit


@record
class Cost:
    """At least ``known``; with facts ``missing`` nobody knows how much more."""

    known: Money
    missing: tuple[MissingFact, ...] = ()

    def at_most(self, limit: Money | None, generous: bool) -> bool:
        if limit is None:
            return True
        if self.missing and not generous:
            return False
        if limit.amount is None or not _comparable(self.known, limit):
            return generous
        return (self.known.amount or 0) <= limit.amount


def contacts_of(court: Court, trial: Trial) -> Contacts:
    """One, and one more for everybody to whom the customer has to tell it again."""
    known, missing = 1, []
    for key in trial.chain[:-1]:
        giver = court.service.actors.get(key)
        if giver is not None and giver.context_passed is None:
            missing.append(MissingFact("context passed", giver.name, giver.span))
        elif giver is not None and not giver.context_passed:
            known += 1
    return Contacts(known, tuple(missing))


def cost_of(court: Court, trial: Trial) -> Cost:
    """What the remedy costs the customer, or the correcting step; with the interrupt and the channel."""
    bill = _Bill()
    if trial.remedy is not None:
        bill.add(trial.remedy.customer_cost, trial.remedy.name, trial.remedy.header)
    if trial.step is not None:
        step = court.journey.nodes[trial.step]
        bill.add(step.customer_cost, step.title, step.header or step.span)
    if trial.interrupt is not None:
        interrupt = court.journey.interrupts[trial.interrupt]
        if interrupt.customer_cost is not None:
            bill.add(interrupt.customer_cost, interrupt.name, interrupt.span)
    channel = court.service.channels.get(trial.channel)
    if channel is not None and channel.cost is not None:
        bill.add(channel.cost, channel.name, channel.span)
    return Cost(Money(bill.total, bill.currency), tuple(bill.missing))


class _Bill:
    """Adds up what is said about costs."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.currency = ""
        self.missing: list[MissingFact] = []

    def add(self, price: Money | None, of: str, where: Span) -> None:
        if price is not None and price.amount == 0:
            return
        clear = price is not None and price.amount is not None and price.per in _ONCE
        if price is None or not clear or not _comparable(price, Money(self.total, self.currency)):
            self.missing.append(MissingFact("costs customer", of, where))
            return
        self.total += price.amount or Decimal(0)
        self.currency = self.currency or price.currency


def _comparable(one: Money, other: Money) -> bool:
    """Amounts of two currencies are not; nothing is nothing in all of them."""
    if not one.amount or not other.amount:
        return True
    return not one.currency or not other.currency or one.currency == other.currency
