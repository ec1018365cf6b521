from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.reports.columns import width_of


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("“Größe” – 5 €", "ascii", '"Gr??e" - 5 E'),
        ("“Größe” – 5 €", "cp1252", "“Größe” – 5 €"),
        ("数量", "cp1252", "????"),
        ("e\u0301", "ascii", "e"),
        ("\udc80", "utf-8", "?"),
    ],
)
def test_letters_an_encoding_lacks_get_a_stand_in_of_the_same_width(
    text: str, encoding: str, shown: str
) -> None:
    assert text.encode(encoding, "journeyaudit").decode(encoding) == shown


@given(st.text())
def test_no_text_fails_to_be_encoded(text: str) -> None:
    for encoding in ("ascii", "cp1252", "utf-8", "latin-1"):
        text.encode(encoding, "journeyaudit")


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Mn", "Mc", "Me", "Zl", "Zp")), max_size=20)
)
def test_carets_stay_in_place_on_a_plain_terminal(text: str) -> None:
    letters = [letter for letter in text if width_of(letter) in (1, 2)]
    for letter in letters:
        assert len(letter.encode("ascii", "journeyaudit")) == width_of(letter)
