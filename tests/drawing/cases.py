"""Journeys built by hand for the pictures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

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
OUTCOMES = {
    "good": Outcome.GOOD,
    "bad": Outcome.BAD,
    "abandoned": Outcome.ABANDONED,
    "neutral": Outcome.NEUTRAL,
}


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
        for source, target in pairwise(numbers):
            self.moves.append(Move(source, target))

    def branch(self, source: int, target: int, label: str, **facts: object) -> None:
        self.moves.append(Move(source, target, MoveKind.BRANCH, label, **facts))  # type: ignore[arg-type]

    def journey(self, name: str, **facts: object) -> Journey:
        return Journey(
            name.casefold(),
            name,
            HERE,
            HERE,
            "en",
            tuple(self.nodes),
            tuple(self.moves),
            **facts,  # type: ignore[arg-type]
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
        "Trigger fulfilment",
        by="shop system",
        takes=fixed(0),
        automated=True,
        invisible=True,
        notifications=(mail,),
    )
    hear = draft.step("Hear the request", by="service agent", on="hotline", takes=fixed(4), region=0)
    refused = draft.end("bad", "Cannot be changed", region=0)
    pack = draft.step(
        "Pack parcel", by="warehouse team", invisible=True, takes=fixed(10), waits=fixed(18 * 60)
    )
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


def repaired_case() -> Journey:
    """The founding case repaired: a pausing interrupt that goes back into the flow, a wait."""
    draft = Draft()
    start = draft.start()
    order = draft.step("Place order", by="customer", on="web shop", takes=fixed(6))
    confirm = draft.step(
        "Confirm order",
        by="shop system",
        takes=fixed(0),
        notifications=(Notification("Order confirmation", HERE),),
    )
    grace = draft.node(NodeKind.WAIT, "wait 30 min", takes=fixed(30))
    pack = draft.step(
        "Pack parcel", by="warehouse team", invisible=True, takes=fixed(10), waits=fixed(18 * 60)
    )
    correct = draft.step("Correct the order", by="service agent", on="hotline, service mailbox", takes=fixed(5),
                         region=0, corrects=(0,))  # fmt: skip
    ask = draft.step("Ask the shift lead", by="shift lead", takes=fixed(15), region=0)
    hand = draft.step("Hand parcel to carrier", by="warehouse team", invisible=True, no_return=True)
    deliver = draft.step("Deliver parcel", by="parcel carrier", on="front door", takes=Duration(DAY, 3 * DAY))
    choice = draft.node(NodeKind.CHOICE, "Is the parcel what the customer wanted?", owner=Owner.CUSTOMER)
    good = draft.end("good", "Right goods received")
    take = draft.step("Take the surplus item back", by="service agent", on="hotline", waits=fixed(2 * DAY))
    money = draft.end("good", "Money back in full")
    draft.go(start, order, confirm, grace, pack, hand, deliver, choice)
    draft.moves.append(Move(correct, confirm, MoveKind.GO_TO))
    draft.moves.append(Move(correct, ask, MoveKind.FAILS))
    draft.moves.append(Move(ask, correct, MoveKind.GO_TO))
    draft.branch(choice, good, "yes")
    draft.branch(choice, take, "no")
    draft.go(take, money)
    change = Remedy(0, "Change the quantity", HERE, HERE, RemedyKind.CORRECTS, ("service agent",),
                    ("hotline", "service mailbox"), leads_to=confirm)  # fmt: skip
    mistake = Mistake(0, "Quantity 2 instead of 1", HERE, HERE, order, hard=Cutoff(Point(node=hand), HERE),
                      soft=Cutoff(Point(node=hand), HERE), remedies=(change,))  # fmt: skip
    reports = Interrupt(0, "Customer reports a mistake", HERE, ("customer",), ("hotline", "service mailbox"), order,
                        hand, MainFlow.PAUSES, correct)  # fmt: skip
    return draft.journey("Online order", interrupts=(reports,), mistakes=(mistake,), status=Status.TO_BE)


def claim_case() -> Journey:
    """Parallel branches, a choice decided by a machine, a wait for an event, a loop and ways back."""
    draft = Draft()
    start = draft.start()
    report = draft.step("Report damage", by="customer", on="web shop")
    fork = draft.node(NodeKind.FORK, "at the same time")
    cover = draft.step("Check cover", by="shop system", takes=fixed(0), invisible=True)
    estimate = draft.step("Estimate repair cost", by="service agent", takes=Duration(1, 2, working=True))
    late = draft.step("Tell the customer we are late", by="shop system")
    join = draft.node(NodeKind.JOIN, "join")
    choice = draft.node(NodeKind.CHOICE, "Is the claim covered?", by="shop system", automated=True)
    pay = draft.step("Pay out", by="shop system", takes=Duration(2, 2, working=True))
    paid = draft.end("good", "Damage paid")
    objection = draft.node(NodeKind.WAIT_FOR, "wait for the customer's objection")
    upheld = draft.end("bad", "Refusal upheld")
    loop = draft.node(NodeKind.LOOP, "until the file is complete", times=3)
    ask = draft.step("Ask for the missing paper", by="service agent", on="service mailbox")
    tired = draft.end("abandoned", "Customer gives up")
    draft.go(start, report, fork)
    draft.branch(fork, cover, "Coverage")
    draft.branch(fork, estimate, "Damage")
    draft.go(cover, join)
    draft.go(estimate, join, choice)
    draft.moves.append(Move(estimate, late, MoveKind.LATE, delay=Duration(5, 5, working=True)))
    draft.go(late, join)
    draft.branch(choice, pay, "covered", share=85.0)
    draft.branch(choice, objection, "not covered")
    draft.branch(choice, ask, "otherwise")
    draft.go(pay, paid)
    draft.moves.append(Move(objection, cover, MoveKind.GO_TO, "objection arrives"))
    draft.branch(objection, upheld, "", delay=fixed(90 * DAY))
    draft.go(ask, loop)
    draft.moves.append(Move(loop, ask, MoveKind.AGAIN))
    draft.branch(loop, tired, "never")
    draft.moves.append(Move(loop, cover, MoveKind.GO_TO, "done"))
    mistake = Mistake(0, "Cover wrongly denied", HERE, HERE, choice, no_remedy="nobody reads it",
                      soft=Cutoff(Point(after=fixed(90 * DAY)), HERE))  # fmt: skip
    return draft.journey("Household claim", mistakes=(mistake,))


def long_case(steps: int = 60) -> Journey:
    """Many steps in changing lanes, with a choice, a way back and a bad end every few steps."""
    draft = Draft()
    actors = ("customer", "service agent", "shop system", "warehouse team", "parcel carrier")
    last = draft.start()
    way_back: int | None = None
    for number in range(steps):
        by = actors[number * 7 % len(actors)]
        step = draft.step(
            f"Step number {number}", by=by, invisible=number % 3 == 0, takes=fixed(5 * (number % 9))
        )
        draft.moves.append(
            Move(last, step, MoveKind.BRANCH, "goes on") if number % 6 == 5 else Move(last, step)
        )
        last = step
        if number % 6 == 4:
            choice = draft.node(NodeKind.CHOICE, f"Is number {number} all right?", by=by)
            draft.go(last, choice)
            draft.branch(choice, draft.end("bad", f"Refused at {number}"), "no", share=4.0)
            if way_back is not None and number % 4 == 0:
                draft.moves.append(Move(choice, way_back, MoveKind.GO_TO, "once more"))
            last, way_back = choice, step
    draft.go(last, draft.end("good", "All done"))
    return draft.journey("A very long journey")
