"""A file with known findings <-> its entries, one a line, so that differences and merges can be read."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.fingerprint import fingerprint
from journeyaudit.project.read import read
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record

VERSION = 1
"""Counts up when older programs would misunderstand the file."""
ANEW = "delete it and write it anew: journeyaudit check --write-baseline"
_LEVELS = tuple(str(each) for each in Severity if each is not Severity.INPUT)
_BETWEEN = re.compile(r"[,\s]*")
_TEXTS = ("file", "journey", "rule", "subject")


@record
class Entry:
    """One known finding. ``file`` is seen from the folder of the baseline, with forward slashes.

    ``number`` counts findings that share rule, file, journey and subject, from 1. ``severity`` is the one
    it had: what has become worse since is not the known finding any more.
    """

    rule: str
    severity: Severity
    file: str
    journey: str
    subject: str
    number: int

    @property
    def fingerprint(self) -> str:
        return fingerprint((self.rule, self.file, self.journey, self.subject), self.number)

    @property
    def words(self) -> str:
        """For people: what was found, and where."""
        about = f"“{self.subject}”" if self.subject else "something"
        journey = f" in “{self.journey}”" if self.journey else ""
        return f"{self.rule}: {about}{journey}{', ' if self.file else ''}{self.file}"


@record
class Baseline:
    """``entries`` and ``places`` by fingerprint; with ``findings`` the file could not be understood and has
    no entries. ``source`` None: it could not even be read."""

    path: str
    entries: Mapping[str, Entry]
    places: Mapping[str, Span]
    findings: tuple[Finding, ...] = ()
    source: SourceText | None = None

    @property
    def folder(self) -> str:
        return os.path.dirname(os.path.abspath(self.path))  # noqa: PTH100, PTH120


def read_baseline(path: str) -> Baseline:
    """What is wrong with the file are findings of severity ``INPUT``, with their lines."""
    source, problem = read(path)
    if source is None:
        return Baseline(path, {}, {}, (problem,) if problem else ())
    reading = _Reading(source)
    reading.read()
    if reading.findings:
        return Baseline(path, {}, {}, tuple(reading.findings), source)
    return Baseline(path, reading.entries, reading.places, (), source)


def baseline_text(entries: Iterable[Entry]) -> str:
    """The whole file: the same entries give the same text."""
    lines = [_line(each) for each in sorted(entries, key=_order)]
    listed = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{{\n"tool": "journeyaudit",\n"version": {VERSION},\n"findings": [{listed}]\n}}\n'


def _line(entry: Entry) -> str:
    said: dict[str, object] = {name: getattr(entry, name) for name in _TEXTS}
    said |= {"severity": str(entry.severity)}
    if entry.number > 1:
        said["number"] = entry.number
    return json.dumps({**said, "fingerprint": entry.fingerprint}, ensure_ascii=False)


def _order(entry: Entry) -> tuple[object, ...]:
    return (*(getattr(entry, name) for name in _TEXTS), entry.number)


class _Reading:
    """Entry by entry; what is wrong with one does not hide what is wrong with another."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self.findings: list[Finding] = []
        self.entries: dict[str, Entry] = {}
        self.places: dict[str, Span] = {}

    def read(self) -> None:
        try:
            whole = json.loads(self._source.raw)
        except json.JSONDecodeError as problem:
            at = min(problem.pos, max(len(self._source.raw) - 1, 0))
            self._wrong(f"the baseline cannot be read: {problem.msg.lower()}", self._source.span(at, at + 1))
        except (ValueError, RecursionError):
            self._wrong("the baseline cannot be read: no program wrote it like this", self._top)
        else:
            self._read_whole(whole)

    @property
    def _top(self) -> Span:
        return self._source.span(0, min(1, len(self._source.raw)))

    def _read_whole(self, whole: Any) -> None:
        version = whole.get("version") if isinstance(whole, dict) else None
        if type(version) is int and version > VERSION:
            title = "the baseline was written by a newer version of journeyaudit"
            self._wrong(title, self._top, "use that version here, too")
        elif type(version) is not int or version < VERSION or not isinstance(whole.get("findings"), list):
            self._wrong(f"“{self._source.path}” is no baseline", self._top)
        else:
            places = self._places_of(len(whole["findings"]))
            for value, place in zip(whole["findings"], places, strict=True):
                self._read_entry(value, place)

    def _read_entry(self, value: Any, place: Span) -> None:
        entry = _entry(value)
        if entry is None:
            self._wrong("this is no entry of a baseline", place)
        elif value.get("fingerprint") != entry.fingerprint:
            self._wrong("the words of this entry do not fit its fingerprint", place)
        else:
            self.entries.setdefault(entry.fingerprint, entry)
            self.places.setdefault(entry.fingerprint, place)

    def _places_of(self, number: int) -> list[Span]:
        """Where the entries stand, however the file is laid out; its beginning where that cannot be told."""
        text, decoder, found = self._source.raw, json.JSONDecoder(), list[Span]()
        at = text.find("[", text.find('"findings"')) + 1
        try:
            for _ in range(number):
                between = _BETWEEN.match(text, at)
                start = between.end() if between else at
                _, at = decoder.raw_decode(text, start)
                found.append(self._source.span(start, at))
        except ValueError:
            return [self._top] * number
        return found

    def _wrong(self, title: str, span: Span, advice: str = "") -> None:
        self.findings.append(Finding("baseline", Severity.INPUT, title, span, help=advice or ANEW))


def _entry(value: Any) -> Entry | None:
    if not isinstance(value, dict) or not all(isinstance(value.get(name), str) for name in _TEXTS):
        return None
    number, severity = value.get("number", 1), value.get("severity")
    if type(number) is not int or number < 1 or severity not in _LEVELS:
        return None
    texts = {name: value[name] for name in _TEXTS}
    return Entry(severity=Severity(severity), number=number, **texts)
