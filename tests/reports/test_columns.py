from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.reports.columns import cut, row, shown, width_of, wrapped


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("äöü", 3),
        ("a\u0308", 1),
        ("数", 2),
        ("😀", 2),
        ("👍🏽", 2),
        ("a\tb", 5),
        ("\x07", 1),
        ("🇩🇪🇫🇷", 4),
        ("❤️", 2),
    ],
)
def test_width_counts_columns_not_letters(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text(max_size=50))
@settings(max_examples=200)
def test_a_row_has_an_edge_for_every_letter_and_edges_never_go_back(text: str) -> None:
    line = row(text)
    assert len(line.pieces) == len(text)
    assert len(line.edges) == len(text) + 1
    assert list(line.edges) == sorted(line.edges)


@given(st.text("aä数😀\u0301 ", max_size=80), st.integers(0, 80), st.integers(10, 60))
@settings(max_examples=200)
def test_what_is_cut_fits_and_is_found_again(text: str, at: int, room: int) -> None:
    line = row(text)
    at = min(at, len(text))
    start = line.edges[at]
    window = cut(line, start, start + 1, room)
    assert width_of(window.text) <= room
    if at < len(text) and line.edges[at + 1] > start:
        inside = row(window.text)
        # of several letters in one column, the one with a width of its own comes last
        position = inside.edges[:-1].index(start + window.shift)
        while inside.edges[position + 1] == inside.edges[position]:
            position += 1
        assert window.text[position] == text[at]


@given(st.text("ab 数\t", max_size=80), st.integers(2, 30))
def test_wrapping_loses_no_word_and_overflows_only_for_long_words(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert " ".join(lines).split() == shown(text).split()
    assert all(width_of(line) <= room or " " not in line for line in lines)


def test_what_is_printable_is_shown_as_it_is() -> None:
    printable = "".join(filter(str.isprintable, map(chr, range(0x30000))))
    assert "".join(row(printable).pieces) == printable == shown(printable)
