"""Shapes on a canvas -> DOT with pinned positions, of which Graphviz makes PNG and PDF."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.drawing.attributes import FONT, graph_look, html_label
from journeyaudit.drawing.boxes import line_width
from journeyaudit.drawing.canvas import Area, Canvas, Disc, Stroke, Words
from journeyaudit.drawing.parts import BOLD, SIZES
from journeyaudit.drawing.pinned import pen, pinned_source


def dot_of(canvas: Canvas) -> str:
    """Words lie above everything else there, since Graphviz knows no words behind its nodes."""
    from graphviz import Digraph

    background = " ".join(part for shape in canvas.shapes for part in _behind(shape, canvas.height))
    bounds = f"0,0,{canvas.width:.1f},{canvas.height:.1f}"
    graph = Digraph(graph_attr={**graph_look(), "_background": background, "bb": bounds})
    graph.attr("node", fontname=FONT, fixedsize="true", margin="0", shape="plaintext")
    for number, shape in enumerate(canvas.shapes):
        if isinstance(shape, Words):
            graph.node(f"w{number}", **_node(shape, canvas.height))
    return pinned_source(graph)


def _behind(shape: Area | Stroke | Disc | Words, height: float) -> Iterator[str]:
    match shape:
        case Area():
            line = shape.line or shape.fill
            yield pen(line, shape.thick if shape.line else 0.0, shape.style, fill=shape.fill)
            yield f"P {_points(shape.points, height)}"
        case Stroke():
            yield pen(shape.colour, shape.thick, shape.style) + f"L {_points(shape.points, height)}"
        case Disc():
            x, y = shape.middle
            yield pen(shape.line, shape.thick, fill=shape.fill)
            yield f"E {x:.1f} {height - y:.1f} {shape.radius:.1f} {shape.radius:.1f}"
        case Words():
            return


def _node(words: Words, height: float) -> dict[str, str]:
    """Words that begin somewhere stand in a cell wider than they are, for their widths are estimates."""
    width, size = line_width(words.line) * 1.15 + 2, SIZES[words.line.type]
    label = html_label([words.line], colour=words.colour)
    middle = words.x
    lower = 1.2 if words.line.type in BOLD else 0.0  # Graphviz sets bold words a little higher
    if words.align == "left":
        middle += width / 2
        cell = f'<tr><td align="left">{label[1:-1]}</td></tr>'
        table = f'<table border="0" cellspacing="0" cellpadding="0" width="{width:.0f}">'
        label = f"<{table}{cell}</table>>"
    elif words.align == "right":
        middle -= line_width(words.line) / 2
    return {
        "pos": f"{middle:.1f},{height - words.y + size * 0.3 - lower:.1f}",
        "width": f"{width / 72:.3f}",
        "height": f"{size / 72:.3f}",
        "label": label,
    }


def _points(points: tuple[tuple[float, float], ...], height: float) -> str:
    return f"{len(points)} " + " ".join(f"{x:.1f} {height - y:.1f}" for x, y in points)
