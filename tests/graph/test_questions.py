from __future__ import annotations

import pytest

from journeyaudit.graph import Unreached
from journeyaudit.model.flow import Outcome
from journeyaudit.model.quantities import INFINITE, Duration
from tests.graph.arrows import drawn


def test_moves_are_told_in_the_order_in_which_they_were_written():
    d = drawn("start -> A -> C, A -> B, B -> C")
    assert d.names(m.target for m in d.graph.moves_from(d["A"])) == ["C", "B"]
    assert d.names(m.source for m in d.graph.moves_to(d["C"])) == ["A", "B"]
    assert d.graph.moves_from(d["C"]) == ()


def test_main_flow_and_interrupt_bodies_share_all_nodes_between_them():
    d = drawn("start -> A -> good", interrupts={("A", "good"): "X -> Y", (None, None): "Z"})
    assert d.names(d.graph.main_flow) == ["start", "A", "good"]
    assert d.names(d.graph.interrupt_body(0)) == ["X", "Y"]
    assert d.names(d.graph.interrupt_body(1)) == ["Z"]


def test_an_unknown_interrupt_is_a_lookup_error():
    d = drawn("start -> A")
    with pytest.raises(LookupError):
        d.graph.interrupt_body(0)
    with pytest.raises(LookupError):
        d.graph.stretch(0)


def test_a_stretch_begins_with_its_first_node_and_ends_before_its_last():
    d = drawn("start -> A -> B -> C -> D -> good, B -> E -> D", interrupts={("B", "D"): "X"})
    assert d.names(d.graph.stretch(0)) == ["B", "C", "E"]


def test_a_stretch_without_limits_is_the_whole_main_flow():
    d = drawn("start -> A -> good, B -> A", interrupts={(None, None): "X"})
    assert d.names(d.graph.stretch(0)) == ["start", "A", "good"]


def test_a_stretch_that_ends_where_it_begins_covers_nothing_and_its_body_is_unreachable():
    d = drawn("start -> A -> good", interrupts={("A", "A"): "X"})
    assert d.graph.stretch(0) == ()
    assert not d.graph.is_reachable(d["X"])


def test_the_shortest_trail_wins_and_of_equal_ones_the_first_written():
    d = drawn("start -> A -> D, start -> B -> D, start -> C -> E -> D -> good")
    assert d.names(d.graph.trail_to(d["good"])) == ["start", "A", "D", "good"]


def test_a_trail_enters_an_interrupt_from_the_first_node_of_its_stretch():
    d = drawn("start -> A -> B -> C -> good", interrupts={("B", None): "X -> Y -> bad"})
    assert d.names(d.graph.trail_to(d["bad"])) == ["start", "A", "B", "X", "Y", "bad"]


def test_an_interrupt_is_reached_when_only_a_later_part_of_its_stretch_is():
    d = drawn("start -> B -> good, A -> B", interrupts={("A", None): "X"})
    assert d.names(d.graph.trail_to(d["X"])) == ["start", "B", "X"]


def test_an_interrupt_of_an_interrupt_gone_back_to_is_reached_too():
    d = drawn("start -> A, B -> good", interrupts={("A", None): "X -> B", ("B", None): "Y"})
    assert d.names(d.graph.trail_to(d["Y"])) == ["start", "A", "X", "B", "Y"]


def test_there_is_no_trail_to_what_cannot_be_reached():
    d = drawn("start -> A, B -> A")
    assert d.graph.trail_to(d["B"]) == ()
    assert d.names(d.graph.reachable) == ["start", "A"]


def test_the_first_of_each_unreachable_part_is_told_with_what_hangs_behind_it():
    d = drawn("start -> good, A -> B -> C -> good, D -> C -> E")
    assert d.graph.unreachable() == (Unreached(d["A"], 3), Unreached(d["D"], 0))


def test_a_cycle_nobody_reaches_is_told_once():
    d = drawn("start -> good, A -> B -> C -> A, C -> D")
    assert d.graph.unreachable() == (Unreached(d["A"], 3),)


def test_an_unreachable_interrupt_hangs_behind_the_part_it_belongs_to():
    d = drawn("start -> good, A -> B", interrupts={("B", None): "X -> Y"})
    assert d.graph.unreachable() == (Unreached(d["A"], 3),)


