"""Spans, labels and trails -> locations, artifacts and code flows of SARIF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from journeyaudit.finding import Finding, Label
from journeyaudit.reports.columns import shown
from journeyaudit.reports.explanation import reasons
from journeyaudit.reports.positions import Place, Places
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import field, record

BASE = "%SRCROOT%"
_LANGUAGES = {".journey": "journey", ".md": "markdown", ".toml": "toml"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
LONGEST_FLOW = 1_000
"""So many locations of a code flow GitHub keeps; it refuses a result with more than 10,000."""


@record
class SarifPlaces:
    """Makes locations and remembers the files they are in, in the order in which they were named."""

    places: Places
    _numbers: dict[str, int] = field(default_factory=dict)
    _made: dict[tuple[Span, str, bool], dict[str, object]] = field(default_factory=dict)

    @property
    def sources(self) -> Mapping[str, SourceText]:
        return self.places.sources

    def artifacts(self, looked_at: Iterable[str]) -> list[dict[str, object]]:
        """All files that were named so far, and those that were looked at (3.24)."""
        targets = dict.fromkeys(self.places.of(Span(path, 0, 0)).path for path in looked_at)
        for path in targets:
            self._artifact(path)
        return [{"location": _address(path), **_about(path, path in targets)} for path in self._numbers]

    def location(self, span: Span, said: str = "", *, quoting: bool = False) -> dict[str, object]:
        """A location (3.28) with the words beside it; a quoting one also says what stands there."""
        # the trails of a long journey have most of their places in common
        asked = (span, said, quoting)
        if asked not in self._made:
            self._made[asked] = self._location(span, literal(shown(" ".join(said.split()))), quoting)
        return self._made[asked]

    def _location(self, span: Span, words: str, quoting: bool) -> dict[str, object]:
        place = self.places.of(span)
        region: dict[str, object] = {**_region(place)}
        if quoting and place.known and place.on_one_line:
            region["snippet"] = {"text": self.sources[span.file].raw[span.start : span.end]}
        physical = {"artifactLocation": self._artifact(place.path), "region": region}
        made: dict[str, object] = {"physicalLocation": physical}
        return {**made, "message": {"text": words}} if words else made

    def related(self, finding: Finding) -> list[dict[str, object]]:
        """The labels, then where the reasons stand, each once, numbered from 1."""
        found = [label for label in finding.labels if label.span]
        found += [Label(each.span, each.title) for _, each in reasons(finding) if each.span]
        once = dict.fromkeys(label for label in found if label.span != finding.span)
        return [
            {"id": number, **self.location(label.span, label.text.strip() or "see also")}
            for number, label in enumerate(once, 1)
        ]

    def code_flow(self, finding: Finding) -> dict[str, object] | None:
        """The trail as a code flow (3.36); what stands nowhere, such as a join, is not on it."""
        labels = [label for label in finding.trail if label.span]
        if not labels:
            return None
        kept = _kept(labels)
        return {
            "threadFlows": [
                {"locations": [{"location": self.location(each.span, each.text)} for each in kept]}
            ]
        }

    def left_out(self, finding: Finding) -> Iterator[str]:
        """Says so where a trail is longer than a code flow may be."""
        number = sum(1 for label in finding.trail if label.span) - LONGEST_FLOW
        if number > 0:
            yield f"note: {number:,} places in the middle of the way there are left out of the code flow"

    def _artifact(self, path: str) -> dict[str, object]:
        number = self._numbers.setdefault(path, len(self._numbers))
        return {**_address(path), "index": number}


def _kept(labels: list[Label]) -> list[Label]:
    if len(labels) <= LONGEST_FLOW:
        return labels
    half = LONGEST_FLOW // 2
    return [*labels[:half], *labels[-half:]]


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _about(path: str, looked_at: bool) -> dict[str, object]:
    language = _LANGUAGES.get(PurePosixPath(path).suffix)
    said: dict[str, object] = {"sourceLanguage": language} if language else {}
    return {**said, "roles": ["analysisTarget"]} if looked_at else said


def _address(path: str) -> dict[str, object]:
    """The address of a file: below the base, or of its own where it lies elsewhere."""
    written = quote(path.encode("utf-8", "surrogatepass"))
    if path.startswith("/"):
        return {"uri": f"file://{written}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[:2]}{quote(path[2:].encode('utf-8', 'surrogatepass'))}"}
    return {"uri": written, "uriBaseId": BASE}


def literal(text: str) -> str:
    """A message that means itself: no placeholders (3.11.5) and no links (3.11.6)."""
    return _LINK.sub(r"\\[", text).replace("{", "{{").replace("}", "}}")
