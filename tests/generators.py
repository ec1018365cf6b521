"""Makes random small services: one journey with a mistake or two, and the people who might help.

The models are consistent as the parser would build them (numbers, matches, regions), and coarse: all
hours and durations are multiples of one grid, so that equal moments happen often and few minutes of
the week have to be tried. Dice choose everything; lists begin with the plainest choice, so that
hypothesis shrinks towards plain models.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from journeyaudit.model.flow import Interrupt, MainFlow, Outcome
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, ActorKind, Channel, ChannelKind, Right
from journeyaudit.model.quantities import INFINITE, Duration, Point
from journeyaudit.model.trouble import Cutoff, Mistake, Remedy, RemedyKind, Whole
from tests.dice import Dice
from tests.flows import FlowWriter

T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """A generated journey in its service; ``grid`` divides all its times (minutes)."""

    service: Service
    journey: Journey
    grid: int

    @property
    def mistake(self) -> Mistake:
        return self.journey.mistakes[0]


HUMANS = ("agent", "lead", "boss")
ACTORS = ("customer", *HUMANS, "machine", "partner", "somebody")
CHANNELS = ("phone", "mail", "desk")
LADDER = (("agent", "lead"), ("lead", "boss"), ("machine", "agent"), ("somebody", "agent"))


def people(dice: Dice) -> dict[str, Actor]:
    return {key: _actor(dice, key) for key in ACTORS}


def _actor(dice: Dice, key: str) -> Actor:
    kind = {"customer": ActorKind.CUSTOMER, "machine": ActorKind.SYSTEM, "partner": ActorKind.THIRD_PARTY}
    actor = Actor(key, key.title(), dice.span(), kind.get(key, ActorKind.HUMAN))
    if key == "somebody" and dice.forgets:
        actor = replace(actor, kind=None)
    if key == "customer":
        return replace(actor, hours=dice.hours(10))
    others = [other for other in ACTORS if other not in ("customer", key)]
    return replace(
        actor,
        hours=dice.hours(40),
        rights=_rights(dice) if dice.chance(30) else None,
        tools=dice.some(("change", "refund"), 70) if dice.chance(15) else None,
        authority=None if dice.chance(dice.forgets) else dice.number(1, 4),
        decides_within=dice.due_duration(),
        reachable_on=dice.some(CHANNELS, 15),
        escalates_to=tuple(o for o in others if dice.chance(60 if (key, o) in LADDER else 12)),
        hands_over_to=dice.some(others, 50 if key == "machine" else 20),
    )


def _rights(dice: Dice) -> tuple[Right, ...]:
    acts = [act for act, percent in (("change", 85), ("refund", 30), ("hold", 20)) if dice.chance(percent)]
    return tuple(_right(dice, act) for act in acts)


def _right(dice: Dice, act: str) -> Right:
    right = Right(act, act, dice.span())
    if dice.chance(20):
        right = replace(right, limit=Decimal(dice.pick(("100", "50", "10", "Infinity"))))
    if dice.chance(15):
        above = Decimal(dice.pick(("100", "50", "10"))) if dice.chance(70) else None
        right = replace(right, approval_of=(dice.pick((*HUMANS, "machine")),), approval_above=above)
    return right


def channels(dice: Dice) -> dict[str, Channel]:
    kinds = {
        "phone": (ChannelKind.PHONE, ChannelKind.VIDEO),
        "mail": (ChannelKind.EMAIL, ChannelKind.FORM),
        "desk": (ChannelKind.STORE, None),
    }
    return {
        key: Channel(
            key,
            key.title(),
            dice.span(),
            dice.pick(kinds[key]),
            answered_by=_answerers(dice),
            hours=dice.hours(90 - dice.forgets),
            answers_within=dice.due_duration(),
        )
        for key in CHANNELS
    }


def _answerers(dice: Dice) -> tuple[str, ...]:
    first = dice.pick((None, "agent", "agent", "agent", "lead", "lead", "machine", "somebody"))
    if first is None:
        return ()
    return (first, "boss") if dice.chance(15) else (first,)


def _by(dice: Dice) -> tuple[str, ...]:
    by = dice.pick(
        ("agent",) * 8 + ("lead",) * 4 + ("boss", "boss", "machine", "partner", "customer", "somebody")
    )
    if dice.chance(dice.forgets // 2):
        return ()
    return (by, "boss") if by != "boss" and dice.chance(12) else (by,)


def remedy(dice: Dice, number: int, journey: Journey, at: int) -> Remedy:
    ends = [node.number for node in journey.nodes if node.outcome is not None]
    steps = [node.number for node in journey.nodes]
    made = Remedy(
        number,
        f"remedy {number}",
        dice.span(),
        dice.span(),
        kind=dice.pick((RemedyKind.CORRECTS,) * 20 + (RemedyKind.COMPENSATES, RemedyKind.WORKAROUND)),
        by=_by(dice),
        on=dice.some(CHANNELS, 40),
        does=dice.pick(("change", "change", "change", "", "refund")),
        window=cutoff(dice, journey, at) if dice.chance(25) else None,
        limit=dice.money(("100", "50", "10", "Infinity")) if dice.chance(12) else None,
        needs_authority=dice.number(1, 4) if dice.chance(15) else None,
        whole=Whole.PARTLY if dice.chance(4) else dice.pick((None, Whole.YES)),
        takes=dice.due_duration() if dice.chance(60) else None,
        leads_to=dice.pick(ends * 4 + steps) if dice.chance(40) else None,
        self_service=dice.chance(4),
    )
    if dice.chance(12):
        made = replace(
            made,
            approval_of=dice.some(("lead", "boss", "machine"), 60),
            approval_above=dice.money() if dice.chance(70) else None,
        )
    if dice.chance(dice.forgets // 3):
        made = replace(made, kind=None)
    if dice.chance(10):
        made = replace(made, appeal=True, kind=None, answers_within=dice.due_duration())
    return made


def cutoff(dice: Dice, journey: Journey, at: int) -> Cutoff:
    return Cutoff(point(dice, journey, at), dice.span())


def point(dice: Dice, journey: Journey, at: int) -> Point:
    shape = dice.pick(("after", "after", "node", "node", "node", "after node", "no limit"))
    if dice.chance(dice.forgets // 3):
        shape = "unknown"
    places = [node.number for node in journey.nodes if node.name]
    behind = [place for place in places if place > at]
    node = dice.pick(behind if behind and dice.chance(75) else places)
    if shape == "node":
        return Point(node=node)
    if shape == "no limit":
        return Point(after=Duration(INFINITE, INFINITE))
    if shape == "unknown":
        return Point()
    after = dice.duration()
    return Point(after, node) if shape == "after node" else Point(after)


def mistake(dice: Dice, journey: Journey, number: int) -> Mistake:
    places = [n.number for n in journey.nodes if n.name and n.region is None and n.outcome is None]
    places = [place for place in places if journey.nodes[place].kind.value != "start"]
    never = Duration(INFINITE, INFINITE)
    noticed_at = dice.pick(places) if dice.chance(25) else None
    at = dice.pick(places)
    stated = 40 if noticed_at is not None else 100
    return Mistake(
        number,
        f"mistake {number}",
        dice.span(),
        dice.span(),
        node=at,
        noticed_by=dice.pick((("customer",), ("customer",), (), ("agent",), ("customer", "agent"))),
        noticed_at=noticed_at,
        noticed_after=never if dice.chance(2) else dice.due_duration() if dice.chance(stated) else None,
        value=None if dice.chance(dice.forgets) else dice.money(),
        soft=cutoff(dice, journey, at) if dice.chance(40) else None,
        hard=cutoff(dice, journey, at) if dice.chance(60) else None,
        remedies=tuple(remedy(dice, i, journey, at) for i in range(dice.pick((1, 1, 2, 1, 2, 3, 2, 0)))),
    )


def case(dice: Dice) -> Case:
    dice.grid = dice.pick((720, 720, 360))
    dice.forgets = dice.pick((0, 0, 0, 10, 25))
    service = Service(people(dice), channels(dice), ())
    writer = FlowWriter(dice)
    writer.main_flow()
    interrupts = [interrupt(dice, writer, i) for i in range(dice.pick((0, 0, 1, 1, 2)))]
    journey = writer.journey(tuple(interrupts), partial=dice.chance(5))
    mistakes = tuple(mistake(dice, journey, number) for number in range(dice.pick((1, 1, 1, 2))))
    journey = replace(journey, mistakes=mistakes)
    return Case(replace(service, journeys=(journey,)), journey, dice.grid)


def interrupt(dice: Dice, writer: FlowWriter, number: int) -> Interrupt:
    places = [node.number for node in writer.nodes if node.name and node.region is None]
    return Interrupt(
        number,
        f"interrupt {number}",
        dice.span(),
        by=dice.pick((("customer",), ("customer",), (), ("agent",))),
        on=dice.some(CHANNELS, 40),
        begins=dice.pick(places) if dice.chance(30) else None,
        ends=dice.pick(places) if dice.chance(40) else None,
        main_flow=dice.pick((None, *MainFlow)),
        entry=writer.interrupt_body(number) if dice.chance(80) else None,
    )


def rolled(seed: int) -> Case:
    """The model that belongs to a number; much quicker than hypothesis, but does not shrink."""
    random = Random(seed)
    return case(Dice(lambda low, high: random.randint(low, high)))


@st.composite
def cases(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Case:
    return case(Dice(lambda low, high: draw(st.integers(low, high))))


__all__ = ["Case", "Dice", "Outcome", "case", "cases", "rolled"]
