"""Random flows with forks and joins: the verdicts of folding and token game against trying it out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.graph import JourneyGraph
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind, Pick
from journeyaudit.model.journey import Journey
from journeyaudit.source import NOWHERE
from tests.graph.naive import TokenGame

PICKS = (Pick.ONE, Pick.ONE, Pick.ALL)


def wired(kinds, splits, merges, moves) -> JourneyGraph:
    nodes = tuple(
        Node(n, kind, f"N{n}", f"N{n}", NOWHERE, split=split, merge=merge)
        for n, (kind, split, merge) in enumerate(zip(kinds, splits, merges, strict=True))
    )
    return from_journey(Journey("w", "W", NOWHERE, NOWHERE, "en", nodes, tuple(moves), wired=True))


@st.composite
def tangled(draw) -> JourneyGraph:
    """Any moves between any nodes."""
    count = draw(st.integers(2, 7))
    kinds = [
        NodeKind.START,
        *(draw(st.sampled_from([NodeKind.STEP] * 4 + [NodeKind.END])) for _ in range(count - 1)),
    ]
    splits = [draw(st.sampled_from(PICKS)) for _ in range(count)]
    merges = [Pick.ONE, *(draw(st.sampled_from(PICKS)) for _ in range(count - 1))]
    sources = st.sampled_from([n for n in range(count) if kinds[n] is not NodeKind.END])
    move_kinds = st.sampled_from([MoveKind.NEXT] * 8 + [MoveKind.FAILS])
    pairs = draw(st.lists(st.tuples(sources, st.integers(1, count - 1), move_kinds), min_size=1, max_size=10))
    return wired(kinds, splits, merges, [Move(a, b, kind) for a, b, kind in pairs])


@st.composite
def nearly_structured(draw) -> JourneyGraph:
    """Nested blocks, some of them closed by the wrong merge, and now and then one move too many."""
    kinds, splits, merges = [NodeKind.START], [Pick.ONE], [Pick.ONE]
    moves: list[Move] = []

    def add(kind=NodeKind.STEP, split=Pick.ONE, merge=Pick.ONE) -> int:
        kinds.append(kind)
        splits.append(split)
        merges.append(merge)
        return len(kinds) - 1

    def block(entry: int, depth: int) -> int:
        """Goes on from ``entry``; the node where it ends."""
        shape = draw(st.sampled_from(["step", "one", "all", "loop", "row"])) if depth else "step"
        if shape == "row":
            return block(block(entry, depth - 1), depth - 1)
        if shape == "loop":
            top, bottom = add(), -1
            moves.append(Move(entry, top))
            bottom = block(top, depth - 1)
            moves.append(Move(bottom, top))
            return bottom
        if shape == "step":
            step = add()
            moves.append(Move(entry, step))
            return step
        pick = Pick.ALL if shape == "all" else Pick.ONE
        opening, closing = (
            add(split=pick),
            add(merge=draw(st.sampled_from([pick] * 6 + [Pick.ONE, Pick.ALL]))),
        )
        moves.append(Move(entry, opening))
        for _ in range(2):
            last = block(opening, depth - 1) if draw(st.booleans()) else opening
            moves.append(Move(last, closing))
        return closing

    last = block(0, draw(st.integers(1, 3)))
    moves.append(Move(last, add(NodeKind.END)))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        ends = [draw(st.integers(1, len(kinds) - 1)) for _ in range(2)]
        if kinds[ends[0]] is not NodeKind.END:
            moves.append(Move(*ends))
    return wired(kinds, splits, merges, moves)


def agrees(graph: JourneyGraph) -> None:
    game = TokenGame(graph)
    assert not graph.soundness.undecided
    assert bool(graph.unsynchronised()) == game.clash
    for one in graph.unsynchronised():
        assert one.trail == graph.trail_to(one.node)
        assert one.split is not None and graph.nodes[one.split].split is Pick.ALL
    if game.clash:
        return
    told = {one.node for one in graph.deadlocks()}
    assert told <= game.stuck
    assert bool(told) == bool(game.stuck)
    for one in graph.deadlocks():
        assert one.trail == graph.trail_to(one.node)
        assert one.split is None or len(graph.successors[one.split]) > 1


@settings(max_examples=300, deadline=None)
@given(tangled())
def test_tangled_flows(graph):
    agrees(graph)


@settings(max_examples=200, deadline=None)
@given(nearly_structured())
def test_nearly_structured_flows(graph):
    if len(graph.nodes) <= 16:
        agrees(graph)
