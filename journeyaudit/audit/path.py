"""Files and folders -> project -> graph -> verdicts -> findings -> one outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journeyaudit.finding import Finding, Severity
from journeyaudit.graph import from_journey
from journeyaudit.model.journey import Journey, Service
from journeyaudit.project import Project, load, load_text
from journeyaudit.project.configuration import Configuration, configuration_for
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.coverage import mistake_coverage
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.rulebook.shelf import rules_of
from journeyaudit.rulebook.survey import Rule, survey
from journeyaudit.rulebook.terms import Terms
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record
from journeyaudit.syntax.rules.tree import PROFILES
from journeyaudit.verdicts.judge import judge

if TYPE_CHECKING:
    from journeyaudit.project.thresholds import Thresholds


@record
class Wishes:
    """What is asked for besides the paths; it goes before what is configured.

    ``profile`` "" leaves it to the configuration. ``rules`` are more folders with rules of one's own.
    ``today`` None is the real day. ``isolated``: no configuration is looked for.
    """

    profile: str = ""
    rules: tuple[str, ...] = ()
    today: date | None = None
    isolated: bool = False


USUAL = Wishes()


def audit_paths(paths: Iterable[str], wishes: Wishes = USUAL) -> tuple[Outcome, Mapping[str, SourceText]]:
    """Audits files and everything below folders; the texts come back for the reports to quote.

    What is wrong with the input, the configuration or a rule are findings; a fault of our own is raised
    with a note that names the journey and its file.
    """
    paths = tuple(paths)
    return _audited(load(paths), _rules_for(paths, wishes))


def audit_text(
    text: str, path: str = "<text>", wishes: Wishes = USUAL
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """The same for one text in memory; what it imports, and the configuration, is looked for beside
    ``path``."""
    return _audited(load_text(text, path), _rules_for((path,), wishes))


@record
class _Rules:
    """All rules, the terms under which they are applied, and what is wrong with either."""

    rules: tuple[Rule, ...]
    terms: Terms
    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText]


def _rules_for(paths: tuple[str, ...], wishes: Wishes) -> _Rules:
    configured, complaints = (Configuration(), ()) if wishes.isolated else configuration_for(paths)
    shelf = rules_of((*configured.rules, *wishes.rules))
    rules: tuple[Rule, ...] = shelf.rules
    found = [*complaints, *shelf.findings]
    settings: Thresholds = {}
    if configured.plugins:
        from journeyaudit.rulebook.plugins import rules_from

        more, problems = rules_from(configured.plugins, configured.place("plugins"))
        rules, found = (*rules, *more), [*found, *problems]
    if configured.settings:
        from journeyaudit.project.thresholds import thresholds

        settings, problems = thresholds(configured, {rule.id: rule.settings for rule in shelf.rules})
        found += problems
    profile = wishes.profile or configured.profile or Terms().profile
    sources = dict(shelf.sources)
    if configured.source is not None:
        sources[configured.source.path] = configured.source
    return _Rules(rules, Terms(profile, settings, wishes.today), tuple(found), sources)


def _audited(project: Project, rules: _Rules) -> tuple[Outcome, Mapping[str, SourceText]]:
    service = project.service
    reported = frozenset(project.reported)
    rank = {path: number for number, path in enumerate(project.sources)}
    found = [(rank.get(each.span.file, -1), each) for each in (*rules.findings, *_by_place(project.findings))]
    outcomes = []
    for journey in service.journeys:
        if journey.span.file in reported:
            outcome, findings = _audited_journey(service, journey, rules)
            outcomes.append(outcome)
            found += ((rank[journey.span.file], each) for each in findings)
    # file by file; in each what is wrong with its text, then its journeys, each as its rules were told
    ordered = [finding for _, finding in sorted(found, key=lambda each: each[0])]
    findings = _each_once(_strictly(ordered) if rules.terms.profile == PROFILES[-1] else ordered)
    sources = {**project.sources, **rules.sources}
    return Outcome(service, project.reported, tuple(outcomes), findings, rules.terms.profile), sources


def _audited_journey(
    service: Service, journey: Journey, rules: _Rules
) -> tuple[JourneyOutcome, tuple[Finding, ...]]:
    try:
        graph = from_journey(journey)
        verdicts = judge(service, journey, graph)
        found = survey(Case(service, journey, graph, verdicts), rules.rules, rules.terms)
    except Exception as error:
        error.add_note(f"at the journey „{journey.name}“ in {journey.span.file}")
        raise
    coverage = mistake_coverage(journey)
    return JourneyOutcome(journey, graph, verdicts, coverage, found.tallies, found.accepted), found.findings


def _strictly(findings: Iterable[Finding]) -> list[Finding]:
    """In the strictest profile a mistake that cannot be assessed is no mere remark."""
    return [
        replace(finding, severity=Severity.WARNING)
        if finding.rule == "not-assessable" and finding.severity is Severity.INFO
        else finding
        for finding in findings
    ]


def _by_place(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: (each.span.start, each.span.end))


def _each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is said about somebody who acts in several journeys is said once."""
    first: dict[tuple[str, Span, str], Finding] = {}
    for finding in findings:
        first.setdefault((finding.rule, finding.span, finding.title), finding)
    return tuple(first.values())
