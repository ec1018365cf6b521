"""Tokens, line by line -> the tree of the grammar; a line that cannot be read becomes one BAD token.

The seam to lark: nothing else imports it. A table of another make could be driven by the same loop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from journeyaudit.syntax.followers import followers
from journeyaudit.syntax.grammar import grammar_text

if TYPE_CHECKING:
    from lark import Lark, Tree
    from lark.lexer import TerminalDef
    from lark.parsers.lalr_interactive_parser import InteractiveParser


class Token(NamedTuple):
    """A word of the text with its place; ``type`` is a terminal of the grammar."""

    type: str
    text: str
    start: int
    end: int


class Row(NamedTuple):
    """The tokens of one line: structure before it, its first token, the others."""

    structure: tuple[Token, ...]
    first: Token
    rest: list[Token]
    bad: Token
    """What stands for the rest of the line if it cannot be read."""


class Mode:
    """What may follow the first terminal of a line; patterns are compiled when they are needed."""

    def __init__(self, defined: dict[str, TerminalDef], followers: dict[str, dict[str, None]]) -> None:
        self._defined = defined
        self._followers = followers
        self._patterns: dict[str, re.Pattern[str]] = {}

    def behind(self, terminal: str) -> re.Pattern[str]:
        """Finds the next terminal behind one that has just been read."""
        pattern = self._patterns.get(terminal)
        if pattern is None:
            names = [name for name in self._followers.get(terminal, ()) if name in self._defined]
            pattern = _alternatives([self._defined[name] for name in names])
            self._patterns[terminal] = pattern
        return pattern


@dataclass(frozen=True)
class Grammar:
    """The compiled grammar of one language."""

    lark: Lark
    line: re.Pattern[str]
    """Finds the first terminal of a line."""
    modes: dict[str, Mode]


END_OF_LINE = Token("_NL", "", 0, 0)


@cache
def grammar(language: str, strict: bool = False) -> Grammar:
    """The grammar of a language, compiled once per process. ``strict`` refuses conflicts (tests)."""
    from lark import Lark
    from lark.lexer import Lexer

    class Ready(Lexer):
        """The tokens come ready made; see outline.py and tokens.py."""

        def __init__(self, conf: object) -> None:
            del conf

        def lex(self, lexer_state: Any, parser_state: Any) -> Any:
            raise NotImplementedError

    text = grammar_text(language)
    lark = Lark(text, parser="lalr", lexer=Ready, strict=strict, keep_all_tokens=False)
    defined = {t.name: t for t in lark.terminals if t.pattern is not None}
    found = followers(_rules(lark))
    line = [defined[name] for name in found if name in defined]
    modes = {name: Mode(defined, pairs) for name, pairs in found.items()}
    return Grammar(lark, _alternatives(line), modes)


def _rules(lark: Lark) -> dict[str, list[list[str]]]:
    rules: dict[str, list[list[str]]] = {}
    for rule in lark.rules:
        rules.setdefault(rule.origin.name, []).append([symbol.name for symbol in rule.expansion])
    return rules


def parse_rows(
    rows: Iterable[Row], structure_at_end: Iterable[Token], grammar: Grammar
) -> tuple[Tree[Token], list[Row]]:
    """The tree of all lines, and the lines that had to be left out: the parser's last resort.

    The latter happens only if the grammar lacks an error production.
    """
    from lark.exceptions import UnexpectedToken

    parser: Any = grammar.lark.parse_interactive()
    left_out = []
    for row in rows:
        try:
            for token in row.structure:
                parser.feed_token(token)
            parser.feed_token(row.first)
        except UnexpectedToken:
            left_out.append(row)
            continue
        _feed_rest(parser, row)
    for token in structure_at_end:
        parser.feed_token(token)
    return parser.feed_eof(), left_out


def _feed_rest(parser: InteractiveParser, row: Row) -> None:
    from lark.exceptions import UnexpectedToken

    feed: Any = parser.feed_token
    depth = len(parser.parser_state.state_stack)
    try:
        for token in row.rest:
            feed(token)
        feed(END_OF_LINE)
    except UnexpectedToken:
        # every line takes BAD behind its first token, so back to there
        del parser.parser_state.state_stack[depth:]
        del parser.parser_state.value_stack[depth - 1 :]
        feed(row.bad)
        feed(END_OF_LINE)


def _alternatives(terminals: Sequence[TerminalDef]) -> re.Pattern[str]:
    ordered = sorted(terminals, key=lambda t: (-t.priority, -len(t.pattern.value), t.name))
    parts = [f"(?P<{t.name}>{t.pattern.to_regexp()})" for t in ordered]
    return re.compile("|".join(parts) or r"(?!)")
