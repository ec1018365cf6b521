"""The text of a TOML file -> where its keys stand, which its reader does not tell."""

from __future__ import annotations

import re

from journeyaudit.source import SourceText, Span

Keys = tuple[str, ...]
"""A key with the tables around it, outermost first."""

_TABLE = re.compile(r"\s*\[\[?(?P<path>[^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*(?P<path>(?:\"[^\"]*\"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:\"[^\"]*\"|'[^']*'|[\w-]+))*)\s*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_DECODING = re.compile(r"\(at line (\d+), column (\d+)\)")


def places(source: SourceText) -> dict[Keys, Span]:
    """Tables and keys with the places of their names. Keys inside inline tables have none."""
    found: dict[Keys, Span] = {}
    table: Keys = ()
    for number in range(1, source.line_count + 1):
        line = source.line(number)
        heading, key = _TABLE.match(line), _KEY.match(line)
        if heading:
            table = _parts(heading["path"])
            found.setdefault(table, _span(source, number, heading))
        elif key:
            found.setdefault((*table, *_parts(key["path"])), _span(source, number, key))
    return found


def place_of(keys: Keys, known: dict[Keys, Span]) -> Span | None:
    """The place of a key, else of the innermost table around it."""
    return next((known[keys[:length]] for length in range(len(keys), 0, -1) if keys[:length] in known), None)


def place_of_fault(source: SourceText, message: str) -> Span:
    """Where the reader of TOML stopped, as its message says."""
    found = _DECODING.search(message)
    if found is None:
        return source.span(len(source.plain), len(source.plain))
    at = source.start_of(min(int(found[1]), source.line_count)) + int(found[2]) - 1
    return source.span(at, min(at + 1, len(source.plain)))


def _parts(path: str) -> Keys:
    return tuple("".join(part) for part in _PART.findall(path))


def _span(source: SourceText, number: int, found: re.Match[str]) -> Span:
    start = source.start_of(number)
    return source.span(start + found.start("path"), start + found.end("path"))
