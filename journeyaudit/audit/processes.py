"""Many files -> what comes of them, found out by several processes at once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from typing import Any

from journeyaudit.audit.fresh import Fresh, fresh_results
from journeyaudit.audit.packed_results import packed, unpacked
from journeyaudit.finding.packed import Packing, Unpacking
from journeyaudit.project.configuration import configuration_for
from journeyaudit.project.discover import Discovered
from journeyaudit.project.rules import rules_for
from journeyaudit.project.wishes import Wishes

_PARTS_FOR_EACH = 4
"""So that nobody waits long for the one that got the slowest files."""


def fresh_by_many(
    found: Discovered,
    files: tuple[str, ...],
    named: frozenset[str],
    wishes: Wishes,
    processes: int,
    progress: Callable[[int, int], None] | None = None,
) -> Fresh:
    """The same as ``fresh_results``, in the same order."""
    parts = _parts(files, processes * _PARTS_FOR_EACH)
    tasks = [(part, named, wishes) for part in parts]
    # not forked: what the parent process has open or running is nobody else's business
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        answers = []
        for answer in pool.imap(_worked_out, tasks):
            answers.append(answer)
            if progress is not None:
                progress(len(answers) * len(files) // len(tasks), len(files))
    results, problems, read = [], list(found.findings), []
    for of_part, complaints, complained_of, seen in answers:
        results += [unpacked(file, kept) for file, kept in of_part]
        unpacking = Unpacking(complained_of)
        problems += [unpacking.finding(each) for each in complaints]
        read += seen
    return Fresh(tuple(results), tuple(dict.fromkeys(problems)), tuple(dict.fromkeys(read)))


def _parts(files: tuple[str, ...], number: int) -> list[tuple[str, ...]]:
    size = max(1, -(-len(files) // number))
    return [files[at : at + size] for at in range(0, len(files), size)]


def _worked_out(task: tuple[tuple[str, ...], frozenset[str], Wishes]) -> tuple[Any, ...]:
    """Runs in another process: only plain lists come back."""
    files, named, wishes = task
    configuration, _ = configuration_for(tuple(named), wishes)
    fresh = fresh_results(Discovered(files, ()), files, named, rules_for(configuration, wishes.today))
    packing = Packing()
    complaints = [packing.finding(each) for each in fresh.problems]
    return [(each.file, packed(each)) for each in fresh.results], complaints, packing.files, list(fresh.files)
