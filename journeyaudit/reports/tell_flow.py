"""The flat flow of a journey -> lines in reading order, the ways of a choice indented below it.

How deep something stands is read off the places in the text: what lies inside a branch stands
between its header and the next one. Nothing here recurses, however deep a journey nests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind, Pick
from journeyaudit.model.journey import Journey
from journeyaudit.reports.tell_names import Names
from journeyaudit.reports.tell_places import arm_words, place_sentences

_ARMS = (MoveKind.BRANCH, MoveKind.LATE, MoveKind.FAILS)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the telling, so many steps to the right."""

    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class _Event:
    """Something to be told at offset ``at``; what follows up to offset ``end`` stands inside it."""

    at: int
    end: int
    node: Node
    move: Move | None = None


def flow_lines(journey: Journey, region: int | None, names: Names) -> Iterator[Line]:
    """The flow of an interrupt's body, or of the main flow when ``region`` is None."""
    ways = _ways_out(journey)
    nodes = [node for node in journey.nodes if node.region == region and node.kind is not NodeKind.START]
    if journey.wired or not all(node.header for node in nodes if node.kind is not NodeKind.JOIN):
        yield from _one_by_one(nodes, ways, names)
        return
    around: list[tuple[int, int]] = []
    phases: tuple[str, ...] = ()
    for event in sorted(_events(nodes, ways), key=lambda event: event.at):
        while around and around[-1][0] <= event.at:
            around.pop()
        if event.move is None and event.node.phases != phases and region is None:
            phases = event.node.phases
            yield from _phase(phases)
        depth = around[-1][1] if around else 0
        if event.move is not None and event.move.kind in _ARMS:
            depth += 1
        yield _told(event, depth, names)
        if event.end > event.at:
            around.append((event.end, depth + 1))


def _phase(phases: tuple[str, ...]) -> Iterator[Line]:
    if phases:
        yield Line(0, "")
        yield Line(0, f"{' / '.join(phases)}:")


def _ways_out(journey: Journey) -> list[list[Move]]:
    ways: list[list[Move]] = [[] for _ in journey.nodes]
    for move in journey.moves:
        ways[move.source].append(move)
    return ways


def _events(nodes: list[Node], ways: list[list[Move]]) -> Iterator[_Event]:
    for node in nodes:
        if node.kind is NodeKind.JOIN:
            continue
        body_end = node.span.end if node.kind is NodeKind.LOOP else node.header.start
        yield _Event(node.header.start, body_end, node)
        arms = sorted(
            (move for move in ways[node.number] if move.kind in _ARMS and move.span),
            key=lambda move: move.span.start,
        )
        for number, arm in enumerate(arms, 1):
            end = arms[number].span.start if number < len(arms) else max(node.span.end, node.header.end)
            yield _Event(arm.span.start, end, node, arm)
    yield from _jumps(nodes, ways)


def _jumps(nodes: list[Node], ways: list[list[Move]]) -> Iterator[_Event]:
    """Each ``go to`` once, however many ways come together in it."""
    jumps = {
        move.span.start: _Event(move.span.start, move.span.start, node, move)
        for node in nodes
        for move in ways[node.number]
        if move.kind is MoveKind.GO_TO and move.span
    }
    yield from jumps.values()


def _told(event: _Event, depth: int, names: Names) -> Line:
    move = event.move
    if move is None:
        return Line(depth, " ".join(place_sentences(event.node, names)))
    if move.kind is MoveKind.GO_TO:
        return Line(depth, f"Then it goes on at {names.place(move.target)}.")
    return Line(depth, f"{arm_words(move, event.node)}{_where_to(event, move, names)}")


def _where_to(event: _Event, move: Move, names: Names) -> str:
    """Said of a branch in which nothing stands: where the journey goes on from there."""
    target = names.journey.nodes[move.target]
    if target.header and event.at < target.header.start < event.end:
        return ":"
    if target.kind is NodeKind.JOIN or (target.header and target.header.start >= event.node.span.end):
        return ", it simply goes on."
    word = "it ends at" if target.kind is NodeKind.END else "it goes on at"
    return f", {word} {names.place(target.number)}."


def _one_by_one(nodes: list[Node], ways: list[list[Move]], names: Names) -> Iterator[Line]:
    for node in nodes:
        yield Line(0, " ".join(place_sentences(node, names)))
        for number, move in enumerate(ways[node.number]):
            named = move.label or move.delay is not None or move.kind in (MoveKind.LATE, MoveKind.FAILS)
            word = arm_words(move, node) if named else _unnamed(node, number, len(ways[node.number]))
            yield Line(1, f"{word}: {names.place(move.target)}.")


def _unnamed(node: Node, number: int, of: int) -> str:
    if of == 1:
        return "Then"
    if node.split is Pick.ALL:
        return "At the same time"
    return "Or" if number else "Either"
