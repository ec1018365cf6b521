"""One band of boxes and links -> where everything lies on paper."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from journeyaudit.drawing.arrows import Arrow, Point, apart, arrow_of, pin
from journeyaudit.drawing.parts import Box, Parts
from journeyaudit.drawing.routes import routes
from journeyaudit.drawing.rows import grid
from journeyaudit.drawing.rulers import Stripe, across, down


@dataclass(frozen=True, slots=True)
class Placed:
    """One band on paper, its top left corner at (0, 0), x growing to the right, y downwards.

    ``spots`` are the middles of boxes by their ids; all figures are points.
    """

    boxes: tuple[Box, ...]
    spots: Mapping[str, Point]
    arrows: tuple[Arrow, ...]
    stripes: tuple[Stripe, ...]
    left_of_column: Mapping[int, float]
    width: float
    height: float


def place(parts: Parts, marked: Set[int] = frozenset()) -> Placed:
    """Lay out one band; every label gets room of its own in the gap it stands in.

    ``marked`` are numbers of nodes before which a line is drawn from top to bottom.
    """
    rows = grid(parts)
    found = routes(parts, rows)
    x, y = across(parts, found, marked), down(parts, rows, found)
    spots = {box.id: (x.middle[box.column], y.row[rows.row[box.id]]) for box in parts.boxes}
    boxes = {box.id: box for box in parts.boxes}
    arrows = [arrow_of(route, boxes[route.link.tail], boxes[route.link.head], spots, x, y) for route in found]
    pins = [
        pin(link, boxes[link.tail], boxes[link.head], spots) for link in parts.links if link.look == "pin"
    ]
    return Placed(parts.boxes, spots, (*apart(arrows), *pins), y.stripes, x.left, x.width, y.height)
