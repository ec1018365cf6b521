"""One verdict -> who could put the mistake right, or who hears of it and cannot."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from journeyaudit.finding.words import clock, clock_from
from journeyaudit.model.people import ActorKind
from journeyaudit.reports.tell_mistake import CHANCE, facts_words, why_not_lines
from journeyaudit.reports.tell_names import Names
from journeyaudit.verdicts.helper import first_helper
from journeyaudit.verdicts.verdict import Attempt, InTime, Judgement, Obstacle, Verdict


def who_could(verdict: Verdict, names: Names) -> Iterator[str]:
    """The first sentence answers the question."""
    match verdict.judgement:
        case Judgement.GUARANTEED:
            yield f"{_named(_in_time(verdict), names) or 'Somebody'} can, in time at every hour."
        case Judgement.LUCK:
            lucky = tuple(each for each in verdict.attempts if CHANCE.issuperset(each.obstacles))
            yield f"{_named(lucky, names) or 'Somebody'} can, with luck."
            yield from _luck(verdict, lucky, names)
        case Judgement.IMPOSSIBLE:
            yield from _nobody(verdict, names)
            yield _outside(verdict, names)
        case Judgement.NOT_ASSESSABLE:
            perhaps = _named(tuple(each for each in verdict.attempts if each.human_fix), names)
            yield f"Perhaps {perhaps}." if perhaps else "Nobody can tell."
            needed = facts_words(verdict.missing)
            yield f"To know it, the text of the journey would have to say {needed}." if needed else ""


def _luck(verdict: Verdict, lucky: tuple[Attempt, ...], names: Names) -> Iterator[str]:
    """What it depends on: the hour, whom one gets, what others choose."""
    if verdict.lucky is not None and verdict.lucky != verdict.example:
        yield f"On {clock(verdict.example)} it goes wrong; on {clock(verdict.lucky)} it would work."
    if any(Obstacle.NOT_FORCED in each.obstacles for each in lucky):
        yield "Whether the case gets there is for somebody else to choose."
    sure = tuple(each for each in lucky if not each.obstacles and each.in_time is InTime.ALWAYS)
    channels = {each.channel for each in sure}
    others = [each for each in verdict.attempts if each.obstacles and each.channel in channels]
    if sure and others:
        one = _named(sure, names)
        other = names.people(tuple(dict.fromkeys(_first(each) for each in others)), "or")
        yield f"Whether one gets {one} or {other} is chance, and {_refusing(others, other)}."
    elif any(each.in_time is InTime.SOMETIMES for each in lucky):
        yield "Sometimes it comes too late."


def _first(attempt: Attempt) -> str:
    return attempt.chain[0] if attempt.chain else ""


def _refusing(others: list[Attempt], name: str) -> str:
    stopped = {each.obstacles[0] for each in others}
    if stopped == {Obstacle.TOOLS_DO_NOT}:
        return f"the software does not let {name} do it"
    return f"{name} cannot help"


def _nobody(verdict: Verdict, names: Names) -> Iterator[str]:
    """The human of the organisation whom one gets hold of first, when that is, and why it does not help."""
    heard = [
        (attempt.answered, key, attempt)
        for attempt in verdict.attempts
        for key in attempt.chain
        if isfinite(attempt.answered) and _helps_others(key, names)
    ]
    if not heard:
        yield "Nobody."
        yield from _never_reached(verdict, names)
        return
    minutes, key, attempt = min(heard, key=lambda each: each[0])
    in_time = verdict.hard is not None and minutes < verdict.hard.earliest
    when = clock_from(verdict.example + minutes, verdict.example)
    surely = verdict.hard is not None and minutes >= verdict.hard.latest
    late = "when it is too late" if surely else "when it may be too late already"
    still = "when it could still be undone" if in_time else late
    yield f"Nobody; {names.people((key,))} hears of it and cannot."
    yield f"That is the nearest human, who hears of it on {when}, {still}."
    yield from _why(verdict, attempt, names)


def _outside(verdict: Verdict, names: Names) -> str:
    """Who is left when the organisation has said no: courts, the press."""
    appeals = (each.remedy for each in names.journey.appeals if each.node == verdict.mistake.node)
    keys = [key for remedy in (*verdict.mistake.remedies, *appeals) for key in remedy.by]
    known = names.service.actors
    outside = [key for key in keys if key in known and known[key].kind is ActorKind.OUTSIDE]
    left = names.people(tuple(dict.fromkeys(outside)), "or")
    return f"Outside the organisation there is {left}." if left else ""


def _why(verdict: Verdict, attempt: Attempt, names: Names) -> Iterator[str]:
    late = attempt.obstacles == (Obstacle.TOO_LATE,) and isfinite(attempt.fixed)
    if late and attempt.fixed > attempt.answered:
        done = clock_from(verdict.example + attempt.fixed, verdict.example)
        agreed = f", when {names.people(attempt.approvers)} has agreed" if attempt.approvers else ""
        yield f"It would be put right only on {done}{agreed}, and then it is too late."
    elif attempt.obstacles[:1] == (Obstacle.TOO_LATE,):
        if verdict.hard is None or attempt.answered < verdict.hard.latest:
            yield "By then it is not accepted any more."
    else:
        yield next(why_not_lines(attempt, names), "")


def _never_reached(verdict: Verdict, names: Names) -> Iterator[str]:
    wanted = {
        key: attempt
        for attempt in reversed(verdict.attempts)
        if attempt.remedy is not None
        for key in attempt.remedy.by
        if _helps_others(key, names)
    }
    if not wanted:
        helper = first_helper(names.service, names.journey, verdict.mistake)
        met = "No way that is described leads to a human."
        yield met if helper is None else f"{helper.actor.name} answers, but no remedy leads to them."
        return
    key, attempt = next(reversed(wanted.items()))
    yield f"The one who would have to is {names.people((key,))}, but no way leads there."
    if attempt.obstacles[:1] != (Obstacle.TOO_LATE,):
        yield next(why_not_lines(attempt, names), "")


def _helps_others(key: str, names: Names) -> bool:
    """Is this a human, and not the customer?"""
    actor = names.service.actors.get(key)
    return actor is not None and bool(actor.human) and key != names.journey.customer


def _in_time(verdict: Verdict) -> tuple[Attempt, ...]:
    human = (each for each in verdict.attempts if each.human_fix)
    return tuple(each for each in human if each.in_time in (InTime.ALWAYS, InTime.SOMETIMES))


def _named(attempts: tuple[Attempt, ...], names: Names) -> str:
    keys = [key for each in attempts for key in _deciders(each, names)]
    return names.people(tuple(dict.fromkeys(keys)), "or")


def _deciders(attempt: Attempt, names: Names) -> tuple[str, ...]:
    if attempt.step is not None:
        return names.journey.nodes[attempt.step].by
    return attempt.chain[-1:]
