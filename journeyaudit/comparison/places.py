"""Two flows -> which steps, choices and ends are the same place, also under another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from journeyaudit.comparison.facts import Views, facts_of
from journeyaudit.comparison.fields_of_flow import NODE
from journeyaudit.comparison.likeness import ALIKE, matched, name_likeness
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Node
from journeyaudit.model.names import fold
from journeyaudit.source.record import record


@record
class Places:
    """``same``: number before -> number after; ``gone`` and ``new`` are those without a partner."""

    same: Mapping[int, int]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def same_places(before: JourneyGraph, after: JourneyGraph, views: Views) -> Places:
    """By kind, name and outcome, then by kind and name; then beside a place that is the same, if the name is
    alike, all facts are the same, or there is no name."""
    named = matched(before.nodes, after.nodes, (_exact, _called))
    same = dict(named.pairs)
    search = _Neighbours(before, after, views, same, set(named.new))
    for old in (*named.gone, *reversed(named.gone)):
        if old not in same:
            search.find(old)
    taken = set(same.values())
    return Places(
        same,
        tuple(number for number in named.gone if number not in same),
        tuple(number for number in named.new if number not in taken),
    )


def _exact(node: Node) -> object:
    return (node.kind, fold(node.name or node.title), node.outcome, node.region is None)


def _called(node: Node) -> object:
    return (node.kind, fold(node.name or node.title))


_MOST_LOOKED_AT = 200
_MOST_TRIED = 12
"""Of the neighbours of a place; a choice can have thousands of ways, and nobody renames them all at once."""


class _Neighbours:
    """Looks for the partner of a place next to those whose partners are known."""

    def __init__(
        self, before: JourneyGraph, after: JourneyGraph, views: Views, same: dict[int, int], left: set[int]
    ) -> None:
        self._before, self._after, self._views = before, after, views
        self._same, self._left = same, left

    def find(self, old: int) -> None:
        node = self._before.nodes[old]
        best: tuple[float, int] | None = None
        for number in self._candidates(old):
            score = self._likeness(node, self._after.nodes[number])
            if score >= ALIKE and (best is None or score > best[0]):
                best = (score, number)
        if best is not None:
            self._same[old] = best[1]
            self._left.discard(best[1])

    def _candidates(self, old: int) -> Iterator[int]:
        around = (
            (self._before.predecessors[old], self._after.successors),
            (self._before.successors[old], self._after.predecessors),
        )
        for neighbours, beside in around:
            yield from islice(self._beside(neighbours, beside), _MOST_TRIED)

    def _beside(self, neighbours: Iterable[int], beside: Sequence[Sequence[int]]) -> Iterator[int]:
        for neighbour in islice(neighbours, _MOST_LOOKED_AT):
            if neighbour in self._same:
                near = islice(beside[self._same[neighbour]], _MOST_LOOKED_AT)
                yield from (number for number in near if number in self._left)

    def _likeness(self, one: Node, other: Node) -> float:
        if one.kind is not other.kind:
            return 0.0
        if not one.name and not other.name:
            return 1.0
        first = facts_of(one, NODE, self._views.before)
        facts = any(fact is not None for fact in first)
        same = facts and first == facts_of(other, NODE, self._views.after)
        return name_likeness(one.name, other.name) + (1 if same else 0)


def moved_places(before: JourneyGraph, after: JourneyGraph, same: Mapping[int, int]) -> tuple[int, ...]:
    """Places (their earlier numbers) that stand in another order among those that stayed.

    Which of two places that changed places has moved is a matter of taste; the fewest are told. With arrows
    the order of the lines means nothing, and an end has no place: the ways to it tell what changed.
    """
    if before.journey.wired or after.journey.wired:
        return ()
    olds = sorted(old for old in same if before.nodes[old].name and not before.nodes[old].outcome)
    staying = _longest_rising([same[old] for old in olds])
    candidates = [old for at, old in enumerate(olds) if at not in staying]
    return tuple(old for old in candidates if _stands_elsewhere(before, after, same, old))


def _stands_elsewhere(before: JourneyGraph, after: JourneyGraph, same: Mapping[int, int], old: int) -> bool:
    new = same[old]
    was = {same.get(number) for number in before.predecessors[old]}
    return was != set(after.predecessors[new]) or {
        same.get(number) for number in before.successors[old]
    } != set(after.successors[new])


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising row within different numbers."""
    from bisect import bisect_left

    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(last[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            last.append(at)
        else:
            tails[length], last[length] = number, at
    kept: set[int] = set()
    at = last[-1] if last else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


_FAR = 50
"""So many nameless places on, nobody would recognise where it is."""


def named_before(graph: JourneyGraph, number: int) -> tuple[int, ...]:
    """The nearest places with a name from which one gets to a place."""
    found: dict[int, None] = {}
    seen = {number}
    waiting = list(graph.predecessors[number])
    while waiting and len(seen) < _FAR:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        if graph.nodes[at].name:
            found[at] = None
        else:
            waiting.extend(graph.predecessors[at])
    return tuple(sorted(found))
