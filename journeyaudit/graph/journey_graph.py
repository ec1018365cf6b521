"""The map of one journey: a vocabulary of questions, each answered once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from journeyaudit.graph import gaps, stretches, traps, ways
from journeyaudit.graph.as_networkx import as_networkx
from journeyaudit.graph.components import strongly_connected
from journeyaudit.graph.no_return import next_points_of_no_return
from journeyaudit.graph.outcomes import outcomes_of
from journeyaudit.graph.reach import Reach, reach_of
from journeyaudit.graph.soundness import Deadlock, Soundness, Unsynchronised, soundness_of
from journeyaudit.model.flow import Interrupt, Move, Node, Outcome
from journeyaudit.model.journey import Journey
from journeyaudit.source.record import record

if TYPE_CHECKING:
    import networkx


@record
class JourneyGraph:
    """A journey as a directed graph; made by ``from_journey``, never changed.

    Places are node numbers (``Journey.nodes[number]``), answers are tuples in source order unless a
    question says otherwise. ``leaving``, ``arriving``, ``successors`` and ``predecessors`` are indexed
    by node number and keep the order of ``Journey.moves``; a node that two moves lead to stands twice
    in ``successors``. An interrupt is no move: questions say whether they look into interrupts.
    A node number or interrupt number that the journey does not have raises ``LookupError``.
    """

    journey: Journey
    nodes: tuple[Node, ...]
    leaving: tuple[tuple[Move, ...], ...]
    arriving: tuple[tuple[Move, ...], ...]
    successors: tuple[tuple[int, ...], ...]
    predecessors: tuple[tuple[int, ...], ...]

    # it is as large as the journey, and equal to itself only
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    # parts

    def moves_from(self, node: int) -> tuple[Move, ...]:
        return self.leaving[node]

    def moves_to(self, node: int) -> tuple[Move, ...]:
        return self.arriving[node]

    @cached_property
    def main_flow(self) -> tuple[int, ...]:
        """Nodes that stand in no interrupt."""
        return tuple(node.number for node in self.nodes if node.region is None)

    @cached_property
    def interrupts(self) -> Mapping[int, Interrupt]:
        return {interrupt.number: interrupt for interrupt in self.journey.interrupts}

    def interrupt_body(self, interrupt: int) -> tuple[int, ...]:
        """Nodes of the body of an interrupt."""
        return self._bodies[interrupt]

    def stretch(self, interrupt: int) -> tuple[int, ...]:
        """Nodes of the main flow during which the interrupt may be started: those that can be reached
        from where it begins without passing where it ends, which is not one of them."""
        known = self._stretches
        if interrupt not in known:
            known[interrupt] = tuple(sorted(stretches.newly_covered(self, self.interrupts[interrupt], set())))
        return known[interrupt]

    @cached_property
    def components(self) -> tuple[tuple[int, ...], ...]:
        """Strongly connected components over the moves: nodes that lead to each other. In the order of
        their first nodes; a node on no cycle is one of its own."""
        return tuple(sorted(tuple(sorted(component)) for component in strongly_connected(self.successors)))

    # what can be reached from the start

    def is_reachable(self, node: int) -> bool:
        """Does a way lead here from the start, through interrupts too?"""
        return self.reach.rank[node] >= 0

    @cached_property
    def reachable(self) -> tuple[int, ...]:
        """Nodes that can be reached from the start, through interrupts too."""
        return tuple(sorted(self.reach.order))

    def trail_to(self, node: int, most: int | None = None) -> tuple[int, ...]:
        """The shortest way from the start: node numbers from 0 to ``node``, () if there is none.

        Of equally short ways the first in source order. An interrupt is entered from the first node of
        its stretch. All trails share one search; a call costs no more than the length of its trail,
        or than ``most``: of a longer trail it gives the first two nodes and the last ones."""
        return self.reach.trail_to(node, most)

    @cached_property
    def reach(self) -> Reach:
        """The breadth-first search tree from the start, from which all trails are read."""
        return reach_of(self)

    # what is wrong with the flow

    @cached_property
    def _unreached(self) -> tuple[gaps.Unreached, ...]:
        return gaps.unreached(self)

    def unreachable(self) -> tuple[gaps.Unreached, ...]:
        """One for each part of the journey that nobody reaches: its first node (a cycle nobody reaches
        is one part) and how many other steps, choices and ends hang behind it. What hangs behind two
        parts is counted for the first."""
        return self._unreached

    def loose_ends(self) -> tuple[int, ...]:
        """Reachable nodes without a way on that are no ends: here the flow just stops. The body of an
        interrupt that falls off its end returns to the main flow and is none."""
        return gaps.loose_ends(self)

    @cached_property
    def _traps(self) -> tuple[traps.TrapRegion, ...]:
        return traps.trap_regions(self)

    def trap_regions(self) -> tuple[traps.TrapRegion, ...]:
        """Regions that can be reached and never left: no end, no loose end, not by interrupting either.

        Coupled cycles, and regions that only lead into each other, are one. In the body of an interrupt
        returning to the main flow counts as leaving. In the order of their trails."""
        return self._traps

    def endless_waits(self) -> tuple[int, ...]:
        """Reachable ``wait for`` nodes without any limit: no ``after``, no ``if later than``, and no
        ``takes`` with an upper bound."""
        return gaps.endless_waits(self)

    # where it ends

    def ends_reachable(self, node: int) -> frozenset[Outcome]:
        """Outcomes of the ends that can be reached from here: over moves, from the main flow also into
        interrupts whose stretch covers the way, and back from those that fall off their end."""
        return self._outcomes[node]

    def good_end_reachable(self, node: int) -> bool:
        """Can a good end be reached from here (see ``ends_reachable``)?"""
        return Outcome.GOOD in self._outcomes[node]

    @cached_property
    def _outcomes(self) -> tuple[frozenset[Outcome], ...]:
        return outcomes_of(self)

    # ways

    def first_no_return_after(self, node: int) -> int | None:
        """The point of no return that comes next over the moves, ``node`` itself excluded; of equally
        near ones the one a breadth-first search in source order meets first (docs/meaning.md,
        section 3). None: there is none ahead."""
        return self._points_ahead[node]

    @cached_property
    def _points_ahead(self) -> tuple[int | None, ...]:
        return next_points_of_no_return(self)

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """Nodes on ways over the moves from ``first`` to ``last`` that do not pass ``last`` before their
        end, both included. () if there is no way; ``first`` alone if it is ``last``."""
        return ways.between(self, first, last)

    def every_way_passes(self, start: int, end: int, via: int) -> bool:
        """Does every way over the moves from ``start`` to ``end`` pass ``via``? Also true if there is no
        such way, or if ``via`` is ``start`` or ``end``."""
        return ways.every_way_passes(self, start, end, via)

    # forks and joins

    @cached_property
    def soundness(self) -> Soundness:
        """What forks and joins do to each other (see ``Soundness``)."""
        return soundness_of(self)

    def deadlocks(self) -> tuple[Deadlock, ...]:
        """Joins that may wait for ever for a branch that never comes."""
        return self.soundness.deadlocks

    def unsynchronised(self) -> tuple[Unsynchronised, ...]:
        """Nodes that may run several times at once because branches come together without waiting."""
        return self.soundness.unsynchronised

    def match_forks(self) -> Mapping[int, int]:
        """Fork -> its join, for all blocks with a single way in and a single way out (docs/meaning.md,
        section 7). In a journey told in order these are its ``in parallel`` blocks."""
        return self.soundness.matches

    # other views

    @cached_property
    def networkx(self) -> networkx.MultiDiGraph[int]:
        """The journey as a frozen ``networkx.MultiDiGraph``, built on first use.

        Nodes are node numbers with the attributes kind, name, title, by, on, owner, outcome, region,
        no_return and automated; an edge's key is the place of its move in ``Journey.moves`` and its
        attributes are kind, label, share, delay and customer_meets. Changing it raises
        ``networkx.NetworkXError``. Interrupts are no edges."""
        return as_networkx(self)

    # where interrupts hang on the main flow

    @cached_property
    def entries_at(self) -> Mapping[int, tuple[int, ...]]:
        """First node of a stretch -> first nodes of the interrupts that may begin there."""
        return stretches.entries_at(self)

    @cached_property
    def entered_by(self) -> Mapping[int, tuple[Interrupt, ...]]:
        """First node of the body of an interrupt -> the interrupts."""
        return stretches.entered_by(self)

    @cached_property
    def returns_at(self) -> Mapping[int, tuple[int, ...]]:
        """First node of a stretch -> the nodes from which its interrupts return to the main flow."""
        return stretches.returns_at(self)

    @cached_property
    def _stretches(self) -> dict[int, tuple[int, ...]]:
        return {}

    @cached_property
    def _bodies(self) -> Mapping[int, tuple[int, ...]]:
        bodies: dict[int, list[int]] = {interrupt: [] for interrupt in self.interrupts}
        for node in self.nodes:
            if node.region is not None:
                bodies[node.region].append(node.number)
        return {interrupt: tuple(nodes) for interrupt, nodes in bodies.items()}
