"""A journey -> all its things of one kind, in source order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from journeyaudit.model.flow import Node, NodeKind
from journeyaudit.model.trouble import Mistake, Remedy
from journeyaudit.rulebook.language.thing import Thing

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_WAITS = (NodeKind.WAIT, NodeKind.WAIT_FOR)
_NO_PLACES = (NodeKind.START, NodeKind.JOIN, NodeKind.FORK, NodeKind.LOOP)


def _places(look: Look) -> Iterator[Thing]:
    for node in look.journey.nodes:
        if is_a_place(node):
            yield _place("place", look, node)


def is_a_place(node: Node) -> bool:
    """Somebody wrote it: not the start, and no join, fork or loop without a name."""
    return node.kind not in _NO_PLACES or bool(node.name and node.kind is not NodeKind.START)


def _place(kind: str, look: Look, node: Node) -> Thing:
    return Thing(kind, node, node.title, look.case.place_of(node), node=node.number)


def _nodes(kind: str, *kinds: NodeKind) -> Callable[[Look], Iterator[Thing]]:
    def found(look: Look) -> Iterator[Thing]:
        for node in look.journey.nodes:
            if node.kind in kinds:
                yield _place(kind, look, node)

    return found


def mistake(look: Look, found: Mistake) -> Thing:
    """A mistake as a thing."""
    del look
    return Thing("mistake", found, found.name, found.header, node=found.node, mistake=found.number)


def remedy(of: Mistake, found: Remedy) -> Thing:
    """A remedy as a thing; it stands where its mistake stands."""
    return Thing("remedy", found, found.name, found.header, node=of.node, mistake=of.number)


def _mistakes(look: Look) -> Iterator[Thing]:
    return (mistake(look, each) for each in look.journey.mistakes)


def _remedies(look: Look) -> Iterator[Thing]:
    return (remedy(each, found) for each in look.journey.mistakes for found in each.remedies)


def _attempts(look: Look) -> Iterator[Thing]:
    for each in look.journey.mistakes:
        verdict = look.verdicts.get(each.number)
        for attempt in verdict.attempts if verdict else ():
            where = attempt.step if attempt.step is not None else each.node
            found = attempt.remedy
            name = found.name if found else look.journey.nodes[where].title
            span = found.header if found else look.case.place_of(look.journey.nodes[where])
            yield Thing("attempt", attempt, name, span, node=where, mistake=each.number)


def _appeals(look: Look) -> Iterator[Thing]:
    for appeal in look.journey.appeals:
        found = appeal.remedy
        yield Thing("appeal", found, found.name, found.header, node=appeal.node)


def _messages(look: Look) -> Iterator[Thing]:
    for node in look.journey.nodes:
        for message in node.notifications:
            yield Thing("message", message, message.name, message.span, node=node.number)


def _escalations(look: Look) -> Iterator[Thing]:
    for node in look.journey.nodes:
        for each in node.escalations:
            yield Thing("escalation", each, each.name, each.span, node=node.number)


def _hand_overs(look: Look) -> Iterator[Thing]:
    for node in look.journey.nodes:
        for key in node.hands_over_to:
            name = f"{node.title} to {look.actor(key).name}"
            yield Thing("hand-over", (node, key), name, look.case.place_of(node), node=node.number)


def _actors(look: Look) -> Iterator[Thing]:
    return (look.actor(key) for key in look.actor_keys)


def _channels(look: Look) -> Iterator[Thing]:
    return (look.channel(key) for key in look.channel_keys if key in look.service.channels)


def _rights(look: Look) -> Iterator[Thing]:
    for key in look.actor_keys:
        for right in look.service.actors[key].rights or ():
            yield Thing("right", right, f"{right.name} of {look.actor(key).name}", right.span)


def _interrupts(look: Look) -> Iterator[Thing]:
    for each in look.journey.interrupts:
        yield Thing("interrupt", each, each.name, each.span, node=each.entry)


def _loops(look: Look) -> Iterator[Thing]:
    graph, rank = look.graph, look.graph.reach.rank
    for component in graph.components:
        first = component[0]
        circles = len(component) > 1 or first in graph.successors[first]
        reached = [node for node in component if rank[node] >= 0]
        if circles and reached:
            entry = look.nearest_named(min(reached, key=rank.__getitem__))
            yield Thing("loop", component, entry.title, look.case.place_of(entry), node=entry.number)


def _traps(look: Look) -> Iterator[Thing]:
    for region in look.graph.trap_regions():
        entry = look.nearest_named(region.entry)
        span = (region.door.span if region.door else None) or look.case.place_of(entry)
        yield Thing("trap", region, entry.title, span, node=region.entry)


def _unreachable_parts(look: Look) -> Iterator[Thing]:
    return (_in_flow("unreachable part", look, part, part.node) for part in look.graph.unreachable())


def _deadlocks(look: Look) -> Iterator[Thing]:
    return (_in_flow("deadlock", look, each, each.node) for each in look.graph.deadlocks())


def _double_runs(look: Look) -> Iterator[Thing]:
    return (_in_flow("double run", look, each, each.node) for each in look.graph.unsynchronised())


def _in_flow(kind: str, look: Look, found: object, number: int) -> Thing:
    node = look.nearest_named(number)
    return Thing(kind, found, node.title, look.case.place_of(node), node=number)


def _practices(look: Look) -> Iterator[Thing]:
    return (Thing("practice", each, each.name, each.span, each.at) for each in look.journey.practices)


def _stories(look: Look) -> Iterator[Thing]:
    mistakes = {each.number: each for each in look.journey.mistakes}
    for each in look.journey.stories:
        node = mistakes[each.mistake].node if each.mistake in mistakes else None
        yield Thing("story", each, each.name, each.span, node, each.mistake)


def _exceptions(look: Look) -> Iterator[Thing]:
    return (Thing("exception", each, each.rule, each.span) for each in look.journey.ignores)


def _feedback_points(look: Look) -> Iterator[Thing]:
    for each in look.journey.feedback_points:
        yield Thing("feedback point", each, each.name, each.span, each.node)


COLLECT: dict[str, Callable[[Look], Iterable[Thing]]] = {
    "journey": lambda look: (look.whole,),
    "place": _places,
    "step": _nodes("step", NodeKind.STEP),
    "choice": _nodes("choice", NodeKind.CHOICE),
    "wait": _nodes("wait", *_WAITS),
    "end": _nodes("end", NodeKind.END),
    "mistake": _mistakes,
    "remedy": _remedies,
    "attempt": _attempts,
    "appeal": _appeals,
    "escalation": _escalations,
    "message": _messages,
    "hand-over": _hand_overs,
    "channel": _channels,
    "actor": _actors,
    "right": _rights,
    "interrupt": _interrupts,
    "loop": _loops,
    "trap": _traps,
    "unreachable part": _unreachable_parts,
    "deadlock": _deadlocks,
    "double run": _double_runs,
    "practice": _practices,
    "story": _stories,
    "exception": _exceptions,
    "feedback point": _feedback_points,
}
