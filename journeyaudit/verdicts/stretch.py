"""A goal in the flow -> how long it takes to get there from every place: all ways, best and worst.

One object serves all mistakes that ask for the same goal; each place is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from journeyaudit.model.flow import Move
from journeyaudit.model.quantities import INFINITE
from journeyaudit.verdicts.bounds import AT_ONCE, NEVER, Bounds
from journeyaudit.verdicts.clock import TimeMap, earlier, later, then
from journeyaudit.verdicts.ground import BUDGET, State, exists
from journeyaudit.verdicts.pace import Pace, Since

NOBODY: frozenset[str] = frozenset()

Way = tuple[Move | None, State | None]
"""A move (None: over the whole parallel block) and where it leads (None: nowhere near the goal)."""


class Ways(Enum):
    """Which ways count for the latest moment."""

    ALL = auto()
    """Those too that never get there: then it is infinite."""
    ARRIVING = auto()
    PLAYED = auto()
    """Arriving ones without branches that are never taken (a share of 0 %)."""
    LAST = auto()
    """The same, and the goal may be passed: until it is reached for the last time."""


class Reached(NamedTuple):
    """How one gets to the goal: whether at all, when, and past whose unstated hours."""

    at_all: bool
    bounds: Bounds
    silent: frozenset[str] = NOBODY


NOWHERE_NEAR = Reached(False, NEVER)


class Stretch:
    """All ways to some goals. ``goals`` gives the bounds from the arrival at each goal to the moment
    that is asked for."""

    def __init__(
        self,
        pace: Pace,
        goals: Mapping[int, Bounds],
        which: Ways = Ways.ALL,
    ) -> None:
        self._pace = pace
        self._ground = pace.ground
        self._goals = goals
        self._arriving = which is not Ways.ALL
        self._played = which in (Ways.PLAYED, Ways.LAST)
        self._passes_goals = which is Ways.LAST
        self._lowest = min(self._ground.rank[goal] for goal in goals)
        self._entered: dict[int, set[int]] = {}
        for goal in goals:
            for fork, branch in self._ground.around(goal):
                self._entered.setdefault(fork, set()).add(branch)
        self._known: dict[State, Reached] = {}
        self._budget = BUDGET + len(self._ground.nodes)
        self._over: set[State] = set()

    def start(self, node: int, since: Since) -> Reached:
        """From the arrival at, the beginning or the end of a node."""
        return self.starts(self._ground.fresh(node), since)

    def starts(self, state: State, since: Since) -> Reached:
        if since is Since.ARRIVED:
            self._solve((state,))
            return self._known[state]
        ways = self._ways(state)
        self._solve(after for _, after in ways if after is not None)
        earliest = self._earliest(state, since, ways)
        if earliest is None:
            return NOWHERE_NEAR
        latest = self._latest(state, since, ways, (False for _ in ways))
        return Reached(True, Bounds(earliest, latest), self._silent(state, ways))

    def _ways(self, state: State) -> list[Way]:
        node = state[0]
        ground = self._ground
        found: list[Way] = []
        join = ground.joins.get(node)
        entered = self._entered.get(node) if join is not None else None
        for index, move in enumerate(ground.leaving[node]):
            if (self._played and not exists(move)) or (join is not None and index not in (entered or ())):
                continue
            after = ground.onward(state, move.target, move)
            if after is not None:
                found.append((move, after if self._may_lead(move.target) else None))
        if join is not None and (entered is None or len(self._goals) > 1):
            found.append((None, ground.onward(state, join) if self._may_lead(join) else None))
        return found

    def _may_lead(self, node: int) -> bool:
        return self._ground.rank[node] >= self._lowest

    def _solve(self, roots: Iterable[State]) -> None:
        order: list[State] = []
        ways_of: dict[State, list[Way]] = {}
        for root in roots:
            self._visit(root, order, ways_of)
        place = {state: at for at, state in enumerate(order)}
        leads_back = any(
            after is not None and place.get(after, -1) >= place[state]
            for state in order
            for _, after in ways_of[state]
        )
        for state in order:
            self._known[state] = self._given(state) or NOWHERE_NEAR
        inner = [state for state in order if ways_of[state] and state[0] not in self._goals]
        # one round is enough unless ways lead back; every further round follows one more of them
        while self._improve_earliest(inner, ways_of) and leads_back:
            pass
        for state in order:
            if ways_of[state]:
                self._known[state] = self._with_latest(state, ways_of[state], place)

    def _visit(self, root: State, order: list[State], ways_of: dict[State, list[Way]]) -> None:
        """Depth first, without recursion; ``order`` has each place after those it leads to."""
        if root in self._known or root in ways_of:
            return
        ways_of[root] = self._ways_or_end(root)
        path = [(root, iter(ways_of[root]))]
        while path:
            state, ways = path[-1]
            for _, after in ways:
                if after is not None and after not in ways_of and after not in self._known:
                    ways_of[after] = self._ways_or_end(after)
                    path.append((after, iter(ways_of[after])))
                    break
            else:
                path.pop()
                order.append(state)

    def _ways_or_end(self, state: State) -> list[Way]:
        self._budget -= 1
        if self._passes_goals and state[0] in self._goals:
            return self._ways(state)
        return [] if self._given(state) is not None else self._ways(state)

    def _given(self, state: State) -> Reached | None:
        """What is known without going on: the goal, and what cannot be worked out."""
        node = state[0]
        if node in self._goals:
            return Reached(True, self._goals[node], self._pace.hours.silent(self._ground.nodes[node]))
        place = self._ground.nodes[node]
        unmatched = self._ground.is_fork(place) and node not in self._ground.joins
        if unmatched or self._is_over_budget(state) or self._ground.is_uncounted(place):
            return Reached(True, AT_ONCE if self._pace.short else NEVER)
        return None

    def _is_over_budget(self, state: State) -> bool:
        if self._budget < 0 and any(state[1]):
            self._over.add(state)
        return state in self._over

    def _improve_earliest(self, states: list[State], ways_of: Mapping[State, list[Way]]) -> bool:
        changed = False
        for state in states:
            found = self._earliest(state, Since.ARRIVED, ways_of[state])
            known = self._known[state]
            if found is not None and not (known.at_all and known.bounds.earliest == found):
                self._known[state] = Reached(True, Bounds(found, INFINITE))
                changed = True
        return changed

    def _earliest(self, state: State, since: Since, ways: Iterable[Way]) -> TimeMap | None:
        best: TimeMap | None = None
        for move, after in ways:
            ahead = self._known[after] if after is not None else NOWHERE_NEAR
            if ahead.at_all:
                leaving = self._pace.leaving(state[0], move, since)
                moment = then(leaving.earliest, ahead.bounds.earliest)
                best = moment if best is None else earlier(best, moment)
        return best

    def _with_latest(self, state: State, ways: list[Way], place: Mapping[State, int]) -> Reached:
        """``place`` tells the ways that lead back: whoever takes them may do so for ever."""
        known = self._known[state]
        if not known.at_all:
            return known
        back = [after is not None and place.get(after, -1) >= place[state] for _, after in ways]
        latest = self._latest(state, Since.ARRIVED, ways, back)
        if state[0] in self._goals:
            again = any(after is not None and self._known[after].at_all for _, after in ways)
            latest = later(known.bounds.latest, latest) if again else known.bounds.latest
        return Reached(True, Bounds(known.bounds.earliest, latest), self._silent(state, ways))

    def _latest(self, state: State, since: Since, ways: list[Way], back: Iterable[bool]) -> TimeMap:
        latest: TimeMap | None = None
        for (move, after), leads_back in zip(ways, back, strict=True):
            ahead = self._known[after] if after is not None else NOWHERE_NEAR
            if not ahead.at_all and self._arriving:
                continue
            if leads_back or not ahead.at_all:
                return INFINITE
            leaving = self._pace.leaving(state[0], move, since)
            moment = then(leaving.latest, ahead.bounds.latest)
            latest = moment if latest is None else later(latest, moment)
        return INFINITE if latest is None else latest

    def _silent(self, state: State, ways: list[Way]) -> frozenset[str]:
        found = self._pace.hours.silent(self._ground.nodes[state[0]])
        for move, after in ways:
            more = self._known[after].silent if after is not None else NOBODY
            if move is None:
                more = more | self._pace.blocks[state[0]][1]
            if not more <= found:
                found = found | more if found else more
        return found
