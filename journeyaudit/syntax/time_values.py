"""Tokens -> lengths of time and moments."""

from __future__ import annotations

import math
from fractions import Fraction

from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.names import name_of
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.value_words import MINUTES_OF, Exact
from journeyaudit.syntax.values import AT_ONCE, INFINITE, UNKNOWN, Duration, Minutes, Moment
from journeyaudit.syntax.vocabulary import Vocabulary, fold

_MIXED = Refusal(
    "working days and plain time are mixed in one length of time",
    "write both figures in working days, or both in days, hours or minutes",
)
_LONGEST = 10_000 * 365 * 24 * 60
"""Minutes, or working days: figures stay small enough for every clock they are put into."""
_MOST_DIGITS = 30
_TOO_LARGE = int("1" + "0" * _MOST_DIGITS)
_ENDLESS = Duration(INFINITE, INFINITE)
_WHOLE_VALUES = {"AT_ONCE": AT_ONCE, "UNKNOWN": UNKNOWN, "NEVER": _ENDLESS, "NO_LIMIT": _ENDLESS}


def fraction(token: Token) -> Exact:
    """The figure; one with more digits than anybody means is only known to be too large."""
    whole, _, part = token.text.replace(",", ".").partition(".")
    if len(whole) > _MOST_DIGITS:
        return _TOO_LARGE
    return Fraction(f"{whole}.{part[:_MOST_DIGITS]}") if part else int(whole)


def duration(tokens: list[Token], words: Vocabulary) -> Duration | Refusal:
    """`3 min`, `1 to 3 days`, `at most 2 working days`, `at once`, `never`, `unknown`."""
    whole = _WHOLE_VALUES.get(tokens[0].type)
    if whole is not None:
        return whole
    bound = tokens[0].type if tokens[0].type in ("AT_MOST", "AT_LEAST") else ""
    if bound:
        tokens = tokens[1:]
    cut = next((i for i, token in enumerate(tokens) if token.type == "TO"), None)
    if cut is None:
        return _bounded(_span(tokens, words), bound)
    first, second = tokens[:cut], tokens[cut + 1 :]
    if len(first) == 1:
        first = first + _unit_of(second)
    left, right = _span(first, words), _span(second, words)
    if isinstance(left, Refusal):
        return left
    if isinstance(right, Refusal):
        return right
    return _between(left, right, tokens)


def _unit_of(tokens: list[Token]) -> list[Token]:
    """What a bare number in front of `to` borrows: `1 to 3 working days`."""
    return tokens[1:3] if tokens[1].type == "WORKING" else tokens[1:2]


_Amount = tuple[Exact, bool]
"""Minutes, or working days with True."""


def _bounded(amount: _Amount | Refusal, bound: str) -> Duration | Refusal:
    if isinstance(amount, Refusal):
        return amount
    figure, working = amount
    low = 0 if bound == "AT_MOST" else math.floor(figure)
    high: Minutes = INFINITE if bound == "AT_LEAST" else math.ceil(figure)
    return Duration(low, high, working)


def _between(left: _Amount, right: _Amount, tokens: list[Token]) -> Duration | Refusal:
    if left[1] != right[1] and left[0]:
        return _MIXED
    if left[0] > right[0]:
        start, end = tokens[0].start, tokens[-1].end
        return Refusal(
            "the first figure is larger than the second", "write the smaller figure first", start, end
        )
    return Duration(math.floor(left[0]), math.ceil(right[0]), right[1])


def _span(tokens: list[Token], words: Vocabulary) -> _Amount | Refusal:
    """The sum of `1 day 4 hours`."""
    total: Exact = 0
    number: Exact = 0
    working, counts_working = False, set()
    for token in tokens:
        if token.type == "NUMBER":
            number, working = fraction(token), False
        elif token.type == "WORKING":
            working = True
        else:
            unit = words.value_words["UNIT", fold(token.text)]
            if working and unit != "days":
                title = "only days can be working days"
                return Refusal(title, "write working days, or leave out “working”", token.start, token.end)
            total += number * (1 if working else MINUTES_OF[unit])
            counts_working.add(working)
    if len(counts_working) > 1:
        return _MIXED
    if total > _LONGEST:
        return Refusal("this is longer than 10,000 years", "write `no limit` if it never ends")
    return total, True in counts_working


def moment(tokens: list[Token], words: Vocabulary, file: str) -> Moment | Refusal:
    """`Deliver parcel`, `2 hours`, `14 days after Deliver parcel`, `no limit`, `unknown`."""
    if tokens[0].type in ("REF", "QUOTED"):
        return Moment(anchor=name_of(tokens[0], file))
    if tokens[0].type == "UNKNOWN":
        return Moment()
    if tokens[0].type == "NEVER":
        return _never(tokens[0], words)
    anchor = None
    if tokens[-1].type in ("REF", "QUOTED"):
        anchor = name_of(tokens[-1], file)
        tokens = tokens[:-2]
    after = duration(tokens, words)
    return after if isinstance(after, Refusal) else Moment(after, anchor)


def length(tokens: list[Token], words: Vocabulary, file: str) -> Duration | Refusal:
    """A moment where no step can be meant: the time alone."""
    found = moment(tokens, words, file)
    if isinstance(found, Refusal):
        return found
    if found.anchor is None:
        return found.after or UNKNOWN
    time = " ".join(token.text for token in tokens[:-2]) or "2 h"
    cut = max(len(tokens) - 2, 0)
    title = "only a length of time can stand here, no step"
    return Refusal(title, f"write “{time}”", tokens[cut].start, tokens[-1].end)


def _never(token: Token, words: Vocabulary) -> Refusal:
    """`until: never` means for ever to some and not at all to others."""
    title = f"{quoted(token.text)} can be read in two ways here: it is never over, or it is never possible"
    always, not_at_all = words.value_word("no limit"), words.value_word("at once")
    repair = f"write “{always}” if it is always possible, “{not_at_all}” if it never is"
    return Refusal(title, repair, token.start, token.end)
