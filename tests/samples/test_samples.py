"""Every shipped sample does what its `.expect` file says.

`JOURNEYAUDIT_ACCEPT=1` writes the `.expect` files from what really comes out; review with `git diff`.
An `.expect` file has a line for each mistake, in the order of the text, then one for each headline with
its evidence below it, and the word `clean` where nothing is worse than a remark:

    mistake Quantity 2 instead of 1: impossible, Kafka zone 18 h 10 min, decision rank none
    error no-human-correction: Quantity 2 instead of 1
      because already-triggered
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from journeyaudit.finding import Severity
from journeyaudit.source import SourceText
from journeyaudit.syntax.formatting import format_source
from journeyaudit.verdicts.verdict import Judgement
from tests.samples.told import (
    AS_IS,
    FILES,
    REPAIRED,
    SAMPLES,
    accepting,
    check_file,
    check_together,
    head_of,
    headline_of,
    name_of,
    told,
    verdict_in_words,
)

TWINS = [("order-as-is", "bestellung-ist"), ("order-repaired", "bestellung-repariert")]


def differences(expected: list[str], real: list[str], file: Path) -> str:
    name = f"{name_of(file.with_suffix('.expect'))} "
    lines = difflib.unified_diff(expected, real, name + "(expected)", name + "(real)", lineterm="")
    return "\n".join(lines)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_sample_does_what_its_expect_file_says(file: Path) -> None:
    real = told(check_file(file))
    beside = file.with_suffix(".expect")
    if accepting():
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


@pytest.mark.parametrize("file", AS_IS, ids=name_of)
def test_the_first_thing_told_of_a_sample_of_how_it_is_is_the_headline_that_it_names(file: Path) -> None:
    assert check_file(file).findings[0].rule == headline_of(file)


@pytest.mark.parametrize("file", REPAIRED, ids=name_of)
def test_a_repaired_sample_stands_beside_the_one_it_repairs(file: Path) -> None:
    before = file.stem.replace("-repaired", "-as-is").replace("-repariert", "-ist")
    assert (file.with_name(before + file.suffix)) in AS_IS


@pytest.mark.parametrize(("english", "german"), TWINS)
def test_the_german_twin_of_a_journey_has_the_same_verdict_and_the_same_figures(
    english: str, german: str
) -> None:
    one, other = (
        check_file(SAMPLES / "founding" / f"{name}.journey").verdicts() for name in (english, german)
    )
    assert [verdict_in_words(verdict) for verdict in one] == [verdict_in_words(verdict) for verdict in other]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_sample_is_written_in_the_usual_form(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert format_source(SourceText(str(file), text)) == (text, ())


def test_samples_that_are_checked_together_do_not_change_each_other() -> None:
    together = check_together([SAMPLES])
    alone = [line for file in FILES for line in told(check_file(file)) if line != "clean"]
    assert sorted(told(together)) == sorted(alone)


def test_no_expect_file_is_left_over() -> None:
    left_over = [path for path in SAMPLES.rglob("*.expect") if not path.with_suffix(".journey").exists()]
    assert left_over == []


@pytest.mark.parametrize("file", [f for f in FILES if f.parent.name == "cases"], ids=name_of)
def test_a_case_says_in_its_first_lines_that_it_is_a_model_of_a_process(file: Path) -> None:
    head = "\n".join(head_of(file))
    words = ("accuses nobody", "beschuldigt niemanden", "Our own", "Unser", "people who did not decide")
    assert any(word in head for word in words)
