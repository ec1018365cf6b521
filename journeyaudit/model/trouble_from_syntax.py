"""Blocks ``mistake``, ``remedy`` and ``appeal`` -> mistakes with all that may help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeyaudit.finding import Label
from journeyaudit.model.complaints import Complaints
from journeyaudit.model.draft import Draft
from journeyaudit.model.facts import Facts
from journeyaudit.model.flow import Node
from journeyaudit.model.names import act_named
from journeyaudit.model.places import Places
from journeyaudit.model.quantities import Money
from journeyaudit.model.scope import Scope
from journeyaudit.model.trouble import Appeal, Cutoff, Mistake, Remedy, RemedyKind, Whole
from journeyaudit.source.record import record
from journeyaudit.syntax.tree import Block, Tree


@record
class Inherited:
    """What a journey says for all its mistakes that say nothing themselves."""

    value: Money | None
    soft: Cutoff | None
    hard: Cutoff | None


@record
class TroubleReader:
    """Reads the mistakes of one journey. ``numbers`` counts remedies and appeals, in source order,
    over the whole journey (by block number)."""

    tree: Tree
    draft: Draft
    places: Places
    scope: Scope
    complaints: Complaints
    nodes: Sequence[Node]
    journey: str
    numbers: dict[int, int]

    def mistakes(
        self, blocks: Sequence[Block], appeals: Sequence[Appeal], around: Inherited
    ) -> tuple[Mistake, ...]:
        at: dict[int, list[Remedy]] = {}
        for appeal in appeals:
            at.setdefault(appeal.node, []).append(appeal.remedy)
        return tuple(self._mistake(number, block, around, at) for number, block in enumerate(blocks))

    def _mistake(
        self, number: int, block: Block, around: Inherited, appeals: dict[int, list[Remedy]]
    ) -> Mistake:
        facts = Facts(block.facts)
        node = self._stands_at(block, "at", "mistake")
        place = self.nodes[node]
        children = [self.tree.blocks[child] for child in block.children]
        remedies = [self._remedy(child) for child in children if child.kind == "remedy"]
        return Mistake(
            number=number,
            name=block.name.text if block.name else "",
            span=block.span,
            header=block.header,
            node=node,
            made_by=self.scope.actors(facts.names("made by"), self.journey),
            likelihood=facts.number("likelihood"),
            how=facts.text("how"),
            noticed_by=self.scope.actors(facts.names("noticed by"), self.journey),
            noticed_at=self.places.node(facts.name("noticed at")),
            noticed_how=facts.text("noticed how"),
            noticed_after=facts.duration("noticed after"),
            value=facts.money("value") or facts.money("costs customer") or around.value,
            harm=facts.text("harm"),
            no_remedy=facts.text("no remedy"),
            soft=self.places.cutoff(facts, "accepted until") or place.soft or around.soft,
            hard=self.places.cutoff(facts, "restorable until") or place.hard or around.hard,
            remedies=(*remedies, *appeals.get(node, ())),
            escalations=self._escalations(children),
            notes=facts.texts("note"),
        )

    def _escalations(self, children: Iterable[Block]) -> tuple[str, ...]:
        keys: list[str] = []
        for child in children:
            if child.kind == "escalation":
                keys += self.scope.actors(Facts(child.facts).names("to"), self.journey)
        return tuple(dict.fromkeys(keys))

    def _stands_at(self, block: Block, key: str, what: str) -> int:
        """The node named by ``key``, else the one the block stands in; the start if there is none."""
        name = Facts(block.facts).name(key)
        if name is not None:
            named = self.places.node(name)
            return 0 if named is None else named
        inside = self.draft.node_of.get(block.parent) if block.parent is not None else None
        if inside is not None:
            return inside
        called = block.name.text if block.name else ""
        self.complaints.add(
            "missing-place",
            f"nothing says where the {what} “{called}” belongs",
            block.header,
            label=f"no `{key}` here, and it does not stand in a step",
            journey=self.journey,
            subject=called,
            advice=f"write `{key}: ` and the name of a step below it, or move it into the step",
        )
        return 0

    def _remedy(self, block: Block) -> Remedy:
        facts = Facts(block.facts)
        kind = facts.word("kind")
        return Remedy(
            number=self.numbers[block.number],
            name=block.name.text if block.name else "",
            span=block.span,
            header=block.header,
            kind=RemedyKind(kind) if kind else None,
            by=self.scope.actors(facts.names("by"), self.journey),
            on=self.scope.channels(facts.names("on"), self.journey),
            does=_act(facts),
            window=self._window(block, facts),
            limit=facts.money("up to"),
            needs_authority=facts.count("needs authority"),
            approval_of=self.scope.actors(facts.names("needs approval of"), self.journey),
            approval_above=facts.money("approval above"),
            whole=_whole(facts, "makes whole"),
            takes=facts.duration("takes"),
            effort=facts.duration("customer effort"),
            customer_cost=facts.money("costs customer"),
            cost=facts.money("cost"),
            leads_to=self.places.target(facts.name("leads to")),
            self_service="self-service" in facts,
            media_breaks=facts.texts("media break"),
            needs_data=facts.text("needs data"),
            frustration=facts.number("frustration"),
            notes=facts.texts("note"),
        )

    def _window(self, block: Block, facts: Facts) -> Cutoff | None:
        within, until = facts.fact("within"), facts.fact("until")
        if within is not None and until is not None:
            called = block.name.text if block.name else ""
            self.complaints.add(
                "repeated-fact",
                f"“{called}” says twice until when it is possible",
                max(within.span, until.span, key=lambda span: span.start),
                journey=self.journey,
                subject=called,
                labels=(Label(min(within.span, until.span, key=lambda span: span.start), "already here"),),
                advice="keep either `within` or `until`",
            )
        return self.places.cutoff(facts, "within" if within is not None else "until")

    def appeals(self, blocks: Sequence[Block]) -> tuple[Appeal, ...]:
        return tuple(
            Appeal(self._stands_at(block, "against", "appeal"), self._appeal(block)) for block in blocks
        )

    def _appeal(self, block: Block) -> Remedy:
        facts = Facts(block.facts)
        # the one who appeals stands in `by`; a remedy is done by those who decide it
        self.scope.actors(facts.names("by"), self.journey)
        return Remedy(
            number=self.numbers[block.number],
            name=block.name.text if block.name else "",
            span=block.span,
            header=block.header,
            kind=RemedyKind.CORRECTS,
            by=self.scope.actors(facts.names("decided by"), self.journey),
            on=self.scope.channels(facts.names("on"), self.journey),
            does=_act(facts),
            window=self.places.cutoff(facts, "within"),
            effort=facts.duration("customer effort"),
            customer_cost=facts.money("costs customer"),
            leads_to=self.places.target(facts.name("leads to")),
            appeal=True,
            answers_within=facts.limit("answers within"),
            independent=facts.yes_no("independent"),
            binding=_whole(facts, "binding"),
            notes=facts.texts("note"),
        )


def _act(facts: Facts) -> str:
    does = facts.name("does")
    return act_named(does.text) if does else ""


def _whole(facts: Facts, key: str) -> Whole | None:
    word = facts.word(key)
    return Whole(word) if word in ("yes", "partly", "no") else None
