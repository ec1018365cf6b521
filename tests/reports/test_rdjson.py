from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.rdjson import rdjson_report
from journeyaudit.rulebook.outcome import Outcome
from tests.reports import finished, made
from tests.reports.any_finding import any_finding

KNOWN = {
    "": {"source", "diagnostics"},
    "diagnostic": {"message", "location", "severity", "code"},
    "location": {"path", "range"},
    "range": {"start", "end"},
    "position": {"line", "column"},
}
"""What reviewdog knows; it refuses a report with anything else."""


def diagnostics(outcome: Outcome) -> Any:
    report = json.loads(rdjson_report(outcome, finished.SOURCES))
    assert set(report) <= KNOWN[""]
    for each in report["diagnostics"]:
        assert set(each) <= KNOWN["diagnostic"]
        assert set(each["location"]) <= KNOWN["location"]
        for position in each["location"].get("range", {}).values():
            assert set(position) == KNOWN["position"]
            assert min(position.values()) >= 1
    return report["diagnostics"]


def test_a_report_looks_like_this() -> None:
    made.same_as_golden("formats/rdjson.json", rdjson_report(finished.FULL, finished.SOURCES))


def test_a_run_without_findings_has_no_diagnostics() -> None:
    assert diagnostics(finished.CLEAN) == []


def test_columns_count_bytes() -> None:
    (found,) = diagnostics(finished.run(finished.WIDE))
    span = found["location"]["range"]
    line = finished.UMLAUTS.line(span["start"]["line"]).encode()
    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode() == "prüft Größe"


def test_a_file_that_could_not_be_read_has_no_range() -> None:
    (found,) = diagnostics(finished.run(finished.UNREADABLE))
    assert found["location"] == {"path": "samples/photo.journey"}


@pytest.mark.parametrize(
    ("severity", "gravity"),
    [
        (Severity.INPUT, "ERROR"),
        (Severity.ERROR, "ERROR"),
        (Severity.WARNING, "WARNING"),
        (Severity.INFO, "INFO"),
    ],
)
def test_a_severity_has_its_gravity(severity: Severity, gravity: str) -> None:
    (found,) = diagnostics(finished.run(made.headline(severity=severity)))
    assert found["severity"] == gravity


def test_the_message_has_the_story_and_the_help() -> None:
    (found,) = diagnostics(finished.run(made.headline()))
    assert "Tue 10:00  Customer: Place order." in found["message"]
    assert "help: let Service agent" in found["message"]


@given(any_finding())
def test_any_finding_is_a_diagnostic_that_reviewdog_knows(finding: Finding) -> None:
    (found,) = diagnostics(finished.run(finding))
    assert found["code"] == {"value": finding.rule}
