"""Text -> the lines that carry something: without empty lines, comments and conflict markers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeyaudit.source import SourceText
from journeyaudit.source.record import record
from journeyaudit.syntax.vocabulary import language_named

# bounded, so that a line full of quotes that never close stays cheap
_QUOTED = r"\"[^\"]{0,999}\"|„[^“”\"]{0,999}[“”\"]|“[^”]{0,999}”|«[^»]{0,999}»|»[^«]{0,999}«"
_CONTENT = re.compile(rf"(?:{_QUOTED}|(?! #(?: |$)).)*")
_LANGUAGE = re.compile(r"#\s*(?:language|sprache)\s*:\s*([^#]*?)\s*$", re.IGNORECASE)
_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


@record
class WrittenLine:
    """A line with content; ``start`` and ``end`` are offsets of its content, without a comment."""

    number: int
    column: int
    """How far it stands to the right: the blanks before it."""
    start: int
    end: int
    after_gap: bool
    """An empty line stands before it."""


@record
class Language:
    """The language a file declares; ``code`` is None for one without a vocabulary."""

    code: str | None
    written: str
    start: int


@record
class Conflicts:
    """What git left of merge conflicts: where they begin, and the line numbers to leave out.

    Of the two sides the first one is read, so that one mishap is one message.
    """

    starts: tuple[int, ...]
    left_out: frozenset[int]


def declared_language(source: SourceText) -> Language | None:
    """What `# language: ...` says among the comments at the beginning of a file."""
    start = 0
    for line in source.plain.split("\n"):
        content = line.strip()
        if content and not content.startswith("#"):
            return None
        if found := _LANGUAGE.match(content):
            begin = start + line.index(content) + found.start(1)
            return Language(language_named(found[1]), found[1], begin)
        start += len(line) + 1
    return None


def content_end(line: str) -> int:
    """Where the content of a line ends: a blank, `#` and a blank begin a comment, not inside quotes."""
    if " #" not in line:
        return len(line.rstrip(" "))
    found = _CONTENT.match(line)
    return len(found[0].rstrip(" ")) if found else 0


def written_lines(source: SourceText, left_out: frozenset[int]) -> Iterator[WrittenLine]:
    """The lines with content. In a file that indents with both, a tab counts two blanks."""
    tab = 2 if mixed_indentation(source) is not None else 1
    gap, start = False, 0
    for number, line in enumerate(source.plain.split("\n"), 1):
        content = line.lstrip(" ")
        if not content:
            gap = True
        elif content[0] != "#" and number not in left_out:
            begin = start + len(line) - len(content)
            margin = source.margins.get(number, 0)
            column = begin - start - margin
            if tab == 2:
                column += source.raw.count("\t", start + margin, begin)
            yield WrittenLine(number, column, begin, begin + content_end(content), gap)
            gap = False
        start += len(line) + 1


def mixed_indentation(source: SourceText) -> int | None:
    """Offset of the first line that begins with a tab, if others begin with blanks."""
    if "\t" not in source.raw:
        return None
    if source.stretches is not None:
        return _mixed_in(source.raw, source.stretches)
    tab = re.search(r"^\t+ *\S", source.raw, re.MULTILINE)
    blank = re.search(r"^ +\S", source.raw, re.MULTILINE)
    both = re.search(r"^(?:\t+ +|[ ]+\t+)\s*\S", source.raw, re.MULTILINE)
    if both:
        return both.start()
    return tab.start() if tab and blank else None


def _mixed_in(raw: str, stretches: tuple[tuple[int, int], ...]) -> int | None:
    """The same where only these stretches count: what stands before them is not theirs."""
    tab = blank = None
    for start, end in stretches:
        line = raw[start:end]
        before = line[: len(line) - len(line.lstrip("\t "))]
        if not before or not line.strip():
            continue
        if "\t" in before and " " in before:
            return start
        if "\t" not in before:
            blank = start
        elif tab is None:
            tab = start
    return tab if blank is not None else None


def conflicts(source: SourceText) -> Conflicts:
    """The merge conflicts of a text; a marker without its counterpart counts as one, too."""
    markers = [(source.line_of(m.start()), m.start(), m[0][0]) for m in _MARKER.finditer(source.plain)]
    starts: list[int] = []
    left_out = {line for line, _, _ in markers}
    inside = False
    for index, (line, start, sign) in enumerate(markers):
        if sign == "<" or not inside:
            starts.append(start)
        inside = sign == "<" or (inside and sign != ">")
        following = markers[index + 1] if index + 1 < len(markers) else None
        if inside and sign in "|=" and following and following[2] in "=>":
            left_out.update(range(line, following[0]))
    return Conflicts(tuple(starts), frozenset(left_out))
