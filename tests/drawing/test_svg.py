from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.drawing import describe, draw, mermaid, to_png, to_svg
from journeyaudit.drawing.palette import ALL
from journeyaudit.drawing.pointing import Pointing
from journeyaudit.finding import Finding, Moment, Severity, Story
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.journey import Journey
from journeyaudit.model.trouble import Mistake
from tests.drawing.cases import HERE, Draft, claim_case, founding_case, service

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    'He said "no"',
    "back\\slash\\",
    "\\N \\G \\l \\\\",
    "<b>bold</b> & <i",
    "<>",
    "line\nfeed\r\tand\x00null\x1b",
    "100 % {curly} [square] |pipe| ;semi: #hash `tick`",
    "]]>--><!--",
    "Größe der Lücke",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "\u202edlrow",
    "\U0001f680 \u2709 \U0001f1e9\U0001f1ea",
    "\ud800 alone",
    "x" * 400,
    "",
    " ",
    "end",
    "node",
    "-->",
)


def named(name: str) -> Journey:
    draft = Draft()
    start = draft.start()
    step = draft.step(name, by="customer")
    draft.go(start, step)
    draft.branch(step, draft.end("bad", name), name)
    mistake = Mistake(0, name, HERE, HERE, step, no_remedy=name)
    return draft.journey(name, mistakes=(mistake,))


def svg_of(journey: Journey, **options: object) -> ET.Element:
    dot = draw(service(journey), journey, from_journey(journey), **options)  # type: ignore[arg-type]
    return ET.fromstring(to_svg(dot, title=journey.name, description=describe(journey)))


def words(svg: ET.Element) -> str:
    return " ".join("".join(text.itertext()) for text in svg.iter(f"{SVG}text"))


@pytest.mark.parametrize("view", ["blueprint", "plain"])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_a_picture(name: str, view: str) -> None:
    svg = svg_of(named(name), view=view, pointing=Pointing(lambda _: 1))
    assert "start" in words(svg)


@given(st.text(max_size=30))
@settings(max_examples=15, deadline=None)
def test_any_text_as_a_name_gives_well_formed_svg(name: str) -> None:
    assert svg_of(named(name)).tag == f"{SVG}svg"


@pytest.mark.parametrize(
    "name", ["<b>bold</b> & <i", "back\\slash\\", "\\N \\G \\l", 'He said "no"', "&amp; &#92;"]
)
def test_names_are_shown_as_they_were_written(name: str) -> None:
    shown = "".join(words(svg_of(named(name))).split())
    assert "".join(name.split()) in shown


def test_the_picture_is_an_image_with_a_name_and_a_story() -> None:
    journey = founding_case()
    svg = svg_of(journey)
    assert svg.get("role") == "img"
    title, story = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Online order"
    assert story is not None
    assert story.text == describe(journey)
    assert svg.get("aria-labelledby") == f"{title.get('id')} {story.get('id')}"


def test_every_colour_that_is_drawn_has_a_counterpart_for_the_night() -> None:
    known = {colour.day for colour in ALL} | {"none", None}
    for case in (founding_case, claim_case):
        for element in svg_of(case()).iter():
            assert element.get("fill") in known
            assert element.get("stroke") in known


def test_boxes_are_links_to_their_lines() -> None:
    svg = svg_of(founding_case(), pointing=Pointing(lambda span: span.start))
    links = [a.get("{http://www.w3.org/1999/xlink}href") for a in svg.iter(f"{SVG}a")]
    assert "#L120" in links


def test_hovering_over_a_box_tells_its_name_and_line() -> None:
    titles = [
        title.text for title in svg_of(founding_case(), pointing=Pointing(lambda _: 7)).iter(f"{SVG}title")
    ]
    assert "Place order (order.journey:7)" in titles
    assert "n1" not in titles


def test_a_png_is_a_png() -> None:
    journey = founding_case()
    png = to_png(draw(service(journey), journey, from_journey(journey)))
    assert png.startswith(b"\x89PNG\r\n\x1a\n")


def test_the_description_tells_the_dead_end_in_words() -> None:
    story = Story((Moment(600, "You order"), Moment(603, "You see it.")), "Nobody may help")
    finding = Finding("dead-end", Severity.ERROR, "nobody can help", HERE, story=story)
    told = describe(founding_case(), trail=(0, 1, 2), finding=finding)
    assert "Bad ends: Cannot be changed, Pro-rata refund." in told
    assert "Finding: nobody can help." in told
    assert "The way there: start, then Place order, then Trigger fulfilment." in told
    assert told.endswith("You order. You see it. Nobody may help.")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_a_mermaid_line(name: str) -> None:
    journey = named(name)
    text = mermaid(service(journey), journey, from_journey(journey), (0, 1))
    for line in text.splitlines():
        assert line.count('"') in (0, 2)
        inside = line.split('"')[1] if '"' in line else ""
        assert not set(inside) & set("<>[]{}|`%&\\")


def test_mermaid_has_a_subgraph_per_lane_and_marks_the_trail() -> None:
    journey = founding_case()
    text = mermaid(service(journey), journey, from_journey(journey), (0, 1, 2))
    assert text.startswith("flowchart LR\n")
    assert text.count("subgraph") == text.count("  end\n") == 5
    assert '    n1["Place order"]\n' in text
    assert '  n8 -->|"yes (98 #37;)"| n9\n' in text
    assert "  class n0,n1,n2 trail\n" in text
    assert "  linkStyle 0,1 stroke:" in text
    assert "i0 -.-> n3" in text
