"""What came of a file <-> plain lists, for the cache and for other processes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from journeyaudit.finding import Finding
from journeyaudit.finding.packed import Packed, Packing, Unpacking
from journeyaudit.rulebook.outcome import Accepted, JourneyResult, Tally
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Judgement, MissingFact

if TYPE_CHECKING:
    from journeyaudit.model.trouble import Ignore


@record
class FileResult:
    """What was found out about one file: the findings of its journeys, and what came of each.

    ``made_from`` are the file itself and all that it imports, directly or not; ``sound`` says that all of
    these could be understood and no rule crashed, ``says_something`` that the file has a journey, or people
    or channels for others.
    """

    file: str
    findings: tuple[Finding, ...]
    journeys: tuple[JourneyResult, ...]
    made_from: tuple[str, ...]
    sound: bool
    says_something: bool

    @property
    def dated(self) -> bool:
        """On another day it may come out otherwise."""
        return any(each.dated for each in self.journeys)


def packed(result: FileResult) -> Packed:
    """As lists of texts and numbers."""
    packing = Packing()
    findings = [packing.finding(each) for each in result.findings]
    journeys = [_journey(each, packing) for each in result.journeys]
    return [packing.files, findings, journeys, list(result.made_from), result.sound, result.says_something]


def unpacked(file: str, kept: Any) -> FileResult:
    """Raises ``ValueError``, ``TypeError`` or ``IndexError`` for what ``packed`` did not make."""
    files, findings, journeys, made_from, sound, says_something = kept
    unpacking = Unpacking(files)
    return FileResult(
        file,
        tuple(unpacking.finding(each) for each in findings),
        tuple(_journey_again(each, unpacking) for each in journeys),
        tuple(made_from),
        bool(sound),
        bool(says_something),
    )


def _journey(result: JourneyResult, packing: Packing) -> Packed:
    return [
        result.name,
        packing.span(result.header),
        [judgement.value for judgement in result.judgements],
        result.coverage,
        [_tally(tally, packing) for tally in result.tallies],
        [[packing.finding(each.finding), _exception(each.exception, packing)] for each in result.accepted],
        result.dated,
    ]


def _journey_again(kept: Packed, unpacking: Unpacking) -> JourneyResult:
    name, header, judgements, coverage, tallies, accepted, dated = kept
    return JourneyResult(
        name,
        unpacking.span(header),
        tuple(map(Judgement, judgements)),
        coverage,
        tuple(_tally_again(each, unpacking) for each in tallies),
        tuple(
            Accepted(unpacking.finding(finding), _exception_again(exception, unpacking))
            for finding, exception in accepted
        ),
        dated,
    )


def _tally(tally: Tally, packing: Packing) -> Packed:
    missing = [[fact.key, fact.of, packing.span(fact.span)] for fact in tally.missing]
    return [tally.rule, tally.pack, tally.profile, tally.troubles, tally.assessed, missing]


def _tally_again(kept: Packed, unpacking: Unpacking) -> Tally:
    rule, pack, profile, troubles, assessed, missing = kept
    return Tally(rule, pack, profile, troubles, assessed, _facts(missing, unpacking))


def _facts(kept: Sequence[Packed], unpacking: Unpacking) -> tuple[MissingFact, ...]:
    return tuple(MissingFact(key, of, unpacking.span(span)) for key, of, span in kept)


def _exception(exception: Ignore, packing: Packing) -> Packed:
    return [
        exception.rule,
        packing.span(exception.span),
        exception.subject,
        exception.reason,
        exception.owner,
        exception.expires and exception.expires.isoformat(),
        packing.span(exception.block),
        exception.whole_journey,
    ]


def _exception_again(kept: Packed, unpacking: Unpacking) -> Ignore:
    from datetime import date

    from journeyaudit.model.trouble import Ignore

    rule, span, subject, reason, owner, expires, block, whole_journey = kept
    day = expires and date.fromisoformat(expires)
    return Ignore(
        rule, unpacking.span(span), subject, reason, owner, day, unpacking.span(block), whole_journey
    )
