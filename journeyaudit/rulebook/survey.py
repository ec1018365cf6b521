"""A journey with its graph and verdicts, under all rules -> its headlines, and how each rule fared."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.exceptions import Exceptions
from journeyaudit.rulebook.headlines import Headline, Said, headlines, worst_first
from journeyaudit.rulebook.language import Look, RuleResult
from journeyaudit.rulebook.language.answer import together
from journeyaudit.rulebook.language.report import Found
from journeyaudit.rulebook.language.words_of_stories import Standing
from journeyaudit.rulebook.outcome import Accepted, Tally
from journeyaudit.rulebook.terms import Terms
from journeyaudit.source.record import record
from journeyaudit.syntax.rules.tree import Quantity

_TROUBLE = (Severity.ERROR, Severity.WARNING)


class Rule(Protocol):
    """What every rule has, whether it is written in sentences or in Python."""

    @property
    def id(self) -> str: ...
    @property
    def pack(self) -> str: ...
    @property
    def profile(self) -> str: ...
    @property
    def explains(self) -> tuple[str, ...]: ...
    @property
    def ignorable(self) -> bool: ...
    @property
    def first_kind(self) -> str: ...

    def evaluate(self, case: Case, settings: Mapping[str, Quantity] | None, look: Look) -> RuleResult:
        """What the rule says about one journey."""


@record
class Survey:
    """What came of all rules. ``findings`` are worst first, of the profile that was asked for. ``dated``:
    it was asked which day it is."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    tallies: tuple[Tally, ...]
    dated: bool = False


def survey(case: Case, rules: Sequence[Rule], terms: Terms) -> Survey:
    """All rules are asked, so that one can say which profile is met and which exceptions are used.

    What a configuration makes of severities does not count there: no profile is met by switching rules off.
    """
    surveyed = _Surveying(case, rules, terms)
    return surveyed.made()


class _Surveying:
    """Rules about exceptions come last: they speak of what the others found."""

    def __init__(self, case: Case, rules: Sequence[Rule], terms: Terms) -> None:
        self._case, self._rules, self._terms = case, rules, terms
        self._look = Look(case, terms.today)
        self._results: dict[str, RuleResult] = {}
        self._crashed: list[Finding] = []

    def made(self) -> Survey:
        self._ask(rule for rule in self._rules if rule.first_kind != "exception")
        exceptions = Exceptions(self._case.journey, self._not_ignorable(), self._day())
        asked, later = self._said()
        left, later_left = exceptions.applied(headlines(asked)), exceptions.applied(map(Headline, later))
        if self._case.journey.ignores:
            self._look.kept["exceptions"] = self._standings(exceptions)
            self._ask(rule for rule in self._rules if rule.first_kind == "exception")
            asked, later = self._said(about=True)
            left += exceptions.applied(headlines(asked))
            later_left += exceptions.applied(map(Headline, later))
        return Survey(
            (*self._crashed, *(each.finding() for each in worst_first(left))),
            tuple(exceptions.accepted),
            tuple(self._tallies((*left, *later_left))),
            self._look.dated,
        )

    def _ask(self, rules: Iterable[Rule]) -> None:
        for rule in rules:
            try:
                result = rule.evaluate(self._case, self._terms.settings.get(rule.id), self._look)
            except Exception as error:
                if os.environ.get("JOURNEYAUDIT_DEBUG"):
                    raise
                self._crashed.append(_crash(rule, self._case, error))
            else:
                self._results[rule.id] = result

    def _said(self, about: bool = False) -> tuple[list[Said], list[Said]]:
        """What is reported and what is not, in source order."""
        asked: list[Said] = []
        later: list[Said] = []
        for rule in self._rules:
            if (rule.first_kind == "exception") is about and rule.id in self._results:
                said = asked if self._terms.asks_for(rule.id, rule.profile) else later
                said += (
                    Said(each, rule.profile, rule.explains, self._terms.severity_of(each.finding))
                    for each in self._results[rule.id].found
                )
        return sorted(asked, key=_place), sorted(later, key=_place)

    def _day(self) -> date:
        """Today, if it matters: then what is found may be something else tomorrow."""
        dated = any(each.expires is not None for each in self._case.journey.ignores)
        return self._look.today if dated else date.min

    def _not_ignorable(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self._rules if not rule.ignorable)

    def _standings(self, exceptions: Exceptions) -> dict[int, Standing]:
        rules = {rule.id: rule for rule in self._rules}
        return {
            id(each): Standing(
                known=each.rule in rules,
                ignorable=each.rule not in rules or rules[each.rule].ignorable,
                used=id(each) in exceptions.used or self._cannot_tell(each.rule),
            )
            for each in self._case.journey.ignores
        }

    def _cannot_tell(self, rule: str) -> bool:
        """An exception is not superfluous as long as its rule could not be assessed."""
        return rule in self._results and bool(self._results[rule].not_assessable)

    def _tallies(self, left: Iterable[Headline]) -> Iterable[Tally]:
        troubles: dict[str, int] = {}
        for headline in left:
            for each in (headline.said, *headline.evidence):
                bad = each.found.finding.severity in _TROUBLE or each.profile == PROFILES[-1]
                troubles[each.rule] = troubles.get(each.rule, 0) + bad
        for rule in self._rules:
            result = self._results.get(rule.id)
            if result is not None and (result.assessed or result.not_assessable):
                missing = together(fact for _, facts in result.not_assessable for fact in facts)
                number = troubles.get(rule.id, 0)
                yield Tally(rule.id, rule.pack, rule.profile, number, result.assessed, missing)


def _place(said: Said) -> tuple[str, int]:
    span = said.found.finding.span
    return span.file, span.start


def _crash(rule: Rule, case: Case, error: Exception) -> Finding:
    told = " ".join(str(error).split())
    return Finding(
        "rule-crashed",
        Severity.INPUT,
        f"the rule `{rule.id}` could not be applied to {case.journey.name}: {type(error).__name__}: {told}",
        case.journey.header,
        journey=case.journey.name,
        subject=rule.id,
        help="the other rules were applied; set JOURNEYAUDIT_DEBUG=1 to see where it failed",
    )


__all__ = ["Found", "Rule", "Survey", "survey"]
