"""An outcome -> the report that GitLab shows as Code Quality."""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.fingerprint import fingerprints
from journeyaudit.reports.explanation import message, title_of
from journeyaudit.reports.layout import laid_out
from journeyaudit.reports.positions import Places, places_for
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText

_GRAVITY = {
    Severity.INPUT: "blocker",
    Severity.ERROR: "critical",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def gitlab_report(outcome: Outcome, sources: Mapping[str, SourceText], *, root: str = ".") -> str:
    """A list with an issue for each finding. GitLab shows ``description``; ``content`` has all of it."""
    places = places_for(outcome, sources, root)
    known = outcome.baselined
    marks = fingerprints((*known, *outcome.findings), root)[len(known) :]
    issues = [_issue(each, mark, places) for each, mark in zip(outcome.findings, marks, strict=True)]
    return laid_out(issues, 2) + "\n"


def _issue(finding: Finding, mark: str, places: Places) -> dict[str, object]:
    place = places.of(finding.span)
    return {
        "type": "issue",
        "description": title_of(finding),
        "content": {"body": message(finding, places.sources)},
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _GRAVITY[finding.severity],
        "location": {"path": place.path, "lines": {"begin": place.start.line, "end": place.end.line}},
    }
