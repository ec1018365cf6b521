"""Every sentence about paths answers what writing down all ways answers, on random small journeys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.graph import JourneyGraph
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind, Pick
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, ActorKind
from journeyaudit.model.quantities import Duration
from journeyaudit.rulebook.case import Case
from journeyaudit.source import NOWHERE
from tests.graph.test_against_naive import graphs
from tests.rulebook.examples import examples
from tests.rulebook.language.making import cases_of, result
from tests.rulebook.language.naive import Naive, Set

PEOPLE = {
    "clerk": Actor("clerk", "Clerk", NOWHERE, ActorKind.HUMAN),
    "bot": Actor("bot", "Bot", NOWHERE, ActorKind.SYSTEM),
}
SERVICE = Service(PEOPLE, {}, ())
BY = (("clerk",), ("bot",), ("bot",), ())


@st.composite
def drawn(draw) -> tuple[JourneyGraph, Set, Set]:
    """A small journey; who acts is sometimes not said, how long it takes always."""
    graph = draw(graphs())
    nodes = [
        replace(
            node,
            by=draw(st.sampled_from(BY)),
            on=draw(st.sampled_from([(), ("phone",)])),
            split=draw(st.sampled_from([Pick.ONE, Pick.ONE, Pick.ALL])),
            takes=draw(st.sampled_from([Duration(0, 0), Duration(10, 10), Duration(20, 60)])),
        )
        for node in graph.nodes
    ]
    made = from_journey(replace(graph.journey, nodes=tuple(nodes)))
    places = st.frozensets(st.integers(1, max(1, len(nodes) - 1)), max_size=3)
    return made, draw(places), draw(places)


def answer(graph: JourneyGraph, x: Set, z: Set, sentence: str) -> bool | None:
    rule = f"""
