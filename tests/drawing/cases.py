"""Journeys built by hand for the pictures."""

from __future__ import annotations

from decimal import Decimal

from journeyaudit.model.flow import (
    Interrupt,
    MainFlow,
    Move,
    MoveKind,
    Node,
    NodeKind,
    Notification,
    Outcome,
    Owner,
)
from journeyaudit.model.journey import Journey, Service, Status
from journeyaudit.model.people import Actor, ActorKind, Channel, ChannelKind
from journeyaudit.model.quantities import DAY, Duration, Money, Point
from journeyaudit.model.trouble import Cutoff, Mistake, Remedy, RemedyKind, Whole
from journeyaudit.source import Span

HERE = Span("order.journey", 10, 20)
OUTCOMES = {"good": Outcome.GOOD, "bad": Outcome.BAD, "abandoned": Outcome.ABANDONED, "neutral": Outcome.NEUTRAL}


def fixed(minutes: int) -> Duration:
    return Duration(minutes, minutes)


def actor(name: str, kind: ActorKind | None) -> Actor:
    return Actor(name.casefold(), name, HERE, kind=kind)


PEOPLE = {
    found.key: found
    for found in (
        actor("Customer", ActorKind.CUSTOMER),
        actor("Service agent", ActorKind.HUMAN),
        actor("Shift lead", ActorKind.HUMAN),
        actor("Warehouse team", ActorKind.HUMAN),
        actor("Shop system", ActorKind.SYSTEM),
        actor("Parcel carrier", ActorKind.THIRD_PARTY),
    )
}
CHANNELS = {
    name.casefold(): Channel(name.casefold(), name, HERE, kind=kind)
    for name, kind in (
        ("Web shop", ChannelKind.WEB),
        ("Hotline", ChannelKind.PHONE),
        ("Service mailbox", ChannelKind.EMAIL),
        ("Front door", ChannelKind.VISIT),
    )
}


class Draft:
    """Collects nodes and moves; ``customer``, ``system`` ... in ``by`` are first letters of keys."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.moves: list[Move] = []

    def node(self, kind: NodeKind, title: str, *, by: str = "", on: str = "", **facts: object) -> int:
        number = len(self.nodes)
        span = Span("order.journey", 100 + 20 * number, 110 + 20 * number)
        people = tuple(filter(None, by.split(", ")))
        channels = tuple(filter(None, on.split(", ")))
        node = Node(number, kind, title, title, span, span, by=people, on=channels, **facts)  # type: ignore[arg-type]
        self.nodes.append(node)
        return number

    def start(self) -> int:
        return self.node(NodeKind.START, "start")

    def step(self, title: str, **facts: object) -> int:
        return self.node(NodeKind.STEP, title, **facts)  # type: ignore[arg-type]

    def end(self, outcome: str, title: str, **facts: object) -> int:
        return self.node(NodeKind.END, title, outcome=OUTCOMES[outcome], **facts)  # type: ignore[arg-type]

    def go(self, *numbers: int) -> None:
        for source, target in zip(numbers, numbers[1:], strict=False):
            self.moves.append(Move(source, target))

    def branch(self, source: int, target: int, label: str, **facts: object) -> None:
        self.moves.append(Move(source, target, MoveKind.BRANCH, label, **facts))  # type: ignore[arg-type]

    def journey(self, name: str, **facts: object) -> Journey:
        return Journey(
            name.casefold(), name, HERE, HERE, "en", tuple(self.nodes), tuple(self.moves), **facts,  # type: ignore[arg-type]
        )


def service(journey: Journey) -> Service:
    return Service(PEOPLE, CHANNELS, (journey,))


def founding_case() -> Journey:
    """The founding case as it happened."""
    draft = Draft()
    start = draft.start()
    order = draft.step("Place order", by="customer", on="web shop", takes=fixed(6))
    mail = Notification("Order confirmation", HERE, to=("customer",))
    trigger = draft.step(
        "Trigger fulfilment", by="shop system", takes=fixed(0), automated=True, invisible=True, notifications=(mail,)
    )
    hear = draft.step("Hear the request", by="service agent", on="hotline", takes=fixed(4), region=0)
    refused = draft.end("bad", "Cannot be changed", region=0)
    pack = draft.step("Pack parcel", by="warehouse team", invisible=True, takes=fixed(10), waits=fixed(18 * 60))
    hand = draft.step("Hand parcel to carrier", by="warehouse team", invisible=True, no_return=True)
    deliver = draft.step("Deliver parcel", by="parcel carrier", on="front door", takes=Duration(DAY, 3 * DAY))
    choice = draft.node(NodeKind.CHOICE, "Is the parcel what the customer wanted?")
    good = draft.end("good", "Right goods received")
    back = draft.step("Send one item back", by="customer", on="front door")
    refund = draft.step("Book pro-rata refund", by="shop system", waits=fixed(14 * DAY))
    bad = draft.end("bad", "Pro-rata refund")
    draft.go(start, order, trigger, pack, hand, deliver, choice)
    draft.go(hear, refused)
    draft.branch(choice, good, "yes", share=98.0)
    draft.branch(choice, back, "no", share=2.0)
    draft.go(back, refund, bad)
    ask = Remedy(0, "Ask the hotline to change it", HERE, HERE, RemedyKind.CORRECTS, ("service agent",), ("hotline",),
                 leads_to=refused)  # fmt: skip
    send = Remedy(1, "Send the surplus item back", HERE, HERE, RemedyKind.WORKAROUND, ("customer",), ("front door",),
                  whole=Whole.PARTLY, leads_to=bad)  # fmt: skip
    mistake = Mistake(
        0, "Quantity 2 instead of 1", HERE, HERE, order, made_by=("customer",), noticed_after=fixed(3),
        value=Money(Decimal("49.90"), "EUR"), soft=Cutoff(Point(node=trigger), HERE),
        hard=Cutoff(Point(node=hand), HERE), remedies=(ask, send),
    )  # fmt: skip
    phones = Interrupt(0, "Customer phones about the mistake", HERE, ("customer",), ("hotline",), trigger, deliver,
                       MainFlow.CONTINUES, hear)  # fmt: skip
    return draft.journey("Online order", interrupts=(phones,), mistakes=(mistake,), status=Status.AS_IS)
