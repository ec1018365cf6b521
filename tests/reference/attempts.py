"""Turns one attempt and one minute of clock 0 into "sure" and "possible" (sections 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeyaudit.model.flow import Interrupt, MainFlow, Move, Node, NodeKind, Owner
from journeyaudit.model.people import ActorKind, Channel
from journeyaudit.model.quantities import INFINITE, Duration
from journeyaudit.model.trouble import Cutoff, Remedy
from tests.reference.clocks import NEVER_OPEN, ROUND_THE_CLOCK, Calendar, busy, calendar, opens
from tests.reference.fixes import Case, People, corrects, leading_on, restores, task_of
from tests.reference.moments import Moments
from tests.reference.reading import Length
from tests.reference.ways import Place, Times, Ways, What, nobody_picks

Rating = int
NEVER, SOMETIMES, ALWAYS = 0, 1, 2


@dataclass(frozen=True)
class AtOnce:
    """No channel is needed, or the channel is not said and read in the customer's favour."""


@dataclass(frozen=True)
class Attempt:
    """``cases``: one for each who may answer; None where the case gets nowhere with them."""

    thing: Remedy | Node
    channel: Channel | AtOnce
    interrupt: Interrupt | None
    cases: tuple[Case | None, ...]


def attempts(moments: Moments) -> list[Attempt]:
    """All attempts that meet (k) and (e) and have a human behind them (a)."""
    found: list[Attempt] = []
    reading, journey = moments.reading, moments.journey
    for remedy in moments.mistake.remedies:
        if corrects(remedy, reading) and restores(journey, remedy.leads_to, remedy.whole, reading):
            found += [attempt(moments, remedy, channel, None) for channel in ways_to_report(moments, remedy)]
    for step in journey.nodes:
        if moments.mistake.number not in step.corrects or not restores(journey, step.number, None, reading):
            continue
        if step.region is None:
            found.append(attempt(moments, step, AtOnce(), None))
        for interrupt in customers_interrupts(moments):
            if interrupt.entry is not None and step.number in leading_on(journey, interrupt.entry):
                channels = [moments.service.channels[key] for key in interrupt.on] or [AtOnce()]
                found += [attempt(moments, step, channel, interrupt) for channel in channels]
    return found


def attempt(
    moments: Moments, thing: Remedy | Node, channel: Channel | AtOnce, interrupt: Interrupt | None
) -> Attempt:
    answerers: tuple[str | None, ...] = (None,)
    if isinstance(channel, Channel) and channel.answered_by:
        answerers = channel.answered_by
    people = People(moments.service, moments.reading, moments.mistake)
    cases = [None if thing.self_service else people.case(task_of(thing), who) for who in answerers]
    return Attempt(thing, channel, interrupt, tuple(cases))


def ways_to_report(moments: Moments, remedy: Remedy) -> list[Channel | AtOnce]:
    service = moments.service
    named = remedy.on or tuple(
        dict.fromkeys(key for role in remedy.by for key in service.actors[role].reachable_on)
    )
    if named:
        return [service.channels[key] for key in named]
    noticed_by = [service.actors[key] for key in moments.mistake.noticed_by]
    staff = bool(noticed_by) and all(actor.human for actor in noticed_by)
    return [AtOnce()] if staff or moments.reading.generous else []


def customers_interrupts(moments: Moments) -> list[Interrupt]:
    return [
        interrupt
        for interrupt in moments.journey.interrupts
        if not interrupt.by or by_customer(moments, interrupt.by)
    ]


def by_customer(moments: Moments, by: Iterable[str]) -> bool:
    return any(moments.service.actors[key].kind is ActorKind.CUSTOMER for key in by)


# time (d)


def rate(fixed: Times, deadlines: list[Times]) -> Rating:
    """A fix that comes never is never in time, even where there is no limit."""
    if fixed[0] == INFINITE or any(fixed[0] > latest for _, latest in deadlines):
        return NEVER
    if fixed[1] < INFINITE and all(fixed[1] <= earliest for earliest, _ in deadlines):
        return ALWAYS
    return SOMETIMES


