"""An outcome -> the report a person reads in a terminal: findings with their place, story and help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeyaudit.finding import Finding, Label, Measure
from journeyaudit.reports.clock import day_of, story_lines
from journeyaudit.reports.columns import WIDTH, shown, width_of, wrapped
from journeyaudit.reports.snippet import place_words, snippet
from journeyaudit.reports.style import PLAIN, Style, severity_word
from journeyaudit.reports.summary import further_lines, summary_line
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText

_INDENT = "  "
_TRAIL_HEAD, _TRAIL_TAIL = 3, 6


def text_report(
    outcome: Outcome, sources: Mapping[str, SourceText], *, width: int = WIDTH, style: Style = PLAIN
) -> str:
    """All findings and the summary, ``width`` columns wide; ends with a line feed."""
    parts = [finding_text(finding, sources, width=width, style=style) for finding in outcome.findings]
    said = (
        summary_line(outcome),
        *(wrapped for line in further_lines(outcome) for wrapped in _wide(line, width)),
    )
    return "\n".join((*parts, "\n".join(said) + "\n"))


def _wide(line: str, width: int) -> list[str]:
    first, *more = wrapped(line, width)
    return [first, *(_INDENT + part for part in more)]


def finding_text(
    finding: Finding, sources: Mapping[str, SourceText], *, width: int = WIDTH, style: Style = PLAIN
) -> str:
    """One finding, ending with a line feed."""
    lines = [_headline(finding, style), *snippet(finding, sources, width, style)]
    room = width - len(_INDENT)
    for section in (
        _story(finding, room, style),
        _trail(finding, room, style),
        _measures(finding.measures, room),
        _said("cannot tell", f"needs {', '.join(finding.missing)}" if finding.missing else "", room, style),
        _because(finding, sources, room, style),
        *(_said("assumed", each, room, style) for each in finding.assumptions),
        *(_said("note", each, room, style) for each in finding.notes),
        _said("help", finding.help, room, style),
    ):
        lines.extend(_INDENT + line for line in section)
    return "".join(line.rstrip() + "\n" for line in lines)


def _headline(finding: Finding, style: Style) -> str:
    word = severity_word(finding.severity)
    head = style.paint(word, f"{word}[{finding.rule}]")
    title = shown(" ".join(finding.title.split()))
    return head + style.paint("title", f": {title}")


def _story(finding: Finding, room: int, style: Style) -> Iterator[str]:
    if finding.story is None or not finding.story.moments:
        return
    day = day_of(finding.story)
    yield style.paint("heading", "story" + (f" (on a {_WHOLE_DAYS[day]})" if day else "") + ":")
    for line in story_lines(finding.story, room - len(_INDENT), style):
        yield _INDENT + line


_WHOLE_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}


def _trail(finding: Finding, room: int, style: Style) -> list[str]:
    names = [label.text for label in finding.trail]
    if finding.story is not None or len(names) < 2:
        return []
    left_out = len(names) - _TRAIL_HEAD - _TRAIL_TAIL
    if left_out > 1:
        names[_TRAIL_HEAD:-_TRAIL_TAIL] = [f"({left_out:,} more)"]
    return _said("the way there", " -> ".join(names), room, style)


def _measures(measures: Sequence[Measure], room: int) -> list[str]:
    lines: list[str] = []
    for measure in measures:
        said = shown(f"{measure.name} {measure.text}")
        if lines and width_of(lines[-1]) + 3 + width_of(said) <= room:
            lines[-1] += f" | {said}"
        else:
            lines.append(said)
    return lines


def _because(finding: Finding, sources: Mapping[str, SourceText], room: int, style: Style) -> Iterator[str]:
    waiting = [(evidence, 0) for evidence in reversed(finding.evidence)]
    while waiting:
        evidence, depth = waiting.pop()
        waiting.extend((deeper, depth + 1) for deeper in reversed(evidence.evidence))
        elsewhere = evidence.span and evidence.span != finding.span
        where = f", {place_words(Label(evidence.span, ''), sources)}" if elsewhere else ""
        for line in _said("because", f"{evidence.title} ({evidence.rule}{where})", room - 2 * depth, style):
            yield _INDENT * depth + line


def _said(word: str, text: str, room: int, style: Style) -> list[str]:
    """``word: text``, wrapped, the following lines indented below the text; nothing for no text."""
    if not text:
        return []
    indent = " " * (len(word) + 2)
    lines = [part for line in text.splitlines() for part in _indented(line, room - len(indent))]
    role = "help" if word == "help" else "heading"
    return [f"{style.paint(role, word + ':')} {lines[0]}", *(indent + line for line in lines[1:])]


def _indented(line: str, room: int) -> list[str]:
    """A line of a longer text, wrapped; a proposed line of a journey stays whole, to be copied."""
    if line.startswith(" "):
        return [shown(line)]
    return wrapped(line, room)
