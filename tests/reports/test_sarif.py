from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.finding.fingerprint import fingerprints
from journeyaudit.reports.sarif import FINGERPRINT, Run, sarif_log, sarif_report
from journeyaudit.reports.sarif_places import LONGEST_FLOW, literal
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText
from tests.reports import finished, made
from tests.reports.any_finding import any_finding

VALIDATOR = Draft202012Validator(
    json.loads((Path(__file__).parent / "schemas" / "sarif-as-written.json").read_text("utf-8"))
)
"""The parts of SARIF 2.1.0 that we write, by our own hand, and nothing besides."""


def log_of(outcome: Outcome, exit_code: int = 1) -> Any:
    text = sarif_report(outcome, finished.SOURCES, finished.ENTRIES, Run(exit_code, "0.1.0"))
    log = json.loads(text)
    assert [fault.message for fault in VALIDATOR.iter_errors(log)] == []
    return log["runs"][0]


def result_of(finding: Finding) -> Any:
    (result,) = log_of(finished.run(finding))["results"]
    return result


@pytest.mark.parametrize("outcome", [finished.FULL, finished.CLEAN, finished.NOTHING])
def test_every_log_keeps_to_the_schema(outcome: Outcome) -> None:
    assert log_of(outcome)["columnKind"] == "unicodeCodePoints"


def test_the_check_of_the_schema_sees_what_is_wrong() -> None:
    log: Any = sarif_log(finished.FULL, finished.SOURCES, finished.ENTRIES, Run())
    run = log["runs"][0]
    run["results"][0]["level"] = "bad"
    del run["results"][1]["message"]
    run["results"][2]["extra"] = 1
    run["results"][3]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(list(VALIDATOR.iter_errors(log))) == 4


def test_a_log_looks_like_this() -> None:
    made.same_as_golden(
        "formats/report.sarif",
        sarif_report(finished.FULL, finished.SOURCES, finished.ENTRIES, Run(2, "0.1.0")),
    )


def test_a_log_of_nothing_looks_like_this() -> None:
    made.same_as_golden("formats/nothing.sarif", sarif_report(finished.NOTHING, {}, {}, Run(2, "0.1.0")))


def test_the_rule_of_a_result_is_the_one_at_its_index() -> None:
    run = log_of(finished.FULL)
    rules = run["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]
    assert [each["id"] for each in rules] == sorted({each["ruleId"] for each in run["results"]})


def test_a_rule_tells_what_its_page_tells() -> None:
    (rule,) = log_of(finished.run(made.headline()))["tool"]["driver"]["rules"]
    assert rule["name"] == "NoHumanCorrection"
    assert rule["shortDescription"] == {"text": "No human correction."}
    assert rule["fullDescription"] == {"text": "Can a human still put it right?"}
    assert rule["help"]["markdown"].startswith("## Why it hurts\n\nMistakes are *normal*.")
    assert "for writers" not in rule["help"]["markdown"]
    assert rule["help"]["text"].startswith("Why it hurts\n\nMistakes are normal.")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["kafka", "profile-start"], "problem.severity": "error"}


def test_a_problem_with_the_text_is_told_like_a_rule_and_is_an_error() -> None:
    run = log_of(finished.run(finished.UNREADABLE))
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["fullDescription"] == {"text": "The file is not a text file."}
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert run["results"][0]["level"] == "error"


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        (Severity.INPUT, "error"),
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFO, "note"),
    ],
)
def test_a_severity_has_its_level(severity: Severity, level: str) -> None:
    assert result_of(made.headline(severity=severity))["level"] == level


def test_columns_count_letters_whether_they_are_umlauts_or_emoji() -> None:
    result = result_of(finished.WIDE)
    (location,) = result["locations"]
    region = location["physicalLocation"]["region"]
    assert region == {
        "startLine": 2,
        "startColumn": 12,
        "endLine": 2,
        "endColumn": 23,
        "snippet": {"text": "prüft Größe"},
    }
    line = finished.UMLAUTS.line(2)
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "prüft Größe"


def test_the_address_of_a_file_is_escaped_and_seen_from_the_root() -> None:
    address = result_of(finished.WIDE)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {
        "uri": "samples/Gr%C3%B6%C3%9Fe%20%26%20Co/sp%C3%A4te%20%C3%A4nderung.journey",
        "uriBaseId": "%SRCROOT%",
        "index": 0,
    }


@pytest.mark.parametrize(
    ("path", "address"),
    [("/there/a b.journey", "file:///there/a%20b.journey"), ("C:/x.journey", "file:///C:/x.journey")],
)
def test_a_file_outside_has_an_address_of_its_own(path: str, address: str) -> None:
    source = SourceText(path, "journey X\n")
    outcome = replace(finished.NOTHING, findings=(Finding("x", Severity.ERROR, "x", source.span(0, 1)),))
    log: Any = sarif_log(outcome, {path: source}, {}, Run(), root="/here")
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": address, "index": 0}


def test_every_file_that_was_looked_at_is_an_artifact_and_every_index_leads_to_its_own() -> None:
    run = log_of(finished.FULL)
    artifacts = [each["location"]["uri"] for each in run["artifacts"]]
    assert sum(each.get("roles") == ["analysisTarget"] for each in run["artifacts"]) == len(
        finished.FULL.files
    )
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            address = location["physicalLocation"]["artifactLocation"]
            assert artifacts[address["index"]] == address["uri"]


def test_the_message_has_the_story_the_reasons_and_the_help() -> None:
    said = result_of(made.headline())["message"]["text"]
    assert said.startswith("nobody is both able and allowed")
    assert said.split("\n")[0].endswith("once it is noticed.")
    for words in (
        "Tue 10:00  Customer: Place order.",
        "because: Service agent may change nothing",
        "help: let Service",
    ):
        assert words in said


