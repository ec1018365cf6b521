"""The tables of words: no word means two things, every word can be asked of every journey."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.quantities import Money
from journeyaudit.project.load import load
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look, dictionary
from journeyaudit.rulebook.language.collect import COLLECT
from journeyaudit.rulebook.language.dictionary import ADJECTIVES, RELATIONS
from journeyaudit.rulebook.language.handbook import rule_language
from journeyaudit.rulebook.language.things import THINGS
from journeyaudit.rulebook.language.values import Sort, Time
from journeyaudit.syntax.rules.from_lark import Reader
from journeyaudit.syntax.rules.words import PHRASES
from journeyaudit.verdicts.judge import judge
from tests.rulebook.language.making import TODAY
from tests.syntax.by_lark import lark_of_rules

ROOT = Path(__file__).parents[3]
TYPES = {
    Sort.TEXT: str, Sort.WORDS: tuple, Sort.NUMBER: float, Sort.PERCENT: float, Sort.TIME: Time,
    Sort.MONEY: Money, Sort.DATE: date,
}  # fmt: skip


@pytest.fixture(scope="module")
def looks() -> list[Look]:
    project = load([str(ROOT / "samples")])
    found = []
    for journey in project.service.journeys[::3]:
        graph = from_journey(journey)
        case = Case(project.service, journey, graph, judge(project.service, journey, graph))
        found.append(Look(case, TODAY))
    return found


def test_no_word_is_a_noun_and_an_adjective_or_a_fixed_phrase() -> None:
    words = dictionary.words()
    fixed = {phrase for phrases in PHRASES.values() for phrase in phrases}
    assert not set(words.nouns) & set(words.adjectives)
    assert not fixed & {*words.nouns, *words.adjectives}


def test_every_fixed_phrase_is_a_terminal_of_the_grammar_without_conflicts() -> None:
    rules = lark_of_rules(strict=True).rules
    assert set(PHRASES) <= {symbol.name for rule in rules for symbol in rule.expansion if symbol.is_term}


def test_every_rule_of_the_grammar_is_read() -> None:
    for rule in lark_of_rules().rules:
        name = rule.alias or rule.origin.name
        if not name.startswith("_") and not rule.options.expand1:
            assert hasattr(Reader, f"_{name}"), name


def test_every_kind_of_thing_can_be_collected_and_every_word_is_about_known_kinds() -> None:
    kinds = {kind.word for kind in THINGS}
    assert set(COLLECT) == kinds
    for entry in (*dictionary.ATTRIBUTES, *ADJECTIVES, *RELATIONS):
        assert set(entry.of) <= kinds, entry.word
    assert {relation.to for relation in RELATIONS} <= kinds


def test_no_kind_has_two_words_of_the_same_sort_that_are_the_same() -> None:
    for table in (dictionary.ATTRIBUTES, ADJECTIVES, RELATIONS):
        pairs = [(entry.word, kind) for entry in table for kind in entry.of]
        assert len(pairs) == len(set(pairs))


def test_a_fact_has_a_value_of_its_sort_or_says_what_is_missing(looks: list[Look]) -> None:
    for attribute in dictionary.ATTRIBUTES:
        for look in looks:
            for thing in things(look, attribute.of):
                reading = attribute.read(look, thing)
                if reading.value is not None:
                    assert isinstance(reading.value, TYPES[attribute.sort]), (attribute.word, reading)
                    if attribute.options and attribute.sort is Sort.TEXT:
                        assert reading.value in attribute.options
                else:
                    assert reading.none or reading.missing, attribute.word


def test_an_adjective_answers_and_says_what_is_missing(looks: list[Look]) -> None:
    for adjective in ADJECTIVES:
        for look in looks:
            for thing in things(look, adjective.of):
                answer = adjective.read(look, thing)
                assert (answer.holds is None) == bool(answer.missing), adjective.word


def test_parts_are_of_the_kind_that_is_promised(looks: list[Look]) -> None:
    for relation in RELATIONS:
        for look in looks:
            for thing in things(look, relation.of):
                found = relation.read(look, thing)
                assert {each.kind for each in found.things} <= {relation.to, "place"}, relation.word
                assert not relation.one or len(found.things) <= 1


def things(look: Look, kinds: tuple[str, ...]):
    for kind in kinds:
        yield from look.things(kind).things


def test_the_reference_is_up_to_date() -> None:
    page = ROOT / "docs" / "rule-language.md"
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        page.write_text(rule_language(), encoding="utf-8", newline="\n")
    assert page.read_text("utf-8") == rule_language()
