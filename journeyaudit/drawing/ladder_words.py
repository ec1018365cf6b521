"""Roles and mistakes -> the words on the cards of the authority ladder."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.drawing.authority import Climb
from journeyaudit.drawing.boxes import broken
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.wording import VERDICT_WORDS, actor_names, hours_in_words, in_words, money_in_words
from journeyaudit.model.journey import Service
from journeyaudit.model.people import Actor, Right
from journeyaudit.model.quantities import Money
from journeyaudit.verdicts.verdict import Judgement

_WIDTH = 278.0


def facts_of(service: Service, actor: Actor) -> tuple[Line, ...]:
    """Department, rights with their limits, budgets, how fast and when; as far as it is said."""
    return tuple(_facts(service, actor))


def verdict_line(climb: Climb) -> Iterator[Line]:
    """What is at stake, the verdict, and the decision rank, below the name of a mistake."""
    mistake, figures = climb.verdict.mistake, climb.verdict.figures
    if mistake.value is not None:
        yield from broken(f"at stake: {money_in_words(mistake.value)}", Type.SMALL, 108)
    good = climb.verdict.judgement is Judgement.GUARANTEED
    words = VERDICT_WORDS[climb.verdict.judgement]
    yield from broken(words, Type.RELIEF if good else Type.WARNING, 112)
    if figures.decision_rank is not None:
        yield Line(f"decision rank {figures.decision_rank}")


def _facts(service: Service, actor: Actor) -> Iterator[Line]:
    if actor.human is None:
        yield Line("nothing says whether this is a human", Type.WARNING)
    elif not actor.human and actor.kind is not None:
        yield Line(f"{actor.kind.value}: does not decide", Type.WARNING)
    if actor.department:
        yield from broken(actor.department, Type.SMALL, _WIDTH, most=2)
    yield from _rights(service, actor)
    for money in actor.goodwill:
        yield from broken(f"goodwill: {money_in_words(money)}", Type.RELIEF, _WIDTH)
    times = [f"decides {_fast(actor)}"] if actor.decides_within is not None else []
    times += [f"open {hours_in_words(actor.hours)}"] if actor.hours is not None else []
    if times:
        yield from broken("; ".join(times), Type.SMALL, _WIDTH, most=3)


def _fast(actor: Actor) -> str:
    words = "" if actor.decides_within is None else in_words(actor.decides_within)
    return words if words in ("at once", "never") else f"within {words.removeprefix('up to ')}"


def _rights(service: Service, actor: Actor) -> Iterator[Line]:
    if actor.rights == ():
        yield Line("may nothing", Type.WARNING)
    free = [right.name for right in actor.rights or () if _is_free(right)]
    if free:
        yield from broken(f"may {', '.join(free)}", Type.STRONG, _WIDTH, most=4)
    for right in actor.rights or ():
        if not _is_free(right):
            yield from broken(f"may {right.name}{_limits(service, right)}", Type.STRONG, _WIDTH, most=4)
    if actor.tools is not None:
        locked = [right.name for right in actor.rights or () if right.name not in actor.tools]
        if locked:
            yield from broken(f"the software does not let them: {', '.join(locked)}", Type.WARNING, _WIDTH)


def _is_free(right: Right) -> bool:
    return right.limit is None and not right.approval_of and not right.only_if


def _limits(service: Service, right: Right) -> str:
    said = f" up to {money_in_words(Money(right.limit, right.currency))}" if right.limit is not None else ""
    if right.approval_of:
        above = right.approval_above
        from_ = f" above {money_in_words(Money(above, right.currency))}" if above is not None else ""
        said += f", asks {actor_names(service, right.approval_of)}{from_}"
    return f"{said}, only if {right.only_if}" if right.only_if else said
