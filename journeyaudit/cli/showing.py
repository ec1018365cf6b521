"""A configuration -> what ``check`` would look at, or under which settings, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN
from journeyaudit.cli.reading import complain
from journeyaudit.finding import Finding
from journeyaudit.project.configuration import Configuration, excludes_of
from journeyaudit.reports.columns import shown


def list_files(paths: Sequence[str], read: tuple[Configuration, tuple[Finding, ...]]) -> int:
    """One path a line; ``BROKEN`` if there is none, or something is in the way."""
    from journeyaudit.project.discover import discover

    configuration, complaints = read
    found = discover(paths, excludes_of(configuration), configuration.markdown)
    problems = [*complaints, *found.findings]
    complain(problems, configuration.sources)
    screen.write("".join(f"{shown(file)}\n" for file in found.files))
    return CLEAN if found.files and not problems else BROKEN


def list_settings(read: tuple[Configuration, tuple[Finding, ...]]) -> int:
    """Every setting in force; ``BROKEN`` if something in the configuration means nothing."""
    from journeyaudit.project.rules import rules_for
    from journeyaudit.project.settings_text import settings_text

    configuration, complaints = read
    rules = rules_for(configuration)
    problems = [*complaints, *rules.findings]
    complain(problems, rules.sources)
    screen.write("".join(f"{shown(line)}\n" for line in settings_text(configuration).splitlines()))
    return BROKEN if problems else CLEAN
