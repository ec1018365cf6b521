from __future__ import annotations

from decimal import Decimal

import pytest

from journeyaudit.model.quantities import ALWAYS, DAY, INFINITE, Duration, Money, WeeklyHours
from journeyaudit.model.spoken import duration_words, hours_words, money_words, within_words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (Duration(3, 3), "3 min"),
        (Duration(0, 0), "at once"),
        (Duration(None, None), "an unknown time"),
        (Duration(None, 60), "at most 1 h"),
        (Duration(60, None), "at least 1 h"),
        (Duration(0, None), "an unknown time"),
        (Duration(None, 0), "at once"),
        (Duration(60, INFINITE), "at least 1 h"),
        (Duration(1440, 4320), "1 to 3 days"),
        (Duration(1, 3, working=True), "1 to 3 working days"),
        (Duration(1, 1, working=True), "1 working day"),
        (Duration(0, 2, working=True), "at most 2 working days"),
        (Duration(2, INFINITE, working=True), "at least 2 working days"),
        (Duration(INFINITE, INFINITE), "for ever"),
    ],
)
def test_a_duration_of_the_text_is_said_with_what_is_unknown(time: Duration, words: str) -> None:
    assert duration_words(time) == words


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (Money(Decimal("49.90"), "EUR"), "49.90 EUR"),
        (Money(Decimal("20"), "EUR", "case"), "20 EUR per case"),
        (Money(Decimal("0"), "EUR"), "nothing"),
        (Money(None), "an unknown amount"),
        (Money(Decimal("Infinity")), "no limit"),
        (Money(Decimal("1E+3"), "EUR"), "1000 EUR"),
    ],
)
def test_money_is_said_as_written(money: Money, words: str) -> None:
    assert money_words(money) == words


def test_behind_within_nothing_is_said_of_at_most() -> None:
    assert within_words(Duration(0, 2, working=True)) == "2 working days"


def _daily(days: tuple[int, ...], *spans: tuple[int, int]) -> WeeklyHours:
    return WeeklyHours(tuple((day * DAY + begin, day * DAY + end) for day in days for begin, end in spans))


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (_daily((0, 1, 2, 3, 4), (480, 1080)), "Mon-Fri 08:00-18:00"),
        (_daily((1, 3), (540, 720), (780, 1020)), "Tue, Thu 09:00-12:00 and 13:00-17:00"),
        (_daily((5, 6), (0, 1440)), "Sat, Sun 00:00-24:00"),
        (WeeklyHours(((4 * DAY + 1320, 5 * DAY + 120),)), "Fri 22:00-24:00, Sat 00:00-02:00"),
        (WeeklyHours(()), "never"),
        (ALWAYS, "always"),
    ],
)
def test_opening_hours_are_told_by_days(hours: WeeklyHours, words: str) -> None:
    assert hours_words(hours) == words
