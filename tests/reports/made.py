"""Hand-made findings, verdicts and journeys for the tests of reports."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import Any

from journeyaudit.finding import Finding, Label, Measure, Moment, Severity, Story
from journeyaudit.model.flow import (
    Interrupt,
    MainFlow,
    Move,
    MoveKind,
    Node,
    NodeKind,
    Notification,
    Owner,
)
from journeyaudit.model.flow import Outcome as Ending
from journeyaudit.model.journey import Journey, Service, Status
from journeyaudit.model.people import Actor, ActorKind, Channel, ChannelKind
from journeyaudit.model.quantities import AT_ONCE, INFINITE, Duration, Money, Point
from journeyaudit.model.trouble import Cutoff, Mistake, Remedy, RemedyKind
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.source import SourceText, Span
from journeyaudit.verdicts.verdict import (
    Attempt,
    Figures,
    Interval,
    InTime,
    Judgement,
    MissingFact,
    Obstacle,
    Verdict,
)

GOLDEN = Path(__file__).parent / "golden"


def same_as_golden(name: str, text: str) -> None:
    """Compares with a file of tests/reports/golden; JOURNEYAUDIT_ACCEPT=1 rewrites it."""
    path = GOLDEN / name
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


TEXT = """\
import shared-people.journey

journey Online order
  status: as-is
  customer: Customer
  goal: the customer owns exactly the goods they meant to buy

  step Place order
    by: Customer
    on: Web shop
    takes: 6 min
    mistake Quantity 2 instead of 1
      made by: Customer
      noticed after: 3 min
      remedy Ask the hotline to change it
        by: Service agent
        on: Hotline

  step Trigger fulfilment
    by: Shop system
    point of no return

  interrupt Customer phones
    from: Trigger fulfilment
    until: Deliver parcel
    step Hear the request
    end bad: Cannot be changed

  step Deliver parcel
    by: Parcel carrier

  choice Is the parcel what the customer wanted?
    when yes (98 %)
      end good: Right goods received
    when no (2 %)
      step Send one item back
      end bad: Pro-rata refund
"""
PATH = "samples/order-as-is.journey"
SOURCE = SourceText(PATH, TEXT)
PEOPLE = SourceText("samples/shared-people.journey", "actor Service agent\n  kind: human\n  may nothing\n")
SOURCES = {PATH: SOURCE, PEOPLE.path: PEOPLE}


def at(words: str, source: SourceText = SOURCE, nth: int = 0) -> Span:
    """Where some words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = source.raw.index(words, start + 1)
    return source.span(start, start + len(words))


def below(words: str) -> Span:
    """The block that begins with a line: up to the next line that is not deeper."""
    start = TEXT.index(words)
    number = SOURCE.line_of(start)
    depth = SOURCE.column_of(start)
    while number < SOURCE.line_count:
        number += 1
        line = SOURCE.line(number)
        if line.strip() and len(line) - len(line.lstrip()) < depth:
            return SOURCE.span(start, SOURCE.start_of(number))
    return SOURCE.span(start, len(TEXT))


def headline(**changes: Any) -> Finding:
    facts: dict[str, Any] = {
        "rule": "no-human-correction",
        "severity": Severity.ERROR,
        "title": "nobody is both able and allowed to put “Quantity 2 instead of 1” right once it is noticed",
        "span": at("Quantity 2 instead of 1"),
        "label": "noticed 3 min later",
        "journey": "Online order",
        "subject": "Quantity 2 instead of 1",
        "labels": (
            Label(at("step Trigger fulfilment"), "from here on changes are refused"),
            Label(at("may nothing", PEOPLE), "Service agent answers, and may change nothing"),
        ),
        "trail": (
            Label(at("Place order"), "Place order"),
            Label(at("Trigger fulfilment"), "Trigger fulfilment"),
        ),
        "story": STORY,
        "measures": (
            Measure("Kafka zone", "18 h 10 min", 1090),
            Measure("decision rank", "none"),
            Measure("time margin", "no limit", INFINITE),
        ),
        "assumptions": ("Shop system works round the clock",),
        "help": "let Service agent change the quantity until “Deliver parcel” begins",
        "evidence": (
            Finding(
                "may-not",
                Severity.INFO,
                "Service agent may change nothing",
                at("may nothing", PEOPLE),
                evidence=(
                    Finding("deeper", Severity.INFO, "nobody gave them the right", at("status: as-is")),
                ),
            ),
        ),
    }
    return Finding(**{**facts, **changes})


