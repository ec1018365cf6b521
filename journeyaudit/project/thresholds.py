"""Thresholds as configured, and the rules they belong to -> values a rule can compare with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from journeyaudit.finding import Finding
from journeyaudit.finding.words import listed
from journeyaudit.project.configuration import problem
from journeyaudit.project.toml_text import as_written
from journeyaudit.rulebook.language.operands import value_of
from journeyaudit.source import Span
from journeyaudit.syntax.rules import parse_quantity
from journeyaudit.syntax.rules.tree import Quantity
from journeyaudit.syntax.vocabulary import fold, nearest

Thresholds = Mapping[str, Mapping[str, Quantity]]


def thresholds(
    wanted: Mapping[str, Mapping[str, object]], rules: Mapping[str, object], place: Callable[..., Span]
) -> tuple[Thresholds, tuple[Finding, ...]]:
    """``place`` tells where the table of a rule, and a threshold in it, stand.

    A rule or threshold that does not exist, and a value of another sort than its default, is a finding of
    severity ``INPUT``.
    """
    findings: list[Finding] = []
    values: dict[str, dict[str, Quantity]] = {}
    for rule, named in wanted.items():
        if rule not in rules:
            findings.append(problem(f"there is no rule `{rule}`", place(rule), _meant(rule, tuple(rules))))
            continue
        # a rule in Python has none
        known: Mapping[str, Quantity] = getattr(rules[rule], "settings", {})
        for name, value in named.items():
            found = _threshold(rule, name, value, known)
            if isinstance(found, tuple):
                findings.append(problem(found[0], place(rule, name), found[1]))
            else:
                values.setdefault(rule, {})[fold(name)] = found
    return values, tuple(findings)


def _threshold(
    rule: str, name: str, value: object, known: Mapping[str, Quantity]
) -> Quantity | tuple[str, str]:
    """The threshold, or what is wrong with it and what to do."""
    default = known.get(fold(name))
    if default is None:
        repair = _meant(name, tuple(known)) if known else "it has none at all"
        return f"`{rule}` has no threshold “{name}”", repair
    quantity = _quantity(value)
    if quantity is None or value_of(quantity)[1] is not value_of(default)[1]:
        title = f"{as_written(value)} is no value for “{name}” of `{rule}`"
        return title, f"write it like its default: {said(default)}"
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
    return f"there are {listed([f'“{each}”' for each in known])}" if len(known) <= 8 else ""
