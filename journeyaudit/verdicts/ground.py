"""A graph -> the ground that moments and games walk on: what stands inside which parallel branch and
which limited loop, and which places can no longer lead to which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from math import prod
from typing import TypeAlias

from journeyaudit.graph.components import strongly_connected
from journeyaudit.graph.journey_graph import JourneyGraph
from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind, Outcome, Pick

State: TypeAlias = tuple[int, tuple[int, ...]]
"""A node, and how often each limited loop around it was repeated (outermost first)."""

BUDGET = 40_000
"""So many places (a place in another round of a loop is another one) are looked at for one goal, on
top of the nodes of the journey."""
DEEPEST = 8
"""Limited loops nested deeper than this are too many to count."""


def exists(move: Move) -> bool:
    """A branch with a share of 0 % is never taken."""
    return move.share != 0


class Ground:
    """One journey's flow, made ready once and shared by all its mistakes."""

    def __init__(self, graph: JourneyGraph) -> None:
        self.graph = graph
        self.nodes = graph.nodes
        self.leaving = graph.leaving

    @cached_property
    def corrected_at(self) -> dict[int, list[int]]:
        """Mistake number -> the steps that put it right."""
        found: dict[int, list[int]] = {}
        for node in self.nodes:
            for mistake in node.corrects:
                found.setdefault(mistake, []).append(node.number)
        return found

    @cached_property
    def outcomes(self) -> tuple[Outcome | None, ...]:
        """Of every end of the journey."""
        return tuple(node.outcome for node in self.nodes if node.kind is NodeKind.END)

    # parallel branches

    @cached_property
    def joins(self) -> dict[int, int]:
        """Fork -> the join that waits for all its branches."""
        if self.graph.journey.wired:
            return dict(self.graph.match_forks()) if any(map(self.is_fork, self.nodes)) else {}
        return {
            node.number: node.match for node in self.nodes if self.is_fork(node) and node.match is not None
        }

    def is_fork(self, node: Node) -> bool:
        """Do all ways out of it run at once?"""
        if node.kind is NodeKind.FORK:
            return True
        return node.split is Pick.ALL and len(self.leaving[node.number]) > 1

    @cached_property
    def _branch(self) -> list[tuple[int, int] | None]:
        """(fork, branch index) of the innermost parallel branch around each node."""
        if not self.graph.journey.wired:
            return [node.branch for node in self.nodes]
        found: list[tuple[int, int] | None] = [None] * len(self.nodes)
        blocks = [(fork, self._branches_of(fork, join)) for fork, join in self.joins.items()]
        blocks.sort(key=lambda block: -sum(map(len, block[1])))
        for fork, branches in blocks:
            for index, members in enumerate(branches):
                for node in members:
                    found[node] = (fork, index)
        return found

    def _branches_of(self, fork: int, join: int) -> list[list[int]]:
        branches = []
        for move in self.leaving[fork]:
            found = [] if move.target == join else [move.target]
            seen = {join, move.target}
            for node in found:
                for target in self.graph.successors[node]:
                    if target not in seen:
                        seen.add(target)
                        found.append(target)
            branches.append(found)
        return branches

    def around(self, node: int) -> Iterator[tuple[int, int]]:
        """(fork, branch index) of the parallel branches around a node, innermost first."""
        branch = self._branch[node]
        while branch is not None and branch[0] in self.joins:
            yield branch
            branch = self._branch[branch[0]]

    @cached_property
    def inner_forks_first(self) -> list[int]:
        """Matched forks, each after those that stand inside it."""
        depth: dict[int, int] = {}
        for fork in self.joins:
            path = [fork]
            while path[-1] not in depth:
                branch = self._branch[path[-1]]
                if branch is None or branch[0] not in self.joins:
                    depth[path[-1]] = 0
                else:
                    path.append(branch[0])
            for inner, outer in zip(path[-2::-1], path[:0:-1], strict=True):
                depth[inner] = depth[outer] + 1
        return sorted(self.joins, key=lambda fork: -depth[fork])

    # loops

    @cached_property
    def loops_around(self) -> list[tuple[int, ...]]:
        """The limited loops whose body a node belongs to, outermost first."""
        around: list[tuple[int, ...]] = [()] * len(self.nodes)
        bodies = sorted((first, -loop) for loop, first in self._limited_loops())
        for first, negative in bodies:
            for node in range(first, 1 - negative):
                if len(around[node]) < DEEPEST:
                    around[node] = (*around[node], -negative)
        return around

    def _limited_loops(self) -> Iterator[tuple[int, int]]:
        """(loop, first node of its body): a body stands right before its loop."""
        for node in self.nodes:
            if self.is_limited(node):
                for move in self.leaving[node.number]:
                    if move.kind is MoveKind.AGAIN and move.target <= node.number:
                        yield node.number, move.target

    def is_limited(self, node: Node) -> bool:
        """A loop of which the text says how often it runs at most."""
        return node.kind is NodeKind.LOOP and node.times is not None

    def is_uncounted(self, node: Node) -> bool:
        """A limited loop that is nested too deep to count its rounds."""
        return self.is_limited(node) and node.number not in self.loops_around[node.number]

    @cached_property
    def has_too_many_rounds(self) -> bool:
        """Would counting every round of every limited loop take longer than it is worth?"""
        places = 0
        for around in self.loops_around:
            if around:
                places += prod(max(self.nodes[loop].times or 1, 1) for loop in around)
        return places > BUDGET

    def fresh(self, node: int) -> State:
        """At a node, with all rounds of the loops around it still ahead."""
        return node, (0,) * len(self.loops_around[node])

    def onward(self, state: State, target: int, move: Move | None = None) -> State | None:
        """Where a move leads; None where a loop has used up its rounds."""
        around = self.loops_around[target]
        if not around:
            return target, ()
        source, counts = state
        known = dict(zip(self.loops_around[source], counts, strict=True))
        if move is not None and move.kind is MoveKind.AGAIN and source in known:
            known[source] += 1
            if known[source] >= (self.nodes[source].times or 1):
                return None
        return target, tuple(known.get(loop, 0) for loop in around)

    # order

    @cached_property
    def from_start(self) -> bytearray:
        """1 for every node that the start leads to without any interrupt."""
        reached = bytearray(len(self.nodes))
        queue = [0]
        reached[0] = 1
        for node in queue:
            for target in self.graph.successors[node]:
                if not reached[target]:
                    reached[target] = 1
                    queue.append(target)
        return reached

    @cached_property
    def rank(self) -> list[int]:
        """A node leads to another one only if its rank is not lower."""
        rank = [0] * len(self.nodes)
        for place, component in enumerate(strongly_connected(self.graph.successors)):
            for node in component:
                rank[node] = place
        return rank