@dataclass(frozen=True)
class Clockwork:
    """One attempt at one minute of clock 0."""

    moments: Moments
    attempt: Attempt
    clock: int

    @property
    def sure(self) -> bool:
        return all(case is not None and self.rating(case, sure=True) == ALWAYS for case in self.attempt.cases)

    @property
    def possible(self) -> bool:
        return any(case is not None and self.rating(case, sure=False) != NEVER for case in self.attempt.cases)

    def rating(self, case: Case, sure: bool) -> Rating:
        """The best of: the fix itself, the report that pauses the main flow, the hold. ``sure`` asks
        what can be forced, else what may come about."""
        if isinstance(self.attempt.thing, Node):
            fixed = self.fixed_in_flow(case, sure)
            if fixed is None:
                return NEVER
        else:
            fixed = self.fixed_by_people(case, self.attempt.thing)
        deadlines = self.moments.deadlines(self.window, self.clock)
        return max([rate(fixed, deadlines), *self.by_pause(case, deadlines), *self.by_hold(case, deadlines)])

    @property
    def window(self) -> Cutoff | None:
        return self.attempt.thing.window if isinstance(self.attempt.thing, Remedy) else None

    # the report

    def noticed(self, interrupt: Interrupt | None) -> Times:
        """Not before the stretch of the interrupt used begins."""
        low, high = self.moments.noticed(self.clock)
        if interrupt is None or interrupt.begins is None:
            return low, high
        begin = self.moments.attempt_moment(interrupt.begins, "begin", self.clock)
        return max(low, begin[0]), max(high, begin[1])

    def answered(self, case: Case, noticed: Times) -> Times:
        channel = self.attempt.channel
        if isinstance(channel, AtOnce):
            return noticed
        within = self.moments.reading.at_most(channel.answers_within)
        line = self.line(channel, case) if spoken(channel) else ROUND_THE_CLOCK
        answered = stretched(line, noticed, within)
        persons = self.persons(case)
        return opened(self.hours(persons[0]), answered) if persons else answered

    def line(self, channel: Channel, case: Case) -> Calendar:
        if channel.hours is not None:
            return calendar(channel.hours)
        persons = self.persons(case)
        first = self.moments.service.actors[persons[0]].hours if persons else None
        if first is not None:
            return calendar(first)
        return ROUND_THE_CLOCK if self.moments.reading.generous else NEVER_OPEN

    def persons(self, case: Case) -> list[str]:
        return [key for key in case.chain if self.moments.reading.is_human(self.moments.service.actors[key])]

    def hours(self, key: str) -> Calendar:
        hours = self.moments.service.actors[key].hours
        return ROUND_THE_CLOCK if hours is None else calendar(hours)

    # fixed by people

    def fixed_by_people(self, case: Case, remedy: Remedy) -> Times:
        at = self.answered(case, self.noticed(None))
        for key in self.persons(case)[1:]:
            at = opened(self.hours(key), at)
        decider = case.chain[-1] if remedy.by else None
        at = self.decided(at, remedy, decider)
        for key in case.approvers:
            at = opened(self.hours(key), at)
            within = self.moments.reading.at_most(self.moments.service.actors[key].decides_within)
            at = stretched(self.hours(key), at, within)
        return at

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

    # pause and hold

    def by_pause(self, case: Case, deadlines: list[Times]) -> list[Rating]:
        """The moment of the report counts: written when it is sent, spoken when it is answered."""
        if isinstance(self.attempt.thing, Node) and self.attempt.interrupt is None:
            return []
        ratings = []
        for interrupt in self.pausing():
            report = self.noticed(interrupt)
            if isinstance(self.attempt.channel, Channel) and spoken(self.attempt.channel):
                report = self.answered(case, report)
            until = list(deadlines)
            if interrupt.ends is not None:
                until.append(self.moments.cutoff_moment(interrupt.ends, "begin", self.clock))
            ratings.append(rate(report, until))
        return ratings

    def pausing(self) -> list[Interrupt]:
        channel = self.attempt.channel
        mine = self.attempt.interrupt
        return [
            interrupt
            for interrupt in ([mine] if mine is not None else customers_interrupts(self.moments))
            if self.moments.reading.holds(
                None if interrupt.main_flow is None else interrupt.main_flow is not MainFlow.CONTINUES
            )
            and (not interrupt.on or (isinstance(channel, Channel) and channel.key in interrupt.on))
        ]

    def by_hold(self, case: Case, deadlines: list[Times]) -> list[Rating]:
        if isinstance(self.attempt.thing, Node) and self.attempt.interrupt is None:
            return []
        persons = self.persons(case)
        first = self.moments.service.actors[persons[0]] if persons else None
        if first is None or not any(right.act == "hold" for right in first.rights or ()):
            return []
        return [rate(self.answered(case, self.noticed(self.attempt.interrupt)), deadlines)]

    # fixed in the flow (5)

    def fixed_in_flow(self, case: Case, sure: bool) -> Times | None:
        """Earliest over all ways and latest of the best play; None where it cannot be forced (or,
        with ``sure`` False, where no way leads there)."""
        everything = set().union(*self.plays(case, sure=False))
        reached = [(low, high) for what, low, high in everything if what is What.HIT]
        if not reached:
            return None
        earliest = min(low for low, _ in reached)
        if not sure:
            # Latest is infinite: what may come about at all is at best "sometimes".
            return earliest, INFINITE
        forced = [
            play for play in self.plays(case, sure=True) if all(what is What.HIT for what, _, _ in play)
        ]
        if not forced:
            return None
        return earliest, min(max(high for _, _, high in play) for play in forced)

    def plays(self, case: Case, sure: bool) -> Iterable[Iterable[tuple[What, float, float]]]:
        flow, interrupt = self.moments.quick_world, self.attempt.interrupt
        assert isinstance(self.attempt.thing, Node)
        step, noticed = self.attempt.thing.number, self.noticed(interrupt)

        def hit(node: int, arrive: Times) -> Times | None:
            """It counts only if it begins after the mistake is noticed."""
            if node != step:
                return None
            begin = flow.begin(node, arrive)
            if interrupt is None and (begin[0] < noticed[1] if sure else begin[1] < noticed[0]):
                return None
            return flow.done(node, (max(begin[0], noticed[0]), begin[1]))

        def worth_another_round(before: Times, now: Times) -> bool:
            if interrupt is not None:
                return False
            if sure:
                return before[0] < now[0] and before[0] < noticed[1] < INFINITE
            return before[1] < now[1] and before[1] < noticed[0] < INFINITE

        ways = Ways(flow, hit, self.picks if sure else nobody_picks, self.clock, worth_another_round)
        if interrupt is None:
            return ways.after(self.moments.clock_node, (self.clock, self.clock))
        assert interrupt.entry is not None
        return ways.from_(Place(interrupt.entry, self.answered(case, noticed)))

    def picks(self, node: Node, moves: list[Move]) -> list[Move] | None:
        """The moves among which the customer may pick; None: others decide."""
        if node.kind in (NodeKind.LOOP, NodeKind.WAIT_FOR):
            return moves if by_customer(self.moments, node.by) else None
        if node.kind is not NodeKind.CHOICE:
            return None
        if node.owner is Owner.CUSTOMER:
            return moves
        if node.owner is Owner.ORGANISATION and node.criterion:
            return [move for move in moves if move.customer_meets] or None
        if node.owner is None and not any(move.share is not None for move in moves):
            return moves if self.moments.reading.generous else None
        return None


def spoken(channel: Channel) -> bool:
    return channel.kind is None or channel.kind.spoken


def stretched(hours: Calendar, at: Times, length: Length) -> Times:
    return busy(hours, at[0], length.low, length.working), busy(hours, at[1], length.high, length.working)


def opened(hours: Calendar, at: Times) -> Times:
    return opens(hours, at[0]), opens(hours, at[1])
