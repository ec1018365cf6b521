from __future__ import annotations

from datetime import date

import pytest

from journeyaudit.audit import Wishes
from journeyaudit.comparison import compare
from journeyaudit.comparison.change import Trend
from journeyaudit.comparison.effort import Quantity
from journeyaudit.comparison.findings import Fate
from journeyaudit.comparison.verdicts import trend_of
from journeyaudit.comparison.win_win import Answer, WinWin
from journeyaudit.verdicts.verdict import Judgement
from tests.comparison.sides import ORDER, changed, quick, side

GUARANTEED, LUCK, IMPOSSIBLE, OPEN = Judgement


@pytest.mark.parametrize(
    ("old", "new", "trend"),
    [
        (IMPOSSIBLE, LUCK, Trend.BETTER),
        (LUCK, GUARANTEED, Trend.BETTER),
        (GUARANTEED, OPEN, Trend.WORSE),
        (GUARANTEED, IMPOSSIBLE, Trend.WORSE),
        (OPEN, GUARANTEED, Trend.BETTER),
        (OPEN, IMPOSSIBLE, Trend.KNOWN),
        (IMPOSSIBLE, OPEN, Trend.UNKNOWN),
        (LUCK, LUCK, Trend.SAME),
    ],
)
def test_a_lost_guarantee_is_worse_and_an_unknown_verdict_is_no_excuse(
    old: Judgement, new: Judgement, trend: Trend
) -> None:
    assert trend_of(old, new) is trend


REPAIRED = (
    ORDER.replace("  may see\n", "  may see, change\n")
    .replace("accepted until: Trigger fulfilment", "accepted until: Ship")
    .replace("  open: Mon-Fri 08:00-18:00\n", "  open: always\n")
)


def test_a_repair_shows_in_the_verdict_and_in_its_measures() -> None:
    comparison = compare(quick(ORDER, judged=True)[0], quick(REPAIRED, judged=True)[0])
    (mistake,) = comparison.mistakes
    assert mistake.trend is Trend.BETTER
    told = {each.name: (each.old, each.new, each.trend) for each in mistake.measures}
    assert told["decision rank"] == ("none", "1", Trend.BETTER)
    assert told["wait for a human"] == ("no fix", "20 min", Trend.BETTER)
    assert comparison.worse_verdicts == ()


def test_the_way_back_is_worse_and_names_the_mistake() -> None:
    comparison = compare(side(REPAIRED), side(ORDER))
    assert [each.name for each in comparison.worse_verdicts] == ["Wrong number"]
    assert [each.finding.rule for each in comparison.new_errors] == ["no-human-correction"]


def test_an_exception_that_went_exposes_its_finding_and_one_that_came_accepts_it() -> None:
    excuse = "  ignore no-human-correction\n    reason: known\n    owner: Kim\n"
    accepted = ORDER.replace("  status: as-is\n", f"  status: as-is\n{excuse}")
    (exposed,) = compare(side(accepted), side(ORDER)).new_errors
    assert (exposed.fate, exposed.finding.rule) == (Fate.EXPOSED, "no-human-correction")
    there = compare(side(ORDER), side(accepted))
    assert [each.finding.rule for each in there.findings if each.fate is Fate.ACCEPTED] == [
        "no-human-correction"
    ]
    assert there.new_errors == ()


# who gains


def gains(old: str, new: str, text: str = ORDER) -> WinWin:
    (journey,) = changed(old, new, text).journeys
    assert journey.who_gains is not None
    return journey.who_gains


