"""The verdicts against the reference that tries everything, on random small journeys.

``JOURNEYAUDIT_EXAMPLES=5000 pytest tests/verdicts/test_against_brute_force.py`` looks harder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from journeyaudit import graph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.verdicts import judge
from journeyaudit.verdicts.verdict import Judgement, Obstacle, Verdict
from tests.generators import HUMANS, Case, cases, rolled
from tests.reference.brute import brute_verdict
from tests.reference.show import show

T = TypeVar("T")
EXAMPLES = int(os.environ.get("JOURNEYAUDIT_EXAMPLES", "0"))
RANKING = [Judgement.IMPOSSIBLE, Judgement.LUCK, Judgement.GUARANTEED]

slowly = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
many = settings(max_examples=EXAMPLES or 200, deadline=None, suppress_health_check=slowly)
some = settings(max_examples=EXAMPLES or 60, deadline=None, suppress_health_check=slowly)


def verdict_on(service: Service, journey: Journey) -> Verdict:
    (verdict,) = judge(service, journey, graph.from_journey(journey))
    return verdict


def readings(verdict: Verdict) -> tuple[Judgement, Judgement, Judgement]:
    return verdict.judgement, verdict.generous, verdict.strict


def agrees(case: Case) -> bool:
    brute = brute_verdict(case.service, case.journey, case.mistake)
    fast = verdict_on(case.service, case.journey)
    return readings(fast) == (brute.judgement, brute.generous, brute.strict)


@given(cases())
@many
def test_the_verdict_is_the_one_that_trying_everything_finds(case: Case) -> None:
    note(show(case.service, case.journey))
    brute = brute_verdict(case.service, case.journey, case.mistake)
    fast = verdict_on(case.service, case.journey)
    assert readings(fast) == (brute.judgement, brute.generous, brute.strict)


def test_the_verdict_is_the_same_on_the_same_thousand_journeys_every_time() -> None:
    for seed in range(EXAMPLES or 500):
        case = rolled(seed)
        assert agrees(case), f"seed {seed}\n{show(case.service, case.journey)}"


@given(cases(), st.sampled_from(HUMANS))
@some
def test_one_more_human_who_helps_makes_no_verdict_worse(case: Case, human: str) -> None:
    note(show(case.service, case.journey))
    before = verdict_on(case.service, case.journey)
    remedies = case.mistake.remedies
    if not remedies:
        return
    more = replace(remedies[0], number=len(remedies), by=(human,))
    after = verdict_on(*with_remedies(case, (*remedies, more)))
    assert RANKING.index(after.generous) >= RANKING.index(before.generous)
    assert RANKING.index(after.strict) >= RANKING.index(before.strict)


@given(cases())
@some
def test_names_and_the_order_of_what_stands_side_by_side_do_not_matter(case: Case) -> None:
    note(show(case.service, case.journey))
    names = {key: f"{key} of another name" for key in (*case.service.actors, *case.service.channels)}
    service = renamed(case.service, names)
    service = replace(
        service, actors=reversed_order(service.actors), channels=reversed_order(service.channels)
    )
    other = replace(case, service=service, journey=renamed(case.journey, names))
    other_service, other_journey = with_remedies(other, other.mistake.remedies[::-1])
    assert readings(verdict_on(other_service, other_journey)) == readings(
        verdict_on(case.service, case.journey)
    )


def test_every_verdict_and_every_obstacle_occurs_among_the_generated_journeys() -> None:
    verdicts = [verdict_on(case.service, case.journey) for case in map(rolled, range(300))]
    assert {verdict.judgement for verdict in verdicts} == set(Judgement)
    assert {obstacle for v in verdicts for attempt in v.attempts for obstacle in attempt.obstacles} == set(
        Obstacle
    )


def with_remedies(case: Case, remedies: tuple[object, ...]) -> tuple[Service, Journey]:
    journey = replace(case.journey, mistakes=(replace(case.mistake, remedies=remedies),))
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
