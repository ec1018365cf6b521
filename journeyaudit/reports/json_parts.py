"""Findings and places -> plain dictionaries for the JSON document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isinf

from journeyaudit.finding import Finding, Label, Story
from journeyaudit.finding.fingerprint import relative_path
from journeyaudit.finding.words import clock
from journeyaudit.source import SourceText, Span


def figure(value: float | None) -> float | str | None:
    """A number JSON can carry: it has no infinity, so that is a word."""
    if value is None or not isinf(value):
        return value
    return "infinite" if value > 0 else "-infinite"


@dataclass(frozen=True, slots=True)
class Parts:
    """Turns pieces of findings into dictionaries; ``root`` is the folder from which paths are given."""

    sources: Mapping[str, SourceText]
    root: str
    _places: dict[Span, dict[str, object]] = field(default_factory=dict)

    def place(self, span: Span) -> dict[str, object] | None:
        """Where something stands: None for nowhere, without figures for a file that could not be read."""
        if not span:
            return None
        if span not in self._places:
            source = self.sources.get(span.file)
            self._places[span] = {
                "file": relative_path(span.file, self.root),
                "start": source and _position(source, span.start),
                "end": source and _position(source, span.end),
            }
        return self._places[span]

    def finding(self, finding: Finding) -> dict[str, object]:
        """Everything a finding says."""
        return {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "title": finding.title,
            "place": self.place(finding.span),
            "label": finding.label,
            "journey": finding.journey,
            "subject": finding.subject,
            "labels": self.labels(finding.labels),
            "trail": self.labels(finding.trail),
            "story": finding.story and self.story(finding.story),
            "measures": [
                {"name": each.name, "text": each.text, "value": figure(each.value)}
                for each in finding.measures
            ],
            "assumptions": list(finding.assumptions),
            "missing": list(finding.missing),
            "notes": list(finding.notes),
            "help": finding.help,
            "evidence": [self.finding(evidence) for evidence in finding.evidence],
        }

    def labels(self, labels: Sequence[Label]) -> list[dict[str, object]]:
        return [{"text": label.text, "place": self.place(label.span)} for label in labels]

    def story(self, story: Story) -> dict[str, object]:
        return {
            "moments": [
                {
                    "minute": moment.minute,
                    "clock": None if moment.minute is None else clock(moment.minute),
                    "text": moment.text,
                    "meanwhile": moment.aside,
                    "place": self.place(moment.span),
                }
                for moment in story.moments
            ],
            "moral": story.moral,
        }


def _position(source: SourceText, offset: int) -> dict[str, int]:
    return {"line": source.line_of(offset), "column": source.column_of(offset), "offset": offset}
