"""The kinds of things a rule can speak of."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from journeyaudit.rulebook.language.vocabulary import ThingKind

THINGS: tuple[ThingKind, ...] = (
    ThingKind("journey", "journeys", "The journey itself."),
    ThingKind("place", "places", "Any place in the flow that somebody wrote: a step, a choice, a wait, a `use` or an end."),
    ThingKind("step", "steps", "A `step`.", ("place",)),
    ThingKind("choice", "choices", "A `choice`.", ("place",)),
    ThingKind("wait", "waits", "A `wait` or `wait for`.", ("place",)),
    ThingKind("end", "ends", "An `end`.", ("place",)),
    ThingKind("mistake", "mistakes", "A `mistake`; everything the verdict says is a fact of it."),
    ThingKind("remedy", "remedies", "A `remedy`, or an appeal that also stands with the mistake."),
    ThingKind("appeal", "appeals", "An `appeal` against a decision.", ("remedy",)),
    ThingKind("attempt", "attempts", "One way to have a mistake put right (docs/meaning.md, section 4): a remedy on one of its channels, or a correcting step."),
    ThingKind("escalation", "escalations", "An `escalation` at a place."),
    ThingKind("message", "messages", "A `notification`."),
    ThingKind("hand-over", "hand-overs", "A step that `hands over to` somebody; one for each receiver."),
    ThingKind("channel", "channels", "A channel that the journey uses."),
    ThingKind("actor", "actors", "Anybody the journey names, or whom one gets on a channel that it uses."),
    ThingKind("right", "rights", "Something an actor `may` do."),
    ThingKind("interrupt", "interrupts", "An `interrupt`: what the customer may start at any time."),
    ThingKind("loop", "loops", "Places that lead to each other, so that one can go round."),
    ThingKind("trap", "traps", "A part of the journey that one can enter and never leave.", trouble=True),
    ThingKind("unreachable part", "unreachable parts", "The first place of a part that nobody reaches.", trouble=True),
    ThingKind("deadlock", "deadlocks", "A place that waits for a branch which may never come.", trouble=True),
    ThingKind("double run", "double runs", "A place that happens twice because parallel branches were not brought together.", trouble=True),
    ThingKind("practice", "practices", "A `practice` borrowed from elsewhere."),
    ThingKind("story", "stories", "A `story`: a customer's case that the journey must pass."),
    ThingKind("exception", "exceptions", "An `ignore`: a finding that was accepted."),
    ThingKind("feedback point", "feedback points", "A `feedback point`: where customers are heard."),
)  # fmt: skip

PLACES = ("place", "step", "choice", "wait", "end")
