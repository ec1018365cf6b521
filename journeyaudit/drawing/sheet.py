"""Shapes and words on paper -> DOT text with pinned positions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from journeyaudit.drawing import palette
from journeyaudit.drawing.arrows import Arrow
from journeyaudit.drawing.boxes import LEADING, line_width, lines_height
from journeyaudit.drawing.links import LABEL_SIZE
from journeyaudit.drawing.looks import LOOKS
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import BOLD, INKS, SIZES, Box, Line, Type
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing

PINNED = "// positions are pinned: draw it with neato -n2"
FONT = "Helvetica"
_OBJECT_NAME = re.compile(r"\\([EGHLNT])")
_SPLIT = rf'\\<font face="{FONT}">\1</font>'
_CORNER = 7.0
_HEAD = 8.0
Points = Sequence[tuple[float, float]]


class Sheet:
    """Collects what is drawn, y growing downwards from the top; ``source`` turns it all over."""

    def __init__(self, pointing: Pointing = NOWHERE_TO_POINT) -> None:
        self._pointing = pointing
        self._behind: list[tuple[str, Points]] = []
        self._nodes: list[tuple[str, float, float, dict[str, str]]] = []
        self._edges: list[tuple[Arrow, float, float]] = []
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
        covers: bool = False,
    ) -> None:
        """Words without an outline; (x, y) is their upper left, upper right or upper middle point.

        ``covers``: lines behind the words are not seen.
        """
        width = max(map(line_width, lines)) + 4
        height = lines_height(lines)
        middle = {"left": x + width / 2, "right": x - width / 2, "middle": x}[align]
        attributes = {"shape": "plaintext", "label": html_label(lines, left=align == "left")}
        if covers:
            attributes |= {"style": "filled", "fillcolor": palette.PAPER.day}
        self._add(id_, middle, y + height / 2, width, height, attributes)

    def box(self, box: Box, x: float, y: float, *, prefix: str = "") -> None:
        attributes = box_attributes(box, self._pointing)
        self._add(prefix + box.id, x, y, box.width, box.height, attributes)
        if box.numbers:
            label = "\u00b7".join(map(str, box.numbers))
            self.badge(f"trail_{box.id}", x - box.width / 2, y - box.height / 2, label)

    def badge(self, id_: str, x: float, y: float, label: str) -> None:
        """A number of the trail, on the corner of its box."""
        fill = {
            "fillcolor": palette.BADGE.day,
            "color": palette.BADGE.day,
            "fontcolor": palette.BADGE_INK.day,
        }
        look = {"shape": "box", "style": "filled,rounded", "fontsize": "10", "fontname": f"{FONT}-Bold"}
        self._add(id_, x, y, 11.0 + 6 * len(label), 17.0, {"label": label, **look, **fill})

    def arrow(self, arrow: Arrow, x: float, y: float) -> None:
        """An arrow of a band whose upper left corner is at (x, y)."""
        self._edges.append((arrow, x, y))

    def source(self) -> str:
        """The DOT text, byte for byte the same for the same drawing."""
        from graphviz import Digraph

        graph = Digraph(graph_attr=self._graph_attributes())
        graph.attr("node", fontname=FONT, fontsize="11", fixedsize="true", margin="0")
        graph.attr("edge", fontname=FONT, fontsize=f"{LABEL_SIZE:g}", arrowsize="0.8")
        for id_, x, y, attributes in self._nodes:
            graph.node(id_, pos=f"{x:.1f},{self.height - y:.1f}", **attributes)
        for arrow, x, y in self._edges:
            graph.edge(arrow.link.tail, arrow.link.head, **self._arrow_attributes(arrow, x, y))
        return f"{PINNED}\n{graph.source}"

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
        self._nodes.append((id_, x, y, {**size, **attributes}))
        self._reach(x + width / 2, y + height / 2)

    def _reach(self, x: float, y: float) -> None:
        self.width, self.height = max(self.width, x), max(self.height, y)


def graph_look() -> dict[str, str]:
    """Attributes of every picture as a whole."""
    return {"outputorder": "edgesfirst", "bgcolor": palette.PAPER.day, "pad": "0.15", "fontname": FONT}


def box_attributes(box: Box, pointing: Pointing) -> dict[str, str]:
    """Shape, colours, words and link of a box, everything but its place and size."""
    from graphviz import escape as plain

    look = LOOKS[box.look]
    on_trail = bool(box.numbers)
    attributes = {
        "shape": look.shape,
        "style": look.style,
        "fillcolor": look.fill.day,
        "color": (palette.TRAIL if on_trail else look.line).day,
        "penwidth": f"{3.0 if on_trail else look.thick:g}",
        "peripheries": str(2 if box.final else look.outlines),
        "label": html_label(box.lines, left=box.left),
    }
    name = " ".join(line.text for line in box.lines if line.type is Type.NAME)
    attributes["tooltip"] = plain(name or box.look)
    href = pointing.href(box.span)
    if href:
        attributes["URL"] = plain(href)
        attributes["tooltip"] = plain(pointing.about(name, box.span))
    return attributes


def arrow_attributes(look: str, bold: bool) -> dict[str, str]:
    if look == "pin":
        return {"arrowhead": "none", "style": "dotted", "color": palette.BAD_LINE.day, "penwidth": "1.6"}
    colour = palette.INTERRUPT_LINE if look == "interrupt" else palette.INK
    style = "dashed" if look == "interrupt" else "solid"
    if bold:
        return {"color": palette.TRAIL.day, "penwidth": "3.2", "style": style}
    return {"color": colour.day, "penwidth": "1.1", "style": style}


def html_label(
    lines: Iterable[Line], *, left: bool = False, size: float | None = None, colour: Colour | None = None
) -> str:
    """Lines as an HTML-like label of Graphviz; whatever the user wrote stays text.

    (Even in such labels Graphviz reads a backslash and an N as the name of the node, unless a tag
    stands between the two.)
    """
    end = '<br align="left"/>' if left else "<br/>"
    gap = f'{end}<font point-size="{LEADING:g}"> </font>{end}'
    parts = []
    for line in lines:
        text = _OBJECT_NAME.sub(_SPLIT, escape(line.text, quote=False)) or " "
        text = f"<b>{text}</b>" if line.type in BOLD else text
        ink = (colour or INKS[line.type]).day
        parts.append(f'<font point-size="{size or SIZES[line.type]:g}" color="{ink}">{text}</font>')
    if not parts:
        return ""
    return f"<{gap.join(parts)}{end if left else ''}>"


def spline(points: Points, *, head: bool = True) -> str:
    """A polyline as the ``pos`` of an edge: straight stretches with rounded corners.

    (Graphviz: ``e,tip start control control point ...``, three further points per piece.)
    """
    points = list(points)
    tip = points[-1]
    if head:
        points[-1] = _towards(tip, points[-2], _HEAD)
    control = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = _towards(corner, before, _CORNER), _towards(corner, after, _CORNER)
        control += [control[-1], enter, enter, corner, corner, leave]
    control += [control[-1], points[-1], points[-1]]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in control)
    return f"e,{tip[0]:.1f},{tip[1]:.1f} {path}" if head else path


def _towards(start: tuple[float, float], end: tuple[float, float], distance: float) -> tuple[float, float]:
    """The point ``distance`` away from ``start``, but at most half way to ``end``."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = abs(across) + abs(down)
    part = 0.0 if length == 0 else min(distance / length, 0.5)
    return (start[0] + across * part, start[1] + down * part)


def op(letter: str, text: str) -> str:
    """One drawing operation of Graphviz that takes a text."""
    return f"{letter} {len(text.encode())} -{text} "


def pen(colour: Colour, thick: float, style: str = "solid") -> str:
    """Width, style and colour; without the filling colour Graphviz would not change that of lines."""
    return "".join(
        (op("S", f"setlinewidth({thick:g})"), op("S", style), op("C", colour.day), op("c", colour.day))
    )
