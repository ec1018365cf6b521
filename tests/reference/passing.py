"""Turns an attempt through the flow into when it comes to a correcting step (section 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from journeyaudit.model.flow import Move, Node, NodeKind, Owner
from journeyaudit.model.quantities import INFINITE, Minutes
from tests.reference.attempts import Hearing, by_customer
from tests.reference.calls import Call
from tests.reference.moments import reached_from
from tests.reference.ways import Place, Play, Times, Ways, What, body_of, nobody_picks

MOST_VISITS = 12
"""So often a step is passed at most; the generated journeys have no need of more."""


@dataclass(frozen=True)
class Passing(Call):
    """One attempt at one minute of clock 0, as a play on the flow."""

    def fixed_in_flow(self, hearing: Hearing, sure: bool) -> Times | None:
        """None where it cannot be forced or, with ``sure`` False, where no way leads there."""
        if self.attempt.interrupt is None:
            found = self.forced_later(hearing) if sure else self.come_by_later(hearing)
        elif sure:
            found = self.forced(hearing, hearing.steps)
        else:
            found = [low for low, _ in self.passing(hearing, hearing.steps, "done")]
        if not found:
            return None
        return (min(found), min(found)) if sure else (min(found), INFINITE)

    def come_by_later(self, hearing: Hearing) -> list[Minutes]:
        """When steps are done that one may come by, this time or another, after the noticing."""
        noticed = self.noticed(None)
        found: list[Minutes] = []
        for step in hearing.steps if noticed[0] < INFINITE else ():
            begin: Times | None = None
            for time in range(MOST_VISITS):
                before, begin = begin, hull(self.passing(hearing, frozenset([step]), "begin", time))
                if begin is None or begin == before:
                    break
                if begin[1] >= noticed[0]:
                    from_now = max(begin[0], noticed[0]), begin[1]
                    found.append(self.moments.quick_world.done(step, from_now)[0])
                if begin[0] >= noticed[1] or not self.comes_again(step):
                    break
        return found

    def forced_later(self, hearing: Hearing) -> list[Minutes]:
        """By when steps can be forced that surely begin after the noticing, whatever the way: before
        it nobody plays to any purpose. Some of the steps together, or one of them a later time."""
        noticed = self.noticed(None)
        found: list[Minutes] = []
        for steps in some_of(hearing.steps) if noticed[1] < INFINITE else ():
            # How many rounds of a limited loop are left after the first time is not asked.
            again = len(steps) == 1 and all(
                self.comes_again(step) and not self.in_limited_loop(step) for step in steps
            )
            begin: Times | None = None
            for time in range(MOST_VISITS if again else 1):
                before, begin = begin, hull(self.passing(hearing, steps, "begin", time))
                if begin is None or begin == before:
                    break
                if begin[0] >= noticed[1]:
                    found += self.forced(hearing, steps, time)
                    break
        return found

    def comes_again(self, step: int) -> bool:
        onward = [move.target for move in self.moments.journey.moves if move.source == step]
        return any(self.moments.leads(node, step) for node in onward)

    def passing(self, hearing: Hearing, steps: frozenset[int], part: str, time: int = 0) -> list[Times]:
        """The times of passing one of the steps for the first (0), second ... time, over all ways."""
        (results,) = self.plays(hearing, steps, part, time, forced=False)
        return [(result.low, result.high) for result in results if result.what is What.HIT]

    def forced(self, hearing: Hearing, steps: frozenset[int], time: int = 0) -> list[Minutes]:
        """By when one of the steps is done at the latest, for every play that forces it."""
        plays = self.plays(hearing, steps, "done", time, forced=True)
        return [
            max(result.high for result in play)
            for play in plays
            if all(result.what is What.HIT for result in play)
        ]

    def plays(self, hearing: Hearing, steps: frozenset[int], part: str, time: int, forced: bool) -> set[Play]:
        flow, interrupt, journey = self.moments.quick_world, self.attempt.interrupt, self.moments.journey

        def hit(node: int, arrive: Times) -> Times | None:
            if node not in steps:
                return None
            begin = flow.begin(node, arrive)
            return begin if part == "begin" else flow.done(node, begin)

        def round_and_on(node: int) -> bool:
            return not forced and not steps.isdisjoint(reached_from(journey, node, played=True))

        picks = self.picks if forced else nobody_picks
        ways = Ways(flow, hit, picks, self.clock, played=True, skip=time, round_and_on=round_and_on)
        if interrupt is None:
            return ways.after(self.moments.clock_node, (self.clock, self.clock))
        assert interrupt.entry is not None
        return ways.from_(Place(interrupt.entry, self.answered(hearing.answerer, self.noticed(interrupt))))

    def in_limited_loop(self, node: int) -> bool:
        journey = self.moments.journey
        return any(
            loop.kind is NodeKind.LOOP and loop.times is not None and node in body_of(journey, loop.number)
            for loop in journey.nodes
        )

    def picks(self, node: Node, moves: list[Move]) -> list[Move] | None:
        """The moves among which the customer may pick; None: others decide."""
        if node.kind in (NodeKind.LOOP, NodeKind.WAIT_FOR):
            return moves if by_customer(self.moments, node.by) else None
        if node.kind is not NodeKind.CHOICE:
            return None
        if node.owner is Owner.CUSTOMER:
            return moves
        if node.owner is Owner.ORGANISATION and node.criterion:
            return [move for move in moves if move.customer_meets] or None
        if node.owner is None and not any(move.share is not None for move in moves):
            return moves if self.moments.reading.generous else None
        return None


def hull(times: list[Times]) -> Times | None:
    return (min(low for low, _ in times), max(high for _, high in times)) if times else None


def some_of(steps: frozenset[int]) -> Iterable[frozenset[int]]:
    for size in range(1, len(steps) + 1):
        yield from map(frozenset, combinations(sorted(steps), size))
