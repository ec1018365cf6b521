"""Mistakes -> the moments on paper at which changes are refused, and at which it is too late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from journeyaudit.drawing.measure import wrap
from journeyaudit.drawing.parts import SIZES, Type
from journeyaudit.finding.words import interval
from journeyaudit.model.journey import Journey
from journeyaudit.model.trouble import Cutoff, Mistake
from journeyaudit.verdicts.verdict import Verdict

NAME_WIDTH = 170.0
"""Room in points for the name of a mistake among the words of its zone."""


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
    """The zones of all mistakes in source order, equal ones once; different ones say whose they are."""
    found: dict[tuple[object, ...], Zone] = {}
    names: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for mistake in journey.mistakes:
        zone = _zone(mistake, verdicts.get(mistake.number))
        if zone is not None:
            found.setdefault((zone.soft, zone.hard), zone)
            names[zone.soft, zone.hard].append(mistake.name)
    if len(found) < 2:
        return tuple(found.values())
    return tuple(_named(zone, names[place]) for place, zone in found.items())


def _named(zone: Zone, names: Sequence[str]) -> Zone:
    """With the first of the names before its words, or before those of its lines if it has none."""
    name = wrap(names[0], NAME_WIDTH, SIZES[Type.STRONG], bold=True, most=1)[0]
    others = " and others" if len(names) > 1 else ""
    whose = f"\u201c{name}\u201d{others}: "
    if zone.words:
        return replace(zone, words=whose + zone.words)
    soft, hard = (
        mark if mark is None else replace(mark, words=whose + mark.words) for mark in (zone.soft, zone.hard)
    )
    return replace(zone, soft=soft, hard=hard)


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
