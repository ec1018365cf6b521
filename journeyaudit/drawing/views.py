"""A view that is asked for -> the picture, and the same told in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeyaudit.comparison.journeys import same_things
from journeyaudit.drawing import authority_ladder, compare, dead_end, overview, remedy_map, scene, strip
from journeyaudit.drawing.authority import climbs, rungs
from journeyaudit.drawing.canvas import Canvas
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing
from journeyaudit.drawing.sections import Section
from journeyaudit.drawing.strip_facts import good_way, places
from journeyaudit.drawing.week import weeks
from journeyaudit.finding import Finding
from journeyaudit.rulebook.case import Case


@dataclass(frozen=True, slots=True)
class Picture:
    """``drawn`` is DOT text, or a canvas, which needs no engine to become SVG."""

    drawn: str | Canvas
    description: str


def draw_remedy_map(case: Case, pointing: Pointing = NOWHERE_TO_POINT) -> Picture:
    """What works at which hour of the week."""
    found = tuple(weeks(case.service, case.journey, case.graph, case.verdicts))
    return Picture(remedy_map.remedy_map(case.journey, found, pointing), remedy_map.sentences(found))


def draw_authority_ladder(case: Case, pointing: Pointing = NOWHERE_TO_POINT) -> Picture:
    """Who may decide what, and how far each mistake gets."""
    climbed = climbs(case.verdicts)
    actors = rungs(case.service, case.journey, climbed)
    canvas = authority_ladder.authority_ladder(case.service, case.journey, actors, climbed, pointing)
    return Picture(canvas, authority_ladder.sentences(case.service, actors, climbed))


def draw_strip(case: Case, pointing: Pointing = NOWHERE_TO_POINT) -> Picture:
    """What the good way asks of the customer."""
    found = places(case.service, case.journey, good_way(case.journey, case.graph))
    return Picture(strip.strip(case.journey, found, pointing), strip.sentences(found))


def draw_dead_end(case: Case, finding: Finding, pointing: Pointing = NOWHERE_TO_POINT) -> Picture:
    """One finding on one page."""
    found = scene.scene_of(case.service, case.journey, finding)
    return Picture(dead_end.dead_end(found, pointing), scene.sentences(found))


def draw_comparison(before: Case, after: Case, pointing: Pointing = NOWHERE_TO_POINT) -> Picture:
    """What changes from one text to another."""
    same = same_things(before, after)
    return Picture(compare.compare(before, after, same, pointing), compare.sentences(before, after, same))


def draw_overview(case: Case, sections: Sequence[Section], files: Sequence[str] = ()) -> Picture:
    """The parts of a large journey; ``files`` are the pictures of the parts, as links from this one."""
    address_of = None if not files else lambda section: files[section.number - 1]
    canvas = overview.overview(case.journey, sections, case.verdicts, address_of)
    return Picture(canvas, overview.sentences(case.journey, sections, case.verdicts))
