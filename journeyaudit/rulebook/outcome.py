"""What was checked and what was found, as one value: the only thing reports are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.rulebook.terms import USUAL, rank
from journeyaudit.source import Span
from journeyaudit.source.record import field, record
from journeyaudit.verdicts.verdict import Judgement

if TYPE_CHECKING:
    from journeyaudit.graph import JourneyGraph
    from journeyaudit.model.journey import Journey, Service
    from journeyaudit.model.trouble import Ignore
    from journeyaudit.rulebook.case import Case
    from journeyaudit.verdicts.verdict import MissingFact, Verdict


@record
class Tally:
    """How one rule fared in one journey in which it looked at something.

    ``troubles`` counts its warnings and errors that nobody accepted, and of a rule of the strictest
    profile, which asks for what is not said, its remarks as well. ``assessed`` are the things it could
    judge, ``missing`` are the facts it would need for the others.
    """

    rule: str
    pack: str
    profile: str
    troubles: int
    assessed: int
    missing: tuple[MissingFact, ...] = ()


@record
class Accepted:
    """A finding that an ``ignore`` of the journey accepts."""

    finding: Finding
    exception: Ignore


@record
class JourneyResult:
    """What came of one journey, without the journey: all that most reports need.

    ``judgements`` are the verdicts on its mistakes in source order. ``coverage`` is the mistake coverage
    of docs/meaning.md, section 8, as a share 0..1; None where there is nothing to cover. ``dated``: on
    another day it may come out otherwise.
    """

    name: str
    header: Span
    judgements: tuple[Judgement, ...]
    coverage: float | None = None
    tallies: tuple[Tally, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    dated: bool = False


@record
class JourneyOutcome:
    """One journey that was reported on, with everything that was made of it.

    ``case`` has what its rules looked at: the people are those that its file sees.
    """

    case: Case
    coverage: float | None = None
    tallies: tuple[Tally, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    dated: bool = False

    @property
    def service(self) -> Service:
        return self.case.service

    @property
    def journey(self) -> Journey:
        return self.case.journey

    @property
    def graph(self) -> JourneyGraph:
        return self.case.graph

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """In source order of their mistakes."""
        return self.case.verdicts

    def result(self) -> JourneyResult:
        """The same without the journey."""
        judgements = tuple(verdict.judgement for verdict in self.verdicts)
        journey = self.journey
        return JourneyResult(
            journey.name, journey.header, judgements, self.coverage, self.tallies, self.accepted, self.dated
        )


@record
class Asked:
    """A fact that nobody states, and the rules that wait for it."""

    fact: MissingFact
    rules: tuple[str, ...]


@record
class Outcome:
    """One run of ``check``: the files looked at, their journeys, and all findings in source order.

    ``service`` gives the names of the people and channels that verdicts mention by key. ``profile`` is
    the one that was asked for. ``kept`` are results of journeys that were not read again; where there
    are some, ``journeys`` and ``service`` do not have everything. ``fail_level`` is the severity from which
    on a finding makes a check fail. ``excluded`` are files that were named although they are to be left out.
    ``says_something``: some file has a journey, or people or channels for others. ``baselined`` are findings
    that a baseline has already, ``stale`` the fingerprints of those that it has in vain.
    """

    service: Service
    files: tuple[str, ...] = ()
    journeys: tuple[JourneyOutcome, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    profile: str = USUAL
    kept: tuple[JourneyResult, ...] = ()
    fail_level: Severity = Severity.ERROR
    excluded: tuple[str, ...] = ()
    says_something: bool = False
    baselined: tuple[Finding, ...] = ()
    stale: tuple[str, ...] = ()

    def results(self) -> Iterator[JourneyResult]:
        """What came of every journey."""
        yield from (each.result() for each in self.journeys)
        yield from self.kept

    @property
    def number_of_journeys(self) -> int:
        return len(self.journeys) + len(self.kept)

    @property
    def number_of_mistakes(self) -> int:
        return sum(len(each.judgements) for each in self.results())

    def verdicts(self) -> Iterator[Verdict]:
        """The verdicts in full, of ``journeys``."""
        for each in self.journeys:
            yield from each.verdicts

    def verdicts_that_are(self, judgement: Judgement) -> int:
        """How many mistakes got this verdict."""
        return sum(each.judgements.count(judgement) for each in self.results())

    def findings_of(self, severity: Severity) -> int:
        """How many findings are this bad."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def worst(self) -> Severity | None:
        """The worst severity among the findings; None without any."""
        found = {finding.severity for finding in self.findings}
        return next((severity for severity in Severity if severity in found), None)

    @property
    def profile_met(self) -> str:
        """The strictest profile whose rules found neither errors nor warnings; "" if there is none.

        The strictest of all leaves nothing open: not even remarks of its own rules, nor a mistake that
        cannot be assessed. In the others what could not be assessed does not stand in the way; ``asked``
        says what would decide it.
        """
        if not self.number_of_journeys or self.findings_of(Severity.INPUT):
            return ""
        broken = [rank(tally.profile) for tally in self._tallies() if tally.troubles]
        if self.verdicts_that_are(Judgement.NOT_ASSESSABLE):
            broken.append(len(PROFILES) - 1)
        met = min(broken, default=len(PROFILES))
        return PROFILES[met - 1] if met else ""

    def rules_assessed(self) -> tuple[int, int]:
        """Of the rules of the profile that look at something here: how many could be decided
        everywhere, and how many there are."""
        looked = {tally.rule for tally in self._tallies_of_profile()}
        open_ = {tally.rule for tally in self._tallies_of_profile() if tally.missing}
        return len(looked) - len(open_), len(looked)

    def asked(self) -> tuple[Asked, ...]:
        """The facts for which rules of the profile wait, those first for which most do."""
        waiting: dict[MissingFact, dict[str, None]] = {}
        for tally in self._tallies_of_profile():
            for fact in tally.missing:
                waiting.setdefault(fact, {})[tally.rule] = None
        found = [Asked(fact, tuple(rules)) for fact, rules in waiting.items()]
        return tuple(sorted(found, key=lambda each: -len(each.rules)))

    def accepted(self) -> Iterator[Accepted]:
        """What exceptions accept, in source order of the journeys."""
        for each in self.results():
            yield from each.accepted

    def _tallies(self) -> Iterator[Tally]:
        for each in self.results():
            yield from each.tallies

    def _tallies_of_profile(self) -> Iterator[Tally]:
        asked = rank(self.profile)
        return (tally for tally in self._tallies() if rank(tally.profile) <= asked)
