"""The correcting steps of a journey -> trials through the flow: by going on, or through an interrupt.

``docs/meaning.md``, section 4, attempts of the second and third kind; section 5 for the play.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeyaudit.model.flow import Interrupt
from journeyaudit.model.quantities import INFINITE
from journeyaudit.model.trouble import Mistake
from journeyaudit.verdicts.bounds import AT_ONCE, Bounds
from journeyaudit.verdicts.case import Case, Chance, Court, at_any, tightest
from journeyaudit.verdicts.chain import ANYBODY, Route
from journeyaudit.verdicts.clock import TimeMap, later, not_after, then
from journeyaudit.verdicts.contact import Line
from journeyaudit.verdicts.deed import deed_of_step
from journeyaudit.verdicts.game import Game
from journeyaudit.verdicts.moments import Moment
from journeyaudit.verdicts.pace import Since
from journeyaudit.verdicts.spans import NEVER as AT_NO_MINUTE
from journeyaudit.verdicts.spans import WHOLE_WEEK, Spans, both, either
from journeyaudit.verdicts.stretch import Reached, Ways
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import MissingFact, Obstacle


@dataclass(frozen=True, slots=True)
class _Step:
    """A correcting step: who does it, and what speaks against it apart from time and choice."""

    number: int
    route: Route
    obstacles: tuple[Obstacle, ...]
    missing: tuple[MissingFact, ...]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where the play begins: a node, how far it is, and when one is there."""

    node: int
    since: Since
    moment: Bounds
    limits: tuple[Chance, ...]
    """What must hold for entering at all."""
    contacted: Bounds


def trials_through_flow(court: Court, mistake: Mistake, generous: bool) -> Iterator[Trial]:
    """First by going on with the main flow, then through each interrupt, in source order."""
    if mistake.number not in court.corrected_at:
        return
    numbers = court.corrected_at[mistake.number]
    steps = [_step(Case(court, mistake, generous), number) for number in numbers]
    yield from _by_going_on(Case(court, mistake, generous), steps)
    for interrupt in court.customers_interrupts:
        if interrupt.entry is not None:
            yield from _by_interrupt(court, mistake, generous, interrupt, steps)


def _step(case: Case, number: int) -> _Step:
    deed = deed_of_step(case.court.journey.nodes[number], case.mistake)
    handling = case.court.people.handling(deed, ANYBODY, case.doubt)
    obstacles = list(handling.obstacles)
    if not case.court.graph.good_end_reachable(number):
        obstacles.append(Obstacle.BAD_ENDS_ONLY)
    missing, assumed = tuple(case.doubt.missing), tuple(case.doubt.assumed)
    return _Step(number, handling.routes[0], tuple(obstacles), missing, assumed)


# by going on


def _by_going_on(case: Case, steps: list[_Step]) -> Iterator[Trial]:
    entry = _Entry(case.clock, Since.DONE, AT_ONCE, (), case.noticed)
    yield from _trials(case, steps, entry, None, Line(""), ANYBODY, after_noticing=True)


# through an interrupt


def _by_interrupt(
    court: Court, mistake: Mistake, generous: bool, interrupt: Interrupt, steps: list[_Step]
) -> Iterator[Trial]:
    channels = court.service.channels
    lines = [Line(key, channels[key]) for key in interrupt.on if key in channels] or [Line("")]
    for line in lines:
        for first in (line.channel.answered_by if line.channel else ()) or (ANYBODY,):
            case = Case(court, mistake, generous)
            begins, ends = case.begin_of(interrupt), case.end_of(interrupt)
            report = case.report(line, first, begins)
            answered = case.contact.answered(line, first, case.started(begins))
            limits = () if ends is None else (Chance(report, (ends,)),)
            entry = _Entry(interrupt.entry or 0, Since.ARRIVED, answered, limits, case.started(begins))
            yield from _trials(case, steps, entry, interrupt, line, first, after_noticing=False)


# the play


def _trials(
    case: Case,
    steps: list[_Step],
    entry: _Entry,
    interrupt: Interrupt | None,
    line: Line,
    first: str,
    after_noticing: bool,
) -> Iterator[Trial]:
    ahead = [(step, reached) for step in steps if (reached := _way_to(case, entry, step.number)).at_all]
    if not ahead:
        return
    forced = _Forced(case, entry, [step.number for step, _ in ahead if not step.obstacles], after_noticing)
    for step, reached in ahead:
        yield _trial(case, step, reached, entry, interrupt, line, first, forced)


def _way_to(case: Case, entry: _Entry, step: int, until: Since = Since.DONE) -> Reached:
    moments = case.court.moments
    generous = case.doubt.generous
    return moments.between(entry.node, entry.since, step, until, generous, Ways.PLAYED)


