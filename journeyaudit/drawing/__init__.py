"""The journey as pictures: a service blueprint, a plain flow graph, or Mermaid text."""

from journeyaudit.drawing.describe import describe
from journeyaudit.drawing.draw import draw
from journeyaudit.drawing.engine import DrawingError
from journeyaudit.drawing.mermaid import mermaid
from journeyaudit.drawing.svg import to_png, to_svg
from journeyaudit.drawing.trail import trail_of

__all__ = ["DrawingError", "describe", "draw", "mermaid", "to_png", "to_svg", "trail_of"]
