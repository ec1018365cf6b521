"""Findings from several stages -> the order in which they are told, without what is known already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from journeyaudit.finding import Finding
from journeyaudit.project.baseline_place import baseline_in_use
from journeyaudit.project.configuration import Configuration
from journeyaudit.project.wishes import Wishes
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText, Span

if TYPE_CHECKING:
    from journeyaudit.project.rules import Rules

Ranked = tuple[int, Finding]
"""A finding with the number of the file to which it belongs."""


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
