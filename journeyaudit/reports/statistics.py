"""An outcome -> how many findings each rule has, as a table."""

from __future__ import annotations

from collections import Counter

from journeyaudit.finding import Severity
from journeyaudit.reports.style import PLAIN, Style, severity_word
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source.record import record

_SEVERITIES = tuple(Severity)


@record
class Row:
    """So many findings of a rule are this bad; what hangs below a finding is not counted."""

    rule: str
    severity: Severity
    findings: int


def statistics(outcome: Outcome) -> tuple[Row, ...]:
    """The worst first, among these the most frequent, then by name."""
    found = Counter((finding.rule, finding.severity) for finding in outcome.findings)
    rows = (Row(rule, severity, number) for (rule, severity), number in found.items())
    return tuple(sorted(rows, key=lambda row: (_SEVERITIES.index(row.severity), -row.findings, row.rule)))


def statistics_text(outcome: Outcome, style: Style = PLAIN) -> str:
    """One line for each row; nothing for no findings."""
    rows = statistics(outcome)
    wide = max((len(row.rule) for row in rows), default=0)
    most = max((len(f"{row.findings:,}") for row in rows), default=0)
    lines = []
    for row in rows:
        word = severity_word(row.severity)
        lines.append(f"{row.findings:>{most},}  {row.rule:{wide}}  {style.paint(word, word)}\n")
    return "".join(lines)
