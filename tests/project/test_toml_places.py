"""Every key and every entry of a list in any TOML has its place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings

from journeyaudit.project.toml_places import Keys, place_of_fault, places
from journeyaudit.source import SourceText
from tests.project.any_toml import TEXTS


def keys_of(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, object]]:
    """All keys, and all texts in lists, outside of lists of tables."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*keys, key), None
            yield from keys_of(inner, (*keys, key))
    elif isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        yield from (((*keys, str(number)), each) for number, each in enumerate(value))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("[a.b]\nc = { d = 'x', e = ['y'] }\n[[t]]\nk = [[1], [2, 3]]\n[z]\n")
def test_what_stands_at_its_place_is_the_key_or_the_entry(text: str) -> None:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = places(SourceText("x", text))
    for keys, entry in keys_of(table):
        span = found[keys]
        there = text[span.start : span.end]
        if entry is None:
            assert list(tomllib.loads(f"{there} = 1")) == [keys[-1]]
        elif isinstance(entry, str | bool):
            assert tomllib.loads(f"x = {there}")["x"] == entry


def test_keys_in_texts_of_several_lines_and_in_comments_are_none() -> None:
    text = 'a = """\nb = 1\n"""  # c = 2\nb = [\n  "x",  # no [table]\n  "y",\n]\n'
    found = places(SourceText("x", text))
    assert {keys: text[span.start : span.end] for keys, span in found.items()} == {
        ("a",): "a",
        ("b",): "b",
        ("b", "0"): '"x"',
        ("b", "1"): '"y"',
    }
    assert found[("b",)].start == text.index("b = [")


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\nb = \n", 2), ("a = [1,\n", 1), ('x = 1\ny = "open\n', 2), ("a = 1\na = 2\n", 2)],
)
def test_where_the_reader_stopped_is_a_line_of_the_text(text: str, line: int) -> None:
    source = SourceText("x", text)
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    span = place_of_fault(source, str(caught.value))
    assert source.line_of(span.start) == line
