"""Offsets in code points -> lines and columns in the unit that a consumer counts in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from journeyaudit.finding import Finding
from journeyaudit.finding.fingerprint import relative_path
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record


class Unit(Enum):
    """What a column counts: 😀 is 1 code point, 2 units of UTF-16 and 4 bytes of UTF-8."""

    CODE_POINTS = auto()
    UTF_16 = auto()
    UTF_8 = auto()


@record
class Position:
    """A line and a column, both counted from 1; a column may be the one behind the last letter."""

    line: int
    column: int


TOP = Position(1, 1)


@record
class Place:
    """A stretch of a file: from ``start`` up to, not including, ``end``.

    ``known`` is False for a file that could not be read and for what stands nowhere: then both are the
    top of the file, for consumers that insist on a line.
    """

    path: str
    start: Position = TOP
    end: Position = TOP
    known: bool = False

    @property
    def on_one_line(self) -> bool:
        return self.start.line == self.end.line


def length(text: str, unit: Unit) -> int:
    """How many of a unit a text takes."""
    match unit:
        case Unit.CODE_POINTS:
            return len(text)
        case Unit.UTF_16:
            return len(text) + sum(letter > "\uffff" for letter in text)
        case Unit.UTF_8:
            return len(text.encode("utf-8", "surrogatepass"))


def position(source: SourceText, offset: int, unit: Unit) -> Position:
    """Where an offset is. What lies in the end of a line is right behind its last letter."""
    number = source.line_of(offset)
    line = source.line(number)
    return Position(number, length(line[: offset - source.start_of(number)], unit) + 1)


@record
class Places:
    """Turns spans into places of files as seen from the folder ``root``."""

    sources: Mapping[str, SourceText]
    root: str
    unit: Unit = Unit.CODE_POINTS
    fallback: str = "."
    """The path for what stands nowhere."""

    def of(self, span: Span) -> Place:
        """Where a span is; the top of a file where nothing better is known."""
        if not span:
            return Place(self.fallback)
        path = relative_path(span.file, self.root)
        source = self.sources.get(span.file)
        if source is None:
            return Place(path)
        # a whole block ends with its last line, not at the beginning of a line that may not be there
        end = span.end - 1 if span.end > span.start and source.column_of(span.end) == 1 else span.end
        return Place(
            path, position(source, span.start, self.unit), position(source, end, self.unit), known=True
        )

    def words(self, finding: Finding) -> str:
        """``path:line:column`` of a finding, as much of it as is known; "" for one that stands nowhere."""
        if not finding.span:
            return ""
        place = self.of(finding.span)
        return f"{place.path}:{place.start.line}:{place.start.column}" if place.known else place.path


def places_for(
    outcome: Outcome, sources: Mapping[str, SourceText], root: str, unit: Unit = Unit.CODE_POINTS
) -> Places:
    """Places for a report that must name a file for everything: the first one for what has no place."""
    return Places(sources, root, unit, relative_path(outcome.files[0], root) if outcome.files else ".")
