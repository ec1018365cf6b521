"""Moments and durations of a model -> the words of the journey language, for proposed lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from journeyaudit.finding.words import quoted
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import DAY, INFINITE, Duration, Minutes, Point


def minutes_in_words(minutes: Minutes) -> str:
    """``90`` -> ``90 min``, ``120`` -> ``2 hours``, ``4320`` -> ``3 days``."""
    if minutes == 0:
        return "at once"
    if minutes == INFINITE:
        return "no limit"
    for size, name in ((DAY, "day"), (60, "hour")):
        if minutes % size == 0:
            count = int(minutes // size)
            return f"{count} {name}" if count == 1 else f"{count} {name}s"
    return f"{int(minutes)} min"


def duration_in_words(duration: Duration) -> str:
    if duration.low is None or duration.high is None:
        return "unknown"
    if duration.working:
        return f"{int(duration.high)} working days"
    return minutes_in_words(duration.high)


_NEEDS_QUOTES = re.compile(r'[,"„“”«»#:]|->|→')


def written(name: str) -> str:
    """A name as it has to stand in a file: in quotes where it would be read as something else."""
    if not _NEEDS_QUOTES.search(name):
        return name
    return f'"{name}"' if '"' not in name else f"“{name}”"


def point_in_words(point: Point, journey: Journey) -> str | None:
    """The fact line that states a window: ``until: Deliver parcel``; None for an unknown point."""
    named = "" if point.node is None else written(journey.nodes[point.node].name)
    if point.node is not None and not named:
        return None
    if point.after is None:
        return f"until: {named}" if named else None
    span = duration_in_words(point.after)
    return f"within: {span} after {named}" if named else f"within: {span}"


def window_in_words(line: str) -> str:
    """The fact line of a window as one says it: ``within 2 days after “Ask”``."""
    kind, _, moment = line.partition(": ")
    if moment == "no limit":
        return "at any time"
    if kind == "until":
        return f"until {_quoted(moment)} begins"
    span, after, place = moment.partition(" after ")
    return f"within {span} after {_quoted(place)}" if after else f"within {span}"


def _quoted(written_name: str) -> str:
    return quoted(written_name.strip('"“”'))


def names_of_channels(keys: Iterable[str], service: Service) -> str:
    return ", ".join(written(service.channels[key].name) for key in keys)
