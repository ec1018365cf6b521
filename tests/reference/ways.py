"""Turns a journey into all ways through it, as plays of the customer against everybody else.

A *play* is a way of playing of the customer; it is a set of results, one for every way in which the
others may answer. Without any decisions of the customer's there is one play: all ways (3, 5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import product
from typing import NamedTuple, TypeAlias

from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import ActorKind
from journeyaudit.model.quantities import INFINITE, Duration, Minutes
from tests.reference.clocks import ROUND_THE_CLOCK, Calendar, both, busy, calendar, later, opens
from tests.reference.reading import NO_TIME, Length

Times: TypeAlias = tuple[Minutes, Minutes]
"""Earliest and latest, as minutes since a Monday 00:00."""


class What(Enum):
    HIT = "gets where we look"
    JOINED = "gets to the join of its fork"
    LOST = "ends, or goes round for ever"


class Result(NamedTuple):
    """Where one way ends, and when; ``passed`` counts how often it passed by where we look."""

    what: What
    low: Minutes
    high: Minutes
    passed: int = 0


Play: TypeAlias = frozenset[Result]
LOST = Result(What.LOST, INFINITE, INFINITE)


@dataclass(frozen=True)
class Flow:
    """The main flow with one reading of its durations."""

    service: Service
    journey: Journey
    read: Callable[[Duration | None], Length]

    def moves(self, node: int) -> list[Move]:
        return [move for move in self.journey.moves if move.source == node]

    def calendar(self, node: Node) -> Calendar:
        open_at = ROUND_THE_CLOCK
        actors = [self.service.actors[key] for key in node.by]
        stated = [actor.hours for actor in actors]
        if any(actor.kind is ActorKind.CUSTOMER for actor in actors):
            channels = [self.service.channels[key] for key in node.on]
            stated += [c.hours for c in channels if c.kind is None or c.kind.spoken]
        for hours in stated:
            if hours is not None:
                open_at = both(open_at, calendar(hours))
        return open_at

    def takes(self, node: Node) -> Length:
        if node.takes is not None:
            return self.read(node.takes)
        if node.kind is NodeKind.WAIT_FOR:
            return Length(0, INFINITE)
        if node.kind in (NodeKind.STEP, NodeKind.USE, NodeKind.WAIT):
            return self.read(None)
        return NO_TIME

    def begin(self, number: int, arrive: Times) -> Times:
        node = self.journey.nodes[number]
        waits = NO_TIME if node.waits is None else self.read(node.waits)
        open_at = self.calendar(node)
        return (
            opens(open_at, later(arrive[0], waits.low, waits.working)),
            opens(open_at, later(arrive[1], waits.high, waits.working)),
        )

    def done(self, number: int, begin: Times) -> Times:
        node = self.journey.nodes[number]
        takes = self.takes(node)
        open_at = self.calendar(node)
        return (
            busy(open_at, begin[0], takes.low, takes.working),
            busy(open_at, begin[1], takes.high, takes.working),
        )

    def leaves(self, move: Move, arrive: Times | None, done: Times) -> Times:
        """A move with a delay leaves so long after the node was reached, instead. ``arrive`` None:
        the node is known to be finished at ``done``, whichever way it is left."""
        if move.delay is None or arrive is None:
            return done
        delay = self.read(move.delay)
        return later(arrive[0], delay.low, delay.working), later(arrive[1], delay.high, delay.working)

    def branch_heads(self, fork: int) -> list[Move]:
        return [move for move in self.moves(fork) if move.kind is MoveKind.BRANCH]


@dataclass(frozen=True)
class Place:
    """Somewhere in a way: a node, when it was reached, and what lies behind.

    ``rounds`` counts for each loop with a limit how often it went back, ``passed`` how often we passed
    by where we look. ``stop`` is the join of the
    innermost fork entered on this way. ``around`` are the forks around the place where we began.
    """

    node: int
    arrive: Times
    rounds: tuple[tuple[int, int], ...] = ()
    passed: int = 0
    behind: tuple[tuple[int, tuple[tuple[int, int], ...], int], ...] = ()
    stop: int | None = None
    around: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Ways:
    """``hit`` says whether a node reached at that time is where we look, and the times that count.
    ``picks`` are the moves among which the customer may pick, None where others decide.
    ``played``: as a game (5), not as the course of things (3).
    ``skip``: so often we pass by where we look.
    ``round_and_on``: whether somebody at this node who has gone round for as long as they like may
    still get where we look (asked where only the ways that get there count)."""

    flow: Flow
    hit: Callable[[int, Times], Times | None]
    picks: Callable[[Node, list[Move]], list[Move] | None]
    clock: Minutes
    played: bool = False
    skip: int = 0
    round_and_on: Callable[[int], bool] = lambda _node: False
    known: dict[Place, set[Play]] = field(default_factory=dict, compare=False)

    def after(self, node: int, done: Times, begun: Times | None = None) -> set[Play]:
        """All plays from the moment at which ``node`` is finished; ``begun`` where it is known."""
        around = tuple(enclosing_forks(self.flow.journey, node))
        return self.go_on(Place(node, done, around=around), begun, done)

    def from_(self, place: Place) -> set[Play]:
        """All plays from reaching a place."""
        if place not in self.known:
            self.known[place] = self.find(place)
        return self.known[place]

    def find(self, place: Place) -> set[Play]:
        found = self.hit(place.node, place.arrive)
        if found is not None:
            if place.passed == self.skip:
                return {frozenset([Result(What.HIT, *found)])}
            place = replace(place, passed=place.passed + 1, behind=())
        if place.node == place.stop:
            return {frozenset([Result(What.JOINED, *place.arrive, place.passed)])}
        if place.around and place.node == self.flow.journey.nodes[place.around[0][0]].match:
            return self.wait_for_the_others(place)
        return self.pass_through(place)

    def pass_through(self, place: Place) -> set[Play]:
        here = place.node, place.rounds, place.passed
        if here in place.behind:
            late = self.round_and_on(place.node)
            return {frozenset([Result(What.HIT, INFINITE, INFINITE) if late else LOST])}
        place = replace(place, behind=(*place.behind, here))
        done = self.flow.done(place.node, self.flow.begin(place.node, place.arrive))
        return self.go_on(place, place.arrive, done)

    def go_on(self, place: Place, arrive: Times | None, done: Times) -> set[Play]:
        node = self.flow.journey.nodes[place.node]
        if node.kind is NodeKind.FORK and node.match is not None:
            return self.run_in_parallel(place, node.match, done)
        moves = [m for m in self.flow.moves(place.node) if self.may_go_again(m, place)]
        if self.played:
            # A branch with a share of 0 % does not exist in the game (5); the moments of section 3 are
            # taken over all moves.
            moves = [move for move in moves if move.share != 0]
        if not moves:
            return {frozenset([LOST])}
        picks = self.picks(node, moves)
        if picks is not None and node.kind is NodeKind.WAIT_FOR and node.takes is None and arrive:
            # What the customer has to do they may do at once: the best way of playing.
            done = self.flow.begin(place.node, arrive)
        plays = [
            self.from_(self.moved(place, move, self.flow.leaves(move, arrive, done)))
            for move in (moves if picks is None else picks)
        ]
        return every(plays) if picks is None else set().union(*plays)

    # loops

    def may_go_again(self, move: Move, place: Place) -> bool:
        """A LOOP takes its AGAIN move at most ``times`` - 1 times each time it is entered."""
        times = self.flow.journey.nodes[move.source].times
        if move.kind is not MoveKind.AGAIN or times is None:
            return True
        return dict(place.rounds).get(move.source, 0) < times - 1

    def moved(self, place: Place, move: Move, arrive: Times) -> Place:
        rounds = dict(place.rounds)
        if move.kind is MoveKind.AGAIN and self.flow.journey.nodes[move.source].times is not None:
            rounds[move.source] = rounds.get(move.source, 0) + 1
        stays = {
            loop: count
            for loop, count in rounds.items()
            if {move.source, move.target} <= body_of(self.flow.journey, loop)
        }
        return replace(place, node=move.target, arrive=arrive, rounds=tuple(sorted(stays.items())))

    # forks

    def run_in_parallel(self, place: Place, join: int, done: Times) -> set[Play]:
        """All branches run. A hit in any of them is a hit; behind the join it goes on when all are
        there, at the maximum of their times (3, 5)."""
        branches = [
            self.from_(replace(self.moved(place, move, done), stop=join))
            for move in self.flow.branch_heads(place.node)
        ]
        plays: set[Play] = set()
        for combination in product(*branches):
            results = {self.together(place, results) for results in product(*combination)}
            plays |= self.behind_the_join(replace(place, node=join), results)
        return plays

    def together(self, fork: Place, results: tuple[Result, ...]) -> Result:
        hits = [result for result in results if result.what is What.HIT]
        if hits:
            return Result(What.HIT, min(hit.low for hit in hits), min(hit.high for hit in hits))
        if LOST in results:
            return LOST
        passed = fork.passed + sum(result.passed - fork.passed for result in results)
        low, high = max(result.low for result in results), max(result.high for result in results)
        return Result(What.JOINED, low, high, passed)

    def behind_the_join(self, join: Place, results: set[Result]) -> set[Play]:
        return every(
            self.pass_through(
                replace(
                    join,
                    arrive=(result.low, result.high),
                    passed=result.passed,
                    behind=join.behind if result.passed == join.passed else (),
                )
            )
            if result.what is What.JOINED
            else {frozenset([result])}
            for result in sorted(results, key=str)
        )

    def wait_for_the_others(self, place: Place) -> set[Play]:
        """We began inside a branch and get to its join: for the earliest moment the other branches
        are finished, for the latest they begin at the clock (3)."""
        fork, own = place.around[0]
        elsewhere = replace(self, hit=lambda _node, _times: None, known={})
        others = [
            elsewhere.from_(Place(move.target, (self.clock, self.clock), stop=place.node))
            for index, move in enumerate(self.flow.branch_heads(fork))
            if index != own
        ]
        plays: set[Play] = set()
        for combination in product(*others):
            arrivals = set()
            for results in product(*combination):
                latest = max([place.arrive[1], *(result.high for result in results)])
                arrivals.add(Result(What.JOINED, place.arrive[0], latest, place.passed))
            plays |= self.behind_the_join(replace(place, around=place.around[1:]), arrivals)
        return plays


def every(plays: Iterable[set[Play]]) -> set[Play]:
    """The others decide which of these it will be: a play has to answer each of them."""
    return {frozenset().union(*combination) for combination in product(*plays)}


def nobody_picks(node: Node, moves: list[Move]) -> list[Move] | None:
    return None


def body_of(journey: Journey, loop: int) -> set[int]:
    """The nodes of a loop: from the target of its way back to the LOOP itself, in source order."""
    (again,) = (m for m in journey.moves if m.source == loop and m.kind is MoveKind.AGAIN)
    return set(range(again.target, loop + 1))


def enclosing_forks(journey: Journey, node: int) -> Iterable[tuple[int, int]]:
    """(fork, index of the branch) around a node, innermost first."""
    branch = journey.nodes[node].branch
    while branch is not None:
        yield branch
        branch = journey.nodes[branch[0]].branch
