from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeyaudit.finding import Severity
from journeyaudit.source import SourceText
from journeyaudit.syntax import parse
from tests.syntax.written import complaints, helps, marked, read

GOLDEN = Path(__file__).parent / "golden"


def report(path: Path) -> str:
    source = SourceText(path.name, path.read_text(encoding="utf-8"))
    rows = []
    for finding in parse(source)[1]:
        line, column = source.line_of(finding.span.start), source.column_of(finding.span.start)
        marked = " ".join(source.raw[finding.span.start : finding.span.end].split())
        rows += [
            f"{line}:{column} {finding.rule}: {finding.title}",
            f"    at:   {marked}",
            f"    help: {finding.help}",
        ]
        rows += [f"    also: {source.line_of(label.span.start)} {label.text}" for label in finding.labels]
    return "\n".join([*rows, ""])


@pytest.mark.parametrize("name", ["broken", "kaputt"])
def test_every_mistake_of_a_broken_file_is_told_at_its_place(name: str) -> None:
    told = report(GOLDEN / f"{name}.journey")
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("JOURNEYAUDIT_ACCEPT") == "1":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["broken", "kaputt"])
def test_titles_stand_alone_and_every_finding_has_a_repair(name: str) -> None:
    path = GOLDEN / f"{name}.journey"
    for finding in parse(SourceText(path.name, path.read_text(encoding="utf-8")))[1]:
        assert finding.severity is Severity.INPUT
        assert not finding.title[0].isupper() and not finding.title.endswith(".")
        assert finding.help and finding.span.file == path.name


def test_a_fact_in_the_wrong_block_is_told_whom_it_describes() -> None:
    text = "journey J\n  step S\n    authority: 3\n"
    assert complaints(text) == ["3 misplaced: ‘authority’ describes an actor, not a step"]
    assert helps(text) == ["write it below an actor"]
    assert marked(text) == ["authority"]


def test_a_fact_outside_of_any_block_is_told_so() -> None:
    assert complaints("status: as-is\njourney J\n") == [
        "1 misplaced: ‘status’ describes a journey, and stands outside of any block"
    ]


def test_a_block_in_the_wrong_place_is_taken_to_the_nearest_right_one() -> None:
    from journeyaudit.syntax import parse as parse_text

    source = SourceText("x", "journey J\n  step A\n    step B\n      step C\n  step D\n")
    tree, findings = parse_text(source)
    assert [f.rule for f in findings] == ["misplaced", "misplaced"]
    assert [tree.blocks[number].name.text for number in tree.blocks[0].children] == ["A", "B", "C", "D"]  # type: ignore[union-attr]


def test_the_second_of_two_equal_facts_points_at_the_first() -> None:
    text = "journey J\n  step S\n    takes: 3 min\n    takes: 4 min\n"
    source = SourceText("x", text)
    (finding,) = parse(source)[1]
    assert finding.rule == "repeated-fact" and source.line_of(finding.span.start) == 4
    assert [source.line_of(label.span.start) for label in finding.labels] == [3]


def test_facts_that_may_be_said_often_may_be_said_often() -> None:
    read("journey J\n  source: a\n  source: b\n  note: c\n  note: d\n")


