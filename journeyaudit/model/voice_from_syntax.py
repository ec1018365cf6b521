"""Blocks ``ignore``, ``story``, ``practice`` and ``feedback point`` -> their records."""

from __future__ import annotations

from journeyaudit.model.draft import Draft
from journeyaudit.model.facts import Facts
from journeyaudit.model.people_from_syntax import hours_behind
from journeyaudit.model.places import Places
from journeyaudit.model.scope import Scope
from journeyaudit.model.trouble import Ignore
from journeyaudit.model.voice import FeedbackPoint, Practice, StoryCase
from journeyaudit.source import NOWHERE
from journeyaudit.syntax.tree import Block, Tree


def ignore_of(block: Block, tree: Tree) -> Ignore:
    """``subject`` is the name of what the ``ignore`` stands in."""
    facts = Facts(block.facts)
    around = tree.blocks[block.parent] if block.parent is not None else None
    return Ignore(
        rule=block.name.text if block.name else "",
        span=block.header,
        subject=around.name.text if around is not None and around.name else "",
        reason=facts.text("reason"),
        owner=facts.text("owner"),
        expires=facts.date("expires"),
        block=around.span if around is not None else NOWHERE,
        whole_journey=around is not None and around.kind == "journey",
    )


def story_of(block: Block, places: Places, scope: Scope) -> StoryCase:
    facts = Facts(block.facts)
    return StoryCase(
        name=block.name.text if block.name else "",
        span=block.header,
        mistake=places.mistake(facts.name("mistake")),
        happens_at=hours_behind(facts, "happens at", scope),
        must_be=facts.word("must be"),
        within=places.point(facts.moment("within")),
        contacts_at_most=facts.count("contacts at most"),
        costs_at_most=facts.money("costs at most"),
        sources=facts.texts("source"),
        notes=facts.texts("note"),
    )


def practice_of(block: Block, places: Places) -> Practice:
    facts = Facts(block.facts)
    return Practice(
        name=block.name.text if block.name else "",
        span=block.header,
        at=places.target(facts.name("at")),
        conditions=facts.texts("conditions"),
        also_helped=facts.texts("also helped"),
        fits=facts.texts("fits"),
        hindered=facts.texts("hindered so far"),
        owner=facts.text("owner"),
        reviewed=facts.date("reviewed"),
        next_review=facts.date("next review"),
        sources=facts.texts("source"),
    )


def feedback_point_of(block: Block, draft: Draft, scope: Scope, journey: str) -> FeedbackPoint:
    facts = Facts(block.facts)
    return FeedbackPoint(
        name=block.name.text if block.name else "",
        span=block.header,
        node=draft.node_of.get(block.parent) if block.parent is not None else None,
        on=scope.channels(facts.names("on"), journey),
        decided_by=scope.actors(facts.names("decided by"), journey),
        owner=facts.text("owner"),
        answers_within=facts.limit("answers within"),
        heard_back_within=facts.limit("heard back within"),
        changes=facts.text("changes"),
    )
