from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeyaudit.finding import Severity
from journeyaudit.source import SourceText
from journeyaudit.syntax import parse
from tests.syntax.written import complaints, helps, marked, read, said

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
    assert complaints(text) == ["3 misplaced: “authority” describes an actor, not a step"]
    assert helps(text) == ["write it below an actor"]
    assert marked(text) == ["authority"]


def test_a_fact_outside_of_any_block_is_told_so() -> None:
    assert complaints("status: as-is\njourney J\n") == [
        "1 misplaced: “status” describes a journey, and stands outside of any block"
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
        ("step: Pay now", "no colon belongs behind “step”", "write `step Pay now`"),
        ("step:Pay", "no colon belongs behind “step”", "write `step Pay`"),
        ("setp Pay now", "no line begins with “setp”", "did you mean “step”?"),
        ("in paralel", "no line begins with “in paralel”", "did you mean “in parallel”?"),
        ("goto Pay", "no line begins with “goto”", "did you mean “go to”?"),
        ("schritt Zahlen", "this file is in English: “step” instead of “schritt”", None),
        ("step", "a name is missing behind “step”", "write `step Place order`"),
        ("go to", "a name is missing behind “go to”", "write `go to Place order`"),
        ("wait", "a length of time is missing behind “wait”", "write `wait 3 min`"),
        ("end: Paid", "this end does not say how it ends for the customer", None),
        ("end Paid", "this end does not say how it ends for the customer", None),
        ("end godo: Paid", "“godo” is not an outcome", "did you mean “good”?"),
        ("end good Paid", "the colon is missing behind the outcome", "write `end good: Paid`"),
        ("end good:", "a name is missing behind “end”", "write `end good: Right goods received`"),
        ("goal Money", "the colon is missing behind “goal”", "write `goal: Money`"),
        ("gaol: Money", "there is no fact called “gaol”", "did you mean `goal:`?"),
        ("ziel: Geld", "this file is in English: “goal” instead of “ziel”", None),
        ("xyzzy: Money", "there is no fact called “xyzzy”", "for a fact of your own write `@xyzzy:`"),
        ("goal:", "the value is missing behind “goal:”", None),
        ("partial: yes", "“partial” takes no value", "write `partial` alone on its line"),
        ("partial indeed", "“partial” stands alone on its line", "write `partial`"),
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
    assert complaints(text) == ["1 unknown-language: there is no vocabulary for the language “klingon”"]
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


@pytest.mark.parametrize(
    ("line", "title", "repair"),
    [
        ("step Pay now:", "no colon belongs behind “Pay now”", "write “Pay now” without the colon"),
        ("setp Pay now:", "no line begins with “setp”", "did you mean “step”?"),
        ("ende gut: Bezahlt", "this file is in English: “end” instead of “ende”", None),
        ('step "Pay', "the quotes before “Pay” are not closed", "write `step Pay`"),
        ("if it rains", "no line begins with “if”", None),
        ("task Pack", "no line begins with “task”", "write `step` instead"),
        ("message Paid", "no line begins with “message”", "write `notification` instead"),
        (
            "1. Pack it",
            "“1. Pack it” begins with no word that is known here",
            "write `step Pack it` if it is something that happens",
        ),
        ("A --> B", "“-->” is not an arrow of this language", "write `->`"),
        ("A -> B => C", "“=>” is not an arrow of this language", "write `->`"),
        ("A -> end good B", "the colon is missing behind the outcome", "write `end good: B`"),
    ],
)
def test_habits_from_elsewhere_are_told_what_to_write(line: str, title: str, repair: str | None) -> None:
    text = f"journey J\n  {line}\n"
    (told,) = complaints(text)
    assert told.split(": ", 1)[1] == title
    assert repair is None or helps(text) == [repair]


@pytest.mark.parametrize("word", ["yes", "no"])
def test_an_answer_alone_in_a_choice_is_told_to_be_a_branch(word: str) -> None:
    assert helps(f"journey J\n  choice C\n    {word}\n") == [
        f"write `when {word}` if it is one of the ways on"
    ]


def test_a_name_keeps_its_colon_in_quotes_and_a_header_of_colons_has_no_name() -> None:
    assert read('journey J\n  step "Pay:"\n').blocks[1].name.text == "Pay:"  # type: ignore[union-attr]
    assert complaints("journey J\n  step :\n") == ["2 missing-value: a name is missing behind “step”"]


def test_facts_that_lost_their_indentation_are_one_finding_and_describe_the_block_above() -> None:
    text = "journey J\n  step A\n  by: X\n  takes: 3 min\n  step B\n    by: X\n"
    tree, findings = parse(SourceText("x", text))
    assert said(text, findings) == ["3 indentation: “by” belongs to “step A”, but is not indented below it"]
    assert [fact.key for fact in tree.blocks[1].facts] == ["by", "takes"] and tree.blocks[1].broken


def test_a_file_without_any_indentation_is_one_finding_for_each_block_at_the_margin() -> None:
    text = "actor X\njourney J\nstep A\nby: X\nchoice C\nwhen yes\nend good: E\notherwise\nend bad: F\n"
    tree, findings = parse(SourceText("x", text))
    assert said(text, findings) == [
        "3 indentation: “step” belongs to “journey J”, but is not indented below it"
    ]
    assert [block.kind for block in tree.blocks if block.parent == 1] == ["step", "choice"]


def test_prose_that_never_becomes_a_journey_is_one_finding() -> None:
    assert len(complaints("The customer orders.\nThe agent packs.\nAll are happy.\n")) == 1


def test_a_hopeless_file_is_told_line_by_line_and_only_its_first_lines_get_a_guess() -> None:
    found = complaints("journey J\n" + "  setp A\n" * 500)
    assert len(found) == 500
    assert found[0].endswith("no line begins with “setp”")
    assert found[-1].endswith("“setp A” begins with no word that is known here")


def test_facts_below_a_line_that_cannot_be_guessed_are_never_dropped_in_silence() -> None:
    text = "journey J\n  xyzzy plugh\n    by: X\n    takes: 3 min\n    note: n\n"
    tree, findings = parse(SourceText("x", text))
    assert said(text, findings) == ["2 syntax: “xyzzy plugh” begins with no word that is known here"]
    assert tree.blocks[0].broken and tree.blocks[0].facts == ()


def test_a_fact_of_your_own_outside_of_any_block_is_told_so() -> None:
    text = "@id: 7\njourney J\n"
    assert complaints(text) == ["1 misplaced: “@id” stands outside of any block"]
    assert marked(text) == ["@id"]
