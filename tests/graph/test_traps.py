from __future__ import annotations

from tests.graph.arrows import drawn


def test_hotline_form_hotline_is_a_trap_region_with_its_door():
    d = drawn("start -> Order -> good, Order -> Hotline -> Form -> Hotline")
    (trap,) = d.graph.trap_regions()
    assert d.names(trap.stuck) == ["Hotline", "Form"]
    assert (trap.door.source, trap.door.target) == (d["Order"], d["Hotline"])
    assert d.names([trap.entry]) == ["Hotline"]
    assert d.names(trap.trail) == ["start", "Order", "Hotline"]


def test_two_coupled_cycles_are_one_region():
    d = drawn("start -> A -> B -> C -> B, C -> D -> E -> D, A -> good")
    (trap,) = d.graph.trap_regions()
    assert d.names(trap.stuck) == ["B", "C", "D", "E"]


def test_two_trap_regions_are_told_in_the_order_of_their_trails():
    d = drawn("start -> A -> B -> C -> C, start -> D -> D, A -> good")
    assert d.names(trap.entry for trap in d.graph.trap_regions()) == ["D", "C"]


def test_what_only_leads_to_a_trap_is_not_part_of_it():
    d = drawn("start -> Order -> Bot -> Menu -> Bot")
    (trap,) = d.graph.trap_regions()
    assert d.names(trap.stuck) == ["Bot", "Menu"]
    assert (trap.door.source, trap.door.target) == (d["Order"], d["Bot"])


def test_a_cycle_with_a_way_out_is_no_trap():
    assert drawn("start -> A -> B -> A, B -> good").graph.trap_regions() == ()


def test_a_cycle_that_leads_to_a_loose_end_is_no_trap():
    assert drawn("start -> A -> B -> A, B -> C").graph.trap_regions() == ()


def test_a_cycle_nobody_reaches_is_no_trap():
    assert drawn("start -> good, A -> B -> A").graph.trap_regions() == ()


def test_a_journey_that_is_all_trap_has_no_door():
    (trap,) = drawn("start -> A -> start").graph.trap_regions()
    assert trap.door is None
    assert trap.stuck == (0, 1)


def test_an_interrupt_that_leads_to_an_end_is_a_way_out():
    d = drawn("start -> A -> B -> A", interrupts={("A", None): "X -> good"})
    assert d.graph.trap_regions() == ()


def test_an_interrupt_that_returns_is_no_way_out_of_the_main_flow():
    d = drawn("start -> A -> B -> A", interrupts={("A", None): "X -> Y"})
    (trap,) = d.graph.trap_regions()
    assert d.names(trap.stuck) == ["A", "B"]


def test_returning_is_a_way_out_of_an_interrupt():
    d = drawn("start -> A -> good", interrupts={(None, None): "X -> Y -> X, Y -> Z"})
    assert d.graph.trap_regions() == ()


def test_an_interrupt_that_runs_in_circles_is_a_trap_without_a_door():
    d = drawn("start -> A -> good", interrupts={("A", None): "X -> Y -> X"})
    (trap,) = d.graph.trap_regions()
    assert d.names(trap.stuck) == ["X", "Y"]
    assert trap.door is None
    assert d.names(trap.trail) == ["start", "A", "X"]
