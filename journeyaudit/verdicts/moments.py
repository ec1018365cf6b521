"""Points of a journey -> when they come, seen from clock 0 (``docs/meaning.md``, section 3)."""

from __future__ import annotations

from functools import cached_property

from journeyaudit.model.quantities import INFINITE, Minutes, Point
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import AT_ONCE, NEVER, Bounds, elapse, latest_of, read
from journeyaudit.verdicts.clock import later, span_of_difference, then
from journeyaudit.verdicts.ground import Ground
from journeyaudit.verdicts.pace import Hours, Pace, Since, unknown_lengths
from journeyaudit.verdicts.stretch import NOBODY, NOWHERE_NEAR, Reached, Stretch, Ways
from journeyaudit.verdicts.verdict import MissingFact


@record
class Moment:
    """When something comes: bounds counted from clock 0, whose hours on the way nobody states, and the
    ways (first and last node) on which unknown lengths were read one way or the other."""

    bounds: Bounds
    silent: frozenset[str] = NOBODY
    ways: tuple[tuple[int, int], ...] = ()


class Moments:
    """All moments of one journey, with unknown lengths read as short or as long."""

    def __init__(self, ground: Ground, hours: Hours) -> None:
        self.ground = ground
        self.hours = hours
        self._paces: dict[bool, Pace] = {}
        self._stretches: dict[tuple[int, Since, bool, Ways], Stretch] = {}
        self._seen: dict[tuple[int, int, Since, bool], Moment] = {}
        self._unknown: dict[tuple[int, int], tuple[MissingFact, ...]] = {}

    def pace(self, short: bool) -> Pace:
        short = short and bool(self._unclear)  # without anything unknown both readings are the same
        if short not in self._paces:
            self._paces[short] = pace = Pace(self.ground, self.hours, short)
            _run_parallel_blocks(pace)
        return self._paces[short]

    def between(
        self, first: int, since: Since, last: int, until: Since, short: bool, ways: Ways = Ways.ALL
    ) -> Reached:
        """From a place (arrival, beginning or end of a node) to a place. Of the parallel branches around
        the first node the others are taken to be finished, or else to begin only now."""
        stretch = self._stretch(last, until, short, ways)
        own = stretch.start(first, since)
        if not own.at_all:
            return own
        latest = own.bounds.latest
        inside = {fork for fork, _ in self.ground.around(last)}
        for fork, branch in self.ground.around(first):
            if fork in inside:
                break
            behind = stretch.start(self.ground.joins[fork], Since.ARRIVED)
            if behind.at_all:
                for other, bounds in enumerate(self.pace(short).branches[fork]):
                    if other != branch:
                        latest = later(latest, then(bounds.latest, behind.bounds.latest))
        return own._replace(bounds=Bounds(own.bounds.earliest, latest))

    def _stretch(self, last: int, until: Since, short: bool, ways: Ways) -> Stretch:
        short = short and bool(self._unclear)
        key = (last, until, short, ways)
        if key not in self._stretches:
            pace, node = self.pace(short), self.ground.nodes[last]
            goal = pace.begins(node) if until is Since.BEGUN else pace.done(node, Since.ARRIVED)
            self._stretches[key] = Stretch(pace, {last: goal}, ways)
        return self._stretches[key]

    def seen_from(self, clock: int, node: int, until: Since, short: bool) -> Moment:
        """When a node begins or is done, seen from the end of the clock node. ``short`` reads what is
        unknown so that the moment comes early: a short way if it lies ahead, a long one behind."""
        key = (clock, node, until, short)
        if key not in self._seen:
            self._seen[key] = self._look(clock, node, until, short)
        return self._seen[key]

    def _look(self, clock: int, node: int, until: Since, short: bool) -> Moment:
        if node == clock:
            return self._here(clock, until, not short)
        ahead = self.between(clock, Since.DONE, node, until, short)
        if ahead.at_all:
            return Moment(ahead.bounds, ahead.silent, ((clock, node),))
        since = Since.BEGUN if until is Since.BEGUN else Since.DONE
        past = NOWHERE_NEAR
        if self.ground.from_start[node]:
            past = self.between(node, since, clock, Since.DONE, not short, Ways.ARRIVING)
        if not past.at_all:
            return self._beside(clock, node, until, short)
        return Moment(_minus(past.bounds), past.silent, ((node, clock),))

    def _beside(self, clock: int, node: int, until: Since, short: bool) -> Moment:
        """A place in another branch of the same parallel block: from their fork to it, less the time from
        the fork to clock 0."""
        here = dict(self.ground.around(clock))
        fork, theirs = next(((f, b) for f, b in self.ground.around(node) if f in here), (None, 0))
        if fork is None or here[fork] == theirs:
            return Moment(NEVER)
        there = self._from_fork(fork, theirs, self._stretch(node, until, short, Ways.ALL))
        back = self._from_fork(fork, here[fork], self._stretch(clock, Since.DONE, not short, Ways.ARRIVING))
        if not there.at_all or not back.at_all:
            return Moment(NEVER)
        took, ago = _over_the_week(there.bounds), _over_the_week(back.bounds)
        apart = Bounds(_less(took[0], ago[1]), _less(took[1], ago[0]))
        return Moment(apart, there.silent | back.silent, ((fork, node), (fork, clock)))

    def _from_fork(self, fork: int, branch: int, stretch: Stretch) -> Reached:
        move = self.ground.leaving[fork][branch]
        after = self.ground.onward(self.ground.fresh(fork), move.target, move)
        return NOWHERE_NEAR if after is None else stretch.starts(after, Since.ARRIVED)

    def _here(self, clock: int, until: Since, short: bool) -> Moment:
        if until is Since.DONE:
            return Moment(AT_ONCE)
        node = self.ground.nodes[clock]
        lasted = self.pace(short).done(node, Since.BEGUN)
        return Moment(_minus(lasted), self.hours.silent(node), ((clock, clock),))

    def of(self, point: Point, mistake_node: int, clock: int, short: bool) -> Moment:
        """When a cut-off comes; ``short`` reads what is unknown so that it comes early."""
        if point.after is None and point.node is None:
            return Moment(AT_ONCE if short else NEVER)
        if point.after is None and point.node is not None:
            return self.seen_from(clock, point.node, Since.BEGUN, short)
        length = read(point.after, short)
        if length.low == INFINITE:
            return Moment(NEVER)
        node = mistake_node if point.node is None else point.node
        base = self.seen_from(clock, node, Since.DONE, short)
        return Moment(base.bounds.then(elapse(length)), base.silent, base.ways)

    def unknown_on(self, way: tuple[int, int]) -> tuple[MissingFact, ...]:
        """The lengths that the text leaves out between two nodes."""
        if way not in self._unknown:
            nodes = set(self.ground.graph.between(*way))
            found = [fact for node in sorted(nodes & self._unclear) for fact in self._lacks(node)]
            self._unknown[way] = tuple(found)
        return self._unknown[way]

    @cached_property
    def _unclear(self) -> set[int]:
        return {node.number for node in self.ground.nodes if unknown_lengths(node, self.ground)}

    def _lacks(self, node: int) -> tuple[MissingFact, ...]:
        return unknown_lengths(self.ground.nodes[node], self.ground)


