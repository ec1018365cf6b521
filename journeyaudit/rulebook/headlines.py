"""What all rules found -> headlines: what explains another finding hangs below it as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook.language.report import Found
from journeyaudit.rulebook.terms import rank
from journeyaudit.source.record import record, with_other

_SEVERITIES = tuple(Severity)


@record
class Said:
    """A finding with what its rule says about itself: its profile, and which rules it ``explains``.

    ``severity`` is how bad it counts where that is configured, None where it is what the rule says.
    """

    found: Found
    profile: str
    explains: tuple[str, ...] = ()
    severity: Severity | None = None

    @property
    def rule(self) -> str:
        return self.found.finding.rule

    @property
    def finding(self) -> Finding:
        """The finding, as bad as it counts."""
        own = self.found.finding
        return own if self.severity in (None, own.severity) else with_other(own, severity=self.severity)


@record
class Headline:
    """One trouble. ``evidence`` explains it, the weightiest first."""

    said: Said
    evidence: tuple[Said, ...] = ()

    def finding(self) -> Finding:
        """The headline with its evidence; it is as bad as the worst of it."""
        own = self.said.finding
        below = tuple(each.finding for each in self.evidence)
        worst = min((own, *below), key=lambda each: _SEVERITIES.index(each.severity)).severity
        return with_other(own, severity=worst, evidence=(*own.evidence, *below))


def headlines(said: Sequence[Said]) -> list[Headline]:
    """Keeps the order. A finding goes below the first one that it explains; what explains evidence goes
    below the headline of that evidence."""
    at = _Places(said)
    above = [at.explained_by(number) for number in range(len(said))]
    below: dict[int, list[Said]] = {}
    for number, each in enumerate(said):
        top = _top(number, above)
        if top != number:
            below.setdefault(top, []).append(each)
    tops = [number for number in range(len(said)) if _top(number, above) == number]
    return [Headline(said[number], tuple(sorted(below.get(number, ()), key=_weight))) for number in tops]


def _weight(said: Said) -> tuple[int, int]:
    return _SEVERITIES.index(said.found.finding.severity), rank(said.profile)


def _top(number: int, above: Sequence[int | None]) -> int:
    """Where the chain of explanations ends; of findings that explain each other the first stands on top."""
    seen: list[int] = []
    at: int | None = number
    while at is not None and at not in seen:
        seen.append(at)
        at = above[at]
    return seen[-1] if at is None else min(seen[seen.index(at) :])


class _Places:
    """Where the findings of each rule are, by mistake and by place."""

    def __init__(self, said: Sequence[Said]) -> None:
        self._said = said
        self._of_mistake: dict[tuple[str, int], int] = {}
        self._at_place: dict[tuple[str, int], int] = {}
        self._of_rule: dict[str, int] = {}
        for number, each in enumerate(said):
            self._of_rule.setdefault(each.rule, number)
            if each.found.mistake is not None:
                self._of_mistake.setdefault((each.rule, each.found.mistake), number)
            if each.found.node is not None:
                self._at_place.setdefault((each.rule, each.found.node), number)

    def explained_by(self, number: int) -> int | None:
        """The number of the finding that this one explains."""
        each = self._said[number]
        found = (self._explained(rule, each.found) for rule in each.explains if rule != each.rule)
        return next((one for one in found if one is not None), None)

    def _explained(self, rule: str, found: Found) -> int | None:
        """About the same mistake; else at the same place; else the first one in the journey, unless both
        are about mistakes, which then are two."""
        same = self._of_mistake.get((rule, found.mistake)) if found.mistake is not None else None
        if same is None and found.node is not None:
            same = self._at_place.get((rule, found.node))
            if same is not None and self._two_mistakes(found, same):
                same = None
        if same is None:
            same = self._of_rule.get(rule)
            if same is not None and self._two_mistakes(found, same):
                return None
        return same

    def _two_mistakes(self, found: Found, other: int) -> bool:
        theirs = self._said[other].found.mistake
        return found.mistake is not None and theirs is not None and found.mistake != theirs


def worst_first(headlines: Iterable[Headline]) -> list[Headline]:
    """Errors before warnings; among equals what belongs to an earlier profile, then what stands first."""
    return sorted(headlines, key=_order)


def _order(headline: Headline) -> tuple[int, int, str, int, str]:
    finding = headline.finding()
    severity = _SEVERITIES.index(finding.severity)
    return severity, rank(headline.said.profile), finding.span.file, finding.span.start, finding.rule
