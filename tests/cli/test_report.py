from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from journeyaudit.drawing import DrawingError

FOUNDING = Path(__file__).resolve().parents[2] / "samples" / "founding"
AS_IS = str(FOUNDING / "order-as-is.journey")
CASES = FOUNDING.parent / "cases"


def test_a_page_is_written_and_findings_are_no_failure(run: Any) -> None:
    result = run("report", AS_IS, "-o", "report.html")
    assert result.exit_code == 0, result.output
    assert "report.html is written" in result.output
    page = Path("report.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count("<img ") == 4
    assert 'id="rule-no-human-correction"' in page


def test_without_a_file_it_says_what_to_type(run: Any) -> None:
    result = run("report", AS_IS)
    assert result.exit_code == 2
    assert "journeyaudit report -o report.html" in result.output


def test_a_journey_is_never_written_over(run: Any) -> None:
    Path("order.journey").write_text(Path(AS_IS).read_text("utf-8"), "utf-8")
    before = Path("order.journey").read_bytes()
    result = run("report", "order.journey", "-o", "order.journey")
    assert result.exit_code == 2
    assert Path("order.journey").read_bytes() == before


def test_pictures_can_be_left_out(run: Any) -> None:
    assert run("report", AS_IS, "-o", "a.html", "--no-pictures").exit_code == 0
    assert "<img " not in Path("a.html").read_text("utf-8")


def test_broken_input_is_written_and_leaves_with_2(run: Any) -> None:
    Path("a.journey").write_text("journey A\n  stepp B\n", "utf-8")
    result = run("report", "-o", "a.html")
    assert result.exit_code == 2
    assert "Could not be read" in Path("a.html").read_text("utf-8")
    assert "a.journey:2" in result.output


def test_nothing_to_report_writes_nothing(run: Any) -> None:
    result = run("report", "-o", "a.html")
    assert result.exit_code == 2
    assert "no journey is described" in result.output
    assert not Path("a.html").exists()


def test_the_same_text_gives_the_same_bytes(run: Any) -> None:
    for name in ("a.html", "b.html"):
        assert run("report", AS_IS, "-o", name, "--as-of", "2027-01-31", "--title", "T<1>").exit_code == 0
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()
    page = Path("a.html").read_text("utf-8")
    assert "<h1>T&lt;1&gt;</h1>" in page
    assert "as of 2027-01-31" in page


def test_a_day_that_is_none_is_refused(run: Any) -> None:
    assert "is no day" in run("report", AS_IS, "-o", "a.html", "--as-of", "tomorrow").output


def test_without_a_drawing_engine_only_the_pictures_of_journeys_are_missing(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_draws(*_: Any, **__: Any) -> bytes:
        raise DrawingError("nothing can draw here")

    monkeypatch.setattr("journeyaudit.drawing.svg.run", nothing_draws)
    result = run("report", AS_IS, "-o", "a.html")
    assert result.exit_code == 0
    assert "the page has no pictures of whole journeys: nothing can draw here" in result.output
    assert Path("a.html").read_text("utf-8").count("<img ") == 3


def test_a_journey_too_large_for_one_picture_is_shown_as_its_parts(run: Any) -> None:
    steps = "".join(f"  step Step {number}\n    phase: P{number // 40}\n" for number in range(170))
    Path("big.journey").write_text(f"journey Big\n{steps}  end good: Done\n", "utf-8")
    run("report", "big.journey", "-o", "big.html")
    page = Path("big.html").read_text("utf-8")
    assert "The journey as a picture" in page
    assert "<img " in page


def test_rules_of_ones_own_are_explained_too(run: Any) -> None:
    page = (Path(__file__).resolve().parents[2] / "rules" / "kafka" / "dead-end.md").read_text("utf-8")
    Path("own").mkdir()
    Path("own/no-way-out.md").write_text(page.replace("dead-end", "no-way-out"), "utf-8")
    Path("a.journey").write_text("journey A\n  Asked -> Refused\n", "utf-8")
    result = run("report", "a.journey", "-o", "a.html", "--rules", "own")
    assert result.exit_code == 0, result.output
    assert 'id="rule-no-way-out"' in Path("a.html").read_text("utf-8")


def _told_of(page: str, name: str) -> str:
    """The part about one journey, without numbers of findings and without bars, which have the page's scale."""
    (part,) = (each for each in page.split("<article")[1:] if f">{name}</span>" in each.partition("</h3>")[0])
    part = re.sub(r"<svg.*?</svg>", "", part.partition("</article>")[0])
    return re.sub(r'(id|href|for|aria-labelledby|data-[a-z-]+)="[^"]*"', "", part)


def test_nobody_of_another_file_is_told_about_a_journey(run: Any) -> None:
    strange = (CASES / "abo-ohne-uebersicht-ist.journey", CASES / "keystroke-death-as-is.journey")
    for place in (CASES / "parking-typo-as-is.journey", CASES / "photo-flagged-as-is.journey"):
        assert run("report", str(place), "-o", "alone.html").exit_code == 0
        assert run("report", *map(str, (place, *strange)), "-o", "among.html").exit_code == 0
        name = re.search(r"journey (.+)", place.read_text("utf-8"))[1].strip()  # type: ignore[index]
        alone, among = (Path(f"{each}.html").read_text("utf-8") for each in ("alone", "among"))
        assert _told_of(alone, name) == _told_of(among, name)
