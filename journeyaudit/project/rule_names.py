"""Names in a configuration -> the rules they stand for, and what is wrong with names that mean nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from journeyaudit.finding import Finding
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.project.configuration import problem
from journeyaudit.project.options import OFF
from journeyaudit.rulebook.survey import Rule
from journeyaudit.rulebook.terms import rank
from journeyaudit.source import Span
from journeyaudit.syntax.vocabulary import nearest

LISTS = ("select", "extend-select", "ignore")
_PROFILE = "profile:"


class RuleNames:
    """Ids, packs, and ``profile:kafka`` for the rules that belong to it or to a profile before it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in rules}
        self._members: dict[str, set[str]] = {f"{_PROFILE}{each}": set() for each in PROFILES}
        for rule in rules:
            for name in (rule.id, rule.pack):
                self._members.setdefault(name, set()).add(rule.id)
            for profile in PROFILES[rank(rule.profile) :]:
                self._members[f"{_PROFILE}{profile}"].add(rule.id)

    def meant(self, names: Sequence[str]) -> set[str]:
        """The ids of all rules that are named; a name that is not known stands for none."""
        return {each for name in names for each in self._members.get(name, ())}

    def of_profile(self, profile: str) -> set[str]:
        return self._members[f"{_PROFILE}{profile}"]

    def always_on(self) -> set[str]:
        """Rules about what is switched off cannot be switched off themselves."""
        return {rule.id for rule in self.rules.values() if not rule.ignorable}

    def problems(self, values: Mapping[str, Any], place: Callable[..., Span]) -> list[Finding]:
        """What a table of the configuration says about rules that are not there, or that stay on."""
        found = []
        for key in LISTS:
            for number, name in enumerate(values.get(key, ())):
                span = place(key, str(number))
                if name not in self._members:
                    found.append(_unknown("rule, pack or profile", name, tuple(self._members), span))
                elif key == "ignore" and self._stays_on(name):
                    found.append(_cannot_be_off(name, span))
        for name, level in values.get("severity", {}).items():
            if name not in self.rules:
                found.append(_unknown("rule", name, tuple(self.rules), place("severity", name)))
            elif level == OFF and self._stays_on(name):
                found.append(_cannot_be_off(name, place("severity", name)))
        return found

    def _stays_on(self, name: str) -> bool:
        """No rule of this name can be switched off."""
        members = self._members[name]
        return bool(members) and members <= self.always_on()


def _unknown(kind: str, name: str, known: Sequence[str], span: Span) -> Finding:
    meant = nearest(name, known)
    return problem(f"there is no {kind} `{name}`", span, f"did you mean `{meant}`?" if meant else "")


def _cannot_be_off(name: str, span: Span) -> Finding:
    return problem(
        f"`{name}` cannot be switched off", span, "it watches over what is switched off in the journeys"
    )
