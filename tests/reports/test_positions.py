from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.positions import TOP, Place, Places, Position, Unit, length, places_for, position
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import NOWHERE, SourceText, Span
from tests.reports import made

TEXT = SourceText("a.journey", "journey X\r\n  step Ü😀 prüfen\n")


@pytest.mark.parametrize(("unit", "start", "end"), [
    (Unit.CODE_POINTS, 11, 17),
    (Unit.UTF_16, 12, 18),
    (Unit.UTF_8, 15, 22),
])  # fmt: skip
def test_a_column_behind_an_umlaut_and_an_emoji_counts_in_its_unit(unit: Unit, start: int, end: int) -> None:
    place = Places({TEXT.path: TEXT}, ".", unit).of(made.at("prüfen", TEXT))
    assert place == Place("a.journey", Position(2, start), Position(2, end), known=True)
    assert place.on_one_line


def test_the_end_of_a_line_is_behind_its_last_letter_whatever_it_is_made_of() -> None:
    at = TEXT.raw.index("\r")
    assert [position(TEXT, at + more, Unit.UTF_8) for more in range(3)] == [
        Position(1, 10),
        Position(1, 10),
        Position(2, 1),
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.data())
def test_the_text_before_a_column_takes_as_much_as_the_column_says(text: str, data: st.DataObject) -> None:
    source = SourceText("a.journey", text)
    offset = data.draw(st.integers(0, len(text)))
    for unit, counted in (
        (Unit.CODE_POINTS, len),
        (Unit.UTF_16, lambda part: len(part.encode("utf-16-le")) // 2),
        (Unit.UTF_8, lambda part: len(part.encode())),
    ):
        assert length(text, unit) == counted(text)
        found = position(source, offset, unit)
        written = source.raw[source.start_of(found.line) : offset].rstrip("\r\n")
        assert found.line == source.line_of(offset)
        assert found.column == counted(written) + 1


def test_what_stands_nowhere_is_at_the_top_of_the_first_file() -> None:
    outcome = Outcome(made.SERVICE, ("/here/b.journey", "/here/a.journey"))
    assert places_for(outcome, {}, "/here").of(NOWHERE) == Place("b.journey", TOP, TOP, known=False)
    assert places_for(Outcome(made.SERVICE), {}, "/here").of(NOWHERE).path == "."


@pytest.mark.parametrize(("span", "words"), [
    (made.at("prüfen", TEXT), "a.journey:2:11"),
    (Span("gone.journey", 0, 0), "gone.journey"),
    (NOWHERE, ""),
])  # fmt: skip
def test_a_place_is_named_as_far_as_it_is_known(span: Span, words: str) -> None:
    places = Places({TEXT.path: TEXT}, ".")
    assert places.words(Finding("x", Severity.ERROR, "x", span)) == words


def test_a_whole_block_ends_behind_the_last_letter_of_its_last_line() -> None:
    places = Places({TEXT.path: TEXT}, ".")
    whole = places.of(TEXT.span(0, len(TEXT.raw)))
    assert (whole.start, whole.end) == (Position(1, 1), Position(2, 17))
    assert places.of(TEXT.span(0, 11)).end == Position(1, 10)
    assert places.of(TEXT.span(11, 11)).end == Position(2, 1)
