from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import MainFlow, Outcome
from journeyaudit.model.journey import Service
from journeyaudit.model.quantities import DAY, INFINITE, UNKNOWN, WEEK, Duration, Point, WeeklyHours
from journeyaudit.model.trouble import Cutoff, RemedyKind, Whole
from journeyaudit.verdicts import Interval, InTime, Judgement, Obstacle, Verdict
from journeyaudit.verdicts.judge import judge
from tests.verdicts.sketch import (
    AGENT,
    HOUR,
    OFFICE,
    UNTIL_SATURDAY,
    WAREHOUSE,
    WHERE,
    Flow,
    Shop,
    after,
    at,
    euro,
    human,
    machine,
    mail,
    may,
    minutes,
    mistake,
    pausing,
    phone,
    remedy,
    service,
    verdict_on,
)

PEOPLE = service(AGENT, WAREHOUSE, phone("agent"), mail("agent"))


def missing(verdict: Verdict) -> list[str]:
    return [str(fact) for fact in verdict.missing]


def obstacles(verdict: Verdict) -> tuple[Obstacle, ...]:
    return verdict.attempts[0].obstacles


# --- the golden truths ------------------------------------------------------------------------------


def test_the_founding_story_as_it_happened_is_impossible() -> None:
    shop = Shop()
    powerless = human("agent", rights=())
    people = service(powerless, WAREHOUSE, phone("agent"))
    verdict = shop.verdict(people, shop.mistake(remedy("agent"), soft=at(shop.trigger)))
    assert verdict.judgement is Judgement.IMPOSSIBLE
    assert verdict.generous is verdict.strict is Judgement.IMPOSSIBLE
    assert verdict.figures.kafka_zone == Interval(18 * HOUR + 10, 18 * HOUR + 10)
    assert verdict.figures.decision_rank is None
    assert obstacles(verdict) == (Obstacle.MAY_NOT,)
    assert verdict.attempts[0].chain == ("agent",)
    assert verdict.example == DAY + 600
    assert verdict.missing == ()


def test_with_an_agent_who_may_change_it_until_the_carrier_comes_it_is_guaranteed() -> None:
    shop = Shop()
    wrong = shop.mistake(remedy("agent", window=at(shop.carrier)))
    verdict = shop.verdict(PEOPLE, wrong)
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.figures.decision_rank == 1
    # noticed after 3, answered within 3, decided within 5, takes 5: at the latest 16 after the order
    assert verdict.figures.margin == Interval(18 * HOUR + 10 - 16, 18 * HOUR + 10 - 8)
    attempt = verdict.attempts[0]
    assert (attempt.contacted, attempt.answered, attempt.fixed) == (3, 6, 16)
    assert attempt.in_time is InTime.ALWAYS
    assert attempt.human_fix


def test_a_hotline_that_is_closed_at_the_weekend_makes_it_luck() -> None:
    shop = Shop()
    people = service(AGENT, WAREHOUSE, phone("agent", hours=UNTIL_SATURDAY))
    verdict = shop.verdict(people, shop.mistake(remedy("agent", window=at(shop.carrier))))
    assert verdict.judgement is Judgement.LUCK
    saturday_afternoon = 5 * DAY + 13 * HOUR
    assert saturday_afternoon <= verdict.example < saturday_afternoon + HOUR
    assert verdict.example % 15 == 0
    assert verdict.attempts[0].in_time is InTime.NEVER
    assert verdict.lucky == DAY + 600
    assert "Nothing says when Warehouse works: taken as round the clock." in verdict.assumptions
    assert verdict.assumptions[-1] == "Public holidays are left out."


def test_an_agent_with_office_hours_and_a_window_that_closes_at_the_weekend_is_luck() -> None:
    shop = Shop(waits=minutes(2 * DAY))
    people = service(replace(AGENT, hours=OFFICE), WAREHOUSE, mail("agent"))
    verdict = shop.verdict(people, shop.mistake(remedy("agent", on=("mail",), window=after(minutes(DAY)))))
    assert verdict.judgement is Judgement.LUCK


