"""A line of the journey language written in English -> the same line in the language of a file.

For lines that the tool proposes: names stay, header words, keys and the words of values change.
"""

from __future__ import annotations

import re

from journeyaudit.syntax.schema import BLOCKS, KEYS, NOTHING, Key, Shape
from journeyaudit.syntax.value_words import VALUE_WORDS
from journeyaudit.syntax.vocabulary import vocabulary

_TIMES = (Shape.DURATION, Shape.MOMENT)
_KEY = re.compile(r"^([a-z][a-z -]*):(?: (.*))?$")
_WORDS = {word: value for value in reversed(VALUE_WORDS) for word in value.en if word[:1].isalpha()}
"""The first meaning of a word counts: ``min`` is a unit before it is a period."""


def in_language(line: str, language: str) -> str:
    """``wait 2 hours`` -> ``warte 2 Stunden``; a line that is none of ours stays as it is."""
    if language == "en":
        return line
    bare = line.lstrip(" ")
    indent = line[: len(line) - len(bare)]
    return indent + (_fact(bare, language) or _header(bare, language) or bare)


def key_in_language(key: str, language: str) -> str:
    """``accepted until`` -> ``angenommen bis``; also for a line without a value, ``may nothing``."""
    spelled = vocabulary(language).spelled(key)
    return spelled if spelled != key else in_language(key, language)


def _fact(line: str, language: str) -> str:
    found = _KEY.match(line)
    key = next((key for key in KEYS if found and key.en == found.group(1)), None)
    if found is None or key is None:
        return ""
    written = vocabulary(language).spelling(key)
    value = found.group(2)
    return f"{written}: {_value(key, value, language)}" if value else f"{written}:"


def _header(line: str, language: str) -> str:
    fitting = (block for block in BLOCKS if line == block.en or line.startswith(f"{block.en} "))
    block = max(fitting, key=lambda block: len(block.en), default=None)
    if block is None:
        return ""
    rest = line[len(block.en) :]
    if block.head == "duration":
        rest = _time(rest, language)
    if block.head == "rights" and rest.strip() in NOTHING and language == "de":
        rest = f" {NOTHING[rest.strip()][0]}"
    return vocabulary(language).spelling(block) + rest


def _value(key: Key, value: str, language: str) -> str:
    if key.shape is Shape.WORD:
        for _, words in key.words:
            for (english, _), own in zip(words.words, vocabulary(language).options(words), strict=True):
                if english == value:
                    return own
    if key.shape in _TIMES and (value[:1].isdigit() or value in _WORDS or value.startswith("at ")):
        span, after, name = value.partition(" after ")
        if not after:
            return _time(value, language)
        return f"{_time(span, language)} {_word('after', language)} {name}"
    return value


def _time(span: str, language: str) -> str:
    """Longest words first, so that ``at most`` is not read as ``at``."""
    pattern = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
    spelled = re.sub(rf"\b(?:{pattern})\b", lambda found: _word(found.group(), language), span)
    return re.sub(r"\b(Arbeits) (T)", lambda found: found.group(1) + "t", spelled)


def _word(english: str, language: str) -> str:
    value = _WORDS[english]
    return value.de[0] if language == "de" else value.meaning
