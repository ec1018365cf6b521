from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from journeyaudit.cli.formats import FORMATS, Job, made
from journeyaudit.rulebook.outcome import Outcome
from tests.cli.conftest import Run
from tests.reports import finished

JOURNEY = """\
actor Customer
  kind: customer
actor Clerk
  kind: human
  decides within: at once
  department: Sales
  may see
channel Hotline
  kind: phone
  open: always
  answered by: Clerk
  answers within: 3 min

journey Überweisung 😀
  customer: Customer
  step Überweisen
    by: Customer
    takes: 6 min
    mistake Zahl 2 statt 1
      noticed by: Customer
      noticed after: 3 min
      accepted until: Buchen
      remedy Anrufen
        by: Clerk
        on: Hotline
        leads to: Überweisen
  step Buchen
    by: Clerk
    takes: 1 h
  end good: Angekommen
"""
OWN_RULE = """\
# A remedy without accountants
Is something put right without the accountants?

```rule
severity: warning
profile: start
for each remedy
there must be a decider of the remedy
  where the department of the decider is "Billing"
say: nobody in Billing decides {remedy}
```

## Why it hurts
Because of the test.

## What to do
Nothing.

## When to allow it
Always.

## Sources
None.
"""


@pytest.fixture
def journey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    path = tmp_path / "überweisung.journey"
    path.write_text(JOURNEY, "utf-8")
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_goes_to_the_screen_or_to_a_file(form: str, run: Run, journey: Path) -> None:
    on_screen = run("check", "--output-format", form)
    in_file = run("check", "--output-format", f"{form}:report.out")
    assert (on_screen.exit_code, in_file.exit_code) == (1, 1)
    assert Path("report.out").read_bytes() == on_screen.stdout_bytes
    assert "no-human-correction" in on_screen.stdout


def test_all_formats_can_be_written_in_one_run(run: Run, journey: Path) -> None:
    words = [word for form in FORMATS for word in ("--output-format", f"{form}:{form}.out")]
    result = run("check", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert all(Path(f"{form}.out").stat().st_size for form in FORMATS)
    for form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(Path(f"{form}.out").read_text("utf-8"))
    ElementTree.parse("junit.out")


def test_github_gets_annotations_and_a_job_summary_behind_what_is_there(
    run: Run, journey: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = run("check", "--output-format", "github")
    assert (
        "::error file=überweisung.journey,line=19,endLine=19,col=5,endColumn=27,title=no-human"
        in result.stdout
    )
    assert summary.read_text("utf-8").startswith("before\n### journeyaudit: 1 mistake")


def test_only_the_format_for_github_writes_a_job_summary(
    run: Run, journey: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    run("check", "--output-format", "markdown")
    assert not (tmp_path / "summary.md").exists()


def test_a_job_summary_that_cannot_be_written_is_told(
    run: Run, journey: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    result = run("check", "--output-format", "github")
    assert result.exit_code == 2
    assert "cannot write the job summary" in result.stderr


def test_sarif_tells_of_shipped_rules_and_of_ones_own(run: Run, journey: Path) -> None:
    Path("ours").mkdir()
    Path("ours/no-accountants.md").write_text(OWN_RULE, "utf-8")
    Path("journeyaudit.toml").write_text('rules = ["ours"]\n', "utf-8")
    log: Any = json.loads(run("check", "--output-format", "sarif").stdout)
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["no-accountants"]["fullDescription"] == {
        "text": "Is something put right without the accountants?"
    }
    assert rules["no-accountants"]["properties"]["tags"] == ["ours", "profile-start"]
    assert rules["no-human-correction"]["help"]["markdown"].startswith("## Why it hurts")
    named = run("check", "--isolated", "--rules", "ours", "--output-format", "sarif")
    assert "Is something put right without the accountants?" in named.stdout


def test_sarif_knows_the_exit_code(run: Run, journey: Path, audited: Callable[[Outcome], Any]) -> None:
    audited(finished.FULL)
    log: Any = json.loads(run("check", "--output-format", "sarif").stdout)
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": False, "exitCode": 2}]


def test_a_format_that_nobody_knows_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="no format is called 'xml'"):
        made("xml", Job(finished.CLEAN, {}))


def test_the_documentation_has_a_line_for_every_format() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "output-formats.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(FORMATS)