def test_labels_and_reasons_are_related_locations_with_their_words() -> None:
    related = result_of(made.headline())["relatedLocations"]
    assert [each["id"] for each in related] == [1, 2, 3, 4]
    assert [each["message"]["text"] for each in related] == [
        "from here on changes are refused",
        "Service agent answers, and may change nothing",
        "Service agent may change nothing",
        "nobody gave them the right",
    ]


def test_the_trail_is_a_code_flow() -> None:
    (flow,) = result_of(made.headline())["codeFlows"]
    (thread,) = flow["threadFlows"]
    assert [each["location"]["message"]["text"] for each in thread["locations"]] == [
        "Place order",
        "Trigger fulfilment",
    ]
    assert [each["location"]["physicalLocation"]["region"]["startLine"] for each in thread["locations"]] == [
        8,
        19,
    ]


def test_a_trail_that_is_too_long_keeps_its_ends_and_says_so() -> None:
    trail = tuple(Label(made.at("Place order"), f"step {number}") for number in range(LONGEST_FLOW + 25))
    result = result_of(made.headline(trail=trail))
    names = [
        each["location"]["message"]["text"] for each in result["codeFlows"][0]["threadFlows"][0]["locations"]
    ]
    assert len(names) == LONGEST_FLOW
    assert (names[0], names[-1]) == ("step 0", f"step {LONGEST_FLOW + 24}")
    assert result["message"]["text"].endswith(
        "25 places in the middle of the way there are left out of the code flow"
    )


def test_what_an_exception_accepts_is_suppressed_with_its_reason() -> None:
    results = log_of(finished.FULL)["results"]
    assert [bool(each["suppressions"]) for each in results] == [False] * 5 + [True] * 2
    (first,), (second,) = (each["suppressions"] for each in results[-2:])
    assert first["kind"] == "inSource"
    assert first["justification"] == "the board decided so, für | jetzt"
    assert first["properties"] == {"owner": "Head of service", "expires": "2027-06-30"}
    assert first["location"]["physicalLocation"]["region"]["startLine"] == 4
    assert second["justification"] == "no reason is given"


def test_what_a_baseline_knows_is_suppressed_from_outside() -> None:
    (known, new) = log_of(replace(finished.run(finished.WIDE), baselined=(made.headline(),)))["results"]
    assert (known["ruleId"], new["ruleId"]) == ("no-human-correction", "dead-end")
    assert [each["kind"] for each in known["suppressions"]] == ["external"]
    assert new["suppressions"] == []


@pytest.mark.parametrize(("rule", "name"), [("dead-end", "DeadEnd"), ("deadlock", None)])
def test_a_rule_has_a_name_only_where_it_does_not_repeat_its_id(rule: str, name: str | None) -> None:
    (told,) = log_of(finished.run(made.headline(rule=rule)))["tool"]["driver"]["rules"]
    assert told.get("name") == name


def test_fingerprints_are_those_of_the_other_reports_and_do_not_know_lines() -> None:
    results = log_of(finished.FULL)["results"]
    marks = [each["partialFingerprints"][FINGERPRINT] for each in results]
    assert tuple(marks[:5]) == fingerprints(finished.FULL.findings, ".")
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(("code", "successful"), [(0, True), (1, True), (2, False)])
def test_the_invocation_says_how_the_run_ended(code: int, successful: bool) -> None:
    assert log_of(finished.CLEAN, code)["invocations"] == [
        {"executionSuccessful": successful, "exitCode": code}
    ]


def test_the_same_run_gives_the_same_bytes_wherever_it_is() -> None:
    once, again = (sarif_report(finished.FULL, finished.SOURCES, finished.ENTRIES, Run()) for _ in range(2))
    assert once == again
    assert os.getcwd() not in once


@pytest.mark.parametrize(
    ("text", "written"),
    [("{0} of {1}", "{{0}} of {{1}}"), ("see [this](2)", r"see \[this](2)"), ("a [b] c (d)", "a [b] c (d)")],
)
def test_a_message_means_itself(text: str, written: str) -> None:
    assert literal(text) == written


@given(any_finding())
def test_any_finding_gives_a_log_that_keeps_to_the_schema(finding: Finding) -> None:
    outcome = finished.run(finding, accepted=(replace(finished.ACCEPTED, finding=finding),))
    assert len(log_of(outcome)["results"]) == 2


def official_validator() -> list[str]:
    """The command of the validator that the authors of SARIF publish on npm, if it is installed."""
    if found := shutil.which("sarif-multitool"):
        return [found]
    npx = shutil.which("npx")
    if npx is None:
        pytest.skip("npx is not there to run the official validator of SARIF")
    command = [npx, "--offline", "--no", "@microsoft/sarif-multitool"]
    if subprocess.run([*command, "version"], capture_output=True, check=False).returncode:
        pytest.skip(
            "the official validator is not there; `npm install -g @microsoft/sarif-multitool` installs it"
        )
    return command


@pytest.mark.parametrize("kind", ["Sarif", "Ghas"])
def test_the_official_validator_has_nothing_against_a_log(kind: str, tmp_path: Path) -> None:
    command = official_validator()
    log = tmp_path / "report.sarif"
    log.write_text(sarif_report(finished.FULL, finished.SOURCES, finished.ENTRIES, Run(2, "0.1.0")), "utf-8")
    told = subprocess.run(
        [*command, "validate", str(log), "--rule-kind", kind], capture_output=True, text=True, check=False
    )
    assert "Analysis completed successfully" in told.stdout, told.stdout
    faults = [line for line in told.stdout.splitlines() if " error " in line or " warning " in line]
    # SARIF2005 misses an address of the tool, and there is none
    assert [line for line in faults if "SARIF2005" not in line] == []
