from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.junit import junit_report
from journeyaudit.rulebook.outcome import Outcome
from tests.reports import finished, made
from tests.reports.any_finding import any_finding


def suites(outcome: Outcome) -> ElementTree.Element:
    root = ElementTree.fromstring(junit_report(outcome, finished.SOURCES).encode())
    for each in (root, *root):
        cases = list(each.iter("testcase"))
        assert int(each.attrib["tests"]) == len(cases)
        for number, result in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(each.attrib[number]) == sum(case.find(result) is not None for case in cases)
    return root


def only_case(outcome: Outcome) -> ElementTree.Element:
    (case,) = suites(outcome).iter("testcase")
    return case


def test_a_report_looks_like_this() -> None:
    made.same_as_golden("formats/junit.xml", junit_report(finished.FULL, finished.SOURCES))


def test_there_is_a_suite_for_each_file_with_or_without_findings() -> None:
    assert [suite.attrib["name"] for suite in suites(finished.FULL)] == list(finished.FULL.files)


def test_a_journey_without_findings_passes() -> None:
    case = only_case(finished.CLEAN)
    assert case.attrib == {
        "classname": "Online order",
        "name": "nothing found",
        "file": made.PATH,
        "line": "3",
    }
    assert list(case) == []


def test_a_run_without_anything_has_no_tests() -> None:
    assert suites(finished.NOTHING).attrib["tests"] == "0"


@pytest.mark.parametrize(
    ("severity", "result"),
    [
        (Severity.INPUT, "error"),
        (Severity.ERROR, "failure"),
        (Severity.WARNING, "system-out"),
        (Severity.INFO, "system-out"),
    ],
)
def test_a_case_fails_exactly_where_the_exit_code_is_not_0(severity: Severity, result: str) -> None:
    (inside,) = only_case(finished.run(made.headline(severity=severity)))
    assert inside.tag == result
    assert "Tue 10:00  Customer: Place order." in (inside.text or "")
    assert "12 |     mistake Quantity 2 instead of 1" in (inside.text or "")


def test_a_warning_fails_if_that_is_the_level_at_which_a_check_fails() -> None:
    warning = made.headline(severity=Severity.WARNING)
    (inside,) = only_case(replace(finished.run(warning), fail_level=Severity.WARNING))
    assert inside.tag == "failure"


def test_what_an_exception_accepts_is_skipped_with_its_reason() -> None:
    case = only_case(finished.run(accepted=(finished.ACCEPTED,)))
    skipped = case.find("skipped")
    assert skipped is not None
    assert skipped.attrib["message"] == (
        "accepted (until 2027-06-30), Head of service answers for it: the board decided so, für | jetzt"
    )


def test_letters_that_xml_forbids_are_replaced() -> None:
    case = only_case(finished.run(made.headline(title="a\x00b\x1b[31m\ufffe", subject="x")))
    assert case.attrib["name"] == "no-human-correction: a\ufffdb\ufffd[31m\ufffd"


@given(any_finding())
def test_any_finding_is_a_case_of_well_formed_xml(finding: Finding) -> None:
    root = suites(finished.run(finding))
    assert any(each.attrib["name"].startswith(f"{finding.rule}: ") for each in root.iter("testcase"))
