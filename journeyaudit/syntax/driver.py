"""Tokens, one at a time -> the tree of the grammar, over prepared tables.

The tree is the one that Lark would build with the same grammar (tests compare them); this takes a
fraction of the time and nothing to import.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journeyaudit.syntax.parser import Token
    from journeyaudit.syntax.tables import Reduction, Tables


_REFUSED = sys.maxsize


class Branch:
    """A rule of the grammar and what stands in it; ``children`` are tokens and branches."""

    __slots__ = ("children", "data")

    def __init__(self, data: str, children: list[Any]) -> None:
        self.data = data
        self.children = children


class Driver:
    """A parser in the middle of a text."""

    __slots__ = ("_end", "_reductions", "_rows", "_states", "_values")

    def __init__(self, tables: Tables) -> None:
        self._rows = tables.rows
        self._reductions = tables.reductions
        self._end = tables.end
        self._states = [0]
        self._values: list[Any] = [None]

    def takes(self, tokens: Iterable[Token]) -> bool:
        """Reads tokens up to the first that may not stand where it does; whether it read them all.

        Before it finds that out, finished parts may have been put together.
        """
        states, values, rows = self._states, self._values, self._rows
        row = rows[states[-1]]
        for token in tokens:
            kind = token.type
            while (action := row.get(kind, _REFUSED)) < 0:
                row = self._put_together(self._reductions[~action])
            if action == _REFUSED:
                return False
            states.append(action)
            values.append(token)
            row = rows[action]
        return True

    def tree(self) -> Branch | None:
        """The whole tree; None if the text may not end here."""
        while self._states[-1] != self._end:
            action = self._rows[self._states[-1]].get("$END")
            if action is None:
                return None
            self._put_together(self._reductions[~action])
        whole: Branch = self._values[-1]
        return whole

    def expected(self) -> frozenset[str]:
        """The terminals that may come next, among them ``$END`` if the text may end here."""
        return frozenset(each for each in self._rows[self._states[-1]] if self._is_expected(each))

    def _is_expected(self, symbol: str) -> bool:
        """Would it be taken once all parts that end before it are put together?"""
        if not symbol.isupper():
            return False
        states = self._states.copy()
        while states[-1] != self._end:
            action = self._rows[states[-1]].get(symbol, _REFUSED)
            if action >= 0:
                return action != _REFUSED
            reduction = self._reductions[~action]
            del states[len(states) - reduction.length :]
            states.append(self._rows[states[-1]][reduction.origin])
        return symbol == "$END"

    def depth(self) -> int:
        return len(self._states)

    def back_to(self, depth: int) -> None:
        """Forgets what was read since ``depth``."""
        del self._states[depth:]
        del self._values[depth:]

    def _put_together(self, reduction: Reduction) -> dict[str, int]:
        """Makes one part of the last ones; what may follow it."""
        states, values = self._states, self._values
        origin, length, name, kept = reduction
        if length == 1:
            parts = [values.pop()]
            states.pop()
        elif length:
            parts = values[-length:]
            del values[-length:], states[-length:]
        else:
            parts = []
        if kept is not None:
            parts = _kept(parts, kept)
        state = self._rows[states[-1]][origin]
        states.append(state)
        values.append(Branch(name, parts) if name else parts[0] if name is None else parts)
        return self._rows[state]


def _kept(parts: list[Any], kept: tuple[tuple[int, bool], ...]) -> list[Any]:
    """The parts that come into the tree. A list that grows at its end is passed on, never copied."""
    children: list[Any] = []
    for at, opened in kept:
        part = parts[at]
        if not opened:
            children.append(part)
        elif children:
            children += part
        else:
            children = part
    return children
