from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.finding import Finding, Label, Measure, Severity
from journeyaudit.reports.columns import width_of
from journeyaudit.reports.concise import concise_report
from journeyaudit.reports.style import COLOURED
from journeyaudit.reports.text import finding_text, text_report
from journeyaudit.source import NOWHERE, SourceText, Span
from tests.reports import made

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def one_line(text: str, words: str, label: str = "here", **facts: object) -> str:
    source = SourceText("a.journey", text)
    found = made.headline(
        span=made.at(words, source), label=label, labels=(), story=None, trail=(), measures=(), assumptions=(),
        evidence=(), help="", **facts,
    )  # fmt: skip
    return finding_text(found, {"a.journey": source})


def caret_column(text: str) -> tuple[int, int]:
    """Where the carets begin and end, in columns of the terminal."""
    line = next(line for line in text.splitlines() if "^" in line)
    return line.index("^"), line.rindex("^") + 1


def test_a_finding_with_everything_looks_like_this() -> None:
    made.same_as_golden("everything.txt", finding_text(made.headline(), made.SOURCES))


def test_a_narrow_terminal_wraps_story_measures_and_notes() -> None:
    text = finding_text(made.headline(notes=("one\ntwo words",)), made.SOURCES, width=50)
    made.same_as_golden("narrow.txt", text)
    after_title = text.splitlines()[1:]
    assert max(width_of(line) for line in after_title) <= 50


def test_a_whole_report_ends_with_the_summary() -> None:
    report = text_report(
        made.outcome(made.headline(), made.headline(severity=Severity.WARNING, story=None), verdicts=(made.verdict(), made.LUCK, made.SURE)),
        made.SOURCES,
    )  # fmt: skip
    made.same_as_golden("report.txt", report)


def test_colours_change_nothing_but_colours() -> None:
    plain = finding_text(made.headline(), made.SOURCES)
    coloured = finding_text(made.headline(), made.SOURCES, style=COLOURED)
    assert "\x1b[" not in plain
    assert "\x1b[1;31merror[no-human-correction]\x1b[0m" in coloured
    assert ANSI.sub("", coloured) == plain


@pytest.mark.parametrize(
    ("line", "words", "begin", "end"),
    [
        ("    mistake Menge 2", "Menge", 12, 17),
        ("  schritt Übergröße prüfen", "prüfen", 20, 26),
        ("  step 😀 smile now", "now", 16, 19),
        ("  step 数量を変更 end", "end", 18, 21),
        ("  step 数量を変更 end", "数量", 7, 11),
        ("  step e\u0301te\u0301 x", "x", 11, 12),
        ("\tstep tab", "tab", 9, 12),
        ("  step 👨‍👩‍👧 family", "family", 10, 16),
        ("  step 🇩🇪 flag", "flag", 10, 14),
    ],
)
def test_carets_stand_below_the_words_whatever_letters_come_before(
    line: str, words: str, begin: int, end: int
) -> None:
    gutter = len("1 | ")
    assert caret_column(one_line(line + "\n", words)) == (gutter + begin, gutter + end)


def test_a_long_line_is_cut_around_its_span() -> None:
    text = one_line("  step " + "very " * 60 + "LONG " + "name " * 60 + "\n", "LONG")
    line = next(line for line in text.splitlines() if "LONG" in line)
    assert width_of(line) <= 100
    assert line.startswith("1 | ...")
    assert line.endswith("...")
    begin, end = caret_column(text)
    assert line[begin:end] == "LONG"


def test_two_far_marks_on_one_long_line_are_both_shown() -> None:
    source = SourceText("a.journey", "ONE" + " ." * 100 + " TWO\n")
    found = made.headline(
        span=made.at("ONE", source),
        labels=(Label(made.at("TWO", source), "second"),),
        story=None,
        evidence=(),
    )
    text = finding_text(found, {"a.journey": source})
    for words, mark in (("ONE", "^^^"), ("TWO", "---")):
        lines = text.splitlines()
        number = next(at for at, line in enumerate(lines) if words in line)
        assert lines[number + 1].index(mark) == lines[number].index(words)


def test_characters_that_would_move_the_cursor_are_not_sent_to_the_terminal() -> None:
    text = one_line("  step \x1b[31mred \u202eevil\u2028 end\n", "end", label="a\x07b")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\u2028" not in text
    assert "\x07" not in text


def test_a_span_over_several_lines_is_shown_by_its_first_line() -> None:
    source = SourceText("a.journey", "one two\nthree\n")
    found = Finding("some-rule", Severity.ERROR, "title", Span("a.journey", 4, 13))
    text = finding_text(found, {"a.journey": source})
    assert "1 | one two\n  |     ^^^\n" in text
    assert "three" not in text


