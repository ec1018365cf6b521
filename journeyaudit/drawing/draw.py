"""A journey -> DOT text, in one of the views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from journeyaudit.drawing.assemble import assemble, headline
from journeyaudit.drawing.blueprint import blueprint
from journeyaudit.drawing.cutoffs import zones
from journeyaudit.drawing.lanes import Lane
from journeyaudit.drawing.parts import Line, Parts, Type
from journeyaudit.drawing.plain import MOST_NODES, plain
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing
from journeyaudit.drawing.sections import Section, cut_out
from journeyaudit.finding import Finding
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.verdicts.verdict import Verdict

View: TypeAlias = Literal["blueprint", "plain"]


def draw(
    service: Service,
    journey: Journey,
    graph: JourneyGraph,
    *,
    view: View = "blueprint",
    trail: Sequence[int] = (),
    finding: Finding | None = None,
    verdicts: Sequence[Verdict] = (),
    pointing: Pointing = NOWHERE_TO_POINT,
    section: Section | None = None,
) -> str:
    """DOT text, byte for byte the same for the same input.

    ``trail`` are node numbers, drawn bold and counted from 1. ``finding`` gives the headline, and its story
    numbers in step with its lines,
    ``verdicts`` the words on the notes of the mistakes. With ``pointing`` every box links to its line
    (``order.journey#L23``). ``section``: only this part of a large journey. A blueprint has all positions
    pinned and wants ``neato -n2``; so does the plain view of more than 200 nodes, which ``dot`` would not
    finish.
    """
    of_mistake = {verdict.mistake.number: verdict for verdict in verdicts}
    parts = assemble(service, journey, graph, tuple(trail), of_mistake, finding)
    title = headline(journey, finding)
    if section is not None:
        return _part(parts, journey, section, title, of_mistake, pointing, view)
    if view == "blueprint":
        return blueprint(parts, journey, title, zones(journey, of_mistake), pointing)
    if len(journey.nodes) <= MOST_NODES:
        return plain(parts, journey, title, pointing)
    return blueprint(_without_lanes(parts), journey, title, (), pointing, with_lanes=False)


def draw_parts(
    service: Service,
    journey: Journey,
    graph: JourneyGraph,
    sections: Iterable[Section],
    *,
    view: View = "blueprint",
    verdicts: Sequence[Verdict] = (),
    pointing: Pointing = NOWHERE_TO_POINT,
) -> Iterator[str]:
    """The DOT text of each section of a large journey, which is assembled once for all of them."""
    of_mistake = {verdict.mistake.number: verdict for verdict in verdicts}
    whole = assemble(service, journey, graph, (), of_mistake)
    title = headline(journey, None)
    for section in sections:
        yield _part(whole, journey, section, title, of_mistake, pointing, view)


def _part(
    whole: Parts,
    journey: Journey,
    section: Section,
    title: tuple[Line, ...],
    of_mistake: Mapping[int, Verdict],
    pointing: Pointing,
    view: View,
) -> str:
    parts = cut_out(whole, journey, section.nodes)
    numbered = f"{section.number}. {section.name}" if section.number else section.name
    title = (*title, Line(numbered, Type.NAME))
    if view == "plain":
        return blueprint(_without_lanes(parts), journey, title, (), pointing, with_lanes=False)
    return blueprint(parts, journey, title, zones(journey, of_mistake), pointing)


def _without_lanes(parts: Parts) -> Parts:
    boxes = tuple(replace(box, lane=Lane.CUSTOMER) for box in parts.boxes)
    return Parts(boxes, parts.links)
