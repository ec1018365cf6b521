"""A verdict -> the story of one case with clock times, in words a customer would use."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from journeyaudit.finding import Moment, Story
from journeyaudit.finding.words import clock, duration, listed
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import ChannelKind
from journeyaudit.model.quantities import INFINITE, Minutes
from journeyaudit.model.trouble import Cutoff, RemedyKind
from journeyaudit.source import NOWHERE, Span
from journeyaudit.verdicts.reasons import why_not
from journeyaudit.verdicts.verdict import Attempt, Interval, InTime, Judgement, Verdict

_GETTING_IN_TOUCH = {
    ChannelKind.PHONE: "calls",
    ChannelKind.EMAIL: "writes to",
    ChannelKind.LETTER: "writes by",
    ChannelKind.CHAT: "writes on",
    ChannelKind.SMS: "writes to",
    ChannelKind.FAX: "writes to",
    ChannelKind.STORE: "goes to",
    ChannelKind.VISIT: "turns to",
    ChannelKind.VIDEO: "calls on",
    ChannelKind.BOT: "asks",
}


_BEFORE = -INFINITE
"""Where lines about the time before clock 0 are sorted."""


def story_of(service: Service, journey: Journey, verdict: Verdict) -> Story:
    """Tells the case of ``verdict.example``: the mistake, the noticing, every attempt, the cut-offs."""
    teller = _Teller(service, journey, verdict)
    moments = sorted(teller.moments(), key=lambda each: each[0])
    return Story(_without_repeats(tuple(moment for _, moment in moments)), teller.moral())


def _without_repeats(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Two ways of telling the same thing at the same minute are told once."""
    seen: dict[tuple[int | None, str], Moment] = {}
    for moment in moments:
        seen.setdefault((moment.minute, moment.text), moment)
    return tuple(seen.values())


