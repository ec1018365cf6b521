"""Shapes and words on paper -> DOT text with pinned positions."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.drawing import palette
from journeyaudit.drawing.arrows import Arrow
from journeyaudit.drawing.attributes import (
    CHANGE_SIGNS,
    CHANGES,
    FONT,
    Points,
    arrow_attributes,
    box_attributes,
    graph_look,
    html_label,
    spline,
)
from journeyaudit.drawing.boxes import line_width, lines_height
from journeyaudit.drawing.links import LABEL_SIZE
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import Box, Line, Type
from journeyaudit.drawing.pinned import pen, pinned_source
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing

_BADGE_INSIDE = 8.0
"""How far the numbers of the trail reach into their box, beside its first words."""


class Sheet:
    """Collects what is drawn, y growing downwards from the top; ``source`` turns it all over."""

    def __init__(self, pointing: Pointing = NOWHERE_TO_POINT) -> None:
        self._pointing = pointing
        self._behind: list[tuple[str, Points]] = []
        self.prefix = ""
        """Begins the names of boxes and arrows, where two drawings share a sheet."""
        self._nodes: list[tuple[str, float, float, dict[str, str]]] = []
        self._edges: list[tuple[str, Arrow, float, float]] = []
        self.width = 0.0
        self.height = 0.0

    def area(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """A filled rectangle behind everything."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._behind.append((pen(fill, 0.5) + "P 4", corners))
        self._reach(x + width, y + height)

    def rule(self, points: Points, colour: Colour, *, thick: float = 1.0, style: str = "solid") -> None:
        """A line behind everything."""
        self._behind.append((pen(colour, thick, style) + f"L {len(points)}", points))

    def text(
        self,
        id_: str,
        x: float,
        y: float,
        lines: Sequence[Line],
        *,
        align: str = "left",
        covers: Colour | None = None,
    ) -> None:
        """Words without an outline; (x, y) is their upper left, upper right or upper middle point.

        ``covers``: lines behind the words are hidden by this colour.
        """
        width = max(map(line_width, lines)) + 4
        height = lines_height(lines)
        middle = {"left": x + width / 2, "right": x - width / 2, "middle": x}[align]
        attributes = {"shape": "plaintext", "label": html_label(lines, left=align == "left")}
        if covers is not None:
            attributes |= {"style": "filled", "fillcolor": covers.day}
        self._add(id_, middle, y + height / 2, width, height, attributes)

    def box(self, box: Box, x: float, y: float, *, prefix: str = "") -> None:
        attributes = box_attributes(box, self._pointing)
        self._add(prefix + box.id, x, y, box.width, box.height, attributes)
        if box.change:
            corner = (x + box.width / 2, y - box.height / 2)
            self.badge(f"change_{box.id}", *corner, CHANGE_SIGNS[box.change], CHANGES[box.change])
        if box.numbers:
            label = "\u00b7".join(map(str, box.numbers))
            left = x - box.width / 2 + _BADGE_INSIDE - _badge_width(label) / 2
            self.badge(f"trail_{box.id}", left, y - box.height / 2 - 2, label)

    def badge(self, id_: str, x: float, y: float, label: str, colour: Colour = palette.BADGE) -> None:
        """A number of the trail, or the sign of a change, on the corner of its box."""
        fill = {
            "fillcolor": colour.day,
            "color": colour.day,
            "fontcolor": palette.BADGE_INK.day,
        }
        look = {"shape": "box", "style": "filled,rounded", "fontsize": "10", "fontname": f"{FONT}-Bold"}
        self._add(id_, x, y, _badge_width(label), 17.0, {"label": label, **look, **fill})

    def arrow(self, arrow: Arrow, x: float, y: float) -> None:
        """An arrow of a band whose upper left corner is at (x, y)."""
        self._edges.append((self.prefix, arrow, x, y))

    def source(self) -> str:
        """The DOT text, byte for byte the same for the same drawing."""
        from graphviz import Digraph

        graph = Digraph(graph_attr=self._graph_attributes())
        graph.attr("node", fontname=FONT, fontsize="11", fixedsize="true", margin="0")
        graph.attr("edge", fontname=FONT, fontsize=f"{LABEL_SIZE:g}", arrowsize="0.8")
        for id_, x, y, attributes in self._nodes:
            graph.node(id_, pos=f"{x:.1f},{self.height - y:.1f}", **attributes)
        for prefix, arrow, x, y in self._edges:
            attributes = self._arrow_attributes(arrow, x, y)
            graph.edge(prefix + arrow.link.tail, prefix + arrow.link.head, **attributes)
        return pinned_source(graph)

    def _graph_attributes(self) -> dict[str, str]:
        background = " ".join(
            f"{prefix} " + " ".join(f"{x:.1f} {self.height - y:.1f}" for x, y in points)
            for prefix, points in self._behind
        )
        return {**graph_look(), "_background": background, "bb": f"0,0,{self.width:.1f},{self.height:.1f}"}

    def _arrow_attributes(self, arrow: Arrow, x: float, y: float) -> dict[str, str]:
        points = [(x + across, self.height - y - down) for across, down in arrow.points]
        attributes = arrow_attributes(arrow.link.look, arrow.link.bold)
        attributes["pos"] = spline(points, head=arrow.link.look != "pin")
        if arrow.label_at is not None:
            lines = [Line(line, Type.SMALL) for line in arrow.link.label.split("\n")]
            attributes["label"] = html_label(lines, size=LABEL_SIZE, colour=palette.INK)
            attributes["lp"] = f"{x + arrow.label_at[0]:.1f},{self.height - y - arrow.label_at[1]:.1f}"
        return attributes

    def _add(
        self, id_: str, x: float, y: float, width: float, height: float, attributes: dict[str, str]
    ) -> None:
        size = {"width": f"{width / 72:.3f}", "height": f"{height / 72:.3f}"}
        self._nodes.append((self.prefix + id_, x, y, {**size, **attributes}))
        self._reach(x + width / 2, y + height / 2)

    def _reach(self, x: float, y: float) -> None:
        self.width, self.height = max(self.width, x), max(self.height, y)


def _badge_width(label: str) -> float:
    return 11.0 + 6 * len(label)
