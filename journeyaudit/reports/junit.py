"""An outcome -> test results in the XML of JUnit: a suite for each file, a case for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.fingerprint import relative_path
from journeyaudit.reports.columns import shown
from journeyaudit.reports.explanation import title_of
from journeyaudit.reports.positions import Places, places_for
from journeyaudit.reports.text import finding_text
from journeyaudit.rulebook.outcome import Accepted, Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSHOWABLE = "\ufffd"
_SEVERITIES = tuple(Severity)


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
    """The document. What makes the exit code 1 fails; other findings pass and say what they have to say.

    What an exception accepts is skipped with its reason; a journey without any finding passes.
    """
    places = places_for(outcome, sources, root)
    suites: dict[str, list[_Case]] = {relative_path(path, root): [] for path in outcome.files}
    for path, case in _cases(outcome, places):
        suites.setdefault(path, []).append(case)
    body = "".join(_suite(path, cases) for path, cases in suites.items())
    everything = [case for cases in suites.values() for case in cases]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<testsuites name="journeyaudit"{_numbers(everything)}>\n{body}</testsuites>\n'


def _cases(outcome: Outcome, places: Places) -> Iterator[tuple[str, _Case]]:
    for finding in outcome.findings:
        result = _result(finding.severity, outcome.fail_level)
        yield places.of(finding.span).path, _case(finding, places, result)
    accepted = tuple(outcome.accepted())
    for each in accepted:
        yield places.of(each.finding.span).path, _skipped(each, places)
    told = {finding.journey for finding in (*outcome.findings, *(each.finding for each in accepted))}
    for journey in outcome.results():
        if journey.name not in told:
            place = places.of(journey.header)
            yield place.path, _Case("nothing found", journey.name, place.start.line)


def _result(severity: Severity, fail_level: Severity) -> str:
    if severity is Severity.INPUT:
        return "error"
    return "failure" if _SEVERITIES.index(severity) <= _SEVERITIES.index(fail_level) else ""


def _case(finding: Finding, places: Places, result: str) -> _Case:
    title, place = title_of(finding), places.of(finding.span)
    text = finding_text(finding, places.sources)
    name = f"{finding.rule}: {title}"
    return _Case(name, finding.journey or place.path, place.start.line, result, title, text)


def _skipped(accepted: Accepted, places: Places) -> _Case:
    why = accepted.exception
    until = f" (until {why.expires.isoformat()})" if why.expires else ""
    owner = f", {why.owner} answers for it" if why.owner else ""
    said = shown(" ".join(f"accepted{until}{owner}: {why.reason or 'no reason is given'}".split()))
    return replace(_case(accepted.finding, places, "skipped"), message=said)


def _suite(path: str, cases: Iterable[_Case]) -> str:
    cases = tuple(cases)
    inside = "".join(_element(path, case) for case in cases)
    return f"<testsuite name={_attribute(path)}{_numbers(cases)}>\n{inside}</testsuite>\n"


def _numbers(cases: Iterable[_Case]) -> str:
    results = [case.result for case in cases]
    numbers = {
        "tests": len(results),
        "failures": results.count("failure"),
        "errors": results.count("error"),
        "skipped": results.count("skipped"),
    }
    return "".join(f' {name}="{number}"' for name, number in numbers.items())


def _element(path: str, case: _Case) -> str:
    facts = (("classname", case.group), ("name", case.name), ("file", path), ("line", str(case.line)))
    head = "<testcase" + "".join(f" {name}={_attribute(value)}" for name, value in facts)
    match case.result:
        case "failure" | "error":
            inside = f"<{case.result} message={_attribute(case.message)}>{_text(case.text)}</{case.result}>"
        case "skipped":
            inside = f"<skipped message={_attribute(case.message)}/>{_output(case.text)}"
        case _:
            inside = _output(case.text)
    return f"{head}>{inside}</testcase>\n" if inside else f"{head}/>\n"


def _output(text: str) -> str:
    return f"<system-out>{_text(text)}</system-out>" if text else ""


def _text(text: str) -> str:
    return escape(_NO_XML.sub(_UNSHOWABLE, text))


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub(_UNSHOWABLE, text))
