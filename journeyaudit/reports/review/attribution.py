"""The findings of an outcome -> whose they are: of a mistake, of a journey, or of nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.explanation import reasons
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.source.record import record

Numbered = tuple[int, Finding]
"""A finding with its number in the report, from 1."""


@record
class Attributed:
    """``of_journey`` by the number of the journey in the outcome, from 0."""

    of_journey: Mapping[int, tuple[Numbered, ...]]
    unreadable: tuple[Numbered, ...]
    general: tuple[Numbered, ...]


def attributed(outcome: Outcome) -> Attributed:
    """Every finding once, in the order of the report."""
    named: dict[str, list[int]] = {}
    for number, each in enumerate(outcome.journeys):
        named.setdefault(each.journey.name, []).append(number)
    of_journey: dict[int, list[Numbered]] = {}
    unreadable, general = [], []
    for numbered in enumerate(outcome.findings, 1):
        finding = numbered[1]
        at = _journey(finding, named.get(finding.journey, ()), outcome.journeys)
        if finding.severity is Severity.INPUT:
            unreadable.append(numbered)
        elif at is None:
            general.append(numbered)
        else:
            of_journey.setdefault(at, []).append(numbered)
    return Attributed(
        {at: tuple(found) for at, found in of_journey.items()}, tuple(unreadable), tuple(general)
    )


def by_mistake(journey: JourneyOutcome, findings: Sequence[Numbered]) -> Mapping[int, tuple[Numbered, ...]]:
    """Findings by the number of their verdict in the journey; -1 for those about something else."""
    found: dict[int, list[Numbered]] = {}
    named: dict[str, list[int]] = {}
    for number, verdict in enumerate(journey.verdicts):
        named.setdefault(verdict.mistake.name, []).append(number)
    for numbered in findings:
        about = named.get(numbered[1].subject, [-1])
        here = [number for number in about if number < 0 or _inside(numbered[1], journey, number)]
        found.setdefault((here or about)[0], []).append(numbered)
    return {number: tuple(each) for number, each in found.items()}


def _inside(finding: Finding, journey: JourneyOutcome, number: int) -> bool:
    block = journey.verdicts[number].mistake.span
    return finding.span.file == block.file and block.start <= finding.span.start < block.end


def _journey(finding: Finding, named: Sequence[int], journeys: Sequence[JourneyOutcome]) -> int | None:
    """Versions of a journey in several files have one name: then the file decides, or that of a label."""
    if len(named) == 1:
        return named[0]
    files = tuple(_files(finding))
    for number in named:
        if journeys[number].journey.span.file in files:
            return number
    return named[0] if named else None


def _files(finding: Finding) -> Iterator[str]:
    yield finding.span.file
    yield from (label.span.file for label in (*finding.labels, *finding.trail))
    yield from (evidence.span.file for _, evidence in reasons(finding))
