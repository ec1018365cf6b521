"""What was checked and what was found, as one value: the only thing reports are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from journeyaudit.finding import Finding, Severity
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.journey import Journey, Service
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Judgement, Verdict


@record
class JourneyOutcome:
    """One journey that was reported on.

    ``verdicts`` are in source order of their mistakes. ``coverage`` is the mistake coverage
    of docs/meaning.md, section 8, as a share 0..1; None where there is nothing to cover.
    """

    journey: Journey
    graph: JourneyGraph
    verdicts: tuple[Verdict, ...]
    coverage: float | None = None


@record
class Outcome:
    """One run of ``check``: the files looked at, their journeys, and all findings in source order.

    ``service`` gives the names of the people and channels that verdicts mention by key.
    """

    service: Service
    files: tuple[str, ...] = ()
    journeys: tuple[JourneyOutcome, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def verdicts(self) -> Iterator[Verdict]:
        for each in self.journeys:
            yield from each.verdicts

    def verdicts_that_are(self, judgement: Judgement) -> int:
        """How many mistakes got this verdict."""
        return sum(verdict.judgement is judgement for verdict in self.verdicts())

    def findings_of(self, severity: Severity) -> int:
        """How many findings are this bad."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def worst(self) -> Severity | None:
        """The worst severity among the findings; None without any."""
        found = {finding.severity for finding in self.findings}
        return next((severity for severity in Severity if severity in found), None)
