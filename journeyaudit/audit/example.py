"""An example journey and one rule -> what this rule alone says about it."""

from __future__ import annotations

from datetime import date

from journeyaudit.finding import Finding, Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project import Project, load_text
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import CompiledRule, Look
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.source.record import record
from journeyaudit.verdicts.judge import judge
from journeyaudit.verdicts.verdict import MissingFact


@record
class Shown:
    """An example that was looked at.

    ``findings`` are those of the rule, in source order, ``assessed`` the number of things it could judge,
    ``missing`` the facts it would need for others. ``unreadable`` says what is wrong with the text; then
    nothing was looked at.
    """

    project: Project
    unreadable: tuple[Finding, ...] = ()
    journeys: tuple[JourneyOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    assessed: int = 0


def show(
    text: str, rule: CompiledRule | None = None, *, path: str = "<text>", today: date | None = None
) -> Shown:
    """Looks at all journeys of a text with one rule, or with none."""
    project = load_text(text, path)
    unreadable = tuple(each for each in project.findings if each.severity is Severity.INPUT)
    if unreadable:
        return Shown(project, unreadable)
    journeys, findings, missing, assessed = [], list[Finding](), list[MissingFact](), 0
    for journey in project.service.journeys:
        graph = from_journey(journey)
        verdicts = judge(project.service, journey, graph)
        case = Case(project.service, journey, graph, verdicts)
        journeys.append(JourneyOutcome(case))
        if rule is not None:
            result = rule.evaluate(case, look=Look(case, today))
            findings += result.findings
            missing += [fact for _, facts in result.not_assessable for fact in facts]
            assessed += result.assessed
    return Shown(project, (), tuple(journeys), tuple(findings), tuple(missing), assessed)
