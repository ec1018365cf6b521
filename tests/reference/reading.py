"""Turns what is not said into figures, for the customer or against them (section 2)."""

from __future__ import annotations

from dataclasses import dataclass

from journeyaudit.model.people import Actor
from journeyaudit.model.quantities import INFINITE, UNKNOWN, Duration, Minutes


@dataclass(frozen=True, slots=True)
class Length:
    """An interval of time whose two bounds are known."""

    low: Minutes
    high: Minutes
    working: bool = False


NO_TIME = Length(0, 0)


def _first(*bounds: Minutes | None) -> Minutes:
    return next(bound for bound in bounds if bound is not None)


def shortest(said: Duration) -> Length:
    return Length(_first(said.low, 0), _first(said.high, said.low, 0), said.working)


def longest(said: Duration) -> Length:
    return Length(_first(said.low, said.high, INFINITE), _first(said.high, INFINITE), said.working)


@dataclass(frozen=True, slots=True)
class Reading:
    """``generous`` reads every unknown fact in the customer's favour, else against them."""

    generous: bool

    def holds(self, fact: bool | None) -> bool:
        return self.generous if fact is None else fact

    def is_human(self, actor: Actor) -> bool:
        return self.holds(actor.human)

    def attempt(self, said: Duration | None) -> Length:
        """A stretch of time that the customer's attempt takes: short is good."""
        said = UNKNOWN if said is None else said
        return shortest(said) if self.generous else longest(said)

    def cutoff(self, said: Duration | None) -> Length:
        """A stretch of time until something is over: long is good."""
        said = UNKNOWN if said is None else said
        return longest(said) if self.generous else shortest(said)

    def at_most(self, said: Duration | None) -> Length:
        """``answers within: X`` and ``decides within: X``: a single figure means [0, X]."""
        if said is not None and said.low == said.high and said.low is not None:
            said = Duration(0, said.high, said.working)
        return self.attempt(said)
