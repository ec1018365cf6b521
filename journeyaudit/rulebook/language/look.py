"""A case -> its things by kind, each found once, and whatever rules share while they look at it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from functools import cached_property
from typing import Any

from journeyaudit.finding import Label
from journeyaudit.model.flow import Node
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.help import nodes_with_help, people_behind
from journeyaudit.rulebook.language.collect import COLLECT, is_a_place
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.ways import Ways, ways_of
from journeyaudit.verdicts.helper import answering
from journeyaudit.verdicts.verdict import UNREAD, Verdict


class Look:
    """One journey as the rules see it; made once and handed to all of them."""

    def __init__(self, case: Case, today: date | None = None) -> None:
        self.case = case
        self.service, self.journey, self.graph = case.service, case.journey, case.graph
        self._today = today
        self.dated = False
        """Did anybody ask which day it is?"""
        self._by_kind: dict[str, Listed] = {}
        self._people: dict[str, Thing] = {}
        self._places: dict[int, Thing] = {}
        self.kept: dict[Hashable, Any] = {}
        """What was worked out once for this journey, such as sets of places."""

    @property
    def today(self) -> date:
        """The day that counts as today."""
        self.dated = True
        return self._today or date.today()

    def things(self, kind: str) -> Listed:
        """All things of a kind in this journey; open where lines could not be read."""
        if kind not in self._by_kind:
            found = tuple(COLLECT[kind](self))
            missing = (self.whole.lacks(UNREAD),) if self.journey.broken else ()
            self._by_kind[kind] = Listed(found, missing)
        return self._by_kind[kind]

    def is_a(self, kind: str, thing: Thing) -> bool:
        """Is a thing that goes by a wider word, such as a place, one of this kind?"""
        name = ("records", kind)
        if name not in self.kept:
            self.kept[name] = frozenset(id(each.it) for each in self.things(kind).things)
        return id(thing.it) in self.kept[name]

    @cached_property
    def whole(self) -> Thing:
        """The journey itself."""
        return Thing("journey", self.journey, self.journey.name, self.journey.header, node=0)

    @cached_property
    def verdicts(self) -> dict[int, Verdict]:
        """By the number of the mistake."""
        return {verdict.mistake.number: verdict for verdict in self.case.verdicts}

    @cached_property
    def ways(self) -> Ways:
        """The flow with its interrupts, for sentences about paths."""
        return ways_of(self.graph)

    @cached_property
    def helping(self) -> bytearray:
        """1 for every node at which somebody who may be human is at hand."""
        return nodes_with_help(self.case)

    # ---- places ----

    def place(self, number: int) -> Thing:
        """A node as a thing; one that nobody wrote goes by the last written one before it."""
        if number not in self._places:
            node, named = self.journey.nodes[number], self.nearest_named(number)
            self._places[number] = Thing("place", node, named.title, self.case.place_of(named), node=number)
        return self._places[number]

    def places(self, numbers: tuple[int, ...] | list[int]) -> tuple[Thing, ...]:
        """Nodes as things, without those that nobody wrote."""
        return tuple(self.place(number) for number in numbers if is_a_place(self.journey.nodes[number]))

    @cached_property
    def signs(self) -> tuple[Label | None, ...]:
        """A line of a trail for every node that somebody wrote."""
        nodes = self.journey.nodes
        return tuple(Label(self.case.place_of(node), node.title) if node.name else None for node in nodes)

    def way(self, numbers: Iterable[int]) -> tuple[Label, ...]:
        """The places of a trail that somebody wrote."""
        return tuple(sign for number in numbers if (sign := self.signs[number]))

    def nearest_named(self, number: int) -> Node:
        """The node itself, or for one that nobody wrote the last written one before it."""
        for at in range(number, -1, -1):
            node = self.journey.nodes[at]
            if node.name or node.header:
                return node
        return self.journey.nodes[number]

    # ---- people and channels ----

    def actor(self, key: str) -> Thing:
        """A person or system by key; one that is named and described nowhere has no facts."""
        if key not in self._people:
            known = self.service.actors.get(key)
            span = known.span if known else self.journey.header
            self._people[key] = Thing("actor", known or key, known.name if known else key, span)
        return self._people[key]

    def channel(self, key: str) -> Thing:
        """A channel by key."""
        known = self.service.channels.get(key)
        span = known.span if known else self.journey.header
        return Thing("channel", known or key, known.name if known else key, span)

    def actors(self, keys: tuple[str, ...]) -> tuple[Thing, ...]:
        """People in the order of their names in the text."""
        return tuple(self.actor(key) for key in keys)

    def channels(self, keys: tuple[str, ...]) -> tuple[Thing, ...]:
        """Channels in the order of their names in the text."""
        return tuple(self.channel(key) for key in keys)

    @cached_property
    def channel_keys(self) -> tuple[str, ...]:
        """Channels that the journey uses."""
        journey = self.journey
        remedies = [remedy for mistake in journey.mistakes for remedy in mistake.remedies]
        owners: list[Any] = [*journey.nodes, *journey.interrupts, *remedies]
        owners += [appeal.remedy for appeal in journey.appeals]
        for node in journey.nodes:
            owners += [*node.notifications, *node.escalations]
        owners += journey.feedback_points
        named = [key for owner in owners for key in owner.on]
        named += [key for node in journey.nodes for key in node.feedback_on]
        return tuple(dict.fromkeys([*named, *journey.feedback_on]))

    @cached_property
    def actor_keys(self) -> tuple[str, ...]:
        """Everybody whom the journey names, or whom one gets on a channel that it uses."""
        journey = self.journey
        named: list[str] = [journey.customer] if journey.customer else []
        for node in journey.nodes:
            named += [*node.by, *node.together_with, *node.human_review, *node.hands_over_to]
            named += [key for each in node.escalations for key in each.to]
            named += [key for each in node.notifications for key in (*each.by, *each.to)]
        for mistake in journey.mistakes:
            named += [*mistake.made_by, *mistake.noticed_by]
            named += [key for remedy in mistake.remedies for key in (*remedy.by, *remedy.approval_of)]
        named += [key for appeal in journey.appeals for key in appeal.remedy.by]
        named += [key for interrupt in journey.interrupts for key in interrupt.by]
        named += [key for point in journey.feedback_points for key in point.decided_by]
        behind = people_behind(self.case, self.channel_keys)
        named += [key for key in self.service.actors if key in behind]
        return tuple(key for key in dict.fromkeys(named) if key in self.service.actors)

    def answerers(self, channel: Thing) -> tuple[Thing, ...]:
        """Who is at the other end of a channel, as far as the text says."""
        if isinstance(channel.it, str):
            return ()
        return tuple(self.actor(actor.key) for actor in answering(self.service, channel.it))

    @cached_property
    def at_hand(self) -> tuple[str, ...]:
        """Everybody whom the journey leads the customer to."""
        journey = self.journey
        remedies = [remedy for mistake in journey.mistakes for remedy in mistake.remedies]
        remedies += [appeal.remedy for appeal in journey.appeals]
        named: list[str] = []
        for node in journey.nodes:
            named += [*node.by, *node.together_with, *node.human_review, *node.hands_over_to]
            named += [key for each in node.escalations for key in each.to]
        named += [key for remedy in remedies for key in remedy.by]
        owners: list[Any] = [*journey.nodes, *journey.interrupts, *remedies]
        behind = people_behind(self.case, [key for owner in owners for key in owner.on])
        named += [key for key in self.service.actors if key in behind]
        return tuple(key for key in dict.fromkeys(named) if key != journey.customer)

    @cached_property
    def _answered(self) -> dict[str, tuple[str, ...]]:
        """Actor key -> channels of the journey that they answer."""
        found: dict[str, list[str]] = {}
        for key in self.channel_keys:
            channel = self.service.channels.get(key)
            for actor in answering(self.service, channel) if channel else ():
                found.setdefault(actor.key, []).append(key)
        return {actor: tuple(keys) for actor, keys in found.items()}

    def reached_on(self, person: Thing) -> tuple[str, ...]:
        """The keys of the channels on which one gets somebody."""
        if isinstance(person.it, str):
            return ()
        return tuple(dict.fromkeys((*person.it.reachable_on, *self._answered.get(person.it.key, ()))))