STORY = Story(
    (
        Moment(2040, "Customer: Place order. It goes wrong: Quantity 2 instead of 1."),
        Moment(2040, "“Trigger fulfilment” begins. From now on corrections are refused.", aside=True),
        Moment(2043, "Customer notices it (reading the confirmation mail)."),
        Moment(2046, "Customer calls Hotline."),
        Moment(
            None,
            "Service agent hears the story. Service agent may not change it, however often one explains it.",
        ),
        Moment(
            3130,
            "The parcel leaves. For 18 h 10 min it would still have been possible, and was refused.",
            aside=True,
        ),
        Moment(2040 + 7 * 1440, "The refund comes."),
    ),
    "Nobody who may put it right can be reached in time.",
)


def place(number: int, kind: NodeKind, title: str, **facts: Any) -> Node:
    spans: dict[str, Any] = {}
    if kind is not NodeKind.START:
        line = next(line for line in TEXT.splitlines() if line.strip().endswith(title))
        spans = {"span": below(line.lstrip()), "header": at(line.strip())}
    return Node(
        **{
            "number": number,
            "kind": kind,
            "name": title,
            "title": title,
            "span": at("journey Online order"),
            **spans,
            **facts,
        }
    )


NODES = (
    place(0, NodeKind.START, "start"),
    place(1, NodeKind.STEP, "Place order", by=("customer",), on=("web shop",), takes=Duration(6, 6)),
    place(
        2,
        NodeKind.STEP,
        "Trigger fulfilment",
        by=("shop system",),
        takes=AT_ONCE,
        invisible=True,
        automated=True,
        no_return=True,
        notifications=(
            Notification(
                "Order confirmation",
                at("step Trigger fulfilment"),
                to=("customer",),
                says="Thank you!",
                names_contact=False,
            ),
        ),
    ),
    place(3, NodeKind.STEP, "Hear the request", by=("service agent",), takes=Duration(4, 4), region=0),
    place(4, NodeKind.END, "Cannot be changed", outcome=Ending.BAD, region=0),
    place(5, NodeKind.STEP, "Deliver parcel", takes=Duration(1440, 4320)),
    place(6, NodeKind.CHOICE, "Is the parcel what the customer wanted?", owner=Owner.NATURE),
    place(7, NodeKind.END, "Right goods received", outcome=Ending.GOOD),
    place(8, NodeKind.STEP, "Send one item back", by=("customer",), effort=Duration(90, 90)),
    place(9, NodeKind.END, "Pro-rata refund", outcome=Ending.BAD),
)
MOVES = (
    Move(0, 1),
    Move(1, 2),
    Move(2, 5),
    Move(3, 4),
    Move(5, 6),
    Move(6, 7, MoveKind.BRANCH, "yes", 98, span=at("when yes (98 %)")),
    Move(6, 8, MoveKind.BRANCH, "no", 2, span=at("when no (2 %)")),
    Move(8, 9),
)
REMEDY = Remedy(
    0,
    "Ask the hotline to change it",
    at("remedy Ask the hotline to change it"),
    at("remedy Ask the hotline to change it"),
    kind=RemedyKind.CORRECTS,
    by=("service agent",),
    on=("hotline",),
    leads_to=4,
)
MISTAKE = Mistake(
    0,
    "Quantity 2 instead of 1",
    below("mistake Quantity 2 instead of 1"),
    at("mistake Quantity 2 instead of 1"),
    1,
    made_by=("customer",),
    likelihood=2,
    noticed_by=("customer",),
    noticed_how="reading the confirmation mail",
    noticed_after=Duration(3, 3),
    value=Money(Decimal("49.90"), "EUR"),
    soft=Cutoff(Point(node=2), at("step Trigger fulfilment"), "the batch has started"),
    hard=Cutoff(Point(node=5), at("step Deliver parcel")),
    remedies=(REMEDY,),
)
SERVICE = Service(
    {
        "customer": Actor("customer", "Customer", at("Customer"), ActorKind.CUSTOMER),
        "service agent": Actor(
            "service agent", "Service agent", at("actor Service agent", PEOPLE), ActorKind.HUMAN
        ),
        "shop system": Actor("shop system", "Shop system", at("Shop system"), ActorKind.SYSTEM),
    },
    {
        "hotline": Channel("hotline", "Hotline", at("Hotline"), ChannelKind.PHONE),
        "web shop": Channel("web shop", "Web shop", at("Web shop"), ChannelKind.WEB),
    },
    (),
)
JOURNEY = Journey(
    "online order",
    "Online order",
    below("journey Online order"),
    at("journey Online order"),
    "en",
    NODES,
    MOVES,
    (
        Interrupt(
            0,
            "Customer phones",
            at("interrupt Customer phones"),
            by=("customer",),
            on=("hotline",),
            begins=2,
            ends=5,
            main_flow=MainFlow.CONTINUES,
            entry=3,
        ),
    ),
    (MISTAKE,),
    status=Status.AS_IS,
    customer="customer",
    goal="the customer owns exactly the goods they meant to buy",
)


