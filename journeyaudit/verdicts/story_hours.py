"""When in the week a case happens -> the minutes of the week at which its clock 0 may fall.

``docs/meaning.md``, section 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.model.quantities import INFINITE, WEEK, WeeklyHours
from journeyaudit.model.trouble import Mistake
from journeyaudit.source.record import record
from journeyaudit.verdicts.case import Court
from journeyaudit.verdicts.clock import Pieces, TimeMap
from journeyaudit.verdicts.clock import at as value_at
from journeyaudit.verdicts.pace import Since
from journeyaudit.verdicts.spans import WHOLE_WEEK, Spans, both, joined
from journeyaudit.verdicts.verdict import MissingFact


@record
class When:
    """``minutes`` at which clock 0 may fall; ``missing`` are lengths on the way there: with them it may be
    fewer minutes."""

    minutes: Spans
    missing: tuple[MissingFact, ...] = ()


def minutes_of(court: Court, mistake: Mistake, happens_at: WeeklyHours | None) -> When:
    """Nothing said: every minute at which the clock node may be finished."""
    clock = mistake.node if mistake.noticed_at is None else mistake.noticed_at
    calendar = court.moments.hours.of_node(court.journey.nodes[clock])
    admissible = calendar.spans if calendar and calendar.spans else WHOLE_WEEK
    if happens_at is None or not happens_at.spans:
        return When(admissible)
    if clock == mistake.node:
        return When(both(happens_at.spans, admissible) or happens_at.spans)
    soon = court.moments.between(mistake.node, Since.DONE, clock, Since.DONE, short=True)
    late = court.moments.between(mistake.node, Since.DONE, clock, Since.DONE, short=False)
    if not soon.at_all:
        return When(happens_at.spans)
    reached = _moved(happens_at.spans, soon.bounds.earliest, late.bounds.latest)
    missing = court.moments.unknown_on((mistake.node, clock))
    return When(both(reached, admissible) or reached or admissible, missing)


def _moved(spans: Spans, earliest: TimeMap, latest: TimeMap) -> Spans:
    """The minutes of the week that lie between the two for some minute of the spans."""
    found: list[tuple[int, int]] = []
    for start, end in _without_jumps(spans, earliest, latest):
        first, last = value_at(earliest, start), value_at(latest, end - 1)
        if first == INFINITE:
            continue
        if last - first >= WEEK - 1:
            return WHOLE_WEEK
        begin = int(first) % WEEK
        stop = begin + int(last) - int(first) + 1
        found.append((begin, min(stop, WEEK)))
        found.append((0, stop - WEEK))
    return joined(found)


def _without_jumps(spans: Spans, *maps: TimeMap) -> Iterator[tuple[int, int]]:
    """The spans cut where one of the maps begins a new piece: within a piece nothing is left out."""
    cuts = sorted({start for each in maps if isinstance(each, Pieces) for start in each.starts})
    at = 0
    for start, end in spans:
        while at < len(cuts) and cuts[at] < end:
            if cuts[at] > start:
                yield start, cuts[at]
                start = cuts[at]
            at += 1
        yield start, end
