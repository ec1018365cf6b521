"""Changes of when things count: cut-offs, reports that stop the clock, answers to messages, undo windows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journeyaudit.finding.words import listed
from journeyaudit.model.flow import Interrupt, MainFlow, Move, MoveKind, Node, NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.quantities import AT_ONCE, Duration, Minutes
from journeyaudit.model.trouble import RemedyKind
from journeyaudit.verdicts.draft import Addition, Draft, Edit, said_in
from journeyaudit.verdicts.helper import first_helper
from journeyaudit.verdicts.wording import (
    minutes_in_words,
    names_of_channels,
    point_in_words,
    window_in_words,
    written,
)

STOPS_THE_CLOCK = {"en": "A report stops the clock", "de": "Eine Meldung hält die Uhr an"}


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


def _deaf_channel(draft: Draft) -> str | None:
    """The first channel of a message to the customer that nobody answers."""
    deaf = {key for key, channel in draft.service.channels.items() if channel.can_reply is False}
    if not deaf:
        return None
    for node in draft.journey.nodes:
        for notification in node.notifications:
            for key in notification.on:
                if key in deaf:
                    return key
    return None


def accept_until_it_cannot_be_undone(draft: Draft) -> Draft | None:
    """Moves the soft cut-off to the hard one."""
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
    return moved.noting(f"accept corrections {window_in_words(window)}", line)


def let_the_report_decide(draft: Draft) -> Draft | None:
    """Lets the moment of the report count, not the moment somebody reads it: the rest waits."""
    channels = _channels_of_corrections(draft)
    first, until = draft.journey.nodes[draft.mistake.node], _where_it_ends(draft)
    if not channels or not first.name or (until is not None and not until.name):
        return None
    customer = draft.journey.customer
    interrupt = Interrupt(
        number=len(draft.journey.interrupts),
        name=said_in(draft.journey.language, STOPS_THE_CLOCK),
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
    if until:
        lines.append(f"  until: {written(until.name)}")
    if customer in draft.service.actors:
        lines.append(f"  by: {written(draft.service.actors[customer].name)}")
    lines += [f"  on: {names}", "  main flow: pauses"]
    said = listed([draft.service.channels[key].name for key in channels], "or")
    words = f"let everything else wait from a report on {said} until it is decided"
    addition = Addition(f"journey {written(journey.name)}", tuple(lines))
    return replace(draft, journey=journey).noting(words, addition)


def _where_it_ends(draft: Draft) -> Node | None:
    """The step at whose beginning it is too late; None where a time, or nothing, is stated."""
    limit = draft.last_moment
    if limit is None or limit.point.node is None or limit.point.after is not None:
        return None
    return draft.journey.nodes[limit.point.node]


def _channels_of_corrections(draft: Draft) -> tuple[str, ...]:
    offered: Iterable[str] = (
        key for remedy in draft.mistake.remedies if remedy.kind is RemedyKind.CORRECTS for key in remedy.on
    )
    return tuple(key for key in dict.fromkeys(offered) if key in draft.service.channels)


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
        return edited.noting(f"wait {span} before “{target.name}”", line)

    return edit


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
