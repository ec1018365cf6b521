"""Areas, lines and words on paper -> SVG written here, for pictures that need no layout.

The same shapes can be given to Graphviz (``canvas_dot``), which makes pixels and pages of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypedDict, Unpack

from journeyaudit.drawing.boxes import LEADING, line_width
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import SIZES, Line

Points: TypeAlias = Sequence[tuple[float, float]]
MARGIN = 20.0
"""Free points around everything that is drawn."""
_OTHER_FONTS = 1.1
"""Where the reader's machine has no narrow grotesque, words are wider than they are taken to be."""


class AreaLook(TypedDict, total=False):
    """What may be said of a filled shape besides its colours."""

    thick: float
    style: str
    href: str
    about: str


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape, its corners in order. ``line`` None: without an outline. ``about`` is said on
    hovering, ``href`` is where it leads to."""

    points: tuple[tuple[float, float], ...]
    fill: Colour
    line: Colour | None = None
    thick: float = 1.0
    style: str = "solid"
    href: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A polyline; ``style`` is ``solid``, ``dashed`` or ``dotted``."""

    points: tuple[tuple[float, float], ...]
    colour: Colour
    thick: float = 1.0
    style: str = "solid"


@dataclass(frozen=True, slots=True)
class Disc:
    middle: tuple[float, float]
    radius: float
    fill: Colour
    line: Colour
    thick: float = 1.2


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on its base line; ``x`` is its left end, its right end or its middle by ``align``."""

    x: float
    y: float
    line: Line
    align: str = "left"
    colour: Colour | None = None
    href: str = ""


Shape: TypeAlias = Area | Stroke | Disc | Words


class Canvas:
    """Collects shapes, y growing downwards; later ones lie on top of earlier ones. All figures are points."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.width = 0.0
        self.height = 0.0

    def area(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Colour,
        line: Colour | None = None,
        **more: Unpack[AreaLook],
    ) -> None:
        """A rectangle, (x, y) its upper left corner."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.shape(corners, fill, line, **more)

    def shape(
        self, points: Points, fill: Colour, line: Colour | None = None, **more: Unpack[AreaLook]
    ) -> None:
        self.shapes.append(Area(tuple(points), fill, line, **more))
        self._reach(points)

    def stroke(self, points: Points, colour: Colour, *, thick: float = 1.0, style: str = "solid") -> None:
        self.shapes.append(Stroke(tuple(points), colour, thick, style))
        self._reach(points)

    def arrow(self, points: Points, colour: Colour, *, thick: float = 1.2, style: str = "solid") -> None:
        """A polyline with a head at its end; its last stretch runs along a row or a column."""
        (x0, y0), (x, y) = points[-2], points[-1]
        across, down = _sign(x - x0), _sign(y - y0)
        size = 4.0 + thick
        base = (x - across * size * 1.6, y - down * size * 1.6)
        self.stroke((*points[:-1], base), colour, thick=thick, style=style)
        wings = ((base[0] + down * size / 1.6, base[1] + across * size / 1.6),
                 (base[0] - down * size / 1.6, base[1] - across * size / 1.6))  # fmt: skip
        self.shape(((x, y), *wings), colour, colour)

    def disc(self, x: float, y: float, radius: float, fill: Colour, line: Colour, thick: float = 1.2) -> None:
        self.shapes.append(Disc((x, y), radius, fill, line, thick))
        self._reach(((x + radius, y + radius),))

    def words(
        self,
        x: float,
        y: float,
        lines: Sequence[Line],
        *,
        align: str = "left",
        colour: Colour | None = None,
        href: str = "",
    ) -> float:
        """Lines below each other, ``y`` the upper end of the first; returns the lower end of the last."""
        for line in lines:
            size = SIZES[line.type]
            self.shapes.append(Words(x, y + size * 0.86, line, align, colour, href))
            wide = line_width(line) * _OTHER_FONTS
            right = {"left": x + wide, "middle": x + wide / 2, "right": x}[align]
            y += size + LEADING
            self._reach(((right, y),))
        return y

    def _reach(self, points: Points) -> None:
        self.width = max(self.width, *(x for x, _ in points))
        self.height = max(self.height, *(y for _, y in points))


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
