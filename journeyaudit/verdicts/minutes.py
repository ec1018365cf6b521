"""Sets of minutes of the week -> the one minute for which a verdict is told."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.model.quantities import DAY, WEEK
from journeyaudit.verdicts.spans import Spans, both, first_from, holds, outside
from journeyaudit.verdicts.verdict import Judgement

ORDINARY = DAY + 10 * 60
"""Tuesday 10:00."""
_DAYTIME: Spans = tuple((day * DAY + 8 * 60, day * DAY + 20 * 60) for day in range(7))
_QUARTER = 15


def example_minute(judgement: Judgement, admissible: Spans, sure: Spans, possible: Spans) -> int:
    """For luck a minute at which it goes wrong, best of all for certain and by day; else an ordinary one."""
    failing = both(admissible, outside(sure))
    hopeless = both(admissible, outside(possible))
    hour_matters = bool(hopeless) or failing != admissible
    if judgement is Judgement.LUCK and hour_matters:
        return _first_natural((both(hopeless, _DAYTIME), both(failing, _DAYTIME), failing))
    ordinary = first_from(admissible, ORDINARY)
    return ORDINARY if ordinary is None else ordinary


def lucky_minute(judgement: Judgement, admissible: Spans, sure: Spans, possible: Spans) -> int | None:
    """For luck a minute at which it works, or at least may work."""
    if judgement is not Judgement.LUCK:
        return None
    for minutes in (both(admissible, sure), both(admissible, possible)):
        if holds(minutes, ORDINARY):
            return ORDINARY
        if minutes:
            return _first_natural((both(minutes, _DAYTIME), minutes))
    return None


def _first_natural(choices: Iterable[Spans]) -> int:
    """The first minute of the first set that has any, at a full quarter of an hour if that will do."""
    minutes = next(spans for spans in choices if spans)
    first = minutes[0][0]
    rounded = -(-first // _QUARTER) * _QUARTER
    return rounded if rounded < WEEK and holds(minutes, rounded) else first
