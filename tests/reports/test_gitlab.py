from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.fingerprint import fingerprints
from journeyaudit.reports.gitlab import gitlab_report
from journeyaudit.rulebook.outcome import Outcome
from tests.reports import finished, made
from tests.reports.any_finding import any_finding


def issues(outcome: Outcome) -> Any:
    return json.loads(gitlab_report(outcome, finished.SOURCES))


def test_a_report_looks_like_this() -> None:
    made.same_as_golden("formats/gitlab.json", gitlab_report(finished.FULL, finished.SOURCES))


@pytest.mark.parametrize("outcome", [finished.CLEAN, finished.NOTHING])
def test_a_run_without_findings_is_an_empty_list(outcome: Outcome) -> None:
    assert gitlab_report(outcome, finished.SOURCES) == "[]\n"


def test_an_issue_says_where_and_how_bad_it_is_and_all_that_the_terminal_says() -> None:
    (issue,) = issues(finished.run(finished.WIDE))
    assert issue["location"] == {"path": finished.UMLAUTS.path, "lines": {"begin": 2, "end": 2}}
    assert (issue["severity"], issue["check_name"]) == ("minor", "dead-end")
    assert issue["description"] == finished.WIDE.title
    assert "cannot tell: needs takes" in issue["content"]["body"]


@pytest.mark.parametrize(
    ("severity", "gravity"),
    [
        (Severity.INPUT, "blocker"),
        (Severity.ERROR, "critical"),
        (Severity.WARNING, "minor"),
        (Severity.INFO, "info"),
    ],
)
def test_a_severity_has_its_gravity(severity: Severity, gravity: str) -> None:
    (issue,) = issues(finished.run(made.headline(severity=severity)))
    assert issue["severity"] == gravity


def test_what_has_no_place_is_shown_at_the_first_file() -> None:
    (issue,) = issues(finished.run(finished.PLACELESS))
    assert issue["location"] == {"path": made.PATH, "lines": {"begin": 1, "end": 1}}


def test_fingerprints_are_different_and_those_of_the_other_reports() -> None:
    marks = [issue["fingerprint"] for issue in issues(finished.FULL)]
    assert tuple(marks) == fingerprints(finished.FULL.findings, ".")
    twice = issues(finished.run(made.headline(), made.headline()))
    assert twice[0]["fingerprint"] != twice[1]["fingerprint"]


@given(any_finding())
def test_any_finding_is_an_issue_with_all_that_gitlab_asks_for(finding: Finding) -> None:
    (issue,) = issues(finished.run(finding))
    assert issue["location"]["path"]
    assert issue["location"]["lines"]["begin"] >= 1
    assert isinstance(issue["description"], str)
