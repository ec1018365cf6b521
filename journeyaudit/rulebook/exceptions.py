"""Headlines and the ``ignore`` blocks of a journey -> what is reported, and what was accepted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from journeyaudit.finding import Finding
from journeyaudit.model.journey import Journey
from journeyaudit.model.trouble import Ignore
from journeyaudit.rulebook.headlines import Headline, Said
from journeyaudit.rulebook.outcome import Accepted
from journeyaudit.source.record import with_other


class Exceptions:
    """The exceptions of one journey, and which of them were needed."""

    def __init__(self, journey: Journey, not_ignorable: frozenset[str], today: date) -> None:
        in_force = (each for each in journey.ignores if each.expires is None or each.expires > today)
        self._in_force = [each for each in in_force if each.rule not in not_ignorable]
        self.accepted: list[Accepted] = []
        self.used: set[int] = set()
        """The identities of the exceptions that accept something."""

    def applied(self, headlines: Iterable[Headline]) -> list[Headline]:
        """What is left of the headlines. Whoever accepts a headline accepts what explains it, but not that
        a customer's story fails: that was promised to somebody."""
        left = []
        for headline in headlines:
            open_ones = self._open(headline.evidence)
            exception = self._accepting(headline.said.found.finding)
            if exception is None:
                left.append(with_other(headline, evidence=open_ones))
                continue
            promised = [each for each in open_ones if each.found.kind == "story"]
            kept = tuple(each for each in headline.evidence if each not in promised)
            self._accept(with_other(headline, evidence=kept).finding(), exception)
            left += map(Headline, promised)
        return left

    def _open(self, evidence: Iterable[Said]) -> tuple[Said, ...]:
        left = []
        for each in evidence:
            if (exception := self._accepting(each.found.finding)) is not None:
                self._accept(each.finding, exception)
            else:
                left.append(each)
        return tuple(left)

    def _accept(self, finding: Finding, exception: Ignore) -> None:
        self.used.add(id(exception))
        self.accepted.append(Accepted(finding, exception))

    def _accepting(self, finding: Finding) -> Ignore | None:
        """The innermost exception for this rule in whose block the finding stands."""
        fitting = [each for each in self._in_force if each.rule == finding.rule and each.covers(finding.span)]
        return min(fitting, key=lambda each: each.block.end - each.block.start, default=None)
