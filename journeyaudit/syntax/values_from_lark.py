"""The tokens behind a key -> the value they stand for, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping

from journeyaudit.syntax.clock_values import day, hours
from journeyaudit.syntax.messages import quoted
from journeyaudit.syntax.money_values import money, monies, number
from journeyaudit.syntax.names import name_of
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.refusal import Refusal
from journeyaudit.syntax.schema import CHANCE, Key, Shape
from journeyaudit.syntax.time_values import duration, length, moment
from journeyaudit.syntax.values import Names, Text, Value, Word
from journeyaudit.syntax.vocabulary import Vocabulary, fold, nearest
from journeyaudit.syntax.word_lists import WordList


def value_of(key: Key, block: str, tokens: list[Token], words: Vocabulary, file: str) -> Value | Refusal:
    """The value of a fact in a block of this kind. ``tokens`` has at least one, none of them BAD."""
    match key.shape:
        case Shape.TEXT:
            return text_of(tokens)
        case Shape.NAME:
            return name_of(tokens[0], file)
        case Shape.NAMES:
            return names_of(tokens, file, _reserved(key, words))
        case Shape.WORD:
            return _closed(key, block, tokens[0].text, words)
        case Shape.DURATION:
            return duration(tokens, words)
        case Shape.MOMENT:
            read = length if block in key.lengths_in else moment
            return read(tokens, words, file)
        case Shape.MONEY:
            return money(tokens, words)
        case Shape.MONIES:
            return monies(tokens, words)
        case Shape.NUMBER:
            return number(tokens, words, key.en)
        case Shape.DATE:
            return day(tokens[0])
        case Shape.HOURS:
            return hours(tokens, words, file)
        case Shape.FLAG:
            raise AssertionError("a flag has no value")


def text_of(tokens: list[Token]) -> Text:
    return Text("\n".join(token.text for token in tokens))


def names_of(tokens: list[Token], file: str, reserved: dict[str, str]) -> Names:
    names = [name_of(token, file) for token in tokens]
    known = [
        type(name)(reserved[fold(name.text)], name.span) if fold(name.text) in reserved else name
        for name in names
    ]
    return Names(tuple(known))


def _reserved(key: Key, words: Vocabulary) -> dict[str, str]:
    """Names with a meaning of their own, as written in this language -> canonical."""
    return reserved_names(CHANCE, words) if key.en == "by" else {}


def reserved_names(table: Mapping[str, tuple[str, ...]], words: Vocabulary) -> dict[str, str]:
    german = words.language == "de"
    return {fold(w): en for en, de in table.items() for w in (de if german else (en,))}


def word_list(key: Key, block: str) -> WordList:
    """The closed list of a key in a block of this kind (any of its lists in a place it may not stand)."""
    return next((words for where, words in key.words if where in ("", block)), key.words[0][1])


def _closed(key: Key, block: str, text: str, words: Vocabulary) -> Word | Refusal:
    closed = word_list(key, block)
    word = words.closed(closed, text)
    if word is not None:
        return Word(word)
    options = words.options(closed)
    foreign = words.other.closed(closed, text)
    if foreign is not None:
        meant = options[[en for en, _ in closed.words].index(foreign)]
        return Refusal(
            f"this file is in {words.name}: “{meant}” instead of {quoted(text)}", f"write “{meant}”"
        )
    title = f"{quoted(text)} is not a {closed.name}"
    near = nearest(text, options)
    listed = ", ".join(options)
    return Refusal(title, f"did you mean “{near}”?" if near else f"write one of: {listed}")
