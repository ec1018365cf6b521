"""Every shipped sample does what its `.expect` file says.

`JOURNEYAUDIT_ACCEPT=1` writes the `.expect` files from what really comes out; review with `git diff`.
An `.expect` file has one line for each mistake, in the order of the text, one for each finding, and
the word `clean` where nothing is worse than a note:

    mistake Quantity 2 instead of 1: impossible
    error no-human-correction: Quantity 2 instead of 1
    clean
"""

from __future__ import annotations

import difflib
import os
from functools import cache
from pathlib import Path

import pytest

from journeyaudit.audit import audit_paths
from journeyaudit.finding import Severity
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source.shipped import shipped
from journeyaudit.verdicts.verdict import Judgement

SAMPLES = shipped("samples")
FILES = sorted(SAMPLES.rglob("*.journey"))
REPAIRED = [file for file in FILES if file.stem.endswith(("-repaired", "-repariert"))]
AS_IS = [file for file in FILES if file.stem.endswith(("-as-is", "-ist"))]


@cache
def check_file(file: Path) -> Outcome:
    return audit_paths([str(file)])[0]


def name_of(file: Path) -> str:
    return file.relative_to(SAMPLES).as_posix()


def told(outcome: Outcome) -> list[str]:
    lines = [f"mistake {verdict.mistake.name}: {verdict.judgement}" for verdict in outcome.verdicts()]
    lines += [f"{finding.severity} {finding.rule}: {finding.subject}" for finding in outcome.findings]
    if outcome.worst in (None, Severity.INFO):
        lines.append("clean")
    return lines


def differences(expected: list[str], real: list[str], file: Path) -> str:
    name = f"{name_of(file.with_suffix('.expect'))} "
    lines = difflib.unified_diff(expected, real, name + "(expected)", name + "(real)", lineterm="")
    return "\n".join(lines)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_sample_does_what_its_expect_file_says(file: Path) -> None:
    real = told(check_file(file))
    beside = file.with_suffix(".expect")
    if os.environ.get("JOURNEYAUDIT_ACCEPT") == "1":
        beside.write_text("\n".join(real) + "\n", encoding="utf-8")
    expected = beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []
    assert real == expected, "\n" + differences(expected, real, file)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_sample_can_be_read_to_the_last_line(file: Path) -> None:
    unread = [f for f in check_file(file).findings if f.severity is Severity.INPUT]
    assert unread == []


@pytest.mark.parametrize("file", REPAIRED, ids=name_of)
def test_a_repaired_sample_is_guaranteed_and_raises_no_alarm(file: Path) -> None:
    outcome = check_file(file)
    assert outcome.verdicts_that_are(Judgement.GUARANTEED) == len(list(outcome.verdicts())) > 0
    assert [f.title for f in outcome.findings if f.severity is not Severity.INFO] == []


@pytest.mark.parametrize("file", AS_IS, ids=name_of)
def test_a_sample_of_how_it_is_has_a_mistake_that_is_not_guaranteed(file: Path) -> None:
    outcome = check_file(file)
    assert outcome.verdicts_that_are(Judgement.GUARANTEED) < len(list(outcome.verdicts()))


@pytest.mark.parametrize("file", REPAIRED, ids=name_of)
def test_a_repaired_sample_stands_beside_the_one_it_repairs(file: Path) -> None:
    before = file.stem.replace("-repaired", "-as-is").replace("-repariert", "-ist")
    assert (file.with_name(before + file.suffix)) in AS_IS


def test_no_expect_file_is_left_over() -> None:
    left_over = [path for path in SAMPLES.rglob("*.expect") if not path.with_suffix(".journey").exists()]
    assert left_over == []


@pytest.mark.parametrize("file", [f for f in FILES if f.parent.name == "cases"], ids=name_of)
def test_a_case_says_in_its_first_lines_that_it_is_a_model_of_a_process(file: Path) -> None:
    head = file.read_text(encoding="utf-8").split("\n\n")[0]
    words = ("accuses nobody", "beschuldigt niemanden", "Our own", "Unser", "people who did not decide")
    assert any(word in head for word in words)
