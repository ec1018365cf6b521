"""Turns a mistake into its verdict by asking every attempt at every minute of the week (section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from math import gcd

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, Channel
from journeyaudit.model.quantities import DAY, INFINITE, WEEK, Duration, WeeklyHours
from journeyaudit.model.trouble import Mistake
from journeyaudit.verdicts.verdict import Judgement
from tests.reference.attempts import attempts
from tests.reference.clockwork import Clockwork
from tests.reference.moments import Moments
from tests.reference.reading import Reading


@dataclass(frozen=True)
class Verdict:
    judgement: Judgement
    generous: Judgement
    strict: Judgement


def brute_verdict(
    service: Service, journey: Journey, mistake: Mistake, minutes: tuple[int, ...] | None = None
) -> Verdict:
    """``minutes``: the minutes of the week to try as clock 0; None: those at which anything can change."""
    minutes = telling_minutes(service, journey) if minutes is None else minutes
    generous, strict = (
        judged(Moments(service, journey, mistake, Reading(kindly), minutes)) for kindly in (True, False)
    )
    return Verdict(generous if generous is strict else Judgement.NOT_ASSESSABLE, generous, strict)


def judged(moments: Moments) -> Judgement:
    mistake, journey = moments.mistake, moments.journey
    if mistake.noticed_after is not None and mistake.noticed_after.low == INFINITE:
        return Judgement.IMPOSSIBLE
    tried = attempts(moments)
    untold = (journey.partial or journey.broken) and not mistake.no_remedy
    if (
        untold
        and not mistake.remedies
        and not any(hearing.steps for way in tried for hearing in way.hearings)
    ):
        return Judgement.GUARANTEED if moments.reading.generous else Judgement.IMPOSSIBLE
    open_at = moments.quick_world.calendar(journey.nodes[moments.clock_node])
    # A node that is never open: its hours cannot be meant, so any minute counts.
    clocks = [minute for minute in moments.minutes if open_at[minute] or not any(open_at)]
    if all(any(Clockwork(moments, way, clock).sure for way in tried) for clock in clocks):
        return Judgement.GUARANTEED
    if any(Clockwork(moments, way, clock).possible for way in tried for clock in clocks):
        return Judgement.LUCK
    return Judgement.IMPOSSIBLE


def telling_minutes(service: Service, journey: Journey) -> tuple[int, ...]:
    """The minutes of the week between which no verdict can change.

    Let g divide every duration, every opening and closing time and the day. Take clock 0 strictly
    inside a cell (kg, (k+1)g), at offset r. ``plus`` and ``workdays`` keep the offset or move to a
    multiple of g; so do ``open`` (a cell is wholly open or wholly closed) and ``work`` (it uses up
    whole cells, and the rest of one cell at its beginning or end). So every moment is, throughout the
    cell, either a fixed multiple of g or a fixed multiple of g plus r; all comparisons between such
    moments come out the same for every 0 < r < g. It is enough to try r = 0 and r = 1. Where nothing
    in the model depends on the hour, all minutes are alike.
    """
    figures = [*durations_of(service), *durations_of(journey)]
    bounds = [bound for said in figures if not said.working for bound in (said.low, said.high)]
    times = {int(bound) for bound in bounds if bound is not None and bound != INFINITE}
    things: list[Actor | Channel] = [*service.actors.values(), *service.channels.values()]
    hours = [
        minute for thing in things if thing.hours is not None for span in thing.hours.spans for minute in span
    ]
    if not any(said.working for said in figures) and not set(hours) - {0, WEEK}:
        return (0,)
    cell = gcd(DAY, *times, *hours)
    if cell == 1:
        return tuple(range(WEEK))
    return tuple(minute + offset for minute in range(0, WEEK, cell) for offset in (0, 1))


def durations_of(thing: object) -> list[Duration]:
    """All durations that stand anywhere in a model."""
    if isinstance(thing, Duration):
        return [thing]
    if isinstance(thing, Mapping):
        return [found for part in thing.values() for found in durations_of(part)]
    if isinstance(thing, tuple):
        return [found for part in thing for found in durations_of(part)]
    if is_dataclass(thing) and not isinstance(thing, WeeklyHours):
        return [found for part in fields(thing) for found in durations_of(getattr(thing, part.name))]
    return []
