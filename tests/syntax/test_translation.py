"""Lines the tool proposes are written in the language of the file."""

from __future__ import annotations

import pytest

from journeyaudit.syntax.translation import in_language, key_in_language


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("remedy Fix it", "abhilfe Fix it"),
        ("  kind: corrects", "  art: korrigiert"),
        ("  makes whole: yes", "  macht ganz: ja"),
        ("  takes: at most 5 min", "  dauert: höchstens 5 min"),
        ("  until: Deliver parcel", "  bis: Deliver parcel"),
        ("  within: 14 days after Deliver parcel", "  innerhalb: 14 Tage nach Deliver parcel"),
        ("  within: no limit", "  innerhalb: unbegrenzt"),
        ("wait 2 hours", "warte 2 Stunden"),
        ("may change", "darf change"),
        ("may nothing", "darf nichts"),
        ("  main flow: pauses", "  hauptablauf: pausiert"),
        ("  leads to: At the desk", "  führt zu: At the desk"),
        ("nothing of ours", "nothing of ours"),
    ],
)
def test_a_line_is_translated_word_by_word_and_names_stay(english: str, german: str) -> None:
    assert in_language(english, "de") == german
    assert in_language(english, "en") == english


def test_keys_and_lines_without_a_value_are_named_in_the_language_of_the_file() -> None:
    named = [key_in_language(key, "de") for key in ("accepted until", "on", "may nothing")]
    assert named == ["angenommen bis", "über", "darf nichts"]
    assert key_in_language("may nothing", "en") == "may nothing"