def _minus(passed: Bounds) -> Bounds:
    """A past moment: minus the time since then, over all minutes of the week."""
    shortest, longest = _over_the_week(passed)
    return Bounds(-longest, -shortest)


def _over_the_week(passed: Bounds) -> tuple[Minutes, Minutes]:
    """The shortest and the longest time, whatever the minute of the week."""
    least = span_of_difference(passed.earliest, 0)
    greatest = span_of_difference(passed.latest, 0)
    return least[0] if least else INFINITE, greatest[1] if greatest else INFINITE


def _less(time: Minutes, other: Minutes) -> Minutes:
    """What may never come comes never, whatever is taken off; else what may take for ever was long ago."""
    return INFINITE if time == INFINITE else time - other


def _run_parallel_blocks(pace: Pace) -> None:
    """Fills in how long each block of parallel branches takes: as long as its slowest branch."""
    ground = pace.ground
    for fork in ground.inner_forks_first:
        to_join = Stretch(pace, {ground.joins[fork]: AT_ONCE})
        block, silent = AT_ONCE, NOBODY
        pace.branches[fork] = []
        for move in ground.leaving[fork]:
            after = ground.onward(ground.fresh(fork), move.target, move)
            reached = to_join.starts(after, Since.ARRIVED) if after is not None else NOWHERE_NEAR
            pace.branches[fork].append(reached.bounds)
            block, silent = latest_of(block, reached.bounds), silent | reached.silent
        pace.blocks[fork] = (block, silent)
