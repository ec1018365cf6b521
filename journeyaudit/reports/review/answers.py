"""One verdict -> who gets stuck, until when it could be fixed, who could fix it, and what to change."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from journeyaudit.finding.words import clock, clock_from, duration, interval, listed, quoted
from journeyaudit.model.spoken import money_words
from journeyaudit.model.trouble import Cutoff
from journeyaudit.reports.tell_mistake import attempt_lines
from journeyaudit.reports.tell_names import Names, sentence
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Attempt, Interval, InTime, Judgement, Verdict

QUESTIONS = (
    "Who gets stuck?",
    "Until when could it be fixed?",
    "Who could fix it?",
    "What is the cheapest change?",
)


@record
class Answers:
    """The answers as sentences, in the order of ``QUESTIONS``; ``ways`` is how each way fares, and
    ``lines`` are what to write for the change, with the places where."""

    stuck: str
    until: str
    who: str
    change: str
    ways: tuple[str, ...] = ()
    lines: str = ""


def answers(verdict: Verdict, names: Names, proposal: str) -> Answers:
    """``proposal`` is a change in words followed by the lines that make it, "" where none was searched."""
    change, _, lines = proposal.partition("\n")
    return Answers(
        " ".join(_stuck(verdict, names)),
        " ".join(_until(verdict, names)),
        " ".join(_who(verdict, names)),
        _change(verdict, change),
        tuple(attempt_lines(verdict.attempts, names)),
        lines,
    )


def is_trouble(verdict: Verdict) -> bool:
    """Is it certain that somebody gets stuck, now and then at least?"""
    return verdict.judgement in (Judgement.IMPOSSIBLE, Judgement.LUCK)


def _stuck(verdict: Verdict, names: Names) -> Iterator[str]:
    mistake = verdict.mistake
    stuck = {
        Judgement.IMPOSSIBLE: "gets stuck",
        Judgement.LUCK: "gets stuck by bad luck",
        Judgement.NOT_ASSESSABLE: "may get stuck",
        Judgement.GUARANTEED: "does not get stuck",
    }[verdict.judgement]
    place = names.place(mistake.node)
    if verdict.judgement is Judgement.GUARANTEED:
        yield f"Nobody. {names.customer} can have {quoted(mistake.name)} at {place} put right in time."
        return
    yield f"{names.customer} {stuck} when {quoted(mistake.name)} happens at {place}."
    others = [key for key in mistake.made_by if key != names.journey.customer]
    if others:
        yield f"The mistake is made by {names.people(mistake.made_by)}."
    if mistake.harm:
        yield sentence(f"What it does: {mistake.harm}")
    if mistake.value is not None:
        yield f"At stake: {money_words(mistake.value)}."


def _until(verdict: Verdict, names: Names) -> Iterator[str]:
    mistake, hard, soft = verdict.mistake, verdict.hard, verdict.soft
    if mistake.hard is None or hard is None:
        yield "The text does not say until when."
    elif hard.earliest == float("inf"):
        yield "There is no moment at which it becomes too late."
    else:
        yield _when(verdict, hard)
        if mistake.hard.point.node is not None or mistake.hard.point.after is not None:
            yield sentence(_meaning(mistake.hard, names, assumed=mistake.hard_assumed))
    if mistake.soft is not None and soft is not None and isfinite(soft.earliest) and soft != hard:
        yield sentence(
            f"But it is accepted only until {moment_words(soft, verdict.example)}{_because(mistake.soft)}"
        )
    zone = verdict.figures.kafka_zone
    if zone is not None and zone.latest > 0:
        length = interval(max(zone.earliest, 0), zone.latest, endless="ever")
        yield f"Kafka zone: for {length} it is still possible, and refused."


def _when(verdict: Verdict, hard: Interval) -> str:
    seen = "happens" if verdict.clock_node == verdict.mistake.node else "shows"
    start = f"If it {seen} on {clock(verdict.example)}"
    if hard.latest <= 0:
        return f"{start}, it is too late at once."
    length = interval(max(hard.earliest, 0), hard.latest, endless="ever")
    return f"{start}: until {moment_words(hard, verdict.example)}, {length} later."


def moment_words(moment: Interval, example: int) -> str:
    """A moment on the clock; ``example`` is the minute of the week from which it is counted."""
    low, high = moment.earliest, moment.latest
    if low == high:
        return clock_from(example + low, example)
    if not isfinite(low):
        return f"{clock_from(example + high, example)} at the latest"
    first = clock_from(example + low, example)
    last = f"a moment between {first} and {clock_from(example + high, example)}" if isfinite(high) else ""
    return last or f"{first} at the earliest"


def _meaning(cutoff: Cutoff, names: Names, *, assumed: bool) -> str:
    perhaps = ", as far as one can tell from the text" if assumed else ""
    return f"It could be undone {names.until(cutoff.point)}{perhaps}{_because(cutoff)}"


def _because(cutoff: Cutoff) -> str:
    return f": {cutoff.because}" if cutoff.because else ""


def _who(verdict: Verdict, names: Names) -> Iterator[str]:
    fixers = _named(_fixing(verdict), names)
    match verdict.judgement:
        case Judgement.GUARANTEED:
            yield f"{fixers or 'Somebody'} can, in time at every hour."
        case Judgement.LUCK:
            yield f"{fixers or 'Somebody'} can, but not always in time or not for everybody."
            yield _luck(verdict)
        case Judgement.IMPOSSIBLE:
            yield "Nobody."
            yield _nearest(verdict, names)
        case Judgement.NOT_ASSESSABLE:
            needed = listed([f"„{fact.key}“ of {fact.of}" for fact in verdict.missing])
            perhaps = _named(tuple(each for each in verdict.attempts if each.human_fix), names)
            yield f"Perhaps {perhaps}." if perhaps else "Nobody can tell."
            yield f"The text would have to say {needed}." if needed else ""


def _nearest(verdict: Verdict, names: Names) -> str:
    """The human one gets hold of first on a way that is described, when that is, and why it does not help."""
    actors = names.service.actors
    heard = [
        (attempt.answered, actors[key].name, attempt)
        for attempt in verdict.attempts
        for key in attempt.chain
        if key in actors and actors[key].human and isfinite(attempt.answered)
    ]
    if not heard:
        return "No way that is described leads to a human."
    first, name, attempt = min(heard, key=lambda each: each[0])
    in_time = verdict.hard is not None and first < verdict.hard.earliest
    still = ", while it is still possible" if in_time else ""
    when = clock_from(verdict.example + first, verdict.example)
    why = attempt_lines((attempt,), names)[0]
    return f"The nearest human is {name}: they hear of it on {when}{still}. {why}"


def _luck(verdict: Verdict) -> str:
    if verdict.lucky is None or verdict.lucky == verdict.example:
        return f"On {clock(verdict.example)} it may work or not."
    return f"On {clock(verdict.example)} it goes wrong; on {clock(verdict.lucky)} it would work."


def _fixing(verdict: Verdict) -> tuple[Attempt, ...]:
    """With luck the moments are those of an hour at which it goes wrong: being late says nothing then."""
    human = tuple(each for each in verdict.attempts if each.human_fix)
    if verdict.judgement is Judgement.LUCK:
        return human
    return tuple(each for each in human if each.in_time in (InTime.ALWAYS, InTime.SOMETIMES))


def _named(attempts: tuple[Attempt, ...], names: Names) -> str:
    keys = [key for each in attempts for key in _deciders(each, names)]
    return names.people(tuple(dict.fromkeys(keys)), "or")


def _deciders(attempt: Attempt, names: Names) -> tuple[str, ...]:
    if attempt.step is not None:
        return names.journey.nodes[attempt.step].by
    return attempt.chain[-1:]


def _change(verdict: Verdict, change: str) -> str:
    match verdict.judgement:
        case Judgement.GUARANTEED:
            margin = verdict.figures.margin
            spare = margin is not None and isfinite(margin.earliest) and margin.earliest > 0
            left = f" At least {duration(margin.earliest)} are left." if margin is not None and spare else ""
            return f"None is needed.{left}"
        case Judgement.NOT_ASSESSABLE:
            return "First write down what is missing: then the cheapest change can be proved."
        case _:
            said, _, result = change.partition(" -> ")
            return f"{_told(said)} {_told(result)}".strip()


def _told(clause: str) -> str:
    """With a capital and a full stop."""
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}." if clause else ""
