"""A graph -> findings about the flow itself: traps, joins that never come, steps nobody reaches."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.finding.words import count, listed, quoted
from journeyaudit.model.flow import Node
from journeyaudit.rulebook.case import Case
from journeyaudit.source import NOWHERE

_NAMED_AT_MOST = 4


def trap_region(case: Case) -> Iterator[Finding]:
    """One can get in and never out; several circles that lead into each other are one trap."""
    for region in case.graph.trap_regions():
        stuck = case.way(region.stuck)
        yield case.at(
            _nearest_named(case, region.entry),
            "trap-region",
            Severity.ERROR,
            f"whoever gets to {_some([quoted(label.text) for label in stuck])} never gets out again",
            "give it an exit: an end, somebody who decides, or a limit after which a human takes over",
            span=region.door.span if region.door else NOWHERE,
            label="the way in",
            labels=tuple(Label(label.span, "stuck here") for label in stuck),
            trail=case.way(region.trail),
        )


def deadlock(case: Case) -> Iterator[Finding]:
    """A join waits for a branch that never comes."""
    for found in case.graph.deadlocks():
        node = _nearest_named(case, found.node)
        yield case.at(
            node,
            "deadlock",
            Severity.ERROR,
            f"the journey can get stuck at {quoted(node.title)}, which waits for a branch that never comes",
            "wait only for branches that were really started",
            labels=_culprit(case, found.split, "only some of the ways from here are taken"),
            trail=case.way(found.trail),
        )


def lack_of_synchronisation(case: Case) -> Iterator[Finding]:
    """Parallel branches go on alone, and what follows runs twice."""
    for found in case.graph.unsynchronised():
        node = _nearest_named(case, found.node)
        yield case.at(
            node,
            "lack-of-synchronisation",
            Severity.ERROR,
            f"{quoted(node.title)} can run twice: parallel branches are not brought together before it",
            "bring the branches together first: a choice with `pick: all`",
            labels=_culprit(case, found.split, "the branches start here"),
            trail=case.way(found.trail),
        )


def unreachable_step(case: Case) -> Iterator[Finding]:
    """Nobody ever gets there."""
    if case.unfinished:
        return
    for lost in case.graph.unreachable():
        node = _nearest_named(case, lost.node)
        behind = f" (and {count(lost.behind, 'place')} behind it)" if lost.behind else ""
        title = f"nobody ever gets to {quoted(node.title)}{behind}"
        yield case.at(node, "unreachable-step", Severity.WARNING, title, "lead a way there, or remove it")


def endless_wait(case: Case) -> Iterator[Finding]:
    """A wait without a word about what happens when nothing comes."""
    for number in case.graph.endless_waits():
        node = case.journey.nodes[number]
        title = f"{quoted(node.title)} has no limit: nothing says what happens when it never comes"
        yield case.at(
            node, "endless-wait", Severity.WARNING, title, "say how long, and what then: `after 14 days`"
        )


def _culprit(case: Case, split: int | None, text: str) -> tuple[Label, ...]:
    return tuple(Label(label.span, text) for label in case.way(() if split is None else (split,)))


def _some(names: list[str]) -> str:
    if len(names) <= _NAMED_AT_MOST:
        return listed(names) or "this place"
    return f"{', '.join(names[:_NAMED_AT_MOST])} and {count(len(names) - _NAMED_AT_MOST, 'other place')}"


def _nearest_named(case: Case, number: int) -> Node:
    """The node itself, or for one that nobody wrote the last written one before it."""
    for at in range(number, -1, -1):
        node = case.journey.nodes[at]
        if node.name:
            return node
    return case.journey.nodes[number]
