"""A journey -> how long the customer is busy on the way to a good end that costs them least."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from math import inf
from typing import TYPE_CHECKING

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import NodeKind, Outcome
from journeyaudit.model.people import ActorKind
from journeyaudit.model.quantities import DAY
from journeyaudit.rulebook.language.answer import YES, Answer, any_of, together
from journeyaudit.rulebook.language.facts import reading_of
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.traits import of_kind
from journeyaudit.rulebook.language.values import NONE, Reading, Time
from journeyaudit.rulebook.language.ways import way_to
from journeyaudit.source.record import changeable

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


def at_place(look: Look, thing: Thing) -> Reading:
    """`customer effort`; else how long a step `takes` in which the customer takes part, if that is less
    than a day: nobody is busy round the clock."""
    node = thing.it
    if node.effort is not None:
        return reading_of(node.effort, thing, "customer effort")
    if node.kind is not NodeKind.STEP:
        return NONE
    people = look.actors((*node.by, *node.together_with))
    if not people:
        return Reading(missing=(thing.lacks("by"),))
    taking_part = any_of(_is_customer(look, person) for person in people)
    if taking_part.no:
        return NONE
    if not taking_part.yes:
        return Reading(missing=taking_part.missing)
    if node.takes is not None and (node.takes.working or (node.takes.high or 0) >= DAY):
        return Reading(missing=(thing.lacks("customer effort"),))
    return reading_of(node.takes, thing, "takes")


def _is_customer(look: Look, person: Thing) -> Answer:
    if look.journey.customer and getattr(person.it, "key", person.it) == look.journey.customer:
        return YES
    return of_kind(person, ActorKind.CUSTOMER)


def to_a_good_end(look: Look, thing: Thing) -> Reading:
    """Added up over the main flow; none if no way leads to a good end. Unknown where the text leaves
    open how long it is, and then at least its lower bound is known."""
    del thing
    if "customer time" not in look.kept:
        look.kept["customer time"] = _added_up(look)
    found: Reading = look.kept["customer time"]
    return found


def _added_up(look: Look) -> Reading:
    told = {place.node: at_place(look, place) for place in look.things("place").things}
    graph = look.graph
    least = _Cheapest(graph, [_bound(told.get(node), 0) for node in range(len(graph.nodes))])
    most = _Cheapest(graph, [_bound(told.get(node), 1) for node in range(len(graph.nodes))])
    low, way = least.to_a_good_end()
    if not way:
        return NONE
    high, _ = most.to_a_good_end()
    if high < inf:
        return Reading(Time(low, high))
    on_the_way = (told[node] for node in _inside(graph, way) if node in told)
    missing = together(fact for reading in on_the_way for fact in reading.missing)
    return Reading(missing=missing or (look.whole.lacks("takes"),), half=(low, None, False))


def _bound(reading: Reading | None, end: int) -> float:
    """The shortest (0) or the longest (1) that a reading allows, in minutes."""
    if reading is None or reading.none:
        return 0.0
    if isinstance(reading.value, Time):
        time = reading.value.minutes()
        return (time.low, time.high)[end]
    stated = reading.half[end] if reading.half else None
    working = bool(reading.half and reading.half[2])
    if stated is None:
        return (0.0, inf)[end]
    time = Time(float(stated), float(stated), working).minutes()
    return (time.low, time.high)[end]


def _inside(graph: JourneyGraph, way: Iterable[int]) -> Iterable[int]:
    """The places of a way, and for a block of parallel branches all that stands in it."""
    for node in way:
        match = graph.nodes[node].match
        forks = graph.nodes[node].kind is NodeKind.FORK and match is not None
        yield from range(node, match) if forks and match is not None else (node,)


@changeable
class _Cheapest:
    """Searches for the way that costs least, with ``cost`` in minutes per place, all at least 0.

    Of the branches of an ``in parallel`` all are done; of parallel branches in wiring only the one that
    costs least counts.
    """

    graph: JourneyGraph
    cost: Sequence[float]

    def to_a_good_end(self) -> tuple[float, tuple[int, ...]]:
        """The cost, and the places; infinite and () if there is no way at all."""
        nodes = self.graph.nodes
        across: dict[int, float] = {}
        for node in reversed(nodes):
            if node.kind is NodeKind.FORK and node.match is not None:
                across[node.number] = sum(
                    self._through(first, node.match, across) for first in self.graph.successors[node.number]
                )
        return self._search(0, lambda node: nodes[node].outcome is Outcome.GOOD, across)

    def _through(self, first: int, join: int, across: dict[int, float]) -> float:
        """One branch of a block, to its join or to where it ends."""
        if first == join:
            return 0.0
        nodes = self.graph.nodes

        def arrived(node: int) -> bool:
            return node == join or nodes[node].kind is NodeKind.END

        cost, _ = self._search(first, arrived, across)
        return cost

    def _search(
        self, first: int, arrived: Callable[[int], bool], across: dict[int, float]
    ) -> tuple[float, tuple[int, ...]]:
        nodes, branch = self.graph.nodes, self.graph.nodes[first].branch
        came_from = {first: -1}
        far = {first: self.cost[first]}
        queue = [(far[first], first)]
        while queue:
            distance, here = heappop(queue)
            if distance > far[here]:
                continue
            if arrived(here):
                return distance, way_to(here, came_from)
            for target in self._onward(here, across):
                then = distance + across.get(here, 0.0) + self.cost[target]
                if (nodes[target].branch == branch or arrived(target)) and then < far.get(target, inf):
                    far[target] = then
                    came_from[target] = here
                    heappush(queue, (then, target))
        return inf, ()

    def _onward(self, node: int, across: dict[int, float]) -> Iterable[int]:
        """The next places; of a fork whose block has been added up, its join."""
        join = self.graph.nodes[node].match
        return (join,) if node in across and join is not None else self.graph.successors[node]
