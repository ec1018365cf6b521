"""Stories on hand-made journeys with figures worked out by hand, and on random ones against the reference."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import MainFlow
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import DAY, INFINITE, UNKNOWN, WEEK, Duration, Money, Point, WeeklyHours
from journeyaudit.model.trouble import Cutoff, Mistake, RemedyKind, Whole
from journeyaudit.model.voice import StoryCase
from journeyaudit.verdicts import Judgement, judge_one
from journeyaudit.verdicts.judge import judge
from journeyaudit.verdicts.story_case import Demand, Result, StoryVerdict, judge_stories, judge_story
from tests.generators import Case, cases
from tests.reference.attempts import attempts
from tests.reference.brute import telling_minutes
from tests.reference.clockwork import Clockwork
from tests.reference.moments import Moments
from tests.reference.reading import Reading
from tests.reference.show import show
from tests.verdicts.sketch import (
    AGENT,
    HOUR,
    OFFICE,
    WAREHOUSE,
    WHERE,
    Flow,
    Shop,
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
)

SATURDAY_NIGHT = WeeklyHours(((5 * DAY + 20 * HOUR, 5 * DAY + 20 * HOUR + 10),))
TUESDAY_MORNING = WeeklyHours(((DAY + 9 * HOUR, DAY + 10 * HOUR),))
FREE = Money(euro(0).amount)


def story(**asks: Any) -> StoryCase:
    return StoryCase("the case", WHERE, **{"mistake": 0, "must_be": "corrected"} | asks)


def within(length: float, **more: Any) -> dict[str, Any]:
    return {"within": Point(after=Duration(length, length, **more))}


def told(people: Service, journey: Journey, wanted: StoryCase) -> StoryVerdict:
    graph = from_journey(journey)
    verdict = judge_one(people, journey, graph, journey.mistakes[0])
    return judge_story(people, journey, graph, wanted, verdict)


def in_shop(people: Service, wrong: Mistake, wanted: StoryCase, **facts: Any) -> StoryVerdict:
    return told(people, Shop().flow.journey(wrong, **facts), wanted)


def demands(verdict: StoryVerdict) -> list[Demand]:
    return [failure.demand for failure in verdict.failures]


def says(verdict: StoryVerdict) -> list[str]:
    return [failure.text for failure in verdict.failures]


def facts(verdict: StoryVerdict) -> list[str]:
    return [str(fact) for fact in verdict.missing]


SHOP = Shop()
PEOPLE = service(AGENT, WAREHOUSE, phone("agent"), mail("agent"))
OFFICE_AGENT = human("agent", rights=may("change"), hours=OFFICE)
BY_DAY = service(OFFICE_AGENT, WAREHOUSE, phone("agent", hours=OFFICE), mail("agent"))


# --- what must come of it ---------------------------------------------------------------------------


def test_a_case_that_somebody_may_put_right_in_time_is_passed() -> None:
    verdict = in_shop(PEOPLE, SHOP.mistake(remedy("agent")), story())
    assert (verdict.passed, verdict.result, verdict.failures, verdict.missing) == (
        True,
        Result.CORRECTED,
        (),
        (),
    )
    # 3 min until it is answered, 5 min to decide, 5 min to do it
    assert verdict.fixed == 13


def test_the_hour_at_which_it_happened_decides() -> None:
    wrong = SHOP.mistake(remedy("agent"))
    at_night = in_shop(BY_DAY, wrong, story(happens_at=SATURDAY_NIGHT))
    by_day = in_shop(BY_DAY, wrong, story(happens_at=TUESDAY_MORNING))
    assert (at_night.passed, by_day.passed) == (False, True)
    assert demands(at_night) == [Demand.RESULT]
    assert at_night.example == 5 * DAY + 20 * HOUR


def test_without_an_hour_it_has_to_be_passed_at_every_hour() -> None:
    wrong = SHOP.mistake(remedy("agent"))
    assert in_shop(BY_DAY, wrong, story()).passed is False
    assert in_shop(PEOPLE, wrong, story()).passed is True


def test_an_hour_at_which_the_step_is_closed_counts_all_the_same() -> None:
    flow = Flow()
    order = flow.step("Order at the counter", minutes(5), by=("clerk",))
    flow.step("Cook", minutes(600), by=("clerk",))
    carrier = flow.step("Serve", minutes(0))
    flow.end()
    people = service(OFFICE_AGENT, human("clerk", hours=OFFICE), phone("agent", hours=OFFICE))
    journey = flow.journey(mistake(order, remedy("agent"), hard=at(carrier)))
    assert told(people, journey, story(happens_at=SATURDAY_NIGHT)).example == 5 * DAY + 20 * HOUR


def test_what_is_not_corrected_says_what_comes_of_it_instead() -> None:
    powerless = service(human("agent", rights=()), WAREHOUSE, phone("agent"))
    nobody = service(machine("agent"), WAREHOUSE, phone("agent"))
    wrong = SHOP.mistake(remedy("agent"))
    heard, unheard = in_shop(powerless, wrong, story()), in_shop(nobody, wrong, story())
    assert (heard.result, says(heard)) == (Result.ANSWERED, ["it is not corrected, only answered"])
    assert (unheard.result, says(unheard)) == (
        Result.NOTHING,
        ["it is not corrected, and nobody even answers"],
    )


def test_what_depends_on_whom_one_gets_is_luck() -> None:
    people = service(AGENT, human("trainee", rights=()), WAREHOUSE, phone("agent", "trainee"))
    verdict = in_shop(people, SHOP.mistake(remedy("agent")), story())
    assert says(verdict) == ["whether it is corrected is a matter of luck"]


def test_money_back_is_enough_where_compensation_is_asked_for() -> None:
    paying = remedy("agent", kind=RemedyKind.COMPENSATES, whole=Whole.PARTLY)
    assert in_shop(PEOPLE, SHOP.mistake(paying), story(must_be="compensated")).passed is True
    assert in_shop(PEOPLE, SHOP.mistake(paying), story()).passed is False
    around = remedy("agent", kind=RemedyKind.WORKAROUND)
    assert in_shop(PEOPLE, SHOP.mistake(around), story(must_be="compensated")).passed is False


def test_a_correction_is_better_than_compensation() -> None:
    verdict = in_shop(PEOPLE, SHOP.mistake(remedy("agent")), story(must_be="compensated"))
    assert (verdict.passed, verdict.result) == (True, Result.CORRECTED)


def test_compensation_has_to_be_decided_by_a_human_who_may() -> None:
    paying = remedy("agent", kind=RemedyKind.COMPENSATES, does="refund")
    assert in_shop(PEOPLE, SHOP.mistake(paying), story(must_be="compensated")).passed is False


def test_compensation_may_come_after_the_cut_offs_but_not_after_its_own_window() -> None:
    slow = {"kind": RemedyKind.COMPENSATES, "takes": minutes(3 * DAY)}
    wanted = story(must_be="compensated")
    assert in_shop(PEOPLE, SHOP.mistake(remedy("agent", **slow)), wanted).passed is True
    closing = remedy("agent", window=Cutoff(Point(after=minutes(DAY)), WHERE), **slow)
    assert in_shop(PEOPLE, SHOP.mistake(closing), wanted).passed is False


def test_to_be_answered_somebody_human_has_to_hear_it() -> None:
    wanted = story(must_be="answered", **within(30))
    bot = machine("bot", escalates_to=("agent",))
    passed_on = service(bot, human("agent", rights=()), WAREHOUSE, phone("bot"))
    wrong = SHOP.mistake(remedy("agent"))
    assert in_shop(passed_on, wrong, wanted).passed is True
    alone = service(machine("bot"), human("agent", rights=()), WAREHOUSE, phone("bot"))
    assert demands(in_shop(alone, wrong, wanted)) == [Demand.RESULT]


def test_an_interrupt_is_a_way_to_be_answered_as_long_as_it_can_be_started() -> None:
    people = service(human("agent", rights=()), WAREHOUSE, phone("agent"))
    wrong, wanted = SHOP.mistake(), story(must_be="answered")
    calling = pausing(SHOP.trigger, SHOP.carrier, "hotline", main_flow=MainFlow.CONTINUES)
    assert in_shop(people, wrong, wanted, interrupts=(calling,)).passed is True
    over = pausing(SHOP.order, SHOP.trigger, "hotline", main_flow=MainFlow.CONTINUES)
    assert in_shop(people, wrong, wanted, interrupts=(over,)).passed is False
    assert in_shop(people, wrong, wanted).passed is False


# --- how fast, in how many contacts, at what cost ------------------------------------------------------


def test_the_time_counts_from_the_noticing() -> None:
    wrong = SHOP.mistake(remedy("agent"), noticed_after=minutes(60))
    assert in_shop(PEOPLE, wrong, story(**within(13))).passed is True
    late = in_shop(PEOPLE, wrong, story(**within(12)))
    assert (demands(late), says(late)) == ([Demand.TIME], ["it takes 13 min, 1 min too long"])


def test_working_days_of_the_story_leave_out_the_weekend() -> None:
    people = service(human("agent", rights=may("change"), hours=OFFICE), mail("agent"))
    wrong = SHOP.mistake(remedy("agent", on=("mail",)), hard=Cutoff(Point(after=minutes(INFINITE)), WHERE))
    # written on Saturday at 20:03, read on Monday at 8:00, done by 8:10
    wanted = story(happens_at=SATURDAY_NIGHT, **within(1, working=True))
    assert in_shop(people, wrong, wanted).passed is True
    assert in_shop(people, wrong, story(happens_at=SATURDAY_NIGHT, **within(DAY))).passed is False


def test_a_time_may_end_where_a_step_begins() -> None:
    wrong = SHOP.mistake(remedy("agent", takes=minutes(20 * HOUR)), hard=None, soft=at(SHOP.end))
    until_packing = story(within=Point(node=SHOP.pack))
    until_the_end = story(within=Point(node=SHOP.end))
    assert demands(in_shop(PEOPLE, wrong, until_packing)) == [Demand.RESULT]
    quick = SHOP.mistake(remedy("agent"))
    assert in_shop(PEOPLE, quick, until_the_end).passed is True
    assert demands(in_shop(PEOPLE, quick, story(within=Point(node=SHOP.trigger)))) == [Demand.TIME]


def test_a_report_that_stops_the_parcel_is_in_time_when_it_is_made() -> None:
    people = service(OFFICE_AGENT, WAREHOUSE, mail("agent", answers_within=minutes(2 * DAY)))
    wrong = SHOP.mistake(remedy("agent", on=("mail",)))
    wanted = story(happens_at=SATURDAY_NIGHT, **within(HOUR))
    reporting = pausing(None, SHOP.carrier, "mail")
    verdict = in_shop(people, wrong, wanted, interrupts=(reporting,))
    assert (verdict.passed, verdict.settled) == (True, 0)
    assert verdict.fixed is not None and verdict.fixed > DAY
    assert in_shop(people, wrong, wanted).passed is False


def test_a_contact_is_somebody_to_whom_the_customer_has_to_tell_it() -> None:
    lead = human("lead", rights=may("change"))
    wrong = SHOP.mistake(remedy("lead"))

    def passing(context: bool | None, at_most: int) -> StoryVerdict:
        agent = human("agent", rights=(), escalates_to=("lead",), context_passed=context)
        people = service(agent, lead, WAREHOUSE, phone("agent"))
        return in_shop(people, wrong, story(contacts_at_most=at_most))

    assert passing(True, 1).passed is True
    assert says(passing(False, 1)) == ["it takes 2 contacts where 1 would be right"]
    assert passing(False, 2).passed is True
    assert (passing(None, 1).passed, facts(passing(None, 1))) == (None, ["`context passed` of Agent"])
    assert passing(None, 2).passed is True


def test_approvers_are_no_contacts_of_the_customer() -> None:
    agent = human("agent", rights=may("change", asks=("lead",)))
    people = service(agent, human("lead", rights=may("change")), WAREHOUSE, phone("agent"))
    verdict = in_shop(people, SHOP.mistake(remedy("agent")), story(contacts_at_most=1))
    assert (verdict.passed, verdict.contacts) == (True, 1)


def test_what_it_costs_adds_up_the_remedy_and_the_channel() -> None:
    people = service(AGENT, WAREHOUSE, phone("agent", cost=euro(2)))
    wrong = SHOP.mistake(remedy("agent", customer_cost=euro(3)))
    verdict = in_shop(people, wrong, story(costs_at_most=euro(4)))
    assert says(verdict) == ["it costs the customer 5 EUR where 4 EUR would be right"]
    assert verdict.cost == euro(5)
    assert in_shop(people, wrong, story(costs_at_most=euro(5))).passed is True
    assert in_shop(people, wrong, story(costs_at_most=FREE)).passed is False


def test_a_cost_that_nobody_states_is_unknown_unless_the_rest_is_too_much() -> None:
    wrong = SHOP.mistake(remedy("agent"))
    verdict = in_shop(PEOPLE, wrong, story(costs_at_most=FREE))
    assert (verdict.passed, facts(verdict)) == (None, ["`costs customer` of remedy 0"])
    dear = service(AGENT, WAREHOUSE, phone("agent", cost=euro(2)))
    assert in_shop(dear, wrong, story(costs_at_most=euro(1))).passed is False
    foreign = SHOP.mistake(remedy("agent", customer_cost=Money(euro(3).amount, "CHF")))
    assert in_shop(PEOPLE, foreign, story(costs_at_most=euro(5))).passed is None
    per_minute = service(AGENT, WAREHOUSE, phone("agent", cost=Money(euro(1).amount, "EUR", "minute")))
    free = SHOP.mistake(remedy("agent", customer_cost=FREE))
    assert facts(in_shop(per_minute, free, story(costs_at_most=euro(5)))) == ["`costs customer` of Hotline"]


def test_one_way_has_to_meet_all_demands_at_once() -> None:
    people = service(AGENT, WAREHOUSE, phone("agent"), mail("agent", answers_within=minutes(600)))
    quick = remedy("agent", customer_cost=euro(5))
    free = remedy("agent", on=("mail",), number=1, customer_cost=FREE)
    wanted = story(costs_at_most=FREE, **within(HOUR))
    verdict = in_shop(people, SHOP.mistake(quick, free), wanted)
    assert (verdict.passed, demands(verdict)) == (False, [Demand.ALL])
    both = remedy("agent", number=2, customer_cost=FREE)
    assert in_shop(people, SHOP.mistake(quick, free, both), wanted).passed is True


def test_every_demand_that_is_missed_is_named() -> None:
    agent = human("agent", rights=(), escalates_to=("lead",), context_passed=False)
    people = service(agent, human("lead", rights=may("change")), WAREHOUSE, phone("agent"))
    wrong = SHOP.mistake(remedy("lead", customer_cost=euro(1)))
    wanted = story(contacts_at_most=1, costs_at_most=FREE, **within(10))
    assert demands(in_shop(people, wrong, wanted)) == [Demand.TIME, Demand.CONTACTS, Demand.COST]


# --- what is missing ------------------------------------------------------------------------------------


def test_a_story_without_mistake_or_demand_is_not_assessable() -> None:
    journey = Shop().flow.journey(SHOP.mistake(remedy("agent")))
    graph = from_journey(journey)
    verdict = judge_one(PEOPLE, journey, graph, journey.mistakes[0])
    assert facts(judge_story(PEOPLE, journey, graph, story(must_be=""), verdict)) == ["`must be` of the case"]
    nameless = judge_story(PEOPLE, journey, graph, story(mistake=None), None)
    assert (nameless.passed, facts(nameless)) == (None, ["`mistake` of the case"])


def test_only_facts_that_matter_are_asked_for() -> None:
    people = service(AGENT, WAREHOUSE, phone("agent", answers_within=None))
    wrong = SHOP.mistake(remedy("agent"))
    assert facts(in_shop(people, wrong, story())) == ["`answers within` of Hotline"]
    assert facts(in_shop(people, wrong, story(**within(4)))) == []  # too late in any case
    free = story(costs_at_most=FREE)
    assert facts(in_shop(PEOPLE, wrong, free)) == ["`costs customer` of remedy 0"]


def test_an_unknown_time_or_cost_of_the_story_is_asked_for() -> None:
    wrong = SHOP.mistake(remedy("agent", customer_cost=euro(1)))
    unknown_time = in_shop(PEOPLE, wrong, story(within=Point(after=UNKNOWN)))
    assert (unknown_time.passed, facts(unknown_time)) == (None, ["`within` of the case"])
    unknown_cost = in_shop(PEOPLE, wrong, story(costs_at_most=Money(None)))
    assert (unknown_cost.passed, facts(unknown_cost)) == (None, ["`costs at most` of the case"])


def test_an_unfinished_journey_may_have_an_untold_remedy() -> None:
    verdict = in_shop(PEOPLE, SHOP.mistake(), story(), partial=True)
    assert (verdict.passed, facts(verdict)) == (None, ["`remedy` of wrong quantity"])


# --- noticed elsewhere, told ------------------------------------------------------------------------------


def test_where_it_is_noticed_later_the_hour_moves_along() -> None:
    flow = Flow()
    order = flow.step("Order", minutes(0), by=("customer",))
    arrive = flow.step("Unpack", minutes(15 * HOUR), by=("customer",))
    flow.end()
    wrong = mistake(
        order,
        remedy("agent"),
        noticed_at=arrive,
        noticed_after=minutes(0),
        hard=Cutoff(Point(after=minutes(HOUR), node=arrive), WHERE),
    )
    # ordered on Monday at 18:00, unpacked on Tuesday at 9:00; ordered at 8:00, unpacked at 23:00
    evening = WeeklyHours(((18 * HOUR, 18 * HOUR + 30),))
    morning = WeeklyHours(((8 * HOUR, 8 * HOUR + 30),))
    journey = flow.journey(wrong)
    assert told(BY_DAY, journey, story(happens_at=evening)).passed is True
    failed = told(BY_DAY, journey, story(happens_at=morning))
    assert (failed.passed, failed.example) == (False, 23 * HOUR)


def test_an_unknown_length_before_the_noticing_leaves_the_hour_open() -> None:
    flow = Flow()
    order = flow.step("Order", minutes(0), by=("customer",))
    arrive = flow.step("Unpack", None, by=("customer",))
    flow.end()
    hour = Cutoff(Point(after=minutes(HOUR), node=arrive), WHERE)
    facts_of = {"noticed_at": arrive, "noticed_after": minutes(0), "hard": hour}
    journey = flow.journey(mistake(order, remedy("agent"), **facts_of))
    open_question = told(BY_DAY, journey, story(happens_at=TUESDAY_MORNING))
    assert (open_question.passed, facts(open_question)) == (None, ["`takes` of Unpack"])
    assert told(PEOPLE, journey, story(happens_at=TUESDAY_MORNING)).passed is True
    hopeless = flow.journey(mistake(order, **facts_of))
    assert told(BY_DAY, hopeless, story(happens_at=TUESDAY_MORNING)).passed is False


def test_what_happens_is_told_for_the_hour_of_the_case() -> None:
    wrong = SHOP.mistake(remedy("agent"))
    verdict = in_shop(BY_DAY, wrong, story(happens_at=SATURDAY_NIGHT))
    assert verdict.told is not None
    assert verdict.told.moments[0].minute == 5 * DAY + 20 * HOUR
    assert verdict.told.moral == "On Sat 20:00: it is not corrected, only answered."
    paying = remedy("agent", kind=RemedyKind.COMPENSATES)
    paid = in_shop(PEOPLE, SHOP.mistake(paying), story(must_be="compensated"))
    assert paid.told is not None
    assert "It is compensated by Agent." in [moment.text for moment in paid.told.moments]
    heard = in_shop(PEOPLE, wrong, story(must_be="answered"))
    assert heard.told is not None
    assert not [moment.text for moment in heard.told.moments if "put right" in moment.text]


def test_all_stories_of_a_journey_are_judged_in_their_order() -> None:
    wrong = SHOP.mistake(remedy("agent"))
    two = (story(**within(1)), story(mistake=None))
    journey = Shop().flow.journey(wrong, stories=two)
    graph = from_journey(journey)
    found = judge_stories(PEOPLE, journey, graph, judge(PEOPLE, journey, graph))
    assert [(each.story, each.passed) for each in found] == [(two[0], False), (two[1], None)]


# --- against the verdict, and against the reference ---------------------------------------------------------

usual = settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@given(cases())
@usual
def test_a_story_that_asks_for_nothing_more_is_passed_where_the_verdict_is_guaranteed(case: Case) -> None:
    journey = case.journey
    graph = from_journey(journey)
    for verdict in judge(case.service, journey, graph):
        wanted = story(mistake=verdict.mistake.number)
        found = judge_story(case.service, journey, graph, wanted, verdict)
        note(show(case.service, journey))
        expected: bool | None = None
        if verdict.judgement is Judgement.GUARANTEED:
            expected = True
        elif verdict.generous is not Judgement.GUARANTEED:
            expected = False
        assert found.passed is expected
        assert bool(found.failures) is (found.passed is False)
        assert bool(found.missing) is (found.passed is None)


@given(cases(), st.lists(st.integers(0, 13), min_size=1, max_size=3), st.integers(0, 4))
@usual
def test_a_story_at_an_hour_is_passed_where_trying_every_minute_passes(
    case: Case, halves: list[int], limit: int
) -> None:
    wrong = case.mistake
    assume(wrong.noticed_at in (None, wrong.node))
    assume(wrong.remedies and not case.journey.partial)
    hours = WeeklyHours(tuple((half * 720, half * 720 + 720) for half in sorted(set(halves))))
    asks: dict[str, Any] = {"happens_at": hours}
    reference = wrong
    noticed = wrong.noticed_after
    if (
        limit
        and noticed is not None
        and noticed.known
        and noticed.low == noticed.high
        and not noticed.working
    ):
        # with no other deadline that gives way to it, the time of a story is a soft cut-off
        bare = tuple(replace(one, window=None) for one in wrong.remedies)
        no_limit = Cutoff(Point(after=minutes(INFINITE)), WHERE)
        wrong = replace(wrong, soft=None, hard=wrong.hard or no_limit, remedies=bare)
        end = (noticed.high or 0) + limit * case.grid
        reference = replace(wrong, soft=Cutoff(Point(after=Duration(end, end)), WHERE))
        asks |= within(limit * case.grid)
    journey = replace(case.journey, mistakes=(wrong,))
    graph = from_journey(journey)
    note(show(case.service, journey))
    verdict = judge_one(case.service, journey, graph, wrong)
    found = judge_story(case.service, journey, graph, story(mistake=wrong.number, **asks), verdict)
    ways = [
        _tried(case.service, replace(journey, mistakes=(reference,)), reference, hours, kindly)
        for kindly in (True, False)
    ]
    assert found.passed is (ways[1] if ways[0] == ways[1] else None)


def _tried(service: Service, journey: Journey, wrong: Mistake, hours: WeeklyHours, generous: bool) -> bool:
    every = telling_minutes(service, journey, range(-3, 4))
    every = every if len(every) > 1 else tuple(range(0, WEEK, 720))
    moments = Moments(service, journey, wrong, Reading(generous), every)
    if wrong.noticed_after is not None and wrong.noticed_after.low == INFINITE:
        return False
    tried = attempts(moments)
    calendar = moments.quick_world.calendar(journey.nodes[moments.clock_node])
    clocks = [minute for minute in every if any(start <= minute < end for start, end in hours.spans)]
    open_ones = [minute for minute in clocks if calendar[minute]]
    return all(any(Clockwork(moments, way, clock).sure for way in tried) for clock in open_ones or clocks)
