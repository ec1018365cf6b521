"""Files and folders -> project -> graph -> verdicts -> findings -> one outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeyaudit.finding import Finding, Severity
from journeyaudit.graph import from_journey
from journeyaudit.model.journey import Journey, Service
from journeyaudit.project import Project, load, load_text
from journeyaudit.rulebook import findings as findings_of
from journeyaudit.rulebook.coverage import mistake_coverage
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.source import SourceText
from journeyaudit.verdicts.judge import judge


def audit_paths(paths: Iterable[str], *, strict: bool = False) -> tuple[Outcome, Mapping[str, SourceText]]:
    """Audits files and everything below folders; the texts come back for the reports to quote.

    With ``strict`` every mistake that cannot be assessed is a warning. What is wrong with the input
    are findings; a fault of our own is raised with a note that names the journey and its file.
    """
    return _audited(load(paths), strict)


def audit_text(
    text: str, path: str = "<text>", *, strict: bool = False
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """The same for one text in memory; what it imports is looked for beside ``path``."""
    return _audited(load_text(text, path), strict)


def _audited(project: Project, strict: bool) -> tuple[Outcome, Mapping[str, SourceText]]:
    service = project.service
    reported = frozenset(project.reported)
    found = list(project.findings)
    outcomes = []
    for journey in service.journeys:
        if journey.span.file in reported:
            outcome, findings = _audited_journey(service, journey)
            outcomes.append(outcome)
            found.extend(findings)
    findings = _in_order(_strictly(found) if strict else found, project)
    return Outcome(service, project.reported, tuple(outcomes), findings), project.sources


def _audited_journey(service: Service, journey: Journey) -> tuple[JourneyOutcome, tuple[Finding, ...]]:
    try:
        graph = from_journey(journey)
        verdicts = judge(service, journey, graph)
        findings = findings_of(service, journey, graph, verdicts)
    except Exception as error:
        error.add_note(f"at the journey „{journey.name}“ in {journey.span.file}")
        raise
    return JourneyOutcome(journey, graph, verdicts, mistake_coverage(journey)), findings


def _strictly(findings: Iterable[Finding]) -> list[Finding]:
    return [
        replace(finding, severity=Severity.WARNING)
        if finding.rule == "not-assessable" and finding.severity is Severity.INFO
        else finding
        for finding in findings
    ]


def _in_order(findings: Iterable[Finding], project: Project) -> tuple[Finding, ...]:
    """By file as named, then by place; what belongs to no file that could be read comes first."""
    rank = {path: number for number, path in enumerate(project.sources)}
    return tuple(
        sorted(findings, key=lambda each: (rank.get(each.span.file, -1), each.span.start, each.span.end))
    )
