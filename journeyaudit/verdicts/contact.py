"""Channels and the people behind them -> when a report is answered and when it is decided.

The times (d) of ``docs/meaning.md``, section 4, before they are held against the cut-offs.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.model.journey import Service
from journeyaudit.model.people import Actor, Channel
from journeyaudit.model.trouble import Remedy
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import AT_ONCE, NEVER, Bounds, elapse, labour, wait_until_open
from journeyaudit.verdicts.calendars import Calendar
from journeyaudit.verdicts.doubt import Doubt
from journeyaudit.verdicts.pace import is_spoken

HOLD = "hold"
"""The right to stop the main flow while a case is open, as the model spells it in every language."""


@record
class Line:
    """A way to get in touch. ``key`` "" is none in particular: then ``reached`` says whether one is
    reached at once or not at all."""

    key: str
    channel: Channel | None = None
    reached: bool = True

    @property
    def spoken(self) -> bool:
        return self.channel is None or is_spoken(self.channel)


NO_CHANNEL = Line("")


class Contact:
    """Reads the times of people and channels in one of the two readings."""

    def __init__(self, service: Service, doubt: Doubt) -> None:
        self._actors = service.actors
        self._doubt = doubt

    def hours(self, actor: str) -> Calendar:
        known = self._actors.get(actor)
        return known.hours if known else None

    def answered(self, line: Line, first: str, since: Bounds) -> Bounds:
        """When the first person at the other end hears it."""
        if not line.reached:
            return NEVER
        until = AT_ONCE if line.channel is None else self._until_answered(line.channel, first)
        return since.then(until).then(wait_until_open(self.hours(first)))

    def _until_answered(self, channel: Channel, first: str) -> Bounds:
        answers = self._doubt.at_most(channel.answers_within, "answers within", channel.name, channel.span)
        if not is_spoken(channel) or answers.working:
            return elapse(answers)
        hours = channel.hours or self.hours(first)
        if hours is None and not self._doubt.is_taken_for_granted("open", channel.name, channel.span):
            return NEVER
        return labour(answers, hours)

    def passed_on(self, chain: Sequence[str], answered: Bounds) -> Bounds:
        """When the last one of a chain hears it, the first having heard it."""
        for key in chain[1:]:
            answered = answered.then(wait_until_open(self.hours(key)))
        return answered

    def decided(self, remedy: Remedy, decider: str, approvers: Sequence[str], heard: Bounds) -> Bounds:
        """When it is put right, the one who decides having heard it."""
        fixed = heard.then(self._deciding(remedy, decider))
        for key in approvers:
            approver = self._actors.get(key)
            if approver is not None:
                agreeing = self._decides_within(approver)
                fixed = fixed.then(wait_until_open(approver.hours)).then(agreeing)
        return fixed

    def _deciding(self, remedy: Remedy, decider: str) -> Bounds:
        actor, hours = self._actors.get(decider), self.hours(decider)
        where = remedy.header or remedy.span
        if remedy.appeal:
            length = self._doubt.at_most(remedy.answers_within, "answers within", remedy.name, where)
            return labour(length, hours)
        decides = actor.decides_within if actor else None
        if decides is None and remedy.takes is None:
            return self._decides_within(actor) if actor else self._taking(remedy, hours)
        deciding = wait_until_open(hours) if decides is None or actor is None else self._decides_within(actor)
        return deciding if remedy.takes is None else deciding.then(self._taking(remedy, hours))

    def _decides_within(self, actor: Actor) -> Bounds:
        length = self._doubt.at_most(actor.decides_within, "decides within", actor.name, actor.span)
        return labour(length, actor.hours)

    def _taking(self, remedy: Remedy, hours: Calendar) -> Bounds:
        length = self._doubt.length(remedy.takes, "takes", remedy.name, remedy.header or remedy.span)
        return labour(length, hours)

    def may_hold(self, actor: str) -> bool:
        """Does the text give them the right to stop the main flow, without asking anybody?"""
        known = self._actors.get(actor)
        rights = known.rights if known and known.rights else ()
        return any(right.act == HOLD and not right.approval_of for right in rights)
