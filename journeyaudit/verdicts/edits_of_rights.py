"""Changes of what people may do: rights, budgets, holds, and machines that pass a case on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeyaudit.finding.words import listed
from journeyaudit.model.names import fold
from journeyaudit.model.people import Actor, Right
from journeyaudit.model.quantities import Duration, Money
from journeyaudit.model.trouble import Remedy, RemedyKind, Whole
from journeyaudit.verdicts.contact import HOLD
from journeyaudit.verdicts.draft import Addition, Draft, said_in
from journeyaudit.verdicts.helper import Helper, answering, first_helper
from journeyaudit.verdicts.wording import names_of_channels, point_in_words, window_in_words, written

CHANGE = {"en": "change", "de": "ändern"}
"""What a right is called that no line names yet."""
PUTS_IT_RIGHT = {"en": "{} puts it right", "de": "{} stellt es richtig"}
HANDLING = Duration(0, 5)
"""What a correction by the first human is taken to need at most, where nothing is said: 5 minutes."""


def give_the_first_human_the_right(draft: Draft) -> Draft | None:
    """Lets whoever answers first put the mistake right until the world cannot be restored any more."""
    helper = first_helper(draft.service, draft.journey, draft.mistake)
    limit = draft.last_moment
    if helper is None or limit is None:
        return None
    window = point_in_words(limit.point, draft.journey)
    back_to = draft.journey.nodes[draft.mistake.node]
    if window is None or not back_to.name:
        return None
    act = _act(draft)
    old = _offered_by(draft, helper)
    remedy = replace(
        old or _new_remedy(draft, helper),
        does=fold(act),
        window=limit,
        whole=Whole.YES,
        takes=(old.takes if old else None) or HANDLING,
        leads_to=back_to.number,
    )
    facts = [window, "makes whole: yes", f"leads to: {written(back_to.name)}"]
    if old is None or not old.does:
        facts.insert(0, f"does: {act}")
    if old is None or old.takes is None:
        facts.append("takes: at most 5 min")
    allowed, rights = _allow(draft, helper.actor, act)
    words = f"let {helper.actor.name} put it right {window_in_words(window)}"
    return allowed.with_remedy(remedy).noting(words, _lines_for(draft, helper, old, facts), *rights)


def _act(draft: Draft) -> str:
    """The act the journey already has a word for, else one of ours."""
    act = next((each.does for each in draft.mistake.remedies if _corrects(each) and each.does), "")
    spelled = (
        right.name
        for actor in draft.service.actors.values()
        for right in actor.rights or ()
        if right.act == act
    )
    return next(spelled, act) if act else said_in(draft.journey.language, CHANGE)


def _corrects(remedy: Remedy) -> bool:
    return remedy.kind is RemedyKind.CORRECTS and not remedy.appeal


def _offered_by(draft: Draft, helper: Helper) -> Remedy | None:
    """What this human already offers as a correction: that is what has to be made true."""
    key = helper.actor.key
    return next((each for each in draft.mistake.remedies if _corrects(each) and key in each.by), None)


def _new_remedy(draft: Draft, helper: Helper) -> Remedy:
    return Remedy(
        number=max((each.number for each in draft.mistake.remedies), default=-1) + 1,
        name=said_in(draft.journey.language, PUTS_IT_RIGHT).format(helper.actor.name),
        span=draft.mistake.span,
        header=draft.mistake.header,
        kind=RemedyKind.CORRECTS,
        by=(helper.actor.key,),
        on=helper.channels,
    )


def _lines_for(draft: Draft, helper: Helper, old: Remedy | None, facts: list[str]) -> Addition:
    if old is not None:
        return Addition(f"remedy {written(old.name)}", tuple(facts), replaces=tuple(_stated(old)))
    header = f"remedy {written(said_in(draft.journey.language, PUTS_IT_RIGHT).format(helper.actor.name))}"
    on = names_of_channels(helper.channels, draft.service)
    facts = ["kind: corrects", f"by: {written(helper.actor.name)}", f"on: {on}", *facts]
    replaced = ("no remedy",) if draft.mistake.no_remedy else ()
    place = f"mistake {written(draft.mistake.name)}"
    return Addition(place, (header, *(f"  {fact}" for fact in facts)), replaces=replaced)


def _stated(remedy: Remedy) -> Iterator[str]:
    """The facts of a remedy that the new ones take the place of."""
    if remedy.window is not None:
        begins = remedy.window.point.node is not None and remedy.window.point.after is None
        yield "until" if begins else "within"
    if remedy.whole is not None:
        yield "makes whole"
    if remedy.leads_to is not None:
        yield "leads to"


def let_the_machine_pass_it_on(draft: Draft) -> Draft | None:
    """Lets a machine that answers hand the case over to the human whom a remedy names."""
    actors = draft.service.actors
    for remedy in draft.mistake.remedies:
        human = next((actors[key] for key in remedy.by if actors[key].human), None)
        for channel in remedy.on if human else ():
            for machine in answering(draft.service, draft.service.channels[channel]):
                if human is not None and machine.human is False and human.key not in machine.hands_over_to:
                    return _handing_over(draft, machine, human)
    return None


def _handing_over(draft: Draft, machine: Actor, human: Actor) -> Draft:
    keys = (*machine.hands_over_to, human.key)
    edited = draft.with_actor(replace(machine, hands_over_to=keys))
    line = f"hands over to: {', '.join(written(edited.service.actors[key].name) for key in keys)}"
    replaced = ("hands over to",) if machine.hands_over_to else ()
    addition = Addition(f"actor {written(machine.name)}", (line,), replaces=replaced)
    return edited.noting(f"let {machine.name} hand over to {human.name}", addition)


def give_a_budget(draft: Draft) -> Draft | None:
    """Lets whoever puts it right do so without asking, up to what the mistake is worth."""
    value = draft.mistake.value
    if value is None or value.amount is None or not value.amount.is_finite():
        return None
    worth = f"{value.amount} {value.currency}".strip()
    edited, additions, names = draft, list[Addition](), list[str]()
    for remedy in draft.mistake.remedies:
        freed = _without_limits(remedy, value)
        if freed != remedy and remedy.kind is RemedyKind.CORRECTS:
            edited = edited.with_remedy(freed)
            additions.append(_budget_lines(remedy, freed, worth))
            names += [draft.service.actors[key].name for key in remedy.by]
    if not additions:
        return None
    words = f"let {listed(tuple(dict.fromkeys(names)))} decide up to {worth} without asking"
    return edited.noting(words, *additions)


def _without_limits(remedy: Remedy, value: Money) -> Remedy:
    limit, above = remedy.limit, remedy.approval_above
    if limit is not None and _is_less(limit, value):
        limit = value
    if remedy.approval_of and (above is None or _is_less(above, value)):
        above = value
    return replace(remedy, limit=limit, approval_above=above)


def _is_less(amount: Money, value: Money) -> bool:
    return amount.amount is not None and value.amount is not None and amount.amount < value.amount


def _budget_lines(old: Remedy, freed: Remedy, worth: str) -> Addition:
    """Exactly what was changed: a higher limit, or a higher amount above which somebody must agree."""
    lines, replaced = [], []
    if freed.limit != old.limit:
        lines.append(f"up to: {worth}")
        replaced.append("up to")
    if freed.approval_above != old.approval_above:
        lines.append(f"approval above: {worth}")
        replaced += ["approval above"] if old.approval_above else []
    return Addition(f"remedy {written(old.name)}", tuple(lines), replaces=tuple(replaced))


def let_the_first_human_hold(draft: Draft) -> Draft | None:
    """Lets whoever answers first stop the clock while others decide."""
    helper = first_helper(draft.service, draft.journey, draft.mistake)
    if helper is None or any(right.act == HOLD for right in helper.actor.rights or ()):
        return None
    if helper.actor.rights is None:
        return None  # a first stated right would turn "nothing is said" into "nothing else"
    edited, rights = _allow(draft, helper.actor, HOLD)
    return edited.noting(f"let {helper.actor.name} put the case on hold", *rights)


def _allow(draft: Draft, actor: Actor, act: str) -> tuple[Draft, tuple[Addition, ...]]:
    """Adds a right and a tool where the actor's lists leave them out."""
    lines: list[str] = []
    replaced: tuple[str, ...] = ()
    rights, tools = actor.rights, actor.tools
    if rights is not None and all(right.act != fold(act) for right in rights):
        rights = (*rights, Right(fold(act), act, actor.span))
        lines.append(f"may {act}")
        replaced = () if actor.rights else ("may nothing",)
    if tools is not None and fold(act) not in map(fold, tools):
        tools = (*tools, act)
        lines.append(f"tools: {', '.join(tools)}")
        replaced = (*replaced, "tools")
    if not lines:
        return draft, ()
    edited = draft.with_actor(replace(actor, rights=rights, tools=tools))
    return edited, (Addition(f"actor {written(actor.name)}", tuple(lines), replaces=replaced),)
