"""What the text says about actors, channels and rights, as attributes."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from journeyaudit.model.people import ActorKind, ChannelKind
from journeyaudit.model.quantities import WEEK, Money, WeeklyHours
from journeyaudit.rulebook.language.facts import reading_of, stated
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.values import NONE, Reading, Sort, Time
from journeyaudit.rulebook.language.vocabulary import Attribute, ReadFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


def _goodwill(per: str) -> ReadFact:
    def read(look: Look, thing: Thing) -> Reading:
        del look
        budgets = [each for each in getattr(thing.it, "goodwill", ()) if not per or each.per == per]
        return reading_of(budgets[0] if budgets else None, thing, "goodwill")

    return read


def _weekly(look: Look, thing: Thing) -> Reading:
    del look
    hours: WeeklyHours | None = getattr(thing.it, "hours", None)
    if hours is None:
        return Reading(missing=(thing.lacks("open"),))
    total = float(sum(end - start for start, end in hours.spans))
    return Reading(Time(total, total))


def _closed(look: Look, thing: Thing) -> Reading:
    del look
    hours: WeeklyHours | None = getattr(thing.it, "hours", None)
    if hours is None:
        return Reading(missing=(thing.lacks("open"),))
    longest = longest_closed(hours)
    return Reading(Time(longest, longest))


def longest_closed(hours: WeeklyHours) -> float:
    """The longest stretch of the week without opening, in minutes, over the end of the week too."""
    if not hours.spans:
        return float(WEEK)
    starts = [start for start, _ in hours.spans]
    ends = [end for _, end in hours.spans]
    gaps = [start - end for start, end in zip(starts[1:], ends, strict=False)]
    return float(max([*gaps, starts[0] + WEEK - ends[-1]]))


def _limit(field: str, key: str) -> ReadFact:
    def read(look: Look, thing: Thing) -> Reading:
        del look
        amount: Decimal | None = getattr(thing.it, field)
        return reading_of(None if amount is None else Money(amount, thing.it.currency), thing, key)

    return read


def _tools(look: Look, thing: Thing) -> Reading:
    if getattr(thing.it, "tools", None) == ():
        return NONE
    return stated("tools", "tools")(look, thing)


_KINDS = tuple(kind.value for kind in ActorKind)
_CHANNELS = tuple(kind.value for kind in ChannelKind)
_TEXT, _TIME, _NUMBER, _MONEY, _WORDS = Sort.TEXT, Sort.TIME, Sort.NUMBER, Sort.MONEY, Sort.WORDS

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("kind", ("actor",), _TEXT, "`kind` of the actor.", stated("kind", "kind"), options=_KINDS),
    Attribute("department", ("actor",), _TEXT, "`department`.", stated("department", "department")),
    Attribute("authority", ("actor",), _NUMBER, "`authority`, from 1 to 10.", stated("authority", "authority")),
    Attribute("goodwill", ("actor",), _MONEY, "The first amount behind `goodwill`.", _goodwill("")),
    Attribute("goodwill per case", ("actor",), _MONEY, "`goodwill: ... per case`.", _goodwill("case")),
    Attribute("goodwill per month", ("actor",), _MONEY, "`goodwill: ... per month`.", _goodwill("month")),
    Attribute("goodwill per year", ("actor",), _MONEY, "`goodwill: ... per year`.", _goodwill("year")),
    Attribute("decision time", ("actor",), _TIME, "`decides within`.", stated("decides_within", "decides within")),
    Attribute("tools", ("actor",), _WORDS, "`tools`: what the software lets the role do; none with `tools: nothing`.", _tools),
    Attribute("contact details", ("actor", "channel"), _TEXT, "`contact`.", stated("contact", "contact")),
    Attribute("weekly hours", ("actor", "channel"), _TIME, "The opening hours of a week, added up (`open`).", _weekly),
    Attribute("longest closed time", ("actor", "channel"), _TIME, "The longest stretch of the week that is not `open`.", _closed),
    Attribute("kind", ("channel",), _TEXT, "`kind` of the channel.", stated("kind", "kind"), options=_CHANNELS),
    Attribute("operator", ("channel",), _TEXT, "`run by`.", stated("run_by", "run by")),
    Attribute("answer time", ("channel",), _TIME, "`answers within`.", stated("answers_within", "answers within")),
    Attribute("customer cost", ("channel",), _MONEY, "`costs customer`.", stated("cost", "costs customer")),
    Attribute("menu steps", ("channel",), _NUMBER, "`menu steps`.", stated("menu_steps", "menu steps")),
    Attribute("act", ("right",), _TEXT, "What one may do, in the words of `may`.", stated("name", "may")),
    Attribute("limit", ("right",), _MONEY, "`up to`.", _limit("limit", "up to")),
    Attribute("approval threshold", ("right",), _MONEY, "`approval above`.", _limit("approval_above", "approval above")),
    Attribute("condition", ("right",), _TEXT, "`only if`.", stated("only_if", "only if")),
)  # fmt: skip
