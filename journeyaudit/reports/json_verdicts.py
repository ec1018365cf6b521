"""Verdicts with their figures and attempts -> plain dictionaries for the JSON document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeyaudit.finding.words import clock
from journeyaudit.model.journey import Journey, Service
from journeyaudit.reports.json_parts import Parts, figure
from journeyaudit.verdicts.verdict import Attempt, Figures, Interval, MissingFact, Verdict


@dataclass(frozen=True, slots=True)
class VerdictParts:
    """Turns the verdicts of one journey into dictionaries, with names in place of keys and numbers."""

    parts: Parts
    service: Service
    journey: Journey

    def mistake(self, verdict: Verdict) -> dict[str, object]:
        """What was decided about one mistake."""
        mistake = verdict.mistake
        return {
            "name": mistake.name,
            "at": self.journey.nodes[mistake.node].title,
            "place": self.parts.place(mistake.header),
            "verdict": str(verdict.judgement),
            "generous": str(verdict.generous),
            "strict": str(verdict.strict),
            "example": _moment(verdict.example),
            "lucky": _moment(verdict.lucky),
            "noticed": _interval(verdict.noticed),
            "soft": _interval(verdict.soft),
            "hard": _interval(verdict.hard),
            "figures": _figures(verdict.figures),
            "attempts": [self.attempt(attempt) for attempt in verdict.attempts],
            "missing": self.missing(verdict.missing),
            "assumptions": list(verdict.assumptions),
        }

    def attempt(self, attempt: Attempt) -> dict[str, object]:
        """How one way of having it put right fared."""
        return {
            "remedy": attempt.remedy and attempt.remedy.name,
            "step": None if attempt.step is None else self.journey.nodes[attempt.step].title,
            "interrupt": self._interrupt(attempt.interrupt),
            "channel": self._channel(attempt.channel),
            "chain": self._people(attempt.chain),
            "approvers": self._people(attempt.approvers),
            "human_fix": attempt.human_fix,
            "obstacles": [str(obstacle) for obstacle in attempt.obstacles],
            "in_time": attempt.in_time and str(attempt.in_time),
            "paused": attempt.paused,
            "contacted": figure(attempt.contacted),
            "answered": figure(attempt.answered),
            "fixed": figure(attempt.fixed),
            "deadline": _interval(attempt.deadline),
            "missing": self.missing(attempt.missing),
        }

    def missing(self, facts: Sequence[MissingFact]) -> list[dict[str, object]]:
        return [{"key": each.key, "of": each.of, "place": self.parts.place(each.span)} for each in facts]

    def _people(self, keys: Sequence[str]) -> list[str]:
        actors = self.service.actors
        return [actors[key].name if key in actors else key for key in keys]

    def _channel(self, key: str) -> str | None:
        channel = self.service.channels.get(key)
        return channel.name if channel else key or None

    def _interrupt(self, number: int | None) -> str | None:
        return None if number is None else self.journey.interrupts[number].name


def _moment(minute: int | None) -> dict[str, object] | None:
    return None if minute is None else {"minute": minute, "clock": clock(minute)}


def _interval(interval: Interval | None) -> dict[str, object] | None:
    if interval is None:
        return None
    return {"earliest": figure(interval.earliest), "latest": figure(interval.latest)}


def _figures(figures: Figures) -> dict[str, object]:
    burden = figures.burden
    return {
        "decision_rank": figures.decision_rank,
        "kafka_zone": _interval(figures.kafka_zone),
        "margin": _interval(figures.margin),
        "human_distance": figures.human_distance,
        "wait_for_human": figure(figures.wait_for_human),
        "cure_ratio": figure(figures.cure_ratio),
        "burden": None if burden is None else {"customer": burden[0], "organisation": burden[1]},
        "hand_offs": figures.hand_offs,
        "re_tells": figures.re_tells,
        "media_breaks": figures.media_breaks,
    }
