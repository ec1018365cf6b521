from __future__ import annotations

import pytest

from journeyaudit.finding.words import clock, clock_from, count, duration, interval, listed
from journeyaudit.model.quantities import INFINITE


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1090, "18 h 10 min"),
        (0, "0 min"),
        (4320, "3 days"),
        (1440, "1 day"),
        (1501, "1 day 1 h 1 min"),
        (60, "1 h"),
        (59, "59 min"),
        (-540, "minus 9 h"),
        (INFINITE, "no limit"),
        (20160, "14 days"),
        (2 * 525600, "2 years"),
        (-525600, "minus 1 year"),
        (525601, "365 days 1 min"),
    ],
)
def test_a_duration_is_said_exactly(minutes: float, words: str) -> None:
    assert duration(minutes) == words


def test_nothing_and_for_ever_can_be_said_otherwise() -> None:
    assert duration(0, at_once="at once") == "at once"
    assert duration(INFINITE, endless="never") == "never"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1440, 4320, "1 to 3 days"),
        (5, 5, "5 min"),
        (0, 240, "at most 4 h"),
        (2880, INFINITE, "at least 2 days"),
        (0, INFINITE, "any length of time"),
        (INFINITE, INFINITE, "no limit"),
        (60, 1500, "1 to 25 h"),
        (525600, 3 * 525600, "1 to 3 years"),
        (1440, 525600, "1 to 365 days"),
        (61, 1501, "1 h 1 min to 1 day 1 h 1 min"),
        (-60, 60, "minus 1 h to 1 h"),
    ],
)
def test_an_interval_is_said_as_shortly_as_it_can(low: float, high: float, words: str) -> None:
    assert interval(low, high) == words


def test_a_minute_of_the_week_has_a_day_and_a_time() -> None:
    assert clock(2040) == "Tue 10:00"
    assert clock(-1) == "Sun 23:59"
    assert clock(10_080) == "Mon 00:00"


def test_past_the_week_the_weeks_are_counted_from_the_first_day() -> None:
    assert clock_from(10_680, 600) == "Mon 10:00 (a week later)"
    assert clock_from(600 + 14 * 1440, 600) == "Mon 10:00 (2 weeks later)"
    assert clock_from(10_080, 9_000) == "Mon 00:00"


def test_lists_and_numbers_read_as_one_says_them() -> None:
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B"], "or") == "A or B"
    assert listed([]) == ""
    assert count(1, "journey") == "1 journey"
    assert count(1200, "journey") == "1,200 journeys"
