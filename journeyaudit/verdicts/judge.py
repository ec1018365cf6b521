"""A journey and its graph -> one verdict for each mistake (``docs/meaning.md``, section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyaudit.graph.journey_graph import JourneyGraph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import INFINITE, Point
from journeyaudit.model.trouble import Cutoff, Mistake
from journeyaudit.source.record import record, with_other
from journeyaudit.verdicts.by_flow import is_put_right_by_a_step, trials_through_flow
from journeyaudit.verdicts.by_remedy import trials_of_remedies
from journeyaudit.verdicts.case import Case, Court
from journeyaudit.verdicts.clock import Pieces
from journeyaudit.verdicts.figures import figures_of
from journeyaudit.verdicts.minutes import example_minute, lucky_minute
from journeyaudit.verdicts.spans import WHOLE_WEEK, Spans, both, outside
from journeyaudit.verdicts.trial import Trial, minutes_possible, minutes_sure
from journeyaudit.verdicts.verdict import Attempt, Judgement, MissingFact, Verdict


def judge(service: Service, journey: Journey, graph: JourneyGraph) -> tuple[Verdict, ...]:
    """One verdict per mistake, in source order."""
    court = Court(service, journey, graph)
    return tuple(verdict_in(court, mistake) for mistake in journey.mistakes)


def judge_one(service: Service, journey: Journey, graph: JourneyGraph, mistake: Mistake) -> Verdict:
    """The verdict on one mistake only, which need not be one of ``journey.mistakes`` as it stands."""
    return verdict_in(Court(service, journey, graph), mistake)


@record
class _Reading:
    """How all attempts went in one of the two readings, over the minutes at which clock 0 may fall."""

    trials: tuple[Trial, ...]
    admissible: Spans
    sure: Spans
    possible: Spans

    @property
    def judgement(self) -> Judgement:
        if not both(self.admissible, outside(self.sure)):
            return Judgement.GUARANTEED
        return Judgement.LUCK if both(self.admissible, self.possible) else Judgement.IMPOSSIBLE


def verdict_in(court: Court, mistake: Mistake) -> Verdict:
    """The same, where several mistakes or edited models share a court."""
    mistake = _with_assumed_cutoff(court, mistake)
    generous, strict = _read(court, mistake, True), _read(court, mistake, False)
    kind, against = generous.judgement, strict.judgement
    untold = remedies_may_be_untold(court, mistake)
    if untold:
        kind, against = Judgement.GUARANTEED, Judgement.IMPOSSIBLE
    judgement = kind if kind is against else Judgement.NOT_ASSESSABLE
    open_question = judgement is Judgement.NOT_ASSESSABLE
    example = example_minute(judgement, generous.admissible, generous.sure, generous.possible)
    lacking = _lacking(court, generous, strict) if open_question else {}
    case = Case(court, mistake, generous=True)
    soft, hard = case.soft, case.hard
    attempts = tuple(_told(trial, example, lacking) for trial in generous.trials)
    missing = dict.fromkeys(fact for facts in lacking.values() for fact in facts)
    if untold:
        missing = {MissingFact("remedy", mistake.name, mistake.header or mistake.span): None}
    return Verdict(
        mistake=mistake,
        judgement=judgement,
        generous=kind,
        strict=against,
        attempts=attempts,
        missing=tuple(missing),
        assumptions=_assumptions(court, case, generous.trials),
        figures=figures_of(court, mistake, generous.trials, strict.trials, example),
        example=example,
        lucky=lucky_minute(judgement, generous.admissible, generous.sure, generous.possible),
        noticed=case.noticed.at(example),
        soft=None if soft is None else soft.at(example),
        hard=None if hard is None else hard.at(example),
        clock_node=case.clock,
    )


def _with_assumed_cutoff(court: Court, mistake: Mistake) -> Mistake:
    """Section 3: without a hard cut-off the next point of no return is one."""
    if mistake.hard is not None:
        return mistake
    node = court.graph.first_no_return_after(mistake.node)
    if node is None:
        return mistake
    place = court.journey.nodes[node]
    cutoff = Cutoff(Point(node=node), place.header or place.span)
    return with_other(mistake, hard=cutoff, hard_assumed=True)


def _read(court: Court, mistake: Mistake, generous: bool) -> _Reading:
    trials = (
        *trials_of_remedies(court, mistake, generous),
        *trials_through_flow(court, mistake, generous),
    )
    clock = mistake.node if mistake.noticed_at is None else mistake.noticed_at
    calendar = court.moments.hours.of_node(court.journey.nodes[clock])
    admissible = calendar.spans if calendar and calendar.spans else WHOLE_WEEK
    return _Reading(trials, admissible, minutes_sure(trials), minutes_possible(trials))


def remedies_may_be_untold(court: Court, mistake: Mistake) -> bool:
    """Section 2: what is not finished, or could not be read, may hold a remedy."""
    unfinished = court.journey.partial or court.journey.broken
    noticed = mistake.noticed_after
    never_noticed = noticed is not None and noticed.low == INFINITE
    told = mistake.remedies or mistake.no_remedy or is_put_right_by_a_step(court, mistake)
    return unfinished and not told and not never_noticed


# what is missing


def _lacking(court: Court, generous: _Reading, strict: _Reading) -> dict[object, tuple[MissingFact, ...]]:
    """For each attempt that may come off: the facts on which it depends, in the order consulted."""
    hopeful = {_identity(trial) for trial in generous.trials if both(generous.admissible, trial.possible)}
    found: dict[object, dict[MissingFact, None]] = {identity: {} for identity in hopeful}
    for trial in (*generous.trials, *strict.trials):
        facts = found.get(_identity(trial))
        if facts is not None:
            facts.update(dict.fromkeys(trial.missing))
            for moment in trial.consulted:
                for way in moment.ways:
                    facts.update(dict.fromkeys(court.moments.unknown_on(way)))
    return {
        identity: tuple(found[identity])
        for identity in dict.fromkeys(map(_identity, generous.trials))
        if identity in found
    }


def _identity(trial: Trial) -> object:
    return trial.choice, trial.first


def _told(trial: Trial, example: int, lacking: dict[object, tuple[MissingFact, ...]]) -> Attempt:
    return trial.told_at(example, lacking.get(_identity(trial), ()))


# what is assumed


def _assumptions(court: Court, case: Case, trials: Iterable[Trial]) -> tuple[str, ...]:
    """Plain sentences, each once: the cut-off, then rights and answers, then hours."""
    said: dict[str, None] = {}
    mistake = case.mistake
    if mistake.hard_assumed and mistake.hard is not None and mistake.hard.point.node is not None:
        title = court.journey.nodes[mistake.hard.point.node].title
        said[f"Nothing says until when it can be undone: taken until “{title}” begins."] = None
    fixing = [trial for trial in trials if trial.fixes]
    for trial in fixing:
        said.update(dict.fromkeys(trial.assumed))
    said.update(dict.fromkeys(_hours_assumed(court, case, fixing)))
    if any(_depends_on_the_day(trial) for trial in fixing):
        said["Public holidays are left out."] = None
    return tuple(said)


def _hours_assumed(court: Court, case: Case, trials: Iterable[Trial]) -> Iterator[str]:
    silent: set[str] = set()
    for moment in (*case.consulted, *(moment for trial in trials for moment in trial.consulted)):
        silent |= moment.silent
    for key, actor in court.service.actors.items():
        if key in silent:
            yield f"Nothing says when {actor.name} works: taken as round the clock."


def _depends_on_the_day(trial: Trial) -> bool:
    return any(isinstance(one, Pieces) for one in (*trial.fixed, *trial.deadline, *trial.answered))
