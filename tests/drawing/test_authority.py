from __future__ import annotations

import pytest

from journeyaudit.drawing import draw_authority_ladder
from journeyaudit.drawing.authority import climbs, rungs
from journeyaudit.drawing.ladder_words import facts_of
from journeyaudit.drawing.wording import hours_in_words, money_in_words
from journeyaudit.model.quantities import ALWAYS, DAY, WeeklyHours
from journeyaudit.verdicts.verdict import Judgement
from tests.drawing.told import HARD, every_version, found_in, sample

MORNING = (8 * 60, 12 * 60)


def on(*days: int, times: tuple[tuple[int, int], ...] = (MORNING,)) -> WeeklyHours:
    return WeeklyHours(tuple((day * DAY + begin, day * DAY + end) for day in days for begin, end in times))


def test_who_has_most_authority_stands_on_top_and_machines_at_the_foot() -> None:
    for version in every_version():
        actors = rungs(version.service, version.journey, climbs(version.verdicts))
        humans = [actor.authority or -1 for actor in actors if actor.human]
        assert humans == sorted(humans, reverse=True)
        assert [actor.human or False for actor in actors] == sorted(
            (actor.human or False for actor in actors), reverse=True
        )


def test_everybody_whom_a_case_gets_to_has_a_rung() -> None:
    for version in every_version():
        found = climbs(version.verdicts)
        keys = {actor.key for actor in rungs(version.service, version.journey, found)}
        assert all(stop in keys for climb in found for stop in climb.stops)


def test_a_climb_ends_well_only_where_the_verdict_is_not_impossible() -> None:
    for version in every_version():
        for climb in climbs(version.verdicts):
            if climb.verdict.judgement is Judgement.IMPOSSIBLE:
                assert climb.why
            if climb.verdict.judgement is Judgement.GUARANTEED:
                assert climb.why == ""


def test_a_case_climbs_from_whoever_answers_to_whoever_may() -> None:
    version = found_in(HARD)[0]
    lucky, hopeless = climbs(version.verdicts)
    assert [version.service.actors[key].authority for key in lucky.stops] == [2, 5]
    assert (hopeless.stops, hopeless.why) == ((), "no remedy is described")


def test_a_card_tells_rights_limits_budgets_and_hours() -> None:
    version = sample("founding/order-repaired")
    agent = version.service.actors["service agent"]
    assert [line.text for line in facts_of(version.service, agent)] == [
        "Customer service",
        "may see, change, hold",
        "may refund up to 150 EUR, asks Shift lead above 20 EUR",
        "decides at once; open Mon–Fri 08:00–18:00, Sat 09:00–13:00",
    ]


def test_the_ladder_is_told_in_words_too() -> None:
    told = draw_authority_ladder(sample("founding/order-as-is")).description
    assert "Service agent: Customer service; may see, only if the customer names the order number;" in told
    assert told.endswith("gets to Service agent: they may not, leads to bad ends only.")


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (ALWAYS, "always"),
        (WeeklyHours(()), "never"),
        (on(0, 1, 2, 3, 4), "Mon–Fri 08:00–12:00"),
        (on(1, 3), "Tue, Thu 08:00–12:00"),
        (on(5, times=(MORNING, (14 * 60, DAY))), "Sat 08:00–12:00 and 14:00–24:00"),
        (WeeklyHours(((20 * 60, DAY + 6 * 60),)), "Mon 20:00–24:00, Tue 00:00–06:00"),
    ],
)
def test_opening_hours_are_told_as_on_a_door(hours: WeeklyHours, words: str) -> None:
    assert hours_in_words(hours) == words


def test_money_is_told_with_what_it_is_for() -> None:
    version = found_in(HARD)[0]
    lead = next(actor for actor in version.service.actors.values() if actor.goodwill)
    assert [money_in_words(money) for money in lead.goodwill] == ["200 EUR per case", "4000 EUR per month"]


def test_the_legend_of_a_ladder_explains_only_what_occurs() -> None:
    hard = str(draw_authority_ladder(found_in(HARD)[0]).drawn.shapes)
    assert "escalates to" in hard
    assert "hands over to" not in hard
    repaired = str(draw_authority_ladder(sample("founding/order-repaired")).drawn.shapes)
    assert "decides, and it is put right" in repaired
    assert "here it ends" not in repaired
