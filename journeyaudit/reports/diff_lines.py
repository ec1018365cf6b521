"""A comparison -> its sections and lines, which text, Markdown and HTML only lay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from journeyaudit.comparison import Comparison
from journeyaudit.comparison.change import HEADINGS, Change, Trend
from journeyaudit.comparison.findings import Fate, FindingChange
from journeyaudit.comparison.journeys import JourneyChange
from journeyaudit.comparison.measures import MeasureChange
from journeyaudit.comparison.verdicts import MistakeChange
from journeyaudit.finding.words import quoted
from journeyaudit.reports.diff_findings import OF_NO_JOURNEY, by_journey, finding_line, findings_told
from journeyaudit.reports.diff_gains import who_gains
from journeyaudit.reports.diff_section import Line, Room, Section


def sections(comparison: Comparison) -> Iterator[Section]:
    """All of it, in the order in which it is read: what got worse, then of each journey its verdicts, its
    findings, who gains and what changed."""
    journeys = comparison.journeys
    if len(journeys) == 1:
        yield from _told(journeys[0], journeys[0].name, 0, comparison.findings, comparison.people)
        return
    wheres = _wheres(comparison)
    yield from _worse(comparison, wheres)
    findings = by_journey(comparison)
    for number, journey in enumerate(journeys):
        own = findings.get(number, ())
        if _says_something(journey, own):
            yield from _told(journey, journey.name + wheres[number], number, own)
    if comparison.people:
        yield Section("People and channels", 1, room=Room.CHANGES)
        yield from _changes(comparison.people)
    others = findings.get(OF_NO_JOURNEY, ())
    if any(each.fate is not Fate.STILL or each.is_new_error for each in others):
        yield Section("Outside of the journeys", 1)
        yield from findings_told(others, placed=True)


def _told(
    journey: JourneyChange,
    heading: str,
    number: int,
    findings: Sequence[FindingChange],
    people: tuple[Change, ...] = (),
) -> Iterator[Section]:
    yield from _opening(journey, heading, number)
    yield from findings_told(findings)
    yield from who_gains(journey)
    yield from _changes((*people, *journey.changes))


def _worse(comparison: Comparison, wheres: Sequence[str]) -> Iterator[Section]:
    """What one would otherwise have to look for in many journeys; an error about a mistake whose verdict got
    worse only says so once more."""
    lines = []
    told = set()
    for journey, where in zip(comparison.journeys, wheres, strict=True):
        for mistake in journey.mistakes:
            if mistake.trend is Trend.WORSE and journey.after is not None:
                text = f"in {quoted(journey.name)}{where}: {verdict_words(mistake)}"
                lines.append(Line(text, tone="worse"))
                told.add((journey.after.journey.header.file, journey.name, mistake.name))
    for each in comparison.new_errors:
        finding = each.finding
        if (finding.span.file, finding.journey, finding.subject) not in told:
            lines.append(finding_line(each, "+", "worse", placed=True))
    if lines:
        yield Section("What got worse", 1, tuple(lines))


def _wheres(comparison: Comparison) -> list[str]:
    """Of each journey its file in brackets, if another one has the same name."""
    times = Counter(each.name for each in comparison.journeys)
    return [
        f" ({_file_of(comparison, each)})" if times[each.name] > 1 else "" for each in comparison.journeys
    ]


def _file_of(comparison: Comparison, journey: JourneyChange) -> str:
    told, side = journey.after, comparison.after
    if told is None:
        told, side = journey.before, comparison.before
    return side.path(told.journey.header) if told is not None else ""


def _says_something(journey: JourneyChange, findings: Iterable[FindingChange]) -> bool:
    return (
        journey.before is None
        or journey.after is None
        or bool(journey.changes)
        or any(each.trend is not Trend.SAME or each.measures for each in journey.mistakes)
        or any(each.fate is not Fate.STILL or each.is_new_error for each in findings)
    )


def _opening(journey: JourneyChange, heading: str, number: int) -> Iterator[Section]:
    said = []
    if journey.before is None:
        said.append(Line("This journey is new.", "+", "new"))
    if journey.after is None:
        said.append(Line("This journey is no longer described.", "-"))
    if journey.matched:
        said.append(Line(f"It is {journey.matched}."))
    yield Section(heading, 1, tuple(said), number)
    if journey.mistakes:
        verdicts = tuple(_verdict(each) for each in journey.mistakes)
        yield Section("Verdicts", 2, verdicts, room=Room.VERDICTS)


def _verdict(change: MistakeChange) -> Line:
    measures = tuple(_measure(each) for each in change.measures)
    return Line(verdict_words(change), tone=str(change.trend), below=measures)


def verdict_words(change: MistakeChange) -> str:
    """One mistake: "“Quantity 2 instead of 1”: guaranteed now, impossible before"."""
    name = quoted(change.name)
    if change.before is None and change.after is not None:
        return f"{name}: {change.after.judgement}"
    if change.after is None and change.before is not None:
        return f"{name}: it was {change.before.judgement}"
    assert change.before is not None and change.after is not None
    now, before = change.after.judgement, change.before.judgement
    return f"{name}: {now}, as before" if now is before else f"{name}: {now} now, {before} before"


def _measure(change: MeasureChange) -> Line:
    before = f", before {change.old}" if change.old else ""
    words = f"{change.new}{before}" if change.new else f"it was {change.old}"
    return Line(f"{change.name}: {words}", tone=str(change.trend))


def _changes(changes: Iterable[Change]) -> Iterator[Section]:
    by_weight = sorted(changes, key=lambda change: change.weight)
    if by_weight:
        yield Section("What changed", 2, room=Room.CHANGES)
    for weight, group in groupby(by_weight, key=lambda change: change.weight):
        lines = tuple(Line(change.text, str(change.sign)) for change in group)
        yield Section(HEADINGS[weight], 3, lines, room=Room.CHANGES)
