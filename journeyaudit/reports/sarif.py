"""An outcome -> SARIF 2.1.0, the format in which tools hand findings to each other.

The numbers in brackets are sections of the standard, OASIS SARIF 2.1.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.finding import Finding
from journeyaudit.finding.fingerprint import fingerprints
from journeyaudit.model.trouble import Ignore
from journeyaudit.reports.explanation import explained, title_of
from journeyaudit.reports.json_parts import figure
from journeyaudit.reports.layout import laid_out
from journeyaudit.reports.positions import places_for
from journeyaudit.reports.rule_entries import RuleEntry
from journeyaudit.reports.sarif_places import BASE, SarifPlaces, literal
from journeyaudit.reports.sarif_rules import LEVELS, descriptors
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "journeyauditFinding/v1"
_LINES = 5
"""Levels of the document that are laid out: down to the parts of a result."""


@record
class Run:
    """What the command knows about its own run. ``exit_code`` 2: not everything could be looked at."""

    exit_code: int = 0
    version: str = ""


def sarif_report(
    outcome: Outcome,
    sources: Mapping[str, SourceText],
    entries: Mapping[str, RuleEntry],
    run: Run,
    *,
    root: str = ".",
) -> str:
    """The log file as text. ``entries`` are the rules that have a page, ``root`` is %SRCROOT%."""
    return laid_out(sarif_log(outcome, sources, entries, run, root=root), _LINES) + "\n"


def sarif_log(
    outcome: Outcome,
    sources: Mapping[str, SourceText],
    entries: Mapping[str, RuleEntry],
    run: Run,
    *,
    root: str = ".",
) -> dict[str, object]:
    """The log file as dictionaries and lists: one run, with what a baseline knows and what exceptions accept
    as suppressed results."""
    known, accepted = outcome.baselined, tuple(outcome.accepted())
    findings = (*known, *outcome.findings, *(each.finding for each in accepted))
    exceptions = (*(None for _ in (*known, *outcome.findings)), *(each.exception for each in accepted))
    rules = descriptors(findings, entries)
    results = _Results(
        SarifPlaces(places_for(outcome, sources, root)), {rule: at for at, rule in enumerate(rules)}
    )
    made = [
        results.result(*each) for each in zip(findings, exceptions, fingerprints(findings, root), strict=True)
    ]
    driver = {
        "name": "journeyaudit",
        "semanticVersion": run.version,
        "version": run.version,
        "rules": list(rules.values()),
    }
    for result in made[: len(known)]:
        result["suppressions"] = [_IN_BASELINE]
    log: dict[str, object] = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": run.exit_code != 2, "exitCode": run.exit_code}],
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder in which journeyaudit ran."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": results.places.artifacts(outcome.files),
        "results": made,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [log]}


_IN_BASELINE = {"kind": "external", "status": "accepted", "justification": "in the baseline"}


@record
class _Results:
    """Turns findings into results; ``numbers`` gives the place of a rule among the descriptors."""

    places: SarifPlaces
    numbers: Mapping[str, int]

    def result(self, finding: Finding, exception: Ignore | None, mark: str) -> dict[str, object]:
        """One result (3.27). Every one has suppressions, as some may: an empty list says that it has none."""
        made: dict[str, object] = {
            "ruleId": finding.rule,
            "ruleIndex": self.numbers[finding.rule],
            "level": LEVELS[finding.severity],
            "message": {"text": self._message(finding)},
            "locations": [self.places.location(finding.span, finding.label, quoting=True)],
            "partialFingerprints": {FINGERPRINT: mark},
            "suppressions": [] if exception is None else [self._suppression(exception)],
        }
        if related := self.places.related(finding):
            made["relatedLocations"] = related
        if flow := self.places.code_flow(finding):
            made["codeFlows"] = [flow]
        if facts := _facts(finding):
            made["properties"] = facts
        return made

    def _message(self, finding: Finding) -> str:
        lines = [
            f"{title_of(finding).rstrip('.')}.",
            *explained(finding, self.places.sources),
            *self.places.left_out(finding),
        ]
        return literal("\n".join(lines))

    def _suppression(self, exception: Ignore) -> dict[str, object]:
        facts = {
            "owner": exception.owner,
            "expires": exception.expires.isoformat() if exception.expires else "",
        }
        return {
            "kind": "inSource",
            "status": "accepted",
            "justification": exception.reason or "no reason is given",
            "location": self.places.location(exception.span),
            "properties": {name: value for name, value in facts.items() if value},
        }


def _facts(finding: Finding) -> dict[str, object]:
    facts = {"journey": finding.journey, "subject": finding.subject}
    said: dict[str, object] = {name: value for name, value in facts.items() if value}
    if finding.measures:
        said["measures"] = {
            each.name: each.text if each.value is None else figure(each.value) for each in finding.measures
        }
    return said
