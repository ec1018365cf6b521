"""The schema tables -> the vocabulary terminals of the grammar, in one language."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from journeyaudit.source.shipped import shipped
from journeyaudit.syntax.schema import Shape
from journeyaudit.syntax.value_words import VALUE_WORDS
from journeyaudit.syntax.vocabulary import Vocabulary, vocabulary
from journeyaudit.syntax.word_lists import LOOP, OUTCOME, WordList

WORD_OF_HEAD = {
    "name": "NAMED_WORD",
    "name?": "NAMED_WORD",
    "target": "TARGET_WORD",
    "condition": "CONDITION_WORD",
    "condition?": "CONDITION_WORD",
    "share?": "SHARE_WORD",
    "loop": "LOOP_WORD",
    "duration": "DURATION_WORD",
    "ending": "ENDING_WORD",
    "rights": "RIGHTS_WORD",
    "path": "PATH_WORD",
    "nothing": "BARE_WORD",
}
"""The terminal of a header word, by what follows it (``BlockType.head``)."""

_ENDS_THE_VALUE = ("AT_ONCE", "UNKNOWN", "NEVER", "NO_LIMIT", "NOTHING", "ALWAYS", "FREQUENCY")
_WORD_END = r"(?!\w)"


def grammar_text(language: str) -> str:
    """``grammar/journey.lark`` with the words of a language appended."""
    shared = (shipped("grammar") / "journey.lark").read_text(encoding="utf-8")
    words = vocabulary(language)
    made = [*_header_words(words), *_keys(words), *_value_words(language), *_endings(words)]
    return "\n".join([shared, f"// ---- made from the tables: {words.name} ----", *made, ""])


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words; long words first, umlauts composed or not, any blanks."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    spellings = [unicodedata.normalize(form, w) for w in longest_first for form in ("NFC", "NFD")]
    patterns = dict.fromkeys(r"[ ]+".join(map(re.escape, s.split())) for s in spellings)
    return "(?:" + "|".join(patterns).replace("/", r"\/") + ")"


def _header_words(words: Vocabulary) -> Iterable[str]:
    spelled: dict[str, list[str]] = defaultdict(list)
    for word, block in words.blocks.items():
        spelled[WORD_OF_HEAD[block.head]].append(word)
    for terminal, own in spelled.items():
        rival = [w for w in words.blocks if w not in own and any(w.startswith(o + " ") for o in own)]
        unless = f"(?!{_either(rival)}(?=[ ]|$))" if rival else ""
        end = "(?=[ :]|$)" if terminal == "ENDING_WORD" else "(?=[ ]|$)"
        yield f"{terminal}.5: /{unless}{_either(own)}{end}/i"


def _keys(words: Vocabulary) -> Iterable[str]:
    spelled: dict[Shape, list[str]] = defaultdict(list)
    for word, key in words.keys.items():
        spelled[key.shape].append(word)
    for shape, own in spelled.items():
        if shape is Shape.FLAG:
            yield f"FLAG.6: /{_either(own)}(?=[ ]*$)/i"
        else:
            yield f"{shape.name}_KEY.8: /{_either(own)}[ ]*:/i"


def _value_words(language: str) -> Iterable[str]:
    spelled: dict[str, list[str]] = defaultdict(list)
    for word in VALUE_WORDS:
        spelled[word.terminal].extend(word.en if language == "en" else word.de)
    followed_by = dict.fromkeys(_ENDS_THE_VALUE, r"(?=[ ]*(?:,|$))")
    followed_by |= {"AT_MOST": r"(?=[ ]*\d)", "AT_LEAST": r"(?=[ ]*\d)", "AFTER": "(?=[ ])"}
    followed_by["WORKING"] = f"(?=[ -]?{_either(spelled['UNIT'])}{_WORD_END})"
    for terminal, own in spelled.items():
        yield f"{terminal}.7: /{_with_end(own, followed_by.get(terminal))}/i"


def _with_end(words: list[str], end: str | None) -> str:
    """Words end where letters end; signs such as `-` and `€` need no end."""
    if end is not None:
        return _either(words) + end
    letters = [w for w in words if w[-1].isalnum()]
    signs = [w for w in words if not w[-1].isalnum()]
    parts = [_either(signs)] if signs else []
    parts += [_either(letters) + _WORD_END] if letters else []
    return "|".join(parts)


def _endings(words: Vocabulary) -> Iterable[str]:
    end = [word for word, block in words.blocks.items() if block.head == "ending"]
    outcomes = _either(_every_spelling(words, OUTCOME))
    yield f"OUTCOME.7: /{outcomes}{_WORD_END}/i"
    yield f"ENDING.9: /{_either(end)}[ ]+{outcomes}[ ]*:/i"
    yield f"LOOP.7: /{_either(_every_spelling(words, LOOP))}(?=[ ]|$)/i"


def _every_spelling(words: Vocabulary, closed: WordList) -> list[str]:
    german = words.language == "de"
    return [spelling for en, de in closed.words for spelling in (de if german else (en,))]
