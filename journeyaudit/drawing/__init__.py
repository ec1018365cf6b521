"""The journey as pictures: a service blueprint, a plain flow graph, Mermaid text, and views for decisions."""

from journeyaudit.drawing.canvas import Canvas
from journeyaudit.drawing.describe import describe, describe_part
from journeyaudit.drawing.draw import draw, draw_parts
from journeyaudit.drawing.engine import DrawingError
from journeyaudit.drawing.mermaid import mermaid
from journeyaudit.drawing.pointing import Pointing
from journeyaudit.drawing.sections import LARGE, Section, file_of, neighbourhood, sections
from journeyaudit.drawing.svg import to_dot, to_pdf, to_png, to_svg
from journeyaudit.drawing.trail import trail_of
from journeyaudit.drawing.views import (
    Picture,
    draw_authority_ladder,
    draw_comparison,
    draw_dead_end,
    draw_overview,
    draw_remedy_map,
    draw_strip,
)

__all__ = [
    "LARGE",
    "Canvas",
    "DrawingError",
    "Picture",
    "Pointing",
    "Section",
    "describe",
    "describe_part",
    "draw",
    "draw_authority_ladder",
    "draw_comparison",
    "draw_dead_end",
    "draw_overview",
    "draw_parts",
    "draw_remedy_map",
    "draw_strip",
    "file_of",
    "mermaid",
    "neighbourhood",
    "sections",
    "to_dot",
    "to_pdf",
    "to_png",
    "to_svg",
    "trail_of",
]
