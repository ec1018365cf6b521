"""Turns one attempt and one minute of clock 0 into "sure" and "possible" (sections 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from journeyaudit.model.flow import Interrupt, MainFlow, Move, Node, NodeKind, Owner
from journeyaudit.model.people import ActorKind, Channel
from journeyaudit.model.quantities import INFINITE, Duration, Minutes
from journeyaudit.model.trouble import Remedy
from tests.reference.clocks import NEVER_OPEN, ROUND_THE_CLOCK, Calendar, busy, calendar, opens
from tests.reference.fixes import Case, People, corrects, restores, task_of
from tests.reference.moments import Moments
from tests.reference.reading import Length
from tests.reference.ways import Place, Play, Times, Ways, What, body_of, nobody_picks

Rating = int
NEVER, SOMETIMES, ALWAYS = 0, 1, 2
MOST_VISITS = 26
"""So often a step is passed at most; the generated journeys have no need of more."""


@dataclass(frozen=True)
class AtOnce:
    """No channel is needed; or none is said: then one is reached at once, or read strictly, never."""

    reached: bool = True


@dataclass(frozen=True)
class Hearing:
    """One who may answer (None: nobody is stated), and how the case goes on from there: one case for
    each who may decide it, the best of which counts. Through the flow there are ``steps`` instead."""

    answerer: str | None
    cases: tuple[Case, ...]
    steps: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Attempt:
    """A remedy on a channel, or one way to the correcting steps; a hearing for each who may answer."""

    remedy: Remedy | None
    channel: Channel | AtOnce
    interrupt: Interrupt | None
    hearings: tuple[Hearing, ...]


def attempts(moments: Moments) -> list[Attempt]:
    """All attempts that meet (k) and (e), with whoever meets (a), (b) and (c)."""
    return [*by_remedies(moments), *through_flow(moments)]


def by_remedies(moments: Moments) -> Iterable[Attempt]:
    people = People(moments.service, moments.reading, moments.mistake)
    for remedy in moments.mistake.remedies:
        if (
            corrects(remedy, moments.reading)
            and restores(moments.journey, remedy.leads_to, remedy.whole, moments.reading)
            and not remedy.self_service
        ):
            for channel in ways_to_report(moments, remedy):
                hearings = [
                    Hearing(who, tuple(people.cases(task_of(remedy), who))) for who in answerers(channel)
                ]
                yield Attempt(remedy, channel, None, tuple(hearings))


def through_flow(moments: Moments) -> Iterable[Attempt]:
    """By continuing the main flow, or through an interrupt: then its body says who hears of the case."""
    people = People(moments.service, moments.reading, moments.mistake)
    steps = frozenset(
        step.number
        for step in moments.journey.nodes
        if moments.mistake.number in step.corrects
        and not step.self_service
        and restores(moments.journey, step.number, None, moments.reading)
        and people.cases(task_of(step), None)
    )
    if not steps:
        return
    yield Attempt(None, AtOnce(), None, (Hearing(None, (), steps),))
    for interrupt in customers_interrupts(moments):
        if interrupt.entry is not None:
            for channel in [moments.service.channels[key] for key in interrupt.on] or [AtOnce()]:
                hearings = tuple(Hearing(who, (), steps) for who in answerers(channel))
                yield Attempt(None, channel, interrupt, hearings)


def answerers(channel: Channel | AtOnce) -> tuple[str | None, ...]:
    return channel.answered_by or (None,) if isinstance(channel, Channel) else (None,)


def ways_to_report(moments: Moments, remedy: Remedy) -> list[Channel | AtOnce]:
    service = moments.service
    named = remedy.on or tuple(
        dict.fromkeys(key for role in remedy.by for key in service.actors[role].reachable_on)
    )
    if named:
        return [service.channels[key] for key in named]
    noticed_by = [service.actors[key] for key in moments.mistake.noticed_by]
    staff = bool(noticed_by) and all(actor.human for actor in noticed_by)
    return [AtOnce(reached=staff or moments.reading.generous)]


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
        return all(self.rating(hearing, sure=True) == ALWAYS for hearing in self.attempt.hearings)

    @property
    def possible(self) -> bool:
        return any(self.rating(hearing, sure=False) != NEVER for hearing in self.attempt.hearings)

    def rating(self, hearing: Hearing, sure: bool) -> Rating:
        """The best of: the fix itself, the report that pauses the main flow, the hold. ``sure`` asks
        what can be forced, else what may come about."""
        remedy, interrupt = self.attempt.remedy, self.attempt.interrupt
        deadlines = self.moments.deadlines(remedy.window if remedy else None, self.clock)
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
        return max(
            [
                rate(fixed, deadlines),
                *self.by_pause(first, deadlines),
                *self.by_hold(first, case, deadlines),
            ]
        )

    def entered_in_time(self, hearing: Hearing, interrupt: Interrupt) -> Rating:
        """An interrupt can be started only while its stretch lasts."""
        if interrupt.ends is None:
            return ALWAYS
        end = self.moments.cutoff_moment(interrupt.ends, "begin", self.clock)
        return rate(self.reported(hearing.answerer, interrupt), [end])

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

    # fixed in the flow (5)

    def fixed_in_flow(self, hearing: Hearing, sure: bool) -> Times | None:
        """None where it cannot be forced or, with ``sure`` False, where no way leads there."""
        if self.attempt.interrupt is None:
            found = self.forced_later(hearing) if sure else self.come_by_later(hearing)
        elif sure:
            found = self.forced(hearing, hearing.steps)
        else:
            found = [low for low, _ in self.passing(hearing, hearing.steps, "done")]
        if not found:
            return None
        return (min(found), min(found)) if sure else (min(found), INFINITE)

    def come_by_later(self, hearing: Hearing) -> list[Minutes]:
        """When steps are done that one may come by, this time or another, after the noticing."""
        noticed = self.noticed(None)
        found = []
        for step in hearing.steps:
            for time in range(MOST_VISITS):
                begin = hull(self.passing(hearing, frozenset([step]), "begin", time))
                if begin is None:
                    break
                if begin[1] >= noticed[0]:
                    from_now = max(begin[0], noticed[0]), begin[1]
                    found.append(self.moments.quick_world.done(step, from_now)[0])
                if begin[0] >= noticed[1] or not self.comes_again(step):
                    break
        return found

    def forced_later(self, hearing: Hearing) -> list[Minutes]:
        """By when steps can be forced that surely begin after the noticing, whatever the way: before
        it nobody plays to any purpose. Some of the steps together, or one of them a later time."""
        noticed = self.noticed(None)
        found = []
        for steps in some_of(hearing.steps):
            # How many rounds of a limited loop are left after the first time is not asked.
            again = len(steps) == 1 and all(
                self.comes_again(step) and not self.in_limited_loop(step) for step in steps
            )
            for time in range(MOST_VISITS if again else 1):
                begin = hull(self.passing(hearing, steps, "begin", time))
                forced = self.forced(hearing, steps, time)
                if begin is None or not forced:
                    break
                if begin[0] >= noticed[1]:
                    found += forced
                    break
        return found

    def comes_again(self, step: int) -> bool:
        onward = [move.target for move in self.moments.journey.moves if move.source == step]
        return any(self.moments.leads(node, step) for node in onward)

    def passing(self, hearing: Hearing, steps: frozenset[int], part: str, time: int = 0) -> list[Times]:
        """The times of passing one of the steps for the first (0), second ... time, over all ways."""
        (results,) = self.plays(hearing, steps, part, time, forced=False)
        return [(low, high) for what, low, high in results if what is What.HIT]

    def forced(self, hearing: Hearing, steps: frozenset[int], time: int = 0) -> list[Minutes]:
        """By when one of the steps is done at the latest, for every play that forces it."""
        plays = self.plays(hearing, steps, "done", time, forced=True)
        return [
            max(high for _, _, high in play) for play in plays if all(what is What.HIT for what, _, _ in play)
        ]

    def plays(self, hearing: Hearing, steps: frozenset[int], part: str, time: int, forced: bool) -> set[Play]:
        flow, interrupt = self.moments.quick_world, self.attempt.interrupt

        def hit(node: int, arrive: Times) -> Times | None:
            if node not in steps:
                return None
            begin = flow.begin(node, arrive)
            return begin if part == "begin" else flow.done(node, begin)

        def round_and_on(node: int) -> bool:
            return not forced and any(self.moments.leads(node, step) for step in steps)

        picks = self.picks if forced else nobody_picks
        ways = Ways(flow, hit, picks, self.clock, played=True, skip=time, round_and_on=round_and_on)
        if interrupt is None:
            return ways.after(self.moments.clock_node, (self.clock, self.clock))
        assert interrupt.entry is not None
        return ways.from_(Place(interrupt.entry, self.answered(hearing.answerer, self.noticed(interrupt))))

    def in_limited_loop(self, node: int) -> bool:
        journey = self.moments.journey
        return any(
            loop.kind is NodeKind.LOOP and loop.times is not None and node in body_of(journey, loop.number)
            for loop in journey.nodes
        )

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


def hull(times: list[Times]) -> Times | None:
    return (min(low for low, _ in times), max(high for _, high in times)) if times else None


def some_of(steps: frozenset[int]) -> Iterable[frozenset[int]]:
    for size in range(1, len(steps) + 1):
        yield from map(frozenset, combinations(sorted(steps), size))


def spoken(channel: Channel) -> bool:
    return channel.kind is None or channel.kind.spoken


def stretched(hours: Calendar, at: Times, length: Length) -> Times:
    return busy(hours, at[0], length.low, length.working), busy(hours, at[1], length.high, length.working)


def opened(hours: Calendar, at: Times) -> Times:
    return opens(hours, at[0]), opens(hours, at[1])
