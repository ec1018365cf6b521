"""Draft nodes and the facts of their blocks -> the nodes of a journey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from journeyaudit.model.draft import Draft, DraftInterrupt, DraftNode
from journeyaudit.model.facts import Facts
from journeyaudit.model.flow import (
    Escalation,
    Interrupt,
    MainFlow,
    MoveKind,
    Node,
    NodeKind,
    Notification,
    Owner,
)
from journeyaudit.model.names import ORGANISATION
from journeyaudit.model.people import ActorKind
from journeyaudit.model.places import Places
from journeyaudit.model.scope import Scope, is_chance
from journeyaudit.source import NOWHERE
from journeyaudit.source.record import changeable, field
from journeyaudit.syntax.tree import Block
from journeyaudit.syntax.values import Name

_OURS = (ActorKind.HUMAN, ActorKind.SYSTEM)
_NO_FACTS = Facts(())
_PLAIN: dict[str, tuple[str, Callable[[Facts, str], object]]] = {
    "waiting time": ("waits", Facts.duration),
    "criterion": ("criterion", Facts.text),
    "at most": ("times", Facts.count),
    "point of no return": ("no_return", Facts.__contains__),
    "automated decision": ("automated", Facts.__contains__),
    "invisible to customer": ("invisible", Facts.__contains__),
    "self-service": ("self_service", Facts.__contains__),
    "optional step": ("optional", Facts.__contains__),
    "context passed": ("context_passed", Facts.yes_no),
    "media break": ("media_breaks", Facts.texts),
    "customer effort": ("effort", Facts.duration),
    "costs customer": ("customer_cost", Facts.money),
    "cost": ("cost", Facts.money),
    "needs data": ("needs_data", Facts.text),
    "creates data": ("creates_data", Facts.text),
    "says": ("says", Facts.text),
    "frustration": ("frustration", Facts.number),
    "no mistake possible": ("no_mistake_possible", Facts.text),
    "note": ("notes", Facts.texts),
}
"""Facts of a node that name nothing else: the node's field, and how it is read."""
_PEOPLE = {
    "together with": "together_with",
    "human review": "human_review",
    "hands over to": "hands_over_to",
    "copies to": "copies_to",
}
_CHANNELS = {"on": "on", "feedback on": "feedback_on"}
_CUT_OFFS = {"accepted until": "soft", "restorable until": "hard"}


