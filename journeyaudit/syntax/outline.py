"""Lines -> an outline: what a line begins with, how deep it stands, which line it belongs to.

Wrong indentation is repaired here and reported once, so the parser only ever sees balanced nesting.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.finding import Finding
from journeyaudit.source import SourceText
from journeyaudit.source.record import changeable, field
from journeyaudit.syntax import messages
from journeyaudit.syntax.parser import Grammar
from journeyaudit.syntax.physical import WrittenLine
from journeyaudit.syntax.schema import BLOCKS, KEYS, BlockType, Key
from journeyaudit.syntax.vocabulary import Vocabulary, fold

TOP = ""
ANYTHING = "?"
"""The kind of a block whose header could not be read: whatever stands in it is welcome."""
HOLDERS_OF_WIRING = ("flow", "journey")
CUT_OFFS = frozenset(b for key in KEYS for b in key.blocks) - {block.en for block in BLOCKS}
"""Facts that own facts."""
_TEXT, _LIST = "text", "list"


@changeable
class Line:
    """A line of the outline.

    ``terminal`` is the grammar's terminal it begins with and ``behind`` where that ends.
    ``closes`` levels end before it and, with ``opens``, one begins.
    """

    written: WrittenLine
    terminal: str
    behind: int
    meaning: Key | BlockType | None = None
    closes: int = 0
    opens: bool = False
    depth: int = 0
    text: str = ""
    """The words of a text block's line, with the blanks it has more than the block's leftmost line."""

    @property
    def has_value(self) -> bool:
        return self.behind < self.written.end


@changeable
class _Level:
    column: int
    holder: str
    owner_column: int = -1
    also: set[int] = field(default_factory=set)
    """Other columns that are taken for this level after a message about the first such line."""


def fits(line: Line, holder: str) -> bool:
    """Whether what a line begins with may stand in a block of this kind."""
    if holder == ANYTHING:
        return True
    if isinstance(line.meaning, BlockType):
        return holder in line.meaning.inside
    if isinstance(line.meaning, Key):
        return holder in line.meaning.blocks
    return line.terminal == "WIRING" and holder in HOLDERS_OF_WIRING


@changeable
class Outline:
    """The lines of a file; ``closes`` levels end with it."""

    lines: list[Line]
    closes: int
    findings: list[Finding]


def outline(
    source: SourceText, written: Iterable[WrittenLine], grammar: Grammar, words: Vocabulary
) -> Outline:
    reader = _Reader(source, grammar, words)
    for line in written:
        reader.read(line)
    reader.end_text()
    return Outline(reader.lines, len(reader.levels) - 1 + reader.ended, reader.findings)


class _Reader:
    def __init__(self, source: SourceText, grammar: Grammar, words: Vocabulary) -> None:
        self.source, self.text, self.words = source, source.plain, words
        self.begins = grammar.line.match
        self.levels = [_Level(0, TOP)]
        self.lines: list[Line] = []
        self.findings: list[Finding] = []
        self.ended = 0
        """1 if a text block has just ended and the next line has to close it."""
        self._meanings: dict[str, Key | BlockType | None] = {}

    def read(self, written: WrittenLine) -> None:
        level = self.levels[-1]
        if level.holder == _TEXT and written.column > level.owner_column:
            self.lines.append(self._text_line(written))
            return
        self.end_text()
        line = self._begun(written)
        line.closes, self.ended = self.ended, 0
        self._place(line)
        self._settle(line)
        line.depth = len(self.levels) - 1
        self.lines.append(line)

    def _begun(self, written: WrittenLine) -> Line:
        found = self.begins(self.text, written.start, written.end)
        assert found and found.lastgroup, "ODD_LINE takes any line"
        terminal, word = found.lastgroup, found[0]
        if word in self._meanings:
            meaning = self._meanings[word]
        else:
            meaning = self._meanings[word] = self._meaning(terminal, word)
        if terminal == "ODD_KEY" and isinstance(meaning, BlockType):
            return Line(written, "ODD_LINE", written.end)
        return Line(written, terminal, found.end(), meaning)

    def _meaning(self, terminal: str, word: str) -> Key | BlockType | None:
        folded = fold(word.rstrip(": "))
        if terminal.endswith("_WORD") or terminal == "ODD_KEY":
            return self.words.blocks.get(folded)
        if terminal.endswith("_KEY") or terminal == "FLAG":
            return self.words.keys.get(folded)
        return None

    def _text_line(self, written: WrittenLine) -> Line:
        line = Line(written, "TEXT_LINE", written.end, depth=len(self.levels) - 1)
        line.text = self.text[written.start : written.end]
        return line

    def end_text(self) -> None:
        """Ends the text block that is open, if one is: now its leftmost column is known."""
        if self.levels[-1].holder != _TEXT:
            return
        self.levels.pop()
        self.ended = 1
        block = []
        for line in reversed(self.lines):
            block.append(line)
            if line.opens:
                break
        left = min(line.written.column for line in block)
        for line in block:
            line.text = " " * (line.written.column - left) + line.text

    def _place(self, line: Line) -> None:
        """Finds the level a line belongs to, opening and closing levels as needed."""
        column = line.written.column
        last = self.lines[-1] if self.lines else None
        holder = self._owned_by(last, line) if last and column > last.written.column else None
        if last and holder is not None:
            line.opens = True
            self.levels.append(_Level(column, holder, last.written.column))
            return
        self._leave_cut_off(line)
        level = self.levels[-1]
        if column > level.column:
            if column not in level.also:
                self.findings.append(
                    messages.too_far_right(self.source, line.written, last.written if last else None)
                )
            level.also.add(column)
        elif column < level.column:
            self._close(line)

    def _leave_cut_off(self, line: Line) -> None:
        """What does not describe a cut-off belongs to its block, however deep it stands."""
        level = self.levels[-1]
        odd = line.terminal in ("ODD_KEY", "ODD_LINE", "FREE_KEY")
        stays = odd or level.holder not in CUT_OFFS or fits(line, level.holder)
        if not stays and line.written.column >= level.column:
            self.levels.pop()
            line.closes += 1

    def _close(self, line: Line) -> None:
        column = line.written.column
        closed = self.levels[-1]
        while column < self.levels[-1].column:
            closed = self.levels.pop()
            line.closes += 1
        level = self.levels[-1]
        if column == level.column or column in level.also:
            return
        self.findings.append(messages.between_levels(self.source, line.written, level.column, closed.column))
        if fits(line, closed.holder) and not fits(line, level.holder):
            line.closes -= 1
            closed.also.add(closed.column)
            closed.column = column
            self.levels.append(closed)
        else:
            level.also.add(column)

    def _settle(self, line: Line) -> None:
        """Some lines are what they are because of where they stand."""
        holder = self.levels[-1].holder
        if holder == _TEXT:
            line.terminal, line.behind, line.meaning = "TEXT_LINE", line.written.end, None
            line.text = self.text[line.written.start : line.written.end]
        elif holder == _LIST:
            line.terminal, line.behind, line.meaning = "_ITEM", line.written.start, None
        elif self._is_header_with_colon(line) and (holder == ANYTHING or not fits(line, holder)):
            line.terminal, line.behind, line.meaning = "ODD_LINE", line.written.end, None

    def _is_header_with_colon(self, line: Line) -> bool:
        """`mistake: Wrong size` is the fact of a story, and elsewhere a header with a colon too many."""
        key = line.meaning
        return isinstance(key, Key) and fold(self.words.spelling(key)) in self.words.blocks

    def _owned_by(self, last: Line, line: Line) -> str | None:
        """What a deeper line belongs to, None if the line above it can own nothing of that sort."""
        if isinstance(last.meaning, BlockType):
            return last.meaning.en if last.terminal != "PATH_WORD" else None
        prose = line.terminal == "ODD_LINE"
        match last.terminal:
            case "TEXT_KEY" | "FREE_KEY":
                return _TEXT if prose or not last.has_value else None
            case "ODD_KEY":
                return _TEXT if prose else ANYTHING
            case "ODD_LINE":
                return ANYTHING
            case "NAMES_KEY":
                return None if last.has_value or line.terminal.endswith("_KEY") else _LIST
            case "MOMENT_KEY" if isinstance(last.meaning, Key) and last.meaning.en in CUT_OFFS:
                return last.meaning.en if fits(line, last.meaning.en) else None
        return None
