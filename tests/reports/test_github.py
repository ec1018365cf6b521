from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.reports.github import SHOWN_OF_A_KIND, github_report, github_summary
from tests.reports import finished, made
from tests.reports.any_finding import any_finding

COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")


def commands(report: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as a runner reads them."""
    found = [COMMAND.match(line) for line in report.split("\n")]
    return [
        (each[1], {key: undone(value) for key, _, value in (fact.partition("=") for fact in each[2].split(","))}, undone(each[3]))
        for each in found
        if each
    ]  # fmt: skip


def undone(text: str) -> str:
    for code, letter in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def test_annotations_look_like_this() -> None:
    made.same_as_golden("formats/github.txt", github_report(finished.FULL, finished.SOURCES))


def test_a_run_without_findings_is_only_summed_up() -> None:
    report = github_report(finished.CLEAN, finished.SOURCES)
    assert commands(report) == []
    assert report.startswith("1 mistake: 1 impossible")


def test_the_kind_and_the_place_are_those_of_the_finding_and_the_rule_is_the_title() -> None:
    found = commands(github_report(finished.FULL, finished.SOURCES))
    assert [(kind, facts["title"]) for kind, facts, _ in found] == [
        ("error", "not-text"),
        ("error", "rule-crashed"),
        ("error", "no-human-correction"),
        ("warning", "dead-end"),
        ("notice", "loose-end"),
    ]
    assert found[3][1] == {
        "file": finished.UMLAUTS.path,
        "line": "2",
        "endLine": "2",
        "col": "12",
        "endColumn": "23",
        "title": "dead-end",
    }


def test_a_stretch_of_several_lines_has_no_columns_because_the_runner_refuses_them() -> None:
    _, facts, _ = commands(github_report(finished.run(finished.OVER_LINES), finished.SOURCES))[0]
    assert int(facts["endLine"]) > int(facts["line"])
    assert "col" not in facts


def test_the_message_has_everything_that_the_terminal_shows() -> None:
    _, _, said = commands(github_report(finished.run(made.headline()), finished.SOURCES))[0]
    for words in (
        "nobody is both able and allowed",
        "samples/order-as-is.journey:19:3: from here on changes are refused",
        "Tue 10:00  Customer: Place order.",
        "Kafka zone 18 h 10 min",
        "because: Service agent may change nothing",
        "assumed: Shop system works round the clock",
        "help: let Service agent change the quantity",
    ):
        assert words in said


def test_letters_with_a_meaning_for_the_runner_are_escaped() -> None:
    finding = made.headline(
        title="50 %: a,b::error::", span=made.Span("a,b:c%.journey", 0, 0), labels=(), evidence=()
    )
    (line, *_) = github_report(finished.run(finding), {}).split("\n")
    assert line.startswith("::error file=a%2Cb%3Ac%25.journey,line=1,endLine=1,title=")
    assert commands(line)[0][2].startswith("50 %: a,b::error::")


def test_it_says_so_when_github_will_not_show_all_of_them() -> None:
    enough = [made.headline(severity=Severity.WARNING)] * SHOWN_OF_A_KIND
    assert "GitHub shows" not in github_report(finished.run(*enough), finished.SOURCES)
    report = github_report(finished.run(*enough, enough[0]), finished.SOURCES)
    assert f"GitHub shows {SHOWN_OF_A_KIND} of these 11 warnings as annotations" in report
    assert len(commands(report)) == 11


def test_a_message_that_is_too_long_for_github_is_cut_and_says_so() -> None:
    finding = made.headline(notes=("ä" * 70_000,))
    _, _, said = commands(github_report(finished.run(finding), finished.SOURCES))[0]
    assert len(said.encode()) < 64 * 1024
    assert said.endswith("the job summary has all of it)")


def test_the_job_summary_lists_every_finding_in_a_table() -> None:
    summary = github_summary(finished.FULL, finished.SOURCES)
    for finding in finished.FULL.findings:
        assert f"| <code>{finding.rule}</code> |" in summary


def test_the_job_summary_stays_below_the_limit_in_bytes() -> None:
    many = [replace(finished.WIDE, title=f"{number} " + "ü" * 500) for number in range(1500)]
    summary = github_summary(finished.run(*many), finished.SOURCES)
    assert 900_000 < len(summary.encode()) < 1024 * 1024
    assert "did not fit into the findings below" in summary


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
@given(any_finding())
def test_any_finding_is_one_line_that_the_runner_reads_back(finding: Finding) -> None:
    report = github_report(finished.run(finding), finished.SOURCES)
    assert "\r" not in report
    (line, *rest) = report.removesuffix("\n").split("\n")
    ((_, facts, said),) = commands(line)
    assert facts["title"] == finding.rule
    assert said.count("\n") >= 0
    assert not any(COMMAND.match(other) for other in rest)


def test_a_label_without_a_place_is_said_all_the_same() -> None:
    finding = made.headline(labels=(Label(made.Span("", 0, 0), "somebody"),))
    _, _, said = commands(github_report(finished.run(finding), finished.SOURCES))[0]
    assert "nowhere in the text: somebody" in said
