"""A picture -> SVG with a name, a description in words and colours for the night; PNG, PDF or DOT."""

from __future__ import annotations

import re

from journeyaudit.drawing.canvas import Canvas
from journeyaudit.drawing.canvas_dot import dot_of
from journeyaudit.drawing.canvas_svg import svg_of
from journeyaudit.drawing.engine import run
from journeyaudit.drawing.fitting import fitted
from journeyaudit.drawing.svg_head import head

_OPENING = re.compile(r"<svg\b[^>]*>")
_STRUT = re.compile(r'<text [^>]*font-size="3\.00"[^>]*> </text>\n?')
_TITLE_OF_BOX = re.compile(r'<title>[^<]*</title>\n(<g id="a_node\d+"><a [^>]*?xlink:title="([^"]*)")')
_OTHER_TITLE = re.compile(r'<title>[^<]*</title>\n(?!<g id="a_node)')


def to_svg(picture: str | Canvas, *, title: str = "", description: str = "", name: str = "picture") -> str:
    """A picture for web pages and documents: one ``svg`` element, well-formed, readable aloud.

    ``picture`` is DOT text, or a canvas, which needs no engine. ``name`` begins the ids of title and
    description, for pages with several pictures. Raises ``DrawingError`` when there is no drawing engine.
    """
    if isinstance(picture, Canvas):
        return svg_of(picture, title=title, description=description, name=name)
    drawn = run(picture, "svg").decode()
    opening = _OPENING.search(drawn)
    if opening is None:
        return drawn
    labelled = f'{opening[0].removesuffix(">")} role="img" aria-labelledby="{name}-title {name}-story">'
    return labelled + head(title, description, name) + fitted(_with_names(drawn[opening.end() :]))


def _with_names(drawing: str) -> str:
    """With the names of boxes as their titles, in place of ids, and without empty lines of text."""
    drawing = _OTHER_TITLE.sub("", _TITLE_OF_BOX.sub(r"<title>\2</title>\n\1", drawing))
    return _STRUT.sub("", drawing)


def to_dot(picture: str | Canvas) -> str:
    """What Graphviz draws, as text."""
    return dot_of(picture) if isinstance(picture, Canvas) else picture


def to_png(picture: str | Canvas, *, resolution: int = 144) -> bytes:
    """The same as pixels; ``resolution`` in dots per inch. Raises ``DrawingError`` without an engine."""
    return run(to_dot(picture), "png", resolution)


def to_pdf(picture: str | Canvas) -> bytes:
    """The same as a page. Raises ``DrawingError`` unless Graphviz itself is installed."""
    return run(to_dot(picture), "pdf")
