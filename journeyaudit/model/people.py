"""Who acts and how one reaches them: actors and channels, with what they may and when."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from journeyaudit.model.quantities import Duration, Money, WeeklyHours
from journeyaudit.source import Span
from journeyaudit.source.record import record


class ActorKind(StrEnum):
    CUSTOMER = "customer"
    HUMAN = "human"
    SYSTEM = "system"
    THIRD_PARTY = "third party"
    OUTSIDE = "outside"


class ChannelKind(StrEnum):
    PHONE = "phone"
    WEB = "web"
    APP = "app"
    EMAIL = "email"
    LETTER = "letter"
    CHAT = "chat"
    STORE = "store"
    VISIT = "visit"
    FORM = "form"
    SMS = "sms"
    VIDEO = "video"
    FAX = "fax"
    PORTAL = "portal"
    BOT = "bot"

    @property
    def spoken(self) -> bool:
        """A report counts when somebody answers, not when it is sent."""
        return self in (ChannelKind.PHONE, ChannelKind.STORE, ChannelKind.VISIT, ChannelKind.VIDEO)


@record
class Right:
    """What a role may do. ``act`` is folded (see ``act_named``); ``limit`` None means no limit stated.

    ``currency`` is that of ``limit`` and ``approval_above`` ("" where none is stated).
    """

    act: str
    name: str
    span: Span
    limit: Decimal | None = None
    currency: str = ""
    approval_of: tuple[str, ...] = ()
    approval_above: Decimal | None = None
    only_if: str = ""


@record
class Actor:
    """A role, a system, a customer, a partner. Names of others are resolved: they are keys of
    ``Service.actors`` / ``Service.channels``.

    ``kind`` None is unknown. ``rights`` None: the text says nothing about rights; ``()``: may nothing.
    ``tools`` None: nothing said. ``hours`` None: nothing said.
    """

    key: str
    name: str
    span: Span
    kind: ActorKind | None = None
    department: str = ""
    authority: int | None = None
    rights: tuple[Right, ...] | None = None
    tools: tuple[str, ...] | None = None
    goodwill: tuple[Money, ...] = ()
    decides_within: Duration | None = None
    hours: WeeklyHours | None = None
    reachable_on: tuple[str, ...] = ()
    escalates_to: tuple[str, ...] = ()
    hands_over_to: tuple[str, ...] = ()
    deputy: tuple[str, ...] = ()
    context_passed: bool | None = None
    contact: str = ""
    notes: tuple[str, ...] = ()

    @property
    def human(self) -> bool | None:
        """A role in the organisation (not the customer, not a partner); None when unknown."""
        return None if self.kind is None else self.kind is ActorKind.HUMAN


@record
class Channel:
    """A way to get in touch. ``kind``, ``hours``, ``answered_by`` None/() where nothing is said."""

    key: str
    name: str
    span: Span
    kind: ChannelKind | None = None
    run_by: str = ""
    answered_by: tuple[str, ...] = ()
    hours: WeeklyHours | None = None
    answers_within: Duration | None = None
    cost: Money | None = None
    can_reply: bool | None = None
    menu_steps: int | None = None
    login_needed: bool | None = None
    contact: str = ""
    notes: tuple[str, ...] = ()