@pytest.mark.parametrize(
    ("line", "title", "repair"),
    [
        ("step: Pay now", "no colon belongs behind ‘step’", "write `step Pay now`"),
        ("step:Pay", "no colon belongs behind ‘step’", "write `step Pay`"),
        ("setp Pay now", "no line begins with ‘setp’", "did you mean ‘step’?"),
        ("in paralel", "no line begins with ‘in paralel’", "did you mean ‘in parallel’?"),
        ("goto Pay", "no line begins with ‘goto’", "did you mean ‘go to’?"),
        ("schritt Zahlen", "this file is in English: ‘step’ instead of ‘schritt’", None),
        ("step", "a name is missing behind ‘step’", "write `step Place order`"),
        ("go to", "a name is missing behind ‘go to’", "write `go to Place order`"),
        ("wait", "a length of time is missing behind ‘wait’", "write `wait 3 min`"),
        ("end: Paid", "this end does not say how it ends for the customer", None),
        ("end Paid", "this end does not say how it ends for the customer", None),
        ("end godo: Paid", "‘godo’ is not an outcome", "did you mean ‘good’?"),
        ("end good Paid", "the colon is missing behind the outcome", "write `end good: Paid`"),
        ("end good:", "a name is missing behind ‘end’", "write `end good: Place order`"),
        ("goal Money", "the colon is missing behind ‘goal’", "write `goal: Money`"),
        ("gaol: Money", "there is no fact called ‘gaol’", "did you mean `goal:`?"),
        ("ziel: Geld", "this file is in English: ‘goal’ instead of ‘ziel’", None),
        ("xyzzy: Money", "there is no fact called ‘xyzzy’", "for a fact of your own write `@xyzzy:`"),
        ("goal:", "the value is missing behind ‘goal:’", None),
        ("partial: yes", "‘partial’ takes no value", "write `partial` alone on its line"),
        ("partial indeed", "‘partial’ stands alone on its line", "write `partial`"),
    ],
)
def test_a_line_that_begins_wrongly_is_told_what_was_meant(line: str, title: str, repair: str | None) -> None:
    text = f"journey J\n  {line}\n  step S\n"
    (told,) = complaints(text)
    assert told.split(": ", 1)[1] == title
    assert repair is None or helps(text) == [repair]


def test_case_does_not_matter() -> None:
    assert (
        read("JOURNEY J\n  Step S\n    BY: A\n    Point Of No Return\n").blocks[1].facts[1].key
        == "point of no return"
    )


def test_a_file_full_of_words_of_the_other_language_is_one_finding() -> None:
    text = "vorgang J\n  ziel: Geld\n  schritt S\n    durch: A\n"
    assert complaints(text) == ["1 unknown-language: this file seems to be written in German"]
    assert helps(text) == ["begin it with `# language: de`"]


def test_a_language_without_vocabulary_is_told() -> None:
    text = "# language: klingon\njourney J\n"
    assert complaints(text) == ["1 unknown-language: there is no vocabulary for the language ‘klingon’"]
    assert marked(text) == ["klingon"]


@pytest.mark.parametrize("text", ["", "\n\n", "   \n\t\n"])
def test_an_empty_file_is_told(text: str) -> None:
    assert complaints(text) == ["1 empty-file: there is nothing in this file"]


def test_a_file_of_comments_is_told_so() -> None:
    assert complaints("# one\n\n# two\n") == ["1 empty-file: there are only comments in this file"]


CONFLICT = "journey J\n<<<<<<< ours\n  step A\n{base}=======\n  step B\n  xyzzy\n>>>>>>> theirs\n  step C\n"


@pytest.mark.parametrize("base", ["", "||||||| base\n  step O\n"])
def test_a_merge_conflict_is_one_finding_and_the_first_version_is_read(base: str) -> None:
    tree, findings = parse(SourceText("x", CONFLICT.format(base=base)))
    assert [f.rule for f in findings] == ["conflict-marker"]
    assert [block.name.text for block in tree.blocks if block.name] == ["J", "A", "C"]


def test_every_conflict_is_told_once() -> None:
    text = CONFLICT.format(base="") + "<<<<<<< ours\n=======\n  step D\n>>>>>>> theirs\n"
    assert [told.split(" ")[:2] for told in complaints(text)] == [
        ["2", "conflict-marker:"],
        ["9", "conflict-marker:"],
    ]


@pytest.mark.parametrize("marker", ["=======", ">>>>>>> theirs", "<<<<<<< ours"])
def test_a_lonely_conflict_marker_is_told(marker: str) -> None:
    assert [told.split(":")[0] for told in complaints(f"journey J\n{marker}\n  step A\n")] == [
        "2 conflict-marker"
    ]


def test_a_line_that_could_not_be_read_marks_its_block_as_broken() -> None:
    tree, _ = parse(SourceText("x", "journey J\n  step A\n    tkaes: 3 min\n  step B\n    takes: 3 min\n"))
    assert [block.broken for block in tree.blocks] == [False, True, False]


def test_arrows_stand_only_in_a_journey() -> None:
    (told,) = complaints("journey J\n  step A\n    B -> C\n")
    assert told == "3 misplaced: arrows may not stand in a step"
