"""Verdicts -> the longest times in which a mistake could still be put right, and it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from journeyaudit.reports.review.bars import bar
from journeyaudit.reports.review.markup import table, words
from journeyaudit.rulebook.figures import measures_of
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.rulebook.proposals import is_trouble
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Verdict

_MOST = 10


@record
class Zone:
    """A time in which it is still possible and refused; ``length`` in minutes, as long as it may be, or as
    long as it is at least where nobody can tell how long it may be."""

    length: float
    text: str
    journey: int
    mistake: int


def zones_of(journeys: Sequence[JourneyOutcome]) -> list[Zone]:
    """The longest first."""
    found = []
    for at, told in enumerate(journeys):
        for number, verdict in enumerate(told.verdicts):
            text = _text(verdict)
            if text:
                found.append(Zone(_length(verdict), text, at, number))
    return sorted(found, key=lambda zone: -zone.length)


def zones_html(journeys: Sequence[JourneyOutcome]) -> str:
    """A row for each of the longest; without an end there is no length to be drawn."""
    zones = zones_of(journeys)
    if not zones:
        return ""
    most = max((zone.length for zone in zones if isfinite(zone.length)), default=0)
    rows = []
    for zone in zones[:_MOST]:
        told = journeys[zone.journey]
        name = words(told.verdicts[zone.mistake].mistake.name)
        link = f'<a href="#mistake-{zone.journey}-{zone.mistake}">{name}</a>'
        plot = bar(zone.length, most) if isfinite(zone.length) else ""
        rows.append((link, words(told.journey.name), words(zone.text), plot))
    shown = f", the {_MOST} longest of {len(zones)}" if len(zones) > _MOST else ""
    return (
        f'<h3 id="zones">Possible, and refused: the Kafka zones{shown}</h3>\n'
        "<p>For this long the mistake could still be put right, but nobody accepts it any more. "
        "The bars show the longest it can last, where that is known.</p>\n"
        f"{table('zones', '', ('Mistake', 'Journey', 'How long', 'Beside the longest'), rows)}"
    )


def _text(verdict: Verdict) -> str:
    """ "" where there is none, and where it can be put right all the same."""
    if not is_trouble(verdict):
        return ""
    return next((each.text for each in measures_of(verdict) if each.name == "Kafka zone"), "")


def _length(verdict: Verdict) -> float:
    zone = verdict.figures.kafka_zone
    if zone is None:
        return 0
    return max(zone.latest if isfinite(zone.latest) else zone.earliest, 0)
