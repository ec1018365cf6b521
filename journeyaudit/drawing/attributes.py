"""Boxes, arrows and words -> the attributes that Graphviz draws them by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeAlias

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import LEADING
from journeyaudit.drawing.looks import LOOKS
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import BOLD, INKS, SIZES, Box, Line, Type
from journeyaudit.drawing.pointing import Pointing

FONT = "Helvetica"
CHANGES = {"+": palette.GOOD_LINE, "-": palette.BAD_LINE, "~": palette.INTERRUPT_LINE}
"""What became of a box against another version of the journey -> the colour of its outline."""
CHANGE_SIGNS = {"+": "+", "-": "\u2212", "~": "\u0394"}
_OBJECT_NAME = re.compile(r"\\([EGHLNT])")
_SPLIT = rf'\\<font face="{FONT}">\1</font>'
_CORNER = 7.0
_HEAD = 8.0
Points: TypeAlias = Sequence[tuple[float, float]]


def graph_look() -> dict[str, str]:
    """Attributes of every picture as a whole."""
    return {"outputorder": "edgesfirst", "bgcolor": palette.PAPER.day, "pad": "0.15", "fontname": FONT}


def box_attributes(box: Box, pointing: Pointing) -> dict[str, str]:
    """Shape, colours, words and link of a box, everything but its place and size."""
    from graphviz import escape as plain

    look = LOOKS[box.look]
    on_trail = box.on_trail or bool(box.numbers)
    attributes = {
        "shape": look.shape,
        "style": f"{look.style},dashed" if box.change == "-" else look.style,
        "fillcolor": look.fill.day,
        "color": _outline(box).day,
        "penwidth": f"{3.0 if on_trail or box.change else look.thick:g}",
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


def _outline(box: Box) -> Colour:
    if box.numbers or box.on_trail:
        return palette.TRAIL
    return CHANGES.get(box.change, LOOKS[box.look].line)


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
