"""A journey -> what its good way asks of the customer: effort, waiting and feelings, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Node, NodeKind, Outcome
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import ActorKind
from journeyaudit.model.quantities import Duration

_PASSED = (NodeKind.START, NodeKind.JOIN, NodeKind.FORK, NodeKind.LOOP)


@dataclass(frozen=True, slots=True)
class Place:
    """``effort``: the customer's own time here. ``waiting``: the time during which they can do nothing.
    Of a step of others that is its length, too. None: the text does not say. ``feeling``: 0 to 5, how it
    hurts."""

    node: Node
    customers: bool
    effort: Duration | None
    waits: Duration | None
    lasts: Duration | None
    feeling: float | None

    @property
    def waiting(self) -> tuple[Duration, ...]:
        found = (self.waits, None if self.customers else self.lasts)
        return tuple(each for each in found if each is not None)


def good_way(journey: Journey, graph: JourneyGraph) -> tuple[int, ...]:
    """The shortest way from the start to a good end, in node numbers; without a good end to any end; ()
    if no end is reached."""
    ends = [node for node in journey.nodes if node.kind is NodeKind.END and graph.is_reachable(node.number)]
    good = [node for node in ends if node.outcome is Outcome.GOOD]
    ways = [graph.trail_to(node.number) for node in good or ends]
    return min(ways, key=len, default=())


def places(service: Service, journey: Journey, way: tuple[int, ...]) -> tuple[Place, ...]:
    """What happens on the way, without forks, joins and the start, where nobody does anything."""
    return tuple(_places(service, journey, way))


def _places(service: Service, journey: Journey, way: tuple[int, ...]) -> Iterator[Place]:
    for number in way:
        node = journey.nodes[number]
        if node.kind in _PASSED:
            continue
        customers = any(_is_customer(service, key) for key in (*node.by, *node.together_with))
        effort = node.effort
        if effort is None and customers and node.kind is NodeKind.STEP:
            effort = node.takes
        lasts = None if node.kind is NodeKind.END else node.takes
        yield Place(node, customers, effort, node.waits, lasts, node.frustration)


def _is_customer(service: Service, key: str) -> bool:
    return key in service.actors and service.actors[key].kind is ActorKind.CUSTOMER
