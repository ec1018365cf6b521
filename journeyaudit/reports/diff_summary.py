"""A comparison -> its title, and all of it in one line."""

from __future__ import annotations

from collections import Counter

from journeyaudit.comparison import Comparison
from journeyaudit.comparison.change import Trend
from journeyaudit.finding.words import count, listed
from journeyaudit.reports.diff_findings import FATES

_TRENDS = (
    Trend.WORSE,
    Trend.BETTER,
    Trend.NEW,
    Trend.GONE,
    Trend.KNOWN,
    Trend.UNKNOWN,
    Trend.SAME,
)


def title(comparison: Comparison) -> str:
    return f"{comparison.before.label} -> {comparison.after.label}"


def summary(comparison: Comparison) -> str:
    """ "verdicts: 1 better | findings: 3 fixed | 35 changes | profile met: kafka, before none".

    What got worse stands before all else.
    """
    if comparison.says_nothing_changed:
        return "nothing changed"
    parts = [_worse(comparison), _of_verdicts(comparison), _of_findings(comparison)]
    parts.append(count(sum(1 for _ in comparison.changes), "change"))
    asked = [side.outcome.profile for side in (comparison.before, comparison.after)]
    if asked[0] != asked[1] and all(side.outcome.files for side in (comparison.before, comparison.after)):
        parts.append(f"profile asked for: {asked[1]}, before {asked[0]}")
    met = [side.outcome.profile_met or "none" for side in (comparison.before, comparison.after)]
    parts.append(
        f"profile met: {met[1]}, as before" if met[0] == met[1] else f"profile met: {met[1]}, before {met[0]}"
    )
    return " | ".join(part for part in parts if part)


def _worse(comparison: Comparison) -> str:
    numbers = ((len(comparison.worse_verdicts), "verdict"), (len(comparison.new_errors), "new error"))
    said = [count(number, noun) for number, noun in numbers if number]
    return f"got worse: {listed(said)}" if said else ""


def _of_verdicts(comparison: Comparison) -> str:
    trends = Counter(each.trend for each in comparison.mistakes)
    said = [f"{trends[trend]} {trend}" for trend in _TRENDS if trends[trend]]
    return f"verdicts: {', '.join(said)}" if said else ""


def _of_findings(comparison: Comparison) -> str:
    fates = Counter(each.fate for each in comparison.findings)
    said = [f"{fates[fate]} {fate}" for fate, *_ in FATES if fates[fate]]
    return f"findings: {', '.join(said)}" if said else ""
