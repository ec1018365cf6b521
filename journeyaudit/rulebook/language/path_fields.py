"""A form of path sentence and its places -> the set of places from which it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from journeyaudit.rulebook.language import pace
from journeyaudit.rulebook.language.follows import always_comes, longest_until
from journeyaudit.rulebook.language.look import Look
from journeyaudit.rulebook.language.ways import spread
from journeyaudit.source.record import record


@record
class Sets:
    """The places of a sentence, read for it or against it; ``limit`` in minutes, ``contacts`` a number."""

    marks: tuple[bytearray, ...]
    until: bytearray | None
    limit: float | None
    contacts: int | None
    generous: bool
    few: tuple[tuple[int, ...] | None, ...] = ()
    """Of each set its places, where there are few."""

    def members(self, number: int, count: int) -> Iterable[int]:
        """Where to look for the places of a set: not everywhere if they are known."""
        few = self.few[number]
        return range(count) if few is None else few


Field: TypeAlias = Callable[[Look, Sets], bytearray]
Back: TypeAlias = Sequence[Sequence[int]]


def ahead_without(look: Look, sets: Sets) -> bytearray:
    """What comes behind A without passing C."""
    seeds = [node for node in range(look.ways.count) if sets.marks[0][node]]
    without = sets.marks[2] if len(sets.marks) > 2 else None
    seeds = [seed for seed in seeds if look.graph.is_reachable(seed)]
    nodes = look.journey.nodes
    outside = spread([seed for seed in seeds if nodes[seed].region is None], look.ways.outward, without)
    inside = spread([seed for seed in seeds if nodes[seed].region is not None], look.ways.onward, without)
    return bytearray(a | b for a, b in zip(outside, inside, strict=True))


def _by_origin(look: Look, work: Callable[[Back], bytearray]) -> bytearray:
    """For whoever begins in an interrupt with its ways of returning, for everybody else without."""
    inside = work(look.ways.back)
    if not look.journey.interrupts:
        return inside
    outside = work(look.ways.inward)
    for number, node in enumerate(look.journey.nodes):
        if node.region is None:
            inside[number] = outside[number]
    return inside


def _before_without(look: Look, sets: Sets) -> bytearray:
    """From where B is reached without passing C."""
    seeds = [node for node in range(look.ways.count) if sets.marks[1][node]]
    without = sets.marks[2] if len(sets.marks) > 2 else None
    return _by_origin(look, lambda back: spread(seeds, back, without))


def _reached_before(look: Look, sets: Sets, number: int | None) -> bytearray:
    """What one comes to from the start before the places of the sentence, or its `until`."""
    return spread([0], look.ways.outward, sets.until if number is None else sets.marks[number])


def _in_reach(look: Look, sets: Sets, back: Back) -> bytearray:
    """EF goal: from where the goal is reached, in time and in so many contacts."""
    goal = sets.marks[1]
    found = spread([node for node in range(look.ways.count) if goal[node]], back)
    if sets.limit is not None:
        passing = partial(pace.passing, generous=sets.generous)
        waiting = partial(pace.waiting, generous=sets.generous)
        far = pace.nearness(look, goal, back, passing, waiting)
        found = bytearray(near and far[node] <= sets.limit for node, near in enumerate(found))
    if sets.contacts is not None:
        far = pace.nearness(look, goal, back, pace.contacts, pace.contacts)
        found = bytearray(near and far[node] <= sets.contacts for node, near in enumerate(found))
    return found


def _out_of_reach(look: Look, sets: Sets) -> bytearray:
    found = _by_origin(look, lambda back: _in_reach(look, sets, back))
    return bytearray(not near for near in found)


def _may_lose(look: Look, sets: Sets) -> bytearray:
    """From where one may come to a place out of reach of the goal, before the goal and before `until`."""
    goal, near = sets.marks[1], _in_reach(look, sets, look.ways.back)
    stop = sets.until or look.ways.nobody()
    over = bytearray(a | b for a, b in zip(goal, stop, strict=True))
    lost = [node for node in range(look.ways.count) if not near[node] and not over[node]]
    return _by_origin(look, lambda back: spread(lost, back, over))


def _may_not_follow(look: Look, sets: Sets) -> bytearray:
    """Not AX AF goal, or not in time."""
    graph, goal = look.graph, sets.marks[1][: look.ways.count]
    comes = always_comes(graph, goal)
    after = bytearray(
        bool(targets) and _on_all(graph.nodes[node].split.value, [comes[target] for target in targets])
        for node, targets in enumerate(graph.successors)
    )
    if sets.limit is not None:
        after = _in_time(look, sets, goal, comes, after)
    return bytearray(not each for each in after) + bytearray(look.ways.size - look.ways.count)


def _on_all(split: str, comes: list[int]) -> bool:
    return any(comes) if split == "all" else all(comes)


def _in_time(look: Look, sets: Sets, goal: bytearray, comes: bytearray, after: bytearray) -> bytearray:
    nodes, limit = look.journey.nodes, sets.limit
    assert limit is not None
    cost = [pace.passing(node, sets.generous) for node in nodes]
    arriving = [pace.waiting(node, sets.generous) for node in nodes]
    longest = longest_until(look.graph, goal, comes, cost, arriving)
    return bytearray(bool(after[node]) and longest[node] <= limit for node in range(len(nodes)))


FIELDS: dict[str, Field] = {
    "never": partial(_reached_before, number=None),
    "only after": partial(_reached_before, number=1),
    "passes": _before_without,
    "cannot reach": _before_without,
    "can reach": _out_of_reach,
    "is possible": _out_of_reach,
    "stays possible": _may_lose,
    "follows": _may_not_follow,
}
