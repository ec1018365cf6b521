from __future__ import annotations

import shutil
import subprocess

import pytest

from journeyaudit.drawing import DrawingError, draw, draw_remedy_map, engine, to_dot, to_png, to_svg
from journeyaudit.drawing.pinned import PINNED, pinned_source
from tests.drawing.told import sample


def test_without_any_engine_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_wheel", lambda: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DrawingError, match="pip install graphviz-pure"):
        to_svg("digraph {}")


def test_without_the_wheel_graphviz_of_the_system_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    import graphviz

    asked: list[tuple[str, str, object]] = []

    def pipe(self: graphviz.Source, format: str, neato_no_op: object, **_: object) -> bytes:
        asked.append((self.engine, format, neato_no_op))
        return b"<svg></svg>"

    monkeypatch.setattr(engine, "_wheel", lambda: None)
    monkeypatch.setattr(graphviz.Source, "pipe", pipe)
    to_svg(f"{PINNED}\ndigraph {{}}")
    to_png("digraph {}")
    assert asked == [("neato", "svg", 2), ("dot", "png", None)]


def test_pinned_drawings_are_left_where_they_are() -> None:
    picture = to_svg(f'{PINNED}\ndigraph {{ a [pos="0,0"] b [pos="500,0"] }}')
    assert 'cx="527"' in picture or 'width="562pt"' in picture


def test_what_the_engine_complains_about_reaches_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, b"", b"syntax error\nin line 1")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    monkeypatch.setattr(engine, "_wheel", lambda: "/somewhere/graphviz-pure")
    with pytest.raises(DrawingError, match="graphviz-pure says: syntax error in line 1"):
        to_png("digraph {")


def test_letters_that_the_wheel_cannot_draw_are_left_to_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[str] = []
    monkeypatch.setattr(engine, "_wheel", lambda: "wheel")
    monkeypatch.setattr(engine, "_run_program", lambda *_: used.append("wheel") or b"")
    monkeypatch.setattr(engine, "_run_system", lambda *_: used.append("system") or b"")
    monkeypatch.setattr(engine.shutil, "which", lambda _: "/usr/bin/dot")
    for dot in ("digraph { Gr\u00f6\u00dfe }", "digraph { \u0645\u0631 }"):
        to_png(dot)
    monkeypatch.setattr(engine.shutil, "which", lambda _: None)
    to_png("digraph { \u0645\u0631 }")
    assert used == ["wheel", "system", "wheel"]


def test_the_system_is_asked_for_fonts_as_narrow_as_the_measured_one(monkeypatch: pytest.MonkeyPatch) -> None:
    import graphviz

    asked: list[str] = []
    monkeypatch.setattr(engine, "_wheel", lambda: None)
    monkeypatch.setattr(
        graphviz.Source, "pipe", lambda self, **_: asked.append(self.source) or b"<svg></svg>"
    )
    to_svg('digraph { node [fontname=Helvetica] a [fontname="Helvetica-Bold"] }')
    assert "fontname=Helvetica" not in asked[0]
    assert asked[0].count('fontname="Arial,') == 2
    assert 'Helvetica bold"' in asked[0]


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz itself is not installed here")
@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_graphviz_of_the_system_draws_every_kind_of_picture(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_wheel", lambda: None)
    version = sample("founding/order-as-is")
    graph = draw(version.service, version.journey, version.graph, verdicts=version.verdicts)
    plain = draw(version.service, version.journey, version.graph, view="plain")
    map_ = to_dot(draw_remedy_map(sample("founding/order-repaired")).drawn)
    beginning = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF-"}[form]
    for dot in (graph, plain, map_):
        assert engine.run(dot, form).startswith(beginning)


def test_long_texts_are_sums_of_short_ones_for_old_versions_of_graphviz() -> None:
    import graphviz

    long = "S 5 -solid " * 5000
    written = pinned_source(graphviz.Digraph(graph_attr={"_background": long}))
    pieces = written.split('"')[1::2]
    assert max(map(len, pieces)) <= 16_384
    assert "".join(pieces) == long
    assert '" + "' in written
