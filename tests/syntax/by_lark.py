"""The reference: rows of tokens -> Lark's own tree, recovering from errors just as the driver must."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from lark import Lark
from lark.exceptions import UnexpectedToken

from journeyaudit.source import SourceText
from journeyaudit.syntax.driver import Branch
from journeyaudit.syntax.grammar import grammar_text
from journeyaudit.syntax.outline import outline
from journeyaudit.syntax.parser import END_OF_LINE, Row, Token, grammar, parse_rows
from journeyaudit.syntax.parsing import vocabulary_of
from journeyaudit.syntax.physical import conflicts, written_lines
from journeyaudit.syntax.rules import parser as rule_parser
from journeyaudit.syntax.tables import compiled
from journeyaudit.syntax.tokens import dedents_at_end, rows


@cache
def lark(language: str) -> Lark:
    return compiled(grammar_text(language))


@cache
def lark_of_rules(strict: bool = False) -> Lark:
    return compiled(rule_parser.grammar_text(), rule_parser.START, strict)


def both_trees(text: str) -> tuple[Any, Any]:
    """Lark's tree and the driver's, flat, each with the lines that were left out."""
    source = SourceText("test.journey", text)
    words = vocabulary_of(source)
    ready = grammar(words.language)
    lines = outline(source, written_lines(source, conflicts(source).left_out), ready, words)
    read, at_end = list(rows(source.plain, lines, ready)), dedents_at_end(lines)
    ours, left_out = parse_rows(read, at_end, ready)
    reference, left_out_by_lark = by_lark(read, at_end, lark(words.language))
    return (flat(reference), left_out_by_lark), (flat(ours), left_out)


def by_lark(rows: Iterable[Row], at_end: Iterable[Token], lark: Lark) -> tuple[Any, list[Row]]:
    parser: Any = lark.parse_interactive()
    left_out = []
    for row in rows:
        try:
            for token in (*row.structure, row.first):
                parser.feed_token(token)
        except UnexpectedToken:
            left_out.append(row)
            continue
        state = parser.parser_state
        depth = len(state.state_stack)
        try:
            for token in (*row.rest, END_OF_LINE):
                parser.feed_token(token)
        except UnexpectedToken:
            del state.state_stack[depth:]
            del state.value_stack[depth - 1 :]
            parser.feed_token(row.bad)
            parser.feed_token(END_OF_LINE)
    for token in at_end:
        parser.feed_token(token)
    return parser.feed_eof(), left_out


def flat(tree: Any) -> list[Any]:
    """A tree without nesting, as deep trees cannot be compared: names, tokens and closing brackets."""
    found: list[Any] = []
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Token | str):
            found.append(part)
        else:
            assert isinstance(part, Branch) or hasattr(part, "data")
            found.append(("branch", str(part.data)))
            waiting += ["end", *reversed(part.children)]
    return found
