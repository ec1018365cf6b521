"""The figures of a verdict -> named measures, in the order in which they are read."""

from __future__ import annotations

from math import isfinite

from journeyaudit.finding import Measure
from journeyaudit.finding.words import duration, interval
from journeyaudit.verdicts.verdict import Interval, Judgement, Verdict

MEASURES = (
    "Kafka zone",
    "decision rank",
    "time margin",
    "hurdles before a human",
    "wait for a human",
    "cure ratio",
    "burden ratio",
    "hand-offs",
    "retellings",
    "media breaks",
)
"""The names of all measures, in the order in which they are read."""


def measures_of(verdict: Verdict) -> tuple[Measure, ...]:
    """Only what can be told; the Kafka zone stands first where there is one."""
    figures = verdict.figures
    measures: list[Measure] = []
    if figures.kafka_zone is not None and figures.kafka_zone.latest > 0:
        measures.append(_time("Kafka zone", figures.kafka_zone))
    if figures.decision_rank is not None:
        measures.append(Measure("decision rank", str(figures.decision_rank), figures.decision_rank))
    elif verdict.judgement is Judgement.IMPOSSIBLE:
        measures.append(Measure("decision rank", "none"))
    if figures.margin is not None and isfinite(figures.margin.earliest):
        measures.append(_time("time margin", figures.margin))
    if figures.human_distance:
        measures.append(
            Measure("hurdles before a human", str(figures.human_distance), figures.human_distance)
        )
    if figures.wait_for_human and isfinite(figures.wait_for_human):
        text = duration(figures.wait_for_human)
        measures.append(Measure("wait for a human", text, figures.wait_for_human))
    if figures.cure_ratio is not None:
        measures.append(Measure("cure ratio", f"{figures.cure_ratio:.2f}", round(figures.cure_ratio, 4)))
    if figures.burden is not None and figures.burden[1]:
        customer, organisation = figures.burden
        measures.append(Measure("burden ratio", f"{customer} : {organisation}", customer / organisation))
    for name, number in (
        ("hand-offs", figures.hand_offs),
        ("retellings", figures.re_tells),
        ("media breaks", figures.media_breaks),
    ):
        if number:
            measures.append(Measure(name, str(number), number))
    return tuple(measures)


def _time(name: str, span: Interval) -> Measure:
    value = span.earliest if isfinite(span.earliest) else None
    return Measure(name, interval(span.earliest, span.latest), value)
