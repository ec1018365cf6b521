"""Turns a remedy or a correcting step into the people it takes: who may, and who is reached (4).

Everything here is apart from time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from journeyaudit.model.flow import Interrupt, Node, NodeKind, Outcome
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
    in_flow: bool = False
    """A correcting step names no act: the flow itself says that they do it."""


def task_of(thing: Remedy | Node) -> Task:
    if isinstance(thing, Node):
        return Task(thing.by, in_flow=True)
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

    def cases(self, task: Task, answerer: str | None) -> list[Case]:
        """Conditions (a), (b) and (c), for one who answers (None: the task's own people are reached).

        The nearest who may and is reached decides. Where it is unknown whether they may, the generous
        reading takes the better: them, or whoever would decide if they may not."""
        if not task.by:
            return [Case(() if answerer is None else (answerer,), ())] if self.reading.generous else []
        found = []
        for decider, chain in self.nearest_first(task, answerer):
            if chain is not None and self.human(decider) and self.may(self.actor(decider), task):
                found.append(Case(chain, self.approvers(task, self.actor(decider)) or ()))
                if self.strictly.human(decider) and self.strictly.may(self.actor(decider), task):
                    break
        return found

    @property
    def strictly(self) -> People:
        return replace(self, reading=Reading(False))

    # (a) and (b)

    def nearest_first(self, task: Task, answerer: str | None) -> Iterable[tuple[str, tuple[str, ...] | None]]:
        """The human roles of ``by``, those nearer to whoever answers first, then everybody up their
        escalations; each with the way of the case to them."""
        humans = [key for key in task.by if self.human(key)]
        starts = (answerer,) if answerer is not None else humans
        ways = {key: self.shortest_way(starts, key) for key in self.service.actors}
        waiting = deque(sorted(humans, key=lambda key: len(ways[key] or self.service.actors)))
        seen = set(waiting)
        while waiting:
            key = waiting.popleft()
            yield key, ways[key]
            for further in self.actor(key).escalates_to:
                if further not in seen:
                    seen.add(further)
                    waiting.append(further)

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
        if task.in_flow:
            return True
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
        ways: deque[tuple[str, ...]] = deque((start,) for start in starts)
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
    """All nodes reached over all moves, from the main flow also into interrupts whose stretch it is,
    and back from a body that falls off its end."""
    found, waiting = {start}, [start]
    while waiting:
        node = journey.nodes[waiting.pop()]
        further = {move.target for move in journey.moves if move.source == node.number}
        over = not further and node.kind is not NodeKind.END
        for interrupt in journey.interrupts:
            if interrupt.entry is not None and node.number in stretch(journey, interrupt):
                further.add(interrupt.entry)
            if over and node.region == interrupt.number:
                further |= stretch(journey, interrupt)
        waiting += further - found
        found |= further
    return found


def stretch(journey: Journey, interrupt: Interrupt) -> set[int]:
    """The nodes of the main flow from where it begins to where it ends."""
    waiting = [0 if interrupt.begins is None else interrupt.begins]
    found: set[int] = set()
    while waiting:
        node = waiting.pop()
        if node != interrupt.ends and node not in found and journey.nodes[node].region is None:
            found.add(node)
            waiting += [move.target for move in journey.moves if move.source == node]
    return found
