"""Correcting steps -> whether the customer can force one of them, and by when at the latest.

``docs/meaning.md``, sections 5 and 6.
"""

from __future__ import annotations

from journeyaudit.model.flow import Interrupt
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import Bounds
from journeyaudit.verdicts.case import Case, Chance
from journeyaudit.verdicts.clock import TimeMap, then
from journeyaudit.verdicts.contact import NO_CHANNEL, Line
from journeyaudit.verdicts.game import Game
from journeyaudit.verdicts.pace import Since
from journeyaudit.verdicts.spans import NEVER as AT_NO_MINUTE
from journeyaudit.verdicts.spans import WHOLE_WEEK, Spans, both, either
from journeyaudit.verdicts.visits import Visit, minutes_it_counts, minutes_it_may_count


@record
class Entry:
    """Where the play begins: from a place in the flow, at what time, and whom one talks to."""

    node: int
    since: Since
    moment: Bounds
    contacted: Bounds
    interrupt: Interrupt | None = None
    """None: by going on with the main flow; then only what begins after the noticing counts."""
    line: Line = NO_CHANNEL
    first: str = ""
    limits: tuple[Chance, ...] = ()
    """What must hold for entering at all."""


class Forced:
    """Whether, and by when at the latest, some of the steps can be forced."""

    def __init__(self, case: Case, entry: Entry, passed: dict[int, tuple[Visit, ...]]) -> None:
        self._case = case
        self._entry = entry
        self._passed = passed
        self._steps = [step for step in passed if self._may_count(step)]
        self.latest = self._play(self._steps, entry.node, entry.since, entry.moment.latest)
        self._alone = {step: self._forced_alone(step) for step in self._steps}

    def _play(self, steps: list[int], node: int, since: Since, start: TimeMap) -> TimeMap | None:
        if not steps:
            return None
        pace = self._case.court.moments.pace(self._case.doubt.generous)
        latest = Game(pace, steps, self._case.doubt).latest_fix(node, since)
        return None if latest is None else then(start, latest)

    def _forced_alone(self, step: int) -> list[TimeMap]:
        """By when this step can be forced for the first time, the second time ..."""
        found: list[TimeMap] = []
        node, since, start = self._entry.node, self._entry.since, self._entry.moment.latest
        for _ in self._passed[step]:
            latest = self._play([step], node, since, start)
            if latest is None:
                break
            found.append(latest)
            if self._case.court.ground.loops_around[step]:
                break  # how many rounds are left by then is not known
            node, since, start = step, Since.DONE, latest
        return found

    def minutes(self, step: int, deadlines: tuple[Bounds, ...]) -> Spans:
        """The minutes at which a fix is forced in time, by this step or together with others."""
        if step not in self._steps:
            return AT_NO_MINUTE
        found: Spans = AT_NO_MINUTE
        if self.latest is not None:
            found = self._in_time(self.latest, deadlines)
            for one in self._steps:
                found = both(found, self._counts(self._passed[one][0]))
        for latest, visit in zip(self._alone[step], self._passed[step], strict=False):
            found = either(found, both(self._in_time(latest, deadlines), self._counts(visit)))
        return found

    def is_forced(self, step: int) -> bool:
        return step in self._steps and (self.latest is not None or bool(self._alone[step]))

    def _may_count(self, step: int) -> bool:
        going_on = self._entry.interrupt is None
        return not going_on or any(minutes_it_may_count(self._case, visit) for visit in self._passed[step])

    def _counts(self, visit: Visit) -> Spans:
        return minutes_it_counts(self._case, visit) if self._entry.interrupt is None else WHOLE_WEEK

    @staticmethod
    def _in_time(latest: TimeMap, deadlines: tuple[Bounds, ...]) -> Spans:
        return Chance(Bounds(latest, latest), deadlines).always
