from __future__ import annotations

import pytest

from journeyaudit.model.quantities import DAY, INFINITE, WEEK, Duration, WeeklyHours
from journeyaudit.verdicts.verdict import Judgement
from tests.generators import rolled
from tests.reference.brute import brute_verdict, telling_minutes
from tests.reference.clocks import NEVER_OPEN, calendar, opens, work, workdays
from tests.reference.reading import Reading
from tests.reference.show import show

HOUR = 60
OFFICE = calendar(WeeklyHours(tuple((day * DAY + 8 * HOUR, day * DAY + 18 * HOUR) for day in range(5))))
FRIDAY, SATURDAY, NEXT_MONDAY = 4 * DAY, 5 * DAY, WEEK


def test_an_office_opens_on_monday_morning_for_those_who_come_on_saturday() -> None:
    assert opens(OFFICE, SATURDAY) == NEXT_MONDAY + 8 * HOUR
    assert opens(OFFICE, 18 * HOUR) == DAY + 8 * HOUR
    assert opens(NEVER_OPEN, 0) == INFINITE


def test_work_may_end_at_the_very_moment_of_closing() -> None:
    assert work(OFFICE, 10 * HOUR, 8 * HOUR) == 18 * HOUR
    assert work(OFFICE, 10 * HOUR + 1, 8 * HOUR) == DAY + 8 * HOUR + 1
    assert work(OFFICE, 0, 20 * HOUR) == DAY + 8 * HOUR


def test_working_days_skip_the_weekend() -> None:
    assert workdays(1, FRIDAY + 15 * HOUR) == NEXT_MONDAY + 15 * HOUR
    assert workdays(0, SATURDAY + 15 * HOUR) == NEXT_MONDAY
    assert workdays(1, SATURDAY + 15 * HOUR) == NEXT_MONDAY + DAY


def test_what_is_unknown_is_read_for_and_against_the_customer() -> None:
    generous, strict = Reading(True), Reading(False)
    some_time = Duration(5, None)
    assert (generous.attempt(some_time).high, strict.attempt(some_time).high) == (5, INFINITE)
    assert (generous.cutoff(some_time).low, strict.cutoff(some_time).high) == (5, 5)
    assert (generous.cutoff(None).low, strict.cutoff(None).high) == (INFINITE, 0)


@pytest.mark.parametrize("seed", [2, 29, 31, 44])
def test_trying_every_minute_of_the_week_changes_no_verdict(seed: int) -> None:
    case = rolled(seed)
    told = telling_minutes(case.service, case.journey)
    assert len(told) < WEEK
    every_minute = brute_verdict(case.service, case.journey, case.mistake, tuple(range(WEEK)))
    assert every_minute == brute_verdict(case.service, case.journey, case.mistake), show(
        case.service, case.journey
    )


def test_the_generous_reading_is_never_worse_than_the_strict_one() -> None:
    ranking = [Judgement.IMPOSSIBLE, Judgement.LUCK, Judgement.GUARANTEED]
    for seed in range(80):
        case = rolled(seed)
        verdict = brute_verdict(case.service, case.journey, case.mistake)
        assert ranking.index(verdict.generous) >= ranking.index(verdict.strict), f"seed {seed}"
