"""Findings <-> plain lists, so that they can be kept in a file or handed from one process to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from journeyaudit.finding.finding import Finding, Label, Measure, Severity
from journeyaudit.finding.story import Moment, Story
from journeyaudit.source import Span

Packed: TypeAlias = list[Any]
"""Texts, numbers, None, and lists of them: what JSON can hold."""


class Packing:
    """Packs findings; ``files`` are the paths that the packed spans refer to by number."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self._numbers: dict[str, int] = {}

    def finding(self, finding: Finding) -> Packed:
        """All that a finding says, with its evidence."""
        return [
            finding.rule,
            finding.severity.value,
            finding.title,
            self.span(finding.span),
            finding.label,
            finding.journey,
            finding.subject,
            [[self.span(each.span), each.text] for each in finding.labels],
            [[self.span(each.span), each.text] for each in finding.trail],
            None if finding.story is None else self._story(finding.story),
            [[each.name, each.text, each.value] for each in finding.measures],
            list(finding.assumptions),
            list(finding.missing),
            list(finding.notes),
            finding.help,
            [self.finding(each) for each in finding.evidence],
        ]

    def span(self, span: Span) -> Packed:
        """A place; its file as a number."""
        number = self._numbers.get(span.file)
        if number is None:
            number = self._numbers[span.file] = len(self.files)
            self.files.append(span.file)
        return [number, span.start, span.end]

    def _story(self, story: Story) -> Packed:
        moments = [[each.minute, each.text, self.span(each.span), each.aside] for each in story.moments]
        return [moments, story.moral]


class Unpacking:
    """Makes findings of what ``Packing`` made of them.

    What was not packed by it raises ``ValueError``, ``TypeError`` or ``IndexError``: whoever reads a
    file that others can write to has to expect that.
    """

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files

    def finding(self, packed: Packed) -> Finding:
        """One finding with its evidence; evidence is never deeper than rules explain each other."""
        rule, severity, title, span, label, journey, subject, labels, trail, story, *rest = packed
        measures, assumptions, missing, notes, help_, evidence = rest
        return Finding(
            rule=_text(rule),
            severity=Severity(severity),
            title=_text(title),
            span=self.span(span),
            label=_text(label),
            journey=_text(journey),
            subject=_text(subject),
            labels=self._labels(labels),
            trail=self._labels(trail),
            story=None if story is None else self._story(story),
            measures=tuple(Measure(_text(name), _text(text), value) for name, text, value in measures),
            assumptions=_texts(assumptions),
            missing=_texts(missing),
            notes=_texts(notes),
            help=_text(help_),
            evidence=tuple(self.finding(each) for each in evidence),
        )

    def span(self, packed: Packed) -> Span:
        """A place."""
        number, start, end = packed
        return Span(self._files[number], start + 0, end + 0)

    def _labels(self, packed: Packed) -> tuple[Label, ...]:
        return tuple(Label(self.span(span), _text(text)) for span, text in packed)

    def _story(self, packed: Packed) -> Story:
        moments, moral = packed
        told = (Moment(minute, _text(text), self.span(span), aside) for minute, text, span, aside in moments)
        return Story(tuple(told), _text(moral))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    return value


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(_text, values))
