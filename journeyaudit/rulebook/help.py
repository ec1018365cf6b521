"""A case -> where in the flow somebody human is at hand, and who of the service that is."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.model.flow import Node, Owner
from journeyaudit.model.people import ActorKind
from journeyaudit.rulebook.case import Case
from journeyaudit.verdicts.helper import answering

_NOT_HELP = (ActorKind.CUSTOMER, ActorKind.SYSTEM, ActorKind.OUTSIDE)


def nodes_with_help(case: Case) -> bytearray:
    """1 for every node at which somebody who is no machine, no outsider and not the customer is at hand,
    or where the customer may choose to turn to one.

    An actor whose kind is not stated may be human: a rule must not cry wolf.
    """
    with_help = bytearray(len(case.journey.nodes))
    for node in case.journey.nodes:
        with_help[node.number] = _may_help(case, _people_at(node))
    made_at = {mistake.number: mistake.node for mistake in case.journey.mistakes}
    corrected = [number for node in case.journey.nodes if with_help[node.number] for number in node.corrects]
    for number in corrected:
        with_help[made_at[number]] = 1
    for mistake in case.journey.mistakes:
        if _may_help(case, (key for remedy in mistake.remedies for key in remedy.by)):
            with_help[mistake.node] = 1
    for appeal in case.journey.appeals:
        if _may_help(case, appeal.remedy.by):
            with_help[appeal.node] = 1
    for interrupt in case.journey.interrupts:
        if _interrupt_helps(case, interrupt.number, interrupt.on):
            for number in case.graph.stretch(interrupt.number):
                with_help[number] = 1
    for number in _customers_choices_of_help(case, with_help):
        with_help[number] = 1
    return with_help


def _customers_choices_of_help(case: Case, with_help: bytearray) -> list[int]:
    """Forks at which the customer picks the way, and some way leads to help."""
    leads = bytearray(with_help)
    queue = [number for number, helped in enumerate(with_help) if helped]
    while queue:
        for before in case.graph.predecessors[queue.pop()]:
            if not leads[before]:
                leads[before] = 1
                queue.append(before)
    return [
        node.number
        for node in case.journey.nodes
        if node.owner is Owner.CUSTOMER and any(leads[after] for after in case.graph.successors[node.number])
    ]


def _people_at(node: Node) -> Iterable[str]:
    yield from node.by
    yield from node.together_with
    yield from node.human_review
    yield from node.hands_over_to
    for escalation in node.escalations:
        yield from escalation.to


def _interrupt_helps(case: Case, number: int, channels: Iterable[str]) -> bool:
    body = (case.journey.nodes[place] for place in case.graph.interrupt_body(number))
    inside = (key for node in body for key in _people_at(node))
    return _may_help(case, inside) or _may_help(case, people_behind(case, channels))


def people_behind(case: Case, channels: Iterable[str]) -> set[str]:
    """Keys of all actors whom somebody who uses these channels may end up with."""
    found: set[str] = set()
    queue: list[str] = []
    for key in channels:
        if key in case.service.channels:
            queue += [actor.key for actor in answering(case.service, case.service.channels[key])]
    while queue:
        key = queue.pop()
        if key not in found and key in case.service.actors:
            found.add(key)
            actor = case.service.actors[key]
            queue += (*actor.escalates_to, *actor.hands_over_to)
    return found


def _may_help(case: Case, keys: Iterable[str]) -> bool:
    actors = case.service.actors
    return any(key not in actors or actors[key].kind not in _NOT_HELP for key in keys)
