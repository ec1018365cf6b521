"""An outcome and a wish -> the baseline written anew, and what is left to report."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from journeyaudit.cli import screen
from journeyaudit.cli.exits import Trouble
from journeyaudit.finding import Severity
from journeyaudit.finding.words import count
from journeyaudit.project.baseline_place import baseline_place
from journeyaudit.project.configuration import Configuration
from journeyaudit.project.wishes import Wishes
from journeyaudit.reports.columns import shown
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText


def in_ci(environment: Mapping[str, str] = os.environ) -> bool:
    """Does a machine run this, where nobody would read what is only told?"""
    return environment.get("CI", "").lower() not in ("", "0", "false")


def write_baseline(
    outcome: Outcome,
    sources: Mapping[str, SourceText],
    configuration: Configuration,
    wishes: Wishes,
    *,
    may_grow: bool,
) -> Outcome:
    """What is left to report; nothing is written if something could not be read or understood."""
    path = baseline_place(configuration, wishes)
    if outcome.worst is Severity.INPUT or not outcome.number_of_journeys:
        screen.write(
            f"journeyaudit: {shown(path)} was not written: something could not be read or understood\n",
            to_stderr=True,
        )
        return outcome
    from journeyaudit.cli.writing import write_new
    from journeyaudit.project.baseline_writing import rewritten

    made = rewritten(outcome, path, may_grow=may_grow)
    data = made.text.encode("utf-8", "backslashreplace")
    if not _says(path, data):
        write_new(Path(path), data, (name for name in sources if name != path))
    changes = [f"{made.added:,} added"] if made.added else []
    changes += [f"{made.removed:,} taken out"] if made.removed else []
    said = f"{shown(path)} has {count(made.entries, 'finding')}"
    screen.write(f"{said} ({', '.join(changes) or 'unchanged'})\n", to_stderr=True)
    if made.new:
        told = f"{count(made.new, 'new finding')} not put into it: --allow-new does that"
        screen.write(f"{told}\n", to_stderr=True)
    return made.outcome


def _says(path: str, data: bytes) -> bool:
    try:
        return Path(path).read_bytes() == data
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Trouble(f"cannot read {path}: {(error.strerror or str(error)).lower()}") from error
