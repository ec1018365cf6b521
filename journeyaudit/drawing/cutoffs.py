"""Mistakes -> the moments on paper at which changes are refused, and at which it is too late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeyaudit.finding.words import interval
from journeyaudit.model.journey import Journey
from journeyaudit.model.trouble import Cutoff, Mistake
from journeyaudit.verdicts.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertical line before the column of ``node``."""

    node: int
    words: str


@dataclass(frozen=True, slots=True)
class Zone:
    """Where a change would still be possible but is refused; one side may be off the paper."""

    soft: Mark | None
    hard: Mark | None
    words: str


def zones(journey: Journey, verdicts: Mapping[int, Verdict]) -> tuple[Zone, ...]:
    """The zones of all mistakes in source order, equal ones once."""
    found: dict[tuple[object, ...], Zone] = {}
    for mistake in journey.mistakes:
        zone = _zone(mistake, verdicts.get(mistake.number))
        if zone is not None:
            found.setdefault((zone.soft, zone.hard), zone)
    return tuple(found.values())


def marks(all_zones: Iterable[Zone]) -> tuple[Mark, ...]:
    return tuple(mark for zone in all_zones for mark in (zone.soft, zone.hard) if mark is not None)


def _zone(mistake: Mistake, verdict: Verdict | None) -> Zone | None:
    soft = _mark(mistake.soft, "soft cut-off", "changes are refused")
    assumed = " (assumed)" if mistake.hard_assumed else ""
    hard = _mark(mistake.hard, f"hard cut-off{assumed}", "it is too late")
    if soft is None and hard is None:
        return None
    if soft is None or hard is None or soft.node == hard.node:
        return Zone(soft, hard, "")
    length = None if verdict is None else verdict.figures.kafka_zone
    words = "Kafka zone: still possible, yet refused"
    return Zone(
        soft,
        hard,
        words if length is None else f"{words} ({interval(max(length.earliest, 0), length.latest)})",
    )


def _mark(cutoff: Cutoff | None, name: str, what: str) -> Mark | None:
    """None for a cut-off some time after something: no column stands for that moment."""
    if cutoff is None or cutoff.point.node is None or cutoff.point.after is not None:
        return None
    return Mark(cutoff.point.node, f"{name}: {what} from here on")
