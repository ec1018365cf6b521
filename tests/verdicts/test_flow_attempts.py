from __future__ import annotations

from typing import Any

from journeyaudit.model.flow import Interrupt, MainFlow, MoveKind, NodeKind, Outcome, Owner
from journeyaudit.model.quantities import INFINITE
from journeyaudit.verdicts import InTime, Judgement, Obstacle, Verdict
from tests.verdicts.sketch import (
    AGENT,
    HOUR,
    WHERE,
    Flow,
    after,
    human,
    machine,
    mail,
    minutes,
    mistake,
    phone,
    service,
    verdict_on,
)

PEOPLE = service(AGENT, machine("robot"), phone("agent"), mail("agent"))
NO_LIMIT = after(minutes(INFINITE))
GUARANTEED, LUCK, IMPOSSIBLE = Judgement.GUARANTEED, Judgement.LUCK, Judgement.IMPOSSIBLE


def judged(flow: Flow, node: int, people: Any = PEOPLE, **facts: Any) -> Verdict:
    interrupts = facts.pop("interrupts", ())
    usual = {"hard": NO_LIMIT, "noticed_at": node, "noticed_after": None}
    return verdict_on(people, flow.journey(mistake(node, **usual | facts), interrupts=interrupts))


def review(flow: Flow, title: str = "review", **facts: Any) -> int:
    return flow.step(title, minutes(10), corrects=(0,), **{"by": ("agent",)} | facts)


def straight(**facts: Any) -> tuple[Flow, int]:
    flow = Flow()
    order = flow.step("order")
    review(flow, **facts)
    flow.end()
    return flow, order


def test_a_human_step_ahead_that_corrects_is_a_guarantee() -> None:
    flow, order = straight()
    verdict = judged(flow, order)
    assert verdict.judgement is GUARANTEED
    (attempt,) = verdict.attempts
    assert (attempt.remedy, attempt.step, attempt.interrupt, attempt.chain) == (None, 2, None, ("agent",))
    assert verdict.figures.decision_rank == 1


def test_a_machine_or_a_role_that_may_nothing_corrects_nothing() -> None:
    flow, order = straight(by=("robot",))
    assert judged(flow, order).attempts[0].obstacles == (Obstacle.NO_HUMAN,)
    flow, order = straight()
    powerless = service(human("agent", rights=()))
    assert judged(flow, order, powerless).attempts[0].obstacles == (Obstacle.MAY_NOT,)
    flow, order = straight(self_service=True)
    assert judged(flow, order).judgement is IMPOSSIBLE


def test_nobody_stated_for_a_correcting_step_is_unknown() -> None:
    flow, order = straight(by=())
    verdict = judged(flow, order)
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert [str(fact) for fact in verdict.missing] == ["`by` of review"]


def test_a_correcting_step_that_leads_to_bad_ends_only_does_not_restore() -> None:
    flow = Flow()
    order = flow.step("order")
    review(flow)
    flow.end(Outcome.BAD)
    assert judged(flow, order).attempts[0].obstacles == (Obstacle.BAD_ENDS_ONLY,)


def test_a_correcting_step_after_the_deadline_is_too_late() -> None:
    flow, order = straight()
    assert judged(flow, order, hard=after(minutes(9))).judgement is IMPOSSIBLE
    assert judged(flow, order, hard=after(minutes(10))).judgement is GUARANTEED


def test_a_step_that_begins_before_it_is_noticed_corrects_nothing() -> None:
    flow, order = straight()
    assert judged(flow, order, noticed_after=minutes(5)).judgement is IMPOSSIBLE
    assert judged(flow, order, noticed_after=minutes(0, 5)).judgement is LUCK
    assert judged(flow, order, noticed_after=minutes(0)).judgement is GUARANTEED


def test_a_step_in_a_loop_may_correct_it_the_next_time() -> None:
    flow = Flow()
    order = flow.step("order")
    again = review(flow)
    loop = flow.add(NodeKind.LOOP, "repeat", by=("customer",))
    flow.move(loop, again, MoveKind.AGAIN)
    flow.end()
    # it begins after 0, 10 and 20 minutes; the third time it has been noticed
    assert judged(flow, order, noticed_after=minutes(15), hard=after(minutes(30))).judgement is GUARANTEED
    assert judged(flow, order, noticed_after=minutes(15), hard=after(minutes(29))).judgement is IMPOSSIBLE


