"""A comparison -> a picture of both versions of every journey that changed."""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.cli import screen
from journeyaudit.comparison import Comparison
from journeyaudit.reports.columns import shown
from journeyaudit.reports.drawn import Drawn


def pictures(comparison: Comparison) -> Mapping[int, Drawn]:
    """By the number of the journey; without those that are too large, or that nothing here can draw: that is
    said."""
    from journeyaudit import drawing

    found: dict[int, Drawn] = {}
    for number, journey in enumerate(comparison.journeys):
        before, after = journey.before, journey.after
        if before is None or after is None or not journey.changes:
            continue
        if max(len(before.journey.nodes), len(after.journey.nodes)) > drawing.LARGE:
            _say(f"“{journey.name}” is too large to be drawn as one picture")
            continue
        try:
            picture = drawing.draw_comparison(before.case, after.case)
            svg = drawing.to_svg(picture.drawn, title=journey.name, description=picture.description)
        except drawing.DrawingError as error:
            _say(f"the page has no pictures: {error}")
            break
        found[number] = Drawn(svg, picture.description)
    return found


def _say(words: str) -> None:
    screen.write(f"journeyaudit: {shown(words)}\n", to_stderr=True)