def test_a_span_at_the_end_of_the_file_gets_one_caret() -> None:
    source = SourceText("a.journey", "one\n")
    found = Finding("some-rule", Severity.ERROR, "title", Span("a.journey", 4, 4))
    assert "2 |\n  | ^\n" in finding_text(found, {"a.journey": source})


def test_a_file_that_could_not_be_read_is_named_without_a_line() -> None:
    found = Finding("unreadable-file", Severity.INPUT, "this file cannot be read", Span("a.journey", 0, 0))
    assert finding_text(found, {}) == "error[unreadable-file]: this file cannot be read\n --> a.journey\n"


def test_a_finding_without_a_place_has_no_frame() -> None:
    found = Finding("some-rule", Severity.WARNING, "title", NOWHERE, help="do it")
    assert finding_text(found, {}) == "warning[some-rule]: title\n  help: do it\n"


def test_missing_facts_are_named_as_what_it_takes_to_tell() -> None:
    found = made.headline(missing=("`answers within` of Hotline", "`by` of Pack"))
    assert "  cannot tell: needs `answers within` of Hotline, `by` of Pack\n" in finding_text(
        found, made.SOURCES
    )


def test_without_a_story_the_way_there_is_told_and_a_long_one_shortened() -> None:
    trail = tuple(Label(NOWHERE, f"Step {number}") for number in range(1, 10_001))
    text = finding_text(made.headline(story=None, trail=trail), made.SOURCES)
    assert "Step 1 -> Step 2 -> Step 3 -> (9,991 more) -> Step 9995" in text
    assert "Step 5000" not in text


def test_lines_of_a_proposed_change_keep_their_indentation() -> None:
    text = finding_text(made.headline(help="add:\n  may change\n    up to: 20 EUR"), made.SOURCES)
    assert "  help: add:\n          may change\n            up to: 20 EUR\n" in text


def test_measures_break_between_two_of_them_only() -> None:
    measures = tuple(Measure(f"measure number {number}", "18 h 10 min") for number in range(9))
    text = finding_text(made.headline(measures=measures, story=None), made.SOURCES, width=60)
    lines = [line for line in text.splitlines() if "measure number" in line]
    assert len(lines) == 9
    lines = [
        line
        for line in finding_text(made.headline(measures=measures, story=None), made.SOURCES).splitlines()
        if "measure number" in line
    ]
    assert [line.count("measure") for line in lines] == [3, 3, 3]
    assert all(line.strip().endswith("10 min") for line in lines)


def test_the_same_label_is_not_drawn_twice() -> None:
    found = made.headline(labels=(Label(made.at("Quantity 2 instead of 1"), "noticed 3 min later"),))
    assert finding_text(found, made.SOURCES).count("noticed 3 min later") == 1


def test_concise_is_one_line_each_with_place_severity_and_rule() -> None:
    report = concise_report(
        made.outcome(made.headline(), Finding("no-text", Severity.INPUT, "two\nlines", NOWHERE)), made.SOURCES
    )
    assert report.splitlines()[:2] == [
        "samples/order-as-is.journey:12:13: error no-human-correction: "
        "nobody is both able and allowed to put “Quantity 2 instead of 1” right once it is noticed",
        "error no-text: two lines",
    ]


@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
    st.integers(0, 70),
    st.integers(0, 70),
    st.text(max_size=20),
    st.integers(10, 120),
)
@settings(max_examples=300, deadline=None)
def test_any_text_and_any_span_can_be_shown(
    text: str, start: int, length: int, label: str, width: int
) -> None:
    source = SourceText("a.journey", text)
    start = min(start, len(text))
    span = Span("a.journey", start, min(start + length, len(text)))
    found = Finding(
        "some-rule",
        Severity.ERROR,
        "title",
        span,
        label,
        labels=(Label(Span("a.journey", 0, 1), text),),
        notes=(text,),
    )
    shown = finding_text(found, {"a.journey": source}, width=width)
    assert "^" in shown
    assert all(line.isprintable() or set(line) <= set(text) | set(shown) for line in shown.splitlines())
    assert "\x1b" not in shown


def test_proposed_lines_stay_whole_to_be_copied() -> None:
    line = "  on: " + ", ".join(f"Channel {number}" for number in range(20))
    text = finding_text(made.headline(help=f"answer everywhere\n{line}"), made.SOURCES, width=60)
    assert line in text


def test_evidence_in_the_same_place_does_not_repeat_it() -> None:
    headline = made.headline()
    same = replace(headline, evidence=(replace(headline, rule="other", title="as seen here"),))
    assert "because: as seen here (other)\n" in finding_text(same, made.SOURCES)
