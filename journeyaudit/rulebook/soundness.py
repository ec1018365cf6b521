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
        stuck = [case.journey.nodes[number] for number in region.stuck]
        names = [quoted(node.title) for node in stuck if node.name]
        entry = _nearest_named(case, region.entry)
        yield Finding(
            rule="trap-region",
            severity=Severity.ERROR,
            title=f"whoever gets to {_some(names)} never gets out again",
            span=(region.door.span if region.door else NOWHERE) or case.place_of(entry),
            label="the way in",
            journey=case.journey.name,
            subject=entry.title,
            labels=tuple(Label(case.place_of(node), "stuck here") for node in stuck if node.name),
            trail=_trail(case, region.trail),
            help="give it an exit: an end, somebody who decides, or a limit after which a human takes over",
        )


def deadlock(case: Case) -> Iterator[Finding]:
    """A join waits for a branch that never comes."""
    for found in case.graph.deadlocks():
        node = _nearest_named(case, found.node)
        culprit = case.journey.nodes[found.split] if found.split is not None else None
        yield Finding(
            rule="deadlock",
            severity=Severity.ERROR,
            title=f"the journey can get stuck at {quoted(node.title)}, "
            "which waits for a branch that never comes",
            span=case.place_of(node),
            journey=case.journey.name,
            subject=node.title,
            labels=(Label(case.place_of(culprit), "only some of the ways from here are taken"),)
            if culprit and culprit.name
            else (),
            trail=_trail(case, found.trail),
            help="wait only for branches that were really started",
        )


def lack_of_synchronisation(case: Case) -> Iterator[Finding]:
    """Parallel branches go on alone, and what follows runs twice."""
    for found in case.graph.unsynchronised():
        node = _nearest_named(case, found.node)
        culprit = case.journey.nodes[found.split] if found.split is not None else None
        yield Finding(
            rule="lack-of-synchronisation",
            severity=Severity.ERROR,
            title=f"{quoted(node.title)} can run twice: parallel branches are not brought together before it",
            span=case.place_of(node),
            journey=case.journey.name,
            subject=node.title,
            labels=(Label(case.place_of(culprit), "the branches start here"),)
            if culprit and culprit.name
            else (),
            trail=_trail(case, found.trail),
            help="bring the branches together first: a choice with `pick: all`",
        )


def unreachable_step(case: Case) -> Iterator[Finding]:
    """Nobody ever gets there."""
    if case.journey.partial or case.journey.broken:
        return
    for lost in case.graph.unreachable():
        node = _nearest_named(case, lost.node)
        behind = f" (and {count(lost.behind, 'place')} behind it)" if lost.behind else ""
        yield Finding(
            rule="unreachable-step",
            severity=Severity.WARNING,
            title=f"nobody ever gets to {quoted(node.title)}{behind}",
            span=case.place_of(node),
            journey=case.journey.name,
            subject=node.title,
            help="lead a way there, or remove it",
        )


def endless_wait(case: Case) -> Iterator[Finding]:
    """A wait without a word about what happens when nothing comes."""
    for number in case.graph.endless_waits():
        node = case.journey.nodes[number]
        yield Finding(
            rule="endless-wait",
            severity=Severity.WARNING,
            title=f"{quoted(node.title)} has no limit: nothing says what happens when it never comes",
            span=case.place_of(node),
            journey=case.journey.name,
            subject=node.title,
            help="say how long, and what then: `after 14 days`",
        )


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


def _trail(case: Case, numbers: tuple[int, ...]) -> tuple[Label, ...]:
    nodes = (case.journey.nodes[number] for number in numbers)
    return tuple(Label(case.place_of(node), node.title) for node in nodes if node.name)
