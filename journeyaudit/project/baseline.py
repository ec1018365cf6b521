"""An outcome and a file with known findings -> what is new, and what has gone since."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import count
from journeyaudit.project.baseline_file import Baseline, Entry, read_baseline
from journeyaudit.project.configuration import Configuration, problem
from journeyaudit.project.rules import Rules
from journeyaudit.project.wishes import Wishes
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText, Span

STALE = "stale-baseline"
_SEVERITIES = tuple(Severity)
Asked = Callable[[Entry, str], bool]
"""Is it still asked what an entry says about a file?"""


def without_known(
    path: str, outcome: Outcome, rules: Rules, configuration: Configuration, wishes: Wishes
) -> tuple[Outcome, Mapping[str, SourceText]]:
    """The outcome without what is in the baseline at ``path``, and its text if a finding points to it."""
    baseline = read_baseline(path)
    sources = {path: baseline.source} if baseline.source else {}
    if baseline.findings:
        found = baseline.findings if baseline.source else _unreadable(baseline, configuration, wishes)
        return replace(outcome, findings=(*found, *outcome.findings)), sources
    compared = _compared(outcome, baseline, _asked(rules, wishes))
    if not compared.stale:
        return compared, {}
    told = _stale(baseline, compared.stale, wishes)
    return replace(compared, findings=(*compared.findings, told)), sources


def _asked(rules: Rules, wishes: Wishes) -> Asked:
    profiles = {rule.id: rule.profile for rule in rules.rules}

    def asked(entry: Entry, path: str) -> bool:
        if entry.rule not in profiles:  # nobody can find it again, unless a folder with rules was left out
            return not wishes.isolated
        return rules.terms_for(path).asks_for(entry.rule, profiles[entry.rule])

    return asked


def _compared(outcome: Outcome, baseline: Baseline, asked: Asked) -> Outcome:
    marks = [(each, each.fingerprint) for each in entries_of(outcome.findings, baseline.folder)]
    known = [
        mark in baseline.entries and not _is_worse(each.severity, baseline.entries[mark].severity)
        for each, mark in marks
    ]
    stale: tuple[str, ...] = ()
    if not outcome.findings_of(Severity.INPUT):  # else something may only not have been looked at
        there = {mark for _, mark in marks}
        look = _Looked(outcome.files, baseline.folder, asked)
        gone = (mark for mark, entry in baseline.entries.items() if mark not in there and look.at(entry))
        stale = tuple(gone)
    pairs = list(zip(outcome.findings, known, strict=True))
    return replace(
        outcome,
        findings=tuple(finding for finding, is_known in pairs if not is_known),
        baselined=tuple(finding for finding, is_known in pairs if is_known),
        stale=stale,
    )


class _Looked:
    """What this run looked at; of all the rest it cannot be told whether it is still there."""

    def __init__(self, files: Iterable[str], folder: str, asked: Asked) -> None:
        self._files = frozenset(map(os.path.abspath, files))
        self._folder, self._asked = folder, asked

    def at(self, entry: Entry) -> bool:
        path = os.path.normpath(os.path.join(self._folder, entry.file))  # noqa: PTH118
        if "\0" in path or not os.path.lexists(path):
            return True
        return (not entry.file or path in self._files) and self._asked(entry, path)


def entries_of(findings: Iterable[Finding], folder: str) -> list[Entry]:
    """What a baseline in ``folder`` says about findings, in their order."""
    numbers: Counter[tuple[str, ...]] = Counter()
    entries = []
    for each in findings:
        about = (each.rule, seen_from(folder, each.span.file), each.journey, each.subject)
        numbers[about] += 1
        rule, file, journey, subject = about
        entries.append(Entry(rule, each.severity, file, journey, subject, numbers[about]))
    return entries


def seen_from(folder: str, path: str) -> str:
    """A path as the baseline in ``folder`` names it: the same wherever one stands."""
    if not path:
        return ""
    try:
        inside = os.path.relpath(os.path.abspath(path), folder)  # noqa: PTH100
    except ValueError:  # on another drive
        inside = os.path.abspath(path)  # noqa: PTH100
    return inside.replace(os.sep, "/")


def _is_worse(severity: Severity, than: Severity) -> bool:
    return _SEVERITIES.index(severity) < _SEVERITIES.index(than)


def _unreadable(baseline: Baseline, configuration: Configuration, wishes: Wishes) -> tuple[Finding, ...]:
    """A file that somebody named and that is not there, or cannot be read."""
    if os.path.lexists(baseline.path):
        return baseline.findings
    place = Span(baseline.path, 0, 0) if wishes.baseline else configuration.place("baseline")
    title, advice = f"there is no baseline “{baseline.path}”", "`check --write-baseline` writes it"
    return (replace(problem(title, place, advice), rule="baseline"),)


def _stale(baseline: Baseline, stale: tuple[str, ...], wishes: Wishes) -> Finding:
    plural = "is" if len(stale) == 1 else "are"
    file = f" --baseline {wishes.baseline}" if wishes.baseline else ""
    it = "it" if len(stale) == 1 else "them"
    return Finding(
        STALE,
        Severity.ERROR if wishes.fails_on_stale else Severity.INFO,
        f"{count(len(stale), 'finding')} of the baseline {plural} no longer there",
        baseline.places[stale[0]],
        notes=tuple(f"gone: {baseline.entries[each].words}" for each in stale),
        help=f"`journeyaudit check{file} --write-baseline` takes {it} out",
    )
