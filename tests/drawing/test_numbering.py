from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from journeyaudit.drawing import draw, trail_of
from journeyaudit.drawing.numbering import numbering
from tests.drawing.told import ROOT, found_in, sample

STORY = ROOT / "samples" / "founding" / "order-as-is.journey"


def test_boxes_have_the_numbers_of_the_lines_of_the_story() -> None:
    version, findings, _ = found_in(STORY)
    titles = {f"n{node.number}": node.title for node in version.journey.nodes} | {"m0": "the note"}
    found = numbering(version.journey, (1,), findings[0])
    assert {titles[box]: numbers for box, numbers in found.items()} == {
        "Place order": (1, 3),
        "Trigger fulfilment": (2,),
        "the note": (4, 5),
        "Deliver parcel": (6,),
    }


def test_without_a_story_the_places_of_the_trail_are_counted() -> None:
    version, findings, _ = found_in(STORY)
    finding = replace(findings[0], story=None)
    assert numbering(version.journey, (0, 2, 0), finding) == {"n0": (1, 3), "n2": (2,)}
    assert numbering(version.journey, (0,), None) == {"n0": (1,)}


def test_the_numbers_of_a_story_stand_on_steps_and_notes() -> None:
    version, findings, _ = found_in(STORY)
    drawn = draw(version.service, version.journey, version.graph, trail=(0, 1), finding=findings[0])
    assert "trail_m0" in drawn
    assert "trail_n0" not in drawn
    assert 'label="1\u00b73"' in drawn


def test_the_trail_goes_on_through_the_places_of_the_story() -> None:
    version, findings, _ = found_in(STORY)
    titles = [version.journey.nodes[number].title for number in trail_of(version.journey, findings[0])]
    assert titles == ["Place order", "Trigger fulfilment", "Pack parcel", "Deliver parcel"]
    assert len(findings[0].trail) == 1


def test_every_two_neighbours_on_a_trail_are_joined_by_an_arrow_or_an_interrupt() -> None:
    for name in ("founding/order-as-is", "cases/childcare-benefit-as-is", "cases/declared-dead-as-is"):
        version, findings, _ = found_in(ROOT / "samples" / f"{name}.journey")
        moves = {(move.source, move.target) for move in version.journey.moves}
        entries = {interrupt.entry for interrupt in version.journey.interrupts}
        for finding in findings:
            trail = trail_of(version.journey, finding)
            assert all(pair in moves or pair[1] in entries for pair in pairwise(trail))


def test_without_a_story_the_trail_is_the_one_of_the_finding() -> None:
    version, findings, _ = found_in(STORY)
    bare = replace(findings[0], story=None)
    assert [version.journey.nodes[at].title for at in trail_of(version.journey, bare)] == ["Place order"]
    assert trail_of(sample("founding/order-repaired").journey, None) == ()


def test_numbers_hang_outside_their_boxes_and_cover_no_words() -> None:
    version, findings, _ = found_in(STORY)
    trail = trail_of(version.journey, findings[0])
    drawn = draw(version.service, version.journey, version.graph, trail=trail, finding=findings[0])
    for box in ("m0", "n1", "n2"):
        middle, wide = _across(drawn, box)
        badge, badge_wide = _across(drawn, f"trail_{box}")
        assert middle - wide / 2 < badge + badge_wide / 2 < middle - wide / 2 + 9


def _across(drawn: str, box: str) -> tuple[float, float]:
    """The middle and the width of a box, in points."""
    line = next(line for line in drawn.splitlines() if line.startswith(f"\t{box} ["))
    middle = re.search(r'pos="([\d.]+),', line)
    wide = re.search(r"\bwidth=([\d.]+)", line)
    assert middle and wide
    return float(middle[1]), float(wide[1]) * 72