@changeable
class Detailer:
    """Reads what the blocks of one journey say about its places."""

    draft: Draft
    places: Places
    scope: Scope
    journey: str
    messages: dict[int, list[Block]] = field(default_factory=dict)
    """Blocks of messages and escalations by the node they belong to."""

    def nodes(self) -> tuple[Node, ...]:
        by_share = {
            way.source for way in self.draft.ways if way.kind is MoveKind.BRANCH and way.share is not None
        }
        return tuple(self._node(node, node.number in by_share) for node in self.draft.nodes)

    def _node(self, draft: DraftNode, by_share: bool) -> Node:
        block, around = draft.block, draft.around
        facts = Facts(block.facts) if block is not None else _NO_FACTS
        names = facts.names("by")
        by = self.scope.actors(names, self.journey)
        messages = self.messages.get(draft.number, ())
        return Node(
            number=draft.number,
            kind=draft.kind,
            name=draft.name,
            title=draft.title,
            span=draft.span,
            header=block.header if block is not None else NOWHERE,
            by=by,
            owner=self._owner(draft.kind, names, by, by_share),
            split=draft.split,
            merge=draft.merge,
            outcome=draft.outcome,
            match=draft.match,
            region=around.region,
            branch=around.branch,
            phases=around.phases,
            calls=self._calls(draft),
            notifications=self._notifications(messages),
            escalations=self._escalations(messages),
            takes=draft.takes or facts.duration("takes"),
            **self._said_in(facts),
        )

    def _said_in(self, facts: Facts) -> dict[str, Any]:
        """The fields for which something is written; most nodes have only a few facts."""
        said: dict[str, Any] = {}
        for key in facts:
            if key in _PLAIN:
                name, read = _PLAIN[key]
                said[name] = read(facts, key)
            elif key in _PEOPLE:
                said[_PEOPLE[key]] = self._actors(facts, key)
            elif key in _CHANNELS:
                said[_CHANNELS[key]] = self._channels(facts, key)
            elif key in _CUT_OFFS:
                said[_CUT_OFFS[key]] = self.places.cutoff(facts, key)
            elif key == "corrects":
                said["corrects"] = self._corrected(facts)
        return said

    def _actors(self, facts: Facts, key: str) -> tuple[str, ...]:
        return self.scope.actors(facts.names(key), self.journey)

    def _channels(self, facts: Facts, key: str) -> tuple[str, ...]:
        return self.scope.channels(facts.names(key), self.journey)

    def _calls(self, draft: DraftNode) -> str:
        if draft.kind is not NodeKind.USE or draft.block is None or draft.block.name is None:
            return ""
        found = self.scope.thing("journey", draft.block.name, self.journey)
        return found.key if found is not None else ""

    def _corrected(self, facts: Facts) -> tuple[int, ...]:
        names = facts.names("corrects")
        if not names:
            return ()
        numbers = (self.places.mistake(name) for name in names)
        return tuple(dict.fromkeys(number for number in numbers if number is not None))

    def _owner(
        self, kind: NodeKind, names: Sequence[Name], by: Sequence[str], by_share: bool
    ) -> Owner | None:
        """Who decides here (docs/meaning.md, section 5); None where it is not known."""
        if kind not in (NodeKind.CHOICE, NodeKind.LOOP, NodeKind.WAIT_FOR):
            return None
        if not names:
            return Owner.NATURE if by_share or kind is not NodeKind.CHOICE else None
        if any(is_chance(name) for name in names):
            return Owner.NATURE
        return self._owner_among(by)

    def _owner_among(self, by: Sequence[str]) -> Owner | None:
        if ORGANISATION in by:
            return Owner.ORGANISATION
        kinds = [self.scope.register.actors[key].kind for key in by]
        if any(kind in _OURS for kind in kinds):
            return Owner.ORGANISATION
        if any(kind is None for kind in kinds):
            return None
        if all(kind is ActorKind.CUSTOMER for kind in kinds):
            return Owner.CUSTOMER
        return Owner.NATURE

    def _notifications(self, blocks: Sequence[Block]) -> tuple[Notification, ...]:
        if not blocks:
            return ()
        return tuple(self._notification(block) for block in blocks if block.kind == "notification")

    def _notification(self, block: Block) -> Notification:
        facts = Facts(block.facts)
        return Notification(
            name=block.name.text if block.name else "",
            span=block.header,
            to=self._actors(facts, "to"),
            on=self._channels(facts, "on"),
            by=self._actors(facts, "by"),
            says=facts.text("says"),
            shows=facts.text("shows"),
            names_contact=facts.yes_no("names a contact"),
            no_mistake_possible=facts.text("no mistake possible"),
        )

    def _escalations(self, blocks: Sequence[Block]) -> tuple[Escalation, ...]:
        if not blocks:
            return ()
        return tuple(self._escalation(block) for block in blocks if block.kind == "escalation")

    def _escalation(self, block: Block) -> Escalation:
        facts = Facts(block.facts)
        return Escalation(
            name=block.name.text if block.name else "",
            span=block.header,
            to=self._actors(facts, "to"),
            on=self._channels(facts, "on"),
            within=facts.limit("within"),
            leads_to=self.places.target(facts.name("leads to")),
            context_passed=facts.yes_no("context passed"),
        )

    def interrupts(self) -> tuple[Interrupt, ...]:
        return tuple(self._interrupt(number, draft) for number, draft in enumerate(self.draft.interrupts))

    def _interrupt(self, number: int, draft: DraftInterrupt) -> Interrupt:
        facts = Facts(draft.block.facts)
        begins = self.places.target(facts.name("from"))
        until = self.places.stretch_end(facts)
        behind = draft.phase_ends
        if "from" not in facts:
            begins = draft.phase_begins
        if "until" not in facts and behind is not None and behind.arrived:
            until = behind.target
        word = facts.word("main flow")
        return Interrupt(
            number=number,
            name=draft.block.name.text if draft.block.name else "",
            span=draft.block.header,
            by=self._actors(facts, "by"),
            on=self._channels(facts, "on"),
            begins=begins,
            ends=until,
            main_flow=MainFlow(word) if word else None,
            entry=draft.entry.target if draft.entry.arrived else None,
            effort=facts.duration("customer effort"),
            customer_cost=facts.money("costs customer"),
        )
