from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.reports.columns import width_of
from journeyaudit.reports.page_text import prose_lines
from journeyaudit.rulebook.prose import Passage, passages
from tests.rulebook.examples import examples


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("One *line*\nand **another** one.", (Passage("One line and another one."),)),
        ("Write `may change`.", (Passage("Write `may change`."),)),
        ("See [the law](https://law.example/5).", (Passage("See the law (https://law.example/5)."),)),
        ("<https://law.example/5>", (Passage("https://law.example/5"),)),
        ("One.\n\nTwo.", (Passage("One."), Passage("Two."))),
        ("- one\n- two\n  on two", (Passage("one", "-", 1), Passage("two on two", "-", 1))),
        ("2. two\n3. three", (Passage("two", "2.", 1), Passage("three", "3.", 1))),
        ("- one\n  1. deep", (Passage("one", "-", 1), Passage("deep", "1.", 2))),
        ("- one\n\n  more of it", (Passage("one", "-", 1), Passage("more of it", "", 1))),
        ("```\n a: b\n```", (Passage(" a: b", verbatim=True),)),
        ("<!-- for\nyou --> For all.", (Passage("For all."),)),
        ("> Quoted.", (Passage("Quoted."),)),
        ("", ()),
    ],
)  # fmt: skip
def test_markdown_is_read_without_its_marks(markdown: str, read: tuple[Passage, ...]) -> None:
    assert passages(markdown) == read


def test_paragraphs_stand_apart_and_items_hang_below_their_signs() -> None:
    text = "A short word.\n\n1. one two three four five six\n2. seven\n\nThe end.\n\n    copy   me\n    too"
    assert list(prose_lines(text, 23)) == [
        "A short word.",
        "",
        "1. one two three four",
        "   five six",
        "2. seven",
        "",
        "The end.",
        "",
        "  copy   me",
        "  too",
    ]


@examples(100)
@given(st.text("ab *_`#[]()<>!-\n1.&\t\\\u200b\x1b", max_size=80))
def test_no_text_raises_or_moves_the_cursor(text: str) -> None:
    for line in prose_lines(text, 30):
        assert "\n" not in line
        assert "\x1b" not in line
        assert width_of(line) >= 0
