"""The tokens of one sentence -> the tree of the grammar, or where and why it breaks off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from journeyaudit.source.shipped import shipped
from journeyaudit.syntax.parser import Token

if TYPE_CHECKING:
    from lark import Lark, Tree


@dataclass(frozen=True, slots=True)
class Breach:
    """The sentence cannot go on: ``at`` is the number of the token, past the last one at the end.
    ``expected`` are the terminals that could stand there."""

    at: int
    expected: frozenset[str]


@cache
def grammar(strict: bool = False) -> Lark:
    """The grammar of sentences, compiled once per process. ``strict`` refuses conflicts (tests)."""
    from lark import Lark
    from lark.lexer import Lexer

    class Ready(Lexer):
        """The tokens come ready made; see tokens.py."""

        def __init__(self, conf: object) -> None:
            del conf

        def lex(self, lexer_state: Any, parser_state: Any) -> Any:
            raise NotImplementedError

    text = (shipped("grammar") / "rules.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer=Ready, start="sentence", strict=strict)


def parse_sentence(tokens: Sequence[Token]) -> Tree[Token] | Breach:
    """Either the whole sentence is read, or nothing."""
    from lark.exceptions import UnexpectedToken

    parser: Any = grammar().parse_interactive()
    at = 0
    try:
        for token in tokens:
            parser.feed_token(token)
            at += 1
        tree: Tree[Token] = parser.feed_eof()
    except UnexpectedToken:
        return Breach(at, _expected_behind(tokens[:at]))
    return tree


def _expected_behind(tokens: Sequence[Token]) -> frozenset[str]:
    """A refused token leaves its mark on the parser, so the good ones are read once more."""
    parser: Any = grammar().parse_interactive()
    for token in tokens:
        parser.feed_token(token)
    return frozenset(parser.accepts())
