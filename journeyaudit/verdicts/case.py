"""A mistake of a journey, read one way -> when it is noticed and until when it can be put right.

The parts of ``docs/meaning.md``, sections 3 and 4, that all attempts of a mistake share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from journeyaudit.graph.journey_graph import JourneyGraph
from journeyaudit.model.flow import Interrupt, MainFlow, Outcome
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import ActorKind
from journeyaudit.model.quantities import INFINITE, Point
from journeyaudit.model.trouble import Cutoff, Mistake, Remedy
from journeyaudit.source import Span
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import AT_ONCE, Bounds, elapse, latest_of
from journeyaudit.verdicts.chain import People
from journeyaudit.verdicts.clock import TimeMap, earlier, not_after
from journeyaudit.verdicts.contact import Contact, Line
from journeyaudit.verdicts.doubt import Doubt
from journeyaudit.verdicts.ground import Ground
from journeyaudit.verdicts.moments import Moment, Moments
from journeyaudit.verdicts.pace import Hours, Since
from journeyaudit.verdicts.spans import NEVER as AT_NO_MINUTE
from journeyaudit.verdicts.spans import WHOLE_WEEK, Spans, both, either


class Court:
    """What all mistakes of one journey share; made once.

    ``like`` is a court of the same flow and hours, whose moments are then used again: for a journey in
    which only rights, remedies, answerers or interrupts without steps were changed.
    """

    def __init__(
        self, service: Service, journey: Journey, graph: JourneyGraph, like: Court | None = None
    ) -> None:
        self.service = service
        self.journey = journey
        self.graph = graph
        self.people = People(service)
        self.ground: Ground = like.ground if like else Ground(graph)
        self.moments: Moments = like.moments if like else Moments(self.ground, Hours(service))

    def case(self, mistake: Mistake, generous: bool) -> Case:
        """A mistake as one attempt sees it, in one of the two readings."""
        return Case(self, mistake, generous)

    @property
    def corrected_at(self) -> dict[int, list[int]]:
        """Mistake number -> the steps that put it right."""
        return self.ground.corrected_at

    @property
    def outcomes(self) -> tuple[Outcome | None, ...]:
        """Of every end of the journey."""
        return self.ground.outcomes

    @cached_property
    def customers_interrupts(self) -> tuple[Interrupt, ...]:
        """Those the customer may start; nobody stated is the customer, for that is what they are for."""
        return tuple(one for one in self.journey.interrupts if self._is_customers(one))

    def _is_customers(self, interrupt: Interrupt) -> bool:
        kinds = [self.service.actors[key].kind for key in interrupt.by if key in self.service.actors]
        return not kinds or any(kind in (ActorKind.CUSTOMER, None) for kind in kinds)


@record
class Chance:
    """A moment that has to lie before some deadlines, and when in the week it does. ``made``: an appeal also
    has to be made in time."""

    moment: Bounds
    deadlines: tuple[Bounds, ...]
    made: Chance | None = None

    @property
    def always(self) -> Spans:
        if self.moment.latest == INFINITE:
            return AT_NO_MINUTE
        found: Spans = WHOLE_WEEK if self.made is None else self.made.always
        for deadline in self.deadlines:
            found = both(found, not_after(self.moment.latest, deadline.earliest))
        return found

    @property
    def ever(self) -> Spans:
        if self.moment.earliest == INFINITE:
            return AT_NO_MINUTE
        found: Spans = WHOLE_WEEK if self.made is None else self.made.ever
        for deadline in self.deadlines:
            found = both(found, not_after(self.moment.earliest, deadline.latest))
        return found


class Case:
    """One mistake in one of the two readings, as one attempt sees it: ``doubt`` and ``consulted`` tell
    what this attempt had to know."""

    correcting = True
    """Whether it has to be put right (conditions k and e), or less will do, as in some stories."""

    def __init__(self, court: Court, mistake: Mistake, generous: bool) -> None:
        self.court = court
        self.mistake = mistake
        self.doubt = Doubt(generous)
        self.contact = Contact(court.service, self.doubt)
        self.clock = mistake.node if mistake.noticed_at is None else mistake.noticed_at
        self.consulted: list[Moment] = []
        """The moments of the flow that were asked for."""

    @property
    def where(self) -> Span:
        return self.mistake.header or self.mistake.span

    @cached_property
    def noticed(self) -> Bounds:
        if self.mistake.noticed_after is None and self.mistake.noticed_at is not None:
            return AT_ONCE
        after = self.mistake.noticed_after
        return elapse(self.doubt.length(after, "noticed after", self.mistake.name, self.where))

    # cut-offs

    @cached_property
    def soft(self) -> Bounds | None:
        return self.cutoff(self.mistake.soft, "accepted until", self.mistake.name)

    @cached_property
    def hard(self) -> Bounds | None:
        return self.cutoff(self.mistake.hard, "restorable until", self.mistake.name)

    def cutoff(self, cutoff: Cutoff | None, key: str, of: str) -> Bounds | None:
        """When a cut-off comes: on this side generous means late."""
        if cutoff is None:
            return None
        point = cutoff.point
        if (point.after is None and point.node is None) or (point.after and not point.after.known):
            self.doubt.is_taken_for_granted(key, of, cutoff.span)
        moment = self.court.moments.of(point, self.mistake.node, self.clock, not self.doubt.generous)
        self.consulted.append(moment)
        return moment.bounds

    def made_within(self, remedy: Remedy) -> tuple[Bounds, ...]:
        """What the making of an appeal has to come before: its own window, if it has one."""
        return self._window(remedy) if remedy.appeal else ()

    def window_of_fix(self, remedy: Remedy | None) -> tuple[Bounds, ...]:
        """The own window of a remedy, which the fix has to meet; that of an appeal is for making it."""
        return () if remedy is None or remedy.appeal else self._window(remedy)

    def _window(self, remedy: Remedy) -> tuple[Bounds, ...]:
        window = self.cutoff(remedy.window, "until", remedy.name)
        return () if window is None else (window,)

    def deadlines(self, remedy: Remedy | None) -> tuple[Bounds, ...]:
        """All that a fix has to come before (section 4, time)."""
        stated = remedy is not None and remedy.window is not None
        first = self.window_of_fix(remedy) if stated else tuple(filter(None, (self.soft,)))
        found = (*first, *filter(None, (self.hard,)))
        if found or stated:
            return found
        unknown = self.cutoff(Cutoff(Point(), self.where), "restorable until", self.mistake.name)
        return (unknown or AT_ONCE,)

    # the flow standing still

    def _interrupts_on(self, line: Line) -> list[Interrupt]:
        """The customer's interrupts on this channel, and those on none in particular."""
        found = self.court.customers_interrupts
        return [one for one in found if not one.on or line.key in one.on]

    def makes_still(self, interrupt: Interrupt) -> bool:
        """Does the main flow stand still once it is started within its stretch?"""
        if interrupt.main_flow is None:
            return self.doubt.is_taken_for_granted("main flow", interrupt.name, interrupt.span)
        return interrupt.main_flow is not MainFlow.CONTINUES

    def begin_of(self, interrupt: Interrupt) -> Bounds | None:
        """When its stretch begins, on the side of the attempt; None: with the journey."""
        if interrupt.begins is None:
            return None
        return self._seen(interrupt.begins, short=self.doubt.generous)

    def end_of(self, interrupt: Interrupt) -> Bounds | None:
        """When its stretch ends, on the side of the cut-offs; None: with the journey."""
        return None if interrupt.ends is None else self._seen(interrupt.ends, short=not self.doubt.generous)

    def _seen(self, node: int, short: bool) -> Bounds:
        moment = self.court.moments.seen_from(self.clock, node, Since.BEGUN, short)
        self.consulted.append(moment)
        return moment.bounds

    def chances_of_stopping(self, line: Line, first: str, deadlines: tuple[Bounds, ...]) -> Iterator[Chance]:
        """Readings in which the report itself counts, because it makes the main flow stand still."""
        for interrupt in self._interrupts_on(line):
            if self.makes_still(interrupt):
                report, end = self.report(line, first, self.begin_of(interrupt)), self.end_of(interrupt)
                yield Chance(report, deadlines if end is None else (*deadlines, end))

    def chances_of_holding(
        self, chain: Sequence[str], answered: Bounds, deadlines: tuple[Bounds, ...]
    ) -> Iterator[Chance]:
        """The first human in the chain may hold the main flow as soon as they hear of it."""
        place = self.court.people.first_human(chain)
        if place is not None and self.contact.may_hold(chain[place]):
            yield Chance(self.contact.passed_on(chain[: place + 1], answered), deadlines)

    def started(self, begins: Bounds | None) -> Bounds:
        """When one can get in touch: once it is noticed, and not before the stretch begins."""
        return self.noticed if begins is None else latest_of(self.noticed, begins)

    def report(self, line: Line, first: str, begins: Bounds | None) -> Bounds:
        """The moment that counts as the report: written when it is sent, spoken when it is answered."""
        sent = self.started(begins)
        return self.contact.answered(line, first, sent) if line.spoken else sent


def tightest(deadlines: tuple[Bounds, ...]) -> Bounds:
    """The one interval that all deadlines together leave."""
    earliest: TimeMap = INFINITE
    latest: TimeMap = INFINITE
    for bounds in deadlines:
        earliest, latest = earlier(earliest, bounds.earliest), earlier(latest, bounds.latest)
    return Bounds(earliest, latest)


def at_any(chances: list[Chance]) -> tuple[Spans, Spans]:
    """The minutes at which the best of several readings is always, and is ever, in time."""
    always: Spans = AT_NO_MINUTE
    ever: Spans = AT_NO_MINUTE
    for chance in chances:
        always, ever = either(always, chance.always), either(ever, chance.ever)
    return always, ever
