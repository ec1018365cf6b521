from __future__ import annotations

import pytest

from journeyaudit.drawing import (
    LARGE,
    Section,
    draw,
    draw_overview,
    file_of,
    neighbourhood,
    sections,
)
from journeyaudit.drawing.assemble import assemble
from journeyaudit.drawing.sections import cut_out
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.rulebook.case import Case
from tests.drawing.cases import Draft, claim_case, founding_case, long_case, repaired_case, service
from tests.drawing.told import HARD, found_in, sample

CASES = (claim_case, founding_case, repaired_case, lambda: long_case(400))


@pytest.mark.parametrize("case", CASES)
def test_every_place_stands_in_one_section(case: object) -> None:
    journey = case()  # type: ignore[operator]
    inside = [node for section in sections(journey) for node in section.nodes]
    assert sorted(inside) == list(range(len(journey.nodes)))


def test_no_section_is_a_layout_of_hundreds() -> None:
    journey = long_case(1500)
    found = sections(journey)
    assert len(journey.nodes) > LARGE
    assert all(len(section.nodes) <= 80 for section in found)
    parts = assemble(service(journey), journey, from_journey(journey), (), {})
    assert all(len(cut_out(parts, journey, section.nodes).boxes) < 200 for section in found)


def test_phases_are_sections_and_the_start_belongs_to_the_first() -> None:
    found = sections(found_in(HARD)[0].journey)
    assert [section.name for section in found] == ["Melden", "Prüfen"]
    assert found[0].nodes[0] == 0


def test_a_section_keeps_its_notes_and_says_where_its_arrows_come_from_and_go() -> None:
    journey = founding_case()
    parts = assemble(service(journey), journey, from_journey(journey), (), {})
    cut = cut_out(parts, journey, (1, 2))
    names = {box.id for box in cut.boxes}
    assert {"n1", "n2", "m0"} <= names
    assert {"e_n0", "o_n5"} <= names
    assert all(link.tail in names and link.head in names for link in cut.links)


def test_an_interrupt_stands_where_its_body_stands() -> None:
    journey = founding_case()
    parts = assemble(service(journey), journey, from_journey(journey), (), {})
    assert "i0" in {box.id for box in cut_out(parts, journey, (3, 4)).boxes}
    assert "i0" not in {box.id for box in cut_out(parts, journey, (1, 2)).boxes}


def test_a_section_is_drawn_with_its_number_and_name() -> None:
    journey = long_case(200)
    section = sections(journey)[1]
    drawn = draw(service(journey), journey, from_journey(journey), section=section)
    assert f"{section.number}. {section.name}" in drawn
    assert "\tn0 [" not in drawn


def test_a_zone_of_which_one_end_lies_elsewhere_reaches_to_the_edge() -> None:
    version = sample("founding/order-as-is")
    for nodes in ((1, 2), (5, 6)):
        drawn = draw(version.service, version.journey, version.graph, verdicts=version.verdicts,
                     section=Section(1, "part", nodes))  # fmt: skip
        assert "Kafka zone" in drawn
    drawn = draw(version.service, version.journey, version.graph, verdicts=version.verdicts,
                 section=Section(1, "part", (0,)))  # fmt: skip
    assert "Kafka zone" not in drawn


def test_the_neighbourhood_of_a_trail_is_small() -> None:
    journey = long_case(1500)
    graph = from_journey(journey)
    found = neighbourhood(graph, tuple(range(900)))
    assert len(found.nodes) <= 80
    assert 899 in found.nodes


@pytest.mark.parametrize(
    ("picture", "name", "file"),
    [
        ("order.svg", "Packing", "order-2-packing.svg"),
        ("out/order.svg", "Prüfen & mehr", "out/order-2-pr-fen-mehr.svg"),
        ("order.svg", "تعويض", "order-2.svg"),
        ("order.v1.png", "../../etc", "order.v1-2-etc.png"),
        ("picture", "A", "picture-2-a"),
    ],
)
def test_the_picture_of_a_section_lies_beside_that_of_the_whole(picture: str, name: str, file: str) -> None:
    assert file_of(picture, Section(2, name, ())) == file


def test_the_overview_counts_what_is_in_each_part() -> None:
    version = found_in(HARD)[0]
    told = draw_overview(version, sections(version.journey)).description
    assert told == (
        "1. Melden, 1 step, 1 mistake: ~ a matter of luck, goes on at 2. "
        "2. Prüfen, 4 steps, 1 choice, 1 good end, 1 bad end, 1 point of no return, "
        "1 mistake: × cannot be put right."
    )


def test_an_empty_journey_has_an_overview() -> None:
    draft = Draft()
    draft.start()
    journey = draft.journey("Nothing yet")
    (only,) = sections(journey)
    assert only.nodes == (0,)
    version = Case(service(journey), journey, from_journey(journey), ())
    assert draw_overview(version, (only,)).description == "1. Nothing yet."
