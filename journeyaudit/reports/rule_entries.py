"""Rules on the shelf -> what a list of rules says about each: bare words, ready for text, JSON and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeyaudit.finding import Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.rulebook.language import CompiledRule
from journeyaudit.rulebook.language.operands import value_of
from journeyaudit.rulebook.language.values import said
from journeyaudit.rulebook.pages import RulePage, read_page
from journeyaudit.rulebook.shelf import ShelvedRule
from journeyaudit.rulebook.terms import USUAL
from journeyaudit.source.record import record
from journeyaudit.syntax.rules.tree import Quantity

_SEVERITIES = tuple(Severity)


@record
class RuleEntry:
    """One rule. ``severities`` are those that it may have, in the order in which they are tried;
    ``settings`` its thresholds with their defaults in words. ``shipped``: it comes with the tool;
    ``file`` is the path of its page."""

    id: str
    pack: str
    severities: tuple[str, ...]
    profile: str
    explains: tuple[str, ...]
    ignorable: bool
    applies_to: str
    settings: Mapping[str, str]
    because: tuple[str, ...]
    shipped: bool
    file: str
    page: RulePage

    @property
    def severity(self) -> str:
        """The worst one that it may have."""
        return min(self.severities, key=lambda each: _SEVERITIES.index(Severity(each)))


def entry_of(rule: ShelvedRule, *, shipped: bool) -> RuleEntry:
    """What the page of a rule and its sentences say about it."""
    return compiled_entry(rule.compiled, read_page(rule.source)[0], rule.source.path, shipped)


def compiled_entry(rule: CompiledRule, page: RulePage, file: str, shipped: bool) -> RuleEntry:
    """The same for a rule that stands on no shelf."""
    written = rule.written
    grades = dict.fromkeys(str(grade.severity) for grade in written.grades)
    return RuleEntry(
        rule.id,
        rule.pack,
        tuple(grades) or (str(Severity.WARNING),),
        written.profile or USUAL,
        tuple(word.text for word in written.explains),
        written.ignorable,
        written.applies_to,
        settings_of(rule.defaults),
        written.because,
        shipped,
        file,
        page,
    )


def settings_of(settings: Mapping[str, Quantity]) -> dict[str, str]:
    """Thresholds in words, by name."""
    return {name: said(value_of(default)[0]) for name, default in settings.items()}


def chosen(
    entries: Iterable[RuleEntry], packs: Iterable[str] = (), profile: str = ""
) -> tuple[RuleEntry, ...]:
    """Those of some packs (of all, if none is named) that count in a profile: it contains earlier ones."""
    wanted = frozenset(packs)
    last = PROFILES.index(profile) if profile else len(PROFILES)
    return tuple(
        each
        for each in entries
        if (not wanted or each.pack in wanted) and PROFILES.index(each.profile) <= last
    )
