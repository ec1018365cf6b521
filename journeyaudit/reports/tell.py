"""A journey and its verdicts -> the same told in sentences, for reading aloud in a workshop."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.model.flow import Interrupt
from journeyaudit.model.journey import Journey, Status
from journeyaudit.model.spoken import within_words
from journeyaudit.model.trouble import Appeal
from journeyaudit.reports.columns import WIDTH, wrapped
from journeyaudit.reports.tell_flow import Line, flow_lines
from journeyaudit.reports.tell_mistake import mistake_lines
from journeyaudit.reports.tell_names import Names, sentence
from journeyaudit.reports.tell_places import stretch_words
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome

_DEEPEST = 12
"""Levels of indentation; journeys may nest deeper, but nobody could hear the difference."""


def tell_report(outcome: Outcome, *, width: int = WIDTH) -> str:
    """All journeys of an outcome, one after the other; ends with a line feed."""
    parts = [tell_journey(each, Names(each.service, each.journey), width) for each in outcome.journeys]
    return "\n".join(parts)


def tell_journey(told: JourneyOutcome, names: Names, width: int) -> str:
    """One journey: what happens, what the customer may start meanwhile, and what can go wrong."""
    journey = told.journey
    lines = [Line(0, journey.name), Line(0, "=" * min(len(journey.name), width)), *_opening(journey)]
    lines += [*_heading("What happens"), *flow_lines(journey, None, names)]
    for interrupt in journey.interrupts:
        lines += [Line(0, ""), *_interrupt(journey, interrupt, names)]
    lines += _heading("What can go wrong")
    for verdict in told.verdicts:
        lines += [*mistake_lines(verdict, names), Line(0, "")]
    if not told.verdicts:
        lines.append(Line(0, "Nothing is said about that."))
    lines += [Line(0, _appeal(appeal, names)) for appeal in journey.appeals]
    return _laid_out(lines, width)


def _heading(words: str) -> list[Line]:
    return [Line(0, ""), Line(0, words), Line(0, "-" * len(words))]


def _opening(journey: Journey) -> Iterator[Line]:
    said = (
        _STATUS.get(journey.status, "") if journey.status else "",
        sentence(f"It begins when {journey.starts_when}") if journey.starts_when else "",
        sentence(f"The goal: {journey.goal}") if journey.goal else "",
        f"The promise: “{' '.join(journey.promise.split())}”" if journey.promise else "",
        sentence(f"Responsible: {journey.owner}") if journey.owner else "",
        sentence(f"To turn to: {journey.named_contact}") if journey.named_contact else "",
        "The description is not finished." if journey.partial else "",
        "Some lines could not be read and are left out here." if journey.broken else "",
    )
    yield from (Line(0, each) for each in said if each)


_STATUS = {
    Status.AS_IS: "This is how it is today.",
    Status.TO_BE: "This is how it is meant to be.",
}


def _interrupt(journey: Journey, interrupt: Interrupt, names: Names) -> Iterator[Line]:
    yield Line(0, stretch_words(interrupt, names))
    if interrupt.entry is not None:
        for line in flow_lines(journey, interrupt.number, names):
            yield Line(line.depth + 1, line.text)


def _appeal(appeal: Appeal, names: Names) -> str:
    remedy = appeal.remedy
    channel = f" on {names.channels(remedy.on)}" if remedy.on else ""
    who = f" {names.people(remedy.by)} decides" if remedy.by else " The text does not say who decides"
    time = f" within {within_words(remedy.answers_within)}" if remedy.answers_within else ""
    against = f"What is decided at {names.place(appeal.node)} can be contested{channel}"
    return f"{against}: {sentence(remedy.name)}{who}{time}."


def _laid_out(lines: list[Line], width: int) -> str:
    shown: list[str] = []
    for line in lines:
        indent = "  " * min(line.depth, _DEEPEST)
        hang = indent + ("  " if line.text.startswith("- ") else "")
        first, *rest = wrapped(line.text, max(width - len(hang), 20))
        shown += [indent + first, *(hang + part for part in rest)]
    return "\n".join(part.rstrip() for part in shown).rstrip("\n") + "\n"
