"""Bytes of a file -> one text whose offsets stay valid in the user's file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from journeyaudit.source.record import record
from journeyaudit.source.span import Span

_BLANKS = str.maketrans({"\t": " ", "\u00a0": " ", "\u202f": " ", "\u2007": " "})
_LETTER = re.compile(r"[^\n]")


@record
class SourceText:
    """A file as written, and the same text with odd blanks and line ends made plain.

    ``raw`` is what the user sees (decoded, without a byte order mark). ``plain`` has the same
    length, so an offset in one is an offset in the other: a carriage return before a line feed
    and every kind of blank are single blanks there.

    ``stretches`` are what is to be read of a file that says other things as well: at most one a line, up
    to its end, in order. All the rest is blank in ``plain``. None means all of it.
    """

    path: str
    raw: str
    stretches: tuple[tuple[int, int], ...] | None = None

    @cached_property
    def plain(self) -> str:
        text = self.raw.replace("\r\n", " \n").replace("\r", "\n").translate(_BLANKS)
        return text if self.stretches is None else "".join(self._only_stretches(text, self.stretches))

    def _only_stretches(self, text: str, stretches: tuple[tuple[int, int], ...]) -> Iterator[str]:
        at = 0
        for start, end in (*stretches, (len(text), len(text))):
            yield _LETTER.sub(" ", text[at:start])
            yield text[start:end]
            at = end

    @cached_property
    def margins(self) -> Mapping[int, int]:
        """By number of the line: how much of it stands before what is to be read; only where that is so."""
        found = ((self.line_of(start), start) for start, _ in self.stretches or ())
        return {line: start - self.start_of(line) for line, start in found if start > self.start_of(line)}

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.plain.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.plain.find("\n", at + 1)
        return starts

    @property
    def line_count(self) -> int:
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """Line number of an offset, counted from 1."""
        return bisect_right(self._starts, offset)

    def column_of(self, offset: int) -> int:
        """Column of an offset in code points, counted from 1."""
        return offset - self._starts[self.line_of(offset) - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.plain)
        return self.raw[start:end].rstrip("\r")

    def start_of(self, number: int) -> int:
        """Offset at which a line begins."""
        return self._starts[number - 1]

    def span(self, start: int, end: int) -> Span:
        return Span(self.path, start, end)
