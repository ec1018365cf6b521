"""More words about people, their rights, channels and messages, as adjectives, attributes and parts."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

import re
from collections.abc import Callable
from math import inf, isfinite
from typing import TYPE_CHECKING, TypeAlias

from journeyaudit.model.flow import Node, Outcome
from journeyaudit.rulebook.language import pace
from journeyaudit.rulebook.language.answer import NO, YES, Answer, negated, truth, unknown
from journeyaudit.rulebook.language.approvals import holder, is_circular, is_in_the_tools, needs_approval
from journeyaudit.rulebook.language.hearing import (
    is_announced,
    is_for_the_customer,
    is_told,
    words_at,
    words_of_journey,
)
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.things import PLACES
from journeyaudit.rulebook.language.values import NONE, Reading, Sort, Time
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, ReadTruth, Relation
from journeyaudit.syntax.vocabulary import fold
from journeyaudit.verdicts.contact import HOLD

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_Count: TypeAlias = Callable[[Node, bool], float]
"""Minutes at a place, with its shortest or its longest times."""

# ---- people ----


def _named_in(field: str) -> ReadTruth:
    """Does a line of the journey name this actor?"""

    def read(look: Look, thing: Thing) -> Answer:
        text = fold(getattr(look.journey, field))
        return truth(re.search(rf"(?<!\w){re.escape(fold(thing.name))}(?!\w)", text) is not None)

    return read


def _able_to_put_right(look: Look, thing: Thing) -> Answer:
    if isinstance(thing.it, str):
        return unknown(thing.lacks("may"))
    helpers, acts, untold = _what_puts_right(look)
    key, rights = thing.it.key, thing.it.rights
    if key in helpers:
        return YES
    if rights is None:
        return unknown(thing.lacks("may"))
    if any(right.act in acts for right in rights):
        return YES
    return unknown(untold[key].lacks("does")) if rights and key in untold else NO


def _what_puts_right(look: Look) -> tuple[frozenset[str], frozenset[str], dict[str, Thing]]:
    """Who does a correcting step or decides an appeal; the acts of remedies; whose remedy names no act."""
    if ("people", "helpers") not in look.kept:
        deeds = [(node.by, bool(node.corrects)) for node in look.journey.nodes]
        deeds += [(appeal.remedy.by, True) for appeal in look.journey.appeals]
        helpers = frozenset(key for keys, helping in deeds if helping for key in keys)
        remedies = [each for each in look.things("remedy").things if not each.it.appeal]
        acts = frozenset({HOLD, *(each.it.does for each in remedies if each.it.does)})
        untold = {key: each for each in reversed(remedies) if not each.it.does for key in each.it.by}
        look.kept["people", "helpers"] = helpers, acts, untold
    found: tuple[frozenset[str], frozenset[str], dict[str, Thing]] = look.kept["people", "helpers"]
    return found


# ---- mistakes and attempts ----


def _passed_on(look: Look, thing: Thing) -> Answer:
    del look
    return truth(len(thing.it.chain) > 1 or bool(thing.it.approvers))


def _deadline(look: Look, thing: Thing) -> Answer:
    del look
    soft = thing.it.soft
    if soft is None or (soft.point.node is None and soft.point.after is None):
        return unknown(thing.lacks("accepted until"))
    after = soft.point.after
    return truth(after is not None and after.high != inf and (after.low or 0) > 0)


def _figure_at_stake(look: Look, thing: Thing) -> Reading:
    del look
    value = thing.it.value
    if value is None or value.amount is None:
        return Reading(missing=(thing.lacks("value"),))
    return Reading(float(value.amount))


# ---- what the customer is promised ----


def _time_to_a_good_end(look: Look, thing: Thing) -> Reading:
    """docs/rule-language.md: waiting time and takes, opening hours do not count."""
    del thing
    least, _, longest = _quickest(look)
    if not isfinite(least):
        return NONE
    missing = pace.untimed(look)
    if isfinite(longest) or not missing:
        return Reading(Time(least, longest))
    return Reading(missing=missing)


def _slower_than_promised(look: Look, thing: Thing) -> Answer:
    promised = thing.it.promised_within
    if promised is None or promised.high is None:
        return unknown(thing.lacks("promised within"))
    limit = pace.minutes(promised, generous=False)
    least, surely, _ = _quickest(look)
    if least > limit:
        return truth(isfinite(least))
    return NO if surely <= limit else unknown(*pace.untimed(look))


def _quickest(look: Look) -> tuple[float, float, float]:
    """Of the quickest way to a good end: the least it can take, the least it takes with certainty where some
    times are not stated, and the longest."""
    found: tuple[float, float, float] | None = look.kept.get(("people", "quickest"))
    if found is None:
        nodes, ways = look.journey.nodes, look.ways
        goal = bytearray(node.outcome is Outcome.GOOD for node in nodes) + bytearray(ways.size - ways.count)
        least, surely, longest = (_nearest(look, goal, read) for read in (_least, _surely, _longest))
        found = look.kept["people", "quickest"] = least, surely, longest
    return found


def _least(node: Node, count: _Count) -> float:
    return count(node, True)


def _longest(node: Node, count: _Count) -> float:
    return count(node, False)


def _surely(node: Node, count: _Count) -> float:
    return count(node, True) if pace.has_shortest_time(node) else inf


def _nearest(look: Look, goal: bytearray, read: Callable[[Node, _Count], float]) -> float:
    through, before = (lambda node: read(node, pace.passing)), (lambda node: read(node, pace.waiting))
    return pace.nearness(look, goal, look.ways.back, through, before)[0]


def _not(test: ReadTruth) -> ReadTruth:
    return lambda look, thing: negated(test(look, thing))


ADJECTIVES: tuple[Adjective, ...] = (
    Adjective("approved in a circle", ("right",), "Who must agree needs somebody's agreement to the same act, and so on until it comes back to where it began. Amounts are left out.", is_circular),
    Adjective("in the tools", ("right",), "The `tools` of its holder name the act. Unknown without `tools`.", is_in_the_tools),
    Adjective("named as owner", ("actor",), "The `owner` of the journey names them.", _named_in("owner")),
    Adjective("named as contact", ("actor",), "The `named contact` of the journey names them.", _named_in("named_contact")),
    Adjective("able to put something right", ("actor",), "Does a step that `corrects`, decides an appeal, may `hold`, or may do what some remedy `does`. Unknown if no `may` is written, or if their own remedy does not say what it `does`.", _able_to_put_right),
    Adjective("in need of approval", ("remedy",), "For the value of its mistake somebody else must agree, by its own line or by the rights of everybody who does it. Unknown without `value` where it depends on the amount.", needs_approval),
    Adjective("passed on", ("attempt",), "Whoever hears of it does not decide it alone: the case goes on to somebody else, or somebody must agree.", _passed_on),
    Adjective("under a deadline", ("mistake",), "`accepted until` gives a length of time, such as 30 days: not a step alone, not `at once`, not `no limit`. Unknown if it is not stated.", _deadline),
    Adjective("slower than promised", ("journey",), "Even the quickest way from the start to a good end, with the shortest times of its places, takes longer than `promised within`. Unknown without it, or where it depends on a `takes` that is not stated. Not, where no way leads to a good end.", _slower_than_promised),
    Adjective("told to the customer", PLACES, "The customer takes part, `says` tells them something, or a message goes to them. A message that does not say to whom goes to the customer.", is_told),
    Adjective("for the customer", ("message",), "It goes to a customer (`to`), or does not say to whom. Unknown if the `kind` of all who get it is not stated.", is_for_the_customer),
    Adjective("announced", ("remedy",), "The journey has a `named contact`, the customer uses one of its channels in the flow, words to the customer name its people or channels or their `contact`, or some message names a contact. Unknown if messages do not tell whether they do.", is_announced),
    Adjective("kept from the customer", PLACES, "Not told to the customer.", _not(is_told)),
)  # fmt: skip

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("figure at stake", ("mistake",), Sort.NUMBER, "The number of its `value`, whatever the currency.", _figure_at_stake),
    Attribute("words to the customer", PLACES, Sort.WORDS, "`says` here, and what the messages to the customer say and show. Unknown if there are only messages that do not tell what they say.", words_at),
    Attribute("words to the customer", ("journey",), Sort.WORDS, "`promise`, and everything that `says` and `shows` at its places. Unknown if there are only messages that do not tell what they say.", words_of_journey),
    Attribute("time to a good end", ("journey",), Sort.TIME, "How long the quickest way from the start to a good end takes, with the shortest and the longest times of its places.", _time_to_a_good_end, stated=False),
)  # fmt: skip

RELATIONS: tuple[Relation, ...] = (
    Relation("holder", "holders", ("right",), "actor", "Who has it.", holder, one=True),
)  # fmt: skip
