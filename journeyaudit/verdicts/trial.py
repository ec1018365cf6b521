"""One attempt in one of the two readings: how it went at every minute of the week."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.model.quantities import INFINITE
from journeyaudit.model.trouble import Remedy
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import Bounds
from journeyaudit.verdicts.moments import Moment
from journeyaudit.verdicts.spans import NEVER, WHOLE_WEEK, Spans, both, either, holds
from journeyaudit.verdicts.verdict import Attempt, InTime, MissingFact, Obstacle


@record
class Trial:
    """``obstacles`` are those apart from time; without any, ``always`` and ``ever`` are the minutes of
    the week at which it is always, and not never, in time. ``choice`` names what the customer can
    choose: of all trials with the same one, somebody else decides which it will be."""

    remedy: Remedy | None
    step: int | None
    interrupt: int | None
    channel: str
    first: str
    chain: tuple[str, ...]
    approvers: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    contacted: Bounds
    answered: Bounds
    fixed: Bounds
    deadline: Bounds
    always: Spans
    ever: Spans
    stopped: Spans = NEVER
    """Minutes of the week at which the report in time makes the main flow stand still."""
    counted: tuple[Bounds, ...] = ()
    """The moments that count: the fix, and reports that make the main flow stand still."""
    missing: tuple[MissingFact, ...] = ()
    """Unknown facts it had to guess, apart from lengths of the flow ..."""
    consulted: tuple[Moment, ...] = ()
    """... which are those on the way to these moments."""
    assumed: tuple[str, ...] = ()

    @property
    def choice(self) -> tuple[Remedy | None, int | None, int | None, str]:
        return self.remedy, self.step, self.interrupt, self.channel

    @property
    def fixes(self) -> bool:
        """A human fix apart from time (conditions k, a, b, c, e)."""
        return not self.obstacles or self.obstacles == (Obstacle.NOT_FORCED,)

    @property
    def sure(self) -> Spans:
        return NEVER if self.obstacles else self.always

    @property
    def possible(self) -> Spans:
        return self.ever if self.fixes else NEVER

    def in_time_at(self, minute: int) -> InTime | None:
        if not self.fixes:
            return None
        if holds(self.always, minute):
            return InTime.ALWAYS
        return InTime.SOMETIMES if holds(self.ever, minute) else InTime.NEVER

    def told_at(self, minute: int, missing: tuple[MissingFact, ...]) -> Attempt:
        """The record of this trial for one minute of the week. Its moments are the earliest ones where
        even these are too late or the latest never come, else the latest."""
        in_time = self.in_time_at(minute)
        contacted, answered = self.contacted.at(minute), self.answered.at(minute)
        fixed = self.fixed.at(minute)
        last = answered if in_time is None else fixed
        early = in_time is InTime.NEVER or last.latest == INFINITE
        late = () if in_time in (InTime.ALWAYS, None) else (Obstacle.TOO_LATE,)
        return Attempt(
            remedy=self.remedy,
            step=self.step,
            interrupt=self.interrupt,
            channel=self.channel,
            chain=self.chain,
            approvers=self.approvers,
            obstacles=(*self.obstacles, *late),
            in_time=in_time,
            paused=holds(self.stopped, minute),
            contacted=contacted.earliest if early else contacted.latest,
            answered=answered.earliest if early else answered.latest,
            fixed=fixed.earliest if early else fixed.latest,
            deadline=self.deadline.at(minute),
            missing=missing,
        )


def minutes_sure(trials: Iterable[Trial]) -> Spans:
    """The minutes of the week at which some choice of the customer is sure with everybody."""
    by_choice: dict[object, Spans] = {}
    for trial in trials:
        by_choice[trial.choice] = both(by_choice.get(trial.choice, WHOLE_WEEK), trial.sure)
    found: Spans = NEVER
    for spans in by_choice.values():
        found = either(found, spans)
    return found


def minutes_possible(trials: Iterable[Trial]) -> Spans:
    """The minutes of the week at which some attempt may come off."""
    found: Spans = NEVER
    for trial in trials:
        found = either(found, trial.possible)
    return found
