"""Small journeys written by hand for the tests of the verdicts: a shop that packs what was ordered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import Interrupt, MainFlow, Move, MoveKind, Node, NodeKind, Outcome, Pick
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, ActorKind, Channel, ChannelKind, Right
from journeyaudit.model.quantities import ALWAYS, AT_ONCE, DAY, Duration, Money, Point, WeeklyHours
from journeyaudit.model.trouble import Cutoff, Mistake, Remedy, RemedyKind
from journeyaudit.source import Span
from journeyaudit.verdicts import Verdict, judge_one

WHERE = Span("test.journey", 0, 1)
OFFICE = WeeklyHours(tuple((day * DAY + 480, day * DAY + 1080) for day in range(5)))
"""Monday to Friday 8:00 to 18:00."""
UNTIL_SATURDAY = WeeklyHours(((480, 5 * DAY + 780),))
"""Monday 8:00 without a break to Saturday 13:00."""
HOUR = 60


def minutes(low: float, high: float | None = None) -> Duration:
    return Duration(low, low if high is None else high)


def euro(amount: int) -> Money:
    return Money(Decimal(amount), "EUR")


def may(*acts: str, limit: int | None = None, asks: tuple[str, ...] = (), above: int | None = None) -> Any:
    return tuple(
        Right(
            act,
            act,
            WHERE,
            limit=None if limit is None else Decimal(limit),
            approval_of=asks,
            approval_above=None if above is None else Decimal(above),
        )
        for act in acts
    )


def human(key: str, **facts: Any) -> Actor:
    return Actor(key, key.title(), WHERE, **{"kind": ActorKind.HUMAN, "decides_within": minutes(5)} | facts)


def machine(key: str, **facts: Any) -> Actor:
    return Actor(key, key.title(), WHERE, kind=ActorKind.SYSTEM, **facts)


CUSTOMER = Actor("customer", "Customer", WHERE, kind=ActorKind.CUSTOMER)


def phone(*answered_by: str, **facts: Any) -> Channel:
    return _channel("hotline", ChannelKind.PHONE, answered_by, facts)


def mail(*answered_by: str, **facts: Any) -> Channel:
    return _channel("mail", ChannelKind.EMAIL, answered_by, facts)


def _channel(key: str, kind: ChannelKind, answered_by: Sequence[str], facts: dict[str, Any]) -> Channel:
    usual = {"kind": kind, "hours": ALWAYS, "answers_within": minutes(3)}
    return Channel(key, key.title(), WHERE, answered_by=tuple(answered_by), **usual | facts)


def service(*things: Actor | Channel) -> Service:
    actors = {CUSTOMER.key: CUSTOMER} | {one.key: one for one in things if isinstance(one, Actor)}
    channels = {one.key: one for one in things if isinstance(one, Channel)}
    return Service(actors, channels, ())


class Flow:
    """Nodes in the order they are added; each leads on to the next one unless told otherwise."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.moves: list[Move] = []
        self._open: list[int] = []
        self.add(NodeKind.START, "start")

    def add(self, kind: NodeKind, title: str, **facts: Any) -> int:
        number = len(self.nodes)
        self.nodes.append(Node(number, kind, title, title, WHERE, WHERE, **facts))
        for source in self._open:
            self.move(source, number)
        self._open = [] if kind is NodeKind.END else [number]
        return number

    def step(self, title: str, takes: Duration | None = AT_ONCE, **facts: Any) -> int:
        return self.add(NodeKind.STEP, title, takes=takes, **facts)

    def choice(self, title: str, **facts: Any) -> int:
        return self.add(NodeKind.CHOICE, title, **facts)

    def end(self, outcome: Outcome = Outcome.GOOD, title: str = "", **facts: Any) -> int:
        return self.add(NodeKind.END, title or f"{outcome} end", outcome=outcome, **facts)

    def move(self, source: int, target: int, kind: MoveKind = MoveKind.NEXT, **facts: Any) -> None:
        self.moves.append(Move(source, target, kind, **facts))

    def after(self, *sources: int) -> None:
        """The next node follows these ones."""
        self._open = list(sources)

    def fork(self, *branches: Sequence[tuple[str, Duration | None, dict[str, Any]]]) -> tuple[int, int]:
        """A parallel block whose branches are chains of steps; (fork, join)."""
        fork = self.add(NodeKind.FORK, "at the same time", split=Pick.ALL)
        ends: list[int] = []
        for index, branch in enumerate(branches):
            self.after(fork)
            for title, takes, facts in branch:
                self.step(title, takes, branch=(fork, index), **facts)
            ends += self._open
        self.after(*ends)
        join = self.add(NodeKind.JOIN, "all done", merge=Pick.ALL, match=fork)
        self.nodes[fork] = replace(self.nodes[fork], match=join)
        return fork, join

    def journey(self, *mistakes: Mistake, interrupts: Iterable[Interrupt] = (), **facts: Any) -> Journey:
        moves = tuple(sorted(self.moves, key=lambda move: move.source))
        return Journey(
            "order",
            "Order",
            WHERE,
            WHERE,
            "en",
            tuple(self.nodes),
            moves,
            interrupts=tuple(interrupts),
            mistakes=mistakes,
            **facts,
        )


def at(node: int) -> Cutoff:
    return Cutoff(Point(node=node), WHERE)


def after(length: Duration, node: int | None = None) -> Cutoff:
    return Cutoff(Point(after=length, node=node), WHERE)


def remedy(*by: str, on: Sequence[str] = ("hotline",), number: int = 0, **facts: Any) -> Remedy:
    usual = {"kind": RemedyKind.CORRECTS, "does": "change", "takes": minutes(5)}
    return Remedy(number, f"remedy {number}", WHERE, WHERE, by=by, on=tuple(on), **usual | facts)


def mistake(node: int, *remedies: Remedy, **facts: Any) -> Mistake:
    usual = {"noticed_by": ("customer",), "noticed_after": minutes(3), "value": euro(50)}
    return Mistake(0, "wrong quantity", WHERE, WHERE, node, remedies=remedies, **usual | facts)


def pausing(node: int | None, until: int | None, *on: str, **facts: Any) -> Interrupt:
    usual = {"by": ("customer",), "main_flow": MainFlow.PAUSES}
    return Interrupt(0, "report", WHERE, begins=node, ends=until, on=on, **usual | facts)


def verdict_on(people: Service, journey: Journey, number: int = 0) -> Verdict:
    return judge_one(people, journey, from_journey(journey), journey.mistakes[number])


class Shop:
    """Place order, pack for 10 minutes after waiting 18 hours, hand over to the carrier, good end."""

    def __init__(self, **packing: Any) -> None:
        self.flow = Flow()
        self.order = self.flow.step("Place order", minutes(6), by=("customer",))
        self.trigger = self.flow.step("Trigger fulfilment")
        usual = {"takes": minutes(10), "waits": minutes(18 * HOUR), "by": ("warehouse",)}
        self.pack = self.flow.step("Pack", **usual | packing)
        self.carrier = self.flow.step("Hand parcel to carrier", minutes(0), by=("warehouse",))
        self.end = self.flow.end()

    def mistake(self, *remedies: Remedy, **facts: Any) -> Mistake:
        return mistake(self.order, *remedies, **{"hard": at(self.carrier)} | facts)

    def verdict(
        self, people: Service, wrong: Mistake, interrupts: Iterable[Interrupt] = (), **facts: Any
    ) -> Verdict:
        journey = self.flow.journey(wrong, interrupts=interrupts, **facts)
        return verdict_on(people, journey)


AGENT = human("agent", rights=may("change"))
WAREHOUSE = human("warehouse")