WITH_COSTS = ORDER.replace(
    "        takes: 5 min\n",
    "        takes: 5 min\n        customer effort: 10 min\n        costs customer: 2 EUR\n",
)


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ("    takes: 6 min", "    takes: 3 min", Answer.CUSTOMER_GAINS),
        ("    takes: 6 min", "    takes: 8 min", Answer.CUSTOMER_LOSES),
        ("    takes: 2 hours", "    takes: 1 hour", Answer.ORGANISATION_GAINS),
        ("    takes: 2 hours", "    takes: 3 hours", Answer.ORGANISATION_LOSES),
        ("costs customer: 2 EUR", "costs customer: nothing", Answer.CUSTOMER_GAINS),
        (
            "        takes: 5 min\n        customer effort: 10 min",
            "        takes: 2 min\n        customer effort: 5 min",
            Answer.BOTH_GAIN,
        ),
        (
            "        takes: 5 min\n        customer effort: 10 min",
            "        takes: 2 min\n        customer effort: 30 min",
            Answer.CUSTOMER_PAYS,
        ),
        (
            "        takes: 5 min\n        customer effort: 10 min",
            "        takes: 9 min\n        customer effort: 5 min",
            Answer.ORGANISATION_PAYS,
        ),
        (
            "        takes: 5 min\n        customer effort: 10 min",
            "        takes: 9 min\n        customer effort: 30 min",
            Answer.BOTH_LOSE,
        ),
        (
            "customer effort: 10 min\n        costs customer: 2 EUR",
            "customer effort: 5 min\n        costs customer: 3 EUR",
            Answer.MIXED,
        ),
        ("costs customer: 2 EUR", "costs customer: 2 USD", Answer.UNKNOWN),
        ("        customer effort: 10 min\n", "", Answer.UNKNOWN),
        ("    automated decision\n", "", Answer.NO_CHANGE),
    ],
)
def test_who_gains_follows_from_both_efforts(old: str, new: str, answer: Answer) -> None:
    found = gains(old, new, WITH_COSTS)
    assert found.answer is answer
    assert found.warns is (answer is Answer.CUSTOMER_PAYS)


def test_it_is_warned_when_some_of_the_organisations_effort_falls_while_the_customers_only_rises() -> None:
    (journey,) = compare(
        quick(WITH_COSTS, judged=True)[0],
        quick(
            WITH_COSTS.replace("customer effort: 10 min", "customer effort: 20 min")
            .replace("takes: 5 min", "takes: 9 min")
            .replace("takes: 2 hours", "takes: 1 hour"),
            judged=True,
        )[0],
    ).journeys
    assert journey.who_gains is not None
    assert (journey.who_gains.answer, journey.who_gains.warns) == (Answer.MIXED, True)


def test_what_cannot_be_told_names_the_fact_and_the_side() -> None:
    assert gains("        customer effort: 10 min\n", "", WITH_COSTS).missing == (
        "`customer effort` of “Call” (after)",
    )


def test_steps_that_are_the_same_may_stay_without_times() -> None:
    untimed = WITH_COSTS.replace("    by: Agent\n    takes: 2 hours\n", "    by: Agent\n")
    assert gains("    takes: 6 min", "    takes: 3 min", untimed).answer is Answer.CUSTOMER_GAINS


def test_a_number_of_contacts_alone_does_not_decide_while_times_are_unknown() -> None:
    alone = WITH_COSTS.replace("        customer effort: 10 min\n        costs customer: 2 EUR\n", "")
    own = alone.replace("      remedy Call\n", "      remedy Form\n        self-service\n")
    found = gains("      remedy Form\n        self-service\n", "      remedy Call\n", own)
    (situation,) = found.situations
    told = {each.quantity: each.trend for each in situation.efforts}
    assert told[Quantity.CONTACTS] is Trend.WORSE and told[Quantity.TIME] is Trend.UNKNOWN
    assert found.answer is Answer.UNKNOWN


def test_without_a_common_good_end_the_usual_way_is_not_compared() -> None:
    text = WITH_COSTS.replace("end good: Done", "end neutral: Done")
    assert (
        gains("    automated decision\n", "", text).missing[0].startswith("a good end that both texts have")
    )


def test_an_exception_that_has_expired_is_named_with_its_day() -> None:
    text = ORDER.replace(
        "  status: as-is\n",
        "  status: as-is\n  ignore no-human-correction\n    reason: known\n    owner: Kim\n    expires: 2026-01-31\n",
    )
    wishes = Wishes(isolated=True, today=date(2026, 6, 1))
    comparison = compare(side(text, wishes=wishes), side(text, wishes=wishes))
    expired = {each.finding.rule: each.expired for each in comparison.findings if each.expired}
    assert expired["no-human-correction"].expires == date(2026, 1, 31)


def test_a_margin_that_no_cut_off_bounds_is_the_best_and_not_unknown() -> None:
    free = REPAIRED.replace("restorable until: Ship", "restorable until: no limit")
    assert free != REPAIRED
    (mistake,) = compare(side(ORDER), side(free)).mistakes
    (margin,) = (each for each in mistake.measures if each.name == "time margin")
    assert (margin.old, margin.new, margin.trend) == ("no fix", "no limit", Trend.BETTER)
