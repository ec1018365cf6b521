"""Random journeys, and what may lie on what in their pictures."""

from __future__ import annotations

from itertools import combinations, pairwise, product

from hypothesis import strategies as st

from journeyaudit.drawing.arrows import Point
from journeyaudit.drawing.parts import Box, Link
from journeyaudit.drawing.places import Placed
from journeyaudit.drawing.rulers import label_width
from journeyaudit.model.flow import Interrupt, Move, NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.trouble import Mistake
from journeyaudit.source import Span
from tests.drawing.cases import Draft

ACTORS = ("customer", "service agent", "shop system", "parcel carrier", "warehouse team", "")
HERE = Span("random.journey", 1, 2)
Rectangle = tuple[float, float, float, float]


@st.composite
def journeys(draw: st.DrawFn, most: int = 16) -> Journey:
    draft = Draft()
    draft.start()
    count = draw(st.integers(1, most))
    for number in range(1, count + 1):
        kind = draw(st.sampled_from(("step", "step", "step", "choice", "good", "bad")))
        by = draw(st.sampled_from(ACTORS))
        if kind == "step":
            draft.step(f"Step {number}", by=by, invisible=draw(st.booleans()), no_return=draw(st.booleans()))
        elif kind == "choice":
            draft.node(NodeKind.CHOICE, f"Choice {number}?", by=by)
        else:
            draft.end(kind, f"End {number}")
    numbers = st.integers(0, count)
    for _ in range(draw(st.integers(0, 2 * count))):
        label = draw(st.sampled_from(("", "", "yes", "a longer label", "no")))
        draft.moves.append(Move(draw(numbers), draw(st.integers(1, count)), label=label))
    mistakes = tuple(
        Mistake(number, f"Mistake {number}", HERE, HERE, draw(numbers))
        for number in range(draw(st.integers(0, 3)))
    )
    interrupts = tuple(
        Interrupt(
            number, f"Interrupt {number}", HERE, ("customer",), begins=draw(numbers), entry=draw(numbers)
        )
        for number in range(draw(st.integers(0, 2)))
    )
    return draft.journey("Random", mistakes=mistakes, interrupts=interrupts)


def rectangle(placed: Placed, box: Box, shrink: float = 0.5) -> Rectangle:
    x, y = placed.spots[box.id]
    across, down = box.reach - shrink, box.height / 2 + box.rim - shrink
    return (x - across, y - down, x + across, y + down)


def touching(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def overlapping_boxes(placed: Placed) -> list[tuple[str, str]]:
    shapes = [(box.id, rectangle(placed, box)) for box in placed.boxes]
    return [(a, b) for (a, one), (b, other) in combinations(shapes, 2) if touching(one, other)]


def arrows_through_boxes(placed: Placed) -> list[tuple[str, str, str]]:
    return [
        (arrow.link.tail, arrow.link.head, box.id)
        for arrow in placed.arrows
        for (x1, y1), (x2, y2) in pairwise(arrow.points)
        for box in placed.boxes
        if touching(
            (min(x1, x2), min(y1, y2), max(x1, x2) + 0.01, max(y1, y2) + 0.01), rectangle(placed, box)
        )
    ]


def arrows_upon_arrows(placed: Placed) -> list[tuple[Link, Link]]:
    """Pairs with nothing in common that run on top of each other."""
    found = []
    for one, other in combinations(placed.arrows, 2):
        ends = {one.link.tail, one.link.head} & {other.link.tail, other.link.head}
        pairs = product(pairwise(one.points), pairwise(other.points))
        if not ends and any(_run_together(*first, *second) for first, second in pairs):
            found.append((one.link, other.link))
    return found


def _run_together(a: Point, b: Point, c: Point, d: Point) -> bool:
    for along, across in ((0, 1), (1, 0)):
        if a[across] == b[across] == c[across] == d[across]:
            shared = min(max(a[along], b[along]), max(c[along], d[along])) - max(
                min(a[along], b[along]), min(c[along], d[along])
            )
            if shared > 1:
                return True
    return False


def labels(placed: Placed) -> list[tuple[str, Rectangle]]:
    found = []
    for arrow in placed.arrows:
        if arrow.label_at is not None:
            x, y = arrow.label_at
            across = label_width(arrow.link.label) / 2 - 0.5
            down = 5.5 * (arrow.link.label.count("\n") + 1) - 1
            found.append(
                (f"{arrow.link.tail}->{arrow.link.head}", (x - across, y - down, x + across, y + down))
            )
    return found
