"""A service, a journey and its graph -> one verdict for each mistake."""

from journeyaudit.verdicts.judge import judge, judge_one
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

__all__ = [
    "Attempt",
    "Figures",
    "InTime",
    "Interval",
    "Judgement",
    "MissingFact",
    "Obstacle",
    "Verdict",
    "judge",
    "judge_one",
]
