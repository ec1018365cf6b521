from __future__ import annotations

import json
import re
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import journeyaudit.reports
from journeyaudit.audit import Wishes, audit_paths
from journeyaudit.comparison import Side, compare
from journeyaudit.comparison.change import Sign, Trend, Weight
from journeyaudit.comparison.findings import Fate
from journeyaudit.comparison.win_win import Answer, Quantity
from journeyaudit.finding import Severity
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.reports.diff_json import VERSION, diff_document, diff_json
from journeyaudit.verdicts.verdict import Judgement
from tests.comparison.sides import ORDER, side

ROOT = Path(__file__).parents[2]
REPORTS = Path(journeyaudit.reports.__file__).parent
SCHEMA: Any = json.loads((REPORTS / "diff-json-schema.json").read_text("utf-8"))
OF_CHECK: Any = json.loads((REPORTS / "json-schema.json").read_text("utf-8"))
PARTS = SCHEMA["$defs"]
STRICT = Draft202012Validator(SCHEMA)
WISHES = Wishes(isolated=True, today=date(2026, 1, 1))


def pairs() -> list[tuple[Path, Path]]:
    """Every sample as it is, with the same repaired."""
    found = []
    for old in sorted((ROOT / "samples").glob("*/*.journey")):
        for word, repaired in (("-as-is", "-repaired"), ("-ist", "-repariert")):
            new = old.with_name(f"{old.stem.removesuffix(word)}{repaired}.journey")
            if old.stem.endswith(word) and new.exists():
                found.append((old, new))
    return found


PAIRS = pairs()


@cache
def read(path: Path) -> tuple[Side, Any]:
    outcome, sources = audit_paths((str(path),), WISHES)
    return Side(path.name, outcome, str(path), single=True), sources


def faults(document: object) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in STRICT.iter_errors(document)]


def test_there_are_pairs_to_look_at() -> None:
    assert len(PAIRS) > 25


@pytest.mark.parametrize(("old", "new"), PAIRS, ids=lambda path: path.stem)
def test_every_pair_of_samples_keeps_to_the_schema_in_both_directions(old: Path, new: Path) -> None:
    for before, after in ((old, new), (new, old)):
        (one, texts), (other, later) = read(before), read(after)
        written = diff_json(compare(one, other), (texts, later), root=str(ROOT), tool_version="0.1.0")
        assert faults(json.loads(written)) == []


def test_exceptions_broken_texts_and_empty_sides_keep_to_the_schema() -> None:
    ignored = ORDER.replace(
        "  promise: We",
        "  ignore no-human-correction\n    reason: being built\n    owner: Kim\n    expires: {}\n  promise: We",
    )
    texts = [ORDER, ignored.format("2099-01-01"), ignored.format("2025-01-01")]
    sides = [side(text, wishes=WISHES) for text in texts]
    nothing = Side("nothing", sides[0].outcome.__class__(sides[0].outcome.service))
    fates = set()
    for one in (*sides, nothing):
        for other in (*sides, nothing):
            document: Any = diff_document(compare(one, other), ({}, {}))
            assert faults(document) == []
            fates |= {each["fate"] for each in document["findings"]}
    assert fates == {str(fate) for fate in Fate}


def test_the_schema_takes_nothing_that_is_not_in_it() -> None:
    document: Any = diff_document(compare(side(ORDER), side(ORDER)), ({}, {}))
    assert faults(document) == []
    document["journeys"][0]["extra"] = 1
    document["summary"]["changes"] = "none"
    del document["before"]["label"]
    assert len(faults(document)) == 3


def test_every_object_of_the_schema_is_closed_and_asks_for_all_its_fields() -> None:
    seen = 0
    todo: list[Any] = [SCHEMA]
    while todo:
        part = todo.pop()
        if isinstance(part, dict):
            if part.get("type") == "object":
                seen += 1
                assert part["additionalProperties"] is False
                assert sorted(part["properties"]) == part["required"]
            todo += part.values()
        elif isinstance(part, list):
            todo += part
    assert seen > 20


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (PARTS["trend"], Trend),
        (PARTS["verdict"], Judgement),
        (PARTS["change"]["properties"]["sign"], Sign),
        (PARTS["effort"]["properties"]["quantity"], Quantity),
        (PARTS["gains"]["properties"]["answer"], Answer),
        (PARTS["finding"]["properties"]["fate"], Fate),
        (PARTS["finding"]["properties"]["severity"], Severity),
    ],
)
def test_the_schema_has_exactly_the_words_of_the_program(schema: Any, words: type[Enum]) -> None:
    assert sorted(schema["enum"]) == sorted(str(word) for word in words)


def test_the_schema_has_the_weights_the_profiles_and_the_version_of_the_program() -> None:
    assert PARTS["change"]["properties"]["weight"]["enum"] == [weight.name.lower() for weight in Weight]
    assert sorted(PARTS["side"]["properties"]["profile"]["properties"]["asked"]["enum"]) == sorted(PROFILES)
    assert SCHEMA["properties"]["version"] == {"const": VERSION}


def test_places_and_findings_are_those_of_check() -> None:
    for name in PARTS.keys() & OF_CHECK["$defs"].keys() - {"finding", "journey", "mistake"}:
        assert PARTS[name] == OF_CHECK["$defs"][name], name
    own = {"fate", "new_error", "old_severity", "exception_expired"}
    found = {key: part for key, part in PARTS["finding"]["properties"].items() if key not in own}
    assert found == OF_CHECK["$defs"]["finding"]["properties"]


def test_the_documentation_names_every_field_that_only_diff_has() -> None:
    page = (ROOT / "docs" / "reviews.md").read_text("utf-8")
    fields = set(SCHEMA["properties"])
    for name in ("side", "change", "told", "measure_change", "mistake", "effort", "gains", "journey"):
        fields |= set(PARTS[name]["properties"])
    fields |= {"fate", "new_error", "old_severity", "exception_expired"}
    fields |= set(SCHEMA["properties"]["summary"]["properties"])
    assert {field for field in fields if f"`{field}`" not in page} == set()
    for words in (Fate, Trend, Answer):
        assert {str(word) for word in words if str(word) not in page} == set()
    assert re.search(r"journeyaudit/reports/diff-json-schema\.json", page)
