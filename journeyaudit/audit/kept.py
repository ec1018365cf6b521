"""Files and folders -> an outcome, as ``audit_paths``, but what has not changed is not read again.

The outcome has the results of journeys and not the journeys; ``audit_paths`` is for who needs these. Where
nothing has changed, nothing that reads or judges is even loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeyaudit.audit.ordering import against_baseline, in_order, ranked
from journeyaudit.audit.packed_results import FileResult, packed, unpacked
from journeyaudit.finding import Finding
from journeyaudit.model.journey import Service
from journeyaudit.project.baseline_place import baseline_in_use
from journeyaudit.project.cache import Cache
from journeyaudit.project.configuration import Configuration, configuration_for, excludes_of
from journeyaudit.project.discover import Discovered, discover
from journeyaudit.project.read_again import TextsOfFiles
from journeyaudit.project.wishes import Wishes
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.audit.fresh import Fresh
    from journeyaudit.project.rules import Rules

WORTH_A_PROCESS = 150
"""With fewer files for each a second process takes longer to start than it saves."""


@record
class Means:
    """How to go about it: the folder in which results are kept (None: they are not), with how many
    processes (0: as many as are worth it), and who is told how far it has come (done, of). ``version``: what
    another version of the program has kept is not used."""

    folder: Path | None = None
    processes: int = 0
    progress: Callable[[int, int], None] | None = None
    version: str = ""


def audit_kept(
    paths: Iterable[str], wishes: Wishes, means: Means
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """The same findings as ``audit_paths`` gives, with ``kept`` results in place of ``journeys``."""
    paths = tuple(paths)
    configuration, complaints = configuration_for(paths, wishes)
    found = discover(paths, excludes_of(configuration, wishes), configuration.markdown)
    day = (wishes.today or date.today()).isoformat()
    cache = _cache(means, configuration)
    results = _results_kept(cache, found.files, day)
    changed = tuple(file for file in found.files if file not in results)
    rules = _rules(configuration, wishes, bool(changed))
    problems = [*complaints, *(rules.findings if rules is not None else ())]
    read: tuple[str, ...] = ()
    if changed and rules is not None:
        fresh = _fresh(found, changed, frozenset(paths), rules, wishes, means)
        results.update((each.file, each) for each in fresh.results)
        _keep(cache, fresh, found.files, day)
        problems += fresh.problems
        read = fresh.files
    else:
        problems += found.findings
    ordered = [results[file] for file in found.files if file in results]
    whole = _whole(ordered, problems, read, configuration, found)
    sources = TextsOfFiles((*whole.files, *read), rules.sources if rules is not None else {})
    if rules is None:  # then no baseline is in use
        return whole, sources
    return against_baseline(whole, sources, rules, configuration, wishes)


def _rules(configuration: Configuration, wishes: Wishes, changed: bool) -> Rules | None:
    """None where nobody needs them: nothing is to be judged, nothing is configured, nothing is known."""
    if not changed and not configuration.layers and not baseline_in_use(configuration, wishes):
        return None
    from journeyaudit.project.rules import rules_for

    return rules_for(configuration, wishes.today)


def _cache(means: Means, configuration: Configuration) -> Cache | None:
    """None where nothing may be kept: what an installed package of rules does, nobody can foresee."""
    if means.folder is None or configuration.plugins:
        return None
    from journeyaudit.project.cache_key import cache_key

    return Cache(means.folder, cache_key(configuration, means.version))


def _results_kept(cache: Cache | None, files: Sequence[str], day: str) -> dict[str, FileResult]:
    results: dict[str, FileResult] = {}
    for file in files if cache is not None else ():
        kept = cache.find(file, day) if cache is not None else None
        if kept is not None:
            try:
                results[file] = unpacked(file, kept)
            except (ValueError, TypeError, IndexError, AttributeError):
                continue
    return results


def _keep(cache: Cache | None, fresh: Fresh, files: Sequence[str], day: str) -> None:
    if cache is None:
        return
    for each in fresh.results:
        if each.sound:
            cache.put(each.file, each.made_from, day if each.dated else "", packed(each))
    cache.save(files)


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
    from journeyaudit.audit.fresh import fresh_results

    return fresh_results(found, files, named, rules, means.progress)


def _processes(wanted: int, files: int) -> int:
    if wanted:
        return min(wanted, files)
    import os

    return min(os.cpu_count() or 1, files // WORTH_A_PROCESS)


def _whole(
    ordered: Sequence[FileResult],
    problems: Iterable[Finding],
    read: Sequence[str],
    configuration: Configuration,
    found: Discovered,
) -> Outcome:
    files = tuple(each.file for each in ordered)
    rank = {path: number for number, path in enumerate(dict.fromkeys((*files, *read)))}
    told = ranked(problems, rank)
    for each in ordered:
        told += ((rank[each.file], finding) for finding in each.findings)
    return Outcome(
        Service({}, {}, ()),
        files,
        (),
        in_order(told),
        configuration.profile,
        tuple(journey for each in ordered for journey in each.journeys),
        fail_level=configuration.fail_level,
        excluded=found.excluded,
        says_something=any(each.says_something for each in ordered),
    )
