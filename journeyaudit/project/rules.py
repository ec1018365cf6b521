"""A configuration -> all rules, the terms on which each file is checked, and what is wrong with either."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from journeyaudit.finding import Finding, Severity
from journeyaudit.project.configuration import Configuration
from journeyaudit.rulebook.shelf import ShelvedRule, rules_of
from journeyaudit.rulebook.survey import Rule
from journeyaudit.rulebook.terms import Terms
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record


@record
class Rules:
    """``terms_for`` gives the terms of a file, and for "" those that hold in general. ``sources`` are the
    texts that ``findings`` point into, by path."""

    rules: tuple[Rule, ...]
    terms_for: Callable[[str], Terms]
    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText]


def rules_for(configuration: Configuration, today: date | None = None) -> Rules:
    """Shipped rules and those of one's own, as they are to be applied; ``today`` None is the real day."""
    shelf = rules_of(configuration.rules)
    rules: tuple[Rule, ...] = shelf.rules
    findings = list(shelf.findings)
    if configuration.plugins:
        from journeyaudit.rulebook.plugins import rules_from

        more, problems = rules_from(configuration.plugins, configuration.place("plugins"))
        rules, findings = (*rules, *more), [*findings, *problems]
    misnamed = list(_misnamed(rules))
    sources = {**shelf.sources, **configuration.sources, **{page.path: page for _, page in misnamed}}
    findings += (each for each, _ in misnamed)
    if not configuration.layers:
        terms = Terms(today=today)
        return Rules(rules, lambda _: terms, tuple(findings), sources)
    from journeyaudit.project.selection import Selection

    selection = Selection(configuration, rules, today)
    return Rules(rules, selection.terms, (*findings, *selection.findings), sources)


def _misnamed(rules: Sequence[Rule]) -> Iterator[tuple[Finding, SourceText]]:
    """Rules that say they explain one that does not exist, or themselves, with their pages: one trouble
    would be told as two, and nobody would know why."""
    known = {rule.id for rule in rules}
    for rule in rules:
        if isinstance(rule, ShelvedRule) and not known.issuperset(rule.explains):
            for name in rule.explains:
                if name not in known:
                    yield _no_such_rule(rule, name, known), rule.source
        if isinstance(rule, ShelvedRule) and rule.id in rule.explains:
            title = f"`{rule.id}` cannot explain itself"
            yield Finding("rule-page", Severity.INPUT, title, _place(rule, rule.id)), rule.source


def _no_such_rule(rule: ShelvedRule, name: str, known: set[str]) -> Finding:
    from journeyaudit.syntax.vocabulary import nearest

    meant = nearest(name, sorted(known))
    repair = f"did you mean `{meant}`?" if meant else "`journeyaudit rules` lists all rules"
    title = f"`{rule.id}` explains `{name}`, and there is no such rule"
    return Finding("rule-page", Severity.INPUT, title, _place(rule, name), help=repair)


def _place(rule: ShelvedRule, name: str) -> Span:
    """Where the name stands in the line that begins with `explains:`."""
    line = rule.source.plain.find("explains:", rule.start)
    start = rule.source.plain.find(name, line)
    return rule.source.span(start, start + len(name))