def test_a_claimed_correction_that_leads_to_a_bad_end_only_is_none() -> None:
    shop = Shop()
    bad = shop.flow.end(Outcome.BAD)
    verdict = shop.verdict(PEOPLE, shop.mistake(remedy("agent", leads_to=bad)))
    assert verdict.judgement is Judgement.IMPOSSIBLE
    assert obstacles(verdict) == (Obstacle.BAD_ENDS_ONLY,)


def test_the_same_story_without_any_times_is_not_assessable_and_says_what_is_missing() -> None:
    shop = Shop(takes=None, waits=UNKNOWN)
    agent = human("agent", rights=may("change"), decides_within=None)
    people = service(agent, WAREHOUSE, phone("agent", hours=None, answers_within=None))
    wrong = shop.mistake(remedy("agent", takes=None), noticed_after=None)
    verdict = shop.verdict(people, wrong)
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert (verdict.generous, verdict.strict) == (Judgement.GUARANTEED, Judgement.IMPOSSIBLE)
    assert missing(verdict) == [
        "`noticed after` of wrong quantity",
        "`answers within` of Hotline",
        "`open` of Hotline",
        "`decides within` of Agent",
        "`takes` of Pack",
        "`waiting time` of Pack",
    ]
    assert verdict.attempts[0].missing == verdict.missing


def test_a_mistake_without_any_remedy_has_none() -> None:
    shop = Shop()
    assert shop.verdict(PEOPLE, shop.mistake()).judgement is Judgement.IMPOSSIBLE


@pytest.mark.parametrize("fact", ["partial", "broken"])
def test_what_is_not_finished_may_hold_a_remedy(fact: str) -> None:
    shop = Shop()
    verdict = shop.verdict(PEOPLE, shop.mistake(), **{fact: True})
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert missing(verdict) == ["`remedy` of wrong quantity"]
    said = shop.verdict(PEOPLE, shop.mistake(no_remedy="not worth it"), **{fact: True})
    assert said.judgement is Judgement.IMPOSSIBLE


# --- what speaks against a remedy -------------------------------------------------------------------


def single(changed: dict[str, Any] | None = None, people: Service = PEOPLE, **facts: Any) -> Verdict:
    """One remedy of the agent on the hotline, with some of its facts changed."""
    shop = Shop()
    return shop.verdict(people, shop.mistake(replace(remedy("agent"), **changed or {}), **facts))


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({"kind": RemedyKind.WORKAROUND}, Obstacle.NOT_A_CORRECTION),
        ({"kind": RemedyKind.COMPENSATES}, Obstacle.NOT_A_CORRECTION),
        ({"self_service": True}, Obstacle.NO_HUMAN),
        ({"does": "refund"}, Obstacle.MAY_NOT),
        ({"limit": euro(20)}, Obstacle.OVER_THE_LIMIT),
        ({"approval_of": ("robot",)}, Obstacle.NO_APPROVAL),
        ({"needs_authority": 5}, Obstacle.TOO_LITTLE_AUTHORITY),
        ({"whole": Whole.PARTLY}, Obstacle.NOT_WHOLE),
        ({"window": after(minutes(1))}, Obstacle.TOO_LATE),
        ({"by": ("lead",)}, Obstacle.NOT_REACHABLE),
        ({"by": ("robot",)}, Obstacle.NO_HUMAN),
    ],
)
def test_each_obstacle_makes_it_impossible(changed: dict[str, Any], obstacle: Obstacle) -> None:
    agent = replace(AGENT, authority=3)
    lead = human("lead", rights=may("change"))
    people = service(agent, lead, machine("robot"), WAREHOUSE, phone("agent"))
    verdict = single(changed, people)
    assert verdict.judgement is Judgement.IMPOSSIBLE
    assert obstacles(verdict) == (obstacle,)


def test_tools_that_do_not_do_it_stop_somebody_who_may() -> None:
    people = service(replace(AGENT, tools=("look up",)), phone("agent"))
    assert obstacles(single(people=people)) == (Obstacle.TOOLS_DO_NOT,)


