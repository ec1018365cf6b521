"""The correcting steps of a journey -> trials through the flow: by going on, or through an interrupt.

``docs/meaning.md``, section 4, attempts of the second and third kind; section 5 for the play.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.model.flow import Interrupt
from journeyaudit.model.quantities import INFINITE
from journeyaudit.model.trouble import Mistake
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import AT_ONCE, Bounds
from journeyaudit.verdicts.case import Case, Chance, Court, at_any, tightest
from journeyaudit.verdicts.chain import ANYBODY, Route
from journeyaudit.verdicts.contact import NO_CHANNEL, Line
from journeyaudit.verdicts.deed import deed_of_step
from journeyaudit.verdicts.forced import Entry, Forced
from journeyaudit.verdicts.moments import Moment
from journeyaudit.verdicts.pace import Since
from journeyaudit.verdicts.spans import Spans, both, either
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import MissingFact, Obstacle
from journeyaudit.verdicts.visits import Visit, earliest_fix, minutes_ever, visits


@record
class _Step:
    """A correcting step: who does it, and what speaks against it apart from time and choice."""

    number: int
    route: Route
    obstacles: tuple[Obstacle, ...]
    missing: tuple[MissingFact, ...]
    assumed: tuple[str, ...]


def trials_through_flow(court: Court, mistake: Mistake, generous: bool) -> Iterator[Trial]:
    """First by going on with the main flow, then through each interrupt, in source order."""
    if mistake.number not in court.corrected_at:
        return
    numbers = court.corrected_at[mistake.number]
    steps = [_step(court.case(mistake, generous), number) for number in numbers]
    case = court.case(mistake, generous)
    yield from _trials(case, steps, Entry(case.clock, Since.DONE, AT_ONCE, case.noticed))
    for interrupt in court.customers_interrupts:
        if interrupt.entry is not None:
            for line, first in calls(court, interrupt):
                case = court.case(mistake, generous)
                entry = _through(case, interrupt, interrupt.entry, line, first)
                yield from _trials(case, steps, entry)


def is_put_right_by_a_step(court: Court, mistake: Mistake) -> bool:
    """Is there a correcting step against which nothing speaks apart from time and choice?"""
    numbers = court.corrected_at.get(mistake.number, ())
    return any(not _step(court.case(mistake, True), number).obstacles for number in numbers)


def _step(case: Case, number: int) -> _Step:
    """(a), (b) and (e); that the case gets there (c) is what the flow says."""
    deed = deed_of_step(case.court.journey.nodes[number], case.mistake)
    handling = case.court.people.handling(deed, ANYBODY, case.doubt)
    obstacles = list(handling.obstacles)
    if not case.court.graph.good_end_reachable(number):
        obstacles.append(Obstacle.BAD_ENDS_ONLY)
    missing, assumed = tuple(case.doubt.missing), tuple(case.doubt.assumed)
    return _Step(number, handling.routes[0], tuple(obstacles), missing, assumed)


def calls(court: Court, interrupt: Interrupt) -> Iterator[tuple[Line, str]]:
    """The channels of an interrupt, with each who may answer them."""
    channels = court.service.channels
    for line in [Line(key, channels[key]) for key in interrupt.on if key in channels] or [NO_CHANNEL]:
        for first in (line.channel.answered_by if line.channel else ()) or (ANYBODY,):
            yield line, first


def _through(case: Case, interrupt: Interrupt, entry: int, line: Line, first: str) -> Entry:
    begins, ends = case.begin_of(interrupt), case.end_of(interrupt)
    contacted = case.started(begins)
    answered = case.contact.answered(line, first, contacted)
    report = answered if line.spoken else contacted
    limits = () if ends is None else (Chance(report, (ends,)),)
    return Entry(entry, Since.ARRIVED, answered, contacted, interrupt, line, first, limits)


def _trials(case: Case, steps: list[_Step], entry: Entry) -> Iterator[Trial]:
    passed = {step.number: _visits(case, entry, step.number) for step in steps}
    ahead = [step for step in steps if passed[step.number]]
    if ahead:
        fixing = {step.number: passed[step.number] for step in ahead if not step.obstacles}
        forced = Forced(case, entry, fixing)
        for step in ahead:
            yield _trial(case, step, passed[step.number], entry, forced)


def _visits(case: Case, entry: Entry, step: int) -> tuple[Visit, ...]:
    found = visits(case, entry.node, entry.since, step, entry.moment)
    return found if entry.interrupt is None else found[:1]


def _trial(case: Case, step: _Step, passed: tuple[Visit, ...], entry: Entry, forced: Forced) -> Trial:
    deadlines, interrupt = case.deadlines(None), entry.interrupt
    latest = INFINITE if forced.latest is None else forced.latest
    going_on = interrupt is None
    fixed = Bounds(earliest_fix(case, passed) if going_on else passed[0].done.earliest, latest)
    stops = [] if going_on else list(case.chances_of_stopping(entry.line, entry.first, deadlines))
    always, ever = _minutes(case, step.number, passed, entry, forced, stops)
    obstacles = step.obstacles
    if not obstacles and ever and not forced.is_forced(step.number):
        obstacles = (Obstacle.NOT_FORCED,)
    on_the_way = Moment(fixed, ways=((entry.node, step.number),))
    return Trial(
        remedy=None,
        step=step.number,
        interrupt=None if interrupt is None else interrupt.number,
        channel=entry.line.key,
        first=entry.first,
        chain=_with_first(entry.first, step.route.chain),
        approvers=step.route.approvers,
        obstacles=obstacles,
        contacted=entry.contacted,
        answered=fixed if going_on else entry.moment,
        fixed=fixed,
        deadline=tightest(deadlines),
        always=always,
        ever=ever,
        stopped=at_any(stops)[1],
        counted=(fixed, *(chance.moment for chance in stops)),
        missing=(*step.missing, *case.doubt.missing),
        consulted=(*case.consulted, on_the_way),
        assumed=(*step.assumed, *case.doubt.assumed),
    )


def _minutes(
    case: Case, step: int, passed: tuple[Visit, ...], entry: Entry, forced: Forced, stops: list[Chance]
) -> tuple[Spans, Spans]:
    """The minutes at which the step is forced in time, and at which it may come off."""
    deadlines = case.deadlines(None)
    always = forced.minutes(step, deadlines)
    if entry.interrupt is None:
        return always, minutes_ever(case, passed, deadlines)
    stopped_always, stopped_ever = at_any(stops)
    if forced.is_forced(step):
        always = either(always, stopped_always)
    ever = either(Chance(passed[0].done, deadlines).ever, stopped_ever)
    for limit in entry.limits:
        always, ever = both(always, limit.always), both(ever, limit.ever)
    return always, ever


def _with_first(first: str, chain: tuple[str, ...]) -> tuple[str, ...]:
    return chain if not first or first in chain else (first, *chain)
