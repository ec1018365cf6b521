"""Turns points of a journey into moments: minutes since a Monday 00:00, seen from a clock 0 (3)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import INFINITE, Minutes, Point
from journeyaudit.model.trouble import Mistake, Remedy
from tests.reference.clocks import later
from tests.reference.reading import Reading
from tests.reference.ways import Flow, Place, Times, Ways, What, enclosing_forks, nobody_picks

NEVER: Times = (INFINITE, INFINITE)


@dataclass
class Moments:
    """What one mistake's clock says. ``minutes`` are the minutes of the week worth asking about."""

    service: Service
    journey: Journey
    mistake: Mistake
    reading: Reading
    minutes: tuple[int, ...]
    extremes: list[Minutes] = field(default_factory=list)
    """The lengths that were the least or greatest over the week."""
    _reached: dict[int, list[int]] = field(default_factory=dict)
    _past: dict[tuple[int, str, bool], Times] = field(default_factory=dict)
    _known: dict[tuple[int, str, int, bool], Times] = field(default_factory=dict)

    @cached_property
    def clock_node(self) -> int:
        at = self.mistake.noticed_at
        return self.mistake.node if at is None else at

    @cached_property
    def slow_world(self) -> Flow:
        """The main flow as the cut-offs see it: the generous reading lets it take its time."""
        return Flow(self.service, self.journey, self.reading.cutoff)

    @cached_property
    def quick_world(self) -> Flow:
        return Flow(self.service, self.journey, self.reading.attempt)

    def noticed(self, clock: Minutes) -> Times:
        said = self.mistake.noticed_after
        if said is None and self.mistake.noticed_at is not None:
            return clock, clock
        after = self.reading.attempt(said)
        return later(clock, after.low, after.working), later(clock, after.high, after.working)

    # the moments of nodes

    def cutoff_moment(self, node: int, part: str, clock: int) -> Times:
        """A late moment is good for the customer."""
        return self.moment(node, part, clock, ahead=self.slow_world, past=self.quick_world)

    def attempt_moment(self, node: int, part: str, clock: int) -> Times:
        """An early moment is good for the customer."""
        return self.moment(node, part, clock, ahead=self.quick_world, past=self.slow_world)

    def moment(self, node: int, part: str, clock: int, ahead: Flow, past: Flow) -> Times:
        """``part`` is "begin" or "done"."""
        key = node, part, clock, ahead is self.slow_world
        if key not in self._known:
            self._known[key] = self.find_moment(node, part, clock, ahead, past)
        return self._known[key]

    def find_moment(self, node: int, part: str, clock: int, ahead: Flow, past: Flow) -> Times:
        if node == self.clock_node:
            return (clock, clock) if part == "done" else self.ago(node, part, past, clock)
        (results,) = self.all_ways(ahead, clock, node, part).after(self.clock_node, (clock, clock))
        if any(result.what is What.HIT for result in results):
            return (
                min(result.low for result in results if result.what is What.HIT),
                max(result.high for result in results),
            )
        if self.leads(0, node) and self.leads(node, self.clock_node):
            ago = self.ago(node, part, past, clock)
            if ago != NEVER:
                return ago
        return self.beside(node, part, clock, ahead, past)

    def beside(self, node: int, part: str, clock: int, ahead: Flow, past: Flow) -> Times:
        """A node in another branch of a block that runs at the same time."""
        own = dict(enclosing_forks(self.journey, self.clock_node))
        common = [(fork, branch) for fork, branch in enclosing_forks(self.journey, node) if fork in own]
        if not common or own[common[0][0]] == common[0][1]:
            return NEVER
        fork, branch = common[0]
        there = [self.from_fork(ahead, fork, branch, node, part, minute) for minute in self.minutes]
        back = [
            self.from_fork(past, fork, own[fork], self.clock_node, "done", minute, hits_only=True)
            for minute in self.minutes
        ]
        if any(times is None for times in (*there, *back)):
            return NEVER
        soonest, last = min(t[0] for t in there if t), max(t[1] for t in there if t)
        least, most = min(t[0] for t in back if t), max(t[1] for t in back if t)
        self.extremes += soonest, last, least, most
        return (
            INFINITE if soonest == INFINITE else clock + soonest - most,
            INFINITE if last == INFINITE else clock + last - least,
        )

    def from_fork(
        self, flow: Flow, fork: int, branch: int, node: int, part: str, minute: int, hits_only: bool = False
    ) -> Times | None:
        """From reaching a branch to a node inside it, as minutes that pass; None if no way gets there."""
        head = flow.branch_heads(fork)[branch].target
        ways = self.all_ways(flow, minute, node, part, past=hits_only)
        (results,) = ways.from_(Place(head, (minute, minute), stop=self.journey.nodes[fork].match))
        hits = [(result.low, result.high) for result in results if result.what is What.HIT]
        if not hits:
            return None
        counted = hits if hits_only else [(result.low, result.high) for result in results]
        lows = [low for low, _ in hits]
        missed = any(result.what is not What.HIT for result in results) and not hits_only
        return min(lows) - minute, (INFINITE if missed else max(high for _, high in counted)) - minute

    def all_ways(self, flow: Flow, clock: Minutes, target: int, part: str, past: bool = False) -> Ways:
        def hit(node: int, arrive: Times) -> Times | None:
            if node != target:
                return None
            begin = flow.begin(node, arrive)
            return begin if part == "begin" else flow.done(node, begin)

        def round_and_on(node: int) -> bool:
            return past and self.leads(node, target)

        return Ways(flow, hit, nobody_picks, clock, round_and_on=round_and_on)

    def ago(self, node: int, part: str, flow: Flow, clock: int) -> Times:
        key = node, part, flow is self.slow_world
        if key not in self._past:
            spans = [self.time_to_clock(node, part, flow, minute) for minute in self.minutes]
            self._past[key] = min(low for low, _ in spans), max(high for _, high in spans)
            self.extremes += self._past[key]
        low, high = self._past[key]
        return clock - high, clock - low

    def time_to_clock(self, node: int, part: str, flow: Flow, minute: int) -> Times:
        """From the beginning or the end of ``node`` at that minute to clock 0, over all ways that get
        there."""
        now = minute, minute
        done = now if part == "done" else flow.done(node, now)
        if node == self.clock_node:
            return done[0] - minute, done[1] - minute
        ways = self.all_ways(flow, minute, self.clock_node, "done", past=True)
        (results,) = ways.after(node, done, begun=now if part == "begin" else None)
        hits = [(result.low, result.high) for result in results if result.what is What.HIT]
        if not hits:
            # The moves lead there, but a fork on the way never gets to its join, or a loop has no rounds.
            return -INFINITE, -INFINITE
        return min(low for low, _ in hits) - minute, max(high for _, high in hits) - minute

    def leads(self, start: int, target: int) -> bool:
        if start not in self._reached:
            self._reached[start] = reached_from(self.journey, start)
        return target in self._reached[start]

    # cut-offs

    def point(self, point: Point, clock: int) -> Times:
        if point.node is not None and point.after is None:
            return self.cutoff_moment(point.node, "begin", clock)
        if point.after is None and point.node is None:
            unknown = self.reading.cutoff(None)
            return clock + unknown.low, clock + unknown.high
        if point.after is not None and point.after.low == INFINITE:
            return NEVER
        base = self.mistake.node if point.node is None else point.node
        since = self.cutoff_moment(base, "done", clock)
        after = self.reading.cutoff(point.after)
        return later(since[0], after.low, after.working), later(since[1], after.high, after.working)

    def deadlines(self, remedy: Remedy | None, clock: int) -> list[Times]:
        """The attempt's own window, else the soft cut-off; in any case not later than the hard one. The window
        of an appeal only stands in the place of the soft cut-off: it is for making it."""
        window = remedy.window if remedy is not None else None
        until = [window.point if window is not None else None, self.hard]
        if until[0] is None and self.mistake.soft is not None:
            until[0] = self.mistake.soft.point
        if window is not None and remedy is not None and remedy.appeal:
            return [self.point(self.hard, clock)] if self.hard is not None else []
        stated = [self.point(point, clock) for point in until if point is not None]
        return stated or [self.point(Point(), clock)]

    @cached_property
    def hard(self) -> Point | None:
        """Not stated: the beginning of the first point of no return behind the mistake."""
        if self.mistake.hard is not None:
            return self.mistake.hard.point
        behind = reached_from(self.journey, self.mistake.node)
        for node in behind:
            if self.journey.nodes[node].no_return and node != self.mistake.node:
                return Point(node=node)
        return None


def reached_from(journey: Journey, start: int, played: bool = False) -> list[int]:
    """Breadth first over all moves, in source order, with the start itself. ``played``: in the game a
    branch with a share of 0 % does not exist."""
    found, waiting = [start], deque([start])
    while waiting:
        node = waiting.popleft()
        for move in journey.moves:
            exists = not played or move.share != 0
            if exists and move.source == node and move.target not in found:
                found.append(move.target)
                waiting.append(move.target)
    return found
