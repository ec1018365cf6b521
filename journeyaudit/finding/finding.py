"""A finding: what is wrong, where, how one gets there, and what to change."""

from __future__ import annotations

from enum import StrEnum

from journeyaudit.finding.story import Story
from journeyaudit.source import Span
from journeyaudit.source.record import field, record


class Severity(StrEnum):
    """How bad it is; ``ERROR`` makes ``check`` exit with 1, ``INPUT`` with 2."""

    INPUT = "input"
    """The text itself cannot be understood (syntax, unknown name, unreadable file)."""
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@record
class Label:
    """A place that matters for a finding, with the words to write beside it."""

    span: Span
    text: str


@record
class Measure:
    """A named figure, ready to be read: ``Measure("Kafka zone", "18 h 10 min", 1090)``.

    ``value`` is the bare number (minutes for times) for machines, None where there is none.
    """

    name: str
    text: str
    value: float | None = None


@record
class Finding:
    """One headline; everything that explains it hangs below it.

    ``rule`` is an id in words (``no-human-correction``; ``unknown-name`` for input problems).
    ``title`` stands alone and starts in lower case. ``journey`` and ``subject`` name what it is
    about (the journey's name, the mistake's or step's name) and are part of the fingerprint.
    ``trail`` is the shortest way from the start to the trouble, as names of steps.
    """

    rule: str
    severity: Severity
    title: str
    span: Span
    label: str = ""
    journey: str = ""
    subject: str = ""
    labels: tuple[Label, ...] = ()
    trail: tuple[Label, ...] = ()
    story: Story | None = None
    measures: tuple[Measure, ...] = ()
    assumptions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""
    evidence: tuple[Finding, ...] = field(default=())
