"""The changes an organisation could make, each as a function from a draft to an edited draft.

They stand in the order in which they are applied; what they cost is said in ``repair``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeyaudit.model.flow import Interrupt, MainFlow, Move, MoveKind, Node, NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.names import fold
from journeyaudit.model.people import Actor, Right
from journeyaudit.model.quantities import AT_ONCE, Duration, Minutes, Money
from journeyaudit.model.trouble import Cutoff, Remedy, RemedyKind, Whole
from journeyaudit.verdicts.draft import Addition, Draft, Edit
from journeyaudit.verdicts.helper import Helper, answering, first_helper
from journeyaudit.verdicts.wording import minutes_in_words, names_of_channels, point_in_words, written

CHANGE = {"en": "change", "de": "ändern"}
"""What a right is called that no line names yet."""
PUTS_IT_RIGHT = {"en": "{} puts it right", "de": "{} stellt es richtig"}
STOPS_THE_CLOCK = {"en": "A report stops the clock", "de": "Eine Meldung hält die Uhr an"}
HOLD = "hold"
HANDLING = Duration(0, 5)
"""What a correction by the first human is taken to need at most, where nothing is said: 5 minutes."""


def give_the_first_human_the_right(draft: Draft) -> Draft | None:
    """Lets whoever answers first put the mistake right until the world cannot be restored any more."""
    helper = first_helper(draft.service, draft.journey, draft.mistake)
    limit = _last_moment(draft)
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
    words = f"let {helper.actor.name} put it right {_until(window)}"
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
    return next(spelled, act) if act else _said(CHANGE, draft)


def _said(words: dict[str, str], draft: Draft) -> str:
    return words.get(draft.journey.language, words["en"])


def _corrects(remedy: Remedy) -> bool:
    return remedy.kind is RemedyKind.CORRECTS and not remedy.appeal


def _offered_by(draft: Draft, helper: Helper) -> Remedy | None:
    """What this human already offers as a correction: that is what has to be made true."""
    key = helper.actor.key
    return next((each for each in draft.mistake.remedies if _corrects(each) and key in each.by), None)


def _new_remedy(draft: Draft, helper: Helper) -> Remedy:
    return Remedy(
        number=max((each.number for each in draft.mistake.remedies), default=-1) + 1,
        name=_said(PUTS_IT_RIGHT, draft).format(helper.actor.name),
        span=draft.mistake.span,
        header=draft.mistake.header,
        kind=RemedyKind.CORRECTS,
        by=(helper.actor.key,),
        on=helper.channels,
    )


def _lines_for(draft: Draft, helper: Helper, old: Remedy | None, facts: list[str]) -> Addition:
    if old is not None:
        return Addition(f"remedy {written(old.name)}", tuple(facts), replaces=tuple(_stated(old)))
    header = f"remedy {written(_said(PUTS_IT_RIGHT, draft).format(helper.actor.name))}"
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


def _until(window: str) -> str:
    kind, _, moment = window.partition(": ")
    if moment == "no limit":
        return "at any time"
    moment = moment.strip('"„“')
    return f"{kind} „{moment}“" + (" begins" if kind == "until" else "")


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


def make_the_message_answerable(draft: Draft) -> Draft | None:
    """Lets the customer answer the message in which the mistake is noticed."""
    helper = first_helper(draft.service, draft.journey, draft.mistake)
    deaf = _deaf_channel(draft)
    if helper is None or deaf is None:
        return None
    mended = [
        replace(remedy, on=(*remedy.on, deaf))
        for remedy in draft.mistake.remedies
        if remedy.kind is RemedyKind.CORRECTS and helper.actor.key in remedy.by
    ]
    if not mended:
        return None
    channel = replace(draft.service.channels[deaf], answered_by=(helper.actor.key,), can_reply=True)
    lines = (f"answered by: {written(helper.actor.name)}", "customer can reply: yes")
    answered = ("answered by",) if draft.service.channels[deaf].answered_by else ()
    replaced = (*answered, "customer can reply")
    edited = draft.with_channel(channel)
    # the last one is the remedy that an edit before this one may have added: the one that works
    edited = edited.with_remedy(mended[-1]).listing_channels(mended[-1])
    words = f"let customers reply to what they get on {channel.name}"
    return edited.noting(words, Addition(f"channel {written(channel.name)}", lines, replaces=replaced))


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
            lines = _budget_lines(freed)
            replaced = ("up to", "approval above", "needs approval of")
            additions.append(Addition(f"remedy {written(remedy.name)}", lines, replaces=replaced))
            names += [draft.service.actors[key].name for key in remedy.by]
    if not additions:
        return None
    return edited.noting(f"let {_listed(names)} decide up to {worth} without asking", *additions)


def let_the_first_human_hold(draft: Draft) -> Draft | None:
    """Lets whoever answers first stop the clock while others decide."""
    helper = first_helper(draft.service, draft.journey, draft.mistake)
    if helper is None or any(right.act == HOLD for right in helper.actor.rights or ()):
        return None
    if helper.actor.rights is None:
        return None  # a first stated right would turn "nothing is said" into "nothing else"
    edited, rights = _allow(draft, helper.actor, HOLD)
    return edited.noting(f"let {helper.actor.name} put the case on hold", *rights)


def accept_until_it_cannot_be_undone(draft: Draft) -> Draft | None:
    """Moves the soft cut-off, and windows that end before it, to the hard one."""
    hard, soft = draft.mistake.hard, draft.mistake.soft
    if hard is None or soft is None or soft.point == hard.point:
        return None
    window = point_in_words(hard.point, draft.journey)
    if window is None:
        return None
    moved = draft.with_mistake(replace(draft.mistake, soft=hard))
    at = window.partition(": ")[2]
    line = Addition(
        f"mistake {written(draft.mistake.name)}", (f"accepted until: {at}",), replaces=("accepted until",)
    )
    return moved.noting(f"accept corrections until „{at}“", line)


def let_the_report_decide(draft: Draft) -> Draft | None:
    """Lets the moment of the report count, not the moment somebody reads it: the rest waits."""
    channels = _channels_of_corrections(draft)
    first = draft.journey.nodes[draft.mistake.node]
    limit = _last_moment(draft)
    last = None if limit is None or limit.point.node is None else draft.journey.nodes[limit.point.node]
    if not channels or not first.name or (last is not None and (limit is None or not last.name)):
        return None
    until = None if last is None or (limit and limit.point.after is not None) else last
    customer = draft.journey.customer
    interrupt = Interrupt(
        number=len(draft.journey.interrupts),
        name=_said(STOPS_THE_CLOCK, draft),
        span=draft.mistake.span,
        by=(customer,) if customer else (),
        on=channels,
        begins=first.number,
        ends=until.number if until else None,
        main_flow=MainFlow.PAUSES,
    )
    journey = replace(draft.journey, interrupts=(*draft.journey.interrupts, interrupt))
    names = names_of_channels(channels, draft.service)
    lines = [f"interrupt {interrupt.name}", f"  from: {written(first.name)}"]
    lines += [f"  until: {written(until.name)}"] if until else []
    lines += (
        [f"  by: {written(draft.service.actors[customer].name)}"] if customer in draft.service.actors else []
    )
    lines += [f"  on: {names}", "  main flow: pauses"]
    edited = replace(draft, journey=journey)
    words = f"let the moment of the report count, so that everything else waits (on {names})"
    return edited.noting(words, Addition(f"journey {written(journey.name)}", tuple(lines)))


def undo_window(minutes: Minutes) -> Edit:
    """Lets some time pass before the soft cut-off (the hard one, if there is no soft one)."""

    def edit(draft: Draft) -> Draft | None:
        cutoff = draft.mistake.soft or draft.mistake.hard
        if cutoff is None or cutoff.point.node is None or cutoff.point.after is not None:
            return None
        target = draft.journey.nodes[cutoff.point.node]
        if not target.name or target.kind is NodeKind.START:
            return None
        span = minutes_in_words(minutes)
        edited = replace(draft, journey=_with_wait(draft.journey, target, minutes), rewired=True)
        line = Addition(f"{target.kind} {written(target.name)}", (f"wait {span}",), before=True)
        return edited.noting(f"wait {span} before „{target.name}“", line)

    return edit


def _last_moment(draft: Draft) -> Cutoff | None:
    return draft.mistake.hard or draft.mistake.soft


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


def _deaf_channel(draft: Draft) -> str | None:
    """The first channel of a message to the customer that nobody answers."""
    for node in draft.journey.nodes:
        for notification in node.notifications:
            for key in notification.on:
                channel = draft.service.channels.get(key)
                if channel is not None and channel.can_reply is False:
                    return key
    return None


def _without_limits(remedy: Remedy, value: Money) -> Remedy:
    limit = remedy.limit
    if limit is not None and limit.amount is not None and value.amount is not None:
        limit = value if limit.amount < value.amount else limit
    above = value if remedy.approval_of else None
    return replace(remedy, limit=limit, approval_above=above)


def _budget_lines(remedy: Remedy) -> tuple[str, ...]:
    lines = []
    if remedy.limit is not None:
        lines.append(f"up to: {remedy.limit.amount} {remedy.limit.currency}")
    return tuple(lines)


def _channels_of_corrections(draft: Draft) -> tuple[str, ...]:
    offered: Iterable[str] = (
        key for remedy in draft.mistake.remedies if remedy.kind is RemedyKind.CORRECTS for key in remedy.on
    )
    return tuple(key for key in dict.fromkeys(offered) if key in draft.service.channels)


def _listed(names: Iterable[str]) -> str:
    return " and ".join(dict.fromkeys(names))


def _with_wait(journey: Journey, target: Node, minutes: Minutes) -> Journey:
    number = len(journey.nodes)
    wait = Node(
        number=number,
        kind=NodeKind.WAIT,
        name="",
        title=f"wait {minutes_in_words(minutes)}",
        span=target.span,
        takes=Duration(minutes, minutes),
        waits=AT_ONCE,
        region=target.region,
        branch=target.branch,
        phases=target.phases,
    )
    moves = [replace(move, target=number) if move.target == target.number else move for move in journey.moves]
    moves.append(Move(number, target.number, MoveKind.NEXT, span=target.span))
    return replace(journey, nodes=(*journey.nodes, wait), moves=tuple(moves))