def test_a_join_nobody_named_is_not_told_as_unreachable():
    d = drawn("start -> good, join", facts={"join": {"name": ""}})
    assert d.graph.unreachable() == ()


def test_a_task_without_a_way_on_is_a_loose_end():
    d = drawn("start -> A -> B, A -> good, C -> D")
    assert d.names(d.graph.loose_ends()) == ["B"]


def test_a_body_that_falls_off_its_end_returns_and_is_not_loose():
    d = drawn("start -> A -> good", interrupts={(None, None): "X -> Y"})
    assert d.graph.loose_ends() == ()


def test_the_empty_journey_just_stops():
    assert drawn("start").graph.loose_ends() == (0,)


@pytest.mark.parametrize(
    ("facts", "endless"),
    [
        ({}, True),
        ({"takes": Duration(1, 5)}, False),
        ({"takes": Duration(1, None)}, True),
        ({"takes": Duration(1, INFINITE)}, True),
    ],
)
def test_waiting_for_something_is_endless_unless_a_limit_is_stated(facts, endless):
    d = drawn("start -> wait -> good", facts={"wait": facts})
    assert d.graph.endless_waits() == ((d["wait"],) if endless else ())


def test_a_way_out_after_some_time_is_a_limit():
    assert drawn("start -> wait -> good, wait -late-> bad").graph.endless_waits() == ()


def test_ends_are_looked_for_in_interrupts_whose_stretch_covers_the_place():
    d = drawn("start -> A -> B -> bad", interrupts={("A", "B"): "X -> good"})
    assert d.graph.ends_reachable(d["A"]) == {Outcome.GOOD, Outcome.BAD}
    assert d.graph.ends_reachable(d["B"]) == {Outcome.BAD}
    assert d.graph.good_end_reachable(d["start"])
    assert not d.graph.good_end_reachable(d["B"])


def test_an_interrupt_that_falls_off_its_end_comes_to_the_ends_of_the_main_flow():
    d = drawn("start -> A -> bad", interrupts={("A", None): "X -> Y"})
    assert d.graph.ends_reachable(d["X"]) == {Outcome.BAD}


def test_an_end_without_an_outcome_is_no_outcome():
    d = drawn("start -> end", facts={"end": {"outcome": None}})
    assert d.graph.ends_reachable(0) == frozenset()


def test_the_next_point_of_no_return_is_the_nearest_one_and_never_the_place_itself():
    points = {name: {"no_return": True} for name in ("P", "Q", "R")}
    d = drawn("start -> A -> B -> P, A -> Q -> R, R -> good", facts=points)
    after = [d.graph.first_no_return_after(d[name]) for name in ("start", "B", "Q", "R")]
    assert after == [d["Q"], d["P"], d["R"], None]


def test_a_point_of_no_return_on_a_cycle_looks_beyond_itself():
    points = {name: {"no_return": True} for name in ("P", "Q")}
    d = drawn("start -> P -> A -> P, A -> B -> C -> Q", facts=points)
    assert d.graph.first_no_return_after(d["P"]) == d["Q"]
    assert d.graph.first_no_return_after(d["A"]) == d["P"]


def test_between_two_places_lie_the_nodes_on_ways_that_do_not_pass_the_last_one():
    d = drawn("start -> A -> B -> D -> E -> A, A -> C -> D, C -> F")
    assert d.names(d.graph.between(d["A"], d["D"])) == ["A", "B", "D", "C"]
    assert d.names(d.graph.between(d["D"], d["D"])) == ["D"]
    assert d.graph.between(d["F"], d["A"]) == ()


def test_every_way_passes_a_place_that_cannot_be_gone_round():
    d = drawn("start -> A -> B -> D -> good, A -> C -> D")
    assert d.graph.every_way_passes(d["start"], d["good"], d["D"])
    assert not d.graph.every_way_passes(d["start"], d["good"], d["B"])
    assert d.graph.every_way_passes(d["good"], d["start"], d["B"])


def test_components_are_told_by_their_first_nodes():
    d = drawn("start -> A -> B -> A, B -> C")
    assert [d.names(c) for c in d.graph.components] == [["start"], ["A", "B"], ["C"]]
