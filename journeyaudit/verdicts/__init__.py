"""A service, a journey and its graph -> one verdict for each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.source.when_used import when_used
from journeyaudit.verdicts.verdict import (
    Attempt,
    Figures,
    Interval,
    InTime,
    Judgement,
    MissingFact,
    Obstacle,
    Verdict,
)

if TYPE_CHECKING:
    from journeyaudit.verdicts.judge import judge_one

__all__ = [
    "Attempt",
    "Figures",
    "InTime",
    "Interval",
    "Judgement",
    "MissingFact",
    "Obstacle",
    "Verdict",
    "judge_one",
]

__getattr__ = when_used(__name__, {"judge_one": "judge"})
