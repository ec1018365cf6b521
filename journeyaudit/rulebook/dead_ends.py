"""Bad and undeclared ends that are reached without any human who could help on the way."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import quoted
from journeyaudit.model.flow import Node, Outcome
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.help import nodes_with_help, some_human_is_reachable


def dead_end(case: Case) -> Iterator[Finding]:
    """The journey stops badly, and nobody human was ever at hand."""
    if case.unfinished:
        return
    came_from = _helpless_ways(case)
    stops = set(case.graph.loose_ends())
    for number in sorted(came_from):
        node = case.journey.nodes[number]
        if node.outcome is Outcome.BAD or number in stops:
            yield _dead_end(case, node, _way(came_from, number))


def loose_end(case: Case) -> Iterator[Finding]:
    """The flow just stops at a place that is no end."""
    if case.unfinished:
        return
    for number in case.graph.loose_ends():
        node = case.journey.nodes[number]
        yield case.at(
            node,
            "loose-end",
            Severity.WARNING,
            f"the journey stops at {quoted(node.title)}, which is not an end",
            "write what follows, or say how it ended: `end good: ...`, `end bad: ...`",
        )


def no_human_reachable(case: Case) -> Iterator[Finding]:
    """Nobody human on any channel, in any step, in any remedy."""
    journey = case.journey
    if case.unfinished or some_human_is_reachable(case) is not False:
        return
    yield Finding(
        rule="no-human-reachable",
        severity=Severity.ERROR,
        title=f"no human can be reached in {quoted(journey.name)}",
        span=journey.header,
        journey=journey.name,
        subject=journey.name,
        help="name a role, the channel on which it is reached, and what it may do",
    )


def _dead_end(case: Case, node: Node, way: list[int]) -> Finding:
    how = "stops" if node.outcome is None else "ends badly"
    trail = case.way(way)
    return case.at(
        node,
        "dead-end",
        Severity.ERROR,
        f"the journey {how} at {quoted(node.title)}, and nobody who could help is described",
        "put somebody on the way who may change it, or give the customer a way to them: "
        "a remedy, an appeal, an interrupt",
        label="no human on any way to here" if len(trail) > 1 else "",
        trail=trail,
    )


def _helpless_ways(case: Case) -> dict[int, int]:
    """Nodes that can be reached without meeting help -> the node before; breadth first."""
    with_help = nodes_with_help(case)
    if with_help[0]:
        return {}
    came_from = {0: -1}
    queue = [0]
    for number in queue:
        onward = (*case.graph.successors[number], *case.graph.entries_at.get(number, ()))
        for target in onward:
            if target not in came_from and not with_help[target]:
                came_from[target] = number
                queue.append(target)
    return came_from


def _way(came_from: dict[int, int], number: int) -> list[int]:
    way = []
    while number >= 0:
        way.append(number)
        number = came_from[number]
    return way[::-1]
