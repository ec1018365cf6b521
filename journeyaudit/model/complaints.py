"""What cannot be understood in a tree -> findings, each with the names that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.finding import Finding, Label, Severity
from journeyaudit.model.names import nearest
from journeyaudit.source import Span
from journeyaudit.syntax.values import Name

_SUGGEST_AT_MOST = 40
"""So many unknown names get suggestions; comparing all names of a hopeless file would take too long."""
_UNKNOWN_ADVICE = "correct the name, or describe what it means in a line of its own"


class Complaints:
    """Collects the input problems of one run, in the order in which they are met."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._suggested = 0
        self._said: set[tuple[str, Span]] = set()

    def add(
        self,
        rule: str,
        title: str,
        span: Span,
        *,
        label: str = "",
        journey: str = "",
        subject: str = "",
        labels: tuple[Label, ...] = (),
        advice: str = "",
    ) -> None:
        """Says the same thing about the same place only once, however often it is looked at."""
        if (rule, span) in self._said:
            return
        self._said.add((rule, span))
        self.findings.append(
            Finding(
                rule=rule,
                severity=Severity.INPUT,
                title=title,
                span=span,
                label=label,
                journey=journey,
                subject=subject,
                labels=labels,
                help=advice,
            )
        )

    def unknown(self, name: Name, sought: str, known: Iterable[str], journey: str = "") -> None:
        """``sought`` says what kind of thing was looked for: ``a step or an end of this journey``."""
        close: tuple[str, ...] = ()
        if self._suggested < _SUGGEST_AT_MOST:
            self._suggested += 1
            close = nearest(name.text, known)
        advice = f"did you mean {_either(close)}?" if close else _UNKNOWN_ADVICE
        self.add(
            "unknown-name",
            f"nothing is called “{name.text}” here",
            name.span,
            label=f"this should name {sought}",
            journey=journey,
            subject=name.text,
            advice=advice,
        )

    def wrong_kind(self, name: Name, is_a: str, sought: str, journey: str = "") -> None:
        self.add(
            "wrong-kind",
            f"“{name.text}” is {is_a}, but {sought} is needed here",
            name.span,
            label=f"this should name {sought}",
            journey=journey,
            subject=name.text,
        )

    def repeated(self, kind: str, name: str, span: Span, first: Span, journey: str = "") -> None:
        self.add(
            "repeated-name",
            f"there are two {kind} called “{name}”",
            span,
            label="the second one",
            journey=journey,
            subject=name,
            labels=(Label(first, "the first one"),),
            advice="give one of them another name, so that it is clear which one is meant",
        )


def _either(names: tuple[str, ...]) -> str:
    quoted = [f"“{name}”" for name in names]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"
