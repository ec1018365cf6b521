from __future__ import annotations

import pytest

from journeyaudit.model.names import fold, nearest
from journeyaudit.model.quantities import INFINITE, Duration
from journeyaudit.model.wording import duration_words
from tests.model.reading import arrows, journey


@pytest.mark.parametrize(
    ("one", "other"),
    [("Service  agent", "service agent"), ("Bu\u0308ro", "BÜRO"), ("Straße", "STRASSE"), (" a ", "A")],
)
def test_names_are_the_same_whatever_their_case_and_blanks(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_nearest_names_come_best_first() -> None:
    known = ["Pack parcels up", "Pack parcel", "Send letter"]
    assert nearest("Pack parcle", known)[0] == "Pack parcel"
    assert "Send letter" not in nearest("Pack parcle", known)


def test_a_part_of_a_name_is_near_it() -> None:
    assert nearest("agent", ["Shift lead", "Service agent"]) == ("Service agent",)


def test_nothing_is_near_an_empty_name() -> None:
    assert nearest("  ", ["a", "b"]) == ()


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (Duration(30, 30), "30 min"),
        (Duration(90, 90), "1 h 30 min"),
        (Duration(1440, 1440), "1 day"),
        (Duration(1440, 4320), "1 to 3 days"),
        (Duration(30, 90), "30 min to 1 h 30 min"),
        (Duration(1, 2, working=True), "1 to 2 working days"),
        (Duration(0, 120), "at most 2 h"),
        (Duration(60, None), "at least 1 h"),
        (Duration(2, 2, working=True), "2 working days"),
        (Duration(0, 0), "at once"),
        (Duration(60, INFINITE), "at least 1 h"),
        (Duration(None, None), "for an unknown time"),
        (Duration(INFINITE, INFINITE), "for ever"),
    ],
)
def test_durations_in_words(duration: Duration, words: str) -> None:
    assert duration_words(duration) == words


def test_unnamed_nodes_speak_the_language_of_their_file() -> None:
    found = journey(
        "# language: de\nvorgang V\n  warte 2 Tage\n  entscheidung Q\n    wenn ja\n    sonst\n"
        "  gleichzeitig\n    zweig a\n  ende gut: E\n"
    )
    assert arrows(found) == [
        "Beginn -> warte 2 Tage",
        "warte 2 Tage -> Q",
        "Q -> gleichzeitig (branch ja)",
        "Q -> gleichzeitig (branch sonst)",
        "gleichzeitig -> alle Zweige fertig (branch a)",
        "alle Zweige fertig -> E",
    ]
