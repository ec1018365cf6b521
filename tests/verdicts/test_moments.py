from __future__ import annotations

from typing import Any

import pytest

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import MoveKind, NodeKind, Outcome
from journeyaudit.model.journey import Service
from journeyaudit.model.quantities import DAY, INFINITE, UNKNOWN, Duration, Minutes
from journeyaudit.verdicts.ground import Ground
from journeyaudit.verdicts.moments import Moments
from journeyaudit.verdicts.pace import Hours, Since
from journeyaudit.verdicts.verdict import Interval
from tests.verdicts.sketch import OFFICE, Flow, human, minutes, service

NOBODY = service()


def seen(
    flow: Flow,
    clock: int,
    node: int,
    until: Since = Since.BEGUN,
    short: bool = False,
    at: int = 0,
    people: Service = NOBODY,
) -> tuple[Minutes, Minutes]:
    """Earliest and latest moment of a node, in minutes after the end of the clock node."""
    moments = Moments(Ground(from_journey(flow.journey())), Hours(people))
    interval = moments.seen_from(clock, node, until, short).bounds.at(at)
    assert isinstance(interval, Interval)
    return interval.earliest, interval.latest


def test_what_lies_ahead_adds_up() -> None:
    flow = Flow()
    first = flow.step("first", minutes(5))
    flow.step("second", minutes(2, 7), waits=minutes(1))
    flow.add(NodeKind.WAIT, "wait", takes=minutes(100))
    last = flow.step("last", minutes(4), waits=minutes(10, 20))
    assert seen(flow, first, last) == (113, 128)
    assert seen(flow, first, last, Since.DONE) == (117, 132)


def test_hours_stretch_the_way_and_silence_does_not() -> None:
    flow = Flow()
    first = flow.step("first")
    flow.step("pack", minutes(120), by=("packer",))
    last = flow.step("last")
    people = service(human("packer", hours=OFFICE))
    assert seen(flow, first, last, at=0, people=people) == (600, 600)
    evening = 17 * 60
    assert seen(flow, first, last, at=evening, people=people) == (16 * 60, 16 * 60)
    silent = service(human("packer"))
    assert seen(flow, first, last, at=evening, people=silent) == (120, 120)


def test_working_days_skip_the_weekend_and_take_no_notice_of_hours() -> None:
    flow = Flow()
    first = flow.step("first")
    flow.step("check", Duration(2, 2, working=True), by=("clerk",))
    last = flow.step("last")
    people = service(human("clerk", hours=OFFICE))
    friday_night = 4 * DAY + 22 * 60
    assert seen(flow, first, last, at=0, people=people) == (2 * DAY + 480, 2 * DAY + 480)
    # it begins on Monday at 8:00, and two working days later is Wednesday 8:00
    ahead = 9 * DAY + 480 - friday_night
    assert seen(flow, first, last, at=friday_night, people=people) == (ahead, ahead)


def branching(*lengths: int) -> tuple[Flow, int, int]:
    flow = Flow()
    first = flow.step("first")
    choice = flow.choice("which")
    ends = []
    for length in lengths:
        flow.after(choice)
        ends.append(flow.step(f"takes {length}", minutes(length)))
    flow.after(*ends)
    return flow, first, flow.step("last")


def test_of_several_ways_the_shortest_and_the_longest_count() -> None:
    flow, first, last = branching(10, 3, 70)
    assert seen(flow, first, last) == (3, 70)


def test_a_way_that_ends_elsewhere_makes_the_latest_infinite() -> None:
    flow, first, last = branching(10, 3)
    flow.after(2)
    flow.end(Outcome.ABANDONED)
    assert seen(flow, first, last) == (3, INFINITE)


def looping(times: int | None, body: int = 10) -> tuple[Flow, int, int]:
    flow = Flow()
    first = flow.step("first")
    again = flow.step("body", minutes(body))
    loop = flow.add(NodeKind.LOOP, "repeat", times=times)
    flow.move(loop, again, MoveKind.AGAIN)
    return flow, first, flow.step("last")


@pytest.mark.parametrize(
    ("times", "expected"), [(1, (10, 10)), (3, (10, 30)), (40, (10, 400)), (None, (10, INFINITE))]
)
def test_a_loop_runs_at_most_so_often(times: int | None, expected: tuple[Minutes, Minutes]) -> None:
    flow, first, last = looping(times)
    assert seen(flow, first, last) == expected


def test_an_inner_loop_starts_anew_in_every_round_of_the_outer_one() -> None:
    flow = Flow()
    first = flow.step("first")
    outer = flow.step("outer", minutes(100))
    inner = flow.step("inner", minutes(1))
    small = flow.add(NodeKind.LOOP, "small", times=3)
    flow.move(small, inner, MoveKind.AGAIN)
    large = flow.add(NodeKind.LOOP, "large", times=2)
    flow.move(large, outer, MoveKind.AGAIN)
    last = flow.step("last")
    assert seen(flow, first, last) == (101, 206)
    # from inside both loops all rounds may still lie ahead, and what lies ahead is not past
    assert seen(flow, inner, last) == (0, 2 + 103)
    assert seen(flow, inner, outer) == (0, INFINITE)


def test_too_many_rounds_are_not_counted_and_that_is_said() -> None:
    flow, first, last = looping(1_000_000)
    moments = Moments(Ground(from_journey(flow.journey())), Hours(NOBODY))
    assert moments.seen_from(first, last, Since.BEGUN, short=True).bounds.earliest == 10
    assert moments.seen_from(first, last, Since.BEGUN, short=False).bounds.latest == INFINITE
    assert [fact.key for fact in moments.unknown_on((first, last))] == ["at most"]


