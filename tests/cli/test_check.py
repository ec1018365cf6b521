from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journeyaudit.audit import Wishes
from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook.outcome import Outcome
from tests.reports import made


def broken() -> Finding:
    return Finding("unreadable", Severity.INPUT, "cannot be read", made.Span("gone.journey", 0, 0))


@pytest.mark.parametrize(
    ("outcome", "words", "code"),
    [
        (made.outcome(), (), 0),
        (made.outcome(made.headline()), (), 1),
        (made.outcome(made.headline()), ("--exit-zero",), 0),
        (made.outcome(made.headline(severity=Severity.WARNING)), (), 0),
        (made.outcome(made.headline(severity=Severity.INFO)), (), 0),
        (made.outcome(broken(), made.headline()), (), 2),
        (made.outcome(broken()), ("--exit-zero",), 2),
        (Outcome(made.SERVICE), (), 2),
        (Outcome(made.SERVICE, ("people.journey",)), ("--exit-zero",), 2),
    ],
)
def test_the_exit_code_says_clean_found_or_broken(
    run: Any, audited: Any, outcome: Outcome, words: Any, code: int
) -> None:
    audited(outcome)
    assert run("check", *words).exit_code == code


def test_nothing_to_check_is_said_in_words(run: Any, audited: Any) -> None:
    audited(Outcome(made.SERVICE))
    assert "nothing was checked: there is no .journey file in x" in run("check", "x").stderr
    audited(Outcome(made.SERVICE, ("a",)))
    assert "no journey is described in this folder" in run("check").stderr


def test_a_file_with_people_for_others_is_no_trouble_and_an_empty_one_is(run: Any, tmp_path: Path) -> None:
    (tmp_path / "people.journey").write_text("actor Kim\n  kind: human\n", "utf-8")
    (tmp_path / "empty.journey").write_text("# to do\n", "utf-8")
    for more in ((), ("--output-format", "json"), ("--no-cache",)):
        assert run("check", "people.journey", *more).exit_code == 0
        assert run("check", "empty.journey", *more).exit_code == 2


def test_without_paths_the_current_folder_is_checked(run: Any, audited: Any) -> None:
    asked = audited(made.outcome())
    run("check")
    run("check", "--strict", "--isolated", "--as-of", "2027-02-01", "--rules", "ours", "a", "b")
    wishes = Wishes("strict", ("ours",), date(2027, 2, 1), True)
    asked = [(paths, replace(wishes, configuration=None)) for paths, wishes in asked]
    assert asked == [((".",), Wishes()), (("a", "b"), wishes)]


def test_text_is_the_usual_report(run: Any, audited: Any) -> None:
    audited(made.outcome(made.headline()))
    assert "error[no-human-correction]: nobody is both able" in run("check").stdout


def test_json_and_text_can_be_written_in_one_run(run: Any, audited: Any) -> None:
    audited(made.outcome(made.headline()))
    result = run("check", "--output-format", "json:out.json", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("samples/order-as-is.journey:12:13: error no-human-correction: ")
    document = json.loads(Path("out.json").read_text("utf-8"))
    assert document["findings"][0]["rule"] == "no-human-correction"


def test_a_run_that_writes_only_files_still_says_what_it_came_to(run: Any, audited: Any) -> None:
    audited(made.outcome(made.headline()))
    result = run("check", "--output-format", "json:out.json")
    assert result.stdout == ""
    assert "1 mistake: 1 impossible" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--output-format", "xml"), "'xml' is not a format"),
        (("--output-format", "json:"), "the file is missing"),
        (("--output-format", "json", "--output-format", "text"), "cannot share the screen"),
        (("--output-format", "json:no/such/folder/x"), "cannot write no/such/folder/x"),
        (("--output-format", "json:x", "--output-format", "text:x"), "cannot share a file"),
        (("--output-format", "json:old.journey"), "would be lost"),
        (("--no-such-option",), "No such option"),
    ],
)
def test_wrong_usage_is_explained_and_leaves_with_two(run: Any, audited: Any, words: Any, said: str) -> None:
    audited(made.outcome())
    result = run("check", *words)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_chosen_by_option_then_environment_then_terminal(
    run: Any, audited: Any, monkeypatch: pytest.MonkeyPatch, words: Any, environment: Any, coloured: bool
) -> None:
    audited(made.outcome(made.headline()))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", *words).stdout) is coloured


def test_files_get_no_colours_even_when_the_screen_does(run: Any, audited: Any) -> None:
    audited(made.outcome(made.headline()))
    result = run(
        "check", "--color", "always", "--output-format", "text:out.txt", "--output-format", "concise"
    )
    assert "\x1b[" in result.stdout
    assert "\x1b[" not in Path("out.txt").read_text("utf-8")


def test_a_fault_of_our_own_is_one_line_that_names_the_file(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        error = ZeroDivisionError("division\nby zero")
        error.add_note("at the journey “X” in a.journey")
        raise error

    monkeypatch.setattr("journeyaudit.audit.kept.audit_kept", fail)
    result = run("check", "--exit-zero")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    for words in ("journeyaudit", "a.journey", "ZeroDivisionError: division by zero", "JOURNEYAUDIT_DEBUG=1"):
        assert words in result.stderr
    monkeypatch.setenv("JOURNEYAUDIT_DEBUG", "1")
    assert "Traceback" in run("check").stderr


def test_an_interrupted_run_is_not_clean(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("journeyaudit.audit.kept.audit_kept", stop)
    result = run("check")
    assert result.exit_code == 2
    assert "interrupted" in result.stderr


@pytest.mark.parametrize("line", ["stepp Pay", "partial"])
def test_what_one_would_best_write_down_is_something_that_can_be_written(run: Any, line: str) -> None:
    mistake = "    mistake Wrong\n      noticed after: 1 day\n"
    Path("a.journey").write_text(f"journey A\n  {line}\n  step Order\n{mistake}  end good: B\n")
    report = run("check", "a.journey").stdout
    assert "what would decide most: say `" in report
    assert "could not be read" not in report
    assert "still to be written" not in report
