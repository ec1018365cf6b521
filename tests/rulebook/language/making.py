"""Journeys as text -> cases, and rules as text -> what they answer."""

from __future__ import annotations

from datetime import date

from journeyaudit.finding import Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project import load_text
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import CompiledRule, Look, RuleResult, compile_rule
from journeyaudit.source import SourceText
from journeyaudit.verdicts.judge import judge

TODAY = date(2026, 6, 1)


def cases_of(text: str) -> list[Case]:
    """The journeys of a text, each with its graph and verdicts."""
    project = load_text(text)
    assert [f.title for f in project.findings if f.severity is Severity.INPUT] == []
    cases = []
    for journey in project.service.journeys:
        graph = from_journey(journey)
        cases.append(Case(project.service, journey, graph, judge(project.service, journey, graph)))
    return cases


def rule_of(text: str) -> CompiledRule:
    rule, complaints = compile_rule(SourceText("rule", text), "tried", "pack")
    assert rule is not None, [(finding.title, finding.help) for finding in complaints]
    return rule


def result(rule: str, case: Case) -> RuleResult:
    return rule_of(rule).evaluate(case, look=Look(case, TODAY))
