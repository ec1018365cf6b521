"""People's hours and the lengths of steps -> how long it takes to leave each node of the flow.

Unknown lengths are read as short, or as long (``docs/meaning.md``, sections 2 and 3).
"""

from __future__ import annotations

from enum import Enum, auto

from journeyaudit.model.flow import Move, Node, NodeKind
from journeyaudit.model.journey import Service
from journeyaudit.model.people import ActorKind, Channel
from journeyaudit.model.quantities import INFINITE
from journeyaudit.verdicts.bounds import AT_ONCE, NEVER, Bounds, Length, elapse, labour, read, wait_until_open
from journeyaudit.verdicts.calendars import Calendar, common
from journeyaudit.verdicts.ground import Ground
from journeyaudit.verdicts.verdict import MissingFact


class Since(Enum):
    """From where in a node the time is taken."""

    ARRIVED = auto()
    BEGUN = auto()
    DONE = auto()


_LASTING = (NodeKind.STEP, NodeKind.USE)
"""Nodes whose length is unknown when nothing is said; all others take no time then."""


def is_spoken(channel: Channel) -> bool:
    """Does a report count only when somebody answers? A channel of unknown kind counts as spoken."""
    return channel.kind is None or channel.kind.spoken


class Hours:
    """When the people of a service work, as far as the text says."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def of(self, actor: str) -> Calendar:
        known = self.service.actors.get(actor)
        return known.hours if known else None

    def of_node(self, node: Node) -> Calendar:
        """The hours of all who do it, and for a customer's step those of a spoken channel."""
        calendar: Calendar = None
        for actor in node.by:
            calendar = common(calendar, self.of(actor))
        if any(self._is(actor, ActorKind.CUSTOMER) for actor in node.by):
            for key in node.on:
                channel = self.service.channels.get(key)
                if channel is not None and is_spoken(channel):
                    calendar = common(calendar, channel.hours)
        return calendar

    def silent(self, node: Node) -> frozenset[str]:
        """Those who do it and of whom nothing says when they work."""
        return frozenset(
            actor
            for actor in node.by
            if actor in self.service.actors
            and self.of(actor) is None
            and not self._is(actor, ActorKind.CUSTOMER)
            and not self._is(actor, ActorKind.SYSTEM)
        )

    def _is(self, actor: str, kind: ActorKind) -> bool:
        known = self.service.actors.get(actor)
        return known is not None and known.kind is kind


class Pace:
    """How long it takes to get from place to place, with unknown lengths read one way."""

    def __init__(self, ground: Ground, hours: Hours, short: bool) -> None:
        self.ground = ground
        self.hours = hours
        self.short = short
        self._leaving: dict[tuple[int, Since], Bounds] = {}
        self.branches: dict[int, list[Bounds]] = {}
        """Fork -> from its end to the join, for each branch; filled by ``parallel``."""
        self.blocks: dict[int, tuple[Bounds, frozenset[str]]] = {}
        """Fork -> from its end until all branches are at the join, and whose hours nobody states."""

    def begins(self, node: Node) -> Bounds:
        """From the arrival at a node until it begins."""
        waits = Length(0, 0) if node.waits is None else read(node.waits, self.short)
        return elapse(waits).then(wait_until_open(self.hours.of_node(node)))

    def lasts(self, node: Node) -> Bounds:
        """From the beginning of a node to its end."""
        if node.takes is None and node.kind is NodeKind.WAIT_FOR:
            return Bounds(0, INFINITE)
        if node.takes is None and node.kind not in _LASTING:
            return wait_until_open(self.hours.of_node(node))
        return labour(read(node.takes, self.short), self.hours.of_node(node))

    def done(self, node: Node, since: Since) -> Bounds:
        known = self._leaving.get((node.number, since))
        if known is None:
            known = AT_ONCE
            if since is not Since.DONE:
                known = self.lasts(node)
            if since is Since.ARRIVED:
                known = self.begins(node).then(known)
            self._leaving[node.number, since] = known
        return known

    def leaving(self, node: int, move: Move | None, since: Since) -> Bounds:
        """Until a node is left by a move; by none, until the join of the fork that it is is reached."""
        if move is None:
            return self.done(self.ground.nodes[node], since).then(self.blocks.get(node, (NEVER,))[0])
        if move.delay is not None and since is not Since.DONE:
            return elapse(read(move.delay, self.short))
        return self.done(self.ground.nodes[node], since)


def unknown_lengths(node: Node, ground: Ground) -> tuple[MissingFact, ...]:
    """What the text leaves out about the time a node takes."""
    missing = []
    if (node.takes is None and node.kind in _LASTING) or (node.takes is not None and not node.takes.known):
        missing.append("takes")
    if node.waits is not None and not node.waits.known:
        missing.append("waiting time")
    if any(move.delay is not None and not move.delay.known for move in ground.leaving[node.number]):
        missing.append("after")
    if ground.is_uncounted(node) or (ground.is_limited(node) and ground.has_too_many_rounds):
        missing.append("at most")
    if ground.is_fork(node) and node.number not in ground.joins:
        missing.append("a join for all branches")
    return tuple(MissingFact(key, node.title, node.header or node.span) for key in missing)
