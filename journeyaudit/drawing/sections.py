"""A journey too large for one picture -> its sections, and the boxes of one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from journeyaudit.drawing.bands import sign
from journeyaudit.drawing.order import order
from journeyaudit.drawing.parts import Box, Link, Parts
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Interrupt, NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.names import fold

LARGE = 150
"""Journeys of more places than this are drawn as an overview and a picture for each section."""
_MOST = 80
"""A section has at most so many places."""


_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Section:
    """A phase, or a part of one; ``nodes`` are node numbers in order. ``number`` 0: there are no others."""

    number: int
    name: str
    nodes: tuple[int, ...]


def sections(journey: Journey) -> tuple[Section, ...]:
    """The outermost phases in source order; what stands in none, and phases too long, in even parts."""
    groups: dict[str, list[int]] = {}
    for node in _in_order(journey):
        phase = _phase(journey, node)
        groups.setdefault(phase, []).append(node)
    found: list[Section] = []
    for name, nodes in groups.items():
        parts = -(-len(nodes) // _MOST)
        size = -(-len(nodes) // parts)
        for part in range(parts):
            title = name or "Outside the phases" if len(groups) > 1 else name or journey.name
            title = f"{title}, part {part + 1} of {parts}" if parts > 1 else title
            found.append(Section(len(found) + 1, title, tuple(nodes[part * size : (part + 1) * size])))
    return tuple(found)


def neighbourhood(graph: JourneyGraph, trail: Sequence[int]) -> Section:
    """The last places of a trail, and what lies right before and behind them."""
    near = dict.fromkeys(trail[-_MOST // 2 :])
    for node in tuple(near):
        near.update(dict.fromkeys((*graph.predecessors[node], *graph.successors[node])))
    return Section(0, "around the trouble", tuple(near)[:_MOST])


def file_of(picture: str, section: Section) -> str:
    """``order.svg`` -> ``order-2-packing.svg``: the picture of a section beside that of the whole."""
    stem, dot, ending = picture.rpartition(".")
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in fold(section.name))
    name = "-".join(words.split())[:_LONGEST_NAME].strip("-")
    return "-".join(part for part in (stem if dot else picture, str(section.number), name) if part) + (
        f".{ending}" if dot else ""
    )


def ways_between(journey: Journey, found: Collection[Section]) -> Counter[tuple[int, int]]:
    """How many moves lead from one section to another, by their numbers."""
    home = {node: section.number for section in found for node in section.nodes}
    pairs = ((home[move.source], home[move.target]) for move in journey.moves)
    return Counter((source, target) for source, target in pairs if source != target)


def cut_out(parts: Parts, journey: Journey, nodes: Collection[int]) -> Parts:
    """The boxes of some nodes with their notes and interrupts; signs stand where arrows lead elsewhere."""
    inside = _inside(parts, journey, frozenset(nodes))
    first = min((box.column for box in inside.values()), default=0)
    by_id = {box.id: box for box in parts.boxes}
    boxes = {id_: replace(box, column=box.column - first + 1) for id_, box in inside.items()}
    links: list[Link] = []
    signs: dict[str, Box] = {}
    for link in parts.links:
        if link.tail in inside and link.head in inside:
            links.append(link)
        elif link.tail in inside:
            tail = boxes[link.tail]
            out = sign(f"o_{link.head}", "elsewhere", "goes on at", by_id[link.head], tail, tail.column + 1)
            known = signs.setdefault(out.id, out)
            signs[out.id] = replace(known, column=max(known.column, out.column))
            links.append(replace(link, head=out.id))
        elif link.head in inside:
            entry = sign(f"e_{link.tail}", "from-elsewhere", "coming from", by_id[link.tail],
                         boxes[link.head], boxes[link.head].column - 1)  # fmt: skip
            known = signs.setdefault(entry.id, entry)
            signs[entry.id] = replace(known, column=min(known.column, entry.column))
            links.append(replace(link, tail=entry.id))
    return Parts((*boxes.values(), *signs.values()), tuple(dict.fromkeys(links)))


def _in_order(journey: Journey) -> Iterator[int]:
    """With phases in source order; else as the flow goes, so that a part holds together."""
    count = len(journey.nodes)
    if any(node.phases for node in journey.nodes):
        yield from range(count)
    else:
        yield from (number for number in order(journey).sequence if number < count)


def _phase(journey: Journey, number: int) -> str:
    node = journey.nodes[number]
    if node.kind is NodeKind.START:
        return next((other.phases[0] for other in journey.nodes if other.phases), "")
    if node.phases or node.region is None:
        return node.phases[0] if node.phases else ""
    begins = journey.interrupts[node.region].begins
    return "" if begins is None else next(iter(journey.nodes[begins].phases), "")


def _inside(parts: Parts, journey: Journey, nodes: frozenset[int]) -> dict[str, Box]:
    found: dict[str, Box] = {}
    for box in parts.boxes:
        hangs = box.hangs_on in found
        interrupt = box.look == "interrupt" and _home(journey.interrupts[int(box.id[1:])]) in nodes
        if hangs or interrupt or box.node in nodes:
            found[box.id] = box
    return found


def _home(interrupt: Interrupt) -> int:
    return next((node for node in (interrupt.entry, interrupt.begins) if node is not None), 0)