class _Teller:
    """Collects the moments of one case; each comes with the time it is sorted by."""

    def __init__(self, service: Service, journey: Journey, verdict: Verdict) -> None:
        self.service = service
        self.journey = journey
        self.verdict = verdict
        self.mistake = verdict.mistake

    # --- what happens -------------------------------------------------------------------------

    def moments(self) -> Iterator[tuple[Minutes, Moment]]:
        yield from self._mistake()
        yield from self._noticing()
        yield from self._cutoffs()
        for attempt in self._told_attempts():
            yield from self._attempt(attempt)

    def moral(self) -> str:
        match self.verdict.judgement:
            case Judgement.IMPOSSIBLE:
                return "Nobody who may put it right can be reached in time."
            case Judgement.LUCK:
                return self._luck()
            case Judgement.GUARANTEED:
                return "It is put right, whatever the hour."
            case Judgement.NOT_ASSESSABLE:
                return "How it ends cannot be told from what is written."

    def _luck(self) -> str:
        lucky = self.verdict.lucky
        if lucky is None or lucky == self.verdict.example:
            return "Whether it is put right depends on whom one gets and on how long things take."
        return f"On {clock(lucky)} it would have worked."

    def _mistake(self) -> Iterator[tuple[Minutes, Moment]]:
        node = self.journey.nodes[self.mistake.node]
        if self.verdict.clock_node != self.mistake.node:
            noticed_at = self.journey.nodes[self.verdict.clock_node]
            text = f"Earlier, at “{node.title}”: {self.mistake.name}."
            yield _BEFORE, Moment(None, text, self.mistake.header)
            yield 0, self._at(0, f"“{noticed_at.title}” is done.", noticed_at.header)
        else:
            who = self._names(self.mistake.made_by or node.by)
            doing = f"{who}: {node.title}." if who else f"{node.title}."
            yield 0, self._at(0, f"{doing} It goes wrong: {self.mistake.name}.", self.mistake.header)

    def _noticing(self) -> Iterator[tuple[Minutes, Moment]]:
        noticed = self.verdict.noticed.earliest
        who = self._names(self.mistake.noticed_by, "or") or "The customer"
        how = f" ({self.mistake.noticed_how})" if self.mistake.noticed_how else ""
        if not isfinite(noticed):
            yield float("inf"), Moment(None, "Nobody ever notices it.", self.mistake.header)
        else:
            yield noticed, self._at(noticed, f"{who} notices it{how}.", self.mistake.header)

    def _cutoffs(self) -> Iterator[tuple[Minutes, Moment]]:
        soft, hard = self.verdict.soft, self.verdict.hard
        if self.mistake.soft and self.mistake.hard and self.mistake.soft.point == self.mistake.hard.point:
            if hard is not None:
                text = "From now on corrections are refused, and it cannot be undone any more"
                yield from self._cutoff(hard, self.mistake.hard, text)
            return
        if self.mistake.soft is not None and soft is not None:
            text = "From now on corrections are refused"
            yield from self._cutoff(soft, self.mistake.soft, text)
        if self.mistake.hard is not None and hard is not None:
            text = "From now on it cannot be undone any more"
            yield from self._cutoff(hard, self.mistake.hard, text, self._kafka_zone())

    def _cutoff(
        self, when: Interval, cutoff: Cutoff, text: str, more: str = ""
    ) -> Iterator[tuple[Minutes, Moment]]:
        because = f" ({cutoff.because})" if cutoff.because else ""
        point = cutoff.point
        begins, aside, sorted_by = "", True, when.earliest
        if point.node is not None and point.after is None:
            node = self.journey.nodes[point.node]
            begins, aside = f"“{node.title}” begins. ", self.journey.customer not in node.by
            if when.earliest == 0 and point.node <= self.verdict.clock_node:
                sorted_by -= 0.5  # at the same minute, but what comes first in the flow is told first
        if isfinite(when.earliest) and when.earliest < 0:
            ago = duration(-when.earliest)
            yield (
                _BEFORE,
                Moment(None, f"{begins}{text}{because}. That was {ago} before.", cutoff.span, aside),
            )
        elif isfinite(when.earliest):
            moment = self._at(when.earliest, f"{begins}{text}{because}.{more}", cutoff.span, aside)
            yield sorted_by, moment

    def _kafka_zone(self) -> str:
        soft, hard = self.verdict.soft, self.verdict.hard
        if soft is None or hard is None or not isfinite(hard.earliest) or not isfinite(soft.earliest):
            return ""
        length = hard.earliest - max(soft.earliest, 0)
        if length <= 0 or self.mistake.soft is None:
            return ""
        return f" For {duration(length)} it would still have been possible, and was refused."

    # --- what is tried ------------------------------------------------------------------------

    def _told_attempts(self) -> tuple[Attempt, ...]:
        """Corrections; where nothing else is offered, what is offered instead."""
        corrections = [each for each in self.verdict.attempts if self._is_correction(each)]
        return tuple(corrections or self.verdict.attempts)

    @staticmethod
    def _is_correction(attempt: Attempt) -> bool:
        return attempt.remedy is None or attempt.remedy.kind in (RemedyKind.CORRECTS, None)

    def _attempt(self, attempt: Attempt) -> Iterator[tuple[Minutes, Moment]]:
        place = self._place(attempt)
        contacted, answered = attempt.contacted, attempt.answered
        if not isfinite(contacted):
            return
        customer = self._customer()
        if attempt.channel:
            yield contacted, self._at(contacted, f"{customer} {self._in_touch(attempt.channel)}.", place)
        if isfinite(answered):
            yield answered, self._at(answered, self._reception(attempt), place)
        elif attempt.channel:
            text = f"Nobody answers on {self.service.channels[attempt.channel].name}."
            yield contacted, Moment(None, text, place)
        if self._puts_it_right(attempt):
            text = f"{self._outcome(attempt)}{self._by(attempt)}."
            yield attempt.fixed, self._at(attempt.fixed, text, place)

    @staticmethod
    def _puts_it_right(attempt: Attempt) -> bool:
        only_heard = attempt.remedy is None and attempt.step is None
        in_time = attempt.in_time is InTime.ALWAYS and not attempt.obstacles
        return in_time and isfinite(attempt.fixed) and not only_heard

    @staticmethod
    def _outcome(attempt: Attempt) -> str:
        compensates = attempt.remedy is not None and attempt.remedy.kind is RemedyKind.COMPENSATES
        return "It is compensated" if compensates else "It is put right"

    def _reception(self, attempt: Attempt) -> str:
        first = self.service.actors[attempt.chain[0]].name if attempt.chain else "Somebody"
        refusal = why_not(self.service, self.journey, attempt, first)
        words = self._words_of(attempt)
        if words and refusal:
            return f"{first} answers: “{words}” {refusal}"
        human = not attempt.chain or self.service.actors[attempt.chain[0]].human is not False
        hearing = "hears the story" if human else "takes it"
        others = listed([self.service.actors[key].name for key in attempt.chain[1:]])
        passing = f" and passes it on to {others}" if others else ""
        return f"{first} {hearing}{passing}. {refusal}".rstrip()

    def _words_of(self, attempt: Attempt) -> str:
        """What the journey itself lets the first person say on this channel."""
        if not self.journey.interrupts:
            return ""
        said = (
            node.says
            for node in self.journey.nodes
            if node.region is not None and attempt.channel in node.on and attempt.chain[:1] == node.by[:1]
        )
        return next(filter(None, said), "")

    def _by(self, attempt: Attempt) -> str:
        return f" by {self.service.actors[attempt.chain[-1]].name}" if attempt.chain else ""

    def _in_touch(self, key: str) -> str:
        channel = self.service.channels[key]
        verb = _GETTING_IN_TOUCH.get(channel.kind, "turns to") if channel.kind else "turns to"
        return f"{verb} {channel.name}"

    def _place(self, attempt: Attempt) -> Span:
        if attempt.remedy is not None:
            return attempt.remedy.header
        return self.journey.nodes[attempt.step].header if attempt.step is not None else NOWHERE

    # --- words --------------------------------------------------------------------------------

    def _customer(self) -> str:
        noticing = self._names(self.mistake.noticed_by[:1])
        if noticing:
            return noticing
        actor = self.service.actors.get(self.journey.customer)
        return actor.name if actor else "The customer"

    def _names(self, keys: tuple[str, ...], word: str = "and") -> str:
        known = [self.service.actors[key].name for key in keys if key in self.service.actors]
        return listed(known, word)

    def _at(self, minutes: Minutes, text: str, span: Span, aside: bool = False) -> Moment:
        return Moment(self.verdict.example + int(minutes), text, span, aside)
