"""Turns a mistake into its verdict by asking every attempt at every minute of the week (section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    generous, strict = (told(service, journey, mistake, Reading(kindly), minutes) for kindly in (True, False))
    return Verdict(generous if generous is strict else Judgement.NOT_ASSESSABLE, generous, strict)


def told(
    service: Service, journey: Journey, mistake: Mistake, reading: Reading, minutes: tuple[int, ...] | None
) -> Judgement:
    if minutes is not None:
        return judged(Moments(service, journey, mistake, reading, minutes))
    moments = Moments(service, journey, mistake, reading, telling_minutes(service, journey))
    judgement = judged(moments)
    cell = cell_of(service, journey)
    if all(extreme % cell == 0 for extreme in moments.extremes if abs(extreme) < INFINITE):
        return judgement
    nearer = telling_minutes(service, journey, range(-3, 4))
    return judged(Moments(service, journey, mistake, reading, nearer))


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


def telling_minutes(
    service: Service, journey: Journey, offsets: Iterable[int] = (-1, 0, 1)
) -> tuple[int, ...]:
    """The minutes of the week between which no verdict can change.

    Let g divide every duration, every opening and closing time and the day. Take clock 0 strictly
    inside a cell (kg, (k+1)g), at offset r. ``plus`` and ``workdays`` keep the offset or move to a
    multiple of g; so do ``open`` (a cell is wholly open or wholly closed) and ``work`` (it uses up
    whole cells, and the rest of one cell at its beginning or end). So every moment is, throughout the
    cell, either a fixed multiple of g or a fixed multiple of g plus r; all comparisons between such
    moments come out the same for every 0 < r < g. It is enough to try r = 0, 1 and g - 1.

    The exception are moments that are extremes over the week (what is past or runs beside): a length
    such as kg - r is greatest or least at r = 0, 1 or g - 1, so that they are a minute off the grid, or
    two where one is taken from another. Then comparisons may change a few minutes from it (``told``).
    Where nothing in the model depends on the hour, all minutes are alike.
    """
    cell = cell_of(service, journey)
    if cell == WEEK:
        return (0,)
    near = {(minute + offset) % WEEK for minute in range(0, WEEK, cell) for offset in offsets}
    return tuple(sorted(near))


def cell_of(service: Service, journey: Journey) -> int:
    figures = [*durations_of(service), *durations_of(journey)]
    bounds = [bound for said in figures if not said.working for bound in (said.low, said.high)]
    times = {int(bound) for bound in bounds if bound is not None and bound != INFINITE}
    things: list[Actor | Channel] = [*service.actors.values(), *service.channels.values()]
    hours = [
        minute for thing in things if thing.hours is not None for span in thing.hours.spans for minute in span
    ]
    by_the_hour = any(said.working for said in figures) or bool(set(hours) - {0, WEEK})
    return gcd(DAY, *times, *hours) if by_the_hour else WEEK


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
