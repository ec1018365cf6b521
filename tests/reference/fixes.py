"""Turns a remedy or a correcting step into the people it takes: who may, and who is reached (4).

Everything here is apart from time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from journeyaudit.model.flow import Node, NodeKind, Outcome
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, Right
from journeyaudit.model.quantities import Money
from journeyaudit.model.trouble import Mistake, Remedy, RemedyKind, Whole
from tests.reference.reading import Reading


@dataclass(frozen=True)
class Case:
    """The way of one case: from whoever answers to the one who decides, then the approvers."""

    chain: tuple[str, ...]
    approvers: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """What has to be done, whether it stands in a remedy or in a step of the flow."""

    by: tuple[str, ...]
    does: str = ""
    needs_authority: int | None = None
    limit: Money | None = None
    approval_of: tuple[str, ...] = ()
    approval_above: Money | None = None


def task_of(thing: Remedy | Node) -> Task:
    if isinstance(thing, Node):
        return Task(thing.by)
    return Task(
        thing.by, thing.does, thing.needs_authority, thing.limit, thing.approval_of, thing.approval_above
    )


@dataclass(frozen=True)
class People:
    service: Service
    reading: Reading
    mistake: Mistake

    def actor(self, key: str) -> Actor:
        return self.service.actors[key]

    def human(self, key: str) -> bool:
        return self.reading.is_human(self.actor(key))

    def case(self, task: Task, answerer: str | None) -> Case | None:
        """Conditions (a), (b) and (c), for one who answers (None: the task's own people are reached)."""
        if not task.by:
            return Case(() if answerer is None else (answerer,), ()) if self.reading.generous else None
        for decider in self.who_may(task):
            start = (answerer,) if answerer is not None else [key for key in task.by if self.human(key)]
            chain = self.shortest_way(start, decider)
            if chain is not None:
                return Case(chain, self.approvers(task, self.actor(decider)) or ())
        return None

    # (a) and (b)

    def who_may(self, task: Task) -> Iterable[str]:
        """The human roles of ``by``, then the humans up their escalations, nearest first."""
        humans = [key for key in task.by if self.human(key)]
        for key in nearest_first(humans, lambda key: self.actor(key).escalates_to):
            if self.human(key) and self.may(self.actor(key), task):
                yield key

    def may(self, role: Actor, task: Task) -> bool:
        return (
            self.enough_authority(role, task)
            and self.has_the_right(role, task)
            and (role.tools is None or not task.does or task.does in role.tools)
            and self.within(task.limit.amount if task.limit else None, task.limit, task.limit is not None)
            and self.approvers(task, role) is not None
        )

    def enough_authority(self, role: Actor, task: Task) -> bool:
        if task.needs_authority is None:
            return True
        return self.reading.holds(None if role.authority is None else role.authority >= task.needs_authority)

    def has_the_right(self, role: Actor, task: Task) -> bool:
        if role.rights is None:
            return True
        if not role.rights:
            return False
        if not task.does:
            return self.reading.generous
        right = right_used(role, task)
        return right is not None and self.within(right.limit, None, right.limit is not None)

    def within(self, limit: Decimal | None, money: Money | None, stated: bool) -> bool:
        """The mistake's value does not exceed the limit (``money`` None: it has no currency)."""
        return not stated or self.reading.holds(negated(self.exceeds(limit, money)))

    def exceeds(self, limit: Decimal | None, money: Money | None) -> bool | None:
        value = self.mistake.value
        if limit is not None and limit.is_infinite():
            return False
        if limit is None or value is None or value.amount is None:
            return None
        if money is not None and money.currency != value.currency:
            return None
        return value.amount > limit

    # approvals

    def approvers(self, task: Task, role: Actor) -> tuple[str, ...] | None:
        """Whoever has to agree; None where somebody has to who cannot."""
        needed: list[str] = []
        if task.approval_of and self.approval_needed(
            task.approval_above.amount if task.approval_above else None, task.approval_above,
            task.approval_above is not None,
        ):  # fmt: skip
            needed += task.approval_of
        right = right_used(role, task)
        if right is not None and right.approval_of and self.approval_needed(
            right.approval_above, None, right.approval_above is not None
        ):  # fmt: skip
            needed += right.approval_of
        can = all(self.human(key) and self.actor(key).rights != () for key in needed)
        return tuple(dict.fromkeys(needed)) if can else None

    def approval_needed(self, above: Decimal | None, money: Money | None, stated: bool) -> bool:
        return not stated or not self.reading.holds(negated(self.exceeds(above, money)))

    # (c)

    def shortest_way(self, starts: Iterable[str], target: str) -> tuple[str, ...] | None:
        ways = deque((start,) for start in starts)
        seen = {way[0] for way in ways}
        while ways:
            way = ways.popleft()
            if way[-1] == target:
                return way
            actor = self.actor(way[-1])
            for key in (*actor.escalates_to, *actor.hands_over_to):
                if key not in seen:
                    seen.add(key)
                    ways.append((*way, key))
        return None


def right_used(role: Actor, task: Task) -> Right | None:
    return next((right for right in role.rights or () if task.does and right.act == task.does), None)


def negated(fact: bool | None) -> bool | None:
    return None if fact is None else not fact


def nearest_first(starts: Iterable[str], onwards: Callable[[str], Iterable[str]]) -> Iterable[str]:
    waiting = deque(starts)
    seen = set(waiting)
    while waiting:
        key = waiting.popleft()
        yield key
        for further in onwards(key):
            if further not in seen:
                seen.add(further)
                waiting.append(further)


# (k) and (e)


def corrects(remedy: Remedy, reading: Reading) -> bool:
    return remedy.appeal or reading.holds(None if remedy.kind is None else remedy.kind is RemedyKind.CORRECTS)


def restores(journey: Journey, leads_to: int | None, whole: Whole | None, reading: Reading) -> bool:
    if whole not in (None, Whole.YES):
        return False
    ends = [node.outcome is Outcome.GOOD for node in journey.nodes if node.kind is NodeKind.END]
    if leads_to is None:
        return reading.holds(True if ends and all(ends) else None if any(ends) else False)
    return any(journey.nodes[node].outcome is Outcome.GOOD for node in leading_on(journey, leads_to))


def leading_on(journey: Journey, start: int) -> set[int]:
    """All nodes reached over all moves, and from the main flow also into interrupts."""
    found, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        further = [move.target for move in journey.moves if move.source == node and move.share != 0]
        if journey.nodes[node].region is None:
            further += [i.entry for i in journey.interrupts if i.entry is not None]
        waiting += [target for target in further if target not in found]
        found.update(further)
    return found
