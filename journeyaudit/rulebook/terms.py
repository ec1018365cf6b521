"""Under which terms the rules are applied: how much is asked for, with which thresholds, on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from journeyaudit.source.record import record
from journeyaudit.syntax.rules.tree import PROFILES, Quantity

USUAL = "service"
"""The profile of a rule that names none, and of a check that is told nothing."""


@record
class Terms:
    """``profile``: rules of later profiles stay silent. ``settings``: id of a rule -> its thresholds by
    name. ``today`` None is the real one."""

    profile: str = USUAL
    settings: Mapping[str, Mapping[str, Quantity]] = field(default_factory=dict)
    today: date | None = None

    def asks_for(self, profile: str) -> bool:
        """Does a rule of this profile count?"""
        return rank(profile) <= rank(self.profile)


def rank(profile: str) -> int:
    """How strict a profile is, from 0."""
    return PROFILES.index(profile)
