from __future__ import annotations

import subprocess
import sys

import pytest

from journeyaudit.syntax.driver import Driver
from journeyaudit.syntax.grammar import grammar_text
from journeyaudit.syntax.parser import END_OF_LINE, Token, grammar
from journeyaudit.syntax.schema import BLOCKS, KEYS, Key, Shape
from journeyaudit.syntax.tables import compiled
from journeyaudit.syntax.vocabulary import fold, vocabulary
from journeyaudit.syntax.word_lists import WordList
from tests.syntax.by_lark import lark
from tests.syntax.written import (
    header_sample,
    nested,
    outline_of,
    path_to,
    read,
    value_sample,
    without_places,
)

LANGUAGES = ["en", "de"]
PLACES = [(key, block) for key in KEYS for block in key.blocks if block in {b.en for b in BLOCKS}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_grammar_has_no_conflicts(language: str) -> None:
    assert compiled(grammar_text(language), strict=True).rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_can_be_given_up_behind_its_first_word(language: str) -> None:
    ready = grammar(language)
    for terminal in ready.modes:
        driver = Driver(ready.tables)
        inside = Token("_INDENT", "", 0, 0)
        before = [Token("NAMES_KEY", "x:", 0, 1), END_OF_LINE, inside] if terminal == "_ITEM" else []
        for token in (*before, Token(terminal, "x", 0, 1), Token("BAD", "x", 0, 1), END_OF_LINE):
            assert driver.takes([token]), terminal


def test_every_rule_of_the_grammar_is_read() -> None:
    origins = {rule.origin.name for rule in lark("en").rules}
    kept = {name for name in origins if not name.startswith(("_", "start"))}
    assert kept == {"block", "head", "fact", "wires", "unknown"}, "from_lark.py reads exactly these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_terminal_made_from_the_tables_is_used(language: str) -> None:
    used = {name for rule in lark(language).rules for name in (s.name for s in rule.expansion)}
    made = {
        line.split(":")[0].split(".")[0]
        for line in grammar_text(language).split("made from the tables")[2].splitlines()[1:]
    }
    assert {name for name in made if name} <= used


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_may_be_written_in_every_block_it_describes(language: str) -> None:
    words = vocabulary(language)
    for key, block in PLACES:
        value = value_sample(key, block, language)
        line = words.spelling(key) + (f": {value}" if value else "")
        tree = read(nested(path_to(block), language, line))
        holder = next(b for b in reversed(tree.blocks) if b.kind == block)
        assert [fact.key for fact in holder.facts] == [key.en], (key.en, block)


def test_every_block_may_be_written_wherever_it_belongs() -> None:
    for block in BLOCKS:
        for holder in block.inside:
            path = [*path_to(holder), block] if holder else [block]
            kinds = [line.split("/")[1].removesuffix(" A") for line in outline_of(read(nested(path, "en")))]
            assert block.head == "path" or kinds[-1].startswith(block.en), (block.en, holder)


def test_every_german_fact_means_the_same_as_its_english_twin() -> None:
    for key, block in PLACES:
        english = read(nested(path_to(block), "en", _line(key, block, "en", key.en))).blocks[-1]
        for spelling in key.de:
            german = read(nested(path_to(block), "de", _line(key, block, "de", spelling))).blocks[-1]
            assert german.kind == english.kind
            assert german.facts[0].key == english.facts[0].key
            if key.shape not in (Shape.TEXT, Shape.NAME, Shape.NAMES, Shape.MOMENT, Shape.HOURS):
                assert german.facts[0].value == english.facts[0].value, spelling


def _line(key: Key, block: str, language: str, spelling: str) -> str:
    value = value_sample(key, block, language)
    return spelling + (f": {value}" if value else "")


def test_every_german_header_means_the_same_as_its_english_twin() -> None:
    for block in BLOCKS:
        path = path_to(block.en)
        english = read(nested(path, "en"))
        for spelling in block.de:
            lines = nested(path[:-1], "de").splitlines()
            lines.append("  " * (len(path) - 1) + header_sample(block, "de", spelling))
            german = read("\n".join(["# language: de", *lines[len(path) > 1 :]]))
            assert [b.kind for b in german.blocks] == [b.kind for b in english.blocks], spelling
            if german.blocks:
                same = without_places(german.blocks[-1])
                assert (same.word, same.value, same.share) == (
                    english.blocks[-1].word,
                    english.blocks[-1].value,
                    english.blocks[-1].share,
                )


def test_every_closed_word_is_understood_in_every_spelling() -> None:
    for key in KEYS:
        for where, words in key.words:
            block = where or key.blocks[0]
            for english, german in words.words:
                assert _word(key, block, "en", english) == english
                assert {_word(key, block, "de", spelling) for spelling in german} == {english}


def _word(key: Key, block: str, language: str, written: str) -> str:
    spelling = vocabulary(language).spelling(key)
    tree = read(nested(path_to(block), language, f"{spelling}: {written}"))
    return tree.blocks[-1].facts[0].value.word  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_spelling_has_two_meanings(language: str) -> None:
    english = language == "en"
    for table in (KEYS, BLOCKS):
        spelled = [fold(w) for word in table for w in ((word.en, *word.also) if english else word.de)]  # type: ignore[attr-defined]
        assert len(spelled) == len(set(spelled))
    for key in KEYS:
        for _, words in key.words:
            assert _unambiguous(words)


def _unambiguous(words: WordList) -> bool:
    german = [fold(spelling) for _, de in words.words for spelling in de]
    return len(german) == len(set(german))


def test_every_other_spelling_of_a_key_is_understood() -> None:
    for key in KEYS:
        for spelling in key.also:
            line = _line(key, key.blocks[0], "en", spelling)
            assert read(nested(path_to(key.blocks[0]), "en", line)).blocks[-1].facts[0].key == key.en


def test_lark_is_not_imported_to_parse_a_text_broken_or_not() -> None:
    code = (
        "import sys; from journeyaudit.syntax import parse; from journeyaudit.source import SourceText\n"
        "parse(SourceText('a', 'journey A\\n  end good: B\\n  tkaes: 3 mins\\n  step: [x\\n'))\n"
        "sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
