"""Turns an attempt and a minute of clock 0 into when somebody is reached and decides (section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from journeyaudit.model.flow import Interrupt
from journeyaudit.model.people import Channel
from journeyaudit.model.quantities import INFINITE, Duration
from journeyaudit.model.trouble import Remedy
from tests.reference.attempts import AtOnce, Attempt, Hearing
from tests.reference.clocks import NEVER_OPEN, ROUND_THE_CLOCK, Calendar, busy, calendar, opens
from tests.reference.fixes import Case
from tests.reference.moments import Moments
from tests.reference.reading import Length
from tests.reference.ways import Times


@dataclass(frozen=True)
class Call:
    """One attempt at one minute of clock 0."""

    moments: Moments
    attempt: Attempt
    clock: int

    # the report

    def noticed(self, interrupt: Interrupt | None) -> Times:
        """Not before the stretch of the interrupt used begins."""
        low, high = self.moments.noticed(self.clock)
        if interrupt is None or interrupt.begins is None:
            return low, high
        begin = self.moments.attempt_moment(interrupt.begins, "begin", self.clock)
        return max(low, begin[0]), max(high, begin[1])

    def answered(self, first: str | None, noticed: Times) -> Times:
        channel, answered = self.attempt.channel, noticed
        if isinstance(channel, AtOnce) and not channel.reached:
            return INFINITE, INFINITE
        if isinstance(channel, Channel):
            within = self.moments.reading.at_most(channel.answers_within)
            line = self.line(channel, first) if spoken(channel) else ROUND_THE_CLOCK
            answered = stretched(line, noticed, within)
        return opened(self.hours(first), answered)

    def first_person(self, hearing: Hearing, case: Case) -> str | None:
        """Nobody is stated to answer: then one of the remedy's own people."""
        return hearing.answerer or next(iter(case.chain), None)

    def line(self, channel: Channel, first: str | None) -> Calendar:
        if channel.hours is not None:
            return calendar(channel.hours)
        if first is not None and self.moments.service.actors[first].hours is not None:
            return self.hours(first)
        return ROUND_THE_CLOCK if self.moments.reading.generous else NEVER_OPEN

    def reported(self, first: str | None, interrupt: Interrupt) -> Times:
        """Written it counts when it is sent, spoken when it is answered."""
        sent = self.noticed(interrupt)
        written = isinstance(self.attempt.channel, Channel) and not spoken(self.attempt.channel)
        return sent if written else self.answered(first, sent)

    def hours(self, key: str | None) -> Calendar:
        hours = None if key is None else self.moments.service.actors[key].hours
        return ROUND_THE_CLOCK if hours is None else calendar(hours)

    # fixed by people

    def fixed_by_people(self, first: str | None, case: Case) -> Times:
        remedy = self.attempt.remedy
        assert remedy is not None
        at = self.heard(case.chain, self.answered(first, self.noticed(None)))
        decider = case.chain[-1] if remedy.by else None
        at = self.decided(at, remedy, decider)
        for key in case.approvers:
            at = opened(self.hours(key), at)
            within = self.moments.reading.at_most(self.moments.service.actors[key].decides_within)
            at = stretched(self.hours(key), at, within)
        return at

    def heard(self, chain: tuple[str, ...], answered: Times) -> Times:
        for key in chain[1:]:
            answered = opened(self.hours(key), answered)
        return answered

    def decided(self, at: Times, remedy: Remedy, decider: str | None) -> Times:
        reading = self.moments.reading
        hours = ROUND_THE_CLOCK if decider is None else self.hours(decider)
        if remedy.appeal:
            return stretched(hours, at, reading.at_most(remedy.answers_within))
        within: Duration | None = None
        if decider is not None:
            within = self.moments.service.actors[decider].decides_within
        if within is None and remedy.takes is None:
            return stretched(hours, at, reading.attempt(None))
        if within is not None:
            at = stretched(hours, at, reading.at_most(within))
        if remedy.takes is not None:
            at = stretched(hours, at, reading.attempt(remedy.takes))
        return at


def spoken(channel: Channel) -> bool:
    return channel.kind is None or channel.kind.spoken


def stretched(hours: Calendar, at: Times, length: Length) -> Times:
    return busy(hours, at[0], length.low, length.working), busy(hours, at[1], length.high, length.working)


def opened(hours: Calendar, at: Times) -> Times:
    return opens(hours, at[0]), opens(hours, at[1])
