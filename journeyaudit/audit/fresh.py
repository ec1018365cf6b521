"""Files -> what comes of them, read and judged now."""

from __future__ import annotations

from collections.abc import Callable

from journeyaudit.audit.packed_results import FileResult
from journeyaudit.audit.path import examined
from journeyaudit.finding import Finding, Severity
from journeyaudit.project.discover import Discovered
from journeyaudit.project.load import load_found
from journeyaudit.project.rules import Rules
from journeyaudit.project.seen import SeenFrom
from journeyaudit.rulebook.outcome import JourneyResult
from journeyaudit.source.record import record


@record
class Fresh:
    """What was found out anew, all that is wrong with the texts, and the files that were read."""

    results: tuple[FileResult, ...] = ()
    problems: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()


def fresh_results(
    found: Discovered,
    files: tuple[str, ...],
    named: frozenset[str],
    rules: Rules,
    progress: Callable[[int, int], None] | None = None,
) -> Fresh:
    """Reads and judges these files and what they import."""
    project = load_found(found, files, named)
    seen = SeenFrom(project)
    broken = {each.span.file for each in project.findings if each.severity is Severity.INPUT}
    journeys: dict[str, list[JourneyResult]] = {file: [] for file in project.reported}
    said: dict[str, list[Finding]] = {file: [] for file in project.reported}
    for number, (outcome, findings) in enumerate(examined(project, seen, rules), 1):
        if progress is not None:
            progress(number, len(project.service.journeys))
        file = outcome.journey.span.file
        journeys[file].append(outcome.result())
        said[file] += findings
        if any(each.severity is Severity.INPUT for each in findings):
            broken.add(file)
    results = []
    for file in project.reported:
        made_from = seen.files(file)
        sound = broken.isdisjoint(made_from)
        says_something = bool(project.trees[file].blocks)
        found_here = tuple(said[file]), tuple(journeys[file])
        results.append(FileResult(file, *found_here, made_from, sound, says_something))
    return Fresh(tuple(results), project.findings, tuple(project.sources))
