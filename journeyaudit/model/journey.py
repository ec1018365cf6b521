"""A journey and the service it belongs to: names are things here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from journeyaudit.source import Span
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from datetime import date

    from journeyaudit.model.flow import Interrupt, Move, Node
    from journeyaudit.model.people import Actor, Channel
    from journeyaudit.model.quantities import Duration, Money
    from journeyaudit.model.trouble import Appeal, Cutoff, Ignore, Mistake
    from journeyaudit.model.voice import FeedbackPoint, Practice, StoryCase


class Status(StrEnum):
    AS_IS = "as-is"
    TO_BE = "to-be"


@record
class Journey:
    """One service as a customer lives it.

    ``nodes[0]`` is the start; ``nodes`` stand in source order after it, generated nodes (joins,
    loops) right after what they belong to. ``sketch`` is true when no line but wiring describes it;
    ``wired`` when its flow is written as arrows. ``broken``: some of its lines could not be read, so
    nothing may be concluded from what is missing.
    """

    key: str
    name: str
    span: Span
    header: Span
    language: str
    nodes: tuple[Node, ...]
    moves: tuple[Move, ...]
    interrupts: tuple[Interrupt, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    status: Status | None = None
    customer: str = ""
    goal: str = ""
    promise: str = ""
    promised_within: Duration | None = None
    starts_when: str = ""
    owner: str = ""
    named_contact: str = ""
    sources: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    version: str = ""
    reviewed: date | None = None
    valid_until: date | None = None
    tags: tuple[str, ...] = ()
    law: str = ""
    value: Money | None = None
    feedback_on: tuple[str, ...] = ()
    soft: Cutoff | None = None
    hard: Cutoff | None = None
    ignores: tuple[Ignore, ...] = ()
    stories: tuple[StoryCase, ...] = ()
    practices: tuple[Practice, ...] = ()
    feedback_points: tuple[FeedbackPoint, ...] = ()
    notes: tuple[str, ...] = ()
    partial: bool = False
    sketch: bool = False
    wired: bool = False
    broken: bool = False


@record
class Service:
    """All that was read together: people and channels by key, journeys in source order.

    A key is the folded name (see ``fold``). Journeys see the people of their own file and of the
    files it imports; keys are made unique per file by the loader where two files differ.
    """

    actors: Mapping[str, Actor]
    channels: Mapping[str, Channel]
    journeys: tuple[Journey, ...]