@pytest.mark.parametrize(
    ("agent", "changed", "fact"),
    [
        ({"kind": None}, {}, "`kind` of Agent"),
        ({"authority": None}, {"needs_authority": 3}, "`authority` of Agent"),
        ({}, {"does": ""}, "`does` of remedy 0"),
        ({}, {"kind": None}, "`kind` of remedy 0"),
        ({}, {"on": ()}, "`on` of remedy 0"),
        ({}, {"limit": replace(euro(20), amount=None)}, "`up to` of remedy 0"),
        ({}, {"limit": replace(euro(80), currency="CHF")}, "`value` of wrong quantity"),
    ],
)
def test_an_unknown_fact_makes_it_not_assessable_and_is_named(
    agent: dict[str, Any], changed: dict[str, Any], fact: str
) -> None:
    people = service(replace(AGENT, **agent), WAREHOUSE, phone("agent"))
    verdict = single(changed, people)
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert missing(verdict) == [fact]
    assert obstacles(verdict) == ()


def test_facts_that_decide_nothing_are_not_called_missing() -> None:
    shop = Shop()
    useless = remedy("agent", number=1, kind=RemedyKind.COMPENSATES, takes=None, does="")
    unclear = remedy("agent", number=0, kind=None)
    verdict = shop.verdict(PEOPLE, shop.mistake(unclear, useless))
    assert missing(verdict) == ["`kind` of remedy 0"]


def test_without_stated_rights_the_remedy_is_believed_and_that_is_said() -> None:
    people = service(replace(AGENT, rights=None), WAREHOUSE, phone("agent"))
    verdict = single(people=people)
    assert verdict.judgement is Judgement.GUARANTEED
    assert "Nothing says what Agent may decide: taken from the remedy “remedy 0”." in verdict.assumptions


def test_without_anybody_who_answers_the_remedy_is_believed_and_that_is_said() -> None:
    people = service(AGENT, WAREHOUSE, phone())
    verdict = single(people=people)
    assert verdict.judgement is Judgement.GUARANTEED
    assert "Nothing says who answers Hotline: taken from the remedy “remedy 0”." in verdict.assumptions


def test_nobody_stated_at_all_is_unknown() -> None:
    shop = Shop()
    verdict = shop.verdict(PEOPLE, shop.mistake(remedy()))
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert "`by` of remedy 0" in missing(verdict)


def test_staff_who_notice_it_need_no_channel() -> None:
    verdict = single({"on": ()}, noticed_by=("warehouse",))
    assert verdict.judgement is Judgement.GUARANTEED


def test_a_remedy_without_channels_is_reached_where_its_role_is() -> None:
    people = service(replace(AGENT, reachable_on=("mail",)), WAREHOUSE, mail("agent"))
    verdict = single({"on": ()}, people)
    assert [attempt.channel for attempt in verdict.attempts] == ["mail"]
    assert verdict.judgement is Judgement.GUARANTEED


def test_nobody_ever_notices_is_impossible() -> None:
    verdict = single(noticed_after=minutes(INFINITE))
    assert verdict.judgement is Judgement.IMPOSSIBLE


# --- who gets it ------------------------------------------------------------------------------------


def test_an_escalation_takes_the_case_to_somebody_who_may() -> None:
    agent = human("agent", rights=(), escalates_to=("lead",))
    people = service(agent, human("lead", rights=may("change")), phone("agent"))
    verdict = single(people=people)
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.attempts[0].chain == ("agent", "lead")
    assert verdict.figures.decision_rank == 2
    assert verdict.figures.hand_offs == 1


def test_machines_in_the_chain_make_the_way_to_a_human_longer_but_not_the_rank() -> None:
    bot = machine("bot", hands_over_to=("agent",), context_passed=False)
    people = service(bot, AGENT, phone("bot", menu_steps=4, login_needed=True))
    verdict = single(people=people)
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.figures.decision_rank == 1
    assert verdict.figures.human_distance == 4 + 1 + 1
    assert verdict.figures.re_tells == 1
    assert verdict.figures.burden == (1 + 1 + 4 + 1, 2)


def test_whom_one_gets_is_luck_if_only_one_of_them_can_help() -> None:
    people = service(AGENT, human("trainee", rights=()), WAREHOUSE, phone("agent", "trainee"))
    verdict = single(people=people)
    assert verdict.judgement is Judgement.LUCK
    assert [attempt.obstacles for attempt in verdict.attempts] == [(), (Obstacle.NOT_REACHABLE,)]
    assert verdict.example == verdict.lucky == DAY + 600


