from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.comparison.sides import ORDER

BEFORE = ORDER
AFTER = ORDER.replace("  may see\n", "  may see, change\n").replace(
    "accepted until: Trigger fulfilment", "accepted until: Ship"
)
BROKEN = "journey Order\n  frobnicate: 3\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "before.journey").write_text(BEFORE, "utf-8")
    (tmp_path / "after.journey").write_text(AFTER, "utf-8")
    return tmp_path


def test_two_files_are_told_in_words(run: Any, folder: Path) -> None:
    result = run("diff", "before.journey", "after.journey")
    assert result.exit_code == 0
    assert result.stdout.startswith("before.journey -> after.journey\n\nOrder\n=====\n\nVerdicts\n")
    assert "    + “Agent” may now change\n" in result.stdout
    assert "  better: “Wrong number”: guaranteed now, impossible before\n" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("verdicts: 1 better | findings: ")


def test_a_verdict_that_got_worse_fails_unless_it_may(run: Any, folder: Path) -> None:
    words = ("diff", "after.journey", "before.journey")
    assert run(*words).exit_code == 1
    assert run(*words, "--fail-on", "verdict").exit_code == 1
    assert run(*words, "--fail-on", "error").exit_code == 1
    assert run(*words, "--fail-on", "never").exit_code == 0


def test_an_exception_does_not_make_up_for_a_verdict_that_got_worse(run: Any, folder: Path) -> None:
    ignored = BEFORE.replace(
        "      remedy Call\n",
        "      ignore no-human-correction\n        reason: being rebuilt\n        owner: Kim\n"
        "        expires: 2099-12-31\n      remedy Call\n",
    )
    assert ignored != BEFORE
    (folder / "ignored.journey").write_text(ignored, "utf-8")
    words = ("diff", "after.journey", "ignored.journey")
    result = run(*words)
    assert result.exit_code == 1
    assert "\n\ngot worse: 1 verdict | verdicts: 1 worse" in result.stdout
    assert run(*words, "--fail-on", "verdict").exit_code == 1
    assert run(*words, "--fail-on", "error").exit_code == 0
    assert run("diff", "ignored.journey", "before.journey", "--fail-on", "error").exit_code == 1


def test_a_baseline_does_not_hide_what_got_worse(run: Any, folder: Path) -> None:
    assert run("check", "before.journey", "--write-baseline").exit_code == 0
    assert run("check", "before.journey").exit_code == 0
    assert run("diff", "after.journey", "before.journey", "--fail-on", "error").exit_code == 1


def test_a_report_that_cannot_be_written_is_trouble(run: Any, folder: Path) -> None:
    for target in ("json:nowhere/report.json", "html:."):
        result = run("diff", "before.journey", "after.journey", "--output-format", target)
        assert result.exit_code == 2 and "cannot write" in result.stderr


def test_the_same_twice_is_no_news(run: Any, folder: Path) -> None:
    result = run("diff", "before.journey", "before.journey")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "nothing changed"


def test_two_folders_are_compared_file_by_file(run: Any, tmp_path: Path) -> None:
    other = "journey Order\n  step Else\n  end good: Done\n"
    for name, text in (("old", BEFORE), ("new", AFTER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "order.journey").write_text(text, "utf-8")
        (tmp_path / name / "other.journey").write_text(other, "utf-8")
    result = run("diff", "old", "new", "--output-format", "json")
    document = json.loads(result.stdout)
    told = [
        (each["before"]["place"]["file"], each["after"]["place"]["file"], len(each["changes"]))
        for each in document["journeys"]
    ]
    assert told == [
        ("old/order.journey", "new/order.journey", 1),
        ("old/other.journey", "new/other.journey", 0),
    ]


def test_journeys_of_one_name_are_told_apart_by_their_files(run: Any, tmp_path: Path) -> None:
    for name, texts in (("old", (BEFORE, AFTER)), ("new", (AFTER, BEFORE))):
        (tmp_path / name).mkdir()
        for file, text in zip(("a", "b"), texts, strict=True):
            (tmp_path / name / f"{file}.journey").write_text(text, "utf-8")
    result = run("diff", "old", "new")
    assert result.exit_code == 1
    assert "\nOrder (new/a.journey)\n=====================\n" in result.stdout
    assert "\nOrder (new/b.journey)\n=====================\n" in result.stdout
    worse, _, told = " ".join(result.stdout.split()).partition(" Order (new/a.journey) ===")
    assert worse.endswith("in “Order” (new/b.journey): “Wrong number”: impossible now, guaranteed before")
    at = told.index("Order (new/b.journey)")
    assert "Fixed findings" in told[:at] and "New findings" in told[at:]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name two files or folders, or a revision"),
        (("before.journey",), "name two files or folders, or a revision"),
        (("before.journey", "."), "a file cannot be compared with a folder"),
        (("before.journey", "nowhere"), "'nowhere' is no path; revisions stand before the paths"),
        (("a", "b", "c", "before.journey"), "more than two revisions are named"),
        (("--", "before.journey"), "there is no revision before --"),
        (("--rev", "..main"), "the revision before the dots is missing in '..main'"),
        (("before.journey", "after.journey", "--output-format", "sarif"), "'sarif' is not a format"),
        (("before.journey", "after.journey", "--output-format", "json:"), "the file is missing"),
        (("before.journey", "after.journey", "--as-of", "soon"), "'soon' is no day"),
    ],
)
def test_what_cannot_be_meant_is_said(run: Any, folder: Path, words: Any, said: str) -> None:
    result = run("diff", *words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_later_text_that_cannot_be_understood_is_trouble(run: Any, folder: Path) -> None:
    (folder / "broken.journey").write_text(BROKEN, "utf-8")
    result = run("diff", "before.journey", "broken.journey")
    assert result.exit_code == 2
    assert "frobnicate" in result.stderr


def test_an_earlier_text_that_cannot_be_understood_is_only_mentioned(run: Any, folder: Path) -> None:
    (folder / "broken.journey").write_text(BROKEN, "utf-8")
    result = run("diff", "broken.journey", "after.journey", "--fail-on", "verdict")
    assert result.exit_code == 0
    assert "broken.journey could not be read completely" in result.stderr


def test_reports_go_to_files_and_never_over_a_journey(run: Any, folder: Path) -> None:
    words = ("diff", "before.journey", "after.journey")
    result = run(*words, "--output-format", "html:page.html", "--output-format", "markdown:note.md")
    assert result.exit_code == 0
    assert result.stdout == "" and "verdicts: 1 better" in result.stderr
    assert (folder / "page.html").read_text("utf-8").count("<img src=") == 1
    assert (folder / "note.md").read_text("utf-8").startswith("### journeyaudit diff: before.journey")
    refused = run(*words, "--output-format", "text:before.journey")
    assert refused.exit_code == 2 and (folder / "before.journey").read_text("utf-8") == BEFORE
