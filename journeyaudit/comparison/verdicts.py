"""The verdicts on the mistakes of two versions -> each before and after, and which way it went."""

from __future__ import annotations

from journeyaudit.comparison.change import Trend
from journeyaudit.comparison.likeness import Matches
from journeyaudit.comparison.measures import MeasureChange, changed_measures
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Judgement, Verdict

_WORTH = {Judgement.IMPOSSIBLE: 0, Judgement.LUCK: 1, Judgement.GUARANTEED: 2}


@record
class MistakeChange:
    """A mistake that at least one side describes; ``name`` is the later one."""

    name: str
    old_name: str
    trend: Trend
    before: Verdict | None
    after: Verdict | None
    measures: tuple[MeasureChange, ...] = ()


def changed_verdicts(
    before: JourneyOutcome, after: JourneyOutcome, same: Matches
) -> tuple[MistakeChange, ...]:
    """In the order of the later text; what is no longer described comes last."""
    olds, news = _by_mistake(before), _by_mistake(after)
    pairs = {new: old for old, new in same.pairs}
    changes = []
    for number in range(len(after.journey.mistakes)):
        old = olds.get(pairs.get(number, -1))
        new = news.get(number)
        if new is not None:
            changes.append(_change(old, new))
    changes += [_gone(olds[number]) for number in same.gone if number in olds]
    return tuple(changes)


def all_new(after: JourneyOutcome) -> tuple[MistakeChange, ...]:
    return tuple(_change(None, verdict) for verdict in after.verdicts)


def all_gone(before: JourneyOutcome) -> tuple[MistakeChange, ...]:
    return tuple(_gone(verdict) for verdict in before.verdicts)


def _by_mistake(told: JourneyOutcome) -> dict[int, Verdict]:
    return {verdict.mistake.number: verdict for verdict in told.verdicts}


def _gone(verdict: Verdict) -> MistakeChange:
    name = verdict.mistake.name
    return MistakeChange(name, name, Trend.GONE, verdict, None)


def _change(old: Verdict | None, new: Verdict) -> MistakeChange:
    name = new.mistake.name
    if old is None:
        return MistakeChange(name, "", Trend.NEW, None, new)
    trend = trend_of(old.judgement, new.judgement)
    measures = changed_measures(old, new)
    return MistakeChange(name, old.mistake.name, trend, old, new, measures)


def trend_of(old: Judgement, new: Judgement) -> Trend:
    """To lose a guarantee is worse, whatever takes its place; otherwise a verdict that cannot be told is
    neither better nor worse than one that can."""
    if old is new:
        return Trend.SAME
    if Judgement.GUARANTEED in (old, new):
        return Trend.BETTER if new is Judgement.GUARANTEED else Trend.WORSE
    if old is Judgement.NOT_ASSESSABLE:
        return Trend.KNOWN
    if new is Judgement.NOT_ASSESSABLE:
        return Trend.UNKNOWN
    return Trend.BETTER if _WORTH[new] > _WORTH[old] else Trend.WORSE
