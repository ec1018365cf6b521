"""What customers and staff say: stories as tests, borrowed practices, feedback points."""

from __future__ import annotations

from datetime import date

from journeyaudit.model.quantities import Duration, Money, Point, WeeklyHours
from journeyaudit.source import Span
from journeyaudit.source.record import record


@record
class StoryCase:
    """A real customer's case that the journey must pass. ``mistake`` is a mistake number."""

    name: str
    span: Span
    mistake: int | None = None
    happens_at: WeeklyHours | None = None
    must_be: str = ""
    within: Point | None = None
    contacts_at_most: int | None = None
    costs_at_most: Money | None = None
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@record
class Practice:
    """A borrowed best practice with its four answers."""

    name: str
    span: Span
    at: int | None = None
    conditions: tuple[str, ...] = ()
    also_helped: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    hindered: tuple[str, ...] = ()
    owner: str = ""
    reviewed: date | None = None
    next_review: date | None = None
    sources: tuple[str, ...] = ()


@record
class FeedbackPoint:
    """Where customers are heard; ``node`` None for the journey as a whole."""

    name: str
    span: Span
    node: int | None = None
    on: tuple[str, ...] = ()
    decided_by: tuple[str, ...] = ()
    owner: str = ""
    answers_within: Duration | None = None
    heard_back_within: Duration | None = None
    changes: str = ""