def test_approvers_add_to_rank_and_time_and_machines_cannot_approve() -> None:
    agent = human("agent", rights=may("change", asks=("lead",), above=20))
    lead = human("lead", hours=OFFICE, decides_within=minutes(60))
    people = service(agent, lead, WAREHOUSE, phone("agent"))
    verdict = single(people=people, hard=after(minutes(100 * HOUR)))
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.attempts[0].approvers == ("lead",)
    assert verdict.figures.decision_rank == 2
    cheap = single(people=people, value=euro(20))
    assert cheap.attempts[0].approvers == ()
    assert verdict.attempts[0].fixed == 16 + 60


def test_unknown_value_may_need_an_approval() -> None:
    agent = human("agent", rights=may("change", asks=("robot",), above=20))
    people = service(agent, machine("robot"), phone("agent"))
    verdict = single(people=people, value=None)
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert missing(verdict) == ["`value` of wrong quantity"]


def test_the_better_of_two_rights_is_used() -> None:
    agent = human("agent", rights=(*may("change", limit=20), *may("change", asks=("lead",))))
    people = service(agent, human("lead"), phone("agent"))
    verdict = single(people=people)
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.attempts[0].approvers == ("lead",)


# --- time -------------------------------------------------------------------------------------------


def test_a_written_report_that_pauses_counts_when_it_is_sent() -> None:
    shop = Shop()
    wrong = shop.mistake(remedy("agent", on=("mail",)))
    people = service(AGENT, WAREHOUSE, mail("agent", answers_within=Duration(2 * DAY, 3 * DAY)))
    assert shop.verdict(people, wrong).judgement is Judgement.IMPOSSIBLE
    verdict = shop.verdict(people, wrong, [pausing(shop.order, shop.carrier, "mail")])
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.attempts[0].paused


def test_a_spoken_report_that_pauses_counts_when_it_is_answered() -> None:
    shop = Shop()
    people = service(AGENT, WAREHOUSE, phone("agent", answers_within=Duration(30 * HOUR, 40 * HOUR)))
    wrong = shop.mistake(remedy("agent"))
    verdict = shop.verdict(people, wrong, [pausing(shop.order, shop.carrier, "hotline")])
    assert verdict.judgement is Judgement.IMPOSSIBLE
    quick = service(AGENT, WAREHOUSE, phone("agent", answers_within=Duration(1, 2)))
    slow_remedy = shop.mistake(remedy("agent", takes=minutes(5 * DAY)))
    assert shop.verdict(quick, slow_remedy).judgement is Judgement.IMPOSSIBLE
    paused = shop.verdict(quick, slow_remedy, [pausing(shop.order, shop.carrier, "hotline")])
    assert paused.judgement is Judgement.GUARANTEED


def test_an_interrupt_on_another_channel_or_one_that_continues_does_not_pause() -> None:
    shop = Shop()
    wrong = shop.mistake(remedy("agent", takes=minutes(5 * DAY)))
    elsewhere = pausing(shop.order, shop.carrier, "mail")
    going_on = pausing(shop.order, shop.carrier, "hotline", main_flow=MainFlow.CONTINUES)
    everywhere = pausing(shop.order, shop.carrier)
    assert shop.verdict(PEOPLE, wrong, [elsewhere]).judgement is Judgement.IMPOSSIBLE
    assert shop.verdict(PEOPLE, wrong, [going_on]).judgement is Judgement.IMPOSSIBLE
    assert shop.verdict(PEOPLE, wrong, [everywhere]).judgement is Judgement.GUARANTEED


def test_a_pause_does_not_help_when_its_stretch_is_over() -> None:
    shop = Shop()
    wrong = shop.mistake(remedy("agent", takes=minutes(5 * DAY)))
    over = pausing(shop.order, shop.trigger, "hotline")
    assert shop.verdict(PEOPLE, wrong, [over]).judgement is Judgement.IMPOSSIBLE


