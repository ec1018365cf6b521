"""An outcome -> the report a person reads in a terminal: findings with their place, story and help."""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.finding import Finding
from journeyaudit.reports.columns import WIDTH, wrapped
from journeyaudit.reports.explanation import explained, title_of
from journeyaudit.reports.snippet import snippet
from journeyaudit.reports.style import PLAIN, Style, severity_word
from journeyaudit.reports.summary import further_lines, summary_line
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText

_INDENT = "  "


def text_report(
    outcome: Outcome,
    sources: Mapping[str, SourceText],
    *,
    width: int = WIDTH,
    style: Style = PLAIN,
    statistics: bool = False,
) -> str:
    """All findings and the summary, ``width`` columns wide, at the end the ``statistics``; ends with a line
    feed."""
    parts = [finding_text(finding, sources, width=width, style=style) for finding in outcome.findings]
    said = (
        summary_line(outcome),
        *(wrapped for line in further_lines(outcome) for wrapped in _wide(line, width)),
    )
    parts.append("\n".join(said) + "\n")
    if statistics and outcome.findings:
        from journeyaudit.reports.statistics import statistics_text

        parts.append(statistics_text(outcome, style))
    return "\n".join(parts)


def _wide(line: str, width: int) -> list[str]:
    first, *more = wrapped(line, width)
    return [first, *(_INDENT + part for part in more)]


def finding_text(
    finding: Finding, sources: Mapping[str, SourceText], *, width: int = WIDTH, style: Style = PLAIN
) -> str:
    """One finding, ending with a line feed."""
    lines = [_headline(finding, style), *snippet(finding, sources, width, style)]
    room = width - len(_INDENT)
    lines.extend(_INDENT + line for line in explained(finding, sources, room, style))
    return "".join(line.rstrip() + "\n" for line in lines)


def _headline(finding: Finding, style: Style) -> str:
    word = severity_word(finding.severity)
    head = style.paint(word, f"{word}[{finding.rule}]")
    return head + style.paint("title", f": {title_of(finding)}")
