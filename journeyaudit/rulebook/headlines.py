"""Findings of all rules -> headlines: what another finding explains hangs below it as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journeyaudit.finding import Finding

EXPLAINS: dict[str, tuple[str, ...]] = {
    "already-triggered": ("no-human-correction",),
    "sham-correction": ("no-human-correction",),
    "decision-rank": ("no-human-correction",),
    "no-human-reachable": ("dead-end", "no-human-correction"),
    "loose-end": ("dead-end",),
}
"""A finding of the rule on the left is evidence below one of the rules on the right, in that order."""

_WHOLE_JOURNEY = ("no-human-reachable",)
"""Rules that speak of the journey, and so explain any headline in it."""


def headlines(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keeps the order; every finding that explains another one moves below the first such one."""
    loud: list[Finding] = []
    quiet: list[Finding] = []
    for finding in findings:
        (quiet if finding.rule in EXPLAINS else loud).append(finding)
    at = _places(loud)
    below: dict[int, list[Finding]] = {}
    for finding in quiet:
        place = _place(finding, at)
        if place is None:
            loud.append(finding)
        else:
            below.setdefault(place, []).append(finding)
    return tuple(
        replace(finding, evidence=(*finding.evidence, *below[number])) if number in below else finding
        for number, finding in enumerate(loud)
    )


_Key = tuple[str, str, str]


def _places(loud: Iterable[Finding]) -> dict[_Key, int]:
    """(rule, journey, subject) -> number; with an empty subject the first one of the journey."""
    at: dict[_Key, int] = {}
    for number, finding in enumerate(loud):
        at.setdefault((finding.rule, finding.journey, finding.subject), number)
        at.setdefault((finding.rule, finding.journey, ""), number)
    return at


def _place(finding: Finding, at: dict[_Key, int]) -> int | None:
    subject = "" if finding.rule in _WHOLE_JOURNEY else finding.subject
    for rule in EXPLAINS[finding.rule]:
        place = at.get((rule, finding.journey, subject))
        if place is not None:
            return place
    return None