def test_whether_the_main_flow_goes_on_may_be_missing() -> None:
    shop = Shop()
    wrong = shop.mistake(remedy("agent", takes=minutes(5 * DAY)))
    unsaid = pausing(shop.order, shop.carrier, "hotline", main_flow=None)
    verdict = shop.verdict(PEOPLE, wrong, [unsaid])
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert missing(verdict) == ["`main flow` of report"]


def test_an_agent_who_may_hold_stops_the_clock_as_soon_as_they_hear_it() -> None:
    holder = human("agent", rights=may("hold"), escalates_to=("lead",))
    lead = human("lead", rights=may("change"), decides_within=minutes(3 * DAY, 4 * DAY))
    without = service(replace(holder, rights=()), lead, WAREHOUSE, phone("agent"))
    people = service(holder, lead, WAREHOUSE, phone("agent"))
    assert single(people=without).judgement is Judgement.IMPOSSIBLE
    verdict = single(people=people)
    assert verdict.judgement is Judgement.GUARANTEED
    assert verdict.attempts[0].paused


def test_hold_counts_when_the_human_hears_it_not_when_a_machine_answers() -> None:
    bot = machine("bot", hands_over_to=("agent",))
    holder = human("agent", rights=may("hold", "change"), hours=OFFICE)
    people = service(bot, holder, WAREHOUSE, phone("bot"))
    assert single(people=people).judgement is Judgement.LUCK


def test_the_hard_cutoff_is_assumed_at_the_next_point_of_no_return() -> None:
    flow = Flow()
    order = flow.step("Place order", by=("customer",))
    flow.step("Pack", minutes(HOUR))
    gone = flow.step("Hand over", no_return=True)
    flow.end()
    verdict = verdict_on(PEOPLE, flow.journey(mistake(order, remedy("agent"))))
    assert verdict.mistake.hard_assumed
    assert verdict.mistake.hard is not None and verdict.mistake.hard.point == Point(node=gone)
    assert verdict.hard == Interval(HOUR, HOUR)
    assert verdict.assumptions[0] == (
        "Nothing says until when it can be undone: taken until “Hand over” begins."
    )


def test_without_any_deadline_it_is_not_assessable() -> None:
    flow = Flow()
    order = flow.step("Place order", by=("customer",))
    flow.end()
    verdict = verdict_on(PEOPLE, flow.journey(mistake(order, remedy("agent"))))
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert missing(verdict) == ["`restorable until` of wrong quantity"]
    assert (verdict.soft, verdict.hard) == (None, None)


def test_no_limit_is_no_deadline() -> None:
    forever = after(minutes(INFINITE))
    assert single(hard=forever).judgement is Judgement.GUARANTEED


def test_a_fix_that_never_comes_is_not_in_time_even_without_a_limit() -> None:
    people = service(AGENT, phone("agent", hours=WeeklyHours(())))
    verdict = single(people=people, hard=after(minutes(INFINITE)))
    assert verdict.judgement is Judgement.IMPOSSIBLE


def test_the_own_window_of_a_remedy_stands_in_for_the_soft_cutoff_but_not_for_the_hard_one() -> None:
    shop = Shop()
    late = remedy("agent", window=at(shop.carrier))
    assert shop.verdict(PEOPLE, shop.mistake(late, soft=at(shop.trigger))).judgement is Judgement.GUARANTEED
    assert shop.verdict(PEOPLE, shop.mistake(late, hard=at(shop.trigger))).judgement is Judgement.IMPOSSIBLE


def test_a_mistake_noticed_later_counts_its_window_from_the_mistake() -> None:
    shop = Shop()
    soon = remedy("agent", window=after(minutes(HOUR)))
    wrong = shop.mistake(soon, noticed_at=shop.pack, noticed_after=None)
    verdict = shop.verdict(PEOPLE, wrong)
    assert verdict.clock_node == shop.pack
    assert verdict.judgement is Judgement.IMPOSSIBLE
    assert verdict.attempts[0].deadline == Interval(HOUR - 18 * HOUR - 10, HOUR - 18 * HOUR - 10)


def test_a_cutoff_that_has_passed_lies_before_clock_zero() -> None:
    shop = Shop()
    wrong = shop.mistake(remedy("agent"), soft=at(shop.trigger), noticed_at=shop.pack, noticed_after=None)
    verdict = shop.verdict(PEOPLE, wrong)
    assert verdict.soft == Interval(-18 * HOUR - 10, -18 * HOUR - 10)
    assert verdict.hard == Interval(0, 0)


