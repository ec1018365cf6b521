"""Files and folders -> project -> graph -> verdicts -> findings -> one outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeyaudit.audit.ordering import against_baseline, in_order, ranked
from journeyaudit.finding import Finding
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.journey import Journey, Service
from journeyaudit.project.configuration import Configuration, configuration_for, excludes_of
from journeyaudit.project.load import Project, load, load_text
from journeyaudit.project.rules import Rules, rules_for
from journeyaudit.project.seen import SeenFrom
from journeyaudit.project.wishes import USUAL, Wishes
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.coverage import mistake_coverage
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.rulebook.survey import survey
from journeyaudit.source import SourceText
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
    for outcome, findings in examined(project, SeenFrom(project), rules):
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
        says_something=any(project.trees[file].blocks for file in project.reported),
    )
    return against_baseline(whole, {**project.sources, **rules.sources}, rules, configuration, wishes)


def examined(
    project: Project, seen: SeenFrom, rules: Rules
) -> Iterator[tuple[JourneyOutcome, tuple[Finding, ...]]]:
    """What comes of every journey of the files that are reported on, and what its rules say."""
    reported = frozenset(project.reported)
    for journey in project.service.journeys:
        if journey.span.file in reported:
            yield _examined(seen.service(journey.span.file), journey, rules)


def _examined(service: Service, journey: Journey, rules: Rules) -> tuple[JourneyOutcome, tuple[Finding, ...]]:
    try:
        graph = from_journey(journey)
        verdicts = judge(service, journey, graph)
        terms = rules.terms_for(journey.span.file)
        case = Case(service, journey, graph, verdicts)
        found = survey(case, rules.rules, terms)
    except Exception as error:
        error.add_note(f"at the journey “{journey.name}” in {journey.span.file}")
        raise
    coverage = mistake_coverage(journey)
    tallies, accepted = found.tallies, found.accepted
    return JourneyOutcome(case, coverage, tallies, accepted, found.dated), found.findings
