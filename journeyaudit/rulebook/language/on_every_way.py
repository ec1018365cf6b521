"""Marks at places -> for every place the marks that every way from the start has passed before it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from journeyaudit.model.flow import NodeKind

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


def passed_before(look: Look, marks: Mapping[int, int]) -> Sequence[int]:
    """``marks`` by node number, as bits of a number; the answer is indexed by node number.

    Interrupts may begin anywhere in their stretch and count only from its first place on. Behind parallel
    branches all of their marks have been passed. Nothing for places that cannot be reached.
    """
    onward, back = look.ways.outward, look.ways.inward
    order = _forwards(onward)
    together = _all_branches(look)
    before: dict[int, int] = {0: 0}
    waiting, queued = deque(order[1:]), bytearray(len(onward))
    for node in waiting:
        queued[node] = 1
    while waiting:
        node = waiting.popleft()
        queued[node] = 0
        passed = [before[prior] | marks.get(prior, 0) for prior in back[node] if prior in before]
        found = reduce(or_ if node in together else and_, passed)
        if before.get(node) != found:
            before[node] = found
            for after in onward[node]:
                if after and not queued[after]:
                    queued[after] = 1
                    waiting.append(after)
    return [before.get(node, 0) for node in range(len(look.journey.nodes))]


def _all_branches(look: Look) -> frozenset[int]:
    """Places where parallel branches come together, so that all of them were gone through."""
    nodes = look.journey.nodes
    return frozenset(each.number for each in nodes if each.kind is NodeKind.JOIN and each.match is not None)


def _forwards(onward: Sequence[Sequence[int]]) -> list[int]:
    """Places from the start on, each behind those that lead to it unless they lie on a circle."""
    seen = bytearray(len(onward))
    seen[0] = 1
    done: list[int] = []
    stack = [(0, iter(onward[0]))]
    while stack:
        node, ahead = stack[-1]
        following = next((each for each in ahead if not seen[each]), None)
        if following is None:
            done.append(node)
            stack.pop()
        else:
            seen[following] = 1
            stack.append((following, iter(onward[following])))
    return done[::-1]
