"""An outcome -> workflow commands that become annotations on GitHub, and the summary of the job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import count
from journeyaudit.reports.explanation import message
from journeyaudit.reports.markdown import markdown_report
from journeyaudit.reports.positions import Places
from journeyaudit.reports.summary import further_lines, summary_line
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText

SHOWN_OF_A_KIND = 10
"""So many annotations of each kind GitHub shows for one step; the others stay in its log."""
_LONGEST = 60_000
"""An annotation takes at most 64 KB of text."""
_CUT = "\n(cut here: GitHub takes no longer text; the job summary has all of it)"
_SUMMARY_LIMIT = 1_000_000
"""The summary of a step takes at most 1 MiB; this is in bytes, with some room to spare."""
_KINDS = {
    Severity.INPUT: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def github_report(outcome: Outcome, sources: Mapping[str, SourceText], *, root: str = ".") -> str:
    """``::error file=...,line=...::...`` for each finding, then the summary as plain lines.

    ``root`` is the folder from which paths are given; GitHub wants the top of the repository.
    """
    places = Places(sources, root)
    commands = [_command(finding, places) for finding in outcome.findings]
    lines = (*commands, *_more_than_shown(outcome), summary_line(outcome), *further_lines(outcome))
    return "".join(f"{line}\n" for line in lines)


def github_summary(outcome: Outcome, sources: Mapping[str, SourceText], *, root: str = ".") -> str:
    """The Markdown for the summary of the job: a table of all findings, and each in full."""
    return markdown_report(outcome, sources, root=root, limit=_SUMMARY_LIMIT, in_bytes=True)


def _command(finding: Finding, places: Places) -> str:
    facts = [f"{name}={_property(value)}" for name, value in _facts(finding, places)]
    said = _within(message(finding, places.sources))
    return f"::{_KINDS[finding.severity]} {','.join(facts)}::{_data(said)}"


def _facts(finding: Finding, places: Places) -> Iterator[tuple[str, str]]:
    if finding.span:
        place = places.of(finding.span)
        yield "file", place.path
        yield "line", str(place.start.line)
        yield "endLine", str(place.end.line)
        if place.known and place.on_one_line:
            # the runner refuses columns for what goes over several lines
            yield "col", str(place.start.column)
            yield "endColumn", str(place.end.column)
    yield "title", finding.rule


def _within(text: str) -> str:
    data = text.encode("utf-8", "replace")
    if len(data) <= _LONGEST:
        return text
    return data[:_LONGEST].decode("utf-8", "ignore") + _CUT


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _more_than_shown(outcome: Outcome) -> Iterator[str]:
    numbers = Counter(_KINDS[finding.severity] for finding in outcome.findings)
    for kind, number in numbers.items():
        if number > SHOWN_OF_A_KIND:
            yield (
                f"GitHub shows {SHOWN_OF_A_KIND} of these {count(number, kind)} as annotations; "
                "all of them are in this log and in the job summary"
            )
