"""People who pass cases on -> the shortest way from whoever answers to somebody who may decide.

Conditions (a), (b) and (c) of ``docs/meaning.md``, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeyaudit.model.journey import Service
from journeyaudit.model.people import Actor
from journeyaudit.source.record import record
from journeyaudit.verdicts.deed import Deed, permit
from journeyaudit.verdicts.doubt import Doubt
from journeyaudit.verdicts.verdict import Obstacle

ANYBODY = ""
"""The key of somebody whom nobody names."""


@record
class Route:
    """From whoever answers to the one who decides, and who must agree."""

    chain: tuple[str, ...]
    decider: str
    approvers: tuple[str, ...] = ()


@record
class Handling:
    """What becomes of a case: the ``routes`` to those who may decide, nearest first; with ``obstacles``
    there is one, which goes as far as it can."""

    routes: tuple[Route, ...]
    obstacles: tuple[Obstacle, ...] = ()


class People:
    """The people of a service: who passes a case on to whom."""

    def __init__(self, service: Service) -> None:
        self.actors: Mapping[str, Actor] = service.actors
        self._came_from: dict[str, dict[str, str]] = {}

    def _chain(self, first: str, last: str) -> tuple[str, ...]:
        """The shortest way from one to the other, both included; () if the case is not passed on."""
        came_from = self._search(first)
        if last not in came_from:
            return ()
        chain = [last]
        while chain[-1] != first:
            chain.append(came_from[chain[-1]])
        return tuple(reversed(chain))

    def _shortest(self, firsts: Sequence[str], last: str) -> tuple[str, ...]:
        """The shortest of the chains that begin with one of several."""
        chains = [chain for first in firsts if (chain := self._chain(first, last))]
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

    def way_to_a_human(self, first: str, doubt: Doubt) -> tuple[str, ...]:
        """From whoever answers to the nearest human, both included; () if there is none."""
        for key in self._search(first):
            if key in self.actors and self._is_human(self.actors[key], doubt):
                return self._chain(first, key)
        return ()

    def handling(self, deed: Deed, first: str, doubt: Doubt) -> Handling:
        """Where a case gets to that ``first`` hears; ``ANYBODY``: those whom the deed names hear it.

        Those who may decide are the human roles that the deed names, then whoever they escalate to. The
        nearest one who is reached decides; where it is unknown whether they may, it may as well be the
        next one.
        """
        start = (first,) if first else ()
        if deed.self_service:
            return Handling((Route(start, first),), (Obstacle.NO_HUMAN,))
        if not deed.by:
            named = doubt.is_taken_for_granted("by", deed.name, deed.span)
            return Handling((Route(start, ANYBODY),), () if named else (Obstacle.NO_HUMAN,))
        humans = [key for key in deed.by if key in self.actors and self._may_be_human(key, doubt)]
        if not humans:
            return Handling((Route(start, first),), (Obstacle.NO_HUMAN,))
        return self._decided_by(humans, start or tuple(humans), deed, doubt)

    def _decided_by(self, humans: list[str], starts: tuple[str, ...], deed: Deed, doubt: Doubt) -> Handling:
        routes: list[Route] = []
        obstacles: list[Obstacle] = []
        for actor in self._up_from(sorted(humans, key=lambda key: self._distance(starts, key))):
            if not self._is_human(actor, doubt):
                continue
            decision = permit(actor, deed, self.actors, doubt)
            chain = self._shortest(starts, actor.key)
            if decision.obstacle is not None:
                obstacles.append(decision.obstacle)
            elif not chain:
                obstacles.append(Obstacle.NOT_REACHABLE)
            else:
                routes.append(Route(chain, actor.key, decision.approvers))
                if self._certainly_may(actor, deed):
                    break
        if routes:
            return Handling(tuple(routes))
        worst = Obstacle.NOT_REACHABLE if Obstacle.NOT_REACHABLE in obstacles else obstacles[0]
        return Handling((self._as_far_as_it_goes(starts, humans),), (worst,))

    def _distance(self, starts: Sequence[str], key: str) -> int:
        return len(self._shortest(starts, key)) or len(self.actors) + 1

    def _as_far_as_it_goes(self, starts: Sequence[str], humans: Sequence[str]) -> Route:
        """To the human whom the deed names, though they may not do it or cannot be reached."""
        for key in humans:
            chain = self._shortest(starts, key)
            if chain:
                return Route(chain, key)
        return Route(tuple(starts[:1]), starts[0])

    def _may_be_human(self, key: str, doubt: Doubt) -> bool:
        actor = self.actors[key]
        if actor.human is None and not doubt.generous:
            return self._is_human(actor, doubt)
        return actor.human is not False

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
