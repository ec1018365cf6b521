"""Text -> the same text in its usual form: two blanks per level, words spelled as in the reference.

Nothing is reordered, no text is reflowed, every comment stays; what it says does not change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from journeyaudit.finding import Finding
from journeyaudit.source import SourceText
from journeyaudit.syntax.outline import Line, Outline
from journeyaudit.syntax.parser import Row, Token, grammar
from journeyaudit.syntax.parsing import parse_with_outline, vocabulary_of
from journeyaudit.syntax.physical import content_end
from journeyaudit.syntax.schema import BlockType, Key
from journeyaudit.syntax.tokens import rows
from journeyaudit.syntax.vocabulary import Vocabulary, fold
from journeyaudit.syntax.word_lists import LOOP, OUTCOME, WordList

_STEP = "  "
_COMMENT_GAP = "  "


def format_source(source: SourceText) -> tuple[str | None, tuple[Finding, ...]]:
    """The formatted text, or None and the findings if the text cannot be understood.

    Formatting the result again changes nothing, and it parses to the same tree (apart from places).
    """
    _, findings, lines = parse_with_outline(source)
    if findings:
        return None, findings
    return _Formatter(source, lines).text(), ()


class _Formatter:
    def __init__(self, source: SourceText, lines: Outline) -> None:
        self.source = source
        self.words = vocabulary_of(source)
        self.lines = {line.written.number: line for line in lines.lines}
        made = rows(source.plain, lines, grammar(self.words.language))
        self.rows = {line.written.number: row for line, row in zip(lines.lines, made, strict=True)}

    def text(self) -> str:
        written: list[str] = []
        gap = False
        for number, before, after in self._with_neighbours():
            line = self.source.line(number)
            content = line.strip()
            if not content:
                gap = bool(written)
                continue
            if gap:
                written.append("")
            gap = False
            if number in self.lines:
                written.append(self._content(self.lines[number], self.rows[number], number))
            else:
                written.append(_STEP * self._depth_of_comment(number, before, after) + content)
        return "\n".join([*written, ""])

    def _with_neighbours(self) -> Iterator[tuple[int, Line | None, Line | None]]:
        """Every line number with the line that has content before it and the one after it."""
        following: dict[int, Line | None] = {}
        after: Line | None = None
        for number in range(self.source.line_count, 0, -1):
            following[number] = after
            after = self.lines.get(number, after)
        before: Line | None = None
        for number in range(1, self.source.line_count + 1):
            yield number, before, following[number]
            before = self.lines.get(number, before)

    def _depth_of_comment(self, number: int, before: Line | None, after: Line | None) -> int:
        """A comment goes with the line below it, unless it stands deeper, at the end of a block."""
        text = self.source.line(number)
        column = len(text) - len(text.lstrip())
        next_column, next_depth = (after.written.column, after.depth) if after else (0, 0)
        if before and before.depth > next_depth and column > next_column:
            return before.depth
        return next_depth

    def _content(self, line: Line, row: Row, number: int) -> str:
        return _STEP * line.depth + self._said(line, row) + self._comment(line, number)

    def _comment(self, line: Line, number: int) -> str:
        start = self.source.start_of(number)
        text = self.source.plain[line.written.start : start + len(self.source.line(number))]
        comment = self.source.raw[line.written.start + content_end(text) :][: len(text) - content_end(text)]
        return _COMMENT_GAP + comment.strip() if comment.strip() else ""

    def _said(self, line: Line, row: Row) -> str:
        match line.terminal:
            case "TEXT_LINE":
                blanks = len(line.text) - len(line.text.lstrip(" "))
                return " " * blanks + self._raw(line.written.start, line.written.end)
            case "WIRING":
                return " ".join(self._node_word(token) for token in row.rest)
            case "ENDING_WORD":
                outcome, _, *name = row.rest
                return f"{self._word(line)} {self._closed(OUTCOME, outcome)}: {self._tokens(name)}"
            case "LOOP_WORD" if row.rest:
                kind, *condition = row.rest
                return f"{self._word(line)} {self._closed(LOOP, kind)} {self._tokens(condition)}".rstrip()
        return f"{self._word(line)} {self._raw(line.behind, line.written.end).strip()}".strip()

    def _raw(self, start: int, end: int) -> str:
        return self.source.raw[start:end]

    def _tokens(self, tokens: list[Token]) -> str:
        return self._raw(tokens[0].start, tokens[-1].end) if tokens else ""

    def _word(self, line: Line) -> str:
        """The first word of a line, a key with its colon."""
        written = self._raw(line.written.start, line.behind).rstrip()
        colon = ":" if written.endswith(":") else ""
        written = written.rstrip(": \t\u00a0")
        return (spelling(self.words, line.meaning, written) if line.meaning else written) + colon

    def _node_word(self, token: Token) -> str:
        if token.type == "ARROW":
            return "->"
        if token.type == "ENDING":
            end, *_, outcome = token.text.rstrip(": ").split()
            return f"{fold(end)} {self._closed(OUTCOME, Token('', outcome, 0, 0))}:"
        return self._raw(token.start, token.end)

    def _closed(self, words: WordList, token: Token) -> str:
        """A word of a closed list as it is spelled in the reference."""
        german = self.words.language == "de"
        spellings = chain.from_iterable(de if german else (en,) for en, de in words.words)
        return next((word for word in spellings if fold(word) == fold(token.text)), token.text)


def spelling(words: Vocabulary, meaning: Key | BlockType, written: str) -> str:
    """The usual spelling of a key or header word.

    English synonyms become the canonical word. German spellings differ in gender and stay.
    """
    same = (word for word in words.spellings(meaning) if fold(word) == fold(written))
    return words.spelling(meaning) if words.language == "en" else next(same, written)
