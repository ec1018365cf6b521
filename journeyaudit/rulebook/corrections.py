"""Verdicts -> findings: mistakes that no human who may can put right in time."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.finding.words import duration, interval, quoted
from journeyaudit.model.quantities import INFINITE
from journeyaudit.model.trouble import Cutoff, RemedyKind
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.figures import measures_of
from journeyaudit.verdicts.verdict import Attempt, Judgement, Obstacle, Verdict

if TYPE_CHECKING:
    from journeyaudit.verdicts.repair import Workshop

ACCEPTABLE_RANK = 2
"""The second person one talks to may still be the one who decides: a convention."""


def no_human_correction(case: Case) -> Iterator[Finding]:
    """Impossible is an error, luck a warning."""
    troubled = [v for v in case.verdicts if v.judgement in (Judgement.IMPOSSIBLE, Judgement.LUCK)]
    if not troubled:
        return
    from journeyaudit.rulebook.proposals import workshop_of

    workshop = workshop_of(case)
    for verdict in troubled:
        if verdict.judgement is Judgement.IMPOSSIBLE:
            title = f"nobody is both able and allowed to put {quoted(verdict.mistake.name)} right in time"
            yield _headline(case, workshop, verdict, Severity.ERROR, title)
        else:
            title = f"whether {quoted(verdict.mistake.name)} can still be put right is a matter of luck"
            yield _headline(case, workshop, verdict, Severity.WARNING, title)


def not_assessable(case: Case) -> Iterator[Finding]:
    """Says which facts are missing; a note, not an accusation."""
    for verdict in case.verdicts:
        if verdict.judgement is Judgement.NOT_ASSESSABLE:
            mistake = verdict.mistake
            yield Finding(
                rule="not-assessable",
                severity=Severity.INFO,
                title=f"whether {quoted(mistake.name)} can be put right in time cannot be told",
                span=mistake.header,
                label=f"between {verdict.strict} and {verdict.generous}",
                journey=case.journey.name,
                subject=mistake.name,
                labels=tuple(Label(fact.span, f"says no `{fact.key}`") for fact in verdict.missing),
                measures=measures_of(verdict),
                missing=tuple(str(fact) for fact in verdict.missing),
                assumptions=verdict.assumptions,
                help=_first_fact_to_state(verdict),
            )


def already_triggered(case: Case) -> Iterator[Finding]:
    """A Kafka zone that no human fix bridges: possible, and refused."""
    for verdict in case.verdicts:
        zone = verdict.figures.kafka_zone
        if verdict.judgement is Judgement.GUARANTEED or zone is None or zone.latest <= 0:
            continue
        if any(_reaches_the_hard_cutoff(verdict, attempt) for attempt in verdict.attempts):
            continue
        mistake = verdict.mistake
        length = interval(max(zone.earliest, 0), zone.latest, endless="ever")
        yield Finding(
            rule="already-triggered",
            severity=Severity.ERROR,
            title=f"for {length} it would still be possible to put {quoted(mistake.name)} right, "
            "and it is refused",
            span=mistake.header,
            journey=case.journey.name,
            subject=mistake.name,
            labels=_cutoff_labels(verdict),
            measures=measures_of(verdict)[:1],
            help="accept corrections until they really become impossible",
        )


def sham_correction(case: Case) -> Iterator[Finding]:
    """What is called a correction must not lead only to bad ends."""
    for verdict in case.verdicts:
        for attempt in _first_of_each_remedy(verdict):
            remedy = attempt.remedy
            if remedy is None or remedy.kind is not RemedyKind.CORRECTS:
                continue
            if Obstacle.BAD_ENDS_ONLY not in attempt.obstacles:
                continue
            yield Finding(
                rule="sham-correction",
                severity=Severity.ERROR,
                title=f"{quoted(remedy.name)} is called a correction and leads only to bad ends",
                span=remedy.header,
                journey=case.journey.name,
                subject=verdict.mistake.name,
                help="let it lead back into the journey or to a good end, "
                "or call it `kind: compensates` or `kind: workaround`",
            )


def decision_rank(case: Case) -> Iterator[Finding]:
    """From one to ten: who can decide quickly?"""
    for verdict in case.verdicts:
        rank = verdict.figures.decision_rank
        mistake = verdict.mistake
        if rank is None and verdict.judgement is Judgement.IMPOSSIBLE:
            yield _rank(case, verdict, "nobody one can talk to may say yes")
        elif rank is not None and rank > ACCEPTABLE_RANK:
            title = f"it takes {rank} people until somebody may put {quoted(mistake.name)} right"
            yield _rank(case, verdict, title)


def _rank(case: Case, verdict: Verdict, title: str) -> Finding:
    return Finding(
        rule="decision-rank",
        severity=Severity.WARNING,
        title=title,
        span=verdict.mistake.header,
        journey=case.journey.name,
        subject=verdict.mistake.name,
        measures=tuple(each for each in measures_of(verdict) if each.name == "decision rank"),
        help="give the first or second person one reaches the right to decide it",
    )


def _headline(case: Case, workshop: Workshop, verdict: Verdict, severity: Severity, title: str) -> Finding:
    from journeyaudit.rulebook.proposals import proposal_in_words
    from journeyaudit.verdicts.story import story_of

    mistake = verdict.mistake
    return Finding(
        rule="no-human-correction",
        severity=severity,
        title=title,
        span=mistake.header,
        label=_noticing_label(verdict),
        journey=case.journey.name,
        subject=mistake.name,
        labels=(*_cutoff_labels(verdict), *_attempt_labels(case, verdict)),
        trail=_trail(case, mistake.node),
        story=story_of(case.service, case.journey, verdict),
        measures=measures_of(verdict),
        assumptions=verdict.assumptions,
        missing=tuple(str(fact) for fact in verdict.missing),
        notes=(f"the journey itself says why: {mistake.no_remedy}",) if mistake.no_remedy else (),
        help=proposal_in_words(case, workshop, verdict),
    )


def _trail(case: Case, number: int) -> tuple[Label, ...]:
    """The named places on the shortest way; of a very long way the beginning and the last hundred."""
    way = case.graph.trail_to(number)
    return case.way((*way[:2], *way[-100:]) if len(way) > 102 else way)


def _noticing_label(verdict: Verdict) -> str:
    if not isfinite(verdict.noticed.earliest):
        return "nobody notices it"
    if verdict.noticed.latest == 0:
        return "noticed at once"
    return f"noticed {duration(verdict.noticed.earliest, at_once='at once')} later"


def _cutoff_labels(verdict: Verdict) -> tuple[Label, ...]:
    mistake = verdict.mistake
    labels = []
    if mistake.soft is not None and not _without_end(mistake.soft):
        labels.append(_cutoff_label(mistake.soft, "from then on corrections are refused"))
    if mistake.hard is not None and not _without_end(mistake.hard):
        labels.append(_cutoff_label(mistake.hard, "from then on it cannot be undone"))
    return tuple(labels)


def _without_end(cutoff: Cutoff) -> bool:
    return cutoff.point.after is not None and cutoff.point.after.low == INFINITE


def _cutoff_label(cutoff: Cutoff, text: str) -> Label:
    return Label(cutoff.span, f"{text}: {cutoff.because}" if cutoff.because else text)


def _attempt_labels(case: Case, verdict: Verdict) -> tuple[Label, ...]:
    from journeyaudit.verdicts.reasons import why_not

    labels = []
    for attempt in _first_of_each_remedy(verdict):
        if attempt.remedy is not None:
            first = case.name_of(attempt.chain[0]) if attempt.chain else "whoever answers"
            reason = why_not(case.service, case.journey, attempt, first)
            if reason:
                labels.append(Label(attempt.remedy.header, reason.rstrip(".")))
    return tuple(labels)


def _first_of_each_remedy(verdict: Verdict) -> list[Attempt]:
    seen: dict[int, Attempt] = {}
    for attempt in verdict.attempts:
        if attempt.remedy is not None:
            seen.setdefault(attempt.remedy.number, attempt)
    return list(seen.values())


def _reaches_the_hard_cutoff(verdict: Verdict, attempt: Attempt) -> bool:
    if not attempt.human_fix or attempt.deadline is None:
        return False
    return verdict.hard is None or attempt.deadline.latest >= verdict.hard.latest


def _first_fact_to_state(verdict: Verdict) -> str:
    return f"state {verdict.missing[0]} first" if verdict.missing else ""
