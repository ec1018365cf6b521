"""The journeys of two sides -> which are the same journey, and why one thinks so."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.comparison.likeness import Matches, matched
from journeyaudit.comparison.side import Side
from journeyaudit.finding.words import quoted
from journeyaudit.model.flow import NodeKind
from journeyaudit.model.names import fold
from journeyaudit.rulebook.outcome import JourneyOutcome

_MOST = 0.5
"""More than this share of the steps is most of them."""


def same_journeys(before: Side, after: Side) -> tuple[Matches, dict[int, str]]:
    """By file and name, then by name alone, then the only ones left if most of their steps are called the
    same; for those a sentence that says so, by place in the later list."""
    olds, news = before.outcome.journeys, after.outcome.journeys
    named = matched(
        [(before, each) for each in olds],
        [(after, each) for each in news],
        (
            lambda each: (each[0].place(each[1].journey.header), fold(each[1].journey.name)),
            lambda each: fold(each[1].journey.name),
        ),
    )
    if len(named.gone) != 1 or len(named.new) != 1:
        return named, {}
    old, new = named.gone[0], named.new[0]
    share, equal, every = _shared_steps(olds[old], news[new])
    if share <= _MOST:
        return named, {}
    said = (
        f"taken for {quoted(olds[old].journey.name)} under a new name: it is the only one left, "
        f"and {equal} of {every} steps are called the same"
    )
    pairs = sorted((*named.pairs, (old, new)), key=lambda pair: pair[1])
    return Matches(tuple(pairs)), {new: said}


def _shared_steps(one: JourneyOutcome, other: JourneyOutcome) -> tuple[float, int, int]:
    first, second = _steps(one), _steps(other)
    every = max(len(first), len(second))
    equal = len(set(first) & set(second))
    return (equal / every if every else 0.0), equal, every


def _steps(told: JourneyOutcome) -> Sequence[str]:
    kinds = (NodeKind.STEP, NodeKind.CHOICE, NodeKind.END)
    names = (fold(node.name) for node in told.journey.nodes if node.kind in kinds)
    return list(dict.fromkeys(names))
