"""A journey -> its mistake coverage: at how many of the places that matter mistakes were thought of."""

from __future__ import annotations

from journeyaudit.model.flow import Node
from journeyaudit.model.journey import Journey


def mistake_coverage(journey: Journey) -> float | None:
    """A share from 0 to 1 (docs/meaning.md, section 8); None where there is no such place.

    The places: steps of the customer, automated decisions, hand-overs, and steps with messages.
    """
    with_mistake = {mistake.node for mistake in journey.mistakes}
    places = [node for node in journey.nodes if _can_go_wrong(node, journey)]
    if not places:
        return None
    thought_of = sum(node.number in with_mistake or _excused(node) for node in places)
    return thought_of / len(places)


def _can_go_wrong(node: Node, journey: Journey) -> bool:
    of_customer = bool(journey.customer) and journey.customer in node.by
    return of_customer or node.automated or bool(node.hands_over_to) or bool(node.notifications)


def _excused(node: Node) -> bool:
    messages = node.notifications
    return bool(node.no_mistake_possible) or (
        bool(messages) and all(message.no_mistake_possible for message in messages)
    )
