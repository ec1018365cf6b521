"""The vocabulary that is handed in, and the fixed phrases of rules -> one table of phrases."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from journeyaudit.source.record import record
from journeyaudit.syntax.value_words import VALUE_WORDS
from journeyaudit.syntax.vocabulary import fold


@record
class Words:
    """The nouns (things, parts, facts; also in the plural) and adjectives a rule may use, folded."""

    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]


PHRASES: dict[str, tuple[str, ...]] = {
    "FOR_EACH": ("for each",),
    "WHERE": ("where",),
    "AND": ("and",),
    "OR": ("or",),
    "NOT": ("not",),
    "EITHER": ("either",),
    "BOTH": ("both",),
    "WHEN": ("when",),
    "CALL": ("call",),
    "THERE_MUST_BE": ("there must be",),
    "THERE_IS": ("there is", "there are"),
    "IT_MUST_HOLD": ("it must hold that", "it must hold"),
    "MUST_NOT_BE": ("must not be",),
    "MUST_BE": ("must be",),
    "MUST_HAVE": ("must have",),
    "MUST_MATCH": ("must match",),
    "MUST_MENTION": ("must mention",),
    "THE": ("the",),
    "ARTICLE": ("a", "an", "any"),
    "OF": ("of",),
    "IT": ("it",),
    "SOME": ("some",),
    "EVERY": ("every",),
    "NO": ("no",),
    "IS": ("is", "are"),
    "HAS": ("has", "have"),
    "ONE_OF": ("one of",),
    "AT_LEAST": ("at least",),
    "AT_MOST": ("at most",),
    "EXACTLY": ("exactly",),
    "MORE_THAN": ("more than", "longer than", "later than", "older than", "greater than"),
    "LESS_THAN": ("less than", "shorter than", "earlier than", "younger than", "fewer than"),
    "WITHIN": ("within",),
    "TIMES": ("times",),
    "KNOWN": ("known",),
    "IN_THE_PAST": ("in the past",),
    "IN_THE_FUTURE": ("in the future",),
    "MATCHES": ("matches",),
    "MENTIONS": ("mentions",),
    "EDGE": ("shortest", "longest", "earliest", "latest"),
    "NEVER_HAPPENS": ("never happens", "must never happen"),
    "ONLY_AFTER": (
        "happens only after",
        "comes only after",
        "must come only after",
        "must happen only after",
    ),
    "AFTER": ("after",),
    "FOLLOWS": ("follows", "must follow"),
    "STAYS_POSSIBLE": ("stays possible", "must stay possible"),
    "IS_POSSIBLE": ("is possible", "must be possible"),
    "EVERY_PATH_FROM": ("every path from", "every way from"),
    "TO": ("to",),
    "PASSES": ("passes", "must pass"),
    "CAN_REACH": ("can reach", "must be able to reach"),
    "CANNOT_REACH": ("cannot reach", "must not reach"),
    "WITHOUT": ("without", "without passing"),
    "NOBODY_GOES_ROUND": ("nobody goes the same way again", "nobody must go the same way again"),
    "GETTING_CLOSER": ("getting closer",),
    "BY_A_HUMAN": ("by a human who may",),
    "UNTIL": ("until",),
    "IN_AT_MOST": ("in at most",),
    "CONTACTS": ("contacts", "contact"),
    "THE_START": ("the start",),
    "ANYTHING": ("anything",),
}
"""The fixed phrases by terminal of the grammar, the one to write first."""

FIGURES = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight"), 1)
}

PhraseTable = dict[str, list[tuple[tuple[str, ...], str]]]
"""First word of a phrase -> (its words, its terminal), the longest first."""


@cache
def fixed_and_known(words: Words) -> PhraseTable:
    """All phrases of a vocabulary; a phrase that stands twice has the terminal that came first."""
    known: dict[tuple[str, ...], str] = {}
    for terminal, phrases in PHRASES.items():
        _note(known, phrases, terminal)
    _note(known, words.nouns, "NOUN")
    _note(known, words.adjectives, "ADJECTIVE")
    return _by_first_word(known)


def with_settings(table: PhraseTable, names: Iterable[str]) -> PhraseTable:
    """The same table, with the names of a rule's own settings."""
    own: dict[tuple[str, ...], str] = {}
    _note(own, names, "SETTING")
    if not own:
        return table
    for phrases in table.values():
        for phrase, terminal in phrases:
            own.setdefault(phrase, terminal)
    return _by_first_word(own)


def _note(known: dict[tuple[str, ...], str], phrases: Iterable[str], terminal: str) -> None:
    for phrase in phrases:
        parts = tuple(fold(phrase).split())
        if parts:
            known.setdefault(parts, terminal)


def _by_first_word(known: dict[tuple[str, ...], str]) -> PhraseTable:
    table: PhraseTable = {}
    for phrase, terminal in known.items():
        table.setdefault(phrase[0], []).append((phrase, terminal))
    for phrases in table.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return table


UNITS = {fold(word): value.meaning for value in VALUE_WORDS if value.terminal == "UNIT" for word in value.en}
CURRENCIES = {
    fold(word): value.meaning for value in VALUE_WORDS if value.terminal == "CURRENCY" for word in value.en
}
WORKING = tuple(word for value in VALUE_WORDS if value.terminal == "WORKING" for word in value.en)
