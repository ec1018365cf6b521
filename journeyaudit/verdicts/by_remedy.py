"""The remedies of a mistake -> one trial for each, on each channel, with each who may answer it.

``docs/meaning.md``, section 4, attempts of the first kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyaudit.model.flow import Outcome
from journeyaudit.model.trouble import Mistake, Remedy, RemedyKind, Whole
from journeyaudit.source.record import with_other
from journeyaudit.verdicts.bounds import Bounds
from journeyaudit.verdicts.case import Case, Chance, Court, at_any, tightest
from journeyaudit.verdicts.chain import ANYBODY, Route
from journeyaudit.verdicts.contact import NO_CHANNEL, Line
from journeyaudit.verdicts.deed import deed_of_remedy
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import Obstacle


def trials_of_remedies(court: Court, mistake: Mistake, generous: bool) -> Iterator[Trial]:
    """In source order: remedy, then channel, then first person."""
    for remedy in mistake.remedies:
        for line in lines_of(court, remedy):
            for first in (line.channel.answered_by if line.channel else ()) or (ANYBODY,):
                yield _trial(court.case(mistake, generous), remedy, line, first)


def lines_of(court: Court, remedy: Remedy) -> list[Line]:
    """The channels on which one can try a remedy."""
    service = court.service
    named = list(remedy.on)
    if not named:
        roles = [service.actors[key] for key in remedy.by if key in service.actors]
        named = list(dict.fromkeys(key for role in roles for key in role.reachable_on))
    lines = [Line(key, service.channels[key]) for key in named if key in service.channels]
    return lines or [NO_CHANNEL]


def _trial(case: Case, remedy: Remedy, line: Line, first: str) -> Trial:
    obstacles = list(_not_a_correction(case, remedy)) if case.correcting else []
    handling = case.court.people.handling(deed_of_remedy(remedy, case.mistake), first, case.doubt)
    obstacles.extend(handling.obstacles)
    if case.correcting:
        obstacles.extend(_not_restored(case, remedy))
    if line.channel is None:
        line = with_other(line, reached=is_reached_anyhow(case, remedy))
    elif first == ANYBODY:
        name = line.channel.name
        case.doubt.assume(f"Nothing says who answers {name}: taken from the remedy “{remedy.name}”.")
    return _timed(case, remedy, line, handling.routes, tuple(dict.fromkeys(obstacles)), first)


# the conditions apart from time


def _not_a_correction(case: Case, remedy: Remedy) -> Iterator[Obstacle]:
    """(k)"""
    corrects = remedy.appeal or remedy.kind is RemedyKind.CORRECTS
    if remedy.kind is None and not remedy.appeal:
        corrects = case.doubt.is_taken_for_granted("kind", remedy.name, remedy.header or remedy.span)
    if not corrects:
        yield Obstacle.NOT_A_CORRECTION


def _not_restored(case: Case, remedy: Remedy) -> Iterator[Obstacle]:
    """(e)"""
    if remedy.whole in (Whole.PARTLY, Whole.NO):
        yield Obstacle.NOT_WHOLE
    if not _leads_to_a_good_end(case, remedy):
        yield Obstacle.BAD_ENDS_ONLY


def _leads_to_a_good_end(case: Case, remedy: Remedy) -> bool:
    if remedy.leads_to is not None:
        return case.court.graph.good_end_reachable(remedy.leads_to)
    outcomes = case.court.outcomes
    good = outcomes.count(Outcome.GOOD)
    if good and good == len(outcomes):
        return True
    if not good and not case.court.journey.broken:
        return False
    return case.doubt.is_taken_for_granted("leads to", remedy.name, remedy.header or remedy.span)


def is_reached_anyhow(case: Case, remedy: Remedy) -> bool:
    """Without a channel: staff who notice it need none, of others it is unknown."""
    actors = case.court.service.actors
    noticing = [actors[key] for key in case.mistake.noticed_by if key in actors]
    if noticing and all(actor.human for actor in noticing):
        return True
    return case.doubt.is_taken_for_granted("on", remedy.name, remedy.header or remedy.span)


# time


def _timed(
    case: Case,
    remedy: Remedy,
    line: Line,
    routes: Sequence[Route],
    obstacles: tuple[Obstacle, ...],
    first: str,
) -> Trial:
    person = first or (routes[0].chain[0] if routes[0].chain else ANYBODY)
    answered = case.contact.answered(line, person, case.noticed)
    deadlines = case.deadlines(remedy)
    chances, stops = _chances(case, remedy, line, routes, (person, answered), deadlines)
    fixed = chances[0].moment
    always, ever = at_any([*chances, *stops])
    return Trial(
        remedy=remedy,
        step=None,
        interrupt=None,
        channel=line.key,
        first=first,
        chain=routes[0].chain,
        approvers=routes[0].approvers,
        obstacles=obstacles,
        contacted=case.noticed,
        answered=answered,
        fixed=fixed,
        deadline=tightest(deadlines),
        always=always,
        ever=ever,
        stopped=at_any(stops)[1],
        counted=tuple(chance.moment for chance in (*chances, *stops)),
        missing=tuple(case.doubt.missing),
        consulted=tuple(case.consulted),
        assumed=tuple(case.doubt.assumed),
    )


def _chances(
    case: Case,
    remedy: Remedy,
    line: Line,
    routes: Sequence[Route],
    hearing: tuple[str, Bounds],
    deadlines: tuple[Bounds, ...],
) -> tuple[list[Chance], list[Chance]]:
    """The fix by each route, and the reports that make the main flow stand still. ``hearing``: who hears of
    it first, and when. An appeal with a window also has to be made in time, by whatever route."""
    person, answered = hearing
    contact, made_within = case.contact, case.made_within(remedy)

    def made(chance: Chance, answered: Bounds) -> Chance:
        report = answered if line.spoken else case.noticed
        return with_other(chance, made=Chance(report, made_within)) if made_within else chance

    fixes: list[Chance] = []
    stops = [made(stop, answered) for stop in case.chances_of_stopping(line, person, deadlines)]
    for route in routes:
        start = answered
        if route.chain and route.chain[0] != person:
            start = contact.answered(line, route.chain[0], case.noticed)
        heard = contact.passed_on(route.chain, start)
        fix = Chance(contact.decided(remedy, route.decider, route.approvers, heard), deadlines)
        fixes.append(made(fix, start))
        stops += [made(hold, start) for hold in case.chances_of_holding(route.chain, start, deadlines)]
    return fixes, stops
