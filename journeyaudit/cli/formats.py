"""The name of a format and a finished run -> the report as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from journeyaudit.reports.columns import WIDTH
from journeyaudit.reports.style import PLAIN, Style
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.reports.rule_entries import RuleEntry

FOR_PEOPLE = ("text", "concise")
"""Formats that are fitted to the screen; the others are the same bytes everywhere."""
FORMATS = (*FOR_PEOPLE, "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")


@record
class Job:
    """A finished run. ``folders`` have rules of one's own; paths are told as seen from where it ran.

    ``statistics``: does the report in words count the findings of each rule?
    """

    outcome: Outcome
    sources: Mapping[str, SourceText]
    folders: tuple[str, ...] = ()
    exit_code: int = 0
    statistics: bool = False


def made(form: str, job: Job, style: Style = PLAIN, width: int = WIDTH) -> str:
    """The report, ending with a line feed. A format loads its module when it is asked for."""
    outcome, sources, root = job.outcome, job.sources, str(Path.cwd())
    match form:
        case "text":
            from journeyaudit.reports.text import text_report

            return text_report(outcome, sources, width=width, style=style, statistics=job.statistics)
        case "concise":
            from journeyaudit.reports.concise import concise_report

            return concise_report(outcome, sources, style=style)
        case "json":
            from journeyaudit import __version__
            from journeyaudit.reports.json import json_report

            return json_report(outcome, sources, root=root, tool_version=__version__)
        case "sarif":
            return _sarif(job)
        case "github":
            from journeyaudit.reports.github import github_report

            return github_report(outcome, sources, root=root)
        case "gitlab":
            from journeyaudit.reports.gitlab import gitlab_report

            return gitlab_report(outcome, sources, root=root)
        case "junit":
            from journeyaudit.reports.junit import junit_report

            return junit_report(outcome, sources, root=root)
        case "rdjson":
            from journeyaudit.reports.rdjson import rdjson_report

            return rdjson_report(outcome, sources, root=root)
        case "markdown":
            from journeyaudit.reports.markdown import markdown_report

            return markdown_report(outcome, sources, root=root)
        case _:
            raise ValueError(f"no format is called {form!r}")


def _sarif(job: Job) -> str:
    from journeyaudit import __version__
    from journeyaudit.reports.sarif import Run, sarif_report

    run = Run(job.exit_code, __version__)
    return sarif_report(job.outcome, job.sources, _entries(job), run, root=str(Path.cwd()))


def _entries(job: Job) -> dict[str, RuleEntry]:
    """What the pages of those rules say that found something."""
    from journeyaudit.reports.rule_entries import entry_of
    from journeyaudit.rulebook.shelf import rules_of
    from journeyaudit.source.shipped import shipped

    named = {finding.rule for finding in (*job.outcome.findings, *job.outcome.baselined)}
    named |= {accepted.finding.rule for accepted in job.outcome.accepted()}
    ours = str(shipped("rules"))
    rules = (rule for rule in rules_of(job.folders).rules if rule.id in named)
    return {rule.id: entry_of(rule, shipped=rule.source.path.startswith(ours)) for rule in rules}
