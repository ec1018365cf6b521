"""The rules of the grammar -> which terminal may stand behind which, on one line.

The lexer asks this, so `S` is a unit behind a number and a name behind `after`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

Rules: TypeAlias = Mapping[str, Sequence[Sequence[str]]]
"""Nonterminal -> its expansions. A symbol that is no key is a terminal; no expansion here is empty."""
Followers: TypeAlias = dict[str, dict[str, dict[str, None]]]
"""First terminal of a line -> terminal -> the terminals that may stand right behind it (ordered)."""

LINE_RULES = ("head", "fact", "wires", "unknown")
"""Those whose expansions begin with the first terminal of a line."""


def followers(rules: Rules) -> Followers:
    found: Followers = {}
    for origin in LINE_RULES:
        for expansion in rules.get(origin, ()):
            line = _until_line_end(expansion)
            pairs = found.setdefault(line[0], {line[0]: {}})
            for sequence in (line, *_reachable(line, rules)):
                _add_pairs(sequence, rules, pairs)
    return found


def _until_line_end(expansion: Sequence[str]) -> Sequence[str]:
    return expansion[: expansion.index("_NL")] if "_NL" in expansion else expansion


def _reachable(line: Sequence[str], rules: Rules) -> Iterable[Sequence[str]]:
    """All expansions that can become part of the line."""
    waiting, seen = [symbol for symbol in line if symbol in rules], set(line)
    while waiting:
        for expansion in rules[waiting.pop()]:
            yield expansion
            waiting += [symbol for symbol in expansion if symbol in rules and symbol not in seen]
            seen.update(expansion)


def _add_pairs(sequence: Sequence[str], rules: Rules, pairs: dict[str, dict[str, None]]) -> None:
    for left, right in pairwise(sequence):
        begins = _at_edge(right, rules, 0)
        for terminal in _at_edge(left, rules, -1):
            pairs.setdefault(terminal, {}).update(dict.fromkeys(begins))


def _at_edge(symbol: str, rules: Rules, edge: int) -> Iterable[str]:
    """The terminals a symbol can begin (0) or end (-1) with."""
    waiting, seen, found = [symbol], {symbol}, []
    while waiting:
        current = waiting.pop()
        if current not in rules:
            found.append(current)
            continue
        outer = {expansion[edge]: None for expansion in rules[current]}
        waiting += [inner for inner in outer if inner not in seen]
        seen.update(outer)
    return found
