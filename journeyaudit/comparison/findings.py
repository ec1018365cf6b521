"""The findings of two runs -> those that are new, fixed, still there, accepted, or no longer accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from itertools import count

from journeyaudit.comparison.side import Side
from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.fingerprint import fingerprint
from journeyaudit.model.journey import Journey
from journeyaudit.model.trouble import Ignore
from journeyaudit.source.record import record


class Fate(StrEnum):
    """What became of a finding."""

    NEW = "new"
    FIXED = "fixed"
    GONE = "no longer described"
    """Nobody mended it: the journey or the mistake that it is about is not described any more."""
    STILL = "still there"
    ACCEPTED = "now accepted"
    """An exception accepts what was found before."""
    EXPOSED = "no longer accepted"
    """The exception that accepted it has gone or has expired."""


@record
class FindingChange:
    """``finding`` is the later one where there is one. ``old_severity`` is None where it was not found.

    ``fingerprint`` is made as for a check, of the file and the names of the side ``finding`` comes from.
    ``expired`` is the exception that would accept it, had it not expired.
    """

    fate: Fate
    finding: Finding
    old_severity: Severity | None
    fingerprint: str
    expired: Ignore | None = None

    @property
    def is_of_the_earlier_side(self) -> bool:
        return self.fate in (Fate.FIXED, Fate.GONE)

    @property
    def is_new_error(self) -> bool:
        """An error that was none before."""
        severe = (Severity.ERROR, Severity.INPUT)
        found = self.fate in (Fate.NEW, Fate.STILL, Fate.EXPOSED)
        return found and self.finding.severity in severe and self.old_severity not in severe


Names = Mapping[tuple[str, str], tuple[str, str]]
"""Journey and subject before -> the same after, for those that are called otherwise."""
_Key = tuple[str, str, str, str, int]


def changed_findings(
    before: Side,
    after: Side,
    journeys: Mapping[str, str],
    names: Names,
    is_gone: Callable[[Finding], bool],
) -> tuple[FindingChange, ...]:
    """In the order of the later run, fixed ones last. ``journeys`` has the places of the files of journeys
    that are the same: before -> after. ``is_gone`` says whether that is gone what an earlier one is about."""
    translate = _Translation(before, journeys, names)
    olds, hidden = _keyed(before.outcome.findings, translate), _keyed(_accepted(before), translate)
    news, accepted = (
        _keyed(each, lambda finding: _about(after, finding))
        for each in (after.outcome.findings, _accepted(after))
    )
    marks = _marks(after)
    expired = _expired(after)
    changes = []
    for key, finding in news.items():
        old = olds.get(key)
        fate = Fate.STILL if old else Fate.EXPOSED if key in hidden else Fate.NEW
        severity = old.severity if old else None
        changes.append(FindingChange(fate, finding, severity, marks[id(finding)], expired(finding)))
    for key, finding in accepted.items():
        if key in olds:
            changes.append(FindingChange(Fate.ACCEPTED, finding, olds[key].severity, marks[id(finding)]))
    old_marks = _marks(before)
    for key, finding in olds.items():
        if key not in news and key not in accepted:
            fate = Fate.GONE if is_gone(finding) else Fate.FIXED
            changes.append(FindingChange(fate, finding, finding.severity, old_marks[id(finding)]))
    return tuple(changes)


class _Translation:
    """What an earlier finding is about, in the names of the later text."""

    def __init__(self, side: Side, journeys: Mapping[str, str], names: Names) -> None:
        self._side, self._journeys, self._names = side, journeys, names

    def __call__(self, finding: Finding) -> tuple[str, str, str, str]:
        rule, place, journey, subject = _about(self._side, finding)
        journey, subject = self._names.get((journey, subject), (journey, subject))
        journey, _ = self._names.get((journey, ""), (journey, ""))
        return rule, self._journeys.get(place, place), journey, subject


def _about(side: Side, finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, side.place(finding.span), finding.journey, finding.subject


def _keyed(
    findings: Iterable[Finding], about: Callable[[Finding], tuple[str, str, str, str]]
) -> dict[_Key, Finding]:
    """Those that share everything are numbered, as fingerprints do."""
    seen: dict[tuple[str, str, str, str], count[int]] = {}
    found = {}
    for finding in findings:
        key = about(finding)
        found[(*key, next(seen.setdefault(key, count(1))))] = finding
    return found


def _accepted(side: Side) -> list[Finding]:
    return [each.finding for each in side.outcome.accepted()]


def _marks(side: Side) -> Mapping[int, str]:
    """Fingerprints by the identity of findings."""
    marks = {}
    for findings in (side.outcome.findings, _accepted(side)):
        seen: dict[tuple[str, str, str, str], count[int]] = {}
        for each in findings:
            about = (each.rule, side.path(each.span), each.journey, each.subject)
            marks[id(each)] = fingerprint(about, next(seen.setdefault(about, count(1))))
    return marks


def _expired(side: Side) -> Callable[[Finding], Ignore | None]:
    """The exceptions of the later text that fit what is found all the same: they are no longer in force."""
    journeys: dict[str, list[Journey]] = {}
    for told in side.outcome.journeys:
        journeys.setdefault(told.journey.name, []).append(told.journey)

    def found(finding: Finding) -> Ignore | None:
        ignores = (each for journey in journeys.get(finding.journey, ()) for each in journey.ignores)
        fitting = (
            each
            for each in ignores
            if each.expires is not None and each.rule == finding.rule and each.covers(finding.span)
        )
        return next(fitting, None)

    return found
