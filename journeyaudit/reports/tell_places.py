"""One place of the flow, one branch, one interrupt -> the sentences that tell it."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.finding.words import count, quoted
from journeyaudit.model.flow import (
    Escalation,
    Interrupt,
    MainFlow,
    Move,
    MoveKind,
    Node,
    NodeKind,
    Notification,
    Outcome,
    Owner,
    Pick,
)
from journeyaudit.model.spoken import duration_words, money_words, within_words
from journeyaudit.reports.tell_names import Names, sentence

_OTHERWISE = ("otherwise", "sonst")


def place_sentences(node: Node, names: Names) -> Iterator[str]:
    """What happens at a node, who does it, how long it takes, and what can go wrong there."""
    yield from _OPENINGS.get(node.kind, _step)(node, names)
    yield from _flags(node, names)
    yield from _costs(node)
    if node.says:
        yield f"The customer is told: {quoted(' '.join(node.says.split()))}"
    for notification in node.notifications:
        yield from _notification(notification, names)
    for escalation in node.escalations:
        yield _escalation(escalation, names)
    wrong = names.mistakes_at(node.number)
    if wrong:
        yield f"Here something can go wrong: {wrong}."


def _step(node: Node, names: Names) -> Iterator[str]:
    yield sentence(node.title)
    who = names.people(node.by)
    company = f" together with {names.people(node.together_with)}" if node.together_with else ""
    channel = f" on {names.channels(node.on)}" if node.on else ""
    doing = (
        f"{who} {'do' if len(node.by) > 1 else 'does'} this" if who else "The text does not say who does this"
    )
    yield f"{doing}{company}{channel}{_length(node)}."
    if node.waits is not None:
        yield f"Before that it lies there for {duration_words(node.waits)}."


def _length(node: Node) -> str:
    if node.takes is None:
        return ""
    words = duration_words(node.takes)
    if words != "at once":
        return f"; it takes {words}"
    return ", at once" if node.by else "; it happens at once"


def _choice(node: Node, names: Names) -> Iterator[str]:
    yield sentence(node.title)
    yield _decider(node, names)
    if node.criterion:
        yield sentence(f"It depends on this: {node.criterion}")
    if node.split is Pick.SEVERAL:
        yield "Several of these ways may be taken at once."
    if node.split is Pick.FIRST:
        yield "Whatever comes first counts."


def _decider(node: Node, names: Names) -> str:
    if node.owner is Owner.NATURE:
        return "Nobody decides this; it happens."
    if node.by:
        return f"{names.people(node.by)} decide{'' if len(node.by) > 1 else 's'}."
    if node.owner is None:
        return "The text does not say who decides."
    return f"{'The customer' if node.owner is Owner.CUSTOMER else 'The organisation'} decides."


def _wait(node: Node, _: Names) -> Iterator[str]:
    length = duration_words(node.takes) if node.takes else "the text does not say how long"
    yield f"Time passes: {length}."


def _wait_for(node: Node, _: Names) -> Iterator[str]:
    yield sentence(f"Now nothing goes on until this happens: {node.name}" if node.name else node.title)


def _fork(node: Node, _: Names) -> Iterator[str]:
    yield sentence(
        f"{node.name}: all of this happens" if node.name else "Several things happen at the same time"
    )


def _loop(node: Node, _: Names) -> Iterator[str]:
    most = f", at most {count(node.times, 'time')}" if node.times is not None else ""
    yield f"The following can happen several times ({node.title}{most}):"


def _use(node: Node, _: Names) -> Iterator[str]:
    yield f"Here the journey {quoted(node.title)} takes place."


def _end(node: Node, _: Names) -> Iterator[str]:
    yield sentence(f"{_ENDINGS.get(node.outcome, 'It ends')}: {node.title}")


_ENDINGS: dict[Outcome | None, str] = {
    Outcome.GOOD: "It ends well",
    Outcome.BAD: "It ends badly",
    Outcome.ABANDONED: "The customer gives up",
    Outcome.NEUTRAL: "It ends",
}
_OPENINGS = {
    NodeKind.CHOICE: _choice,
    NodeKind.WAIT: _wait,
    NodeKind.WAIT_FOR: _wait_for,
    NodeKind.FORK: _fork,
    NodeKind.LOOP: _loop,
    NodeKind.USE: _use,
    NodeKind.END: _end,
}


def _flags(node: Node, names: Names) -> Iterator[str]:
    if node.invisible:
        yield "The customer does not see it."
    if node.automated:
        yield "A machine decides."
    if node.human_review:
        yield f"{names.people(node.human_review)} can look at the decision."
    if node.no_return:
        yield "From here on there is no way back."
    if node.optional:
        yield "It may be left out."
    if node.self_service:
        yield "The customer does it alone."
    if node.hands_over_to:
        yield f"Then the case goes to {names.people(node.hands_over_to)}{_STORY_KNOWN[node.context_passed]}."
    if node.corrects:
        right = [quoted(names.journey.mistakes[number].name) for number in node.corrects]
        yield f"This puts {', '.join(right)} right."


_STORY_KNOWN = {
    True: ", where the story is known",
    False: ", where the story has to be told again",
    None: "",
}


def _costs(node: Node) -> Iterator[str]:
    costs = (
        duration_words(node.effort) if node.effort else "",
        money_words(node.customer_cost) if node.customer_cost else "",
    )
    said = " and ".join(cost for cost in costs if cost)
    if said:
        yield f"It costs the customer {said}."


def _notification(message: Notification, names: Names) -> Iterator[str]:
    receiver = names.people(message.to) or "The customer"
    channel = f" on {names.channels(message.on)}" if message.on else ""
    says = f": {quoted(' '.join(message.says.split()))}" if message.says else "."
    yield f"{receiver} gets the message {quoted(message.name)}{channel}{says}"
    if message.names_contact is not None:
        yield f"It names {'somebody' if message.names_contact else 'nobody'} to turn to."


def _escalation(escalation: Escalation, names: Names) -> str:
    within = f" within {within_words(escalation.within)}" if escalation.within else ""
    return f"If need be, it is passed on to {names.people(escalation.to) or 'somebody'}{within}."


def arm_words(move: Move, node: Node) -> str:
    """What stands above a branch, without a mark at its end: "If “yes” (98 %)"."""
    share = f" ({move.share:g} %)" if move.share is not None else ""
    if move.kind is MoveKind.FAILS:
        return "If it fails"
    if move.kind is MoveKind.LATE:
        return (
            f"If it takes longer than {duration_words(move.delay)}" if move.delay else "If it takes too long"
        )
    if move.delay is not None:
        return f"If nothing comes for {duration_words(move.delay)}"
    if node.kind is NodeKind.FORK:
        return f"One part{': ' + move.label if move.label else ''}"
    if move.label in _OTHERWISE or not move.label:
        return f"Otherwise{share}"
    sure = ", which the customer can make sure of" if move.customer_meets else ""
    return f"If {quoted(move.label)}{share}{sure}"


def stretch_words(interrupt: Interrupt, names: Names) -> str:
    """When an interrupt may be started, by whom, and what the rest does meanwhile."""
    begins = f" from {names.place(interrupt.begins)}" if interrupt.begins is not None else ""
    ends = f" until {names.place(interrupt.ends)} begins" if interrupt.ends is not None else ""
    who = names.people(interrupt.by) or names.customer
    channel = f" on {names.channels(interrupt.on)}" if interrupt.on else ""
    meanwhile = _MEANWHILE[interrupt.main_flow] if interrupt.main_flow else ""
    return f"At any time{begins}{ends}, {who} can start this{channel}: {sentence(interrupt.name)}{meanwhile}"


_MEANWHILE = {
    MainFlow.CONTINUES: " Meanwhile the rest goes on.",
    MainFlow.PAUSES: " Meanwhile the rest waits.",
    MainFlow.STOPS: " The rest stops.",
}
