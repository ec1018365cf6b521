"""A line that begins with no word of the language -> what was probably meant, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from journeyaudit.syntax.borrowed import borrowed_word
from journeyaudit.syntax.drafts import Draft, Nearest, Reading
from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.outline import ANYTHING
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.schema import FLOW, BlockType, Key, Shape
from journeyaudit.syntax.vocabulary import Vocabulary, fold, vocabulary

_BULLET = re.compile(r"^(?:[-*•–]|\d+[.)])\s+")
_FORKS = ("choice", "wait for", "use")
_UNLESS_SAID = "en"
"""The language of a file that names none."""
_LONGEST_WORD = 4
"""No header word or key has more parts than this."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a line was probably meant to be; ``rest`` begins behind the word that was meant."""

    rule: str
    refusal: Refusal
    block: BlockType | None = None
    rest: int = 0
    foreign: bool = False
    prose: bool = False
    """Nothing is known about the line."""


class _Legal(NamedTuple):
    """The words that may begin a line in a block of one kind, folded."""

    keys: tuple[str, ...]
    flags: tuple[str, ...]
    blocks: tuple[str, ...]


@cache
def _legal(language: str, kind: str) -> _Legal:
    words = vocabulary(language)
    keys = [w for w, key in words.keys.items() if kind in key.blocks or kind == ANYTHING]
    flags = tuple(w for w in keys if words.keys[w].shape is Shape.FLAG)
    blocks = tuple(w for w, block in words.blocks.items() if kind in block.inside or kind == ANYTHING)
    return _Legal(tuple(w for w in keys if w not in flags), flags, blocks)


def guess_of_key(reading: Reading, parent: Draft, tokens: list[Token]) -> Guess:
    """`tkaes: 3 min`, `self-service: yes`, `durch: Anna` in an English file."""
    words, nearest = reading.words, reading.nearest()
    first = tokens[0]
    written = first.text.rstrip(": ")
    folded = fold(written)
    word_end = first.start + len(written)
    known = words.keys.get(folded)
    if known is not None:
        title, repair = f"“{written}” takes no value", f"write `{words.spelling(known)}` alone on its line"
        return Guess("bad-value", Refusal(title, repair, first.start, word_end))
    if foreign := _foreign(words, folded, first.start, word_end):
        return foreign
    if foreign := _foreign_header(words, first):
        return foreign
    keys, flags, blocks = _legal(words.language, parent.kind)
    near = nearest(written, keys) or nearest(written, flags)
    if near:
        said = f"`{words.spelling(words.keys[near])}{':' if near in keys else ''}`"
        title = f"there is no fact called “{written}”"
        return Guess("unknown-word", Refusal(title, f"did you mean {said}?", first.start, word_end))
    if meant := nearest(written, blocks):
        return _misspelt_header(words, written, meant, first.start, word_end, first.end)
    if len(tokens) == 1 and (guess := _misspelt_beginning(words, first, blocks, nearest)):
        return guess
    if elsewhere := nearest(written, words.keys):
        title = f"there is no fact called “{written}”"
        return Guess("unknown-word", Refusal(title, f"did you mean `{elsewhere}:`?", first.start, word_end))
    title = f"there is no fact called “{written}”"
    own = re.sub(r"[^\w.-]+", "-", written)
    repair = f"for a fact of your own write `@{own}:`"
    return Guess("unknown-word", Refusal(title, repair, first.start, word_end))


def _foreign(words: Vocabulary, folded: str, start: int, end: int) -> Guess | None:
    """A word of the other language; its counterpart is found by meaning."""
    other = words.other
    meant: Key | BlockType | None = other.keys.get(folded) or other.blocks.get(folded)
    if meant is None:
        return None
    native = words.spelling(meant)
    title = f"this file is in {words.name}: “{native}” instead of “{folded}”"
    block = meant if isinstance(meant, BlockType) else None
    repair = f"write “{native}”"
    if words.language == _UNLESS_SAID:
        repair += f", or, if the file is in {other.name}, begin it with `# language: {other.language}`"
    return Guess("unknown-word", Refusal(title, repair, start, end), block, end, True)


def _misspelt_header(words: Vocabulary, written: str, meant: str, start: int, end: int, rest: int) -> Guess:
    block = words.blocks[meant]
    title = f"no line begins with “{written}”"
    refusal = Refusal(title, f"did you mean “{words.spelling(block)}”?", start, end)
    return Guess("unknown-word", refusal, block, rest)


