"""What is wrong with the text of a rule is said in plain words, each at its own place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook.language import compile_rule
from journeyaudit.rulebook.shelf import rules_of
from journeyaudit.source import SourceText
from tests.rulebook.examples import examples
from tests.rulebook.language.making import rule_of

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
GOOD = [rule.source.plain[rule.start : rule.end] for rule in rules_of().rules]


def complaints(text: str) -> tuple[Finding, ...]:
    return compile_rule(SourceText("rule", text), "tried", "pack")[1]


def written(text: str) -> str:
    source = SourceText("rule", text)
    lines = []
    for finding in complaints(text):
        line = source.line_of(finding.span.start)
        lines += [
            f"{line}: {source.line(line)}",
            f"   {finding.rule} at {text[finding.span.start : finding.span.end]!r}",
        ]
        lines += [f"   {finding.title}", f"   -> {finding.help}", ""]
    return "\n".join(lines)


def test_the_messages_of_a_bad_rule() -> None:
    golden = GOLDEN / "bad.messages"
    found = written((GOLDEN / "bad.rule").read_text("utf-8"))
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", "the rule does not say how bad it is"),
        ("severity: error\n", "the rule asks for nothing"),
        ("severity: error\nfor each mistake\n", "the rule does not say what is wrong"),
    ],
)
def test_what_is_left_out_is_asked_for(text: str, title: str) -> None:
    assert title in [finding.title for finding in complaints(text)]


def test_a_sentence_that_goes_on_for_ever_is_refused() -> None:
    text = "for each step\n  where " + "not " * 5000 + "it is human\n"
    assert complaints(text)[0].title == "this sentence is too long to be read"


def test_brackets_and_texts_go_on_in_deeper_lines() -> None:
    rule = rule_of(
        "severity: error\nfor each step\n  where either (it is human\n      or it is irreversible)\n"
        "say: this is\n  long\n"
    )
    assert rule.written.sayings[0].parts == ("this is", " ", "long")


def test_comments_and_capitals_do_not_matter() -> None:
    rule = rule_of("# why\nSeverity: Error # yes\nFOR EACH Step # all\nSay: no # never\n")
    assert rule.written.grades[0].severity is Severity.ERROR


SNIPPETS = st.sampled_from(
    ["where ", "and ", "not ", "(", ")", '"', "the ", "of ", "{", "}", ":", "\n", "  ", "some ", "must be ",
     "say: ", "7 ", "within ", "min ", "until ", "„", "\x00", "ſ", "İ", "-", "call ", "for each step\n", "\t", "é"]
)  # fmt: skip


@examples(250)
@given(
    st.sampled_from(GOOD), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 30), SNIPPETS), max_size=6)
)
def test_no_text_ever_raises(good: str, edits: list[tuple[int, int, str]]) -> None:
    for at, cut, more in edits:
        good = good[:at] + more + good[at + cut :]
    for finding in complaints(good):
        assert finding.severity is Severity.INPUT
        assert 0 <= finding.span.start <= finding.span.end <= len(good)


@examples(150)
@given(st.text(max_size=80))
def test_no_nonsense_ever_raises(text: str) -> None:
    complaints(text)
    complaints(f"severity: error\nfor each step\n  where {text}\nsay: {text}\n")


@pytest.mark.parametrize(
    ("line", "title", "repair"),
    [
        ("say when the mistake is ours", "behind “say” a colon is missing", "write “say: ...”, or “say when"),
        ("severity warning", "behind “severity” a colon is missing", "write “severity: ...”, with the colon"),
    ],
)
def test_a_line_without_its_colon_is_told_so(line: str, title: str, repair: str) -> None:
    (finding,) = complaints(f"severity: error\nfor each mistake\n{line}\nsay: x\n")
    assert finding.title == title
    assert (finding.help or "").startswith(repair)


def test_the_condition_of_a_severity_may_go_on_in_deeper_lines() -> None:
    text = (
        "severity: error when either (the mistake is ours\n  or the mistake is the customer's)\n"
        "severity: info\nfor each mistake\nsay: x\n"
    )
    assert complaints(text) == ()


def test_a_customer_is_a_customer_and_a_customer_cost_is_a_cost() -> None:
    for line in ("where the place has a customer cost", "where the place has customer cost"):
        assert complaints(f"severity: error\nfor each place\n{line}\nsay: x\n") == ()
    actor = "severity: error\nfor each actor\nwhere the actor is a customer\nsay: x\n"
    assert complaints(actor) == ()
