"""Turns an attempt and a minute of clock 0 into "sure" and "possible" (sections 4 and 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeyaudit.model.flow import Interrupt, MainFlow
from journeyaudit.model.people import Channel
from journeyaudit.model.quantities import INFINITE
from tests.reference.attempts import Hearing, customers_interrupts
from tests.reference.fixes import Case
from tests.reference.passing import Passing
from tests.reference.ways import Times

Rating = int
NEVER, SOMETIMES, ALWAYS = 0, 1, 2


def rate(fixed: Times, deadlines: list[Times]) -> Rating:
    """A fix that comes never is never in time, even where there is no limit."""
    if fixed[0] == INFINITE or any(fixed[0] > latest for _, latest in deadlines):
        return NEVER
    if fixed[1] < INFINITE and all(fixed[1] <= earliest for earliest, _ in deadlines):
        return ALWAYS
    return SOMETIMES


@dataclass(frozen=True)
class Clockwork(Passing):
    """One attempt at one minute of clock 0."""

    @property
    def sure(self) -> bool:
        return all(self.rating(hearing, sure=True) == ALWAYS for hearing in self.attempt.hearings)

    @property
    def possible(self) -> bool:
        return any(self.rating(hearing, sure=False) != NEVER for hearing in self.attempt.hearings)

    def rating(self, hearing: Hearing, sure: bool) -> Rating:
        """The best of: the fix itself, the report that pauses the main flow, the hold. ``sure`` asks
        what can be forced, else what may come about."""
        remedy, interrupt = self.attempt.remedy, self.attempt.interrupt
        deadlines = self.moments.deadlines(remedy, self.clock)
        if remedy is not None:
            ratings = [self.by_remedy(hearing, case, deadlines) for case in hearing.cases]
            return max(ratings, default=NEVER)
        fixed = self.fixed_in_flow(hearing, sure)
        if fixed is None:
            return NEVER
        if interrupt is None:
            return rate(fixed, deadlines)
        best = max([rate(fixed, deadlines), *self.by_pause(hearing.answerer, deadlines)])
        return min(best, self.entered_in_time(hearing, interrupt))

    def by_remedy(self, hearing: Hearing, case: Case, deadlines: list[Times]) -> Rating:
        first = self.first_person(hearing, case)
        fixed = self.fixed_by_people(first, case)
        best = max(
            [
                rate(fixed, deadlines),
                *self.by_pause(first, deadlines),
                *self.by_hold(first, case, deadlines),
            ]
        )
        return min(best, self.made_in_time(first))

    def made_in_time(self, first: str | None) -> Rating:
        """The own window of an appeal is the time to make it."""
        remedy = self.attempt.remedy
        if remedy is None or not remedy.appeal or remedy.window is None:
            return ALWAYS
        return rate(self.reported(first, None), [self.moments.point(remedy.window.point, self.clock)])

    def entered_in_time(self, hearing: Hearing, interrupt: Interrupt) -> Rating:
        """An interrupt can be started only while its stretch lasts."""
        if interrupt.ends is None:
            return ALWAYS
        end = self.moments.cutoff_moment(interrupt.ends, "begin", self.clock)
        return rate(self.reported(hearing.answerer, interrupt), [end])

    # pause and hold

    def by_pause(self, first: str | None, deadlines: list[Times]) -> Iterable[Rating]:
        """Where an interrupt makes the main flow stand still, the moment of the report counts."""
        for interrupt in self.pausing():
            until = list(deadlines)
            if interrupt.ends is not None:
                until.append(self.moments.cutoff_moment(interrupt.ends, "begin", self.clock))
            yield rate(self.reported(first, interrupt), until)

    def by_hold(self, first: str | None, case: Case, deadlines: list[Times]) -> Iterable[Rating]:
        """The first human in the chain may hold the main flow as soon as they hear of it."""
        place = self.first_human(case)
        if place is not None and self.may_hold(case.chain[place]):
            answered = self.answered(first, self.noticed(None))
            yield rate(self.heard(case.chain[: place + 1], answered), deadlines)

    def pausing(self) -> list[Interrupt]:
        """Those of the customer on the same channel, or on none in particular."""
        channel = self.attempt.channel
        return [
            interrupt
            for interrupt in customers_interrupts(self.moments)
            if self.moments.reading.holds(
                None if interrupt.main_flow is None else interrupt.main_flow is not MainFlow.CONTINUES
            )
            and (not interrupt.on or (isinstance(channel, Channel) and channel.key in interrupt.on))
        ]

    def first_human(self, case: Case) -> int | None:
        humans = (at for at, key in enumerate(case.chain) if self.moments.service.actors[key].human)
        return next(humans, None)

    def may_hold(self, key: str) -> bool:
        rights = self.moments.service.actors[key].rights or ()
        return any(right.act == "hold" and not right.approval_of for right in rights)
