"""Nodes of a journey -> the lane of the service blueprint they belong to."""

from __future__ import annotations

from enum import IntEnum

from journeyaudit.drawing.order import Order
from journeyaudit.model.flow import Interrupt, Node, NodeKind, Owner
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import ActorKind


class Lane(IntEnum):
    """From top to bottom."""

    CUSTOMER = 0
    MEETS = 1
    BACK = 2
    SYSTEM = 3
    THIRD = 4
    NOBODY = 5

    @property
    def title(self) -> str:
        return _TITLES[self]


_TITLES = {
    Lane.CUSTOMER: "Customer",
    Lane.MEETS: "People the customer meets",
    Lane.BACK: "People back stage",
    Lane.SYSTEM: "Systems",
    Lane.THIRD: "Third parties",
    Lane.NOBODY: "Nobody is named",
}
_OF_KIND = {
    ActorKind.CUSTOMER: Lane.CUSTOMER,
    ActorKind.SYSTEM: Lane.SYSTEM,
    ActorKind.THIRD_PARTY: Lane.THIRD,
    ActorKind.OUTSIDE: Lane.THIRD,
}
_LINES = (
    (Lane.CUSTOMER, "interaction"),
    (Lane.MEETS, "visibility"),
    (Lane.BACK, "internal interaction"),
)


def lanes(service: Service, journey: Journey, order: Order) -> tuple[Lane, ...]:
    """A lane per node. What nobody carries out (a wait, a join) stays in the lane before it."""
    found: list[Lane | None] = [_own_lane(service, node) for node in journey.nodes]
    found += [lane_of_interrupt(service, interrupt) for interrupt in journey.interrupts]
    for number in order.sequence:
        if found[number] is None:
            before = (found[earlier] for earlier in order.before[number])
            found[number] = next((lane for lane in before if lane is not None), Lane.NOBODY)
    return tuple(Lane.NOBODY if lane is None else lane for lane in found[: len(journey.nodes)])


def lane_of_interrupt(service: Service, interrupt: Interrupt) -> Lane:
    lane = _lane_of_people(service, interrupt.by, invisible=False)
    return Lane.CUSTOMER if lane is None else lane


def line_below(lane: Lane, following: Lane) -> str:
    """The names of the blueprint's lines between two lanes that stand below each other."""
    names = [name for above, name in _LINES if lane <= above < following and following is not Lane.NOBODY]
    if len(names) < 2:
        return f"line of {names[0]}" if names else ""
    return f"lines of {', '.join(names[:-1])} and {names[-1]}"


def _own_lane(service: Service, node: Node) -> Lane | None:
    if node.kind in (NodeKind.START, NodeKind.END):
        return Lane.CUSTOMER
    if node.kind is NodeKind.CHOICE and node.owner is Owner.CUSTOMER:
        return Lane.CUSTOMER
    stated = _lane_of_people(service, node.by, node.invisible)
    if stated is None and node.kind is NodeKind.STEP:
        return Lane.NOBODY
    return stated


def _lane_of_people(service: Service, keys: tuple[str, ...], invisible: bool) -> Lane | None:
    kinds = [service.actors[key].kind for key in keys if key in service.actors]
    for kind in kinds:
        if kind is ActorKind.HUMAN:
            return Lane.BACK if invisible else Lane.MEETS
        if kind is not None:
            return _OF_KIND[kind]
    return None