class _Forced:
    """Whether, and by when at the latest, some of the steps can be forced."""

    def __init__(self, case: Case, entry: _Entry, passed: dict[int, tuple[Visit, ...]]) -> None:
        self._case = case
        self._entry = entry
        self._passed = passed
        self._steps = [step for step in passed if any(minutes_it_may_count(case, v) for v in passed[step])]
        self.latest = self._play(self._steps, entry.node, entry.since, entry.moment.latest)
        self._alone = {step: self._forced_alone(step) for step in self._steps}

    def _play(self, steps: list[int], node: int, since: Since, start: TimeMap) -> TimeMap | None:
        if not steps:
            return None
        pace = self._case.court.moments.pace(self._case.doubt.generous)
        latest = Game(pace, steps, self._case.doubt).latest_fix(node, since)
        return None if latest is None else then(start, latest)

    def _forced_alone(self, step: int) -> list[TimeMap]:
        """By when this step can be forced for the first time, the second time ..."""
        found: list[TimeMap] = []
        node, since, start = self._entry.node, self._entry.since, self._entry.moment.latest
        for _ in self._passed[step]:
            latest = self._play([step], node, since, start)
            if latest is None:
                break
            found.append(latest)
            if self._case.court.ground.loops_around[step]:
                break  # how many rounds are left by then is not known
            node, since, start = step, Since.DONE, latest
        return found

    def minutes(self, step: int, deadlines: tuple[Bounds, ...]) -> Spans:
        """The minutes at which a fix is forced in time, by this step or together with others."""
        if step not in self._steps:
            return AT_NO_MINUTE
        found: Spans = AT_NO_MINUTE
        if self.latest is not None:
            found = self._in_time(self.latest, deadlines)
            for one in self._steps:
                found = both(found, self._counts(self._passed[one][0]))
        for latest, visit in zip(self._alone[step], self._passed[step], strict=False):
            found = either(found, both(self._in_time(latest, deadlines), self._counts(visit)))
        return found

    def is_forced(self, step: int) -> bool:
        return step in self._steps and (self.latest is not None or bool(self._alone[step]))

    def _counts(self, visit: Visit) -> Spans:
        return minutes_it_counts(self._case, visit) if self._entry.after_noticing else WHOLE_WEEK

    @staticmethod
    def _in_time(latest: TimeMap, deadlines: tuple[Bounds, ...]) -> Spans:
        return Chance(Bounds(latest, latest), deadlines).always


def _trial(
    case: Case,
    step: _Step,
    reached: Reached,
    entry: _Entry,
    interrupt: Interrupt | None,
    line: Line,
    first: str,
    forced: _Forced,
) -> Trial:
    deadlines = case.deadlines(None)
    earliest = then(entry.moment.earliest, reached.bounds.earliest)
    if interrupt is None:
        earliest = later(earliest, case.noticed.earliest)
    fixed = Bounds(earliest, INFINITE if forced.latest is None else forced.latest)
    stops: list[Chance] = []
    if interrupt is not None:
        stops.extend(case.chances_of_stopping(line, first, deadlines))
    stopped_always, stopped_ever = at_any(stops)
    always = forced.fixed(step.number, deadlines)
    if forced.is_forced(step.number):
        always = either(always, stopped_always)
    ever = both(either(Chance(fixed, deadlines).ever, stopped_ever), forced.ever_counts(step.number))
    for limit in entry.limits:
        always, ever = both(always, limit.always), both(ever, limit.ever)
    obstacles = step.obstacles
    if not obstacles and ever and not forced.is_forced(step.number):
        obstacles = (Obstacle.NOT_FORCED,)
    here = Moment(fixed, reached.silent, ((entry.node, step.number),))
    return Trial(
        remedy=None,
        step=step.number,
        interrupt=None if interrupt is None else interrupt.number,
        channel=line.key,
        first=first,
        chain=_with_first(first, step.route.chain),
        approvers=step.route.approvers,
        obstacles=obstacles,
        contacted=entry.contacted,
        answered=entry.moment if interrupt is not None else fixed,
        fixed=fixed,
        deadline=tightest(deadlines),
        always=always,
        ever=ever,
        stopped=stopped_ever,
        counted=(fixed, *(chance.moment for chance in stops)),
        missing=(*step.missing, *case.doubt.missing),
        consulted=(*case.consulted, here),
        assumed=(*step.assumed, *case.doubt.assumed),
    )


def _with_first(first: str, chain: tuple[str, ...]) -> tuple[str, ...]:
    return chain if not first or first in chain else (first, *chain)
