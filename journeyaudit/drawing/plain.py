"""A journey -> an ordinary flow graph, top to bottom, laid out by ``dot``."""

from __future__ import annotations

from journeyaudit.drawing.attributes import (
    FONT,
    arrow_attributes,
    box_attributes,
    graph_look,
    html_label,
)
from journeyaudit.drawing.links import LABEL_SIZE
from journeyaudit.drawing.parts import Box, Line, Link, Parts, Type
from journeyaudit.drawing.pointing import Pointing
from journeyaudit.model.journey import Journey

MOST_NODES = 200
"""Above this, laying out with ``dot`` takes too long: positions are computed here instead."""


def plain(parts: Parts, journey: Journey, headline: tuple[Line, ...], pointing: Pointing) -> str:
    """DOT for ``dot``: the same boxes and arrows as in the blueprint, without lanes."""
    from graphviz import Digraph

    graph = Digraph(graph_attr={**graph_look(), "rankdir": "TB", "nodesep": "0.35", "ranksep": "0.45"})
    graph.attr(label=html_label(headline, left=True), labelloc="t", labeljust="l")
    graph.attr("node", fontname=FONT, fontsize="11", fixedsize="true", margin="0")
    graph.attr("edge", fontname=FONT, fontsize=f"{LABEL_SIZE:g}", arrowsize="0.8")
    for box in parts.boxes:
        graph.node(box.id, **_sized(box), **box_attributes(box, pointing), **_numbered(box))
    for link in parts.links:
        graph.edge(link.tail, link.head, **_arrow(link))
    for number, interrupt in enumerate(journey.interrupts):
        begins = 0 if interrupt.begins is None else interrupt.begins
        graph.edge(f"n{begins}", f"i{number}", **{**arrow_attributes("pin", False), "constraint": "false"})
    for link in parts.links:
        if link.look == "pin":
            with graph.subgraph(graph_attr={"rank": "same"}) as beside:
                beside.node(link.tail)
                beside.node(link.head)
    return str(graph.source)


def _sized(box: Box) -> dict[str, str]:
    across, down = (box.height, box.width) if box.look == "fork" else (box.width, box.height)
    return {"width": f"{across / 72:.3f}", "height": f"{down / 72:.3f}"}


def _numbered(box: Box) -> dict[str, str]:
    if not box.numbers:
        return {}
    numbers = Line("\u00b7".join(map(str, box.numbers)), Type.WARNING)
    return {"xlabel": html_label([numbers], size=12.0)}


def _arrow(link: Link) -> dict[str, str]:
    attributes = arrow_attributes(link.look, link.bold)
    if link.label:
        lines = [Line(f" {line} ") for line in link.label.split("\n")]
        attributes["label"] = html_label(lines, size=LABEL_SIZE)
    return attributes
