"""A played token game -> the joins that wait for ever."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.graph.components import strongly_connected
from journeyaudit.graph.token_game import Game
from journeyaudit.source.record import record


@record
class StuckJoin:
    """In ``state`` the join holds a token and never fires again; ``upstream`` are the blocks from
    which a token could come that it misses, by the moves alone."""

    node: int
    state: int
    upstream: frozenset[int]


def stuck_joins(game: Game) -> Iterator[StuckJoin]:
    """Each join once, for the first state in which no other one is to blame for its waiting.

    Looks at states that are never left for good: there everybody has come as far as they ever will.
    """
    needs = [game.mask(game.net.blocks[join].ins) for join in game.joins]
    missing = _Missing(game)
    told: set[int] = set()
    for at, fires in _last_states(game):
        state = game.states[at]
        stuck = [
            bit
            for bit, need in enumerate(needs)
            if state & need and state & need != need and not fires >> bit & 1
        ]
        upstream = {bit: missing.upstream(needs[bit] & ~state) for bit in stuck}
        for bit in stuck:
            if bit not in told and not _starved(game, bit, upstream):
                told.add(bit)
                block = game.net.blocks[game.joins[bit]]
                node = game.net.places[next(iter(block.ins))].head
                yield StuckJoin(node, at, upstream[bit])


def _last_states(game: Game) -> list[tuple[int, int]]:
    """One state of each group of states that lead to each other and nowhere else, the first met, with
    the bit mask of the joins that fire in that group."""
    found = []
    for component in strongly_connected(game.onward):
        members = set(component)
        if all(after in members for state in component for after in game.onward[state]):
            fires = 0
            for state in component:
                fires |= game.fires[state]
            found.append((min(component), fires))
    return sorted(found)


def _starved(game: Game, bit: int, upstream: dict[int, frozenset[int]]) -> bool:
    """Does it only wait for what another stuck join holds back?"""
    return any(
        game.joins[other] in upstream[bit] and game.joins[bit] not in upstream[other]
        for other in upstream
        if other != bit
    )


class _Missing:
    def __init__(self, game: Game) -> None:
        self._game = game
        self._place = list(game.net.places.values())
        self._known: dict[int, frozenset[int]] = {}

    def upstream(self, places: int) -> frozenset[int]:
        """Blocks from which a token could come to any of the places (a bit mask)."""
        if places not in self._known:
            net = self._game.net
            queue = [place.source for bit, place in enumerate(self._place) if places >> bit & 1]
            seen = set()
            while queue:
                block = queue.pop()
                if block >= 0 and block not in seen:
                    seen.add(block)
                    queue.extend(net.places[place].source for place in net.blocks[block].ins)
            self._known[places] = frozenset(seen)
        return self._known[places]
