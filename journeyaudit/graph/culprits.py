"""A state in which a token game went wrong -> the split where it took the wrong turn."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.graph.stuck_joins import StuckJoin
from journeyaudit.graph.token_game import Firing, Game
from journeyaudit.model.flow import Pick


def missing_split(game: Game, stuck: StuckJoin) -> int | None:
    """The last choice on the way to the state that could have led to the missing branch and did not."""
    turned_away = None
    for firing in _way_to(game, stuck.state):
        block = game.net.blocks[firing.block]
        if block.splitting is not Pick.ONE or len(block.outs) < 2:
            continue
        leads = {place for place in block.outs if _leads(game, place, stuck)}
        taken = next(place for place in block.outs if firing.puts >> game.bit_of[place] & 1)
        if leads and taken not in leads:
            turned_away = game.net.places[taken].tail
    return turned_away


def _leads(game: Game, place: int, stuck: StuckJoin) -> bool:
    target = game.net.places[place].target
    block = game.net.blocks[target]
    is_missing = game.net.places[place].head == stuck.node and not (
        game.states[stuck.state] >> game.bit_of[place] & 1
    )
    return target in stuck.upstream or (is_missing and block.merging is Pick.ALL)


def forking_of(game: Game, state: int, clash: Firing) -> int | None:
    """The fork at which the two tokens parted that meet when ``clash`` fires in ``state``."""
    firings = _way_to(game, state)
    causes: list[list[int]] = []
    made_by: dict[int, int] = {}
    for number, firing in enumerate(firings):
        causes.append([made_by.pop(bit) for bit in _bits(firing.takes) if bit in made_by])
        made_by |= dict.fromkeys(_bits(firing.puts), number)
    coming = _history(causes, [made_by[bit] for bit in _bits(clash.takes) if bit in made_by])
    there = game.states[state] & ~clash.takes & clash.puts
    waiting = _history(causes, [made_by[bit] for bit in _bits(there) if bit in made_by])
    parted = max(coming & waiting, default=None)
    if parted is None:
        return None
    block = game.net.blocks[firings[parted].block]
    return game.net.places[next(iter(block.outs))].tail


def _history(causes: list[list[int]], events: list[int]) -> set[int]:
    """The numbers of the events and of all that had to happen before them."""
    seen: set[int] = set()
    queue = list(events)
    while queue:
        event = queue.pop()
        if event not in seen:
            seen.add(event)
            queue.extend(causes[event])
    return seen


def _way_to(game: Game, state: int) -> list[Firing]:
    """The firings that first led to a state, from the beginning."""
    way = []
    while (firing := game.by[state]) is not None:
        way.append(firing)
        state = game.before[state]
    return way[::-1]


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield (mask & -mask).bit_length() - 1
        mask &= mask - 1
