"""A configuration -> all rules, the terms on which each file is checked, and what is wrong with either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from journeyaudit.finding import Finding
from journeyaudit.project.configuration import Configuration
from journeyaudit.rulebook.shelf import rules_of
from journeyaudit.rulebook.survey import Rule
from journeyaudit.rulebook.terms import Terms
from journeyaudit.source import SourceText
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
    sources = {**shelf.sources, **configuration.sources}
    if not configuration.layers:
        terms = Terms(today=today)
        return Rules(rules, lambda _: terms, tuple(findings), sources)
    from journeyaudit.project.selection import Selection

    selection = Selection(configuration, rules, today)
    return Rules(rules, selection.terms, (*findings, *selection.findings), sources)
