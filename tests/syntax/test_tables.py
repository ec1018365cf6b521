"""The prepared tables fit the grammar, and what is read with them is what Lark reads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.source.shipped import shipped
from journeyaudit.syntax import tables
from journeyaudit.syntax.driver import Driver
from journeyaudit.syntax.grammar import grammar_text
from journeyaudit.syntax.parser import Token, grammar, ready
from tests.syntax.by_lark import both_trees, lark
from tests.syntax.samples import SAMPLES as NAMED_SAMPLES
from tests.syntax.test_recovery import BROKEN_HEADERS, BROKEN_LINES

LANGUAGES = ["en", "de"]
SAMPLES = list(NAMED_SAMPLES.values())
SHIPPED = sorted(shipped("samples").rglob("*.journey"))
LINES = [line for sample in SAMPLES for line in sample.splitlines()]
PIECES = [
    *LINES,
    *BROKEN_LINES,
    *BROKEN_HEADERS,
    "",
    ",",
    "-> ",
    ": ",
    '"',
    "[a]",
    "(30 %)",
    "1 to 2 to",
    "&",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_prepared_tables_are_fresh(language: str) -> None:
    text = grammar_text(language)
    expected = tables.as_json(tables.made(lark(language)), text)
    file = shipped("grammar") / "tables" / f"{language}.json"
    if os.environ.get("JOURNEYAUDIT_ACCEPT") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(expected, "utf-8")
    assert file.is_file() and file.read_text("utf-8") == expected, (
        "the grammar was changed; run: JOURNEYAUDIT_ACCEPT=1 pytest tests/syntax/test_tables.py"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_prepared_tables_are_those_that_lark_makes(language: str) -> None:
    text = grammar_text(language)
    made = tables.made(lark(language))
    stored = tables.stored(language, text)
    assert stored == made
    assert list(stored.patterns) == list(made.patterns), "the order decides which terminal wins"
    followers = {first: {t: list(n) for t, n in pairs.items()} for first, pairs in made.followers.items()}
    assert followers == {f: {t: list(n) for t, n in pairs.items()} for f, pairs in stored.followers.items()}


def test_tables_of_another_grammar_are_not_taken() -> None:
    assert tables.stored("en", grammar_text("en") + "\n") is None
    assert tables.stored("en", grammar_text("de")) is None


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"made from": 1}'])
def test_tables_that_cannot_be_read_are_as_good_as_none(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "shipped", lambda _: tmp_path)
    assert tables.stored("en", "text") is None
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "en.json").write_text(content, "utf-8")
    assert tables.stored("en", "text") is None


def test_without_prepared_tables_lark_makes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "stored", lambda *_: None)
    assert tables.tables("en") == grammar("en").tables


@pytest.mark.parametrize("seed", ["1", "2"])
def test_tables_do_not_depend_on_the_order_in_sets(seed: str) -> None:
    code = (
        "from journeyaudit.syntax.tables import *\n"
        "text = grammar_text('en'); sys.stdout.buffer.write(as_json(made(compiled(text)), text).encode())"
    )
    made = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}"],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    expected = tables.as_json(tables.made(lark("en")), grammar_text("en"))
    assert made.stdout.decode() == expected


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_the_tree_of_a_shipped_sample_is_larks(file: Path) -> None:
    reference, ours = both_trees(file.read_text("utf-8"))
    assert ours == reference


@pytest.mark.parametrize("text", [*SAMPLES, "", "journey", "\n\n", "  x\n y\n"])
def test_the_tree_of_a_small_sample_is_larks(text: str) -> None:
    reference, ours = both_trees(text)
    assert ours == reference


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_the_tree_of_a_broken_text_is_larks(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(SAMPLES)).splitlines()
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(lines)))
        indent = " " * data.draw(st.integers(0, 9))
        piece = data.draw(st.sampled_from(PIECES)).strip()
        cut = data.draw(st.integers(0, len(piece)))
        lines[at : at + data.draw(st.integers(0, 2))] = [
            indent + piece[:cut] + data.draw(st.sampled_from(PIECES))
        ]
    reference, ours = both_trees("\n".join(lines))
    assert ours == reference


@given(st.text(alphabet=st.sampled_from('abj:,- >"[]()0%\n\n  '), max_size=60), st.sampled_from(SAMPLES))
@settings(max_examples=100, deadline=None)
def test_the_tree_of_any_text_is_larks(rubbish: str, sample: str) -> None:
    at = len(rubbish) * 37 % (len(sample) + 1)
    reference, ours = both_trees(sample[:at] + rubbish + sample[at:])
    assert ours == reference


@given(st.lists(st.integers(0, 10**6), max_size=40))
@settings(max_examples=150, deadline=None)
def test_the_driver_refuses_a_token_exactly_where_lark_does(picks: list[int]) -> None:
    kinds = sorted(lark("en").parser.parser._parse_table.states and {t.name for t in lark("en").terminals})
    parser, driver = lark("en").parse_interactive(), Driver(grammar("en").tables)
    for pick in picks:
        accepted = sorted(kind for kind in parser.accepts() if kind != "$END")
        kind = kinds[pick % len(kinds)] if pick % 5 == 0 else accepted[pick % len(accepted)]
        token = Token(kind, "x", 0, 1)
        assert driver.takes([token]) == (kind in accepted)
        if kind not in accepted:
            return
        parser.feed_token(token)  # type: ignore[arg-type]


def test_a_deep_and_a_long_text_cost_no_recursion() -> None:
    deep = "\n".join("  " * depth + "in parallel" for depth in range(1500))
    reference, ours = both_trees(f"journey J\n{deep}\n" + "step A\n" * 3000)
    assert ours == reference


def test_tables_made_at_run_time_are_ready_to_read_with() -> None:
    made = ready(tables.made(lark("en")))
    assert made.line.pattern == grammar("en").line.pattern
    assert list(made.modes) == list(grammar("en").modes)
