"""An outcome -> test results in the XML of JUnit: a suite for each file, a case for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.columns import shown
from journeyaudit.reports.explanation import title_of
from journeyaudit.reports.positions import Places, places_for
from journeyaudit.reports.text import finding_text
from journeyaudit.rulebook.outcome import Accepted, Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSHOWABLE = "\ufffd"
_FAILS = {Severity.INPUT: "error", Severity.ERROR: "failure"}


@record
class _Case:
    """One case. ``result`` is ``failure``, ``error``, ``skipped`` or "" for one that passes."""

    name: str
    group: str
    line: int
    result: str = ""
    message: str = ""
    text: str = ""


def junit_report(outcome: Outcome, sources: Mapping[str, SourceText], *, root: str = ".") -> str:
    """The document. Errors fail as they do in the exit code; warnings and remarks pass and say so.

    What an exception accepts is skipped with its reason; a journey without any finding passes.
    """
    places = places_for(outcome, sources, root)
    suites: dict[str, list[_Case]] = {places.of(SourceText(path, "").span(0, 0)).path: [] for path in outcome.files}
    for path, case in _cases(outcome, places):
        suites.setdefault(path, []).append(case)
    body = "".join(_suite(path, cases) for path, cases in suites.items())
    everything = [case for cases in suites.values() for case in cases]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<testsuites name="journeyaudit"{_numbers(everything)}>\n{body}</testsuites>\n'


def _cases(outcome: Outcome, places: Places) -> Iterator[tuple[str, _Case]]:
    for finding in outcome.findings:
        yield places.of(finding.span).path, _case(finding, places)
    for accepted in outcome.accepted():
        yield places.of(accepted.finding.span).path, _skipped(accepted, places)
    told = {finding.journey for finding in outcome.findings}
    told |= {accepted.finding.journey for accepted in outcome.accepted()}
    for each in outcome.journeys:
        if each.journey.name not in told:
            place = places.of(each.journey.header)
            yield place.path, _Case("nothing found", each.journey.name, place.start.line)
