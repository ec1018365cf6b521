"""The figures of two verdicts -> each measure before and after, and which way it went."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any

from journeyaudit.comparison.change import Trend
from journeyaudit.finding.words import duration, interval
from journeyaudit.model.quantities import INFINITE
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Interval, Judgement, Verdict


@record
class MeasureChange:
    """``old`` and ``new`` are in words, "" where it cannot be told."""

    name: str
    old: str
    new: str
    trend: Trend


@record
class _Measure:
    """``worth`` turns a figure into numbers of which the smaller are better. ``none`` is said where there
    is none because no fix is possible at all, which is the worst."""

    name: str
    field: str
    words: Callable[[Any], str]
    worth: Callable[[Any], tuple[float, ...]]
    none: str = ""


def _number(figure: float) -> tuple[float, ...]:
    return (figure,)


def _zone_words(zone: Interval) -> str:
    return interval(max(zone.earliest, 0), zone.latest) if zone.latest > 0 else "none"


MEASURES = (
    _Measure(
        "Kafka zone",
        "kafka_zone",
        _zone_words,
        lambda zone: (max(zone.earliest, 0), max(zone.latest, 0)),
    ),
    _Measure("decision rank", "decision_rank", str, _number, none="none"),
    _Measure(
        "time margin",
        "margin",
        lambda span: interval(span.earliest, span.latest),
        lambda span: (-span.earliest, -span.latest),
        none="no fix",
    ),
    _Measure("hurdles before a human", "human_distance", str, _number),
    _Measure("wait for a human", "wait_for_human", duration, _number, none="no fix"),
    _Measure("cure ratio", "cure_ratio", lambda ratio: f"{ratio:.2f}", lambda ratio: (round(ratio, 4),)),
    _Measure(
        "burden ratio",
        "burden",
        lambda burden: f"{burden[0]} : {burden[1]}",
        lambda burden: (burden[0] / burden[1] if burden[1] else float(burden[0]) + 1e9,),
    ),
    _Measure("hand-offs", "hand_offs", str, _number),
    _Measure("retellings", "re_tells", str, _number),
    _Measure("media breaks", "media_breaks", str, _number),
)
"""All figures of a verdict, under the names and in the order of reports."""


_NONE = object()
"""There is none, because no fix is possible."""


def changed_measures(before: Verdict, after: Verdict) -> tuple[MeasureChange, ...]:
    """Those that differ, in the order in which they are read."""
    changes = []
    for measure in MEASURES:
        old, new = _figure(measure, before), _figure(measure, after)
        old_words, new_words = _words(measure, old), _words(measure, new)
        if old_words != new_words:
            changes.append(MeasureChange(measure.name, old_words, new_words, _trend(measure, old, new)))
    return tuple(changes)


def _figure(measure: _Measure, verdict: Verdict) -> Any:
    """None where it cannot be told; a wait that never ends is no figure, nor is a margin that may be any."""
    figure = getattr(verdict.figures, measure.field)
    if isinstance(figure, Interval) and figure.earliest == -INFINITE and figure.latest == INFINITE:
        figure = None
    if isinstance(figure, float) and not isfinite(figure):
        figure = None
    if figure is None and measure.none and verdict.judgement is Judgement.IMPOSSIBLE:
        return _NONE
    return figure


def _words(measure: _Measure, figure: Any) -> str:
    return "" if figure is None else measure.none if figure is _NONE else measure.words(figure)


def _trend(measure: _Measure, old: Any, new: Any) -> Trend:
    if old is None:
        return Trend.KNOWN
    if new is None:
        return Trend.UNKNOWN
    if old is _NONE or new is _NONE:
        return Trend.BETTER if old is _NONE else Trend.WORSE
    was, is_ = measure.worth(old), measure.worth(new)
    if all(a >= b for a, b in zip(was, is_, strict=True)):
        return Trend.BETTER if was != is_ else Trend.DIFFERENT
    return Trend.WORSE if all(a <= b for a, b in zip(was, is_, strict=True)) else Trend.DIFFERENT
