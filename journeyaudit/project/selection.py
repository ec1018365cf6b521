"""Layers of configuration and the rules they speak of -> under which terms each file is checked."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from journeyaudit.finding import Finding, Severity
from journeyaudit.project.configuration import Configuration, Layer, problem
from journeyaudit.project.excluded import seen_from, spec_of
from journeyaudit.project.options import OFF
from journeyaudit.project.rule_names import RuleNames
from journeyaudit.project.thresholds import Thresholds, thresholds
from journeyaudit.rulebook.survey import Rule
from journeyaudit.rulebook.terms import USUAL, Terms
from journeyaudit.source import NOWHERE
from journeyaudit.source.record import record
from journeyaudit.syntax.rules.tree import Quantity

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@record
class _Step:
    """What one table says; ``base`` and ``patterns`` tell for which files, None for all."""

    values: Mapping[str, Any]
    settings: Thresholds
    base: str = ""
    patterns: GitIgnoreSpec | None = None

    def is_for(self, file: str) -> bool:
        if self.patterns is None or not file:
            return self.patterns is None
        path = seen_from(self.base, os.path.abspath(file))  # noqa: PTH100
        return bool(path) and self.patterns.match_file(path)


class Selection:
    """Which rules are reported, how bad what they find is, and with which thresholds they are asked.

    ``findings`` are names that mean nothing, of severity ``INPUT``.
    """

    def __init__(self, configuration: Configuration, rules: Sequence[Rule], today: date | None) -> None:
        self._names, self._today = RuleNames(rules), today
        self.findings: list[Finding] = []
        self._steps = [step for layer in configuration.layers for step in self._steps_of(layer)]
        self._terms: dict[tuple[int, ...], Terms] = {}
        self._look_for_rules(configuration)

    def terms(self, file: str = "") -> Terms:
        """The terms for a file; for none those that hold in general."""
        fitting = tuple(number for number, step in enumerate(self._steps) if step.is_for(file))
        if fitting not in self._terms:
            self._terms[fitting] = self._combined([self._steps[number] for number in fitting])
        return self._terms[fitting]

    def _steps_of(self, layer: Layer) -> Iterator[_Step]:
        """In general, then for some files."""
        yield self._step(layer, layer.values, ())
        for pattern, values in layer.values.get("per-file", {}).items():
            step = self._step(layer, values, ("per-file", pattern))
            yield _Step(step.values, step.settings, layer.folder, spec_of((pattern,)))

    def _step(self, layer: Layer, values: Mapping[str, Any], inside: tuple[str, ...]) -> _Step:
        self.findings += self._names.problems(values, lambda *keys: layer.place(*inside, *keys))
        settings, found = thresholds(
            values.get("settings", {}),
            self._names.rules,
            lambda *keys: layer.place(*inside, "settings", *keys),
        )
        self.findings += found
        return _Step(values, settings)

    def _look_for_rules(self, configuration: Configuration) -> None:
        """A check that reports nothing must not look like one that found nothing."""
        general = [step for step in self._steps if step.patterns is None]
        if not self.findings and not self._asked(general):
            said = [configuration.place(key) for key in ("select", "ignore", "severity")]
            place = next((each for each in said if each), NOWHERE)
            self.findings.append(problem("no rule is left that would be reported", place))

    def _combined(self, steps: Sequence[_Step]) -> Terms:
        """Later steps count; thresholds and severities are put together rule by rule."""
        settings: dict[str, dict[str, Quantity]] = {}
        levels: dict[str, str] = {}
        for step in steps:
            levels |= step.values.get("severity", {})
            for rule, own in step.settings.items():
                settings.setdefault(rule, {}).update(own)
        severities = {rule: Severity(level) for rule, level in levels.items() if level != OFF}
        profile = _profile(steps)
        reported = None
        if any(step.values.keys() & {"select", "extend-select", "ignore", "severity"} for step in steps):
            always = self._names.always_on() & self._names.of_profile(profile)
            reported = frozenset(self._asked(steps) | always)
        return Terms(profile, settings, self._today, reported, severities)

    def _asked(self, steps: Sequence[_Step]) -> set[str]:
        """Step by step: what is asked for, what besides, and what is left out of both."""
        asked, besides = self._names.of_profile(USUAL), set[str]()
        ignored, off = set[str](), set[str]()
        for step in steps:
            said = {
                key: self._names.meant(step.values.get(key, ()))
                for key in ("select", "extend-select", "ignore")
            }
            if "profile" in step.values:
                asked = self._names.of_profile(step.values["profile"])
            if "select" in step.values:
                asked = said["select"]
            besides |= said["extend-select"]
            named = said["select"] | said["extend-select"]
            levels = step.values.get("severity", {})
            ignored = ignored - named | said["ignore"]
            off = off - named - levels.keys() | {rule for rule, level in levels.items() if level == OFF}
        return (asked | besides) - ignored - off


def _profile(steps: Sequence[_Step]) -> str:
    said = [str(step.values["profile"]) for step in steps if "profile" in step.values]
    return said[-1] if said else USUAL
