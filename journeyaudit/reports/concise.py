"""An outcome -> one line per finding, for editors, grep and logs."""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.finding import Finding, Label
from journeyaudit.reports.columns import shown
from journeyaudit.reports.snippet import place_words
from journeyaudit.reports.style import PLAIN, Style, severity_word
from journeyaudit.reports.summary import summary_line
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText


def concise_report(outcome: Outcome, sources: Mapping[str, SourceText], *, style: Style = PLAIN) -> str:
    """``path:line:column: error no-human-correction: title`` for each finding, then the summary."""
    lines = [concise_line(finding, sources, style) for finding in outcome.findings]
    return "".join(f"{line}\n" for line in (*lines, summary_line(outcome)))


def concise_line(finding: Finding, sources: Mapping[str, SourceText], style: Style = PLAIN) -> str:
    """The one line of a finding; without a place it begins with the severity."""
    where = f"{place_words(Label(finding.span, ''), sources)}: " if finding.span else ""
    word = severity_word(finding.severity)
    title = shown(" ".join(finding.title.split()))
    return f"{where}{style.paint(word, word)} {finding.rule}: {title}"
