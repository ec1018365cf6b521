"""A story: the moments of one case with clock times, the evidence a customer would tell."""

from __future__ import annotations

from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import record


@record
class Moment:
    """One line of a story.

    ``minute`` counts from Monday 00:00 of the story's week (Tuesday 10:00 is 2040) and may run
    past the week; None for a line without a clock time, which continues the line above it.
    ``aside`` marks what happens behind the customer's back meanwhile.
    """

    minute: int | None
    text: str
    span: Span = NOWHERE
    aside: bool = False


@record
class Story:
    """What happens, in order of the clock; ``moral`` says what it comes down to."""

    moments: tuple[Moment, ...]
    moral: str = ""
