"""What became of findings -> sections, for each journey its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from journeyaudit.comparison import Comparison
from journeyaudit.comparison.findings import Fate, FindingChange
from journeyaudit.finding.fingerprint import relative_path
from journeyaudit.reports.diff_section import Line, Room, Section
from journeyaudit.reports.explanation import title_of
from journeyaudit.reports.style import severity_word

FATES = (
    (Fate.NEW, "New findings", "+", "worse", Room.VERDICTS),
    (Fate.EXPOSED, "Findings whose exception has expired or gone", "+", "worse", Room.VERDICTS),
    (Fate.FIXED, "Fixed findings", "-", "better", Room.ANSWERS),
    (Fate.ACCEPTED, "Findings that are now accepted by an exception", "~", "", Room.ANSWERS),
    (Fate.GONE, "Findings about what is no longer described", "-", "", Room.REST),
    (Fate.STILL, "Findings still there", "", "", Room.REST),
)
"""With the heading, the sign and the tone in which each is told."""
OF_NO_JOURNEY = -1


def findings_told(changes: Iterable[FindingChange], *, placed: bool = False) -> Iterator[Section]:
    """With the file of each, if they are ``placed``."""
    for fate, heading, sign, tone, room in FATES:
        having = [each for each in changes if each.fate is fate]
        # one that became an error must be seen, although it is not new
        risen = [each for each in having if fate is Fate.STILL and each.is_new_error]
        if risen:
            lines = tuple(finding_line(each, "~", "worse", placed=placed) for each in risen)
            yield Section("Findings that are errors now", 2, lines, room=Room.VERDICTS)
        lines = tuple(finding_line(each, sign, tone, placed=placed) for each in having if each not in risen)
        if lines:
            yield Section(heading, 2, lines, room=room, is_known=fate in (Fate.STILL, Fate.GONE))


def finding_line(change: FindingChange, sign: str, tone: str, *, placed: bool) -> Line:
    finding = change.finding
    text = f"{severity_word(finding.severity)}[{finding.rule}]: {title_of(finding)}"
    if change.fate is Fate.STILL and change.old_severity not in (None, finding.severity):
        only = "only: " if change.is_new_error else ""
        text += f" (it was {only}{change.old_severity})" if only else f" (it was: {change.old_severity})"
    if placed and finding.span.file:
        text += f" (in {relative_path(finding.span.file, '.')})"
    below = []
    if change.expired is not None and change.expired.expires is not None:
        below.append(Line(f"its exception expired on {change.expired.expires.isoformat()}"))
    return Line(text, sign, tone, tuple(below))


def by_journey(comparison: Comparison) -> Mapping[int, list[FindingChange]]:
    """The findings of each journey by its number; those that belong to none have ``OF_NO_JOURNEY``."""
    found: dict[int, list[FindingChange]] = {}
    sides = _numbers(comparison, earlier=True), _numbers(comparison, earlier=False)
    for each in comparison.findings:
        numbers = sides[0] if each.is_of_the_earlier_side else sides[1]
        name = each.finding.journey
        number = numbers.get((each.finding.span.file, name), numbers.get(("", name), OF_NO_JOURNEY))
        found.setdefault(number, []).append(each)
    return found


def _numbers(comparison: Comparison, *, earlier: bool) -> Mapping[tuple[str, str], int]:
    """By file and name; by name alone where only one journey is called so."""
    told = [each.before if earlier else each.after for each in comparison.journeys]
    journeys = [(number, each.journey) for number, each in enumerate(told) if each is not None]
    times = Counter(journey.name for _, journey in journeys)
    numbers = {(journey.header.file, journey.name): number for number, journey in journeys}
    return numbers | {("", journey.name): n for n, journey in journeys if times[journey.name] == 1}
