"""An interrupt -> the nodes of the main flow during which it may be started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.model.flow import Interrupt, NodeKind

if TYPE_CHECKING:
    from journeyaudit.graph.journey_graph import JourneyGraph


def begin_of(graph: JourneyGraph, interrupt: Interrupt) -> int | None:
    """Where its stretch begins; None if it has no stretch at all."""
    begins = 0 if interrupt.begins is None else interrupt.begins
    in_main_flow = graph.nodes[begins].region is None
    return begins if in_main_flow and begins != interrupt.ends else None


def newly_covered(graph: JourneyGraph, interrupt: Interrupt, seen: set[int]) -> list[int]:
    """Nodes of the stretch that are not in ``seen`` yet; they are put there.

    Interrupts with the same end may share ``seen``: whatever lies behind a seen node is seen.
    """
    begins = begin_of(graph, interrupt)
    if begins is None or begins in seen:
        return []
    seen.add(begins)
    found = [begins]
    for node in found:
        for target in graph.successors[node]:
            if target not in seen and target != interrupt.ends and graph.nodes[target].region is None:
                seen.add(target)
                found.append(target)
    return found


def entries_at(graph: JourneyGraph) -> dict[int, tuple[int, ...]]:
    """First node of a stretch -> first nodes of the interrupts that may begin there."""
    entries: dict[int, list[int]] = {}
    for interrupt in graph.journey.interrupts:
        begins = begin_of(graph, interrupt)
        if begins is not None and interrupt.entry is not None:
            entries.setdefault(begins, []).append(interrupt.entry)
    return {begins: tuple(nodes) for begins, nodes in entries.items()}


def entered_by(graph: JourneyGraph) -> dict[int, tuple[Interrupt, ...]]:
    """First node of a body -> the interrupts that it belongs to."""
    found: dict[int, list[Interrupt]] = {}
    for interrupt in graph.journey.interrupts:
        if interrupt.entry is not None:
            found.setdefault(interrupt.entry, []).append(interrupt)
    return {entry: tuple(interrupts) for entry, interrupts in found.items()}


def falls_off(graph: JourneyGraph, node: int) -> bool:
    """Is the body of an interrupt over here, so that the main flow goes on?"""
    return (
        not graph.successors[node]
        and graph.nodes[node].region is not None
        and graph.nodes[node].kind is not NodeKind.END
    )


def returns_at(graph: JourneyGraph) -> dict[int, tuple[int, ...]]:
    """First node of a stretch -> the nodes from which its interrupts return to the main flow."""
    begins = {interrupt.number: begin_of(graph, interrupt) for interrupt in graph.journey.interrupts}
    returns: dict[int, list[int]] = {}
    for node in graph.nodes:
        if node.region is not None and falls_off(graph, node.number):
            begin = begins[node.region]
            if begin is not None:
                returns.setdefault(begin, []).append(node.number)
    return {begin: tuple(nodes) for begin, nodes in returns.items()}
