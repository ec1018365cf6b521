"""An outcome that was compared with a baseline -> what the file should say now, and what is left then."""

from __future__ import annotations

import os
from dataclasses import replace

from journeyaudit.finding import Finding, Severity
from journeyaudit.project.baseline import STALE, entries_of
from journeyaudit.project.baseline_file import Baseline, Entry, baseline_text, read_baseline
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source.record import record


@record
class Rewritten:
    """``text`` is that of the new file with its ``entries``, ``outcome`` what is left when it is used.
    ``new`` are findings that were not put into it, because nobody said that it may grow."""

    text: str
    outcome: Outcome
    entries: int
    added: int
    removed: int
    new: int


def rewritten(outcome: Outcome, path: str, *, may_grow: bool) -> Rewritten:
    """What the baseline at ``path`` should say, for what ``without_known`` made of an outcome.

    One that is not there yet takes everything up; afterwards it only shrinks, unless it ``may_grow``. What
    this run did not look at stays. An outcome with findings of severity ``INPUT`` is not fit for it.
    """
    is_there = os.path.lexists(path)
    baseline = read_baseline(path) if is_there else Baseline(path, {}, {})
    kept = {mark: each for mark, each in baseline.entries.items() if mark not in outcome.stale}
    known = len(outcome.baselined)
    every = (*outcome.baselined, *outcome.findings)
    said = entries_of(every, baseline.folder)
    for entry in said[:known]:
        _renew(kept, entry, counts=_counts(entry, outcome))
    added, left = list[Finding](), list[Finding]()
    for finding, entry in zip(every[known:], said[known:], strict=True):
        if _counts(entry, outcome) and (may_grow or not is_there):
            kept[entry.fingerprint] = entry
            added.append(finding)
        elif finding.rule != STALE:
            left.append(finding)
    after = replace(outcome, findings=tuple(left), baselined=(*outcome.baselined, *added), stale=())
    new = sum(_counts(each, outcome) for each in entries_of(left, baseline.folder))
    removed = sum(mark not in kept for mark in baseline.entries)
    return Rewritten(baseline_text(kept.values()), after, len(kept), len(added), removed, new)


def _renew(kept: dict[str, Entry], entry: Entry, *, counts: bool) -> None:
    """What has become less bad is written down like that; what no longer counts is left out."""
    if counts:
        kept[entry.fingerprint] = entry
    else:
        kept.pop(entry.fingerprint, None)


def _counts(entry: Entry, outcome: Outcome) -> bool:
    """Is it worth a line? Remarks are, where they make a check fail."""
    if entry.rule == STALE or entry.severity is Severity.INPUT:
        return False
    return entry.severity is not Severity.INFO or outcome.fail_level is Severity.INFO
