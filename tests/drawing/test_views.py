from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from journeyaudit.drawing import (
    Canvas,
    Picture,
    draw_authority_ladder,
    draw_comparison,
    draw_dead_end,
    draw_overview,
    draw_remedy_map,
    draw_strip,
    sections,
    to_dot,
    to_png,
    to_svg,
)
from journeyaudit.drawing.boxes import line_width
from journeyaudit.drawing.canvas import Area, Disc, Words
from journeyaudit.drawing.palette import ALL, INK, PAPER, Colour
from journeyaudit.drawing.parts import INKS, SIZES, Line
from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.rulebook.case import Case
from journeyaudit.verdicts.judge import judge
from tests.drawing.cases import HERE, service
from tests.drawing.contrast import contrast
from tests.drawing.test_svg import HOSTILE, named
from tests.drawing.told import HARD, every_version, found_in, pointing_into, sample

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden"


def hard_pictures() -> dict[str, Picture]:
    version, findings, _ = found_in(HARD)
    pointing = pointing_into(HARD)
    return {
        "remedy-map": draw_remedy_map(version, pointing),
        "authority-ladder": draw_authority_ladder(version, pointing),
        "strip": draw_strip(version, pointing),
        "dead-end": draw_dead_end(version, findings[0], pointing),
        "phases": draw_overview(version, sections(version.journey)),
    }


def canvases() -> Iterator[Canvas]:
    for version in every_version():
        for picture in (draw_remedy_map(version), draw_authority_ladder(version), draw_strip(version)):
            assert isinstance(picture.drawn, Canvas)
            yield picture.drawn
    for name in ("founding/order-as-is", "cases/locked-home-as-is", "cases/childcare-benefit-as-is"):
        path = HARD.parents[3] / "samples" / f"{name}.journey"
        version, findings, _ = found_in(path)
        for finding in findings:
            drawn = draw_dead_end(version, finding).drawn
            assert isinstance(drawn, Canvas)
            yield drawn
    drawn = hard_pictures()["phases"].drawn
    assert isinstance(drawn, Canvas)
    yield drawn


@pytest.mark.parametrize("name", ["remedy-map", "authority-ladder", "strip", "dead-end", "phases"])
def test_a_view_of_a_hard_journey_is_drawn_as_before(name: str) -> None:
    golden = GOLDEN / f"hard-{name}.svg"
    picture = hard_pictures()[name]
    drawn = to_svg(picture.drawn, title="Hard", description=picture.description)
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        golden.write_text(drawn, encoding="utf-8")
    assert drawn == golden.read_text(encoding="utf-8")


def test_a_comparison_is_drawn_as_before() -> None:
    golden = GOLDEN / "compare.gv"
    drawn = to_dot(draw_comparison(sample("founding/order-as-is"), sample("founding/order-repaired")).drawn)
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        golden.write_text(drawn, encoding="utf-8")
    assert drawn == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["remedy-map", "authority-ladder", "strip", "dead-end", "phases"])
def test_a_view_is_an_image_with_a_name_a_story_and_text_that_is_text(name: str) -> None:
    picture = hard_pictures()[name]
    svg = ET.fromstring(to_svg(picture.drawn, title="Hard", description=picture.description))
    title, story = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert story is not None
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {story.get('id')}"
    assert story.text == picture.description
    assert len(story.text or "") > 40
    assert sum(1 for _ in svg.iter(f"{SVG}text")) > 5


@pytest.mark.parametrize("name", ["remedy-map", "authority-ladder", "strip", "dead-end"])
def test_boxes_of_a_view_lead_to_their_lines(name: str) -> None:
    svg = ET.fromstring(to_svg(hard_pictures()[name].drawn))
    links = {link.get("href", "") for link in svg.iter(f"{SVG}a")}
    assert links
    assert all(link.startswith("text.journey#L") for link in links)


def test_every_colour_of_a_view_has_a_counterpart_for_the_night() -> None:
    known = {colour.day for colour in ALL} | {"none", None}
    for picture in hard_pictures().values():
        for element in ET.fromstring(to_svg(picture.drawn)).iter():
            assert element.get("fill") in known
            assert element.get("stroke") in known


