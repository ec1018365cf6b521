"""A comparison -> its sections and lines, which text, Markdown and HTML only lay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from journeyaudit.comparison import Comparison
from journeyaudit.comparison.change import HEADINGS, Change, Trend
from journeyaudit.comparison.findings import Fate, FindingChange
from journeyaudit.comparison.journeys import JourneyChange
from journeyaudit.comparison.measures import MeasureChange
from journeyaudit.comparison.verdicts import MistakeChange
from journeyaudit.comparison.win_win import Answer, EffortChange, WinWin
from journeyaudit.finding.fingerprint import relative_path
from journeyaudit.finding.words import count, quoted
from journeyaudit.reports.explanation import title_of
from journeyaudit.reports.style import severity_word
from journeyaudit.source.record import record

GOOD, BAD = ("better", "less"), ("worse", "more", "warning")
"""The tones of what is good news, and of what is bad."""


@record
class Line:
    """``sign`` stands before it. ``tone`` is a word of judgement such as „better“, or "". ``below`` are
    lines that explain it."""

    text: str
    sign: str = ""
    tone: str = ""
    below: tuple[Line, ...] = ()


@record
class Section:
    """``level`` 1 is a journey, 2 a question about it, 3 a group of changes. ``journey`` is the number of the
    journey that begins here, -1 for none."""

    heading: str
    level: int
    lines: tuple[Line, ...] = ()
    journey: int = -1


def sections(comparison: Comparison) -> Iterator[Section]:
    """All of it, in the order in which it is read: verdicts, findings, who gains, what changed."""
    journeys = comparison.journeys
    if len(journeys) == 1:
        yield from _opening(journeys[0], journeys[0].name, 0)
        yield from _findings(comparison.findings)
        yield from _who_gains(journeys[0])
        yield from _changes("What changed", (*comparison.people, *journeys[0].changes))
        return
    names = [each.name for each in journeys]
    for number, journey in enumerate(journeys):
        if _says_something(journey):
            where = f" ({_file_of(comparison, journey)})" if names.count(journey.name) > 1 else ""
            yield from _opening(journey, journey.name + where, number)
            yield from _who_gains(journey)
            yield from _changes("What changed", journey.changes)
    if comparison.people:
        yield Section("People and channels", 1)
        yield from _changes("What changed", comparison.people)
    if comparison.findings:
        yield Section("All journeys", 1)
        yield from _findings(comparison.findings, placed=True)


def _file_of(comparison: Comparison, journey: JourneyChange) -> str:
    told, side = journey.after, comparison.after
    if told is None:
        told, side = journey.before, comparison.before
    return side.path(told.journey.header) if told is not None else ""


def _says_something(journey: JourneyChange) -> bool:
    one_sided = journey.before is None or journey.after is None
    return one_sided or bool(journey.changes) or any(_differs(each) for each in journey.mistakes)


def _differs(mistake: MistakeChange) -> bool:
    return mistake.trend is not Trend.SAME or bool(mistake.measures)


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
        yield Section("Verdicts", 2, tuple(_verdict(each) for each in journey.mistakes))


def _verdict(change: MistakeChange) -> Line:
    measures = tuple(_measure(each) for each in change.measures)
    return Line(verdict_words(change), tone=str(change.trend), below=measures)


def verdict_words(change: MistakeChange) -> str:
    """One mistake: "„Quantity 2 instead of 1“: guaranteed now, impossible before"."""
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


# findings

_FATES = (
    (Fate.NEW, "New findings", "+", "worse"),
    (Fate.EXPOSED, "Findings whose exception has expired or gone", "+", "worse"),
    (Fate.FIXED, "Fixed findings", "-", "better"),
    (Fate.ACCEPTED, "Findings that are now accepted by an exception", "~", ""),
    (Fate.STILL, "Findings still there", "", ""),
)


def _findings(changes: Iterable[FindingChange], *, placed: bool = False) -> Iterator[Section]:
    """With the file of each, if they are ``placed``."""
    for fate, heading, sign, tone in _FATES:
        lines = tuple(_finding(each, sign, tone, placed) for each in changes if each.fate is fate)
        if lines:
            yield Section(heading, 2, lines)


def _finding(change: FindingChange, sign: str, tone: str, placed: bool) -> Line:
    finding = change.finding
    text = f"{severity_word(finding.severity)}[{finding.rule}]: {title_of(finding)}"
    if change.fate is Fate.STILL and change.old_severity not in (None, finding.severity):
        text += (
            f" (it was only: {change.old_severity})"
            if change.is_new_error
            else f" (it was: {change.old_severity})"
        )
        tone = "worse" if change.is_new_error else ""
    if placed and finding.span.file:
        text += f" (in {relative_path(finding.span.file, '.')})"
    below = []
    if change.expired is not None and change.expired.expires is not None:
        below.append(Line(f"its exception expired on {change.expired.expires.isoformat()}"))
    return Line(text, sign, tone, tuple(below))


# who gains


def _who_gains(journey: JourneyChange) -> Iterator[Section]:
    gains = journey.who_gains
    if gains is None or (gains.answer is Answer.NO_CHANGE and not gains.missing):
        return
    lines = [Line(gains_words(gains), tone="warning" if gains.warns else "")]
    for situation in gains.situations:
        efforts = tuple(Line(effort_words(each), tone=_effort_tone(each)) for each in situation.efforts)
        lines.append(Line(situation.name, below=efforts))
    if gains.missing and (gains.situations or gains.answer is Answer.UNKNOWN):
        lines.append(Line("To tell it for sure, say:", below=tuple(Line(each) for each in gains.missing)))
    yield Section("Who gains", 2, tuple(lines))


def gains_words(gains: WinWin) -> str:
    """The answer as a sentence, with what one should know beside it."""
    if gains.answer is Answer.UNKNOWN:
        return "It cannot be told who gains."
    answer = str(gains.answer)
    said = f"{answer[0].upper()}{answer[1:]}, as far as the texts say."
    if not gains.warns:
        return said
    if gains.answer is Answer.CUSTOMER_PAYS:
        return f"{said} Its effort fell by making the customer's rise."
    return f"{said} Some of the organisation's effort fell while the customer's only rose."


def effort_words(change: EffortChange) -> str:
    words = f"{change.quantity}: {change.new} now, {change.old} before"
    return f"{words}; that cannot be compared" if change.trend is Trend.UNKNOWN else words


def _effort_tone(change: EffortChange) -> str:
    return {Trend.BETTER: "less", Trend.WORSE: "more"}.get(change.trend, "")


# what changed


def _changes(heading: str, changes: Iterable[Change]) -> Iterator[Section]:
    by_weight = sorted(changes, key=lambda change: change.weight)
    if by_weight:
        yield Section(heading, 2)
    for weight, group in groupby(by_weight, key=lambda change: change.weight):
        lines = tuple(Line(change.text, str(change.sign)) for change in group)
        yield Section(HEADINGS[weight], 3, lines)


def summary(comparison: Comparison) -> str:
    """ "1 verdict better | 3 findings fixed | 35 changes | profile met: kafka, before none"."""
    if comparison.says_nothing_changed:
        return "nothing changed"
    parts = [_of_verdicts(comparison), _of_findings(comparison)]
    parts.append(count(sum(1 for _ in comparison.changes), "change"))
    met = [side.outcome.profile_met or "none" for side in (comparison.before, comparison.after)]
    parts.append(
        f"profile met: {met[1]}, as before" if met[0] == met[1] else f"profile met: {met[1]}, before {met[0]}"
    )
    return " | ".join(part for part in parts if part)


def _of_verdicts(comparison: Comparison) -> str:
    trends = [each.trend for each in comparison.mistakes]
    said = [
        f"{trends.count(trend)} {trend}"
        for trend in (
            Trend.WORSE,
            Trend.BETTER,
            Trend.NEW,
            Trend.GONE,
            Trend.KNOWN,
            Trend.UNKNOWN,
            Trend.SAME,
        )
        if trend in trends
    ]
    return f"verdicts: {', '.join(said)}" if said else ""


def _of_findings(comparison: Comparison) -> str:
    fates = [each.fate for each in comparison.findings]
    said = [f"{fates.count(fate)} {fate}" for fate, *_ in _FATES if fate in fates]
    return f"findings: {', '.join(said)}" if said else ""


def title(comparison: Comparison) -> str:
    return f"{comparison.before.label} -> {comparison.after.label}"
