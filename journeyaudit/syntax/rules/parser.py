"""The tokens of one sentence -> the tree of the grammar, or where and why it breaks off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from journeyaudit.source.record import record
from journeyaudit.source.shipped import shipped
from journeyaudit.syntax.driver import Branch, Driver
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.tables import Tables, tables_of

START = "sentence"


@record
class Breach:
    """The sentence cannot go on: ``at`` is the number of the token, past the last one at the end.
    ``expected`` are the terminals that could stand there."""

    at: int
    expected: frozenset[str]


def grammar_text() -> str:
    """The grammar of sentences, for Lark."""
    return (shipped("grammar") / "rules.lark").read_text(encoding="utf-8")


@cache
def tables() -> Tables:
    """The grammar of sentences, got ready once per process."""
    return tables_of("rules", grammar_text(), START)


def parse_sentence(tokens: Sequence[Token]) -> Branch | Breach:
    """Either the whole sentence is read, or nothing."""
    driver = Driver(tables())
    if driver.takes(tokens):
        tree = driver.tree()
        return _breach(tokens) if tree is None else tree
    return _breach(tokens)


def _breach(tokens: Sequence[Token]) -> Breach:
    """A refused token may have put parts together already, so the good ones are read once more."""
    driver = Driver(tables())
    good = next((at for at, token in enumerate(tokens) if not driver.takes([token])), len(tokens))
    driver = Driver(tables())
    driver.takes(tokens[:good])
    return Breach(good, driver.expected())
