"""A finding -> what explains it, in sayings and in plain lines: story, figures, reasons, help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeyaudit.finding import Finding, Label, Measure
from journeyaudit.reports.clock import day_of, story_lines
from journeyaudit.reports.columns import shown, width_of, wrapped
from journeyaudit.reports.snippet import place_words
from journeyaudit.reports.style import PLAIN, Style
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

UNWRAPPED = 1_000_000
"""The room for lines that somebody else will wrap."""
_INDENT = "  "
_TRAIL_HEAD, _TRAIL_TAIL = 3, 6
_WHOLE_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}


@record
class Saying:
    """One thing that is said about a finding, such as ``because: they may not change it``.

    ``depth`` counts the reasons that it is a reason of. ``text`` may have several lines; those that
    begin with a blank are lines of a journey, to be copied.
    """

    word: str
    text: str
    depth: int = 0


def explained(
    finding: Finding, sources: Mapping[str, SourceText], room: int = UNWRAPPED, style: Style = PLAIN
) -> Iterator[str]:
    """All lines that explain a finding, at most ``room`` columns wide where they can be wrapped."""
    yield from story_told(finding, room, style)
    yield from _said(the_way_there(finding), room, style)
    yield from figures(finding.measures, room)
    for saying in sayings(finding, sources):
        yield from _said(saying, room, style)


def title_of(finding: Finding) -> str:
    """The title on one line, without what would move a cursor."""
    return shown(" ".join(finding.title.split()))


def message(finding: Finding, sources: Mapping[str, SourceText]) -> str:
    """The title, the other places that matter, and all that explains it, as lines that are not wrapped."""
    return "\n".join((title_of(finding), *elsewhere(finding, sources), *explained(finding, sources)))


def elsewhere(finding: Finding, sources: Mapping[str, SourceText]) -> Iterator[str]:
    """The other places that matter, each with what is to be seen there."""
    if finding.label:
        yield f"here: {shown(' '.join(finding.label.split()))}"
    for label in finding.labels:
        where = place_words(label, sources) if label.span else "nowhere in the text"
        yield f"{where}: {shown(' '.join(label.text.split()))}"


def story_told(finding: Finding, room: int = UNWRAPPED, style: Style = PLAIN) -> Iterator[str]:
    """The story with its clock times below a heading; nothing for a finding without one."""
    if finding.story is None or not finding.story.moments:
        return
    day = day_of(finding.story)
    yield style.paint("heading", "story" + (f" (on a {_WHOLE_DAYS[day]})" if day else "") + ":")
    for line in story_lines(finding.story, room - len(_INDENT), style):
        yield _INDENT + line


def the_way_there(finding: Finding) -> Saying:
    """The trail of a finding that has no story; of a long one it says how much it leaves out."""
    names = [label.text for label in finding.trail]
    if finding.story is not None or len(names) < 2:
        return Saying("the way there", "")
    left_out = len(names) - _TRAIL_HEAD - _TRAIL_TAIL
    if left_out > 1:
        names[_TRAIL_HEAD:-_TRAIL_TAIL] = [f"({left_out:,} more)"]
    return Saying("the way there", " -> ".join(names))


def figures(measures: Sequence[Measure], room: int = UNWRAPPED) -> list[str]:
    """Named figures side by side, as many lines as they need."""
    lines: list[str] = []
    for measure in measures:
        said = shown(f"{measure.name} {measure.text}")
        if lines and width_of(lines[-1]) + 3 + width_of(said) <= room:
            lines[-1] += f" | {said}"
        else:
            lines.append(said)
    return lines


def sayings(finding: Finding, sources: Mapping[str, SourceText]) -> Iterator[Saying]:
    """What cannot be told, the reasons, what was assumed, notes, and the help."""
    if finding.missing:
        yield Saying("cannot tell", f"needs {', '.join(finding.missing)}")
    yield from _because(finding, sources)
    yield from (Saying("assumed", each) for each in finding.assumptions)
    yield from (Saying("note", each) for each in finding.notes)
    yield Saying("help", finding.help)


def reasons(finding: Finding) -> Iterator[tuple[int, Finding]]:
    """What explains a finding, each followed by what explains it, with its depth from 0."""
    waiting = [(evidence, 0) for evidence in reversed(finding.evidence)]
    while waiting:
        evidence, depth = waiting.pop()
        yield depth, evidence
        waiting.extend((deeper, depth + 1) for deeper in reversed(evidence.evidence))


def _because(finding: Finding, sources: Mapping[str, SourceText]) -> Iterator[Saying]:
    for depth, evidence in reasons(finding):
        elsewhere = evidence.span and evidence.span != finding.span
        where = f", {place_words(Label(evidence.span, ''), sources)}" if elsewhere else ""
        yield Saying("because", f"{evidence.title} ({evidence.rule}{where})", depth)


def _said(saying: Saying, room: int, style: Style) -> list[str]:
    """``word: text``, wrapped, the following lines indented below the text; nothing for no text."""
    if not saying.text:
        return []
    before = _INDENT * saying.depth
    indent = " " * (len(before) + len(saying.word) + 2)
    inner = room - len(indent)
    lines = [part for line in saying.text.splitlines() for part in _wrapped(line, inner)]
    word = style.paint("help" if saying.word == "help" else "heading", f"{saying.word}:")
    return [f"{before}{word} {lines[0]}", *(indent + line for line in lines[1:])]


def _wrapped(line: str, room: int) -> list[str]:
    """A line of a longer text, wrapped; a proposed line of a journey stays whole, to be copied."""
    if line.startswith(" "):
        return [shown(line)]
    return wrapped(line, room)
