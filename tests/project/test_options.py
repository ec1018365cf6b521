"""One table of options: what is read, shown, documented and offered to editors is the same."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeyaudit.project
from journeyaudit.project.configuration import configuration_for
from journeyaudit.project.options import OPTIONS, Option
from journeyaudit.project.options_page import END, START, with_options
from journeyaudit.project.reading import Reading
from journeyaudit.project.schema import schema_text
from journeyaudit.project.settings_text import settings_text
from journeyaudit.project.wishes import Wishes
from journeyaudit.source import NOWHERE
from tests.project.any_toml import written

SCHEMA = Path(journeyaudit.project.__file__).with_name("configuration.schema.json")
PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


def accepted(path: Path, text: str) -> str:
    """What a generated file holds; written anew by `make accept`."""
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        path.write_text(text, "utf-8", newline="\n")
    return path.read_text("utf-8") if path.exists() else ""


def test_the_schema_in_the_repository_is_fresh() -> None:
    assert accepted(SCHEMA, schema_text()) == schema_text()


def test_the_table_in_the_documentation_is_fresh() -> None:
    page = PAGE.read_text("utf-8")
    assert page.count(START) == page.count(END) == 1
    assert accepted(PAGE, with_options(page)) == with_options(page)
    for option in OPTIONS:
        assert f"| `{option.name}` |" in with_options(page)


def problems(table: dict[str, Any]) -> list[str]:
    reading = Reading(lambda *_: NOWHERE)
    reading.values(table)
    return [each.title for each in reading.findings]


def fits(table: dict[str, Any]) -> bool:
    return bool(jsonschema.Draft7Validator(json.loads(schema_text())).is_valid(table))


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_every_example_and_every_default_can_be_read(option: Option) -> None:
    for text in (option.example, f"{option.name} = {option.default}" if option.default else ""):
        table = tomllib.loads(text)
        assert problems(table) == []
        assert fits(table)


@pytest.mark.parametrize("page", [PAGE, Path(__file__).parents[2] / "README.md"])
def test_every_configuration_in_a_document_can_be_read(page: Path) -> None:
    blocks = [part.split("```", 1)[0] for part in page.read_text("utf-8").split("```toml\n")[1:]]
    for table in map(tomllib.loads, blocks):
        if "project" not in table:
            assert problems(table) == []
            assert fits(table)


VALUES = st.recursive(
    st.sampled_from(["kafka", "off", "info", "warning", "error", "x"]) | st.booleans() | st.integers(0, 3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["profile", "ignore", "severity", "rules", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)
TABLES = st.dictionaries(st.sampled_from([*(each.name for each in OPTIONS), "x"]), VALUES, max_size=3)


def without_thresholds(table: dict[str, Any]) -> dict[str, Any]:
    """Values of thresholds are compared with their rules later; the schema knows only numbers and texts."""
    return {key: value for key, value in table.items() if key not in ("settings", "per-file")}


@settings(max_examples=300, deadline=None)
@given(TABLES)
def test_editors_and_we_find_the_same_tables_wrong(table: dict[str, Any]) -> None:
    table = without_thresholds(table)
    assert fits(table) is (problems(table) == [])
    inside = {key: value for key, value in table.items() if key != "x"}
    assert fits({"per-file": {"*": inside}}) is (problems({"per-file": {"*": inside}}) == [])


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_settings_that_are_shown_say_the_same_when_they_are_read(table: dict[str, Any]) -> None:
    table = {key: value for key, value in table.items() if problems({key: value}) == []}
    said = tuple(f"{key} = {written(value)}" for key, value in table.items())
    configuration, findings = configuration_for((), Wishes(isolated=True, config=said))
    assert findings == ()
    shown = tomllib.loads(settings_text(configuration))
    usual = tomllib.loads("\n".join(f"{each.name} = {each.default}" for each in OPTIONS if each.default))
    assert {key: value for key, value in shown.items() if value != {}} == {
        key: value
        for key, value in {**usual, **{key: without_empty(value) for key, value in table.items()}}.items()
        if value != {}
    }


def without_empty(value: Any) -> Any:
    """A table in which nothing stands says nothing."""
    if not isinstance(value, dict):
        return value
    inner = {key: without_empty(each) for key, each in value.items()}
    return {key: each for key, each in inner.items() if each != {}}
