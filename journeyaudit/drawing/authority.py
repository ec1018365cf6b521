"""People of a journey -> the rungs of its authority ladder, and the way each mistake climbs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeyaudit.drawing.wording import OBSTACLE_WORDS
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, ActorKind
from journeyaudit.model.trouble import Remedy
from journeyaudit.verdicts.verdict import Attempt, InTime, Judgement, Obstacle, Verdict

_IN_TIME = {InTime.ALWAYS: 0, InTime.SOMETIMES: 1, InTime.NEVER: 2, None: 3}


@dataclass(frozen=True, slots=True)
class Climb:
    """How far one mistake gets: the attempt that gets farthest, None if none is described.

    ``stops`` are actor keys in the order in which the case reaches them, then those who must agree.
    ``why`` is what stands in the way at the last of them, "" if it is put right there.
    """

    verdict: Verdict
    attempt: Attempt | None
    stops: tuple[str, ...]
    why: str


def rungs(service: Service, journey: Journey, climbs: Sequence[Climb]) -> tuple[Actor, ...]:
    """Roles from the highest authority down, then those without a stated one, then machines.

    The customer stands below the ladder, and partners outside do not decide: both are left out unless
    a case gets to them.
    """
    keys = dict.fromkeys((*_named(service, journey), *(key for climb in climbs for key in climb.stops)))
    reached = {key for climb in climbs for key in climb.stops}
    queue = list(keys)
    for key in queue:
        for onward in _onward(service, key):
            if onward not in keys:
                keys[onward] = None
                queue.append(onward)
    actors = [service.actors[key] for key in keys if key in service.actors]
    standing = [actor for actor in actors if actor.human or actor.key in reached]
    return tuple(sorted(standing, key=lambda actor: (_is_machine(actor), -_height(actor))))


def climbs(verdicts: Iterable[Verdict]) -> tuple[Climb, ...]:
    """One for each mistake, in source order."""
    return tuple(_climb(verdict) for verdict in verdicts)


def passes_on(actors: Sequence[Actor]) -> Iterator[tuple[int, int, bool]]:
    """(from, to, is an escalation) for each rung that passes cases on to another one."""
    place = {actor.key: number for number, actor in enumerate(actors)}
    for actor in actors:
        onward = [(key, True) for key in actor.escalates_to]
        onward += [(key, False) for key in actor.hands_over_to if key not in actor.escalates_to]
        for key, escalates in onward:
            if key in place and key != actor.key:
                yield place[actor.key], place[key], escalates


def _climb(verdict: Verdict) -> Climb:
    if not verdict.attempts:
        return Climb(verdict, None, (), "no remedy is described")
    best = min(verdict.attempts, key=_worth)
    stops = tuple(dict.fromkeys((*best.chain, *best.approvers)))
    if best.missing and verdict.judgement is Judgement.NOT_ASSESSABLE:
        return Climb(verdict, best, stops, "? a fact is missing")
    late = Obstacle.TOO_LATE if best.in_time is InTime.SOMETIMES else None
    obstacles = [OBSTACLE_WORDS.get(each, "corrects nothing") for each in best.obstacles if each is not late]
    return Climb(verdict, best, stops, ", ".join(obstacles))


def _worth(attempt: Attempt) -> tuple[bool, bool, int, int]:
    """The best attempt first: a human fix, in time, with few people."""
    corrects = Obstacle.NOT_A_CORRECTION not in attempt.obstacles
    people = len(attempt.chain) + len(attempt.approvers)
    return (not attempt.human_fix, not corrects, _IN_TIME[attempt.in_time], people)


def _named(service: Service, journey: Journey) -> Iterator[str]:
    for node in journey.nodes:
        yield from (*node.by, *node.together_with, *node.human_review)
        for escalation in node.escalations:
            yield from escalation.to
    for remedy in _remedies(journey):
        yield from (*remedy.by, *remedy.approval_of)
        for key in remedy.on:
            if key in service.channels:
                yield from service.channels[key].answered_by


def _remedies(journey: Journey) -> Iterator[Remedy]:
    for mistake in journey.mistakes:
        yield from mistake.remedies
    yield from (appeal.remedy for appeal in journey.appeals)


def _onward(service: Service, key: str) -> tuple[str, ...]:
    actor = service.actors.get(key)
    if actor is None:
        return ()
    approving = (other for right in actor.rights or () for other in right.approval_of)
    return (*actor.escalates_to, *actor.hands_over_to, *actor.deputy, *approving)


def _is_machine(actor: Actor) -> bool:
    return actor.kind is not None and actor.kind is not ActorKind.HUMAN


def _height(actor: Actor) -> int:
    return -1 if actor.authority is None else actor.authority
