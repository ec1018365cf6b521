"""Tokens -> amounts of money and numbers."""

from __future__ import annotations

from decimal import Decimal

from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.value_words import PERCENT_OF
from journeyaudit.syntax.values import Money, Monies, Number
from journeyaudit.syntax.vocabulary import Vocabulary, fold

_WHOLE_VALUES = {
    "NOTHING": Money(Decimal(0)),
    "NO_LIMIT": Money(Decimal("Infinity")),
    "UNKNOWN": Money(None),
}


def money(tokens: list[Token], words: Vocabulary) -> Money:
    """`20 EUR`, `€ 4,95`, `20 EUR per case`, `nothing`, `no limit`, `unknown`."""
    if tokens[0].type in _WHOLE_VALUES:
        return _WHOLE_VALUES[tokens[0].type]
    by_type = {token.type: token.text for token in tokens}
    code = by_type.get("CURRENCY_CODE")
    period = by_type.get("PERIOD")
    return Money(
        Decimal(by_type["NUMBER"].replace(",", ".")),
        code or words.value_words["CURRENCY", fold(by_type["CURRENCY"])],
        words.value_words["PERIOD", fold(period)] if period else "",
    )


def monies(tokens: list[Token], words: Vocabulary) -> Monies:
    """Amounts with commas between them."""
    amounts: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "COMMA":
            amounts.append([])
        else:
            amounts[-1].append(token)
    return Monies(tuple(money(amount, words) for amount in amounts))


def number(tokens: list[Token], words: Vocabulary, key: str) -> Number | Refusal:
    """`3`, `2 %`, `5 of 5`, `3 times`; `often`, `sometimes` and `rarely` for a likelihood."""
    types = [token.type for token in tokens]
    if types[0] == "UNKNOWN":
        return Number(None)
    if types[0] == "FREQUENCY":
        return _frequency(tokens[0], words, key)
    value = float(tokens[0].text.replace(",", "."))
    if types[-1] == "PERCENT":
        return Number(value, "%") if value <= 100 else _share_too_large(tokens)
    if types[-1] == "TIMES":
        return Number(value, "times")
    if "OF" in types:
        return _part(value, tokens, key)
    return Number(value)


def _frequency(token: Token, words: Vocabulary, key: str) -> Number | Refusal:
    if key != "likelihood":
        return Refusal("a number is needed here", "write a number such as “3”")
    return Number(PERCENT_OF[words.value_words["FREQUENCY", fold(token.text)]], "%")


def _part(value: float, tokens: list[Token], key: str) -> Number | Refusal:
    whole = float(tokens[2].text.replace(",", "."))
    if value > whole:
        return Refusal("the part is larger than the whole", "write the smaller figure first")
    if key == "likelihood" and whole:
        return Number(100 * value / whole, "%")
    return Number(value)


def _share_too_large(tokens: list[Token]) -> Refusal:
    return Refusal(
        "this share is more than 100 %", "write a share from 0 % to 100 %", tokens[0].start, tokens[-1].end
    )
