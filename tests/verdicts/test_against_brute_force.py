"""The verdicts against the reference that tries everything, on random small journeys.

``JOURNEYAUDIT_EXAMPLES=5000 pytest tests/verdicts/test_against_brute_force.py`` looks harder, and at
other journeys every time; without it the journeys are always the same.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import Minutes
from journeyaudit.model.trouble import Remedy
from journeyaudit.verdicts.judge import judge
from journeyaudit.verdicts.verdict import Interval, Judgement, Obstacle, Verdict
from tests.generators import HUMANS, Case, cases, rolled
from tests.reference import figures
from tests.reference.brute import brute_verdict
from tests.reference.show import show

T = TypeVar("T")
EXAMPLES = int(os.environ.get("JOURNEYAUDIT_EXAMPLES", "0"))
slowly = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
hard_look = EXAMPLES > 0
usual = settings(deadline=None, suppress_health_check=slowly, derandomize=not hard_look)
many = settings(usual, max_examples=EXAMPLES or 150)
some = settings(usual, max_examples=EXAMPLES or 50)
RANKING = [Judgement.IMPOSSIBLE, Judgement.LUCK, Judgement.GUARANTEED]

Readings = tuple[Judgement, Judgement, Judgement]


def verdicts_on(service: Service, journey: Journey) -> tuple[Verdict, ...]:
    return judge(service, journey, from_journey(journey))


def readings(verdicts: tuple[Verdict, ...]) -> list[Readings]:
    return [(verdict.judgement, verdict.generous, verdict.strict) for verdict in verdicts]


def brute_readings(case: Case) -> list[Readings]:
    verdicts = [brute_verdict(case.service, case.journey, mistake) for mistake in case.journey.mistakes]
    return [(verdict.judgement, verdict.generous, verdict.strict) for verdict in verdicts]


@given(cases())
@many
def test_the_verdict_is_the_one_that_trying_everything_finds(case: Case) -> None:
    note(show(case.service, case.journey))
    assert readings(verdicts_on(case.service, case.journey)) == brute_readings(case)


def test_the_verdict_is_the_one_that_trying_everything_finds_for_the_same_journeys_every_time() -> None:
    for seed in range(EXAMPLES or 100):
        case = rolled(seed)
        fast = readings(verdicts_on(case.service, case.journey))
        assert fast == brute_readings(case), f"rolled({seed}):\n{show(case.service, case.journey)}"


def test_cut_offs_and_figures_are_those_that_trying_everything_finds() -> None:
    for seed in range(EXAMPLES or 60):
        case = rolled(seed)
        for verdict in verdicts_on(case.service, case.journey):
            told = case.service, case.journey, verdict.mistake
            moments = figures.moments_of(*told)
            assert [
                *map(times, (verdict.noticed, verdict.soft, verdict.hard)),
                times(verdict.figures.kafka_zone),
            ] == [
                figures.noticed(moments, verdict.example),
                figures.soft(moments, verdict.example),
                figures.hard(moments, verdict.example),
                figures.kafka_zone(*told),
            ], f"rolled({seed}):\n{show(case.service, case.journey)}"


def test_the_decision_rank_is_the_one_that_trying_everything_finds() -> None:
    for seed in range(EXAMPLES or 60):
        case = rolled(seed)
        for verdict in verdicts_on(case.service, case.journey):
            if not any(verdict.mistake.number in node.corrects for node in case.journey.nodes):
                rank = figures.decision_rank(case.service, case.journey, verdict.mistake)
                assert verdict.figures.decision_rank == rank, (
                    f"rolled({seed}):\n{show(case.service, case.journey)}"
                )


@given(cases(), st.sampled_from(HUMANS))
@some
def test_one_more_human_who_helps_makes_no_verdict_worse(case: Case, human: str) -> None:
    note(show(case.service, case.journey))
    remedies = case.mistake.remedies
    if not remedies:
        return
    more = replace(remedies[0], number=len(remedies), by=(human,))
    (_, *before), *_ = readings(verdicts_on(case.service, case.journey))
    (_, *after), *_ = readings(verdicts_on(*with_remedies(case, (*remedies, more))))
    assert all(RANKING.index(now) >= RANKING.index(then) for now, then in zip(after, before, strict=True))


@given(cases())
@some
def test_names_and_the_order_of_what_stands_side_by_side_do_not_matter(case: Case) -> None:
    note(show(case.service, case.journey))
    names = {key: f"{key} by another name" for key in (*case.service.actors, *case.service.channels)}
    service = renamed(case.service, names)
    service = replace(
        service, actors=reversed_order(service.actors), channels=reversed_order(service.channels)
    )
    other = replace(case, service=service, journey=renamed(case.journey, names))
    turned = with_remedies(other, other.mistake.remedies[::-1])
    assert readings(verdicts_on(*turned)) == readings(verdicts_on(case.service, case.journey))


def test_every_verdict_and_every_obstacle_occurs_among_the_generated_journeys() -> None:
    rolls = map(rolled, range(400))
    verdicts = [verdict for case in rolls for verdict in verdicts_on(case.service, case.journey)]
    obstacles = [o for verdict in verdicts for attempt in verdict.attempts for o in attempt.obstacles]
    assert {verdict.judgement for verdict in verdicts} == set(Judgement)
    assert set(obstacles) == set(Obstacle)


def times(interval: Interval | None) -> tuple[Minutes, Minutes] | None:
    return None if interval is None else (interval.earliest, interval.latest)


def with_remedies(case: Case, remedies: tuple[Remedy, ...]) -> tuple[Service, Journey]:
    first, *others = case.journey.mistakes
    journey = replace(case.journey, mistakes=(replace(first, remedies=remedies), *others))
    return replace(case.service, journeys=(journey,)), journey


def renamed(thing: T, names: Mapping[str, str]) -> T:
    """The same model with other keys for its actors and channels."""
    if isinstance(thing, Enum):
        return thing
    if isinstance(thing, str):
        return names.get(thing, thing)  # type: ignore[return-value]
    if isinstance(thing, tuple):
        return tuple(renamed(part, names) for part in thing)  # type: ignore[return-value]
    if isinstance(thing, Mapping):
        return {renamed(key, names): renamed(part, names) for key, part in thing.items()}  # type: ignore[return-value]
    if is_dataclass(thing):
        parts = {part.name: renamed(getattr(thing, part.name), names) for part in fields(thing)}
        return replace(thing, **parts)  # type: ignore[type-var]
    return thing


def reversed_order(things: Mapping[str, T]) -> dict[str, T]:
    return dict(reversed(list(things.items())))
