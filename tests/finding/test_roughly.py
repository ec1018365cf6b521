from __future__ import annotations

import pytest

from journeyaudit.finding.words import ENDLESS, ordinal, roughly

DAY = 1440


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1090, 1090, "18 h 10 min"),
        (57, 82, "57 to 82 min"),
        (30 * DAY, 30 * DAY, "30 days"),
        (42 * DAY, 90 * DAY, "42 to 90 days"),
        (29.99 * DAY, 58.99 * DAY, "about 30 to 59 days"),
        (20 * DAY + 10, ENDLESS, "at least 20 days"),
        (25, ENDLESS, "at least 25 min"),
        (0, 5 * DAY + 90, "at most about 5 days"),
        (65, 3 * DAY + 10, "about 1 h to 3 days"),
    ],
)
def test_long_times_are_told_in_whole_days(low: float, high: float, words: str) -> None:
    assert roughly(low, high) == words


def test_a_place_in_a_row_is_said_in_words() -> None:
    said = {
        1: "first",
        2: "second",
        10: "tenth",
        11: "11th",
        12: "12th",
        21: "21st",
        103: "103rd",
        113: "113th",
    }
    assert {number: ordinal(number) for number in said} == said
