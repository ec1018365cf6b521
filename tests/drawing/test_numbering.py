from __future__ import annotations

from dataclasses import replace

from journeyaudit.drawing import draw
from journeyaudit.drawing.numbering import numbering
from tests.drawing.told import ROOT, found_in

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
