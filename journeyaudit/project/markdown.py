"""A Markdown file -> where in it journeys are described, so that only these lines are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from journeyaudit.finding import Finding, Severity
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown")
_WORD, _LEFT_OUT = "journey", "ignore"
_MAY_BE_ONE = re.compile(rf"(?:`{{3}}|~{{3}})[ \t]*{_WORD}(?![\w-])", re.IGNORECASE)


@record
class Block:
    """The lines between two fences; ``first`` and ``last`` count from 1, an empty one ends before it begins.

    ``margins`` tells for each line how many characters before it belong to the list or quote around it.
    """

    first: int
    last: int
    margins: tuple[int, ...]


def is_markdown(path: str) -> bool:
    """By its name."""
    return PurePath(path).suffix.lower() in SUFFIXES


def journeys_in(source: SourceText) -> tuple[SourceText, tuple[Finding, ...]]:
    """The same file, of which only the blocks marked ``journey`` are to be read: all of them together are
    one text. A block that is never closed is a finding of severity ``INPUT``."""
    found, unclosed = blocks(source)
    stretches = tuple(stretch for block in found for stretch in _stretches(source, block))
    complaints = tuple(_unclosed(source, line) for line in unclosed)
    return SourceText(source.path, source.raw, stretches), complaints


def none_in(source: SourceText) -> Finding:
    """For a file that was named, and has nothing to read."""
    title = f"“{source.path}” has no block marked `{_WORD}`"
    advice = f"write ```{_WORD} above the description and ``` below it"
    return _finding("nothing-to-check", title, source, 1, advice)


def blocks(source: SourceText) -> tuple[tuple[Block, ...], tuple[int, ...]]:
    """The blocks, and the numbers of the lines at which one begins that is never closed."""
    if not _MAY_BE_ONE.search(source.raw):
        return (), ()
    from markdown_it import MarkdownIt  # most files have no block

    found, unclosed = [], []
    for token in MarkdownIt("commonmark").disable("inline").parse(source.raw):
        if token.type == "fence" and token.map and _is_journey(token.info):
            begin, end = token.map[0] + 1, min(token.map[1], source.line_count)
            if _is_closed(source, token, end):
                found.append(Block(begin + 1, end - 1, tuple(_margins(source, token, begin + 1))))
            else:
                unclosed.append(begin)
    return tuple(found), tuple(unclosed)


def _is_journey(info: str) -> bool:
    words = info.lower().split()
    return words[:1] == [_WORD] and _LEFT_OUT not in words[1:]


def _is_closed(source: SourceText, token: Token, last: int) -> bool:
    """Markdown also ends a block with the list, quote or file around it: then a line was forgotten."""
    sign = token.markup[0]
    rest = source.line(last).lstrip("> \t").rstrip()
    return len(rest) >= len(token.markup) and not rest.strip(sign) and token.map != [last - 1, last]


def _margins(source: SourceText, token: Token, first: int) -> Iterator[int]:
    """How far each line of the block stands behind where its content begins."""
    for number, content in enumerate(_lines(token.content), first):
        line, said = source.line(number), content.lstrip(" \t")
        before = len(line) - len(said) if line.endswith(said) else 0
        yield min(max(before - (len(content) - len(said)), 0), before)


def _lines(content: str) -> Sequence[str]:
    return content.split("\n")[:-1]


def _stretches(source: SourceText, block: Block) -> Iterator[tuple[int, int]]:
    for number, margin in enumerate(block.margins, block.first):
        start = source.start_of(number)
        yield start + margin, start + len(source.line(number))


def _unclosed(source: SourceText, line: int) -> Finding:
    title = "the block that begins here is never closed, and was not read"
    advice = "end it with a line of the same signs as it begins with"
    return _finding("unclosed-block", title, source, line, advice)


def _finding(rule: str, title: str, source: SourceText, line: int, advice: str) -> Finding:
    start = source.start_of(line)
    text = source.line(line)
    end = start + len(text.rstrip())
    span = source.span(min(start + len(text) - len(text.lstrip()), end), end)
    return Finding(rule, Severity.INPUT, title, span, help=advice)
