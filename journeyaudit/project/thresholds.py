"""Thresholds as configured, and the rules they belong to -> values a rule can compare with."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import listed
from journeyaudit.project.configuration import Configuration
from journeyaudit.rulebook.language.operands import value_of
from journeyaudit.syntax.rules import parse_quantity
from journeyaudit.syntax.rules.tree import Quantity
from journeyaudit.syntax.vocabulary import fold, nearest

Thresholds = Mapping[str, Mapping[str, Quantity]]


def thresholds(configuration: Configuration, known: Thresholds) -> tuple[Thresholds, tuple[Finding, ...]]:
    """``known`` are the defaults of all rules. A rule or threshold that does not exist, and a value of
    another sort than its default, is a finding of severity ``INPUT``."""
    findings: list[Finding] = []
    values: dict[str, dict[str, Quantity]] = {}
    for rule, wanted in configuration.settings.items():
        if rule not in known:
            repair = _meant(rule, tuple(known))
            findings.append(_problem(configuration, (rule,), f"there is no rule `{rule}`", repair))
            continue
        for name, value in wanted.items():
            found = _threshold(configuration, rule, name, value, known[rule])
            if isinstance(found, Finding):
                findings.append(found)
            else:
                values.setdefault(rule, {})[fold(name)] = found
    return values, tuple(findings)


def _threshold(
    configuration: Configuration, rule: str, name: str, value: object, known: Mapping[str, Quantity]
) -> Quantity | Finding:
    default = known.get(fold(name))
    if default is None:
        title = f"`{rule}` has no threshold „{name}“"
        repair = _meant(name, tuple(known)) if known else "it has none at all"
        return _problem(configuration, (rule, name), title, repair)
    quantity = _quantity(value)
    if quantity is None or value_of(quantity)[1] is not value_of(default)[1]:
        title = f"{value!r} is no value for „{name}“ of `{rule}`"
        return _problem(configuration, (rule, name), title, f"write it like its default: {said(default)}")
    return quantity


def _quantity(value: object) -> Quantity | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return parse_quantity(str(Decimal(str(value))))
    return parse_quantity(value) if isinstance(value, str) else None


def said(quantity: Quantity) -> str:
    """A threshold as one writes it in a configuration."""
    from journeyaudit.rulebook.language import values

    return f'"{values.said(value_of(quantity)[0])}"'


def _meant(word: str, known: tuple[str, ...]) -> str:
    meant = nearest(word, known)
    if meant:
        return f"did you mean `{meant}`?"
    return f"there are {listed([f'„{each}“' for each in known])}" if len(known) <= 8 else ""


def _problem(configuration: Configuration, keys: tuple[str, ...], title: str, repair: str) -> Finding:
    return Finding(
        "configuration", Severity.INPUT, title, configuration.place("settings", *keys), help=repair
    )
