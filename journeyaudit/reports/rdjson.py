"""An outcome -> the diagnostic format of reviewdog, which counts columns in bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.explanation import message
from journeyaudit.reports.layout import laid_out
from journeyaudit.reports.positions import Place, Places, Position, Unit, places_for
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText

_GRAVITY = {
    Severity.INPUT: "ERROR",
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
}


def rdjson_report(outcome: Outcome, sources: Mapping[str, SourceText], *, root: str = ".") -> str:
    """A ``DiagnosticResult``. It has only fields that every reviewdog knows: unknown ones are refused."""
    places = places_for(outcome, sources, root, Unit.UTF_8)
    diagnostics = [_diagnostic(finding, places) for finding in outcome.findings]
    return laid_out({"source": {"name": "journeyaudit"}, "diagnostics": diagnostics}, 3) + "\n"


def _diagnostic(finding: Finding, places: Places) -> dict[str, object]:
    return {
        "message": message(finding, places.sources),
        "location": _location(places.of(finding.span)),
        "severity": _GRAVITY[finding.severity],
        "code": {"value": finding.rule},
    }


def _location(place: Place) -> dict[str, object]:
    if not place.known:
        return {"path": place.path}
    return {"path": place.path, "range": {"start": _position(place.start), "end": _position(place.end)}}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
