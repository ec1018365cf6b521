"""Random small graphs: every answer equals the one found by trying everything out."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.graph import JourneyGraph
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import Interrupt, Move, Node, NodeKind, Outcome
from journeyaudit.model.journey import Journey
from journeyaudit.source import NOWHERE
from tests.graph import naive

OUTCOMES = (Outcome.GOOD, Outcome.BAD, None)


@st.composite
def graphs(draw) -> JourneyGraph:
    count = draw(st.integers(1, 8))
    interrupts = draw(st.integers(0, 2)) if count > 2 else 0
    regions = [None] + [draw(st.sampled_from([None, None, *range(interrupts)])) for _ in range(count - 1)]
    kinds = [NodeKind.START] + [
        draw(st.sampled_from([NodeKind.STEP, NodeKind.STEP, NodeKind.END])) for _ in range(count - 1)
    ]
    nodes = tuple(
        Node(
            n, kinds[n], f"N{n}", f"N{n}", NOWHERE, region=regions[n], no_return=draw(st.booleans()),
            outcome=draw(st.sampled_from(OUTCOMES)) if kinds[n] is NodeKind.END else None,
        )
        for n in range(count)
    )  # fmt: skip
    sources = [n for n in range(count) if kinds[n] is not NodeKind.END]
    pairs = st.tuples(st.sampled_from(sources), st.integers(0, count - 1)).filter(
        lambda pair: regions[pair[1]] in (None, regions[pair[0]])
    )
    moves = tuple(Move(*pair) for pair in draw(st.lists(pairs, max_size=14)))
    place = st.one_of(st.none(), st.integers(0, count - 1))
    entered = [(r, [n for n in range(count) if regions[n] == r]) for r in range(interrupts)]
    bodies = tuple(
        Interrupt(r, f"I{r}", NOWHERE, begins=draw(place), ends=draw(place), entry=body[0] if body else None)
        for r, body in entered
    )
    return from_journey(Journey("r", "R", NOWHERE, NOWHERE, "en", nodes, moves, bodies))


def plain(graph: JourneyGraph) -> bool:
    return not any(interrupt.entry is not None for interrupt in graph.journey.interrupts)


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_stretches_and_what_can_be_reached(graph):
    count = len(graph.nodes)
    for interrupt in graph.journey.interrupts:
        assert list(graph.stretch(interrupt.number)) == naive.stretch(graph, interrupt)
    edges = [edge for edge in naive.with_interrupts(graph, returning=False) if edge[1] is not None]
    expected = [n for n, hit in enumerate(naive.closure(count, edges)[0]) if hit]
    assert list(graph.reachable) == expected


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_trails_follow_moves_and_without_interrupts_none_is_shorter(graph):
    edges = set(naive.moves(graph))
    entries = {interrupt.entry for interrupt in graph.journey.interrupts}
    level, length = {0}, 1
    lengths = {}
    while level:
        lengths |= {node: length for node in level if node not in lengths}
        level = {b for a, b in edges if a in level and b not in lengths}
        length += 1
    for node in graph.reachable:
        trail = graph.trail_to(node)
        assert trail[0] == 0 and trail[-1] == node and len(set(trail)) == len(trail)
        assert all(step in edges or step[1] in entries for step in pairwise(trail))
        if plain(graph):
            assert len(trail) == lengths[node]


@settings(max_examples=100, deadline=None)
@given(graphs(), st.integers(3, 6))
def test_of_a_long_trail_both_ends_are_told(graph, most):
    for node in graph.reachable:
        trail = graph.trail_to(node)
        expected = (*trail[:2], *trail[2 - most :]) if len(trail) > most else trail
        assert graph.trail_to(node, most) == expected


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_outcomes_that_can_still_come(graph):
    edges = [edge for edge in naive.with_interrupts(graph, returning=True) if edge[1] is not None]
    reach = naive.closure(len(graph.nodes), edges)
    for node in range(len(graph.nodes)):
        expected = {other.outcome for other in graph.nodes if reach[node][other.number]} - {None}
        assert graph.ends_reachable(node) == expected
        assert graph.good_end_reachable(node) == (Outcome.GOOD in expected)


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_traps_are_where_no_way_leads_out(graph):
    count = range(len(graph.nodes))
    far = naive.closure(
        len(count), [edge for edge in naive.with_interrupts(graph, returning=True) if edge[1] is not None]
    )
    near = naive.closure(len(count), naive.moves(graph))
    over = [
        n for n in count
        if graph.nodes[n].kind is NodeKind.END or (not graph.successors[n] and not naive.falls_off(graph, n))
    ]  # fmt: skip
    leaves = set()
    for node in count:
        inner = graph.nodes[node].region
        back = inner is not None and any(
            near[node][n] and naive.falls_off(graph, n) and graph.nodes[n].region == inner for n in count
        )
        if back or any(far[node][n] for n in over):
            leaves.add(node)
    # who comes to a place that leaves by returning leaves too, as long as they are in an interrupt
    while more := {
        a
        for a, b in naive.moves(graph)
        if b in leaves and a not in leaves and graph.nodes[a].region is not None
    }:
        leaves |= more
    lost = [n for n in graph.reachable if n not in leaves]
    edges = set(naive.moves(graph))
    circling = [n for n in lost if (n, n) in edges or any(m != n and near[n][m] and near[m][n] for m in lost)]
    stuck = [n for n in lost if any(near[c][n] for c in circling)]
    traps = graph.trap_regions()
    assert sorted(n for trap in traps for n in trap.stuck) == stuck
    edges = [(a, b) for a, b in naive.moves(graph) if a in stuck and b in stuck]
    together = naive.closure(len(count), edges + [(b, a) for a, b in edges])
    for trap in traps:
        assert list(trap.stuck) == [n for n in stuck if together[trap.entry][n]]
        assert len(trap.trail) == min(len(graph.trail_to(n)) for n in trap.stuck)
        if trap.door is not None:
            assert trap.door.source not in trap.stuck and trap.door.target == trap.entry


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_unreached_parts_cover_all_that_is_not_reached(graph):
    lost = [n for n in range(len(graph.nodes)) if not graph.is_reachable(n)]
    parts = graph.unreachable()
    assert sum(1 + part.behind for part in parts) == len(lost)
    assert [part.node for part in parts] == sorted(part.node for part in parts)
    if plain(graph):
        reach = naive.closure(len(graph.nodes), naive.moves(graph))
        firsts = [
            n for n in lost
            if all(reach[n][m] for m in lost if reach[m][n]) and not any(reach[m][n] and reach[n][m] for m in lost if m < n)
        ]  # fmt: skip
        assert [part.node for part in parts] == firsts


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_components_are_nodes_that_reach_each_other(graph):
    reach = naive.closure(len(graph.nodes), naive.moves(graph))
    count = range(len(graph.nodes))
    expected = {tuple(b for b in count if reach[a][b] and reach[b][a]) for a in count}
    assert list(graph.components) == sorted(expected)


def breadth_first(graph: JourneyGraph, start: int) -> list[int]:
    order = [start]
    for node in order:
        order += [t for t in dict.fromkeys(graph.successors[node]) if t not in order]
    return order


@settings(max_examples=300, deadline=None)
@given(graphs())
def test_the_next_point_of_no_return_is_the_first_that_a_search_meets(graph):
    for node in graph.nodes:
        met = [n for n in breadth_first(graph, node.number)[1:] if graph.nodes[n].no_return]
        after = graph.first_no_return_after(node.number)
        if not node.no_return:
            assert after == (met[0] if met else None)
        else:
            steps = {n: steps_between(graph, node.number, n) for n in met}
            assert (after is None) == (not met)
            assert after is None or steps[after] == min(steps.values())


def steps_between(graph: JourneyGraph, start: int, end: int) -> int:
    level, seen, steps = {start}, {start}, 0
    while end not in level:
        level = {t for n in level for t in graph.successors[n]} - seen
        seen |= level
        steps += 1
    return steps


@settings(max_examples=150, deadline=None)
@given(graphs(), st.data())
def test_between_and_must_pass(graph, data):
    count = len(graph.nodes)
    first, last, via = (data.draw(st.integers(0, count - 1)) for _ in range(3))
    edges = naive.moves(graph)
    early = naive.closure(count, [(a, b) for a, b in edges if a != last])
    expected = [n for n in range(count) if early[first][n] and early[n][last]]
    assert list(graph.between(first, last)) == expected
    around = naive.closure(count, [(a, b) for a, b in edges if via not in (a, b)])
    passes = via in (first, last) or not around[first][last]
    assert graph.every_way_passes(first, last, via) == passes


def test_the_naive_closure_itself_is_right():
    assert naive.closure(3, [(0, 1), (1, 2)])[0] == [True, True, True]
    assert not any(naive.closure(3, [])[a][b] for a, b in permutations(range(3), 2))
