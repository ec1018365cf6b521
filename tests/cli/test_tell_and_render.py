from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journeyaudit import Wishes
from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from tests.reports import made


def test_tell_tells_every_journey_of_the_file(run: Any, audited: Any) -> None:
    asked = audited(made.outcome(made.headline()))
    result = run("tell", "a.journey")
    assert result.exit_code == 0
    assert result.stdout.startswith("Online order\n============\n")
    assert asked == [(("a.journey",), Wishes(also_excluded=True))]


@pytest.mark.parametrize("command", ["tell", "render"])
def test_a_file_without_a_journey_is_no_success(run: Any, audited: Any, command: str) -> None:
    audited(Outcome(made.SERVICE, ("people.journey",)))
    result = run(command, "people.journey")
    assert result.exit_code == 2
    assert "no journey is described in people.journey" in result.stderr


@pytest.mark.parametrize("command", ["tell", "render"])
def test_what_could_not_be_understood_is_shown_beside_it(run: Any, audited: Any, command: str) -> None:
    audited(
        made.outcome(Finding("unknown-name", Severity.INPUT, "nobody is called that", made.at("Hotline")))
    )
    result = run(command, "a.journey")
    assert result.exit_code == 2
    assert "error[unknown-name]: nobody is called that" in result.stderr


def two_journeys() -> Outcome:
    one = made.outcome(made.headline())
    other = replace(made.JOURNEY, name="Returns", key="returns")
    graph: Any = None
    return replace(one, journeys=(*one.journeys, JourneyOutcome(Case(made.SERVICE, other, graph, ()))))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "choose one with --journey: “Online order”, “Returns”"),
        (("--journey", "Return"), "no journey is called 'Return'"),
        (
            ("--journey", "online order", "--finding", "no-human-corection"),
            "did you mean 'no-human-correction'?",
        ),
        (("--journey", "Returns", "--finding", "no-human"), "there are: none"),
        (("--journey", "Returns", "--finding", "2"), "there is no finding 2; there are 1"),
        (("--journey", "Returns", "--finding", "1"), "finding 1 is about the journey “Online order”"),
        (("--format", "gif"), "'gif'"),
        (("-o", "a.gif"), "no picture has the ending '.gif'"),
        (("-o", ""), "the name of the file is missing"),
        (("--journey", "Returns", "--finding", "²"), "there are: none"),
        (("--journey", "Returns", "--finding", ""), "there are: none"),
    ],
)
def test_what_cannot_be_drawn_is_explained(run: Any, audited: Any, words: Any, said: str) -> None:
    audited(two_journeys())
    result = run("render", "a.journey", *words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Puts words in place of pictures and collects what was asked to be drawn."""
    asked: list[Any] = []

    def draw(service: Any, journey: Any, graph: Any, **how: Any) -> str:
        asked.append((journey.name, how))
        return "digraph"

    monkeypatch.setattr("journeyaudit.drawing.describe", lambda *_, **__: "told")
    monkeypatch.setattr("journeyaudit.drawing.draw", draw)
    monkeypatch.setattr("journeyaudit.drawing.to_svg", lambda dot, **_: f"<svg>{dot}")
    monkeypatch.setattr("journeyaudit.drawing.to_png", lambda dot: b"PNG" + dot.encode())
    monkeypatch.setattr("journeyaudit.drawing.mermaid", lambda *parts: f"flowchart {parts[-1]}")
    return asked


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("-o", "a.svg"), b"<svg>digraph"),
        (("-o", "a.png"), b"PNGdigraph"),
        (("-o", "a.dot"), b"digraph"),
        (("-o", "a.mmd"), b"flowchart ()"),
        (("-o", "a.png", "--format", "dot"), b"digraph"),
        (("-o", "picture"), b"<svg>digraph"),
    ],
)
def test_the_name_of_the_file_says_the_format_unless_an_option_does(
    run: Any, audited: Any, drawn: Any, words: Any, written: bytes
) -> None:
    audited(made.outcome())
    result = run("render", "a.journey", *words)
    assert (result.exit_code, result.output) == (0, "")
    assert Path(words[1]).read_bytes() == written


@pytest.mark.parametrize("name", ["a.journey", "b.journey", "link.svg"])
def test_a_picture_is_never_written_over_a_journey(run: Any, audited: Any, drawn: Any, name: str) -> None:
    audited(made.outcome())
    Path("a.journey").write_text("journey A\n", "utf-8")
    Path("link.svg").symlink_to("a.journey")
    result = run("render", "a.journey", "-o", name, "--format", "svg")
    assert result.exit_code == 2
    assert "would be lost" in result.stderr
    assert Path("a.journey").read_text("utf-8") == "journey A\n"


def test_names_of_journeys_cannot_steer_the_terminal(run: Any, audited: Any) -> None:
    both = two_journeys()
    case = Case(made.SERVICE, replace(made.JOURNEY, name="\x1b[31mred"), both.journeys[0].graph, ())
    steering = replace(both.journeys[0], case=case)
    audited(replace(both, journeys=(steering, both.journeys[1])))
    result = run("render", "a.journey")
    assert "\x1b" not in result.stderr
    assert "[31mred" in result.stderr


def test_without_a_file_the_picture_goes_to_the_screen(run: Any, audited: Any, drawn: Any) -> None:
    audited(made.outcome())
    assert run("render", "a.journey", "--view", "plain").stdout == "<svg>digraph"
    assert drawn[0][1]["view"] == "plain"


@pytest.mark.parametrize("wanted", ["no-human-correction", "1"])
def test_a_finding_is_drawn_with_its_trail_as_numbers(
    run: Any, audited: Any, drawn: Any, wanted: str
) -> None:
    places = (made.JOURNEY.nodes[1], made.JOURNEY.nodes[2])
    trail = tuple(made.Label(node.header, node.title) for node in places)
    audited(made.outcome(made.headline(trail=trail)))
    assert run("render", "a.journey", "--finding", wanted).exit_code == 0
    assert drawn[0][1]["trail"] == (1, 2)
    assert drawn[0][1]["finding"].rule == "no-human-correction"


def test_where_nothing_can_draw_the_reason_is_given(
    run: Any, audited: Any, drawn: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class DrawingError(Exception):
        pass

    def fail(_: str, **__: str) -> str:
        raise DrawingError("Nothing that can draw was found.")

    audited(made.outcome())
    monkeypatch.setattr("journeyaudit.drawing.DrawingError", DrawingError)
    monkeypatch.setattr("journeyaudit.drawing.to_svg", fail)
    result = run("render", "a.journey")
    assert result.exit_code == 2
    assert "Nothing that can draw was found." in result.stderr


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("", "The text does not say who does this; it happens at once."),
        ("    by: Clerk\n", "Clerk does this, at once."),
    ],
)
def test_a_step_without_duration_reads_as_a_sentence_whoever_does_it(run: Any, by: str, said: str) -> None:
    text = f"actor Clerk\n  kind: human\n\njourney A\n  step Stamp\n{by}    takes: at once\n  end good: B\n"
    Path("a.journey").write_text(text)
    assert f"Stamp. {said}" in run("tell", "a.journey").stdout