def guess_of_line(reading: Reading, parent: Draft, line: Token) -> Guess:
    """`step: Place order`, `setp Place order`, `by Anna`, `schritt Eins` in an English file, prose."""
    words, nearest = reading.words, reading.nearest()
    legal = _legal(words.language, parent.kind)
    if header := _header_with_colon(words, line):
        return header
    begins = list(_beginnings(line))
    for word, end in begins:
        if (guess := _without_colon(line, word, end, legal)) is not None:
            return guess
    if guess := _borrowed(words, parent, line):
        return guess
    for word, end in begins:
        if fold(word) in words.other.blocks or _is_foreign_flag(words, word, line):
            guess = _foreign(words, fold(word), line.start, end)
            if guess is not None:
                return guess
    if guess := _misspelt_beginning(words, line, legal.blocks, nearest):
        return guess
    if meant := nearest(line.text, legal.flags):
        title = f"there is no flag called {quoted(line.text)}"
        return Guess("unknown-word", Refusal(title, f"did you mean `{meant}`?"))
    for word, end in begins:
        if word != line.text and (meant := nearest(word, legal.keys)):
            title = f"no line begins with “{word}”"
            return Guess("unknown-word", Refusal(title, f"did you mean `{meant}:`?", line.start, end))
    return Guess("syntax", _prose(words, parent, line), prose=True)


def _borrowed(words: Vocabulary, parent: Draft, line: Token) -> Guess | None:
    """`if stock is there`, `task Pack`: words of other notations."""
    for word, end in _beginnings(line)[-1:]:
        found = borrowed_word(words, word, parent.kind)
        if found is not None:
            refusal = Refusal(f"no line begins with “{word}”", found.help, line.start, end)
            return Guess("unknown-word", refusal, found.block, end)
    return None


def _misspelt_beginning(
    words: Vocabulary, line: Token, blocks: tuple[str, ...], nearest: Nearest
) -> Guess | None:
    """`setp Place order`, with or without a colon at its end."""
    for word, end in _beginnings(line):
        if meant := nearest(word, blocks):
            return _misspelt_header(words, word, meant, line.start, end, end)
    return None


def _foreign_header(words: Vocabulary, line: Token) -> Guess | None:
    """`ende gut: Paid` in an English file."""
    for word, end in _beginnings(line):
        if fold(word) in words.other.blocks:
            return _foreign(words, fold(word), line.start, end)
    return None


def _is_foreign_flag(words: Vocabulary, word: str, line: Token) -> bool:
    key = words.other.keys.get(fold(word))
    return key is not None and key.shape is Shape.FLAG and word == line.text


def _beginnings(line: Token) -> list[tuple[str, int]]:
    """The first words of a line, the longest beginning first, each with its end."""
    found = islice(re.finditer(r"[^\s:]+", line.text), _LONGEST_WORD)
    ends = [word.end() for word in found]
    return [(line.text[:end], line.start + end) for end in reversed(ends)]


def _header_with_colon(words: Vocabulary, line: Token) -> Guess | None:
    written, colon, rest = line.text.partition(":")
    block = words.blocks.get(fold(written)) if colon else None
    if block is None:
        return None
    spelled = words.spelling(block)
    title = f"no colon belongs behind “{written.strip()}”"
    repair = f"write `{' '.join([spelled, *rest.split()])}`"
    at = line.start + len(written)
    return Guess("syntax", Refusal(title, repair, line.start, at + 1), block, at + 1)


def _without_colon(line: Token, word: str, end: int, legal: _Legal) -> Guess | None:
    folded = fold(word)
    if folded in legal.keys:
        rest = " ".join(line.text[end - line.start :].split())
        title = f"the colon is missing behind “{word}”"
        return Guess("syntax", Refusal(title, f"write `{folded}: {rest or '…'}`", line.start, end))
    if folded in legal.flags:
        title = f"“{word}” stands alone on its line"
        return Guess("syntax", Refusal(title, f"write `{folded}`", end, line.end))
    return None


def _prose(words: Vocabulary, parent: Draft, line: Token) -> Refusal:
    title = f"{quoted(line.text)} begins with no word that is known here"
    said = " ".join(_BULLET.sub("", line.text).split())
    if parent.kind in FLOW:
        return Refusal(title, f"write `{words.spelled('step')} {said}` if it is something that happens")
    if parent.kind in _FORKS:
        return Refusal(title, f"write `{words.spelled('when')} {said}` if it is one of the ways on")
    if parent.kind == "":
        journey = words.spelled("journey")
        return Refusal(title, f"begin with a line such as `{journey} Online order`")
    return Refusal(title, f"write it behind `{words.spelled('note')}:`, or behind # as a comment")
