from __future__ import annotations

from journeyaudit.model.quantities import DAY
from journeyaudit.verdicts.minutes import ORDINARY, example_minute, lucky_minute
from journeyaudit.verdicts.spans import NEVER, WHOLE_WEEK, both, either, first_from, outside
from journeyaudit.verdicts.verdict import Judgement

LUCK = Judgement.LUCK


def test_an_ordinary_case_happens_on_tuesday_at_ten() -> None:
    assert ORDINARY == DAY + 600
    for judgement in (Judgement.GUARANTEED, Judgement.IMPOSSIBLE, Judgement.NOT_ASSESSABLE):
        assert example_minute(judgement, WHOLE_WEEK, NEVER, NEVER) == ORDINARY
        assert lucky_minute(judgement, WHOLE_WEEK, WHOLE_WEEK, WHOLE_WEEK) is None


def test_or_else_at_the_next_minute_at_which_it_can_happen() -> None:
    assert example_minute(Judgement.IMPOSSIBLE, ((3000, 4000),), NEVER, NEVER) == 3000
    assert example_minute(Judgement.IMPOSSIBLE, ((100, 200),), NEVER, NEVER) == 100


def test_bad_luck_is_told_for_a_hopeless_minute_by_day_at_a_full_quarter() -> None:
    sure = ((480, 5 * DAY + 777),)
    assert example_minute(LUCK, WHOLE_WEEK, sure, sure) == 5 * DAY + 780
    assert example_minute(LUCK, WHOLE_WEEK, sure, WHOLE_WEEK) == 5 * DAY + 780


def test_a_short_spell_of_bad_luck_is_told_to_the_minute() -> None:
    sure = outside(((3 * DAY + 601, 3 * DAY + 605),))
    assert example_minute(LUCK, WHOLE_WEEK, sure, sure) == 3 * DAY + 601


def test_bad_luck_at_night_only_is_told_at_night() -> None:
    sure = outside(((2 * DAY + 60, 2 * DAY + 120),))
    assert example_minute(LUCK, WHOLE_WEEK, sure, WHOLE_WEEK) == 2 * DAY + 60


def test_where_the_hour_does_not_matter_bad_luck_is_ordinary() -> None:
    assert example_minute(LUCK, WHOLE_WEEK, NEVER, WHOLE_WEEK) == ORDINARY
    assert lucky_minute(LUCK, WHOLE_WEEK, NEVER, WHOLE_WEEK) == ORDINARY


def test_good_luck_is_told_for_a_sure_minute() -> None:
    assert lucky_minute(LUCK, WHOLE_WEEK, ((5 * DAY + 481, 5 * DAY + 700),), WHOLE_WEEK) == 5 * DAY + 495


def test_sets_of_minutes_are_added_and_cut() -> None:
    assert either(((0, 5),), ((5, 9), (20, 30))) == ((0, 9), (20, 30))
    assert both(((0, 10), (20, 30)), ((5, 25),)) == ((5, 10), (20, 25))
    assert outside(WHOLE_WEEK) == NEVER
    assert outside(NEVER) == WHOLE_WEEK
    assert outside(outside(((7, 9), (11, 12)))) == ((7, 9), (11, 12))
    assert first_from(((5, 9), (20, 30)), 9) == 20
    assert first_from(((5, 9),), 10) == 5
    assert first_from((), 10) is None
