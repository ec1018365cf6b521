"""Turns a mistake into all attempts to have it put right (section 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeyaudit.model.flow import Interrupt
from journeyaudit.model.people import ActorKind, Channel
from journeyaudit.model.trouble import Remedy
from tests.reference.fixes import Case, People, corrects, restores, task_of
from tests.reference.moments import Moments


@dataclass(frozen=True)
class AtOnce:
    """No channel is needed; or none is said: then one is reached at once, or read strictly, never."""

    reached: bool = True


@dataclass(frozen=True)
class Hearing:
    """One who may answer (None: nobody is stated), and how the case goes on from there: one case for
    each who may decide it, the best of which counts. Through the flow there are ``steps`` instead."""

    answerer: str | None
    cases: tuple[Case, ...]
    steps: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Attempt:
    """A remedy on a channel, or one way to the correcting steps; a hearing for each who may answer."""

    remedy: Remedy | None
    channel: Channel | AtOnce
    interrupt: Interrupt | None
    hearings: tuple[Hearing, ...]


def attempts(moments: Moments) -> list[Attempt]:
    """All attempts that meet (k) and (e), with whoever meets (a), (b) and (c)."""
    return [*by_remedies(moments), *through_flow(moments)]


def by_remedies(moments: Moments) -> Iterable[Attempt]:
    people = People(moments.service, moments.reading, moments.mistake)
    for remedy in moments.mistake.remedies:
        if (
            corrects(remedy, moments.reading)
            and restores(moments.journey, remedy.leads_to, remedy.whole, moments.reading)
            and not remedy.self_service
        ):
            for channel in ways_to_report(moments, remedy):
                hearings = [
                    Hearing(who, tuple(people.cases(task_of(remedy), who))) for who in answerers(channel)
                ]
                yield Attempt(remedy, channel, None, tuple(hearings))


def through_flow(moments: Moments) -> Iterable[Attempt]:
    """By continuing the main flow, or through an interrupt: then its body says who hears of the case."""
    people = People(moments.service, moments.reading, moments.mistake)
    steps = frozenset(
        step.number
        for step in moments.journey.nodes
        if moments.mistake.number in step.corrects
        and not step.self_service
        and restores(moments.journey, step.number, None, moments.reading)
        and people.cases(task_of(step), None)
    )
    if not steps:
        return
    yield Attempt(None, AtOnce(), None, (Hearing(None, (), steps),))
    for interrupt in customers_interrupts(moments):
        if interrupt.entry is not None:
            channels: list[Channel | AtOnce] = [moments.service.channels[key] for key in interrupt.on]
            for channel in channels or [AtOnce()]:
                hearings = tuple(Hearing(who, (), steps) for who in answerers(channel))
                yield Attempt(None, channel, interrupt, hearings)


def answerers(channel: Channel | AtOnce) -> tuple[str | None, ...]:
    return channel.answered_by or (None,) if isinstance(channel, Channel) else (None,)


def ways_to_report(moments: Moments, remedy: Remedy) -> list[Channel | AtOnce]:
    service = moments.service
    named = remedy.on or tuple(
        dict.fromkeys(key for role in remedy.by for key in service.actors[role].reachable_on)
    )
    if named:
        return [service.channels[key] for key in named]
    noticed_by = [service.actors[key] for key in moments.mistake.noticed_by]
    staff = bool(noticed_by) and all(actor.human for actor in noticed_by)
    return [AtOnce(reached=staff or moments.reading.generous)]


def customers_interrupts(moments: Moments) -> list[Interrupt]:
    return [
        interrupt
        for interrupt in moments.journey.interrupts
        if not interrupt.by or by_customer(moments, interrupt.by)
    ]


def by_customer(moments: Moments, by: Iterable[str]) -> bool:
    return any(moments.service.actors[key].kind is ActorKind.CUSTOMER for key in by)
