"""A flow with forks and joins -> deadlocks, and nodes that run twice because nobody waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from journeyaudit.graph.components import on_cycles
from journeyaudit.graph.culprits import forking_of, missing_split
from journeyaudit.graph.folding import fold
from journeyaudit.graph.net import Net, merge_of, net_of, split_of
from journeyaudit.graph.stuck_joins import stuck_joins
from journeyaudit.graph.token_game import STATES, Game, play
from journeyaudit.model.flow import NodeKind, Pick
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph


_FEW = 10_000
"""So many states are played to their end where there are too many to look at all."""


@record
class Deadlock:
    """The join ``node`` may wait for ever: a branch has come, another never will.

    ``split`` is the node where the flow took a way from which the missing branch cannot come any more
    (the fork of a branch that always ends; None where no such node exists). ``trail`` is the shortest
    way from the start to ``node``.
    """

    node: int
    split: int | None
    trail: tuple[int, ...]


@record
class Unsynchronised:
    """Two branches that run at once, begun at the fork ``split``, both go on at ``node``, so that it and
    all behind it happens twice. ``trail`` is the shortest way from the start to ``node``."""

    node: int
    split: int | None
    trail: tuple[int, ...]


@record
class Soundness:
    """What a token game over the forks and joins shows, main flow and each interrupt on its own.

    A join waits for one token from each way in (of an ``in parallel``: from each branch); an end takes
    up the token of its branch. ``undecided`` are splits and joins whose interplay was not decided:
    those that pick several and form no block, and those of flows with too many states to look at; what
    is reported beside them is certain. ``matches`` is fork -> join for single-entry, single-exit
    blocks. Where branches come together without waiting, deadlocks behind that place may be missing.
    """

    deadlocks: tuple[Deadlock, ...]
    unsynchronised: tuple[Unsynchronised, ...]
    undecided: tuple[int, ...]
    matches: Mapping[int, int]


def soundness_of(graph: JourneyGraph, budget: int = STATES) -> Soundness:
    """``budget``: so many states are looked at for the main flow and for each interrupt."""
    deadlocks: dict[int, Deadlock] = {}
    unsynchronised: dict[int | None, Unsynchronised] = {}
    undecided: set[int] = set()
    matches: dict[int, int] = {}
    cyclic = on_cycles(graph.successors)
    for root in _roots(graph):
        net = net_of(graph, root)
        matches |= fold(net, cyclic)
        if _holds(net, Pick.SEVERAL):
            undecided |= _entangled(net)
            continue
        for game in _games(net, budget):
            deadlocks = {one.node: one for one in _deadlocks(graph, game)} | deadlocks
            unsynchronised = {one.split: one for one in _unsynchronised(graph, game)} | unsynchronised
            undecided |= set() if game.complete else _entangled(net)
    for node in graph.nodes:
        if node.kind is NodeKind.FORK and node.match is not None:
            matches[node.number] = node.match
    return Soundness(
        tuple(sorted(deadlocks.values(), key=lambda one: one.node)),
        tuple(sorted(unsynchronised.values(), key=lambda one: one.node)),
        tuple(sorted(undecided)),
        dict(sorted(matches.items())),
    )


def _roots(graph: JourneyGraph) -> list[int]:
    """First nodes of the main flow and of interrupts that have forks or joins at all."""
    branching = {
        node.region
        for node in graph.nodes
        if Pick.ONE is not split_of(graph, node.number) or Pick.ONE is not merge_of(graph, node.number)
    }
    entries = [entry for entry in graph.entered_by if graph.nodes[entry].region is not None]
    roots = [0, *(entry for entry in entries if graph.is_reachable(entry))]
    return [root for root in roots if graph.nodes[root].region in branching]


def _games(net: Net, budget: int) -> Iterator[Game]:
    """All games; where there are too many, those the budget allows and a few played to their end."""
    if _holds(net, Pick.ALL):
        game = play(net, budget)
        yield game
        if not game.complete:
            yield play(net, min(budget, _FEW), deep=True)


def _holds(net: Net, pick: Pick) -> bool:
    return any(pick in (block.merging, block.splitting) for block in net.blocks.values())


def _entangled(net: Net) -> set[int]:
    """The nodes at which the blocks that are left wait for, or start, several branches."""
    found = set()
    for block in net.blocks.values():
        if block.merging is not Pick.ONE:
            found.add(net.places[next(iter(block.ins))].head)
        if block.splitting is not Pick.ONE:
            found.add(net.places[next(iter(block.outs))].tail)
    return found


def _deadlocks(graph: JourneyGraph, game: Game) -> Iterator[Deadlock]:
    for stuck in stuck_joins(game):
        split = missing_split(game, stuck)
        node = stuck.node
        if split is None:
            split = graph.nodes[node].match
        yield Deadlock(node, split, graph.trail_to(node))


def _unsynchronised(graph: JourneyGraph, game: Game) -> Iterator[Unsynchronised]:
    """The first for each fork: what lies behind it only runs twice because of it."""
    blamed: set[int | None] = set()
    for state, firing in game.clashes:
        split = forking_of(game, state, firing)
        if split not in blamed:
            blamed.add(split)
            taken = next(place for place, bit in game.bit_of.items() if firing.takes >> bit & 1)
            node = game.net.places[taken].head
            yield Unsynchronised(node, split, graph.trail_to(node))
