"""Numbers -> small plots; the same numbers stand beside them in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from journeyaudit.finding import Measure
from journeyaudit.verdicts.verdict import Judgement

WORST_FIRST = (Judgement.IMPOSSIBLE, Judgement.LUCK, Judgement.NOT_ASSESSABLE, Judgement.GUARANTEED)
SIGNS = {
    Judgement.IMPOSSIBLE: "×",
    Judgement.LUCK: "~",
    Judgement.NOT_ASSESSABLE: "?",
    Judgement.GUARANTEED: "√",
}


def kind_of(judgement: Judgement) -> str:
    """The class of a verdict in the style sheet."""
    return judgement.value.replace(" ", "-")


def badge(judgement: Judgement) -> str:
    """A verdict with its sign, which says the same without its colour."""
    sign = f'<span aria-hidden="true">{SIGNS[judgement]}</span>'
    return f'<span class="badge {kind_of(judgement)}">{sign} {judgement}</span>'


def tallied(numbers: Mapping[Judgement, int]) -> str:
    """How often each verdict was given, the worst first."""
    said = [(numbers.get(judgement, 0), judgement) for judgement in WORST_FIRST]
    return " ".join(f'<span class="tally">{many} {badge(each)}</span>' for many, each in said if many)


def bar(value: float, most: float) -> str:
    """How long ``value`` is beside the longest."""
    share = 100 * min(max(value / most, 0.01), 1) if most > 0 and value > 0 else 0
    return (
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="ground" width="100" height="8"/><rect width="{share:.1f}" height="8"/></svg>'
    )


def stacked(numbers: Mapping[Judgement, int]) -> str:
    """The verdicts of all mistakes, side by side."""
    total = sum(numbers.values())
    parts, at = [], 0.0
    for judgement in WORST_FIRST:
        wide = 100 * numbers.get(judgement, 0) / total if total else 0
        if wide:
            parts.append(f'<rect class="{kind_of(judgement)}" x="{at:.2f}" width="{wide:.2f}" height="8"/>')
        at += wide
    start = '<svg class="bar stacked" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
    return f"{start}{''.join(parts)}</svg>"


def scales(measures: Sequence[Measure]) -> dict[str, float]:
    """The largest finite value of each measure, by its name: what its bars are drawn beside."""
    most: dict[str, float] = {}
    for each in measures:
        if each.value is not None and isfinite(each.value):
            most[each.name] = max(most.get(each.name, 0), each.value)
    return most
