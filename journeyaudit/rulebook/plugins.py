"""Names of entry points -> rules that are written in Python, for what sentences cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.finding.words import listed
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look, RuleResult
from journeyaudit.rulebook.language.report import Found
from journeyaudit.rulebook.terms import USUAL
from journeyaudit.source import Span
from journeyaudit.syntax.rules.tree import Quantity

GROUP = "journeyaudit.rules"
"""The group of entry points. Each leads to a ``PythonRule`` or a list of them."""


@dataclass(frozen=True, slots=True)
class PythonRule:
    """A rule as a function from a case to findings.

    ``check`` gets one journey with its graph and verdicts and gives the findings, each with ``rule`` set
    to ``id``. It must not change anything. ``profile``, ``explains`` and ``ignorable`` mean what they
    mean in a rule page (docs/rule-language.md).
    """

    id: str
    pack: str
    check: Callable[[Case], Iterable[Finding]]
    profile: str = USUAL
    explains: tuple[str, ...] = ()
    ignorable: bool = True
    first_kind: str = ""

    def evaluate(self, case: Case, settings: Mapping[str, Quantity] | None, look: Look) -> RuleResult:
        """The findings, in source order; about which mistake each is, is told by its subject."""
        del settings
        numbers = {verdict.mistake.name: number for number, verdict in look.verdicts.items()}
        found = [
            Found(each, "mistake" if each.subject in numbers else "journey", None, numbers.get(each.subject))
            for each in self.check(case)
        ]
        found.sort(key=lambda each: (each.finding.span.file, each.finding.span.start))
        return RuleResult(tuple(found), assessed=1)


def rules_from(names: Iterable[str], place: Span) -> tuple[tuple[PythonRule, ...], tuple[Finding, ...]]:
    """The rules of installed packages, by the names of their entry points.

    A name that no package knows, one that cannot be loaded, and anything else than rules is a finding of
    severity ``INPUT`` at ``place``.
    """
    from importlib.metadata import entry_points

    known = {point.name: point for point in entry_points(group=GROUP)}
    rules: list[PythonRule] = []
    findings: list[Finding] = []
    for name in names:
        if name not in known:
            there = (
                f"there are {listed([f'`{each}`' for each in sorted(known)])}"
                if known
                else "none is installed"
            )
            findings.append(_problem(f"no installed package has rules called `{name}`", place, there))
            continue
        try:
            loaded = known[name].load()
        except Exception as error:  # whatever a foreign module does when it is loaded
            said = f"{type(error).__name__}: {error}"
            findings.append(_problem(f"the rules `{name}` cannot be loaded: {said}", place))
            continue
        rules += _checked(name, loaded, place, findings)
    return tuple(rules), tuple(findings)


def _checked(name: str, loaded: object, place: Span, findings: list[Finding]) -> list[PythonRule]:
    several = loaded if isinstance(loaded, list | tuple) else [loaded]
    good = [each for each in several if isinstance(each, PythonRule) and each.profile in PROFILES]
    if len(good) < len(several):
        findings.append(
            _problem(f"`{name}` leads to something that is no rule", place, "give PythonRule records")
        )
    return good


def _problem(title: str, place: Span, repair: str = "") -> Finding:
    return Finding("configuration", Severity.INPUT, title, place, help=repair)
