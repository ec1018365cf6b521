"""The command line, with real files and real pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeyaudit.cli.group import journeyaudit
from journeyaudit.drawing import engine
from tests.drawing.told import HARD, ROOT

FOUNDING = ROOT / "samples" / "founding"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with journeys below it."""
    (tmp_path / "texts").mkdir()
    for path in (HARD, FOUNDING / "order-as-is.journey", FOUNDING / "order-repaired.journey"):
        shutil.copy(path, tmp_path / "texts" / path.name)
    shutil.copy(ROOT / "samples" / "people.journey", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def render(*words: str) -> Result:
    return CliRunner().invoke(journeyaudit, ["render", *words])


@pytest.mark.parametrize("view", ["dead-end", "remedy-map", "authority-ladder", "strip"])
def test_views_for_decisions_need_no_engine(desk: Path, view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_wheel", lambda: None)
    monkeypatch.setenv("PATH", "")
    result = render("texts/order-as-is.journey", "--view", view)
    assert result.exit_code == 0
    assert result.stdout.startswith("<svg")


@pytest.mark.parametrize("view", ["blueprint", "plain", "dead-end", "remedy-map", "compare"])
def test_links_lead_from_the_picture_to_the_line(desk: Path, view: str) -> None:
    (desk / "pictures").mkdir()
    more = ("--against", "texts/order-repaired.journey") if view == "compare" else ()
    words = ("texts/order-as-is.journey", "--view", view, "-o", "pictures/a.svg", *more)
    assert render(*words).exit_code == 0
    assert "../texts/order-as-is.journey#L" in (desk / "pictures" / "a.svg").read_text("utf-8")
    assert str(desk) not in (desk / "pictures" / "a.svg").read_text("utf-8")


def test_the_same_words_give_the_same_bytes(desk: Path) -> None:
    for view in ("blueprint", "remedy-map", "authority-ladder", "strip", "dead-end"):
        one, other = (render("texts/hard.journey", "--view", view).stdout_bytes for _ in range(2))
        assert one == other


@pytest.mark.parametrize("form", ["dot", "svg"])
def test_the_same_words_give_the_same_bytes_in_another_process(form: str) -> None:
    """Sets would come in another order there."""
    words = (sys.executable, "-m", "journeyaudit", "render", str(HARD), "--format", form)
    processes = [
        subprocess.run(words, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "77")
    ]
    assert processes[0].stdout.strip()
    assert processes[0].stdout == processes[1].stdout


def test_a_journey_in_parts_is_an_overview_with_a_picture_for_each(desk: Path) -> None:
    result = render("texts/hard.journey", "--view", "phases", "-o", "big.svg")
    assert result.exit_code == 0
    assert "big.svg and a picture of each part: big-1-melden.svg to big-2-pr-fen.svg" in result.stderr
    overview = Path("big.svg").read_text("utf-8")
    for part in ("big-1-melden.svg", "big-2-pr-fen.svg"):
        assert f'href="{part}"' in overview
        assert Path(part).read_text("utf-8").startswith("<svg")


def test_a_large_journey_is_drawn_in_parts_without_being_asked(desk: Path) -> None:
    steps = "".join(f"  step Step {number}\n    by: Anna\n    takes: 1 min\n" for number in range(170))
    text = f"actor Anna\n  kind: human\n\njourney Large\n{steps}  end good: Done\n"
    Path("large.journey").write_text(text, "utf-8")
    assert render("large.journey", "-o", "large.svg").exit_code == 0
    assert sorted(path.name for path in Path().glob("large*.svg")) == [
        "large-1-large-part-1-of-3.svg",
        "large-2-large-part-2-of-3.svg",
        "large-3-large-part-3-of-3.svg",
        "large.svg",
    ]
    assert "3 parts" in render("large.journey").stdout
    assert render("large.journey", "--format", "dot").stdout.count("Step 169") > 0


def test_a_comparison_is_meant_when_an_earlier_text_is_named(desk: Path) -> None:
    words = ("texts/order-repaired.journey", "--against", "texts/order-as-is.journey", "--format", "dot")
    assert "Online order: what changes" in render(*words).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("texts/order-repaired.journey", "--view", "compare"), "name the earlier text with --against"),
        (
            ("texts/order-repaired.journey", "--view", "strip", "--against", "texts/order-as-is.journey"),
            "--against belongs to --view compare",
        ),
        (("texts/hard.journey", "--view", "strip", "--format", "mermaid"), "Mermaid can show the flow only"),
        (("texts/order-repaired.journey", "--view", "dead-end"), "there is no dead end to draw"),
        (("texts/order-repaired.journey", "--against", "missing.journey"), "missing.journey"),
    ],
)
def test_what_does_not_go_together_is_explained(desk: Path, words: tuple[str, ...], said: str) -> None:
    result = render(*words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_pdf_needs_graphviz_itself_and_the_message_says_so(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = render("texts/order-as-is.journey", "-o", "a.pdf")
    assert result.exit_code == 2
    assert "A PDF needs Graphviz itself" in result.stderr
    assert not Path("a.pdf").exists()


def test_with_graphviz_a_pdf_is_written(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_run_system", lambda dot, form, _: f"%{form} {dot[:12]}".encode())
    assert render("texts/order-as-is.journey", "--view", "strip", "-o", "a.pdf").exit_code == 0
    assert Path("a.pdf").read_bytes() == b"%pdf // positions"