def test_all_words_can_be_read_by_day_and_by_night() -> None:
    for canvas in canvases():
        for words, ground in grounds(canvas):
            ink = words.colour or INKS[words.line.type]
            assert contrast(ink.day, ground.day) >= 4.5, words.line.text
            assert contrast(ink.night, ground.night) >= 4.5, words.line.text


def test_all_outlines_can_be_seen_on_the_paper_by_day_and_by_night() -> None:
    for canvas in canvases():
        for shape in canvas.shapes:
            if isinstance(shape, Area) and shape.line is not None and shape.thick >= 1.2:
                assert contrast(shape.line.day, PAPER.day) >= 3
                assert contrast(shape.line.night, PAPER.night) >= 3


def grounds(canvas: Canvas) -> Iterator[tuple[Words, Colour]]:
    """Each line of words with the colour of what lies right behind it."""
    for at, words in enumerate(canvas.shapes):
        if isinstance(words, Words):
            middle = middle_of(words)
            fills = [shape.fill for shape in canvas.shapes[:at] if is_behind(shape, middle)]
            yield words, fills[-1] if fills else PAPER


def is_behind(shape: object, point: tuple[float, float]) -> bool:
    x, y = point
    if isinstance(shape, Disc):
        return (shape.middle[0] - x) ** 2 + (shape.middle[1] - y) ** 2 <= shape.radius**2
    if not isinstance(shape, Area) or len(shape.points) != 4:
        return False
    (left, top), _, (right, bottom), _ = shape.points
    return left <= x <= right and top <= y <= bottom


def middle_of(words: Words) -> tuple[float, float]:
    left, top, right, bottom = extent(words)
    return ((left + right) / 2, (top + bottom) / 2)


def extent(words: Words) -> tuple[float, float, float, float]:
    wide, size = line_width(words.line), SIZES[words.line.type]
    left = {"left": words.x, "middle": words.x - wide / 2, "right": words.x - wide}[words.align]
    return (left, words.y - 0.7 * size, left + wide, words.y)


def test_no_words_lie_on_other_words() -> None:
    for canvas in canvases():
        boxes = [(words.line.text, extent(words)) for words in canvas.shapes if isinstance(words, Words)]
        for (text, one), (other_text, other) in combinations(boxes, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart or not text or not other_text, (text, other_text)


def test_everything_that_is_drawn_lies_on_the_paper() -> None:
    for canvas in canvases():
        for words in canvas.shapes:
            if isinstance(words, Words):
                left, top, right, bottom = extent(words)
                assert left >= 0
                assert top >= 0
                assert right <= canvas.width
                assert bottom <= canvas.height


def test_a_view_becomes_pixels_through_dot() -> None:
    for picture in hard_pictures().values():
        assert to_dot(picture.drawn).startswith("// positions are pinned")
        assert to_png(picture.drawn, resolution=40).startswith(b"\x89PNG")


def test_words_on_a_canvas_say_what_was_written_and_nothing_that_xml_forbids() -> None:
    canvas = Canvas()
    canvas.words(10, 10, [Line('<b> & "quoted" \\N ]]> \x00\x1b')], href='x"><script>', colour=INK)
    svg = ET.fromstring(to_svg(canvas, title="<&>", description="<&>"))
    assert [text.text for text in svg.iter(f"{SVG}text")] == ['<b> & "quoted" \\N ]]> ']
    assert [link.get("href") for link in svg.iter(f"{SVG}a")] == ['x"><script>']


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_a_view(name: str) -> None:
    journey = named(name)
    graph = from_journey(journey)
    version = Case(service(journey), journey, graph, judge(service(journey), journey, graph))
    finding = Finding("rule", Severity.ERROR, name, HERE, subject=name, labels=(Label(HERE, name),))
    for picture in (
        draw_remedy_map(version),
        draw_authority_ladder(version),
        draw_strip(version),
        draw_dead_end(version, finding),
        draw_overview(version, sections(journey)),
    ):
        svg = to_svg(picture.drawn, title=name, description=picture.description)
        assert ET.fromstring(svg).get("role") == "img"