def test_going_back_without_a_loop_may_take_for_ever() -> None:
    flow, first, last = branching(10, 3)
    flow.move(3, first, MoveKind.GO_TO)
    assert seen(flow, first, last) == (3, INFINITE)
    assert seen(flow, 3, first, Since.DONE) == (0, INFINITE)


def test_parallel_branches_wait_for_the_slowest() -> None:
    flow = Flow()
    first = flow.step("first")
    flow.fork([("a", minutes(1, 50), {})], [("b", minutes(10, 20), {}), ("c", minutes(5), {})])
    last = flow.step("last")
    assert seen(flow, first, last) == (15, 50)


def test_a_place_inside_a_branch_is_reached_through_this_branch() -> None:
    flow = Flow()
    first = flow.step("first")
    fork, _ = flow.fork([("a", minutes(1), {}), ("b", minutes(2), {})], [("c", minutes(500), {})])
    flow.end()
    assert seen(flow, first, fork + 2) == (1, 1)


def test_from_inside_a_branch_the_others_may_be_done_or_just_begin() -> None:
    flow = Flow()
    flow.step("first")
    fork, _ = flow.fork([("a", minutes(1), {}), ("b", minutes(2), {})], [("c", minutes(500), {})])
    last = flow.step("last")
    assert seen(flow, fork + 1, last) == (2, 500)
    assert seen(flow, fork + 3, last) == (0, 3)


def test_a_join_that_one_branch_never_reaches_is_never_passed() -> None:
    flow = Flow()
    first = flow.step("first")
    fork, join = flow.fork([("a", minutes(1), {})], [("b", minutes(1), {})])
    last = flow.step("last")
    flow.moves = [move for move in flow.moves if (move.source, move.target) != (fork + 2, join)]
    flow.after(fork + 2)
    flow.end(branch=(fork, 1))
    assert seen(flow, first, last) == (INFINITE, INFINITE)


def test_what_is_past_lies_before_clock_zero() -> None:
    flow = Flow()
    first = flow.step("first", minutes(5))
    flow.step("second", minutes(2, 7))
    clock = flow.step("clock", minutes(10))
    assert seen(flow, clock, first) == (-22, -17)
    assert seen(flow, clock, first, Since.DONE) == (-17, -12)
    assert seen(flow, clock, clock) == (-10, -10)
    assert seen(flow, clock, clock, Since.DONE) == (0, 0)


def test_the_past_is_taken_over_all_minutes_of_the_week() -> None:
    flow = Flow()
    first = flow.step("first")
    clock = flow.step("clock", minutes(60), by=("clerk",))
    people = service(human("clerk", hours=OFFICE))
    weekend = 2 * DAY + 14 * 60
    assert seen(flow, clock, first, Since.DONE, people=people) == (-(weekend + 60), -60)


def test_a_place_that_is_neither_ahead_nor_behind_never_comes() -> None:
    flow, _, _ = branching(10, 3)
    assert seen(flow, 3, 4) == (INFINITE, INFINITE)


def test_unknown_lengths_are_read_as_short_or_long() -> None:
    flow = Flow()
    first = flow.step("first")
    flow.step("second", None)
    flow.step("third", Duration(None, 20))
    flow.step("fourth", Duration(5, None))
    flow.step("fifth", minutes(1), waits=UNKNOWN)
    last = flow.step("last")
    assert seen(flow, first, last, short=True) == (6, 26)
    assert seen(flow, first, last, short=False) == (INFINITE, INFINITE)
    assert seen(flow, first, 3, short=True) == (0, 0)
    assert seen(flow, 2, 4, short=True) == (0, 20)
    assert seen(flow, 2, 4, short=False) == (20, 20)
    # behind the clock a long time ago is early
    assert seen(flow, 4, 3, Since.DONE, short=True) == (-INFINITE, -5)
    assert seen(flow, 4, 3, Since.DONE, short=False) == (-5, -5)


def waiting(**facts: Any) -> tuple[Flow, int, int, int]:
    flow = Flow()
    first = flow.step("first")
    wait = flow.add(NodeKind.WAIT_FOR, "objection", **facts)
    flow.after()
    came = flow.step("came")
    flow.after()
    late = flow.step("late")
    flow.move(wait, came, MoveKind.BRANCH)
    flow.move(wait, late, MoveKind.BRANCH, delay=minutes(300))
    return flow, first, came, late


def test_a_wait_for_something_takes_no_known_time_but_its_limit_does() -> None:
    flow, first, came, late = waiting()
    assert seen(flow, first, came) == (0, INFINITE)
    assert seen(flow, first, late) == (300, INFINITE)
    flow, first, came, late = waiting(takes=minutes(5, 10))
    assert seen(flow, first, came)[0] == 5


def test_a_detour_after_a_delay_counts_from_the_arrival() -> None:
    flow = Flow()
    first = flow.step("first")
    slow = flow.step("slow", minutes(500), waits=minutes(50))
    flow.after(slow)
    last = flow.step("last")
    flow.move(slow, last, MoveKind.LATE, delay=minutes(100))
    assert seen(flow, first, last) == (100, 550)


def test_deep_and_long_journeys_are_no_problem() -> None:
    flow = Flow()
    first = flow.step("first")
    for number in range(3_000):
        flow.step(f"step {number}", minutes(1))
    assert seen(flow, first, len(flow.nodes) - 1) == (2_999, 2_999)