# --- whose choice it is -----------------------------------------------------------------------------


def choosing(**facts: Any) -> tuple[Flow, int, int]:
    """The order, a choice between a review and nothing, a good end."""
    flow = Flow()
    order = flow.step("order")
    choice = flow.choice("look again?", **facts)
    flow.after()
    looked = review(flow)
    flow.after(looked)
    end = flow.end()
    return flow, order, choice if end else 0


def branches(
    flow: Flow, choice: int, yes: dict[str, Any] | None = None, no: dict[str, Any] | None = None
) -> None:
    flow.move(choice, choice + 1, MoveKind.BRANCH, **yes or {})
    flow.move(choice, choice + 2, MoveKind.BRANCH, **no or {})


def chosen(
    facts: dict[str, Any], yes: dict[str, Any] | None = None, no: dict[str, Any] | None = None
) -> Verdict:
    flow, order, choice = choosing(**facts)
    branches(flow, choice, yes, no)
    return judged(flow, order)


def test_the_customers_own_choice_is_theirs_to_make() -> None:
    assert chosen({"owner": Owner.CUSTOMER}).judgement is GUARANTEED


def test_the_choice_of_others_and_chance_go_against_the_customer() -> None:
    for facts in ({"owner": Owner.ORGANISATION}, {"owner": Owner.NATURE}):
        verdict = chosen(facts)
        assert verdict.judgement is LUCK
        assert verdict.attempts[0].obstacles == (Obstacle.NOT_FORCED, Obstacle.TOO_LATE)
        assert verdict.attempts[0].in_time is InTime.SOMETIMES


def test_a_criterion_that_the_customer_meets_can_be_forced() -> None:
    facts = {"owner": Owner.ORGANISATION, "criterion": "within 14 days"}
    assert chosen(facts, {"customer_meets": True}).judgement is GUARANTEED
    assert chosen(facts, {"customer_meets": False}).judgement is LUCK
    assert chosen({"owner": Owner.ORGANISATION}, {"customer_meets": True}).judgement is LUCK


def test_a_branch_with_no_share_is_never_taken() -> None:
    assert chosen({}, {"share": 100.0}, {"share": 0.0}).judgement is GUARANTEED
    assert chosen({}, {"share": 0.0}, {"share": 100.0}).judgement is IMPOSSIBLE
    assert chosen({}, {"share": 30.0}, {"share": 70.0}).judgement is LUCK


def test_a_choice_of_nobody_in_particular_is_not_assessable() -> None:
    verdict = chosen({})
    assert verdict.judgement is Judgement.NOT_ASSESSABLE
    assert (verdict.generous, verdict.strict) == (GUARANTEED, LUCK)
    assert [str(fact) for fact in verdict.missing] == ["`by` of look again?"]


def test_what_fails_or_is_late_is_never_the_customers_choice() -> None:
    for kind in (MoveKind.FAILS, MoveKind.LATE):
        flow = Flow()
        order = flow.step("order")
        step = flow.step("try", by=("customer",))
        review(flow)
        end = flow.end()
        flow.move(step, end, kind)
        assert judged(flow, order).judgement is LUCK


def test_two_ways_that_both_correct_it_are_one_guarantee() -> None:
    flow = Flow()
    order = flow.step("order")
    choice = flow.choice("who?", owner=Owner.NATURE)
    one = review(flow, "one")
    flow.after(choice)
    other = review(flow, "other")
    flow.after(one, other)
    flow.end()
    verdict = judged(flow, order)
    assert verdict.judgement is GUARANTEED
    assert [attempt.obstacles for attempt in verdict.attempts] == [(), ()]


def test_a_loop_that_others_may_go_round_for_ever_forces_nothing() -> None:
    def waiting_for(by: tuple[str, ...], times: int | None) -> Verdict:
        flow = Flow()
        order = flow.step("order")
        body = flow.step("hear a counter-offer", minutes(5))
        loop = flow.add(NodeKind.LOOP, "until accepted", by=by, times=times)
        flow.move(loop, body, MoveKind.AGAIN)
        review(flow)
        flow.end()
        return judged(flow, order, hard=after(minutes(30)))

    assert waiting_for(("customer",), None).judgement is GUARANTEED
    assert waiting_for(("agent",), None).judgement is LUCK
    assert waiting_for(("agent",), 4).judgement is GUARANTEED  # 4 rounds of 5 and 10 are 30
    assert waiting_for(("agent",), 5).judgement is LUCK


