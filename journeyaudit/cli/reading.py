"""One file -> its audited journeys, or the reasons why not on standard error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journeyaudit.cli import screen
from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.columns import shown
from journeyaudit.source import SourceText

if TYPE_CHECKING:
    from journeyaudit.rulebook.outcome import Outcome


def read_journeys(file: str) -> tuple[Outcome, bool]:
    """What was found in a file, and whether all of it could be read and understood."""
    outcome, _, understood = read_with_sources(file)
    return outcome, understood


def read_with_sources(file: str) -> tuple[Outcome, Mapping[str, SourceText], bool]:
    """The same, with the texts by the names of their files."""
    from journeyaudit.audit import Wishes, audit_paths

    outcome, sources = audit_paths((file,), Wishes(also_excluded=True))
    problems = [each for each in outcome.findings if each.severity is Severity.INPUT]
    complain(problems, sources)
    if not outcome.journeys and not problems:
        screen.write(f"journeyaudit: no journey is described in {shown(file)}\n", to_stderr=True)
    return outcome, sources, bool(outcome.journeys) and not problems


def complain(problems: list[Finding], sources: Mapping[str, SourceText]) -> None:
    """Shows input problems on standard error."""
    if not problems:
        return
    from journeyaudit.reports.text import finding_text

    for problem in problems:
        text = finding_text(
            problem, sources, width=screen.width(), style=screen.style("auto", to_stderr=True)
        )
        screen.write(text, to_stderr=True)