def attempt(**changes: Any) -> Attempt:
    facts: dict[str, Any] = {
        "remedy": REMEDY,
        "step": None,
        "interrupt": None,
        "channel": "hotline",
        "chain": ("service agent",),
        "approvers": (),
        "obstacles": (Obstacle.MAY_NOT, Obstacle.BAD_ENDS_ONLY),
        "in_time": None,
        "paused": False,
        "contacted": 3,
        "answered": 6,
        "fixed": INFINITE,
        "deadline": Interval(0, 0),
    }
    return Attempt(**{**facts, **changes})


def verdict(judgement: Judgement = Judgement.IMPOSSIBLE, **changes: Any) -> Verdict:
    facts: dict[str, Any] = {
        "mistake": MISTAKE,
        "judgement": judgement,
        "generous": judgement,
        "strict": judgement,
        "attempts": (attempt(),),
        "missing": (),
        "assumptions": ("Shop system works round the clock",),
        "figures": Figures(kafka_zone=Interval(1090, 1090), burden=(2, 1), cure_ratio=1.5),
        "example": 2040,
        "lucky": None,
        "noticed": Interval(3, 3),
        "soft": Interval(0, 0),
        "hard": Interval(1090, INFINITE),
        "clock_node": 1,
    }
    return Verdict(**{**facts, **changes})


UNKNOWN = verdict(
    Judgement.NOT_ASSESSABLE,
    generous=Judgement.GUARANTEED,
    strict=Judgement.IMPOSSIBLE,
    missing=(MissingFact("answers within", "Hotline", at("Hotline")),),
)
LUCK = verdict(
    Judgement.LUCK,
    lucky=2040,
    example=5 * 1440 + 1200,
    attempts=(attempt(obstacles=(), in_time=InTime.SOMETIMES),),
)
SURE = verdict(
    Judgement.GUARANTEED,
    attempts=(attempt(obstacles=(), in_time=InTime.ALWAYS, fixed=10),),
    figures=Figures(decision_rank=1, margin=Interval(530, 600)),
)


def outcome(
    *findings: Finding, verdicts: tuple[Verdict, ...] = (verdict(),), journey: Journey = JOURNEY
) -> Outcome:
    graph: Any = None
    return Outcome(
        SERVICE, (PATH,), (JourneyOutcome(Case(SERVICE, journey, graph, verdicts), 0.5),), findings
    )
