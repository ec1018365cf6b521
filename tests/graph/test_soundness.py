from __future__ import annotations

import pytest

from journeyaudit.graph import Deadlock
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.graph.soundness import soundness_of
from journeyaudit.model.flow import Move, Node, NodeKind, Outcome, Pick
from journeyaudit.model.journey import Journey
from journeyaudit.source import NOWHERE
from tests.graph.arrows import drawn


def sound(d) -> bool:
    return not (d.graph.deadlocks() or d.graph.unsynchronised() or d.graph.soundness.undecided)


def test_an_exclusive_split_into_a_parallel_join_is_a_deadlock():
    d = drawn("start -> Choice -> A -> join -> good, Choice -> B -> join")
    assert d.graph.deadlocks() == (
        Deadlock(d["join"], d["Choice"], tuple(d[n] for n in ("start", "Choice", "A", "join"))),
    )
    assert d.graph.unsynchronised() == ()
    assert d.graph.match_forks() == {}


def test_a_parallel_split_into_an_exclusive_merge_lacks_synchronisation():
    d = drawn("start -> fork -> A -> Merge -> C -> good, fork -> B -> Merge")
    (found,) = d.graph.unsynchronised()
    assert (found.node, found.split) == (d["Merge"], d["fork"])
    assert d.names(found.trail) == ["start", "fork", "A", "Merge"]
    assert d.graph.deadlocks() == ()


def test_a_parallel_split_into_a_parallel_join_is_sound_and_matched():
    d = drawn("start -> fork -> A -> join -> good, fork -> B -> C -> join")
    assert sound(d)
    assert d.graph.match_forks() == {d["fork"]: d["join"]}


def test_blocks_within_branches_and_loops_are_sound_and_matched():
    d = drawn(
        "start -> fork -> A -> fork 2 -> B -> join 2 -> join -> good, fork 2 -> C -> D -> join 2,"
        "D -> C, fork -> E -> F -> G -> join, F -> H -> G, join 2 -> A 2"
    )
    assert d.graph.match_forks()[d["fork 2"]] == d["join 2"]
    assert d["fork"] not in d.graph.match_forks()
    d = drawn("start -> fork -> A -> fork 2 -> B -> join 2 -> join -> good, fork 2 -> join 2, fork -> join")
    assert sound(d)
    assert d.graph.match_forks() == {d["fork"]: d["join"], d["fork 2"]: d["join 2"]}


def test_a_fork_whose_branches_end_on_their_own_is_sound_but_matches_nothing():
    d = drawn("start -> fork -> A -> good, fork -> B -> bad")
    assert sound(d)
    assert d.graph.match_forks() == {}


def test_a_loop_around_a_parallel_block_is_sound():
    d = drawn("start -> A -> fork -> B -> join -> Again? -> A, fork -> C -> join, Again? -> good")
    assert sound(d)
    assert d.graph.match_forks() == {d["fork"]: d["join"]}


def test_a_branch_that_goes_back_before_its_fork_starts_everything_twice():
    d = drawn("start -> A -> fork -> B -> A, fork -> C -> good")
    assert [one.split for one in d.graph.unsynchronised()] == [d["fork"]]


def test_a_loop_around_a_fork_that_sends_branches_off_may_start_them_twice():
    d = drawn("start -> A -> fork -> B -> A, fork -> bad, B -> good")
    assert [one.split for one in d.graph.unsynchronised()] == [d["fork"]]


def test_a_branch_that_may_end_leaves_the_join_waiting():
    d = drawn("start -> fork -> A -> join -> good, fork -> Choice -> join, Choice -> bad")
    (found,) = d.graph.deadlocks()
    assert (found.node, found.split) == (d["join"], d["Choice"])


def test_a_branch_that_runs_in_circles_leaves_the_join_waiting():
    d = drawn("start -> fork -> A -> join -> good, fork -> Choice -> join, Choice -> B -> B")
    (found,) = d.graph.deadlocks()
    assert (found.node, found.split) == (d["join"], d["Choice"])


def test_a_join_behind_a_stuck_join_is_not_told_as_well():
    d = drawn("start -> fork -> Choice -> join -> join 2 -> good, Choice -> B -> join, fork -> C -> join 2")
    assert d.names(one.node for one in d.graph.deadlocks()) == ["join"]


def test_a_join_that_waits_for_what_nobody_reaches_is_stuck():
    d = drawn("start -> A -> join -> good, B -> join")
    assert d.graph.deadlocks() == (Deadlock(d["join"], None, (d["start"], d["A"], d["join"])),)


