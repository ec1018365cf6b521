"""Draft nodes and the facts of their blocks -> the nodes of a journey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from journeyaudit.model.draft import Draft, DraftInterrupt, DraftNode
from journeyaudit.model.facts import Facts, as_limit, duration_of
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
from journeyaudit.model.quantities import Duration
from journeyaudit.model.scope import Scope, is_chance
from journeyaudit.source import NOWHERE
from journeyaudit.syntax.tree import Block
from journeyaudit.syntax.values import Name

_OURS = (ActorKind.HUMAN, ActorKind.SYSTEM)
_NO_FACTS = Facts(())


@dataclass(slots=True)
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
            together_with=self._actors(facts, "together with"),
            on=self._channels(facts, "on"),
            takes=draft.takes or facts.duration("takes"),
            waits=facts.duration("waiting time"),
            owner=self._owner(draft.kind, names, by, by_share),
            criterion=facts.text("criterion"),
            split=draft.split,
            merge=draft.merge,
            outcome=draft.outcome,
            times=facts.count("at most"),
            match=draft.match,
            region=around.region,
            branch=around.branch,
            phases=around.phases,
            calls=self._calls(draft),
            no_return="point of no return" in facts,
            automated="automated decision" in facts,
            invisible="invisible to customer" in facts,
            self_service="self-service" in facts,
            optional="optional step" in facts,
            corrects=self._corrected(facts),
            human_review=self._actors(facts, "human review"),
            hands_over_to=self._actors(facts, "hands over to"),
            copies_to=self._actors(facts, "copies to"),
            context_passed=facts.yes_no("context passed"),
            media_breaks=facts.texts("media break"),
            effort=facts.duration("customer effort"),
            customer_cost=facts.money("costs customer"),
            cost=facts.money("cost"),
            needs_data=facts.text("needs data"),
            creates_data=facts.text("creates data"),
            says=facts.text("says"),
            frustration=facts.number("frustration"),
            feedback_on=self._channels(facts, "feedback on"),
            notifications=self._notifications(messages),
            escalations=self._escalations(messages),
            no_mistake_possible=facts.text("no mistake possible"),
            soft=self.places.cutoff(facts, "accepted until"),
            hard=self.places.cutoff(facts, "restorable until"),
            notes=facts.texts("note"),
        )

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
            within=_within(facts),
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


def _within(facts: Facts) -> Duration | None:
    moment = facts.moment("within")
    return as_limit(duration_of(moment.after)) if moment is not None else None
