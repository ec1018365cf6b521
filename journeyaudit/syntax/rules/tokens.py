"""A line of a rule -> tokens: the longest phrase that is known, figures, quotes; odd words as ODD."""

from __future__ import annotations

import re

from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.rules.words import CURRENCIES, FIGURES, PHRASES, UNITS, WORKING, PhraseTable
from journeyaudit.syntax.vocabulary import fold

_PIECE = re.compile(
    r"(?P<QUOTED>\"[^\"]+\"|„[^“”\"]+[“”\"]|“[^”]+”|«[^»]+»|»[^«]+«)"
    r"|(?P<NUMBER>\d+(?:[.,]\d+)?)"
    r"|(?P<CURRENCY>[€$£])"
    r"|(?P<PERCENT>%)"
    r"|(?P<LPAR>\()|(?P<RPAR>\))|(?P<_COMMA>,)"
    r"|(?P<WORD>[^\W\d_](?:[\w'’]|-(?=\w))*)"
    r"|(?P<ODD>[^\s\w(),.\"„“«»%€$£]+|\S)"
)
_CODE = re.compile(r"[A-Z]{3}$")
_END = re.compile(r"[.;]?\s*$")
_ARTICLES = PHRASES["ARTICLE"]
LONGEST_SENTENCE = 120
"""Sentences with more tokens are refused: people cannot read them, and nesting stays within bounds."""


def tokens_of(text: str, start: int, end: int, table: PhraseTable) -> list[Token]:
    """The tokens of ``text[start:end]``; a full stop at the end is no token."""
    found: list[Token] = []
    end = start + _END.search(text[start:end]).start()  # type: ignore[union-attr]
    pieces = list(_PIECE.finditer(text, start, end))
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        kind = piece.lastgroup or "ODD"
        if kind != "WORD":
            found.append(Token(kind, piece[0], piece.start(), piece.end()))
            at += 1
            continue
        terminal, count = _after_figure(piece[0], found) or _phrase(pieces, at, table)
        last = pieces[at + count - 1].end()
        found.append(Token(terminal, _plain(text[piece.start() : last]), piece.start(), last))
        at += count
    return found


def _after_figure(word: str, found: list[Token]) -> tuple[str, int] | None:
    """A unit is one behind a figure only: elsewhere `min` and `s` are words like others."""
    before = found[-1].type if found else ""
    if before in ("NUMBER", "WORKING") and fold(word) in UNITS:
        return "UNIT", 1
    if before == "NUMBER" and fold(word) in WORKING:
        return "WORKING", 1
    if before == "NUMBER" and (fold(word) in CURRENCIES or _CODE.match(word)):
        return "CURRENCY", 1
    if before == "NUMBER" and fold(word) in ("percent", "%"):
        return "PERCENT", 1
    return None


def _phrase(pieces: list[re.Match[str]], at: int, table: PhraseTable) -> tuple[str, int]:
    """The longest one. ``a customer`` is a word of its own, but not before ``a customer cost``: there the
    article alone leads further."""
    terminal, count = _longest(pieces, at, table)
    if terminal == "ADJECTIVE" and count > 1 and _plain(pieces[at][0]) in _ARTICLES:
        behind, further = _longest(pieces, at + 1, table)
        if behind == "NOUN" and 1 + further > count:
            return "ARTICLE", 1
    return terminal, count


def _longest(pieces: list[re.Match[str]], at: int, table: PhraseTable) -> tuple[str, int]:
    for phrase, terminal in table.get(_plain(pieces[at][0]), ()):
        count = len(phrase)
        if at + count <= len(pieces) and all(
            _plain(pieces[at + place][0]) == word for place, word in enumerate(phrase)
        ):
            return terminal, count
    return ("NUMBER" if _plain(pieces[at][0]) in FIGURES else "ODD"), 1


def _plain(word: str) -> str:
    return fold(word).replace("’", "'")
