"""Tokens, line by line -> the tree of the grammar; a line that cannot be read becomes one BAD token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from journeyaudit.source.record import record
from journeyaudit.syntax.driver import Branch, Driver
from journeyaudit.syntax.tables import Tables, tables


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

    def __init__(self, patterns: Mapping[str, str], followers: Mapping[str, Iterable[str]]) -> None:
        self._sources = patterns
        self._followers = followers
        self._patterns: dict[str, re.Pattern[str]] = {}

    def behind(self, terminal: str) -> re.Pattern[str]:
        """Finds the next terminal behind one that has just been read."""
        pattern = self._patterns.get(terminal)
        if pattern is None:
            pattern = _any_of(self._followers.get(terminal, ()), self._sources)
            self._patterns[terminal] = pattern
        return pattern


@record
class Grammar:
    """The grammar of one language, ready to read with."""

    tables: Tables
    line: re.Pattern[str]
    """Finds the first terminal of a line."""
    modes: dict[str, Mode]


END_OF_LINE = Token("_NL", "", 0, 0)


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, got ready once per process."""
    return ready(tables(language))


def ready(made: Tables) -> Grammar:
    modes = {name: Mode(made.patterns, pairs) for name, pairs in made.followers.items()}
    return Grammar(made, _any_of(made.followers, made.patterns), modes)


def parse_rows(
    rows: Iterable[Row], structure_at_end: Iterable[Token], grammar: Grammar
) -> tuple[Branch, list[Row]]:
    """The tree of all lines, and the lines that had to be left out: the parser's last resort.

    The latter happens only if the grammar lacks an error production.
    """
    driver = Driver(grammar.tables)
    left_out = []
    for row in rows:
        if driver.takes((*row.structure, row.first)):
            _read_rest(driver, row)
        else:
            left_out.append(row)
    driver.takes(structure_at_end)
    tree = driver.tree()
    assert tree is not None, "a text may end after any line"
    return tree, left_out


def _read_rest(driver: Driver, row: Row) -> None:
    depth = driver.depth()
    if not driver.takes((*row.rest, END_OF_LINE)):
        # every line takes BAD behind its first token, so back to there
        driver.back_to(depth)
        driver.takes((row.bad, END_OF_LINE))


def _any_of(terminals: Iterable[str], patterns: Mapping[str, str]) -> re.Pattern[str]:
    wanted = frozenset(terminals)
    parts = [f"(?P<{name}>{pattern})" for name, pattern in patterns.items() if name in wanted]
    return re.compile("|".join(parts) or r"(?!)")