def test_an_end_takes_up_the_tokens_of_all_branches():
    assert sound(drawn("start -> fork -> A -> good, fork -> B -> good"))


def test_a_detour_out_of_a_fork_is_taken_instead_of_its_branches():
    d = drawn("start -> fork -> A -> join -> good, fork -> B -> join, fork -fails-> bad")
    assert sound(d)


def test_twenty_branches_sent_off_one_after_the_other_are_decided():
    links = " -> ".join(f"fork {n}" for n in range(20))
    sent = ", ".join(f"fork {n} -> Send {n} -> end {n}" for n in range(20))
    assert sound(drawn(f"start -> {links} -> good, {sent}"))


def test_several_that_are_gathered_are_sound():
    assert sound(drawn("start -> several -> A -> gather -> good, several -> B -> gather"))
    assert sound(drawn("start -> fork -> A -> gather -> good, fork -> B -> gather"))


def test_several_that_form_no_block_are_undecided():
    d = drawn("start -> several -> A -> join -> good, several -> B -> join")
    assert d.names(d.graph.soundness.undecided) == ["several", "join"]
    assert d.graph.deadlocks() == ()


def test_too_many_states_are_undecided_but_what_is_found_is_told():
    branches = ", ".join(f"fork -> C{n} -> join, C{n} -> bad {n}" for n in range(19))
    d = drawn(f"start -> fork, join -> good, {branches}")
    judged = soundness_of(d.graph, budget=5_000)
    assert d.names(judged.undecided) == ["fork", "join"]
    (found,) = judged.deadlocks
    assert d.names([found.node]) == ["join"]
    assert d.names([found.split])[0].startswith("C")


def test_forks_in_interrupts_are_played_on_their_own():
    d = drawn("start -> A -> good", interrupts={("A", None): "X -> Y -> join -> bad, X -> Z -> join"})
    (found,) = d.graph.deadlocks()
    assert (found.node, found.split) == (d["join"], d["X"])
    assert d.names(found.trail) == ["start", "A", "X", "Y", "join"]


def told_in_order(second_branch: tuple[Move, ...], extra: tuple[Node, ...] = ()):
    """fork 1 -> A 2 -> join 4; fork -> B 3 -> ...: an ``in parallel`` block of two branches."""
    nodes = (
        Node(0, NodeKind.START, "", "start", NOWHERE),
        Node(1, NodeKind.FORK, "", "in parallel", NOWHERE, match=4),
        Node(2, NodeKind.STEP, "A", "A", NOWHERE, branch=(1, 0)),
        Node(3, NodeKind.CHOICE, "B", "B", NOWHERE, branch=(1, 1)),
        Node(4, NodeKind.JOIN, "", "together", NOWHERE, match=1),
        Node(5, NodeKind.END, "done", "done", NOWHERE, outcome=Outcome.GOOD),
        *extra,
    )
    moves = (Move(0, 1), Move(1, 2), Move(1, 3), Move(2, 4), Move(4, 5), *second_branch)
    return from_journey(Journey("n", "N", NOWHERE, NOWHERE, "en", nodes, moves))


def test_two_ways_through_one_branch_come_to_the_join_as_one():
    graph = told_in_order((Move(3, 4), Move(3, 4)))
    assert graph.deadlocks() == graph.unsynchronised() == ()
    assert graph.match_forks() == {1: 4}


def test_a_branch_that_always_ends_leaves_the_join_of_its_block_waiting():
    end = Node(6, NodeKind.END, "over", "over", NOWHERE, branch=(1, 1), outcome=Outcome.BAD)
    graph = told_in_order((Move(3, 6),), (end,))
    (found,) = graph.deadlocks()
    assert (found.node, found.split) == (4, 1)


def test_a_branch_that_goes_back_out_of_its_block_starts_it_again():
    graph = told_in_order((Move(3, 4), Move(3, 1)))
    assert [one.split for one in graph.unsynchronised()] == [1]


def test_in_a_journey_told_in_order_several_branches_come_together_by_themselves():
    d = drawn("start -> several -> A -> C -> good, several -> B -> C", wired=False)
    assert sound(d)


@pytest.mark.parametrize("pick", [Pick.ONE, Pick.FIRST])
def test_picking_one_or_the_first_is_exclusive(pick):
    d = drawn("start -> X -> A -> join -> good, X -> B -> join", facts={"X": {"split": pick}})
    assert len(d.graph.deadlocks()) == 1