severity: error
call a place "x" when the name of the place is one of {named(x)}
call a place "z" when the name of the place is one of {named(z)}
call a place "y" when the place is human
{sentence}
say: it fails at {{place}}
"""
    found = result(rule, Case(SERVICE, graph.journey, graph, ()))
    if found.findings:
        return False
    return None if found.not_assessable else True


def named(places: Set) -> str:
    return ", ".join(f'"N{number}"' for number in sorted(places)) or '"nowhere"'


def readings(graph: JourneyGraph) -> list[Set]:
    """Every set of places at which a human may act, whatever the text leaves out."""
    written = [node for node in graph.nodes if node.number]
    sure = frozenset(node.number for node in written if node.by == ("clerk",))
    open_ones = [node.number for node in written if not node.by and node.kind is not NodeKind.END]
    return [
        sure | {number for number, taken in zip(open_ones, choice, strict=True) if taken}
        for choice in product((False, True), repeat=len(open_ones))
    ]


def agreed(graph: JourneyGraph, holds: Callable[[Set], bool]) -> bool | None:
    """What all readings agree on."""
    answers = {holds(y) for y in readings(graph)}
    return answers.pop() if len(answers) == 1 else None


def free(number: int, goal: bool) -> float:
    return 0.0


@examples(60)
@given(drawn())
def test_never_and_only_after(made):
    graph, x, z = made
    naive = Naive(graph)
    assert answer(graph, x, z, 'a "x" never happens') is naive.never(x, frozenset())
    assert answer(graph, x, z, 'a "x" must never happen\n  until a "z"') is naive.never(x, z)
    expected = agreed(graph, lambda y: naive.only_after(x, y))
    assert answer(graph, x, z, 'a "x" happens only after a "y"') is expected
    expected = agreed(graph, lambda y: naive.never(y, z))
    assert answer(graph, x, z, 'a "y" never happens until a "z"') is expected


@examples(60)
@given(drawn())
def test_every_path_passes_and_cannot_reach(made):
    graph, x, z = made
    naive = Naive(graph)
    expected = agreed(graph, lambda y: naive.passes(x, z, y))
    assert answer(graph, x, z, 'every path from a "x" to a "z" passes a "y"') is expected
    assert answer(graph, x, z, 'a "x" cannot reach a "z" without a "y"') is expected
    assert answer(graph, x, z, 'a "x" cannot reach a "z"') is naive.passes(x, z, frozenset())
    expected = agreed(graph, lambda y: naive.passes(frozenset({0}), y, z))
    assert answer(graph, x, z, 'every path from the start to a "y" must pass a "z"') is expected


@examples(60)
@given(drawn())
def test_is_possible_and_stays_possible(made):
    graph, x, z = made
    naive = Naive(graph)
    expected = agreed(graph, lambda y: naive.possible(x, y, free, 0))
    assert answer(graph, x, z, 'after a "x", a "y" is possible') is expected
    assert answer(graph, x, z, 'a "x" can reach a "y"') is expected
    expected = agreed(graph, lambda y: naive.stays(x, y, frozenset(), free, 0))
    assert answer(graph, x, z, 'after a "x", a "y" stays possible') is expected
    expected = agreed(graph, lambda y: naive.stays(x, y, z, free, 0))
    assert answer(graph, x, z, 'after a "x", a "y" stays possible until a "z"') is expected


@examples(60)
@given(drawn(), st.integers(0, 3))
def test_possible_in_so_many_contacts(made, most):
    graph, x, z = made
    naive = Naive(graph)

    def contacts(number: int, goal: bool) -> float:
        return 1.0 if graph.nodes[number].on else 0.0

    expected = agreed(graph, lambda y: naive.possible(x, y, contacts, most))
    assert answer(graph, x, z, f'after a "x", a "y" is possible in at most {most} contacts') is expected
    expected = agreed(graph, lambda y: naive.stays(x, y, z, contacts, most))
    sentence = f'after a "x", a "y" stays possible until a "z"\n  in at most {most} contacts'
    assert answer(graph, x, z, sentence) is expected


@examples(60)
@given(drawn(), st.sampled_from([0, 10, 20, 40, 90]))
def test_possible_within_a_time(made, limit):
    graph, x, z = made
    naive = Naive(graph)

    def holds(y: Set, end: str) -> bool:
        def cost(number: int, goal: bool) -> float:
            takes = graph.nodes[number].takes
            assert takes is not None
            return 0.0 if goal else float(getattr(takes, end) or 0)

        return naive.stays(x, y, z, cost, limit)

    answers = {holds(y, end) for y in readings(graph) for end in ("low", "high")}
    expected = answers.pop() if len(answers) == 1 else None
    sentence = f'after a "x", a "y" stays possible within {limit} min until a "z"'
    assert answer(graph, x, z, sentence) is expected


@examples(80)
@given(drawn())
def test_follows(made):
    graph, x, z = made
    naive = Naive(graph)
    expected = agreed(graph, lambda y: naive.follows(x, y))
    assert answer(graph, x, z, 'after a "x", a "y" follows') is expected
    assert answer(graph, x, z, 'after a "x", a "y" must follow within 1000 days') is expected
    if naive.follows(x, z):
        assert answer(graph, x, z, f'after a "x", a "z" must follow within {60 * 9} min') is True


@st.composite
def with_limited_repeats(draw) -> tuple[JourneyGraph, Set, Set]:
    """Some places are repeats with `at most`; their first way on is to go round once more."""
    graph, x, z = draw(drawn())
    nodes, again = list(graph.nodes), set()
    for node in graph.nodes:
        repeats = node.kind is NodeKind.STEP and len(graph.successors[node.number]) > 1
        if repeats and draw(st.booleans()):
            again.add(node.number)
            nodes[node.number] = replace(
                node, kind=NodeKind.LOOP, times=draw(st.integers(1, 2)), by=("bot",), split=Pick.ONE
            )
    moves = []
    for move in graph.journey.moves:
        first = move.source in again
        again.discard(move.source)
        moves.append(replace(move, kind=MoveKind.AGAIN) if first else move)
    return from_journey(replace(graph.journey, nodes=tuple(nodes), moves=tuple(moves))), x, z


@examples(60)
@given(with_limited_repeats())
def test_follows_behind_limited_repeats(made):
    graph, x, z = made
    naive = Naive(graph)
    expected = agreed(graph, lambda y: naive.follows(x, y))
    assert answer(graph, x, z, 'after a "x", a "y" follows') is expected
    assert answer(graph, x, z, 'after a "x", a "y" must follow within 1000 days') is expected


def flow(ways: dict[int, list[int]], forks: Set) -> JourneyGraph:
    """Places of ten minutes each; a clerk is at the last one."""
    last = max(target for targets in ways.values() for target in targets)
    nodes = [
        Node(
            number, NodeKind.STEP if number else NodeKind.START, f"N{number}", f"N{number}", NOWHERE,
            by=("clerk",) if number == last else ("bot",), takes=Duration(10, 10),
            split=Pick.ALL if number in forks else Pick.ONE,
        )
        for number in range(last + 1)
    ]  # fmt: skip
    moves = tuple(Move(source, target) for source, targets in ways.items() for target in targets)
    return from_journey(Journey("r", "R", NOWHERE, NOWHERE, "en", tuple(nodes), moves))


def test_a_branch_that_leads_back_before_its_fork_takes_as_long_as_the_other_one():
    graph = flow({0: [1, 3], 1: [2, 4], 2: [1], 3: [2]}, forks=frozenset({1}))
    x = frozenset({3})
    assert answer(graph, x, x, 'after a "x", a "y" must follow within 20 min') is True
    assert answer(graph, x, x, 'after a "x", a "y" must follow within 19 min') is False


def test_branches_that_lead_back_before_their_fork_do_not_hold_each_other_up():
    graph = flow({0: [1], 1: [2, 3], 2: [1], 3: [4, 5], 4: [4]}, forks=frozenset({1}))
    nodes = list(graph.nodes)
    nodes[3] = replace(nodes[3], kind=NodeKind.LOOP, times=2)
    moves = [replace(m, kind=MoveKind.AGAIN) if m == Move(3, 4) else m for m in graph.journey.moves]
    limited = from_journey(replace(graph.journey, nodes=tuple(nodes), moves=tuple(moves)))
    x = frozenset({1})
    assert Naive(limited).follows(x, frozenset({5})) is False
    assert answer(limited, x, x, 'after a "x", a "y" follows') is False


INTERRUPTED = """
actor Clerk
  kind: human
actor Robot
  kind: system
journey Claim
  step Report
    by: Robot
  step Check
    by: Clerk
  step Pay
    by: Robot
  step Post
    by: Robot
  end good: Paid
  interrupt Ask
    from: Report
    until: Post
    step Answer
      by: Robot
"""


def test_who_returns_from_an_interrupt_has_skipped_nothing():
    (case,) = cases_of(INTERRUPTED)
    rule = "severity: error\nevery path from {} to a good end must pass a human step\nsay: no\n"
    assert result(rule.format("the start"), case).findings == ()
    inside = 'a step where (the name of it is "Answer")'
    assert len(result(rule.format(inside), case).findings) == 1


@examples(60)
@given(drawn())
def test_going_round(made):
    graph, x, z = made
    naive = Naive(graph)
    expected = agreed(graph, lambda y: not naive.goes_round(y))
    assert answer(graph, x, z, 'nobody goes the same way again without a "y"') is expected
