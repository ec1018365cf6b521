"""Nothing recurses on user-sized input, and nothing is quadratic: all of this ends at once."""

from __future__ import annotations

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import Interrupt, Move, Node, NodeKind, Outcome, Pick
from journeyaudit.model.journey import Journey
from journeyaudit.source import NOWHERE
from tests.graph.arrows import chain


def test_a_chain_of_100_000_steps_answers_every_question():
    graph = chain(100_000)
    assert len(graph.reachable) == len(graph.components) == 100_000
    assert len(graph.trail_to(99_999)) == 100_000
    assert graph.unreachable() == graph.loose_ends() == graph.trap_regions() == graph.endless_waits() == ()
    assert graph.ends_reachable(0) == {Outcome.GOOD}
    assert graph.first_no_return_after(100) == 200
    assert graph.first_no_return_after(99_900) is None
    assert len(graph.between(10, 99_990)) == 99_981
    assert graph.every_way_passes(0, 99_999, 50_000)
    assert graph.deadlocks() == graph.unsynchronised() == graph.soundness.undecided == ()


def test_a_thousand_questions_what_lies_between_in_10_000_steps():
    graph = chain(10_000)
    assert sum(len(graph.between(n, n + 50)) for n in range(0, 9_000, 9)) == 51_000


def made(kinds, moves, interrupts=(), **facts):
    nodes = tuple(
        Node(
            n, kind, f"N{n}", f"N{n}", NOWHERE,
            split=Pick.ALL if kind is NodeKind.FORK else Pick.ONE,
            merge=Pick.ALL if kind is NodeKind.JOIN else Pick.ONE,
        )
        for n, kind in enumerate(kinds)
    )  # fmt: skip
    moves = tuple(Move(*move) for move in moves)
    return from_journey(
        Journey("b", "B", NOWHERE, NOWHERE, "en", nodes, moves, tuple(interrupts), wired=True)
    )


def test_forks_nested_3_000_deep_fold():
    deep = 3_000
    kinds = [NodeKind.START] + [NodeKind.FORK] * deep + [NodeKind.JOIN] * deep + [NodeKind.END]
    last = 2 * deep + 1
    moves = [(n, n + 1) for n in range(last)] + [(1 + n, last - 1 - n) for n in range(deep)]
    graph = made(kinds, moves)
    assert graph.match_forks() == {1 + n: last - 1 - n for n in range(deep)}
    assert graph.deadlocks() == graph.unsynchronised() == graph.soundness.undecided == ()


def test_a_fork_with_10_000_branches_folds():
    wide = 10_000
    kinds = [NodeKind.START, NodeKind.FORK, *[NodeKind.STEP] * wide, NodeKind.JOIN, NodeKind.END]
    moves = [(0, 1), (wide + 2, wide + 3)]
    moves += [(1, 2 + n) for n in range(wide)] + [(2 + n, wide + 2) for n in range(wide)]
    graph = made(kinds, moves)
    assert graph.match_forks() == {1: wide + 2}
    assert graph.deadlocks() == graph.unsynchronised() == graph.soundness.undecided == ()


def test_a_wizard_of_10_000_screens_with_back_buttons_beside_a_fork_folds():
    long = 10_000
    kinds = [NodeKind.START, NodeKind.FORK, *[NodeKind.STEP] * long, NodeKind.JOIN, NodeKind.END]
    join = long + 2
    moves = [(0, 1), (1, join), *((n, n + 1) for n in range(1, join + 1))]
    moves += [(n + 1, n) for n in range(2, long + 1)]
    graph = made(kinds, moves)
    assert graph.deadlocks() == graph.unsynchronised() == graph.soundness.undecided == ()


def test_10_000_interrupts_that_are_open_to_the_end():
    count = 10_000
    kinds = [NodeKind.START, *[NodeKind.STEP] * count, NodeKind.END]
    base = made(kinds, [(n, n + 1) for n in range(count + 1)])
    bodies = [Node(count + 2 + n, NodeKind.STEP, f"X{n}", f"X{n}", NOWHERE, region=n) for n in range(count)]
    interrupts = [Interrupt(n, f"I{n}", NOWHERE, begins=n + 1, entry=count + 2 + n) for n in range(count)]
    journey = base.journey
    graph = from_journey(
        Journey(
            "i", "I", NOWHERE, NOWHERE, "en", journey.nodes + tuple(bodies), journey.moves, tuple(interrupts)
        )
    )
    assert len(graph.reachable) == 2 * count + 2
    assert len(graph.trail_to(2 * count + 1)) == count + 2
    assert graph.trap_regions() == graph.loose_ends() == ()
    assert graph.ends_reachable(count + 2) == frozenset()
