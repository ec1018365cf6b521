"""Lines of the outline -> rows of tokens for the parser."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.syntax.outline import Outline
from journeyaudit.syntax.parser import Grammar, Mode, Row, Token

_INDENT = Token("_INDENT", "", 0, 0)
_DEDENT = Token("_DEDENT", "", 0, 0)


def rows(text: str, outline: Outline, grammar: Grammar) -> Iterator[Row]:
    for line in outline.lines:
        structure = (_DEDENT,) * line.closes + (_INDENT,) * line.opens
        start, end = line.written.start, line.written.end
        if line.terminal == "TEXT_LINE":
            gap = "\n" if line.written.after_gap and not line.opens else ""
            first = Token("TEXT_LINE", gap + line.text, start, end)
            yield Row(structure, first, [], first)
            continue
        begin = "NAMES_KEY" if line.terminal == "_ITEM" else line.terminal
        first = Token(line.terminal, text[start : line.behind], start, line.behind)
        value = _skip_blanks(text, line.behind, end)
        rest = _scan(text, grammar.modes[begin], begin, value, end)
        yield Row(structure, first, rest, Token("BAD", text[value:end], value, end))


def dedents_at_end(outline: Outline) -> tuple[Token, ...]:
    return (_DEDENT,) * outline.closes


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


def _scan(text: str, mode: Mode, begin: str, at: int, end: int) -> list[Token]:
    """The tokens of a value; what no terminal fits that may stand there is one BAD token to the end."""
    found: list[Token] = []
    last = begin
    while at < end:
        match = mode.behind(last).match(text, at, end)
        if match is None or match.lastgroup is None:
            found.append(Token("BAD", text[at:end], at, end))
            break
        word = match[0].rstrip(" ")
        found.append(Token(match.lastgroup, word, at, at + len(word)))
        at = _skip_blanks(text, match.end(), end)
        last = match.lastgroup
    return found
