"""A remedy, or a correcting step -> what somebody has to be allowed to do, and whether a role is.

Condition (b) of ``docs/meaning.md``, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from journeyaudit.model.flow import Node
from journeyaudit.model.names import fold
from journeyaudit.model.people import Actor, Right
from journeyaudit.model.quantities import Money
from journeyaudit.model.trouble import Mistake, Remedy
from journeyaudit.source import Span
from journeyaudit.source.record import record
from journeyaudit.verdicts.doubt import Doubt
from journeyaudit.verdicts.verdict import Obstacle


@record
class Deed:
    """What has to be done. ``act`` None: the flow itself says that they do it (a correcting step);
    "" where a remedy does not name its act."""

    name: str
    span: Span
    by: tuple[str, ...]
    act: str | None
    value: Money | None
    of_mistake: Mistake
    limit: Money | None = None
    needs_authority: int | None = None
    approval_of: tuple[str, ...] = ()
    approval_above: Money | None = None
    self_service: bool = False


def deed_of_remedy(remedy: Remedy, mistake: Mistake) -> Deed:
    return Deed(
        name=remedy.name,
        span=remedy.header or remedy.span,
        by=remedy.by,
        act=fold(remedy.does),
        value=mistake.value,
        of_mistake=mistake,
        limit=remedy.limit,
        needs_authority=remedy.needs_authority,
        approval_of=remedy.approval_of,
        approval_above=remedy.approval_above,
        self_service=remedy.self_service,
    )


def deed_of_step(node: Node, mistake: Mistake) -> Deed:
    where = node.header or node.span
    return Deed(node.title, where, node.by, None, mistake.value, mistake, self_service=node.self_service)


@record
class Permit:
    """May they? ``obstacle`` None: yes, once all ``approvers`` (actor keys, in order) agree."""

    obstacle: Obstacle | None
    approvers: tuple[str, ...] = ()


def permit(actor: Actor, deed: Deed, actors: Mapping[str, Actor], doubt: Doubt) -> Permit:
    """The best of the rights that this role has for the deed."""
    if deed.needs_authority is not None:
        if actor.authority is None:
            if not doubt.is_taken_for_granted("authority", actor.name, actor.span):
                return Permit(Obstacle.TOO_LITTLE_AUTHORITY)
        elif actor.authority < deed.needs_authority:
            return Permit(Obstacle.TOO_LITTLE_AUTHORITY)
    rights = _rights(actor, deed, doubt)
    if not rights:
        return Permit(Obstacle.MAY_NOT)
    if actor.tools is not None and deed.act and deed.act not in map(fold, actor.tools):
        return Permit(Obstacle.TOOLS_DO_NOT)
    permits = [_permit_by(right, deed, actors, doubt) for right in rights]
    granted = sorted((one for one in permits if one.obstacle is None), key=lambda one: len(one.approvers))
    return (granted or permits)[0]


def _rights(actor: Actor, deed: Deed, doubt: Doubt) -> tuple[Right | None, ...]:
    """The rights that cover the deed; a None among them is one without limits or approvals."""
    if actor.rights is None:
        what = "step" if deed.act is None else "remedy"
        doubt.assume(f"Nothing says what {actor.name} may decide: taken from the {what} “{deed.name}”.")
        return (None,)
    if not actor.rights:
        return ()
    if deed.act is None:
        return (None,)
    if not deed.act:
        return (None,) if doubt.is_taken_for_granted("does", deed.name, deed.span) else ()
    return tuple(right for right in actor.rights if right.act == deed.act)


def _permit_by(right: Right | None, deed: Deed, actors: Mapping[str, Actor], doubt: Doubt) -> Permit:
    if _exceeds(deed, deed.limit, "up to", doubt):
        return Permit(Obstacle.OVER_THE_LIMIT)
    if right is not None and _exceeds(deed, _money(right.limit), "up to", doubt):
        return Permit(Obstacle.OVER_THE_LIMIT)
    approvers = tuple(dict.fromkeys(_approvers(right, deed, doubt)))
    if all(_may_approve(actors[key], doubt) for key in approvers if key in actors):
        return Permit(None, approvers)
    return Permit(Obstacle.NO_APPROVAL, approvers)


def _approvers(right: Right | None, deed: Deed, doubt: Doubt) -> Iterator[str]:
    if deed.approval_of and _is_above(deed, deed.approval_above, doubt):
        yield from deed.approval_of
    if right is not None and right.approval_of and _is_above(deed, _money(right.approval_above), doubt):
        yield from right.approval_of


def _is_above(deed: Deed, bound: Money | None, doubt: Doubt) -> bool:
    return bound is None or _exceeds(deed, bound, "approval above", doubt)


def _may_approve(approver: Actor, doubt: Doubt) -> bool:
    if approver.rights == ():
        return False
    if approver.human is None:
        return doubt.is_taken_for_granted("kind", approver.name, approver.span)
    return approver.human


def _money(amount: Decimal | None) -> Money | None:
    return None if amount is None else Money(amount)


def _exceeds(deed: Deed, bound: Money | None, key: str, doubt: Doubt) -> bool:
    """Is the mistake worth more than this?"""
    if bound is None:
        return False
    if bound.amount is None:
        return not doubt.is_taken_for_granted(key, deed.name, deed.span)
    if bound.amount.is_infinite():
        return False
    value = deed.value
    if value is None or value.amount is None or not _same_currency(value, bound):
        mistake = deed.of_mistake
        return not doubt.is_taken_for_granted("value", mistake.name, mistake.header or mistake.span)
    return value.amount > bound.amount


def _same_currency(one: Money, other: Money) -> bool:
    return not one.currency or not other.currency or one.currency == other.currency
