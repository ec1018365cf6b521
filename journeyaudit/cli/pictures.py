"""A journey and a wish -> pictures as bytes, each with the name of its file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from journeyaudit.finding import Finding
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit import drawing

GRAPHS = ("blueprint", "plain")
"""Views of the flow itself, which Mermaid can show as well."""
PICTURES = ("svg", "png", "pdf")


@record
class Wish:
    """What is to be drawn: ``form`` is the format, ``out`` the file ("" for the screen). ``against`` is
    the earlier version for a comparison."""

    view: str
    form: str
    out: str
    chosen: JourneyOutcome
    sources: Mapping[str, SourceText]
    finding: Finding | None = None
    against: JourneyOutcome | None = None

    @property
    def lanes(self) -> Literal["blueprint", "plain"]:
        """How the flow is drawn."""
        return "plain" if self.view == "plain" else "blueprint"


def pictures(wish: Wish) -> Iterator[tuple[str, bytes]]:
    """One, or an overview followed by a picture for each part. Raises ``drawing.DrawingError``."""
    from journeyaudit import drawing

    journey = wish.chosen.journey
    large = len(journey.nodes) > drawing.LARGE and wish.form in PICTURES and wish.finding is None
    if wish.view == "phases" or (wish.view in GRAPHS and large):
        yield from _in_parts(wish)
    elif wish.view in GRAPHS:
        yield wish.out, _graph(wish)
    else:
        yield wish.out, _decision(wish)


def _graph(wish: Wish) -> bytes:
    from journeyaudit import drawing

    service, journey, graph = wish.chosen.service, wish.chosen.journey, wish.chosen.graph
    trail = drawing.trail_of(journey, wish.finding)
    if wish.form == "mermaid":
        return drawing.mermaid(service, journey, graph, trail).encode()
    section = None
    if trail and len(journey.nodes) > drawing.LARGE:
        section = drawing.neighbourhood(graph, trail)
    dot = drawing.draw(
        service,
        journey,
        graph,
        view=wish.lanes,
        trail=trail,
        finding=wish.finding,
        verdicts=wish.chosen.verdicts,
        pointing=_pointing(wish),
        section=section,
    )
    told = drawing.describe(journey, trail=trail, finding=wish.finding, verdicts=wish.chosen.verdicts)
    return _as_bytes(drawing.Picture(dot, told), wish)


def _decision(wish: Wish) -> bytes:
    from journeyaudit import drawing

    case, pointing = wish.chosen.case, _pointing(wish)
    match wish.view:
        case "remedy-map":
            picture = drawing.draw_remedy_map(case, pointing)
        case "authority-ladder":
            picture = drawing.draw_authority_ladder(case, pointing)
        case "strip":
            picture = drawing.draw_strip(case, pointing)
        case "compare" if wish.against is not None:
            picture = drawing.draw_comparison(wish.against.case, case, pointing)
        case _ if wish.finding is not None:
            picture = drawing.draw_dead_end(case, wish.finding, pointing)
        case _:
            raise ValueError(f"nothing says what to draw: {wish.view}")
    return _as_bytes(picture, wish)


def _in_parts(wish: Wish) -> Iterator[tuple[str, bytes]]:
    """On the screen the overview alone: there is room for one picture."""
    from journeyaudit import drawing

    found = drawing.sections(wish.chosen.journey)
    files = [drawing.file_of(wish.out, section) for section in found] if wish.out else []
    links = [quote(Path(file).name) for file in files] if wish.form == "svg" else []
    case = wish.chosen.case
    yield wish.out, _as_bytes(drawing.draw_overview(case, found, links), wish)
    if not files:
        return
    parts = drawing.draw_parts(
        case.service,
        case.journey,
        case.graph,
        found,
        view=wish.lanes,
        verdicts=case.verdicts,
        pointing=_pointing(wish),
    )
    for section, file, dot in zip(found, files, parts, strict=True):
        told = drawing.describe_part(case.journey, section)
        yield file, _as_bytes(drawing.Picture(dot, told), wish)


def _as_bytes(picture: drawing.Picture, wish: Wish) -> bytes:
    from journeyaudit import drawing

    match wish.form:
        case "svg":
            title = wish.chosen.journey.name
            return drawing.to_svg(picture.drawn, title=title, description=picture.description).encode()
        case "png":
            return drawing.to_png(picture.drawn)
        case "pdf":
            return drawing.to_pdf(picture.drawn)
        case _:
            return drawing.to_dot(picture.drawn).encode()


def _pointing(wish: Wish) -> drawing.Pointing:
    """Links lead from where the picture will lie to the lines of the text."""
    from journeyaudit import drawing

    def line_of(span: Span) -> int:
        source = wish.sources.get(span.file)
        return 0 if source is None else source.line_of(span.start)

    def address_of(file: str) -> str:
        return quote(_seen_from(wish.out, file).replace(os.sep, "/"))

    return drawing.Pointing(line_of, address_of)


def _seen_from(picture: str, file: str) -> str:
    if not picture:
        return file
    try:
        return os.path.relpath(file, Path(picture).parent)
    except ValueError:  # another drive
        return file
