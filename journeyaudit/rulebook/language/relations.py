"""The parts that lead from one thing to others, by the words in which a rule names them."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from journeyaudit.rulebook.language import parts
from journeyaudit.rulebook.language.things import PLACES, THINGS
from journeyaudit.rulebook.language.vocabulary import ReadParts, Relation, ThingKind


def _everything(kind: ThingKind) -> Relation:
    doc = f"All {kind.plural} of the journey. What is not written is not there, unless a line could not be read."
    return Relation(kind.word, kind.plural, ("journey",), kind.word, doc, _all_of(kind.word))


def _all_of(kind: str) -> ReadParts:
    return lambda look, _: look.things(kind)


_MADE_OF_ALL = tuple(_everything(kind) for kind in THINGS if kind.word != "journey")
_OPEN = "Unknown if nobody is named (`{}`)."
_CLOSED = "What is not written is not there."

RELATIONS: tuple[Relation, ...] = (
    *_MADE_OF_ALL,
    Relation("customer", "customers", ("journey",), "actor", "The actor whose journey this is (`customer`).", parts.customer, one=True),
    # places
    Relation("actor", "actors", PLACES, "actor", "Who does it: `by` and `together with`. " + _OPEN.format("by"), parts.acting),
    Relation("actor", "actors", ("remedy", "appeal", "interrupt"), "actor", "Who does or decides it (`by`). " + _OPEN.format("by"), parts.people("by", "by")),
    Relation("channel", "channels", (*PLACES, "remedy", "appeal", "interrupt", "message", "escalation", "feedback point"), "channel", "The channels it is done on (`on`). " + _OPEN.format("on"), parts.channels("on", "on")),
    Relation("mistake", "mistakes", PLACES, "mistake", "The mistakes that can be made here. " + _CLOSED, parts.standing_here("mistake")),
    Relation("remedy", "remedies", PLACES, "remedy", "The remedies of the mistakes that can be made here. " + _CLOSED, parts.standing_here("remedy")),
    Relation("appeal", "appeals", PLACES, "appeal", "The appeals against what is decided here. " + _CLOSED, parts.standing_here("appeal")),
    Relation("message", "messages", PLACES, "message", "The messages that are sent here. " + _CLOSED, parts.standing_here("message")),
    Relation("escalation", "escalations", PLACES, "escalation", "The escalations that stand here. " + _CLOSED, parts.standing_here("escalation")),
    Relation("hand-over", "hand-overs", PLACES, "hand-over", "The hand-overs that happen here. " + _CLOSED, parts.standing_here("hand-over")),
    Relation("feedback point", "feedback points", PLACES, "feedback point", "The feedback points that stand here. " + _CLOSED, parts.standing_here("feedback point")),
    Relation("practice", "practices", PLACES, "practice", "The practices that apply here (`at`). " + _CLOSED, parts.standing_here("practice")),
    Relation("reviewer", "reviewers", PLACES, "actor", "Who looks at an automated decision (`human review`). " + _CLOSED, parts.people("human_review")),
    Relation("receiver", "receivers", (*PLACES, "actor"), "actor", "Whom the case is passed to (`hands over to`). " + _CLOSED, parts.people("hands_over_to")),
    Relation("feedback channel", "feedback channels", (*PLACES, "journey"), "channel", "The channels on which a customer can say something (`feedback on`). " + _CLOSED, parts.channels("feedback_on")),
    Relation("next place", "next places", PLACES, "place", "What comes next by the moves of the flow.", parts.next_places),
    Relation("previous place", "previous places", PLACES, "place", "What comes right before.", parts.previous_places),
    # mistakes and what helps
    Relation("place", "places", ("mistake", "remedy", "appeal", "message", "escalation", "hand-over", "attempt", "practice", "story", "feedback point", "unreachable part", "deadlock", "double run", "interrupt"), "place", "The place where it stands; of a remedy that of its mistake, of an interrupt its first place.", parts.place_of, one=True),
    Relation("remedy", "remedies", ("mistake",), "remedy", "Its remedies. A mistake without any has none.", parts.of_mistake("remedy")),
    Relation("attempt", "attempts", ("mistake",), "attempt", "The ways that were tried to have it put right (docs/meaning.md, section 4).", parts.of_mistake("attempt")),
    Relation("story", "stories", ("mistake",), "story", "The stories about it. " + _CLOSED, parts.of_mistake("story")),
    Relation("mistake", "mistakes", ("remedy", "attempt", "story"), "mistake", "The mistake it belongs to.", parts.mistake_of, one=True),
    Relation("remedy", "remedies", ("attempt",), "remedy", "The remedy that is tried; none for a step of the flow.", parts.of_attempt, one=True),
    Relation("maker", "makers", ("mistake",), "actor", "Whose mistake it is (`made by`). " + _OPEN.format("made by"), parts.people("made_by", "made by")),
    Relation("noticer", "noticers", ("mistake",), "actor", "Who can notice it (`noticed by`). " + _OPEN.format("noticed by"), parts.people("noticed_by", "noticed by")),
    Relation("noticing place", "noticing places", ("mistake",), "place", "Where it is noticed (`noticed at`). " + _OPEN.format("noticed at"), parts.numbered("noticed_at", "noticed at"), one=True),
    Relation("first human", "first humans", ("mistake",), "actor", "The first human one gets hold of: on the channels of its remedies, then of the interrupts, then any other.", parts.first_human, one=True),
    Relation("approver", "approvers", ("remedy", "appeal", "right"), "actor", "Who must agree (`needs approval of`). " + _CLOSED, parts.people("approval_of")),
    Relation("destination", "destinations", ("remedy", "appeal", "escalation"), "place", "Where it leads (`leads to`). " + _OPEN.format("leads to"), parts.numbered("leads_to", "leads to"), one=True),
    Relation("person", "people", ("attempt",), "actor", "Whom the case passes through, from the first one at the other end to the one who decides.", parts.chain),
    Relation("channel", "channels", ("attempt",), "channel", "The channel it is tried on.", parts.attempt_channel, one=True),
    # people and channels
    Relation("superior", "superiors", ("actor",), "actor", "Whom this one passes cases to that they may not decide (`escalates to`). " + _CLOSED, parts.people("escalates_to")),
    Relation("deputy", "deputies", ("actor",), "actor", "Who decides when this one is away (`deputy`). " + _CLOSED, parts.people("deputy")),
    Relation("right", "rights", ("actor",), "right", "What this one `may` do. Unknown if no `may` is written; none with `may nothing`.", parts.rights),
    Relation("channel", "channels", ("actor",), "channel", "The channels on which one gets this one: `reachable on`, and channels of the journey that they answer.", parts.reached_on),
    Relation("answerer", "answerers", ("channel",), "actor", "Who is at the other end: `answered by`, else those who are `reachable on` it. " + _OPEN.format("answered by"), parts.answerers),
    Relation("receiver", "receivers", ("message", "escalation"), "actor", "Who gets it (`to`). " + _OPEN.format("to"), parts.people("to", "to")),
    Relation("sender", "senders", ("message",), "actor", "Who sends it (`by`). " + _OPEN.format("by"), parts.people("by", "by")),
    Relation("giver", "givers", ("hand-over",), "actor", "Who hands over: the `by` of the step. " + _OPEN.format("by"), parts.givers),
    Relation("receiver", "receivers", ("hand-over",), "actor", "Who gets the case.", parts.receiver, one=True),
    # parts of the flow
    Relation("place", "places", ("loop",), "place", "The places one goes round.", parts.loop_places),
    Relation("exit", "exits", ("loop",), "place", "The places one comes to when one leaves it.", parts.loop_exits),
    Relation("actor", "actors", ("loop",), "actor", "Everybody who acts in it.", parts.actors_within),
    Relation("place", "places", ("trap",), "place", "The places one never leaves.", parts.trap_places),
    Relation("covered place", "covered places", ("interrupt",), "place", "The places of the main flow at which it may be started.", parts.stretch),
    Relation("inner place", "inner places", ("interrupt",), "place", "The places of the interrupt itself.", parts.body),
    Relation("decider", "deciders", ("feedback point",), "actor", "Who decides (`decided by`). " + _OPEN.format("decided by"), parts.people("decided_by", "decided by")),
    Relation("decider", "deciders", ("remedy", "appeal"), "actor", "Who does or decides it (`by`, `decided by`). " + _OPEN.format("by"), parts.people("by", "by")),
    Relation("person at hand", "people at hand", ("journey",), "actor", "Everybody but the customer whom the journey leads to: who acts at a place, reviews, gets a case, decides a remedy or an appeal, or is behind a channel. Unknown if nobody is named.", parts.at_hand),
)  # fmt: skip
