"""A folded net -> all the states in which its tokens may stand, as far as a budget goes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from journeyaudit.graph.net import Net
from journeyaudit.model.flow import Pick
from journeyaudit.source.record import changeable, field, record

STATES = 200_000
"""So many states are looked at before the answer is "undecided"."""
_FIRINGS = 5
"""Per state of that budget so many firings are tried, all in all."""
_BITS = 1 << 29
"""The states together hold no more bits than this (64 MB)."""


@record
class Firing:
    """A block takes tokens and puts tokens; both are bit masks of places."""

    block: int
    takes: int
    puts: int


@changeable
class Game:
    """``states`` in the order in which they were met; a state is the bit mask of marked places.

    Per state: ``before`` (the state it was first met from, -1 for the first), ``by`` (the firing that
    led there), ``onward`` (states one firing away), ``fires`` (bit mask of joins that fire from it,
    all bits where the game was cut). ``clashes``: (state, firing) for the first time each block would
    have put a second token into a place. ``bit_of``: place -> its bit; ``joins``: blocks that wait for
    all, by bit. ``complete``: no state was left out.
    """

    net: Net
    bit_of: dict[int, int]
    joins: tuple[int, ...]
    states: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    by: list[Firing | None] = field(default_factory=list)
    onward: list[list[int]] = field(default_factory=list)
    fires: list[int] = field(default_factory=list)
    clashes: list[tuple[int, Firing]] = field(default_factory=list)
    complete: bool = True
    _clashed: set[int] = field(default_factory=set)

    def meet(self, state: int, before: int, by: Firing | None) -> None:
        """Notes a new state. Until it is its turn, any join may fire from it for all one knows."""
        self.states.append(state)
        self.before.append(before)
        self.by.append(by)
        self.onward.append([])
        self.fires.append((1 << len(self.joins)) - 1)

    def after(self, at: int, ways: list[Firing]) -> list[tuple[int, Firing]]:
        """The states one firing away from state number ``at``, and what leads there."""
        found = []
        clashes = False
        for firing in ways:
            rest = self.states[at] & ~firing.takes
            if not rest & firing.puts:
                found.append((rest | firing.puts, firing))
                continue
            clashes = True
            if firing.block not in self._clashed:
                self._clashed.add(firing.block)
                self.clashes.append((at, firing))
        if not clashes:
            firing_blocks = {firing.block for firing in ways}
            self.fires[at] = sum(1 << bit for bit, join in enumerate(self.joins) if join in firing_blocks)
        return found

    def mask(self, places: dict[int, None]) -> int:
        """The bit mask of some places."""
        return sum(1 << self.bit_of[place] for place in places)


def play(net: Net, budget: int = STATES, deep: bool = False) -> Game:
    """Explores breadth first, or ``deep``: then some game is soon played to its end, however many
    there are. A firing that would put a second token into a place is not followed."""
    joins = tuple(number for number, block in net.blocks.items() if block.merging is Pick.ALL)
    game = Game(net, {place: bit for bit, place in enumerate(net.places)}, joins)
    known: dict[int, int] = {}
    todo: deque[int] = deque()

    def number_of(state: int, before: int, by: Firing | None) -> int:
        if state not in known:
            known[state] = len(known)
            todo.append(known[state])
            game.meet(state, before, by)
        return known[state]

    rules = _Rules(game)
    budget = min(budget, _BITS // max(64, len(net.places)))
    tried = 0
    number_of(1 << game.bit_of[net.first], -1, None)
    while todo and len(known) < budget and tried < _FIRINGS * budget:
        at = todo.pop() if deep else todo.popleft()
        ways = list(rules.enabled(game.states[at]))
        tried += len(ways)
        after = game.after(at, ways)
        game.onward[at] = [number_of(state, at, firing) for state, firing in after]
    game.complete = not todo
    return game


class _Rules:
    """What may fire, worked out once for each place and block."""

    def __init__(self, game: Game) -> None:
        self._target = [place.target for place in game.net.places.values()]
        self._needs: dict[int, int] = {}
        self._puts: dict[int, tuple[int, ...]] = {}
        for number, block in game.net.blocks.items():
            if block.merging is Pick.ALL:
                self._needs[number] = game.mask(block.ins)
            if block.splitting is Pick.ALL or not block.outs:
                self._puts[number] = (game.mask(block.outs),)
            else:
                self._puts[number] = tuple(1 << game.bit_of[place] for place in block.outs)

    def enabled(self, state: int) -> Iterator[Firing]:
        rest = state
        while rest:
            token = rest & -rest
            rest ^= token
            block = self._target[token.bit_length() - 1]
            takes = self._needs.get(block, token)
            # a join is looked at once, for the first of its tokens
            if state & takes == takes and takes & -takes == token:
                for puts in self._puts[block]:
                    yield Firing(block, takes, puts)
