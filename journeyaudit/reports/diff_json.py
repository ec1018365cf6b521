"""A comparison -> the JSON document for machines; docs/reviews.md describes every field."""

from __future__ import annotations

import json
from collections.abc import Mapping

from journeyaudit.comparison import Comparison, Side
from journeyaudit.comparison.change import Change
from journeyaudit.comparison.findings import FindingChange
from journeyaudit.comparison.journeys import JourneyChange
from journeyaudit.comparison.verdicts import MistakeChange
from journeyaudit.comparison.win_win import WinWin
from journeyaudit.finding import Severity
from journeyaudit.reports.json_parts import Parts
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.source import SourceText
from journeyaudit.verdicts.verdict import Judgement, Verdict

VERSION = 1
"""Counts up when a field changes its meaning or goes away; new fields do not count."""
Sources = tuple[Mapping[str, SourceText], Mapping[str, SourceText]]


def diff_json(comparison: Comparison, sources: Sources, *, root: str = ".", tool_version: str = "") -> str:
    """The document as text; ``sources`` are the texts of both sides."""
    document = diff_document(comparison, sources, root=root, tool_version=tool_version)
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=1) + "\n"


def diff_document(
    comparison: Comparison, sources: Sources, *, root: str = ".", tool_version: str = ""
) -> dict[str, object]:
    """The document as plain dictionaries and lists."""
    parts = (Parts(sources[0], root), Parts(sources[1], root))
    return {
        "version": VERSION,
        "tool": {"name": "journeyaudit", "version": tool_version},
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "summary": {
            "changed": not comparison.says_nothing_changed,
            "worse_verdicts": len(comparison.worse_verdicts),
            "new_errors": len(comparison.new_errors),
            "changes": sum(1 for _ in comparison.changes),
        },
        "people": [_change(each, parts) for each in comparison.people],
        "journeys": [_journey(each, parts) for each in comparison.journeys],
        "findings": [_finding(each, parts) for each in comparison.findings],
    }


def _side(side: Side) -> dict[str, object]:
    outcome = side.outcome
    return {
        "label": side.label,
        "files": len(outcome.files),
        "profile": {"asked": outcome.profile, "met": outcome.profile_met or None},
        "findings": {str(severity): outcome.findings_of(severity) for severity in Severity},
        "mistakes": {str(judgement): outcome.verdicts_that_are(judgement) for judgement in Judgement},
    }


def _change(change: Change, parts: tuple[Parts, Parts]) -> dict[str, object]:
    return {
        "sign": str(change.sign),
        "weight": change.weight.name.lower(),
        "noun": change.noun,
        "subject": change.subject,
        "text": change.text,
        "fact": change.fact or None,
        "old": change.old or None,
        "new": change.new or None,
        "before": parts[0].place(change.before),
        "after": parts[1].place(change.after),
    }


def _journey(journey: JourneyChange, parts: tuple[Parts, Parts]) -> dict[str, object]:
    return {
        "name": journey.name,
        "matched": journey.matched or None,
        "before": _told(journey.before, parts[0]),
        "after": _told(journey.after, parts[1]),
        "changes": [_change(each, parts) for each in journey.changes],
        "mistakes": [_mistake(each) for each in journey.mistakes],
        "who_gains": journey.who_gains and _gains(journey.who_gains),
    }


def _told(told: JourneyOutcome | None, parts: Parts) -> dict[str, object] | None:
    if told is None:
        return None
    journey = told.journey
    return {"name": journey.name, "place": parts.place(journey.header), "coverage": told.coverage}


def _mistake(change: MistakeChange) -> dict[str, object]:
    return {
        "name": change.name,
        "old_name": change.old_name or None,
        "trend": str(change.trend),
        "before": _judgement(change.before),
        "after": _judgement(change.after),
        "measures": [
            {"name": each.name, "old": each.old or None, "new": each.new or None, "trend": str(each.trend)}
            for each in change.measures
        ],
    }


def _judgement(verdict: Verdict | None) -> str | None:
    return None if verdict is None else str(verdict.judgement)


def _gains(gains: WinWin) -> dict[str, object]:
    return {
        "answer": str(gains.answer),
        "warning": gains.warns,
        "situations": [
            {
                "name": each.name,
                "efforts": [
                    {
                        "quantity": str(effort.quantity),
                        "old": effort.old,
                        "new": effort.new,
                        "trend": str(effort.trend),
                        "missing": list(effort.missing),
                    }
                    for effort in each.efforts
                ],
            }
            for each in gains.situations
        ],
        "missing": list(gains.missing),
    }


def _finding(change: FindingChange, parts: tuple[Parts, Parts]) -> dict[str, object]:
    side = parts[0] if change.is_of_the_earlier_side else parts[1]
    expired = change.expired.expires if change.expired else None
    return {
        "fate": str(change.fate),
        "new_error": change.is_new_error,
        "old_severity": change.old_severity and str(change.old_severity),
        "exception_expired": expired and expired.isoformat(),
        "fingerprint": change.fingerprint,
        **side.finding(change.finding),
    }
