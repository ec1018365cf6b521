"""A part of the parser's tree -> its tokens and figures."""

from __future__ import annotations

from decimal import Decimal

from journeyaudit.syntax.driver import Branch
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.rules.words import FIGURES
from journeyaudit.syntax.vocabulary import fold


def tokens(branch: Branch | Token) -> list[Token]:
    """All tokens below, in the order of the text."""
    if isinstance(branch, Token):
        return [branch]
    found, waiting = [], list(reversed(branch.children))
    while waiting:
        each = waiting.pop()
        if isinstance(each, Token):
            found.append(each)
        else:
            waiting.extend(reversed(each.children))
    return found


def own(branch: Branch, terminal: str) -> list[Token]:
    return [each for each in branch.children if isinstance(each, Token) and each.type == terminal]


def figure(token: Token) -> Decimal:
    word = fold(token.text)
    return Decimal(FIGURES[word]) if word in FIGURES else Decimal(token.text.replace(",", "."))


def whole(token: Token) -> int:
    return int(figure(token))
