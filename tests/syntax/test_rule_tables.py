"""The sentences of rules are read with prepared tables exactly as Lark reads them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark.exceptions import UnexpectedToken

from journeyaudit.rulebook.language import dictionary
from journeyaudit.source import SourceText
from journeyaudit.source.shipped import shipped
from journeyaudit.syntax import tables
from journeyaudit.syntax.parser import Token
from journeyaudit.syntax.rules import parse_rule, parser, parsing
from journeyaudit.syntax.rules.parser import Breach, grammar_text, parse_sentence
from tests.syntax.by_lark import flat, lark_of_rules

HERE = Path(__file__).parents[1]
RULES = sorted([*shipped("rules").glob("*/*.md"), *(HERE / "rulebook").rglob("*.rule")])
KINDS = sorted({each.name for rule in lark_of_rules().rules for each in rule.expansion if each.is_term})


def as_lark(tokens: Sequence[Token]) -> Any:
    """What Lark makes of a sentence: its tree, or where it breaks off and what could stand there."""
    reading: Any = lark_of_rules().parse_interactive()
    good = 0
    try:
        for token in tokens:
            reading.feed_token(token)
            good += 1
        return flat(reading.feed_eof())
    except UnexpectedToken:
        reading = lark_of_rules().parse_interactive()
        for token in tokens[:good]:
            reading.feed_token(token)
        return Breach(good, frozenset(reading.accepts()))


def ours(tokens: Sequence[Token]) -> Any:
    found = parse_sentence(tokens)
    return found if isinstance(found, Breach) else flat(found)


def test_the_prepared_tables_are_fresh() -> None:
    expected = tables.as_json(tables.made(lark_of_rules()), grammar_text())
    file = shipped("grammar") / "tables" / "rules.json"
    if os.environ.get("JOURNEYAUDIT_ACCEPT") == "1":
        file.write_text(expected, "utf-8")
    assert file.is_file() and file.read_text("utf-8") == expected, (
        "the grammar was changed; run: JOURNEYAUDIT_ACCEPT=1 pytest tests/syntax/test_rule_tables.py"
    )


def test_prepared_tables_are_those_that_lark_makes() -> None:
    assert tables.stored("rules", grammar_text()) == tables.made(lark_of_rules())


def test_without_prepared_tables_lark_makes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "stored", lambda *_: None)
    assert tables.tables_of("rules", grammar_text(), parser.START) == parser.tables()


def test_a_part_that_is_only_sometimes_alone_needs_a_name() -> None:
    with pytest.raises(AssertionError, match="give it a name"):
        tables.made(tables.compiled("start: one\n?one: _some\n_some: X | _some X\n%declare X"))


@pytest.mark.parametrize("page", RULES, ids=lambda page: page.name)
def test_the_sentences_of_a_page_are_read_as_lark_reads_them(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences: list[Sequence[Token]] = []

    def noted(tokens: Sequence[Token]) -> Any:
        sentences.append(tokens)
        return parse_sentence(tokens)

    monkeypatch.setattr(parsing, "parse_sentence", noted)
    parse_rule(SourceText(page.name, page.read_text("utf-8")), dictionary.words())
    assert sentences
    for sentence in sentences:
        assert ours(sentence) == as_lark(sentence)


@given(st.lists(st.integers(0, 10**6), max_size=60), st.integers(0, 9))
@settings(max_examples=300, deadline=None)
def test_any_sentence_is_read_as_lark_reads_it(picks: list[int], odd: int) -> None:
    """Tokens that may stand where they do, but for the rare odd one, and an end anywhere."""
    reading: Any = lark_of_rules().parse_interactive()
    sentence: list[Token] = []
    for at, pick in enumerate(picks):
        accepted = sorted(reading.accepts() - {"$END"})
        astray = not accepted or (pick % 31 == odd)
        kind = KINDS[pick % len(KINDS)] if astray else accepted[pick % len(accepted)]
        sentence.append(Token(kind, kind.lower(), at, at + 1))
        if kind not in accepted:
            break
        reading.feed_token(sentence[-1])
        assert ours(sentence) == as_lark(sentence)
    assert ours(sentence) == as_lark(sentence)


def test_lark_is_not_imported_to_read_a_rule_broken_or_not() -> None:
    code = (
        "import sys; from journeyaudit.rulebook.language import compile_rule\n"
        "from journeyaudit.source import SourceText\n"
        "for text in ('severity: error\\nfor each step\\nsay: no', 'for eech (step\\nsay: {x'):\n"
        "    compile_rule(SourceText('a', text), 'a', 'b')\n"
        "sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
