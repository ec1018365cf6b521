"""A word as somebody wrote it -> the word it means, in one language; and the words close to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from journeyaudit.source.record import record
from journeyaudit.syntax.schema import BLOCKS, KEYS, BlockType, Key
from journeyaudit.syntax.value_words import VALUE_WORDS
from journeyaudit.syntax.word_lists import WordList

LANGUAGES = {"en": "English", "de": "German"}
_OTHER = {"en": "de", "de": "en"}
_NAMES_OF_LANGUAGES = {
    "en": "en", "english": "en", "englisch": "en",
    "de": "de", "german": "de", "deutsch": "de",
}  # fmt: skip


@lru_cache(maxsize=10_000)
def fold(text: str) -> str:
    """The text as far as it matters for identity: composed, in lower case, blanks collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def language_named(text: str) -> str | None:
    """``de`` for `de`, `German` or `Deutsch`; None for languages there is no vocabulary for."""
    return _NAMES_OF_LANGUAGES.get(fold(text))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant by a misspelt word, or None."""
    wanted = fold(word)
    length, letters = len(wanted), set(wanted)
    best: tuple[int, int] | None = None
    found = None
    for candidate in candidates:
        folded, its_letters = _known(candidate)
        length_differs = abs(len(folded) - length)
        if length_differs > _MOST_MISTYPINGS:
            continue
        allowed = _mistypings_allowed(max(length, len(folded)))
        if length_differs > allowed or len(letters ^ its_letters) > 2 * allowed:
            continue
        distance = _mistypings(wanted, folded)
        if distance <= allowed and (best is None or (distance, length_differs) < best):
            best, found = (distance, length_differs), candidate
    return found


_MOST_MISTYPINGS = 3


@cache
def _known(candidate: str) -> tuple[str, frozenset[str]]:
    folded = fold(candidate)
    return folded, frozenset(folded)


def _mistypings_allowed(length: int) -> int:
    return 1 if length <= 4 else 2 if length <= 9 else _MOST_MISTYPINGS


def _mistypings(one: str, two: str) -> int:
    """How many letters are missing, too many, wrong, or swapped with their neighbour."""
    above: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        before, above, row = above, row, [i]
        for j, b in enumerate(two, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
    return row[-1]


@record
class Vocabulary:
    """All words of one language; the dictionaries are keyed by folded words."""

    language: str
    keys: dict[str, Key]
    blocks: dict[str, BlockType]
    value_words: dict[tuple[str, str], str]
    """(terminal, folded word) -> meaning."""

    @property
    def name(self) -> str:
        return LANGUAGES[self.language]

    @property
    def other(self) -> Vocabulary:
        return vocabulary(_OTHER[self.language])

    def spelling(self, word: Key | BlockType) -> str:
        """The canonical spelling of a key or a header word, as ``fmt`` writes it."""
        return word.en if self.language == "en" else word.de[0]

    def spellings(self, word: Key | BlockType) -> tuple[str, ...]:
        """Every spelling that is understood, the canonical one first."""
        return (word.en, *word.also) if self.language == "en" else word.de

    def spelled(self, english: str) -> str:
        """The canonical spelling of what is called ``english`` in the schema (block before key)."""
        found = _BLOCK_BY_NAME.get(english) or _KEY_BY_NAME.get(english)
        return self.spelling(found) if found else english

    def value_word(self, meaning: str) -> str:
        """The canonical spelling of a word inside values that is called ``meaning`` in the table."""
        word = next(word for word in VALUE_WORDS if word.meaning == meaning)
        return (word.en if self.language == "en" else word.de)[0]

    def options(self, words: WordList) -> tuple[str, ...]:
        """The words of a closed list as they are written in this language."""
        return tuple(en if self.language == "en" else de[0] for en, de in words.words)

    def closed(self, words: WordList, text: str) -> str | None:
        """The canonical English word for a word of a closed list, None if it is not on the list."""
        return _closed(words, self.language).get(fold(text))


_BLOCK_BY_NAME = {block.en: block for block in BLOCKS}
_KEY_BY_NAME = {key.en: key for key in KEYS}


@cache
def _closed(words: WordList, language: str) -> dict[str, str]:
    pairs = (((en,) if language == "en" else de, en) for en, de in words.words)
    return {fold(spelling): en for spellings, en in pairs for spelling in spellings}


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of ``en`` or ``de``."""
    english = language == "en"
    keys = {fold(w): k for k in KEYS for w in ((k.en, *k.also) if english else k.de)}
    blocks = {fold(w): b for b in BLOCKS for w in ((b.en, *b.also) if english else b.de)}
    words = {(v.terminal, fold(w)): v.meaning for v in VALUE_WORDS for w in (v.en if english else v.de)}
    return Vocabulary(language, keys, blocks, words)


def block_named(english: str) -> BlockType:
    """The header word called ``english``; KeyError if the schema has none."""
    return _BLOCK_BY_NAME[english]
