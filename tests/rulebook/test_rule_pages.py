"""Every page in ``rules/`` is a test of its rule: what stands under Trouble is found, Repaired is left alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from journeyaudit.audit.trials import Trial, tried
from journeyaudit.rulebook.shelf import rules_of
from journeyaudit.source import SourceText
from journeyaudit.source.shipped import shipped

PAGES = sorted(path for path in shipped("rules").glob("*/*.md"))
PACKS = ("authority", "clarity", "employees", "exceptions", "human", "kafka", "silo", "sludge", "structure", "time", "voice")  # fmt: skip


@cache
def trial(page: Path) -> Trial:
    return tried(SourceText(page.name, page.read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_all_its_parts_and_its_examples_come_true_under_its_rule_alone(page: Path) -> None:
    source = SourceText(f"{page.parent.name}/{page.name}", page.read_text("utf-8"))
    problems = [(source.line_of(each.span.start), each.title, each.help) for each in tried(source).findings]
    assert problems == []


def test_there_are_more_than_a_hundred_rules_in_all_packs() -> None:
    shelf = rules_of()
    assert shelf.findings == ()
    assert len(shelf.rules) == len(PAGES) > 100
    assert tuple(sorted({rule.pack for rule in shelf.rules})) == PACKS


def test_a_rule_explains_only_rules_that_there_are_and_never_in_a_circle() -> None:
    explains = {rule.id: rule.explains for rule in rules_of().rules}
    assert {each for some in explains.values() for each in some} <= explains.keys()
    for rule in explains:
        waiting, seen = list(explains[rule]), set()
        while waiting:
            each = waiting.pop()
            assert each != rule, f"{rule} explains itself"
            if each not in seen:
                seen.add(each)
                waiting += explains[each]


def test_every_rule_that_can_lack_facts_shows_an_example_of_it() -> None:
    """Where no example is not assessable, none of the others may leave anything untold either."""
    for page in PAGES:
        found = trial(page)
        assert found.page.examples_of("Trouble") and found.page.examples_of("Repaired")
