"""An outcome -> the JSON document for machines; ``docs/json-output.md`` describes every field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.fingerprint import fingerprints
from journeyaudit.model.trouble import Ignore
from journeyaudit.reports.json_parts import Parts
from journeyaudit.reports.json_verdicts import VerdictParts
from journeyaudit.reports.statistics import statistics
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.source import SourceText
from journeyaudit.verdicts.verdict import Judgement

VERSION = 1
"""Counts up when a field changes its meaning or goes away; new fields do not count."""


def json_report(
    outcome: Outcome, sources: Mapping[str, SourceText], *, root: str = ".", tool_version: str = ""
) -> str:
    """The document as text: sorted keys, letters as they are, a line for every finding and journey.

    ``root`` is the folder from which paths are given.
    """
    document = json_document(outcome, sources, root=root, tool_version=tool_version)
    parts = (f"{_line(key)}: {_value(document[key])}" for key in sorted(document))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _value(value: object) -> str:
    # laid out by hand: with an indent the encoder of the standard library is many times slower
    if not isinstance(value, list) or not value:
        return _line(value)
    return "[\n" + ",\n".join(_line(each) for each in value) + "\n]"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)


def json_document(
    outcome: Outcome, sources: Mapping[str, SourceText], *, root: str = ".", tool_version: str = ""
) -> dict[str, object]:
    """The document as plain dictionaries and lists."""
    parts = Parts(sources, root)
    known, found = outcome.baselined, outcome.findings
    marks = fingerprints((*known, *found), root)
    return {
        "version": VERSION,
        "tool": {"name": "journeyaudit", "version": tool_version},
        "summary": _summary(outcome),
        "findings": _marked(found, marks[len(known) :], parts),
        "baselined": _marked(known, marks[: len(known)], parts),
        "journeys": [_journey(each, parts) for each in outcome.journeys],
    }


def _marked(findings: Sequence[Finding], marks: Sequence[str], parts: Parts) -> list[dict[str, object]]:
    pairs = zip(findings, marks, strict=True)
    return [{**parts.finding(finding), "fingerprint": mark} for finding, mark in pairs]


def _summary(outcome: Outcome) -> dict[str, object]:
    decided, looked = outcome.rules_assessed()
    return {
        "files": len(outcome.files),
        "journeys": outcome.number_of_journeys,
        "mistakes": {str(judgement): outcome.verdicts_that_are(judgement) for judgement in Judgement},
        "findings": {str(severity): outcome.findings_of(severity) for severity in Severity},
        "baselined": len(outcome.baselined),
        "statistics": [
            {"rule": row.rule, "severity": str(row.severity), "findings": row.findings}
            for row in statistics(outcome)
        ],
        "profile": {"asked": outcome.profile, "met": outcome.profile_met or None},
        "rules": {"assessed": decided, "looking": looked},
        "asked": [
            {"key": each.fact.key, "of": each.fact.of, "rules": list(each.rules)} for each in outcome.asked()
        ],
    }


def _journey(each: JourneyOutcome, parts: Parts) -> dict[str, object]:
    journey = each.journey
    verdicts = VerdictParts(parts, each.service, journey)
    return {
        "name": journey.name,
        "place": parts.place(journey.header),
        "coverage": each.coverage,
        "accepted": [
            {"finding": parts.finding(one.finding), "exception": _exception(one.exception, parts)}
            for one in each.accepted
        ],
        "rules": [
            {
                "rule": tally.rule,
                "pack": tally.pack,
                "profile": tally.profile,
                "troubles": tally.troubles,
                "assessed": tally.assessed,
                "missing": verdicts.missing(tally.missing),
            }
            for tally in each.tallies
        ],
        "mistakes": [verdicts.mistake(verdict) for verdict in each.verdicts],
    }


def _exception(exception: Ignore, parts: Parts) -> dict[str, object]:
    return {
        "rule": exception.rule,
        "reason": exception.reason,
        "owner": exception.owner,
        "expires": exception.expires and exception.expires.isoformat(),
        "place": parts.place(exception.span),
    }
