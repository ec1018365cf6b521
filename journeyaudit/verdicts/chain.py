"""People who pass cases on -> the shortest way from whoever answers to somebody who may decide.

Conditions (a), (b) and (c) of ``docs/meaning.md``, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeyaudit.model.journey import Service
from journeyaudit.model.people import Actor
from journeyaudit.verdicts.deed import Deed, permit
from journeyaudit.verdicts.doubt import Doubt
from journeyaudit.verdicts.verdict import Obstacle

ANYBODY = ""
"""The key of a decider whom nobody names, in the reading that takes them for granted."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody who may do it: an actor key, and who must agree."""

    key: str
    approvers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deciders:
    """Those who may, nearest first; where there are none, why the nearest human may not.

    ``nearest`` are the human roles that the remedy names, whether they may or not."""

    found: tuple[Decider, ...]
    nearest: tuple[str, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


class People:
    """The people of a service: who passes a case on to whom."""

    def __init__(self, service: Service) -> None:
        self.actors: Mapping[str, Actor] = service.actors
        self._came_from: dict[str, dict[str, str]] = {}

    def chain(self, first: str, last: str) -> tuple[str, ...]:
        """The shortest way from one to the other, both included; () if the case is not passed on."""
        came_from = self._search(first)
        if last not in came_from:
            return ()
        chain = [last]
        while chain[-1] != first:
            chain.append(came_from[chain[-1]])
        return tuple(reversed(chain))

    def shortest(self, firsts: Sequence[str], last: str) -> tuple[str, ...]:
        """The shortest of the chains that begin with one of several."""
        chains = [chain for first in firsts if (chain := self.chain(first, last))]
        return min(chains, key=len, default=())

    def _search(self, first: str) -> dict[str, str]:
        if first not in self._came_from:
            came_from, queue = {first: first}, [first]
            for key in queue:
                actor = self.actors.get(key)
                for onward in (*actor.escalates_to, *actor.hands_over_to) if actor else ():
                    if onward not in came_from:
                        came_from[onward] = key
                        queue.append(onward)
            self._came_from[first] = came_from
        return self._came_from[first]

    def first_human(self, chain: Sequence[str]) -> int | None:
        """The place in a chain of the first one who is certainly human."""
        for place, key in enumerate(chain):
            if key in self.actors and self.actors[key].human:
                return place
        return None

    def deciders(self, deed: Deed, doubt: Doubt) -> Deciders:
        """Who may do it: the human roles that are named, then those they escalate to."""
        if deed.self_service:
            return Deciders((), (), (Obstacle.NO_HUMAN,))
        if not deed.by:
            if doubt.is_taken_for_granted("by", deed.name, deed.span):
                return Deciders((Decider(ANYBODY),))
            return Deciders((), (), (Obstacle.NO_HUMAN,))
        humans = self._humans(deed, doubt)
        if not humans:
            return Deciders((), (), (Obstacle.NO_HUMAN,))
        found: list[Decider] = []
        obstacles: list[Obstacle] = []
        for actor in self._up_from(humans):
            if not self._is_human(actor, doubt):
                continue
            decision = permit(actor, deed, self.actors, doubt)
            if decision.obstacle is not None:
                obstacles.append(decision.obstacle)
                continue
            found.append(Decider(actor.key, decision.approvers))
            if not doubt.generous or self._certainly_may(actor, deed):
                break
        return Deciders(tuple(found), tuple(humans), () if found else tuple(obstacles[:1]))

    def _humans(self, deed: Deed, doubt: Doubt) -> list[str]:
        known = [self.actors[key] for key in deed.by if key in self.actors]
        certain = [actor.key for actor in known if actor.human]
        return certain or [actor.key for actor in known if self._is_human(actor, doubt)]

    @staticmethod
    def _is_human(actor: Actor, doubt: Doubt) -> bool:
        if actor.human is None:
            return doubt.is_taken_for_granted("kind", actor.name, actor.span)
        return actor.human

    def _certainly_may(self, actor: Actor, deed: Deed) -> bool:
        strict = Doubt(generous=False)
        return bool(actor.human) and permit(actor, deed, self.actors, strict).obstacle is None

    def _up_from(self, keys: Sequence[str]) -> Iterator[Actor]:
        queue = list(keys)
        seen = set(queue)
        for key in queue:
            actor = self.actors[key]
            yield actor
            for above in actor.escalates_to:
                if above not in seen and above in self.actors:
                    seen.add(above)
                    queue.append(above)
