"""Files and folders -> an outcome, as ``audit_paths``, but what has not changed is not read again.

The outcome has the results of journeys and not the journeys; ``audit_paths`` is for who needs these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from journeyaudit.audit.packed_results import FileResult, packed, unpacked
from journeyaudit.audit.path import against_baseline, examined, in_order, ranked
from journeyaudit.finding import Finding, Severity
from journeyaudit.model.journey import Service
from journeyaudit.project import Project
from journeyaudit.project.cache import Cache
from journeyaudit.project.cache_key import cache_key
from journeyaudit.project.configuration import Configuration, configuration_for, excludes_of
from journeyaudit.project.discover import Discovered, discover
from journeyaudit.project.load import load_found
from journeyaudit.project.read_again import TextsOfFiles
from journeyaudit.project.rules import Rules, rules_for
from journeyaudit.project.wishes import Wishes
from journeyaudit.rulebook.outcome import JourneyResult, Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

WORTH_A_PROCESS = 150
"""With fewer files for each a second process takes longer to start than it saves."""


@record
class Means:
    """How to go about it: the folder in which results are kept (None: they are not), with how many
    processes (0: as many as are worth it), and who is told how far it has come (done, of)."""

    folder: Path | None = None
    processes: int = 0
    progress: Callable[[int, int], None] | None = None


@record
class Fresh:
    """What was found out anew, all that is wrong with the texts, and the files that were read."""

    results: tuple[FileResult, ...] = ()
    problems: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()


def audit_kept(
    paths: Iterable[str], wishes: Wishes, means: Means
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """The same findings as ``audit_paths`` gives, with ``kept`` results in place of ``journeys``."""
    paths = tuple(paths)
    configuration, complaints = configuration_for(paths, wishes)
    rules = rules_for(configuration, wishes.today)
    found = discover(paths, excludes_of(configuration, wishes), configuration.markdown)
    cache = _cache(means, configuration, rules)
    day = (wishes.today or date.today()).isoformat()
    results = _kept(cache, found.files, day)
    changed = tuple(file for file in found.files if file not in results)
    fresh = _fresh(found, changed, frozenset(paths), rules, wishes, means)
    results.update((each.file, each) for each in fresh.results)
    if cache is not None:
        for each in fresh.results:
            if each.sound:
                cache.put(each.file, each.made_from, day if each.dated else "", packed(each))
        cache.save(found.files)
    ordered = [results[file] for file in found.files if file in results]
    files = tuple(dict.fromkeys((*(each.file for each in ordered), *fresh.files)))
    rank = {path: number for number, path in enumerate(files)}
    told = ranked((*complaints, *rules.findings, *fresh.problems), rank)
    for each in ordered:
        told += ((rank[each.file], finding) for finding in each.findings)
    whole = Outcome(
        Service({}, {}, ()),
        tuple(each.file for each in ordered),
        (),
        in_order(told),
        rules.terms_for("").profile,
        tuple(journey for each in ordered for journey in each.journeys),
        fail_level=configuration.fail_level,
        excluded=found.excluded,
    )
    sources = TextsOfFiles(files, rules.sources)
    return against_baseline(whole, sources, rules, configuration, wishes)


def _cache(means: Means, configuration: Configuration, rules: Rules) -> Cache | None:
    """None where nothing may be kept: what an installed package of rules does, nobody can foresee."""
    if means.folder is None or configuration.plugins:
        return None
    return Cache(means.folder, cache_key(configuration, rules))


def _kept(cache: Cache | None, files: Sequence[str], day: str) -> dict[str, FileResult]:
    results: dict[str, FileResult] = {}
    for file in files if cache is not None else ():
        kept = cache.find(file, day) if cache is not None else None
        if kept is not None:
            try:
                results[file] = unpacked(file, kept)
            except (ValueError, TypeError, IndexError, AttributeError):
                continue
    return results


def _fresh(
    found: Discovered,
    files: tuple[str, ...],
    named: frozenset[str],
    rules: Rules,
    wishes: Wishes,
    means: Means,
) -> Fresh:
    processes = _processes(means.processes, len(files))
    if processes > 1:
        from journeyaudit.audit.processes import fresh_by_many

        return fresh_by_many(found, files, named, wishes, processes, means.progress)
    return fresh_results(found, files, named, rules, means.progress)


def _processes(wanted: int, files: int) -> int:
    if wanted:
        return min(wanted, files)
    import os

    return min(os.cpu_count() or 1, files // WORTH_A_PROCESS)


def fresh_results(
    found: Discovered,
    files: tuple[str, ...],
    named: frozenset[str],
    rules: Rules,
    progress: Callable[[int, int], None] | None = None,
) -> Fresh:
    """Reads and judges these files and what they import."""
    project = load_found(found, files, named)
    broken = {each.span.file for each in project.findings if each.severity is Severity.INPUT}
    journeys: dict[str, list[JourneyResult]] = {file: [] for file in project.reported}
    said: dict[str, list[Finding]] = {file: [] for file in project.reported}
    for number, (outcome, findings) in enumerate(examined(project, rules), 1):
        if progress is not None:
            progress(number, len(project.service.journeys))
        file = outcome.journey.span.file
        journeys[file].append(outcome.result())
        said[file] += findings
        if any(each.severity is Severity.INPUT for each in findings):
            broken.add(file)
    results = []
    for file in project.reported:
        made_from = _made_from(file, project)
        sound = broken.isdisjoint(made_from)
        results.append(FileResult(file, tuple(said[file]), tuple(journeys[file]), made_from, sound))
    return Fresh(tuple(results), project.findings, tuple(project.sources))


def _made_from(file: str, project: Project) -> tuple[str, ...]:
    """The file and all that it imports, directly or not."""
    found = {file: None}
    waiting = [file]
    for each in waiting:
        more = [path for path in project.imports.get(each, ()) if path not in found]
        found.update(dict.fromkeys(more))
        waiting += more
    return tuple(found)
