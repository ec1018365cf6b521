"""Files and folders -> project -> graph -> verdicts -> findings -> one outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeyaudit.finding import Finding
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.journey import Journey, Service
from journeyaudit.project.baseline_place import baseline_in_use
from journeyaudit.project.configuration import Configuration, configuration_for, excludes_of
from journeyaudit.project.load import Project, load, load_text
from journeyaudit.project.rules import Rules, rules_for
from journeyaudit.project.wishes import USUAL, Wishes
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.coverage import mistake_coverage
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.rulebook.survey import survey
from journeyaudit.source import SourceText, Span
from journeyaudit.verdicts.judge import judge

__all__ = ["USUAL", "Wishes", "audit_paths", "audit_text"]


def audit_paths(paths: Iterable[str], wishes: Wishes = USUAL) -> tuple[Outcome, Mapping[str, SourceText]]:
    """Audits files and everything below folders; the texts come back for the reports to quote.

    What is wrong with the input, the configuration or a rule are findings; a fault of our own is raised
    with a note that names the journey and its file.
    """
    paths = tuple(paths)
    configuration, complaints = configuration_for(paths, wishes)
    project = load(paths, excludes_of(configuration, wishes), configuration.markdown)
    return _audited(project, configuration, complaints, wishes)


def audit_text(
    text: str, path: str = "<text>", wishes: Wishes = USUAL
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """The same for one text in memory; what it imports, and the configuration, is looked for beside
    ``path``."""
    configuration, complaints = configuration_for((path,), wishes)
    return _audited(load_text(text, path), configuration, complaints, wishes)


def _audited(
    project: Project, configuration: Configuration, complaints: Iterable[Finding], wishes: Wishes
) -> tuple[Outcome, Mapping[str, SourceText]]:
    rules = rules_for(configuration, wishes.today)
    rank = {path: number for number, path in enumerate(project.sources)}
    found = ranked((*complaints, *rules.findings, *project.findings), rank)
    outcomes = []
    for outcome, findings in examined(project, rules):
        outcomes.append(outcome)
        found += ((rank[outcome.journey.span.file], each) for each in findings)
    whole = Outcome(
        project.service,
        project.reported,
        tuple(outcomes),
        in_order(found),
        rules.terms_for("").profile,
        fail_level=configuration.fail_level,
        excluded=project.excluded,
    )
    return against_baseline(whole, {**project.sources, **rules.sources}, rules, configuration, wishes)


Ranked = tuple[int, Finding]
"""A finding with the number of the file to which it belongs."""


def examined(project: Project, rules: Rules) -> Iterator[tuple[JourneyOutcome, tuple[Finding, ...]]]:
    """What comes of every journey of the files that are reported on, and what its rules say."""
    reported = frozenset(project.reported)
    for journey in project.service.journeys:
        if journey.span.file in reported:
            yield _examined(project.service, journey, rules)


def ranked(problems: Iterable[Finding], rank: Mapping[str, int]) -> list[Ranked]:
    """What is wrong with texts, by place; what belongs to no file that could be read comes first."""
    by_place = sorted(problems, key=lambda each: (each.span.start, each.span.end))
    return [(rank.get(each.span.file, -1), each) for each in by_place]


def in_order(found: Iterable[Ranked]) -> tuple[Finding, ...]:
    """File by file; in each what is wrong with its text, then its journeys, each as its rules were told.

    What is said about somebody who acts in several journeys is said once.
    """
    first: dict[tuple[str, Span, str], Finding] = {}
    for _, finding in sorted(found, key=lambda each: each[0]):
        first.setdefault((finding.rule, finding.span, finding.title), finding)
    return tuple(first.values())


def against_baseline(
    whole: Outcome,
    sources: Mapping[str, SourceText],
    rules: Rules,
    configuration: Configuration,
    wishes: Wishes,
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """Without what a baseline knows already, if one is in use."""
    baseline = baseline_in_use(configuration, wishes)
    if not baseline:
        return whole, sources
    from journeyaudit.project.baseline import without_known

    whole, more = without_known(baseline, whole, rules, configuration, wishes)
    return whole, {**sources, **more}


def _examined(service: Service, journey: Journey, rules: Rules) -> tuple[JourneyOutcome, tuple[Finding, ...]]:
    try:
        graph = from_journey(journey)
        verdicts = judge(service, journey, graph)
        terms = rules.terms_for(journey.span.file)
        found = survey(Case(service, journey, graph, verdicts), rules.rules, terms)
    except Exception as error:
        error.add_note(f"at the journey „{journey.name}“ in {journey.span.file}")
        raise
    coverage = mistake_coverage(journey)
    tallies, accepted = found.tallies, found.accepted
    return JourneyOutcome(journey, graph, verdicts, coverage, tallies, accepted, found.dated), found.findings
