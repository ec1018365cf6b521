"""Under which terms the rules are applied: how much is asked for, with which thresholds, on which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.source.record import field, record

if TYPE_CHECKING:
    from journeyaudit.syntax.rules.tree import Quantity

USUAL = "service"
"""The profile of a rule that names none, and of a check that is told nothing."""

LEVELS = ("error", "warning", "info")
"""The severities that one may choose; what cannot be understood is worse than all of them."""


@record
class Terms:
    """``profile``: rules of later profiles stay silent, unless ``reported`` has the ids of the rules that do
    not. ``settings``: id of a rule -> its thresholds by name. ``severities``: id of a rule -> how bad it is
    what it finds, instead of what the rule says. ``today`` None is the real one."""

    profile: str = USUAL
    settings: Mapping[str, Mapping[str, Quantity]] = field(default_factory=dict)
    today: date | None = None
    reported: frozenset[str] | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def asks_for(self, rule: str, profile: str) -> bool:
        """Is it reported what a rule of this profile finds?"""
        return rank(profile) <= rank(self.profile) if self.reported is None else rule in self.reported

    def severity_of(self, finding: Finding) -> Severity:
        """How bad a finding counts. Text that cannot be understood is never made harmless."""
        own = finding.severity
        if own is Severity.INPUT:
            return own
        if finding.rule == "not-assessable" and own is Severity.INFO and self.profile == PROFILES[-1]:
            # in the strictest profile a mistake that cannot be assessed is no mere remark
            own = Severity.WARNING
        return self.severities.get(finding.rule, own)


def rank(profile: str) -> int:
    """How strict a profile is, from 0."""
    return PROFILES.index(profile)
