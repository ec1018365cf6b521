from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import journeyaudit.reports
from journeyaudit.finding import Finding, Moment, Severity, Story
from journeyaudit.finding.fingerprint import fingerprints, relative_path
from journeyaudit.reports.json import json_document, json_report
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import NOWHERE, SourceText
from tests.reports import made

SCHEMA = json.loads((Path(journeyaudit.reports.__file__).parent / "json-schema.json").read_text("utf-8"))
KNOWN_WORDS = {
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "enum", "const", "anyOf", "pattern",
}  # fmt: skip
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def faults(value: Any, schema: dict[str, Any], where: str = "$") -> list[str]:
    """What a value has against the part of JSON Schema that our schema uses."""
    assert set(schema) <= KNOWN_WORDS, set(schema) - KNOWN_WORDS
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], where)
    if "anyOf" in schema and all(faults(value, each, where) for each in schema["anyOf"]):
        return [f"{where}: {value!r} fits nothing"]
    if "const" in schema and value != schema["const"]:
        return [f"{where}: {value!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r}"]
    kind = schema.get("type")
    if kind and (
        not isinstance(value, TYPES[kind]) or (kind in ("integer", "number") and isinstance(value, bool))
    ):
        return [f"{where}: {value!r} is no {kind}"]
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return [f"{where}: {value!r}"]
    found = []
    if kind == "object":
        found += [f"{where}.{key} is missing" for key in schema.get("required", ()) if key not in value]
        for key, part in value.items():
            if key in schema["properties"]:
                found += faults(part, schema["properties"][key], f"{where}.{key}")
            elif not schema.get("additionalProperties", True):
                found.append(f"{where}.{key} is not known")
    if kind == "array":
        found += [
            fault
            for at, part in enumerate(value)
            for fault in faults(part, schema["items"], f"{where}[{at}]")
        ]
    return found


OUTCOMES = (
    Outcome(made.SERVICE),
    made.outcome(made.headline()),
    made.outcome(made.headline(span=NOWHERE, story=None), verdicts=(made.LUCK, made.SURE, made.UNKNOWN)),
    made.outcome(
        Finding("unreadable-file", Severity.INPUT, "cannot be read", made.Span("gone.journey", 0, 0)),
        verdicts=(),
    ),
    made.outcome(
        made.headline(story=Story((Moment(None, "x"),))),
        verdicts=(
            made.verdict(
                attempts=(
                    made.attempt(remedy=None, step=3, interrupt=0, channel="", approvers=("nobody known",)),
                )
            ),
        ),
    ),
)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_document_keeps_to_the_schema(outcome: Outcome) -> None:
    document = json.loads(json_report(outcome, made.SOURCES, tool_version="0.1.0"))
    assert faults(document, SCHEMA) == []


def test_the_check_of_the_schema_sees_what_is_wrong() -> None:
    document: Any = json_document(made.outcome(made.headline()), made.SOURCES)
    document["findings"][0]["severity"] = "bad"
    del document["findings"][0]["title"]
    document["journeys"][0]["mistakes"][0]["extra"] = 1
    document["version"] = "1"
    assert len(faults(document, SCHEMA)) == 4


def test_the_document_of_a_finding_looks_like_this() -> None:
    made.same_as_golden(
        "report.json", json_report(made.outcome(made.headline()), made.SOURCES, tool_version="0.1.0")
    )


def test_the_same_outcome_gives_the_same_bytes_with_sorted_keys_and_plain_letters() -> None:
    outcome = made.outcome(made.headline())
    once, again = (json_report(outcome, made.SOURCES) for _ in range(2))
    assert once == again
    assert "“Quantity 2 instead of 1”" in once
    assert json.dumps(json.loads(once)) == json.dumps(json.loads(once), sort_keys=True)
    assert [line[:12] for line in once.splitlines()] == [
        "{",
        '"baselined":',
        '"findings": ',
        '{"assumption',
        "],",
        '"journeys": ',
        '{"accepted":',
        "],",
        '"summary": {',
        '"tool": {"na',
        '"version": 1',
        "}",
    ]


def test_lines_and_columns_count_letters_from_one() -> None:
    source = SourceText("a.journey", "journey X\n  step Ü😀 prüfen\n")
    found = made.headline(span=made.at("prüfen", source), labels=(), story=None, trail=(), evidence=())
    place = json_document(made.outcome(found), {"a.journey": source})["findings"][0]["place"]  # type: ignore[index]
    assert place == {
        "file": "a.journey",
        "start": {"line": 2, "column": 11, "offset": 20},
        "end": {"line": 2, "column": 17, "offset": 26},
    }


def test_infinite_times_are_words_because_json_has_no_number_for_them() -> None:
    report = json_report(made.outcome(made.headline()), made.SOURCES)
    assert '"latest": "infinite"' in report
    assert "Infinity" not in report


def test_a_fingerprint_survives_moving_lines_and_another_title() -> None:
    moved = SourceText(made.PATH, "# a new first line\n" + made.TEXT)
    before = made.headline()
    after = made.headline(span=made.at("Quantity 2 instead of 1", moved), title="said otherwise")
    assert fingerprints([before], ".") == fingerprints([after], ".")


@pytest.mark.parametrize(
    "change",
    [{"rule": "other"}, {"journey": "Other"}, {"subject": "other"}, {"span": made.Span("b.journey", 0, 1)}],
)
def test_a_fingerprint_changes_with_what_it_is_about(change: dict[str, Any]) -> None:
    assert fingerprints([made.headline()], ".") != fingerprints([made.headline(**change)], ".")


def test_findings_about_the_same_have_fingerprints_of_their_own_in_order() -> None:
    first, second = fingerprints([made.headline(), made.headline(title="b")], ".")
    assert first != second
    assert fingerprints([made.headline(title="c")], ".") == (first,)


@pytest.mark.parametrize(
    ("path", "root", "seen"),
    [
        ("samples/a.journey", "/here", "samples/a.journey"),
        ("./samples/../a.journey", "/here", "a.journey"),
        ("/here/samples/a.journey", "/here", "samples/a.journey"),
        ("/there/a.journey", "/here", "/there/a.journey"),
        ("../a.journey", "/here", "../a.journey"),
        ("", "/here", ""),
    ],
)
def test_paths_are_given_from_the_folder_of_the_run(path: str, root: str, seen: str) -> None:
    assert relative_path(path, root) == seen


def test_the_example_in_the_documentation_keeps_to_the_schema() -> None:
    page = (Path(__file__).parents[2] / "docs" / "json-output.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.S)
    assert faults(json.loads(example), SCHEMA) == []


def test_the_documentation_names_every_field_of_a_finding_and_a_mistake() -> None:
    page = (Path(__file__).parents[2] / "docs" / "json-output.md").read_text("utf-8")
    for part in ("finding", "mistake", "journey"):
        for field in SCHEMA["$defs"][part]["properties"]:
            assert f"`{field}`" in page, field
