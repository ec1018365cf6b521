"""What is configured, on the command line: shown, used, and never a clean exit by accident."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journeyaudit.finding import Severity
from tests.cli.test_process import CLEAN, STUCK
from tests.reports import made

WARNING = made.headline(severity=Severity.WARNING)


@pytest.fixture(name="stuck")
def _stuck(run: Any) -> Any:
    """Runs in a folder with one journey in which something is wrong."""
    Path("a.journey").write_text(STUCK.format(number=1), "utf-8")
    return run


@pytest.mark.parametrize(
    ("level", "severity", "code"),
    [
        ("error", Severity.WARNING, 0),
        ("warning", Severity.WARNING, 1),
        ("warning", Severity.INFO, 0),
        ("info", Severity.INFO, 1),
        ("info", Severity.INPUT, 2),
    ],
)
def test_the_level_from_which_on_a_check_fails_can_be_chosen(
    run: Any, audited: Any, level: str, severity: Severity, code: int
) -> None:
    audited(replace(made.outcome(made.headline(severity=severity)), fail_level=Severity(level)))
    assert run("check").exit_code == code
    assert run("check", "--exit-zero").exit_code == (code if code == 2 else 0)


def test_the_level_comes_from_the_file_and_the_command_line_goes_before_it(stuck: Any) -> None:
    quiet = ("--config", 'severity.no-human-correction = "warning"', "--select", "no-human-correction")
    assert stuck("check", *quiet).exit_code == 0
    assert stuck("check", *quiet, "--fail-level", "warning").exit_code == 1
    Path("journeyaudit.toml").write_text('fail-level = "warning"', "utf-8")
    assert stuck("check", *quiet).exit_code == 1
    assert stuck("check", *quiet, "--isolated").exit_code == 0
    assert stuck("check", *quiet, "--fail-level", "error").exit_code == 0


def test_settings_are_shown_with_where_they_come_from(run: Any) -> None:
    Path("journeyaudit.toml").write_text(
        '# ours\nprofile = "start"\nextend-exclude = ["x"]\n[severity]\nsilo-x = "off"\nmedia-break = "info"\n',
        "utf-8",
    )
    result = run("check", "--show-settings", "--profile", "kafka", "--config", 'extend-exclude = ["y"]')
    lines = result.stdout.splitlines()
    assert lines[:2] == ["# journeyaudit.toml", 'profile = "kafka"              # --profile']
    for line in (
        'severity.media-break = "info"  # journeyaudit.toml:6',
        'extend-exclude = ["x", "y"]    # journeyaudit.toml:3, --config',
        "respect-gitignore = true       # default",
    ):
        assert line in lines
    assert tomllib.loads(result.stdout)["severity"] == {"silo-x": "off", "media-break": "info"}
    assert result.exit_code == 2
    assert "there is no rule `silo-x`" in result.stderr
    assert run("check", "--show-settings", "--isolated").exit_code == 0


def test_files_that_would_be_checked_are_listed_one_a_line(run: Any) -> None:
    for name in ("a.journey", "b.journey"):
        Path(name).write_text("nonsense", "utf-8")
    assert (run("check", "--show-files").stdout, run("check", "--show-files").exit_code) == (
        "a.journey\nb.journey\n",
        0,
    )
    assert run("check", "--show-files", "--exclude", "a*").stdout == "b.journey\n"
    result = run("check", "--show-files", "--exclude", "*.journey")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "every journey in the folder “.” is excluded" in result.stderr


def test_named_files_that_are_all_excluded_are_a_note_and_no_trouble(stuck: Any) -> None:
    result = stuck("check", "a.journey", "--exclude", "a.journey")
    assert result.exit_code == 0
    assert result.stderr == (
        "journeyaudit: nothing was checked: all files that were named are excluded (--show-settings)\n"
    )
    assert "no dead ends" not in result.stdout
    assert stuck("check", ".", "--exclude", "a.journey").exit_code == 2
    assert stuck("check", "a.journey", "gone.journey", "--exclude", "a.journey").exit_code == 2
    Path("b.journey").write_text(CLEAN, "utf-8")
    result = stuck("check", "a.journey", "b.journey", "--exclude", "a.journey")
    assert (result.exit_code, result.stderr) == (0, "")


def test_who_draws_or_tells_an_excluded_file_gets_it(stuck: Any) -> None:
    Path("journeyaudit.toml").write_text('exclude = ["*"]', "utf-8")
    assert stuck("tell", "a.journey").exit_code == 0
    assert stuck("render", "a.journey", "-o", "a.svg").exit_code == 0


def test_fmt_leaves_excluded_files_alone_even_if_they_are_named(run: Any) -> None:
    text = "journey A\n      end good: B\n"
    Path("a.journey").write_text(text, "utf-8")
    Path("journeyaudit.toml").write_text('exclude = ["a*"]', "utf-8")
    assert run("fmt", "a.journey").exit_code == 0
    assert Path("a.journey").read_text("utf-8") == text
    assert run("fmt").exit_code == 2


def test_statistics_count_the_findings_of_each_rule(run: Any, audited: Any) -> None:
    audited(made.outcome(WARNING, made.headline(), made.headline()))
    lines = run("check", "--statistics").stdout.splitlines()
    assert lines[-3:] == ["", "2  no-human-correction  error", "1  no-human-correction  warning"]
    assert run("check").stdout.splitlines() == lines[:-3]
    document = json.loads(run("check", "--output-format", "json").stdout)
    assert document["summary"]["statistics"] == [
        {"rule": "no-human-correction", "severity": "error", "findings": 2},
        {"rule": "no-human-correction", "severity": "warning", "findings": 1},
    ]


def test_without_findings_there_is_nothing_to_count(run: Any, audited: Any) -> None:
    audited(made.outcome())
    assert run("check", "--statistics").stdout == run("check").stdout


def test_reports_may_be_configured_and_the_command_line_goes_before_them(stuck: Any) -> None:
    Path("journeyaudit.toml").write_text('output-format = ["concise", "json:out.json"]', "utf-8")
    assert stuck("check").stdout.startswith("a.journey:")
    assert json.loads(Path("out.json").read_text("utf-8"))["version"] == 1
    Path("out.json").unlink()
    assert stuck("check", "--output-format", "text").stdout.startswith("error[")
    assert not Path("out.json").exists()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("xml", "'xml' is not a format; there are text, concise,"),
        ("json:", "the file is missing behind 'json:'"),
    ],
)
def test_a_configured_report_that_does_not_exist_is_said_with_its_line(
    stuck: Any, said: str, wrong: str
) -> None:
    Path("journeyaudit.toml").write_text(f'\noutput-format = [\n  "text:x.txt",\n  "{said}",\n]', "utf-8")
    result = stuck("check")
    assert result.exit_code == 2
    assert f"journeyaudit.toml:4: {wrong}" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "silo,,x"), "a name is missing"),
        (("--fail-level", "input"), "'input' is not one of"),
        (("--select", "no-human-corection"), "did you mean `no-human-correction`?"),
        (("--config", 'profil="kafka"'), "did you mean `profile`?"),
        (("--config", "profile=kafka"), "texts stand in quotes"),
        (("--config", "gone.toml"), "the configuration “gone.toml” cannot be read"),
    ],
)
def test_what_means_nothing_on_the_command_line_leaves_with_two(stuck: Any, words: Any, said: str) -> None:
    result = stuck("check", "--exit-zero", *words)
    assert result.exit_code == 2
    assert said in result.stdout + result.stderr


def test_names_of_rules_may_be_given_with_commas_and_several_times(stuck: Any) -> None:
    words = ("--select", "no-human-correction, sees-but-cannot-touch", "--select", "silo", "--ignore", "silo")
    rules = {
        each["rule"]
        for finding in json.loads(stuck("check", *words, "--output-format", "json").stdout)["findings"]
        for each in (finding, *finding["evidence"])
    }
    assert rules == {"no-human-correction", "sees-but-cannot-touch"}
