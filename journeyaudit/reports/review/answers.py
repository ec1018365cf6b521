"""One verdict -> who gets stuck, until when it could be fixed, who could fix it, and what to change."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from journeyaudit.finding.words import duration, quoted
from journeyaudit.model.spoken import money_words
from journeyaudit.reports.review.until import until_when
from journeyaudit.reports.review.who import who_could
from journeyaudit.reports.tell_mistake import attempt_lines, facts_words
from journeyaudit.reports.tell_names import Names, as_sentence, sentence
from journeyaudit.rulebook.proposals import ChangeWords
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Judgement, Verdict

QUESTIONS = (
    "Who gets stuck?",
    "Until when could it be fixed?",
    "Who could fix it?",
    "What is the cheapest change?",
)


@record
class Answer:
    """``short`` is the answer, ``more`` the sentences that give its reasons."""

    short: str
    more: str = ""


@record
class Answers:
    """In the order of ``QUESTIONS``; ``ways`` is how each way fares, and ``lines`` are what to write for
    the change, with the places where."""

    stuck: Answer
    until: Answer
    who: Answer
    change: Answer
    ways: tuple[str, ...] = ()
    lines: str = ""


def answers(verdict: Verdict, names: Names, change: ChangeWords | None) -> Answers:
    """``change`` None: none was searched, because none is needed or it could not be proved."""
    return Answers(
        _answer(_stuck(verdict, names)),
        _answer(until_when(verdict, names)),
        _answer(who_could(verdict, names)),
        _answer(_change(verdict, change)),
        tuple(attempt_lines(verdict.attempts, names)),
        "" if change is None else "\n".join(change.lines),
    )


def _answer(said: Iterator[str]) -> Answer:
    """The first sentence is the answer."""
    return Answer(next(said), " ".join(each for each in said if each))


_STUCK = {
    Judgement.IMPOSSIBLE: "gets stuck",
    Judgement.LUCK: "gets stuck by bad luck",
    Judgement.NOT_ASSESSABLE: "may get stuck",
}


def _stuck(verdict: Verdict, names: Names) -> Iterator[str]:
    mistake = verdict.mistake
    place = names.place(mistake.node)
    if verdict.judgement is Judgement.GUARANTEED:
        yield "Nobody."
        yield f"{names.customer} can have {quoted(mistake.name)} at {place} put right in time."
        return
    yield as_sentence(f"{names.customer} {_STUCK[verdict.judgement]}")
    yield f"It begins with {quoted(mistake.name)} at {place}."
    others = [key for key in mistake.made_by if key != names.journey.customer]
    if others:
        yield f"The mistake is made by {names.people(mistake.made_by)}."
    if mistake.harm:
        yield sentence(f"What it does: {mistake.harm}")
    if mistake.value is not None:
        yield f"At stake: {money_words(mistake.value)}."


def _change(verdict: Verdict, change: ChangeWords | None) -> Iterator[str]:
    match verdict.judgement:
        case Judgement.GUARANTEED:
            yield "None is needed."
            margin = verdict.figures.margin
            if margin is not None and isfinite(margin.earliest) and margin.earliest > 0:
                yield f"At least {duration(margin.earliest)} are left."
        case Judgement.NOT_ASSESSABLE:
            needed = facts_words(verdict.missing) or "what is missing"
            yield f"First write down {needed}."
            yield "Then the cheapest change can be proved, or none is needed."
        case _ if change is None:
            yield "None was searched."
        case _ if change.takes:
            yield sentence(f"None that is small: {change.takes}")
        case _:
            *first, last = change.clauses
            yield as_sentence(f"{', '.join(first)}, and {last}" if first else last)
            if first:
                yield "Less is not enough."
            yield as_sentence(change.result)
