"""Blocks ``actor``, ``channel`` and ``hours`` -> people and channels, names resolved."""

from __future__ import annotations

from decimal import Decimal

from journeyaudit.model.facts import Facts, as_limit, weekly, without
from journeyaudit.model.names import act_named, fold
from journeyaudit.model.people import Actor, ActorKind, Channel, ChannelKind, Right
from journeyaudit.model.quantities import ALWAYS, Money, WeeklyHours
from journeyaudit.model.scope import Declared, Scope
from journeyaudit.syntax.schema import NOTHING
from journeyaudit.syntax.tree import Block, Tree
from journeyaudit.syntax.values import Hours

_NOTHING = frozenset(fold(word) for english, german in NOTHING.items() for word in (english, *german))


def actor_of(declared: Declared, tree: Tree, scope: Scope) -> Actor:
    block = declared.block
    facts = Facts(block.facts)
    return Actor(
        key=declared.key,
        name=block.name.text if block.name else declared.key,
        span=block.header,
        kind=ActorKind(facts.word("kind")) if facts.word("kind") else None,
        department=facts.text("department"),
        authority=facts.count("authority"),
        rights=_rights(block, tree, scope),
        tools=_acts(facts, "tools"),
        goodwill=facts.monies("goodwill"),
        decides_within=as_limit(facts.duration("decides within")),
        hours=opening_hours(facts, scope),
        reachable_on=scope.channels(facts.names("reachable on")),
        escalates_to=scope.actors(facts.names("escalates to")),
        hands_over_to=scope.actors(facts.names("hands over to")),
        deputy=scope.actors(facts.names("deputy")),
        context_passed=facts.yes_no("context passed"),
        contact=facts.text("contact"),
        notes=facts.texts("note"),
    )


def channel_of(declared: Declared, scope: Scope) -> Channel:
    block = declared.block
    facts = Facts(block.facts)
    return Channel(
        key=declared.key,
        name=block.name.text if block.name else declared.key,
        span=block.header,
        kind=ChannelKind(facts.word("kind")) if facts.word("kind") else None,
        run_by=facts.text("run by"),
        answered_by=scope.actors(facts.names("answered by")),
        hours=opening_hours(facts, scope),
        answers_within=facts.limit("answers within"),
        cost=facts.money("costs customer"),
        can_reply=facts.yes_no("customer can reply"),
        menu_steps=facts.count("menu steps"),
        login_needed=facts.yes_no("login needed"),
        contact=facts.text("contact"),
        notes=facts.texts("note"),
    )


def _acts(facts: Facts, key: str) -> tuple[str, ...] | None:
    if facts.value(key) is None:
        return None
    acts = (act_named(name.text) for name in facts.names(key))
    return tuple(act for act in acts if act not in _NOTHING)


def _rights(block: Block, tree: Tree, scope: Scope) -> tuple[Right, ...] | None:
    """None where nothing is said about rights; none at all for ``may nothing``."""
    lines = [tree.blocks[number] for number in block.children if tree.blocks[number].kind == "may"]
    if not any(line.rights for line in lines):
        return None
    return tuple(right for line in lines for right in _rights_of(line, scope))


def _rights_of(line: Block, scope: Scope) -> list[Right]:
    facts = Facts(line.facts)
    limit, above = facts.money("up to"), facts.money("approval above")
    stated = limit or above
    return [
        Right(
            act=act_named(name.text),
            name=name.text,
            span=line.header,
            limit=_figure(limit),
            currency=stated.currency if stated else "",
            approval_of=scope.actors(facts.names("needs approval of")),
            approval_above=_figure(above),
            only_if=facts.text("only if"),
        )
        for name in line.rights
        if fold(name.text) not in _NOTHING
    ]


def _figure(money: Money | None) -> Decimal | None:
    if money is None or money.amount is None or money.amount.is_infinite():
        return None
    return money.amount


def opening_hours(facts: Facts, scope: Scope) -> WeeklyHours | None:
    """The stated hours less the closed ones; None where nothing (or ``unknown``) is said."""
    opened = hours_behind(facts, "open", scope)
    closed = hours_behind(facts, "closed", scope)
    if opened is None and closed is not None and facts.value("open") is None:
        opened = ALWAYS
    if opened is None or closed is None:
        return opened
    return without(opened, closed)


def hours_behind(facts: Facts, key: str, scope: Scope) -> WeeklyHours | None:
    """The hours behind a key; a name is followed through ``hours`` blocks, never in a circle."""
    seen: set[str] = set()
    hours: Hours | None = facts.hours(key)
    closed: list[WeeklyHours] = []
    while hours is not None and hours.named is not None and fold(hours.named.text) not in seen:
        seen.add(fold(hours.named.text))
        block = scope.thing("hours", hours.named)
        inner = Facts(block.block.facts) if block is not None else Facts(())
        hours = inner.hours("open")
        out = inner.hours("closed")
        if out is not None and out.spans is not None:
            closed.append(weekly(out.spans))
    if hours is None or hours.spans is None:
        return None
    found = weekly(hours.spans)
    for spans in closed:
        found = without(found, spans)
    return found
