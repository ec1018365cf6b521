from __future__ import annotations

from dataclasses import replace

import pytest

from journeyaudit.drawing import draw_dead_end
from journeyaudit.drawing.canvas import Area
from journeyaudit.drawing.scene import MOST_BOXES, MOST_HELPS, scene_of
from journeyaudit.drawing.strip_facts import good_way, places
from journeyaudit.finding import Moment
from tests.drawing.told import ROOT, found_in, sample

STORY = ROOT / "samples" / "founding" / "order-as-is.journey"


def test_the_moments_of_a_dead_end_have_the_numbers_of_the_story() -> None:
    version, findings, _ = found_in(STORY)
    scene = scene_of(version.service, version.journey, findings[0])
    assert [(beat.number, beat.when, beat.limit) for beat in scene.beats] == [
        (1, "Tue 10:00", ""),
        (2, "then", "soft"),
        (3, "Tue 10:03", ""),
        (4, "then", ""),
        (5, "Tue 10:06", ""),
        (6, "Wed 04:10", "hard"),
    ]


def test_every_help_says_why_it_is_none_as_the_report_does() -> None:
    version, findings, _ = found_in(STORY)
    scene = scene_of(version.service, version.journey, findings[0])
    assert [(each.name, each.who, each.why, each.told) for each in scene.helps] == [
        ("Ask the hotline to change it", "Service agent on Hotline", "Service agent may not change it", 5),
        (
            "Send the surplus item back",
            "Customer on Front door",
            "That softens it, it does not put it right",
            0,
        ),
    ]


def test_a_dead_end_has_at_most_a_dozen_boxes_and_says_what_is_left_out() -> None:
    version, findings, _ = found_in(STORY)
    story = findings[0].story
    assert story is not None
    many = tuple(Moment(2040 + at, f"Moment {at}") for at in range(30))
    finding = replace(findings[0], story=replace(story, moments=many), labels=findings[0].labels * 4)
    scene = scene_of(version.service, version.journey, finding)
    assert [beat.number for beat in scene.beats] == [1, 2, 3, 4, 5, 6, 7, 30]
    assert scene.left_out == 30 - (MOST_BOXES - MOST_HELPS) + 4
    drawn = draw_dead_end(version, finding).drawn
    assert not isinstance(drawn, str)
    assert sum(isinstance(shape, Area) and shape.line is not None for shape in drawn.shapes) <= 12
    assert any(
        "26 more stand in the report." in getattr(shape, "line", object()).__repr__()
        for shape in drawn.shapes
    )


def test_a_finding_without_a_story_shows_the_way_to_it() -> None:
    version, findings, _ = found_in(STORY)
    finding = next(each for each in findings if each.story is None)
    scene = scene_of(version.service, version.journey, finding)
    assert [beat.text for beat in scene.beats] == [label.text for label in finding.trail]


def test_the_good_way_leads_to_a_good_end() -> None:
    version = sample("founding/order-as-is")
    way = good_way(version.journey, version.graph)
    assert version.journey.nodes[way[-1]].title == "Right goods received"


@pytest.mark.parametrize(
    ("title", "effort", "waiting"),
    [("Place order", 1, 0), ("Pack parcel", 0, 2), ("Deliver parcel", 0, 1), ("Right goods received", 0, 0)],
)
def test_own_time_is_effort_and_the_time_of_others_is_waiting(title: str, effort: int, waiting: int) -> None:
    version = sample("founding/order-as-is")
    found = places(version.service, version.journey, good_way(version.journey, version.graph))
    place = next(each for each in found if each.node.title == title)
    assert (int(place.effort is not None), len(place.waiting)) == (effort, waiting)


def test_few_helps_leave_room_for_more_moments() -> None:
    version, findings, _ = found_in(STORY)
    story = findings[0].story
    assert story is not None
    many = tuple(Moment(2040 + at, f"Moment {at}") for at in range(11))
    scene = scene_of(
        version.service, version.journey, replace(findings[0], story=replace(story, moments=many))
    )
    assert len(scene.helps) == 2
    assert [beat.number for beat in scene.beats] == [*range(1, 10), 11]
