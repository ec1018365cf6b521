"""A grammar -> plain tables that drive the parser; prepared in grammar/tables/, else made by Lark.

The seam to Lark, which stays the only compiler of the grammar; it is not loaded where the prepared
tables fit the grammar.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from journeyaudit.source.shipped import shipped
from journeyaudit.syntax.grammar import grammar_text

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    from journeyaudit.syntax.followers import Followers

_FORMAT = "1"


class Reduction(NamedTuple):
    """How the last ``length`` parts become one that is called ``origin`` in the rows."""

    origin: str
    length: int
    name: str | None
    """What the branch is called; "" if there is none and the parts belong to what is around them; None if
    its only part stands for itself."""
    kept: tuple[tuple[int, bool], ...] | None
    """Which parts come into the tree and which of them are opened for it; None for all as they are."""


class Tables(NamedTuple):
    """A grammar; the first row is where a text begins."""

    rows: tuple[dict[str, int], ...]
    """For each state: symbol -> the next state, or ``~number`` of a reduction. No entry: not here."""
    end: int
    """The state in which the text has been read."""
    reductions: tuple[Reduction, ...]
    patterns: dict[str, str]
    """Terminal -> its regular expression, in the order in which they are tried."""
    followers: Followers


def tables(language: str) -> Tables:
    """The prepared tables of a language in which journeys are written."""
    return tables_of(language, grammar_text(language))


def tables_of(name: str, text: str, start: str = "start") -> Tables:
    """The prepared tables of a grammar; made anew if it was changed since (or they are missing)."""
    return stored(name, text) or made(compiled(text, start))


# ---- prepared tables ------------------------------------------------------------------------------


def stored(name: str, text: str) -> Tables | None:
    """The prepared tables, None if they were made from another text or cannot be read."""
    try:
        found = json.loads((shipped("grammar") / "tables" / f"{name}.json").read_bytes())
        if found["made from"] != _digest(text):
            return None
        reductions = (Reduction(o, n, called, _pairs(kept)) for o, n, called, kept in found["reductions"])
        return Tables(
            tuple(found["rows"]), found["end"], tuple(reductions), found["patterns"], found["followers"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _pairs(kept: list[list[Any]] | None) -> tuple[tuple[int, bool], ...] | None:
    return None if kept is None else tuple((at, opened) for at, opened in kept)


def as_json(made: Tables, text: str) -> str:
    """What ``stored`` reads: one line for each row, so that a change can be read."""
    parts = {
        "made from": json.dumps(_digest(text)),
        "end": json.dumps(made.end),
        "reductions": _lines("[]", (_plain(reduction) for reduction in made.reductions)),
        "patterns": _lines("{}", (f"{_plain(name)}: {_plain(p)}" for name, p in made.patterns.items())),
        "followers": _lines(
            "{}", (f"{_plain(name)}: {_plain(pairs)}" for name, pairs in made.followers.items())
        ),
        "rows": _lines("[]", (_plain(row) for row in made.rows)),
    }
    return _lines("{}", (f"{_plain(name)}: {part}" for name, part in parts.items())) + "\n"


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lines(brackets: str, lines: Iterable[str]) -> str:
    return brackets[0] + "\n" + ",\n".join(lines) + "\n" + brackets[1]


def _digest(text: str) -> int:
    return crc32(f"{_FORMAT}\n{text}".encode())


# ---- tables made by Lark --------------------------------------------------------------------------


def compiled(text: str, start: str = "start", strict: bool = False) -> Lark:
    """The grammar as Lark compiles it. ``strict`` refuses conflicts (tests)."""
    from lark import Lark
    from lark.lexer import Lexer

    class Ready(Lexer):
        """The tokens come ready made; see outline.py and tokens.py."""

        def __init__(self, conf: object) -> None:
            del conf

        def lex(self, lexer_state: Any, parser_state: Any) -> Any:
            raise NotImplementedError

    return Lark(text, parser="lalr", lexer=Ready, start=start, strict=strict, keep_all_tokens=False)


def made(lark: Lark) -> Tables:
    """The same tables for the same grammar, whatever order Lark numbers its states and rules in."""
    from journeyaudit.syntax.followers import followers

    parser: Any = lark.parser
    table = parser.parser._parse_table
    rules = sorted(lark.rules, key=lambda rule: (rule.origin.name, [s.name for s in rule.expansion]))
    number_of_rule = {rule: number for number, rule in enumerate(rules)}
    (start,) = lark.options.start
    states = _in_order(table.states, table.start_states[start])
    rows = tuple(_row(table.states[state], states, number_of_rule) for state in states)
    expansions: dict[str, list[list[str]]] = {}
    for rule in rules:
        expansions.setdefault(rule.origin.name, []).append([symbol.name for symbol in rule.expansion])
    return Tables(
        rows,
        states[table.end_states[start]],
        tuple(_reduction(rule) for rule in rules),
        _patterns(lark.terminals),
        followers(expansions),
    )


def _in_order(states: Mapping[int, Mapping[str, tuple[Any, Any]]], start: int) -> dict[int, int]:
    """Lark's number of a state -> ours: in the order in which they are reached, by the names of symbols."""
    found = {start: 0}
    waiting = [start]
    for state in waiting:
        for _, (_, target) in sorted(states[state].items(), key=lambda entry: entry[0]):
            if isinstance(target, int) and target not in found:
                found[target] = len(found)
                waiting.append(target)
    return found


def _row(
    row: Mapping[str, tuple[Any, Any]], states: Mapping[int, int], rules: Mapping[Rule, int]
) -> dict[str, int]:
    ordered = sorted(row.items(), key=lambda entry: entry[0])
    return {
        symbol: states[target] if isinstance(target, int) else ~rules[target]
        for symbol, (_, target) in ordered
    }


def _reduction(rule: Rule) -> Reduction:
    origin = rule.origin.name
    kept = tuple(
        (at, _is_opened(symbol)) for at, symbol in enumerate(rule.expansion) if not _is_left_out(symbol)
    )
    as_they_are = kept == tuple((at, False) for at in range(len(rule.expansion)))
    return Reduction(str(origin), len(rule.expansion), _name(rule, kept), None if as_they_are else kept)


def _name(rule: Rule, kept: tuple[tuple[int, bool], ...]) -> str | None:
    if rule.options.expand1 and not rule.alias:
        # how many parts an opened one has is known only when a text is read
        assert not any(opened for _, opened in kept), f"{rule}: give it a name behind ->"
        if len(kept) == 1:
            return None
    name = rule.alias or rule.origin.name
    return "" if rule.origin.name.startswith("_") else str(name)


def _is_left_out(symbol: Any) -> bool:
    return bool(symbol.is_term and symbol.filter_out)


def _is_opened(symbol: Any) -> bool:
    return bool(not symbol.is_term and symbol.name.startswith("_"))


def _patterns(terminals: Iterable[TerminalDef]) -> dict[str, str]:
    defined = [terminal for terminal in terminals if terminal.pattern is not None]
    defined.sort(key=lambda t: (-t.priority, -len(t.pattern.value), t.name))
    return {terminal.name: terminal.pattern.to_regexp() for terminal in defined}
