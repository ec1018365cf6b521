"""An outcome -> the pictures of its page: every dead end, every journey, and what people decide by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from journeyaudit.cli import screen
from journeyaudit.reports.columns import shown
from journeyaudit.reports.drawn import Drawn
from journeyaudit.reports.review.attribution import attributed
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.verdicts.verdict import Judgement

if TYPE_CHECKING:
    from journeyaudit.drawing import Picture


def dead_ends(outcome: Outcome) -> Mapping[int, Drawn]:
    """By the number of the finding, from 1: of those that tell a story."""
    from journeyaudit import drawing

    found: dict[int, Drawn] = {}
    for at, findings in attributed(outcome).of_journey.items():
        version = outcome.journeys[at].case
        for number, finding in findings:
            if finding.story is not None and finding.story.moments:
                found[number] = _drawn(drawing.draw_dead_end(version, finding), finding.title)
    return found


def journey_pictures(outcome: Outcome) -> Mapping[int, tuple[tuple[str, Drawn], ...]]:
    """By the number of the journey, from 0, each with its heading. What nothing here can draw is left
    out, and that is said."""
    from journeyaudit.drawing import DrawingError

    found: dict[int, tuple[tuple[str, Drawn], ...]] = {}
    draws = True
    for at, told in enumerate(outcome.journeys):
        pictures: list[tuple[str, Drawn]] = []
        if draws:
            try:
                pictures.append(("The journey as a picture", _flow(told)))
            except DrawingError as error:
                draws = False
                said = f"the page has no pictures of whole journeys: {error}"
                screen.write(f"journeyaudit: {shown(said)}\n", to_stderr=True)
        found[at] = (*pictures, *_decisions(told))
    return found


def _flow(told: JourneyOutcome) -> Drawn:
    """The blueprint; of a large journey the overview."""
    from journeyaudit import drawing

    journey = told.journey
    if len(journey.nodes) > drawing.LARGE:
        overview = drawing.draw_overview(told.case, drawing.sections(journey))
        return _drawn(overview, journey.name)
    dot = drawing.draw(told.service, journey, told.graph, verdicts=told.verdicts)
    return _drawn(drawing.Picture(dot, drawing.describe(journey, verdicts=told.verdicts)), journey.name)


def _decisions(told: JourneyOutcome) -> Iterator[tuple[str, Drawn]]:
    """Who may decide; what works at which hour, where it matters; what it asks of the customer."""
    from journeyaudit import drawing

    name = told.journey.name
    if told.verdicts:
        ladder = drawing.draw_authority_ladder(told.case)
        yield "Who may decide what, and how far each mistake gets", _drawn(ladder, name)
    if any(each.judgement is Judgement.LUCK for each in told.verdicts):
        yield "What works at which hour of the week", _drawn(drawing.draw_remedy_map(told.case), name)
    if told.journey.customer:
        yield "What it asks of the customer", _drawn(drawing.draw_strip(told.case), name)


def _drawn(picture: Picture, name: str) -> Drawn:
    from journeyaudit import drawing

    svg = drawing.to_svg(picture.drawn, title=name, description="")
    return Drawn(svg, picture.description)
