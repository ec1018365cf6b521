"""A Markdown page of a rule -> its title, question, sentences, sections and examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import listed
from journeyaudit.rulebook.prose import without_comments
from journeyaudit.source import SourceText, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

SECTIONS = ("Why it hurts", "What to do", "When to allow it", "Sources")
TROUBLE, REPAIRED, NOT_ASSESSABLE = "Trouble", "Repaired", "Not assessable"
_EXPECT = re.compile(r"#\s*expect:\s*([\w-]+(?:\s*,\s*[\w-]+)*)\s*$")
_ASKS_FOR = re.compile(r"#\s*asks for:\s*(.+?)\s*$")
_TODAY = re.compile(r"^#\s*today:\s*(\d{4}-\d{2}-\d{2})\s*$", re.MULTILINE)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Expected:
    """A rule that must find something on a line of an example; ``line`` counts from 1 in the page."""

    line: int
    rule: str


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A fact that must be asked for on a line of an example, by its word in the language."""

    line: int
    fact: str


@dataclass(frozen=True, slots=True)
class Example:
    """A whole small journey. ``heading`` is the section it stands in, ``line`` its first line in the page.

    ``today`` is the day on which it is looked at, where it has a comment `# today: 2026-06-01`.
    """

    heading: str
    line: int
    text: str
    expected: tuple[Expected, ...] = ()
    asked_for: tuple[AskedFor, ...] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading, as Markdown, without its examples."""

    heading: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """One rule: page, definition and test. ``start`` and ``end`` are the offsets of its sentences in
    the page, equal where there are none."""

    id: str
    pack: str
    title: str
    question: str
    start: int
    end: int
    sections: tuple[Section, ...]
    examples: tuple[Example, ...]

    def examples_of(self, heading: str) -> tuple[Example, ...]:
        """The examples of a section: Trouble, Repaired, Not assessable."""
        return tuple(example for example in self.examples if example.heading == heading)


def is_name(word: str) -> bool:
    """Can a rule or a pack be called that?"""
    return _ID.fullmatch(word) is not None


def read_page(source: SourceText) -> tuple[RulePage, tuple[Finding, ...]]:
    """The page and everything that it lacks. The file name is the id, the folder the pack."""
    from markdown_it import MarkdownIt  # only whoever reads rules pays for it

    path = PurePath(source.path)
    reader = _Reader(source, MarkdownIt("commonmark").parse(source.plain))
    page = RulePage(
        id=path.stem,
        pack=path.parent.name,
        title=reader.title,
        question=reader.question,
        start=reader.rules[0][0] if reader.rules else 0,
        end=reader.rules[0][1] if reader.rules else 0,
        sections=tuple(reader.sections()),
        examples=tuple(reader.examples),
    )
    return page, tuple(_lacking(page, source, reader))


class _Reader:
    """Walks the blocks of the page that stand at its left margin."""

    def __init__(self, source: SourceText, tokens: Sequence[Token]) -> None:
        self._source = source
        self.title = self.question = ""
        self.rules: list[tuple[int, int]] = []
        self.examples: list[Example] = []
        self.headings: list[tuple[str, int]] = []
        self._fences: list[tuple[int, int]] = []
        for number, token in enumerate(tokens):
            if token.level == 0 and token.map is not None:
                inline = tokens[number + 1] if number + 1 < len(tokens) else token
                self._block(token, inline, token.map)

    def _block(self, token: Token, inline: Token, lines: Sequence[int]) -> None:
        if token.type == "heading_open":
            if token.tag == "h1" and not self.title:
                self.title = inline.content.strip()
            elif token.tag == "h2":
                self.headings.append((inline.content.strip(), lines[0] + 1))
        elif token.type == "paragraph_open" and not self.headings and not self.question:
            self.question = " ".join(inline.content.split())
        elif token.type == "fence":
            self._fence(token.info.strip(), token.content, lines)

    def _fence(self, info: str, content: str, lines: Sequence[int]) -> None:
        first = lines[0] + 2
        self._fences.append((lines[0] + 1, lines[1]))
        start = self._source.start_of(min(first, self._source.line_count))
        text = self._source.plain[start : start + len(content)]
        if info == "rule":
            self.rules.append((start, start + len(text)))
        elif info == "journey":
            heading = self.headings[-1][0] if self.headings else ""
            self.examples.append(_example(heading, first, text))

    def sections(self) -> Iterator[Section]:
        """Each heading with the lines below it that belong to no example or rule."""
        fenced = {line for first, last in self._fences for line in range(first, last + 1)}
        ends = [line for _, line in self.headings[1:]] + [self._source.line_count + 1]
        for (heading, line), end in zip(self.headings, ends, strict=False):
            kept = [self._source.line(at) for at in range(line + 1, end) if at not in fenced]
            yield Section(heading, line, "\n".join(kept).strip())


def _example(heading: str, first: int, text: str) -> Example:
    day = _TODAY.search(text)
    try:
        today = date.fromisoformat(day[1]) if day else None
    except ValueError:
        today = None
    return Example(heading, first, text, tuple(_expected(text, first)), tuple(_asked_for(text, first)), today)


def _asked_for(text: str, first: int) -> Iterator[AskedFor]:
    for number, line in enumerate(text.split("\n"), first):
        if found := _ASKS_FOR.search(line):
            for fact in found[1].split(","):
                yield AskedFor(number, fact.strip(" `"))


def _expected(text: str, first: int) -> Iterator[Expected]:
    for number, line in enumerate(text.split("\n"), first):
        if found := _EXPECT.search(line):
            for rule in found[1].split(","):
                yield Expected(number, rule.strip())


def _lacking(page: RulePage, source: SourceText, reader: _Reader) -> Iterator[Finding]:
    top = source.span(0, min(1, len(source.plain)))
    if not is_name(page.id):
        yield _finding(
            f"“{page.id}” is no name for a rule",
            top,
            "name the file in small letters with hyphens: `no-human-correction.md`",
        )
    if not page.title:
        yield _finding("the page has no title", top, "begin it with `# Already triggered`, for example")
    if not page.question.endswith("?"):
        yield _finding("the page asks no question", top, "write one below the title that ends with “?”")
    if not reader.rules:
        yield _finding("the page has no sentences", top, "write them between ```rule and ```")
    for start, end in reader.rules[1:]:
        yield _finding(
            "the page has a second block of sentences",
            source.span(start, max(start, end)),
            "one page is one rule",
        )
    yield from _sections_lacking(page, source, top)
    yield from _examples_lacking(page, source, top)


def _sections_lacking(page: RulePage, source: SourceText, top: Span) -> Iterator[Finding]:
    written = {section.heading: section for section in page.sections}
    missing = [heading for heading in SECTIONS if heading not in written]
    if missing:
        headings = listed([f"“## {heading}”" for heading in missing])
        yield _finding(f"the page lacks {headings}", top, "each heading has a sentence or more below it")
    for heading in SECTIONS:
        if heading in written and not without_comments(written[heading].text):
            title = f"nothing stands below “## {heading}”"
            yield _finding(title, _line(source, written[heading].line), "write a sentence or more")


def _examples_lacking(page: RulePage, source: SourceText, top: Span) -> Iterator[Finding]:
    for heading in (TROUBLE, REPAIRED):
        if not page.examples_of(heading):
            yield _finding(
                f"the page has no example of “{heading}”",
                top,
                f"write one below “## {heading}”, in ```journey",
            )
    for example in page.examples:
        if not example.text.strip():
            said = f"this example of “{example.heading}” is empty"
            yield _finding(said, _line(source, example.line - 1), "write a whole small journey there")
            continue
        span = _line(source, example.line)
        says_so = any(each.rule == page.id for each in example.expected)
        if example.heading == TROUBLE and not says_so:
            yield _finding(
                "this example does not say what is found",
                span,
                f"write `# expect: {page.id}` at the end of the line where it is found",
            )
        elif example.heading != TROUBLE and says_so:
            yield _finding(f"an example of “{example.heading}” must not expect `{page.id}`", span)
        if example.heading == NOT_ASSESSABLE and not example.asked_for:
            yield _finding(
                "this example does not say which fact is asked for",
                span,
                "write `# asks for: answers within` at the end of the line that lacks it",
            )


def _line(source: SourceText, number: int) -> Span:
    start = source.start_of(min(number, source.line_count))
    return source.span(start, start + max(len(source.line(min(number, source.line_count))), 1))


def _finding(title: str, span: Span, repair: str = "") -> Finding:
    return Finding("rule-page", Severity.INPUT, title, span, help=repair)