def test_the_beginning_of_the_clock_node_is_past_and_its_end_is_now() -> None:
    shop = Shop()
    wrong = shop.mistake(
        remedy("agent"), soft=at(shop.pack), hard=after(minutes(7), shop.pack), noticed_at=shop.pack
    )
    verdict = shop.verdict(PEOPLE, wrong)
    assert verdict.soft == Interval(-10, -10)
    assert verdict.hard == Interval(7, 7)


def test_an_unknown_step_behind_is_read_as_short_for_the_customer() -> None:
    shop = Shop(takes=None)
    window = remedy("agent", window=after(minutes(20 * HOUR)))
    wrong = shop.mistake(window, noticed_at=shop.pack, noticed_after=None, hard=after(minutes(INFINITE)))
    verdict = shop.verdict(PEOPLE, wrong)
    assert (verdict.generous, verdict.strict) == (Judgement.GUARANTEED, Judgement.IMPOSSIBLE)
    assert missing(verdict) == ["`takes` of Pack"]


def test_a_cutoff_that_can_no_longer_come_is_none() -> None:
    flow = Flow()
    choice = flow.choice("Which way?")
    order = flow.step("Order")
    flow.end()
    flow.after(choice)
    other = flow.step("Something else")
    flow.end()
    verdict = verdict_on(PEOPLE, flow.journey(mistake(order, remedy("agent"), hard=at(other))))
    assert verdict.hard == Interval(INFINITE, INFINITE)
    assert verdict.judgement is Judgement.GUARANTEED


def test_clock_zero_falls_into_the_hours_of_whoever_makes_the_mistake() -> None:
    shop = Shop()
    clerk = human("clerk", hours=OFFICE)
    shop.flow.nodes[shop.order] = replace(shop.flow.nodes[shop.order], by=("clerk",))
    people = service(clerk, AGENT, WAREHOUSE, phone("agent", hours=OFFICE))
    verdict = shop.verdict(people, shop.mistake(remedy("agent"), hard=after(minutes(3 * DAY))))
    assert verdict.judgement is Judgement.GUARANTEED


# --- one and many -----------------------------------------------------------------------------------


def test_all_mistakes_of_a_journey_are_judged_in_source_order() -> None:
    shop = Shop()
    first, second = shop.mistake(), replace(shop.mistake(remedy("agent")), number=1, name="second")
    journey = shop.flow.journey(first, second)
    verdicts = judge(PEOPLE, journey, from_journey(journey))
    assert [verdict.judgement for verdict in verdicts] == [Judgement.IMPOSSIBLE, Judgement.GUARANTEED]
    assert [verdict.mistake.name for verdict in verdicts] == ["wrong quantity", "second"]


def test_two_remedies_that_are_open_at_different_hours_make_one_guarantee() -> None:
    half = OFFICE
    rest = WeeklyHours(
        tuple(
            span
            for span in zip(
                [0, *(end for _, end in OFFICE.spans)],
                [*(start for start, _ in OFFICE.spans), WEEK],
                strict=True,
            )
            if span[0] < span[1]
        )
    )
    night = human("night", rights=may("change"), hours=rest)
    people = service(
        replace(AGENT, hours=half), night, WAREHOUSE, phone("agent", hours=None), mail("night", hours=None)
    )
    by_day = remedy("agent", takes=minutes(0))
    by_night = remedy("night", on=("mail",), number=1, takes=minutes(0))
    window = after(minutes(4 * HOUR))
    shop = Shop()
    alone = shop.verdict(people, shop.mistake(by_day, hard=window))
    assert alone.judgement is Judgement.LUCK
    both = shop.verdict(people, shop.mistake(by_day, by_night, hard=window))
    assert both.judgement is Judgement.GUARANTEED


def test_an_unknown_cutoff_is_named() -> None:
    shop = Shop()
    verdict = shop.verdict(PEOPLE, shop.mistake(remedy("agent"), soft=Cutoff(Point(), WHERE)))
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert missing(verdict) == ["`accepted until` of wrong quantity"]
