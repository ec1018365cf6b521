"""The flow as a game -> from where the customer can force a correcting step, and by when at the latest.

``docs/meaning.md``, section 5. The winning places are found backwards from the correcting steps; then
the latest moment at each is the best the customer can choose of the worst the others can.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind, Owner
from journeyaudit.model.people import ActorKind
from journeyaudit.model.quantities import INFINITE
from journeyaudit.source.record import changeable, field, record
from journeyaudit.verdicts.clock import TimeMap, earlier, later, then
from journeyaudit.verdicts.doubt import Doubt
from journeyaudit.verdicts.ground import BUDGET, State, exists
from journeyaudit.verdicts.pace import Pace, Since, unknown_lengths

_ROOT: State = (-1, ())
_DETOURS = (MoveKind.LATE, MoveKind.FAILS)


@changeable
class _Option:
    """One way on: how long until it is left at the latest, and where it leads (None: it is a fix)."""

    leaving: TimeMap
    after: State | None
    forcible: bool = False


@changeable
class _Turn:
    """What may happen at a place; ``own``: the customer picks."""

    own: bool
    options: list[_Option] = field(default_factory=list)


@record
class _Region:
    """Where a game stops: at a join (reaching it wins, or does not), or nowhere in particular."""

    join: int | None = None
    join_wins: bool = False


class Game:
    """The customer against everybody else, with unknown facts read one way."""

    def __init__(self, pace: Pace, targets: Iterable[int], doubt: Doubt) -> None:
        self._pace = pace
        self._ground = pace.ground
        self._targets = frozenset(targets)
        self._doubt = doubt
        self._blocks: dict[int, tuple[TimeMap | None, TimeMap | None]] = {}
        """Fork -> latest fix inside one of its branches, latest join of all; None: not to be forced."""

    def latest_fix(self, node: int, since: Since) -> TimeMap | None:
        """By when a fix can be forced from the arrival at, or the end of, a node; None: it cannot."""
        self._play_blocks(node)
        best: TimeMap | None = None
        arrival: TimeMap = 0
        for fork, branch in self._ground.around(node):
            join = self._ground.joins[fork]
            best = _better(best, _chained(arrival, self._solve(node, since, _Region(join))))
            to_join = _chained(arrival, self._solve(node, since, _Region(join, join_wins=True)))
            for other, move in enumerate(self._ground.leaving[fork]):
                if other != branch:
                    to_join = _worse(to_join, self._branch(move, _Region(join, join_wins=True)))
            if to_join is None:
                return best
            arrival, node, since = to_join, join, Since.ARRIVED
        return _better(best, _chained(arrival, self._solve(node, since, _Region())))

    # parallel blocks, inner ones first

    def _play_blocks(self, start: int) -> None:
        met = self._forks_ahead(start) if self._ground.joins else set()
        for fork in self._ground.inner_forks_first if met else ():
            if fork in met and fork not in self._blocks:
                self._blocks[fork] = self._play_block(fork)

    def _forks_ahead(self, start: int) -> set[int]:
        outer = [fork for fork, _ in self._ground.around(start)]
        seen, queue = {start, *outer}, [start, *outer]
        for node in queue:
            for target in self._ground.graph.successors[node]:
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
        return {node for node in seen if node in self._ground.joins}

    def _play_block(self, fork: int) -> tuple[TimeMap | None, TimeMap | None]:
        join = self._ground.joins[fork]
        fix: TimeMap | None = None
        all_join: TimeMap | None = 0
        for move in self._ground.leaving[fork]:
            fix = _better(fix, self._branch(move, _Region(join)))
            all_join = _worse(all_join, self._branch(move, _Region(join, join_wins=True)))
        return fix, all_join

    def _branch(self, move: Move, region: _Region) -> TimeMap | None:
        if move.target == region.join:
            return 0 if region.join_wins else None
        return self._solve(move.target, Since.ARRIVED, region)

    # one region

    def _solve(self, node: int, since: Since, region: _Region) -> TimeMap | None:
        turns = self._explore(self._ground.fresh(node), since, region)
        order = _winning(turns)
        if _ROOT not in order:
            return None
        return _latest(turns, order)[_ROOT]

    def _explore(self, start: State, since: Since, region: _Region) -> dict[State, _Turn]:
        turns = {_ROOT: self._turn(start, since, region)}
        queue = deque(turns[_ROOT].options)
        while queue:
            after = queue.popleft().after
            if after is None or after in turns:
                continue
            turns[after] = self._turn(after, Since.ARRIVED, region)
            queue.extend(turns[after].options)
            if len(turns) > BUDGET + len(self._ground.nodes):
                return self._too_many(start)
        return turns

    def _too_many(self, start: State) -> dict[State, _Turn]:
        for node in self._ground.nodes:
            if self._ground.is_limited(node):
                self._taken_for_granted("at most", node)
        turn = _Turn(own=True, options=[_Option(0, None)] if self._doubt.generous else [])
        return {_ROOT: turn, start: turn}

    def _turn(self, state: State, since: Since, region: _Region) -> _Turn:
        number = state[0]
        node = self._ground.nodes[number]
        if since is Since.ARRIVED and number in self._targets:
            self._doubt.note(unknown_lengths(node, self._ground))
            return _Turn(own=True, options=[_Option(self._pace.done(node, since).latest, None)])
        if since is Since.ARRIVED and number == region.join:
            return _Turn(own=True, options=[_Option(0, None)] if region.join_wins else [])
        if number in self._ground.joins:
            return self._block_turn(state, since)
        if self._ground.is_fork(node) and not self._taken_for_granted("a join for all branches", node):
            return _Turn(own=False)
        return self._plain_turn(state, since)

    def _block_turn(self, state: State, since: Since) -> _Turn:
        fork = state[0]
        fix, all_join = self._blocks.get(fork, (None, None))
        done = self._pace.done(self._ground.nodes[fork], since).latest
        turn = _Turn(own=True)
        if fix is not None:
            turn.options.append(_Option(then(done, fix), None))
        if all_join is not None:
            join = self._ground.onward(state, self._ground.joins[fork])
            turn.options.append(_Option(then(done, all_join), join))
        return turn

    def _plain_turn(self, state: State, since: Since) -> _Turn:
        node = self._ground.nodes[state[0]]
        moves = [move for move in self._ground.leaving[node.number] if exists(move)]
        own = self._is_customers(node, moves)
        if own:
            moves = [move for move in moves if move.kind not in _DETOURS]
        turn = _Turn(own)
        for move in moves:
            after = self._ground.onward(state, move.target, move)
            if after is not None:
                leaving = self._pace.leaving(node.number, move, since)
                acts_at_once = own and node.kind is NodeKind.WAIT_FOR and node.takes is None
                wait = leaving.earliest if acts_at_once else leaving.latest
                turn.options.append(_Option(wait, after, self._is_forcible(node, move)))
        return turn

    # whose turn it is

    def _is_customers(self, node: Node, moves: list[Move]) -> bool:
        if node.kind in (NodeKind.LOOP, NodeKind.WAIT_FOR):
            return node.owner is Owner.CUSTOMER or (node.owner is None and self._customer_is_in(node))
        if node.kind is not NodeKind.CHOICE or len(moves) < 2:
            return False
        if node.owner is not None:
            return node.owner is Owner.CUSTOMER
        if any(move.share is not None for move in moves):
            return False
        return self._taken_for_granted("by", node)

    @staticmethod
    def _is_forcible(node: Node, move: Move) -> bool:
        chooses = node.kind is NodeKind.CHOICE and node.owner is Owner.ORGANISATION
        return chooses and bool(node.criterion) and move.customer_meets is True

    def _customer_is_in(self, node: Node) -> bool:
        actors = self._pace.hours.service.actors
        return any(key in actors and actors[key].kind is ActorKind.CUSTOMER for key in node.by)

    def _taken_for_granted(self, key: str, node: Node) -> bool:
        return self._doubt.is_taken_for_granted(key, node.title, node.header or node.span)


def _winning(turns: dict[State, _Turn]) -> dict[State, None]:
    """The places from which a fix can be forced, nearest first: a backward attractor, linear."""
    before: dict[State, list[State]] = {}
    open_ways: dict[State, int] = {}
    order: dict[State, None] = {}
    queue: deque[State] = deque()
    for state, turn in turns.items():
        open_ways[state] = len(turn.options)
        for option in turn.options:
            if option.after is not None:
                before.setdefault(option.after, []).append(state)
        if any(option.after is None for option in turn.options):
            order[state] = None
            queue.append(state)
    while queue:
        won = queue.popleft()
        for state in before.get(won, ()):
            open_ways[state] -= 1
            if state not in order and _is_won(turns[state], won, open_ways[state]):
                order[state] = None
                queue.append(state)
    return order


def _is_won(turn: _Turn, won: State, open_ways: int) -> bool:
    return turn.own or not open_ways or any(o.forcible and o.after == won for o in turn.options)


def _latest(turns: dict[State, _Turn], order: dict[State, None]) -> dict[State, TimeMap]:
    """By when the fix comes from each winning place, if the customer plays well."""
    latest: dict[State, TimeMap] = dict.fromkeys(order, INFINITE)
    changed, rounds = True, 0
    while changed and rounds <= len(order):
        # each round may improve on the way that was found first
        changed, rounds = False, rounds + 1
        for state in order:
            moment = _latest_here(turns[state], latest)
            if moment != latest[state]:
                latest[state], changed = moment, True
    return latest


def _latest_here(turn: _Turn, latest: dict[State, TimeMap]) -> TimeMap:
    best: TimeMap = INFINITE
    worst: TimeMap = -INFINITE
    for option in turn.options:
        ahead = 0 if option.after is None else latest.get(option.after, INFINITE)
        moment = then(option.leaving, ahead)
        worst = later(worst, moment)
        if turn.own or option.forcible:
            best = earlier(best, moment)
    return best if turn.own else earlier(best, worst)


def _chained(first: TimeMap, second: TimeMap | None) -> TimeMap | None:
    return None if second is None else then(first, second)


def _better(one: TimeMap | None, other: TimeMap | None) -> TimeMap | None:
    if one is None or other is None:
        return other if one is None else one
    return earlier(one, other)


def _worse(one: TimeMap | None, other: TimeMap | None) -> TimeMap | None:
    return None if one is None or other is None else later(one, other)
