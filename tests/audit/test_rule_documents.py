"""``docs/rules`` is what ``journeyaudit rules docs`` writes; JOURNEYAUDIT_ACCEPT=1 writes it anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from journeyaudit.audit.rule_documents import rule_documents
from journeyaudit.reports.rule_entries import entry_of
from journeyaudit.rulebook.shelf import rules_of

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    rules = rules_of().rules
    entries = [entry_of(rule, shipped=True) for rule in rules]
    return dict(rule_documents(rules, entries, str(FOLDER)))


def kept() -> dict[str, Path]:
    return {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*") if path.is_file()}


def test_the_documentation_of_the_rules_is_fresh(made: dict[str, bytes]) -> None:
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        for name, path in kept().items():
            if name not in made:
                path.unlink()
        for name, content in made.items():
            (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / name).write_bytes(content)
    assert sorted(kept()) == sorted(made)
    stale = [name for name, path in kept().items() if path.read_bytes() != made[name]]
    assert stale == []


def test_every_link_leads_somewhere(made: dict[str, bytes]) -> None:
    pages = {name: content.decode() for name, content in made.items() if name.endswith(".md")}
    links = [
        (name, os.path.normpath(FOLDER / Path(name).parent / link))
        for name, text in pages.items()
        for link in re.findall(r"\]\(([^)\s]+)\)", text)
    ]
    assert len(links) > len(pages)
    assert [each for each in links if not Path(each[1]).exists()] == []


def test_every_rule_has_a_picture_before_and_after_in_which_something_happens(made: dict[str, bytes]) -> None:
    for rule in rules_of().rules:
        trouble, repaired = (made[f"pictures/{rule.id}-{heading}.svg"] for heading in ("trouble", "repaired"))
        assert trouble.startswith(b"<svg ")
        assert repaired.startswith(b"<svg ")
        assert trouble != repaired, rule.id
