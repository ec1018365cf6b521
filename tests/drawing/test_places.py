from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from journeyaudit.drawing.assemble import assemble
from journeyaudit.drawing.bands import COLUMNS, bands
from journeyaudit.drawing.parts import Parts
from journeyaudit.drawing.places import place
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.journey import Journey
from tests.drawing.cases import Draft, claim_case, founding_case, long_case, repaired_case, service
from tests.drawing.geometry import (
    arrows_through_boxes,
    arrows_upon_arrows,
    journeys,
    labels,
    overlapping_boxes,
    rectangle,
    touching,
)

CASES = (founding_case, repaired_case, claim_case, long_case)


def parts_of(journey: Journey) -> Parts:
    return assemble(service(journey), journey, from_journey(journey), (), {})


@given(journeys())
@settings(max_examples=150, deadline=None)
def test_no_box_lies_on_another(journey: Journey) -> None:
    for band in bands(parts_of(journey)):
        assert overlapping_boxes(place(band)) == []


@given(journeys())
@settings(max_examples=150, deadline=None)
def test_no_arrow_runs_through_a_box(journey: Journey) -> None:
    for band in bands(parts_of(journey)):
        assert arrows_through_boxes(place(band)) == []


@given(journeys())
@settings(max_examples=150, deadline=None)
def test_words_beside_arrows_stand_neither_on_boxes_nor_on_other_words(journey: Journey) -> None:
    for band in bands(parts_of(journey)):
        placed = place(band)
        words = labels(placed)
        assert [(a, b) for (a, one), (b, two) in combinations(words, 2) if touching(one, two)] == []
        boxes = [(box.id, rectangle(placed, box)) for box in placed.boxes]
        assert [(a, b) for a, one in words for b, box in boxes if touching(one, box)] == []


@pytest.mark.parametrize("case", CASES)
def test_every_box_and_every_link_is_placed_once(case: Callable[[], Journey]) -> None:
    parts = parts_of(case())
    placed = [place(band) for band in bands(parts)]
    own = [box.id for band in placed for box in band.boxes if box.look not in ("elsewhere", "from-elsewhere")]
    assert sorted(own) == sorted(box.id for box in parts.boxes)


@pytest.mark.parametrize("case", CASES)
def test_arrows_with_nothing_in_common_never_run_on_top_of_each_other(case: Callable[[], Journey]) -> None:
    for band in bands(parts_of(case())):
        assert arrows_upon_arrows(place(band)) == []


def test_arrows_that_change_rows_with_each_other_keep_apart() -> None:
    draft = Draft()
    above, below = draft.step("Above", by="customer"), draft.step("Below", by="shop system")
    end, step = draft.end("good", "Done"), draft.step("Next", by="shop system")
    draft.go(above, step)
    draft.go(below, end)
    assert arrows_upon_arrows(place(parts_of(draft.journey("Swap")))) == []


@pytest.mark.parametrize("case", CASES)
def test_everything_lies_inside_the_band(case: Callable[[], Journey]) -> None:
    for band in bands(parts_of(case())):
        placed = place(band)
        for box in placed.boxes:
            left, top, right, bottom = rectangle(placed, box)
            assert 0 <= left < right <= placed.width
            assert 0 <= top < bottom <= placed.height
        for arrow in placed.arrows:
            assert all(0 <= x <= placed.width and 0 <= y <= placed.height for x, y in arrow.points)


def test_a_long_journey_is_broken_into_bands_of_few_columns() -> None:
    cut = bands(parts_of(long_case()))
    assert len(cut) > 1
    for band in cut:
        columns = [box.column for box in band.boxes]
        assert max(columns) - min(columns) <= COLUMNS + 5


def test_where_the_way_goes_on_in_another_band_both_ends_say_so() -> None:
    first, second = bands(parts_of(long_case(20)))[:2]
    assert any(box.look == "elsewhere" for box in first.boxes)
    assert any(box.look == "from-elsewhere" for box in second.boxes)


def test_an_interrupt_never_shares_a_row_with_the_main_flow_of_its_lane() -> None:
    placed = place(parts_of(founding_case()))
    main = {placed.spots[f"n{number}"][1] for number in (0, 1, 10)}
    assert placed.spots["i0"][1] not in main


def test_a_note_hangs_right_below_its_step() -> None:
    placed = place(parts_of(founding_case()))
    (x, y), (note_x, note_y) = placed.spots["n1"], placed.spots["m0"]
    assert x == note_x
    assert note_y > y


def test_lanes_keep_their_order_and_cover_the_whole_height() -> None:
    placed = place(parts_of(founding_case()))
    lanes = [stripe.lane for stripe in placed.stripes]
    assert lanes == sorted(lanes)
    edges = [(stripe.top, stripe.bottom) for stripe in placed.stripes]
    assert edges[0][0] == 0
    assert edges[-1][1] == placed.height
    assert all(above[1] == below[0] for above, below in pairwise(edges))
