"""The text of a TOML file that was understood -> where its keys stand, which its reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from journeyaudit.source import SourceText, Span

Keys = tuple[str, ...]
"""A key with the tables around it, outermost first; behind it the number of an entry of a list, from 0."""

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{},=.\n]"
    r"|[^\s\[\]{},=.#\"']+",
    re.DOTALL,
)
_DECODING = re.compile(r"\(at line (\d+), column (\d+)\)")


def places(source: SourceText) -> Mapping[Keys, Span]:
    """Tables, keys and entries of lists with their places, also those inside inline tables."""
    walk = _Walk(source)
    walk.through()
    return walk.found


def place_of_fault(source: SourceText, message: str) -> Span:
    """Where the reader of TOML stopped, as its message says; else the end of the text."""
    end = len(source.plain)
    found = _DECODING.search(message)
    if found is None:
        last = len(source.plain.rstrip())
        return source.span(max(last - 1, 0), last)
    at = min(source.start_of(min(int(found[1]), source.line_count)) + int(found[2]) - 1, end)
    return source.span(at, min(at + 1, end))


class _Walk:
    """From token to token; what has been understood needs no checking any more."""

    def __init__(self, source: SourceText) -> None:
        self.found: dict[Keys, Span] = {}
        self._source = source
        self._tokens = [each for each in _TOKEN.finditer(source.raw) if not each[0].startswith("#")]
        self._at = 0

    def through(self) -> None:
        table: Keys = ()
        while token := self._token():
            if token == "\n":
                self._at += 1
            elif token == "[":
                while self._token() == "[":
                    self._at += 1
                table = self._key(())
                while self._token() == "]":
                    self._at += 1
            else:
                self._value(self._key(table))

    def _token(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _key(self, table: Keys) -> Keys:
        """A key, which may have dots; each part that was not known before has its place here."""
        keys = table
        while (token := self._token()) not in ("=", "]", ""):
            if token != ".":
                keys = (*keys, _plain(token))
                self._note(keys)
            self._at += 1
        self._at += token == "="
        return keys

    def _value(self, keys: Keys) -> None:
        """Everything up to the end of the line that no bracket holds open."""
        inside: list[tuple[Keys, int | None]] = []
        while (token := self._token()) and (token != "\n" or inside):
            if token in "]}":
                inside.pop()
            elif token == "[":
                inside.append((keys, 0))
                keys = (*keys, "0")
            elif token in "{,":
                keys = self._next_in(inside, keys, token)
                continue
            elif token not in ".\n":
                self._note(keys)
            self._at += 1

    def _next_in(self, inside: list[tuple[Keys, int | None]], keys: Keys, token: str) -> Keys:
        """The key of what comes next in a list or an inline table."""
        self._at += 1
        if token == "{":
            inside.append((keys, None))
        around, number = inside[-1]
        if number is not None:
            inside[-1] = (around, number + 1)
            return (*around, str(number + 1))
        return around if self._token() == "}" else self._key(around)

    def _note(self, keys: Keys) -> None:
        if keys not in self.found:
            token = self._tokens[self._at]
            self.found[keys] = self._source.span(token.start(), token.end())


def _plain(token: str) -> str:
    if token[0] == "'":
        return token[1:-1]
    if token[0] != '"':
        return token
    if "\\" not in token:
        return token[1:-1]
    import tomllib

    return str(tomllib.loads(f"key = {token}")["key"])
