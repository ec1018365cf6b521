"""Nodes and moves -> columns from left to right, and the threads that run straight through them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TypeAlias

from journeyaudit.model.journey import Journey

Arrow: TypeAlias = tuple[int, int, int]
"""From, to, and the number of columns that lie between them at least."""


@dataclass(frozen=True, slots=True)
class Order:
    """Where everything stands in time. Interrupt ``k`` counts as node ``len(journey.nodes) + k``.

    ``column`` is the length of the longest way to a node, ``before`` its forward neighbours to the
    left, ``thread`` the line of steps it belongs to (thread 0 is the main one), ``sequence`` all
    nodes in an order in which nobody stands before who leads to them.
    """

    column: tuple[int, ...]
    thread: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]
    sequence: tuple[int, ...]


def order(journey: Journey) -> Order:
    """Layers by longest path; arrows that lead back are left out. Linear, never recursive."""
    count = len(journey.nodes) + len(journey.interrupts)
    arrows = _without_loops(_arrows(journey), count)
    after: list[list[Arrow]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    for arrow in arrows:
        after[arrow[0]].append(arrow)
        before[arrow[1]].append(arrow[0])
    sequence = _topological(after, before)
    column = [1] * count
    column[0] = 0
    for number in sequence:
        for _, target, gap in after[number]:
            column[target] = max(column[target], column[number] + gap)
    thread = _threads(sequence, after, before)
    return Order(tuple(column), thread, tuple(map(tuple, before)), sequence)


def _arrows(journey: Journey) -> list[Arrow]:
    """Moves that say what comes later; the way from an interrupt back into the main flow does not."""
    nodes = journey.nodes
    arrows = [
        (move.source, move.target, 1)
        for move in journey.moves
        if nodes[move.source].region in (None, nodes[move.target].region)
    ]
    for number, interrupt in enumerate(journey.interrupts, len(nodes)):
        begins = 0 if interrupt.begins is None else interrupt.begins
        arrows.append((begins, number, 1 if begins == 0 else 0))
        if interrupt.entry is not None:
            arrows.append((number, interrupt.entry, 1))
    return arrows


def _without_loops(arrows: list[Arrow], count: int) -> list[Arrow]:
    """Leaves out every arrow that leads back to where a depth-first walk is just coming from."""
    after: list[list[Arrow]] = [[] for _ in range(count)]
    for arrow in arrows:
        after[arrow[0]].append(arrow)
    unseen, open_, done = 0, 1, 2
    state, kept = [unseen] * count, set[Arrow]()
    for root in range(count):
        stack = [(root, iter(after[root]))] if state[root] == unseen else []
        state[root] = open_ if stack else state[root]
        while stack:
            onward = next(stack[-1][1], None)
            if onward is None:
                state[stack.pop()[0]] = done
            elif state[onward[1]] != open_:
                kept.add(onward)
                if state[onward[1]] == unseen:
                    state[onward[1]] = open_
                    stack.append((onward[1], iter(after[onward[1]])))
    return [arrow for arrow in dict.fromkeys(arrows) if arrow in kept]


def _topological(after: list[list[Arrow]], before: list[list[int]]) -> tuple[int, ...]:
    waiting = [len(sources) for sources in before]
    ready = deque(number for number, left in enumerate(waiting) if not left)
    sequence = []
    while ready:
        number = ready.popleft()
        sequence.append(number)
        for _, target, _ in after[number]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return tuple(sequence)


def _threads(sequence: tuple[int, ...], after: list[list[Arrow]], before: list[list[int]]) -> tuple[int, ...]:
    """Each node hands its thread to the one behind it from which the way is longest."""
    reach = [0] * len(before)
    for number in reversed(sequence):
        reach[number] = max((reach[target] + gap for _, target, gap in after[number]), default=0)
    heir = [max((t for _, t, gap in row if gap), key=lambda t: reach[t], default=-1) for row in after]
    thread, fresh = [0] * len(before), 0
    for number in sequence:
        handed = [thread[earlier] for earlier in before[number] if heir[earlier] == number]
        if handed:
            thread[number] = min(handed)
        else:
            thread[number], fresh = fresh, fresh + 1
    return tuple(thread)
