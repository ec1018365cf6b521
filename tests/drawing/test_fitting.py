from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from journeyaudit.drawing import draw, to_svg
from journeyaudit.drawing.fitting import fitted, length_of
from journeyaudit.graph.from_journey import from_journey
from tests.drawing.cases import claim_case, founding_case, repaired_case, service

SVG = "{http://www.w3.org/2000/svg}"


def test_every_line_of_a_drawing_is_held_to_its_width() -> None:
    for case in (founding_case, claim_case, repaired_case):
        journey = case()
        svg = ET.fromstring(to_svg(draw(service(journey), journey, from_journey(journey))))
        for text in svg.iter(f"{SVG}text"):
            words = "".join(text.itertext())
            assert (text.get("textLength") is not None) == (len(words) >= 3)


def test_no_words_are_wider_than_their_box_whatever_the_font() -> None:
    journey = founding_case()
    svg = ET.fromstring(to_svg(draw(service(journey), journey, from_journey(journey))))
    for group in svg.iter(f"{SVG}g"):
        outline = group.find(f".//{SVG}path")
        if group.get("class") != "node" or outline is None:
            continue
        edges = [float(x) for x, _ in re.findall(r"(-?[\d.]+),(-?[\d.]+)", outline.get("d", ""))]
        for text in group.iter(f"{SVG}text"):
            if text.get("textLength"):
                assert float(text.get("textLength", "0")) <= max(edges) - min(edges)


@pytest.mark.parametrize("words", ["مرحبا بالعالم", "你好世界", "ab", "🚀🚀🚀🚀"])
def test_scripts_whose_widths_are_not_known_are_left_as_they_are(words: str) -> None:
    assert length_of(words, 11.0, bold=False) == ""
    plain = f'<text x="1" font-size="11.00" fill="#000000">{words}</text>'
    assert fitted(plain) == plain


def test_words_are_measured_as_they_are_shown_and_not_as_they_are_written() -> None:
    one = fitted('<text font-size="10" font-weight="bold">a &amp; b</text>')
    assert length_of("a & b", 10.0, bold=True) in one
    assert one.endswith(">a &amp; b</text>")
