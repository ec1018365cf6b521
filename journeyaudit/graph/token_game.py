"""A folded net -> all the states in which its tokens may stand, as far as a budget goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from journeyaudit.graph.net import Net
from journeyaudit.model.flow import Pick

STATES = 200_000
"""So many states are looked at before the answer is "undecided"."""
_BITS = 1 << 29
"""The states together hold no more bits than this (64 MB)."""


@dataclass(frozen=True, slots=True)
class Firing:
    """A block takes tokens and puts tokens; both are bit masks of places."""

    block: int
    takes: int
    puts: int


@dataclass(slots=True)
class Game:
    """``states`` in the order of a breadth-first search; a state is the bit mask of marked places.

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

    def mask(self, places: dict[int, None]) -> int:
        """The bit mask of some places."""
        return sum(1 << self.bit_of[place] for place in places)


def play(net: Net, budget: int = STATES) -> Game:
    """Explores breadth first. A firing that would put a second token into a place is not followed."""
    joins = tuple(number for number, block in net.blocks.items() if block.merging is Pick.ALL)
    game = Game(net, {place: bit for bit, place in enumerate(net.places)}, joins)
    budget = min(budget, _BITS // max(64, len(net.places)))
    rules = _Rules(game)
    join_bit = {block: 1 << bit for bit, block in enumerate(joins)}
    every_join = (1 << len(joins)) - 1
    known: dict[int, int] = {}
    clashed: set[int] = set()

    def meet(state: int, before: int, by: Firing | None) -> int:
        known[state] = len(game.states)
        game.states.append(state)
        game.before.append(before)
        game.by.append(by)
        return known[state]

    meet(1 << game.bit_of[net.first], -1, None)
    for at, state in enumerate(game.states):
        fires, onward = 0, []
        for firing in rules.enabled(state):
            rest = state & ~firing.takes
            fires |= join_bit.get(firing.block, 0)
            if rest & firing.puts:
                fires = every_join
                if firing.block not in clashed:
                    clashed.add(firing.block)
                    game.clashes.append((at, firing))
            elif (after := rest | firing.puts) in known:
                onward.append(known[after])
            elif len(game.states) < budget:
                onward.append(meet(after, at, firing))
            else:
                game.complete, fires = False, every_join
        game.fires.append(fires)
        game.onward.append(onward)
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