def test_a_customer_who_is_waited_for_acts_at_once() -> None:
    flow = Flow()
    order = flow.step("order")
    wait = flow.add(NodeKind.WAIT_FOR, "objection", by=("customer",))
    flow.after()
    reviewed = review(flow)
    end = flow.end()
    flow.move(wait, reviewed, MoveKind.BRANCH)
    flow.move(wait, end, MoveKind.BRANCH, delay=minutes(HOUR))
    assert judged(flow, order, hard=after(minutes(10))).judgement is GUARANTEED


# --- parallel branches ------------------------------------------------------------------------------


def test_a_fix_in_one_parallel_branch_is_enough() -> None:
    flow = Flow()
    order = flow.step("order")
    flow.fork(
        [("review", minutes(10), {"corrects": (0,), "by": ("agent",)})], [("pack", minutes(5 * HOUR), {})]
    )
    flow.end()
    assert judged(flow, order, hard=after(minutes(10))).judgement is GUARANTEED


def test_a_fix_behind_the_join_waits_for_all_branches() -> None:
    flow = Flow()
    order = flow.step("order")
    flow.fork([("a", minutes(10), {})], [("b", minutes(30), {})])
    review(flow)
    flow.end()
    assert judged(flow, order, hard=after(minutes(40))).judgement is GUARANTEED
    assert judged(flow, order, hard=after(minutes(39))).judgement is IMPOSSIBLE


def test_a_branch_that_may_end_on_its_own_keeps_the_join_waiting() -> None:
    flow = Flow()
    order = flow.step("order")
    fork, _ = flow.fork([("a", minutes(10), {})], [("b", minutes(30), {})])
    review(flow)
    flow.end()
    flow.after()
    gone = flow.end(Outcome.ABANDONED, branch=(fork, 1))
    flow.move(fork + 2, gone, MoveKind.FAILS)
    assert judged(flow, order).judgement is LUCK


def test_from_inside_a_branch_the_others_have_to_get_to_the_join_too() -> None:
    flow = Flow()
    flow.step("order")
    fork, _ = flow.fork([("a", minutes(10), {})], [("b", minutes(30), {})])
    review(flow)
    flow.end()
    assert judged(flow, fork + 1, hard=after(minutes(40))).judgement is GUARANTEED
    assert judged(flow, fork + 1, hard=after(minutes(39))).judgement is LUCK


# --- through an interrupt ---------------------------------------------------------------------------


def complaining(main_flow: MainFlow = MainFlow.CONTINUES, *on: str, ends: int | None = 2) -> Verdict:
    """Order, pack for an hour, gone; meanwhile the customer may complain, which takes two hours."""
    flow = Flow()
    order = flow.step("order")
    gone = flow.step("pack", minutes(HOUR)) + 1
    flow.step("gone")
    end = flow.end()
    flow.after()
    entry = flow.step("listen", minutes(2 * HOUR), region=0)
    review(flow, region=0)
    flow.move(entry + 1, end, MoveKind.GO_TO)
    interrupt = Interrupt(
        0, "complain", WHERE, ("customer",), on, begins=order, ends=gone if ends else 2, main_flow=main_flow,
        entry=entry,
    )  # fmt: skip
    return judged(flow, order, hard=after(minutes(HOUR)), interrupts=(interrupt,))


def test_an_interrupt_leads_to_the_step_that_corrects_it() -> None:
    verdict = complaining(MainFlow.PAUSES, "hotline")
    assert verdict.judgement is GUARANTEED
    (attempt,) = verdict.attempts
    assert (attempt.interrupt, attempt.channel, attempt.paused) == (0, "hotline", True)
    assert complaining(MainFlow.CONTINUES, "hotline").judgement is IMPOSSIBLE
    assert complaining(MainFlow.PAUSES).judgement is GUARANTEED


def test_an_interrupt_whose_stretch_is_over_cannot_be_started() -> None:
    assert complaining(MainFlow.PAUSES, "hotline", ends=None).judgement is LUCK
