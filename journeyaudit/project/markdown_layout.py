"""A Markdown file -> the same file with the usual layout inside its journey blocks, and no other change."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.finding import Finding
from journeyaudit.project.markdown import Block, blocks, journeys_in
from journeyaudit.source import SourceText
from journeyaudit.syntax import parse
from journeyaudit.syntax.formatting import format_source
from journeyaudit.syntax.physical import declared_language


def format_markdown(source: SourceText) -> tuple[str | None, tuple[Finding, ...]]:
    """The new text of the file, or None and the findings if a block cannot be understood.

    A block that only makes sense behind the one before it stays as it is, and so does the file if Markdown
    would not find the same blocks in it afterwards: in a list, blanks can be more than they seem.
    """
    reading, complaints = journeys_in(source)
    found, _ = blocks(source)
    _, problems = parse(reading) if found else (None, ())
    if complaints or problems:
        return None, (*complaints, *problems)
    laid_out = [_laid_out(reading, block) for block in found]
    text = "".join(_replaced(source, found, laid_out))
    after = SourceText(source.path, text)
    is_safe = [_own_lines(after, block) for block in blocks(after)[0]] == laid_out
    return (text if is_safe else source.raw), ()


def _laid_out(reading: SourceText, block: Block) -> list[str]:
    """The lines of a block, without what a list or quote around it puts before them."""
    own = _own_lines(reading, block)
    language = declared_language(reading)
    is_above = language is not None and language.start < reading.start_of(block.first)
    head = f"# language: {language.written}\n" if language is not None and is_above else ""
    text, _ = format_source(SourceText(reading.path, head + "".join(f"{line}\n" for line in own)))
    return own if text is None else text.removeprefix(head).split("\n")[:-1]


def _own_lines(source: SourceText, block: Block) -> list[str]:
    return [source.line(number)[margin:] for number, margin in enumerate(block.margins, block.first)]


def _replaced(source: SourceText, found: Sequence[Block], laid_out: Sequence[list[str]]) -> list[str]:
    parts, at = [], 0
    for block, lines in zip(found, laid_out, strict=True):
        start, end = source.start_of(block.first), source.start_of(block.last + 1)
        if lines != _own_lines(source, block):
            feed = "\r\n" if source.raw[:start].endswith("\r\n") else "\n"
            before = _before(source, block)
            parts.append(source.raw[at:start])
            parts += [(before + line if line else before.rstrip()) + feed for line in lines]
            at = end
    return [*parts, source.raw[at:]]


def _before(source: SourceText, block: Block) -> str:
    """What stands before its lines; Markdown lets some of them have less of it than others."""
    lines = ((source.line(number), margin) for number, margin in enumerate(block.margins, block.first))
    return max((line[:margin] for line, margin in lines if line[margin:].strip()), key=len, default="")
