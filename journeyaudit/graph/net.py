"""A flow with forks and joins -> blocks, and places between them where tokens may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.model.flow import Move, MoveKind, NodeKind, Pick
from journeyaudit.source.record import changeable, field

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph

NOWHERE = -1


@changeable
class Place:
    """Leads from block ``source`` (-1: from none) to block ``target``. ``tail`` and ``head`` are the
    numbers of the nodes at which it leaves and arrives, whatever blocks these were folded into."""

    source: int
    target: int
    tail: int
    head: int


@changeable
class Block:
    """One node, or several folded into one. ``ins`` and ``outs`` are place numbers, kept in order."""

    merge: Pick = Pick.ONE
    split: Pick = Pick.ONE
    ins: dict[int, None] = field(default_factory=dict)
    outs: dict[int, None] = field(default_factory=dict)

    @property
    def merging(self) -> Pick:
        return self.merge if len(self.ins) > 1 else Pick.ONE

    @property
    def splitting(self) -> Pick:
        return self.split if len(self.outs) > 1 else Pick.ONE


@changeable
class Net:
    """The first token stands in place ``first``; tokens never come to places in ``unfed``."""

    blocks: dict[int, Block] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    first: int = 0
    unfed: set[int] = field(default_factory=set)
    _blocks_made: int = 0
    _places_made: int = 0

    def add_block(self, merge: Pick = Pick.ONE, split: Pick = Pick.ONE) -> int:
        number = self._blocks_made
        self._blocks_made += 1
        self.blocks[number] = Block(merge, split)
        return number

    def add_place(self, source: int, target: int, tail: int, head: int) -> int:
        number = self._places_made
        self._places_made += 1
        self.places[number] = Place(source, target, tail, head)
        if source != NOWHERE:
            self.blocks[source].outs[number] = None
        self.blocks[target].ins[number] = None
        return number


def net_of(graph: JourneyGraph, root: int) -> Net:
    """The net of the main flow (``root`` 0) or of the body of an interrupt (``root``: its first node).

    A way out of that part ends there. Detours (``if it fails``, ``if later than``) are taken instead
    of all other ways out of a node, also at a fork.
    """
    net = Net()
    inside = _inside(graph, root)
    arrival = {node: net.add_block(merge_of(graph, node)) for node in inside}
    departure = {node: _departure(graph, net, node, arrival[node]) for node in inside}
    net.first = net.add_place(NOWHERE, arrival[root], root, root)
    for node in inside:
        if merge_of(graph, node) is Pick.ONE:
            continue
        for moves in _branches_into(graph, node):
            fed = [move for move in moves if move.source in arrival]
            if len(fed) > 1:
                _gather(net, fed, departure, arrival[node])
            elif fed:
                _add_move(net, fed[0], departure, arrival[node])
            elif merge_of(graph, node) is Pick.ALL:
                net.unfed.add(net.add_place(NOWHERE, arrival[node], node, node))
    for node in inside:
        for move in graph.moves_from(node):
            if move.target not in arrival:
                _add_move(net, move, departure, net.add_block())
            elif merge_of(graph, move.target) is Pick.ONE:
                _add_move(net, move, departure, arrival[move.target])
    return net


def merge_of(graph: JourneyGraph, node: int) -> Pick:
    """How a node waits for its ways in: ``ONE`` for any, ``ALL``, or ``SEVERAL``: for all that come."""
    here = graph.nodes[node]
    if here.kind is NodeKind.JOIN and here.match is not None:
        return split_of(graph, here.match)
    if here.kind is NodeKind.END or here.merge is Pick.FIRST:
        return Pick.ONE
    return here.merge


def split_of(graph: JourneyGraph, node: int) -> Pick:
    """Which ways out are taken: ``ONE``, ``ALL`` or ``SEVERAL``. In a journey told in order the branches
    of a choice come together before anything follows, so several count as one."""
    here = graph.nodes[node]
    if here.split is Pick.SEVERAL:
        return Pick.SEVERAL if graph.journey.wired else Pick.ONE
    return Pick.ALL if here.kind is NodeKind.FORK or here.split is Pick.ALL else Pick.ONE


def _inside(graph: JourneyGraph, root: int) -> list[int]:
    seen, queue = {root}, [root]
    for node in queue:
        for target in graph.successors[node]:
            if target not in seen and graph.nodes[target].region == graph.nodes[root].region:
                seen.add(target)
                queue.append(target)
    return queue


def _is_detour(move: Move) -> bool:
    return move.kind in (MoveKind.LATE, MoveKind.FAILS)


def _departure(graph: JourneyGraph, net: Net, node: int, arrival: int) -> tuple[int, int]:
    """Blocks out of which the ordinary ways and the detours lead."""
    detours = sum(map(_is_detour, graph.moves_from(node)))
    split = split_of(graph, node)
    if split is Pick.ONE or not detours or detours == len(graph.moves_from(node)):
        net.blocks[arrival].split = Pick.ONE if detours else split
        return arrival, arrival
    ordinary = net.add_block(split=split)
    net.add_place(arrival, ordinary, node, node)
    return ordinary, arrival


def _add_move(net: Net, move: Move, departure: dict[int, tuple[int, int]], target: int) -> None:
    ordinary, detour = departure[move.source]
    net.add_place(detour if _is_detour(move) else ordinary, target, move.source, move.target)


def _gather(net: Net, moves: list[Move], departure: dict[int, tuple[int, int]], join: int) -> None:
    """Several ways out of the same branch: the join waits for one of them."""
    gathered = net.add_block()
    for move in moves:
        _add_move(net, move, departure, gathered)
    net.add_place(gathered, join, moves[0].target, moves[0].target)


def _branches_into(graph: JourneyGraph, join: int) -> list[list[Move]]:
    """The moves into a join by what it waits for: one of each list, [] for a branch that never comes.

    A wired join waits for every move, that of an ``in parallel`` for every branch.
    """
    here = graph.nodes[join]
    groups: dict[tuple[int, int], list[Move]] = {}
    for number, move in enumerate(graph.moves_to(join)):
        if graph.nodes[move.source].region == here.region:
            branch = _branch_of(graph, move.source, here.match)
            groups.setdefault((0, branch) if branch is not None else (1, number), []).append(move)
    found = list(groups.values())
    if here.match is not None:
        branches = sum(not _is_detour(move) for move in graph.moves_from(here.match))
        found.extend([] for _ in range(branches - len(found)))
    return found


def _branch_of(graph: JourneyGraph, node: int, fork: int | None) -> int | None:
    """The index of the branch of ``fork`` that a node stands in, however deep."""
    around = graph.nodes[node].branch
    while fork is not None and around is not None:
        if around[0] == fork:
            return around[1]
        around = graph.nodes[around[0]].branch
    return None
