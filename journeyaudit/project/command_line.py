"""What is asked for besides the paths -> layers above the configuration file, with places to point to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from journeyaudit.finding import Finding
from journeyaudit.project.configuration import Layer, problem
from journeyaudit.project.reading import Reading, parsed
from journeyaudit.project.toml_places import Keys, places
from journeyaudit.project.wishes import Wishes
from journeyaudit.source import SourceText, Span

CONFIG = "--config"


def layers_of(wishes: Wishes) -> tuple[str, list[Layer], list[Finding]]:
    """The configuration file that is asked for, "" for the nearest; what single settings say, and upon
    them what the options say that are for one thing."""
    files = [each for each in wishes.config if _names_a_file(each)]
    settings = [each for each in wishes.config if not _names_a_file(each)]
    layers, findings = [], list[Finding]()
    for layer, found in (_of_settings(settings), _of_options(wishes)):
        findings += found
        if layer is not None:
            layers.append(layer)
    if len(files) > 1 or (files and wishes.isolated):
        other = "--isolated" if wishes.isolated else f"{CONFIG} {files[0]}"
        findings.append(problem(f"{CONFIG} {files[-1]} contradicts {other}", Span(CONFIG, 0, 0)))
    return (files[-1] if files else ""), layers, findings


def _names_a_file(value: str) -> bool:
    return "=" not in value or os.path.isfile(value)  # noqa: PTH113 - a Path raises for what is no path


def _of_settings(settings: list[str]) -> tuple[Layer | None, list[Finding]]:
    """One setting a line, each on its own, so that a later one may replace an earlier one."""
    whole = SourceText(CONFIG, "\n".join(settings))
    table: dict[str, Any] = {}
    at: dict[Keys, Span] = {}
    findings, start = list[Finding](), 0
    for each in settings:
        own = SourceText(CONFIG, each)
        values, fault = parsed(own)
        if fault is not None:
            repair = "write KEY=VALUE as in the file; texts stand in quotes: 'profile=\"kafka\"'"
            span = whole.span(start + fault.span.start, start + fault.span.end)
            findings.append(problem(fault.title, span, repair))
        else:
            _put(values, table)
            moved = {
                keys: whole.span(start + span.start, start + span.end) for keys, span in places(own).items()
            }
            at.update(moved)
        start += len(each) + 1
    if not settings:
        return None, []
    layer = Layer({}, at, (whole,), str(Path.cwd()))
    reading = Reading(layer.place)
    values = reading.values(table)
    return Layer(values, at, (whole,), layer.folder), [*findings, *reading.findings]


def _put(values: dict[str, Any], table: dict[str, Any]) -> None:
    """Tables are filled up, everything else is replaced."""
    waiting = [(values, table)]
    while waiting:
        new, old = waiting.pop()
        for key, value in new.items():
            if isinstance(value, dict) and isinstance(old.get(key), dict):
                waiting.append((value, old[key]))
            else:
                old[key] = value


def _of_options(wishes: Wishes) -> tuple[Layer | None, list[Finding]]:
    lists = {
        "rules": wishes.rules,
        "select": wishes.select,
        "extend-select": wishes.extend_select,
        "ignore": wishes.ignore,
        "exclude": wishes.exclude,
    }
    words = {"profile": wishes.profile, "fail-level": wishes.fail_level}
    table: dict[str, Any] = {key: list(value) for key, value in lists.items() if value}
    table |= {key: value for key, value in words.items() if value}
    if not table:
        return None, []
    at: dict[Keys, Span] = {}
    sources = []
    for key, value in table.items():
        source = SourceText(f"--{key}", ",".join(value) if isinstance(value, list) else value)
        at[(key,)] = source.span(0, len(source.plain))
        start = 0
        for number, each in enumerate(value if isinstance(value, list) else ()):
            at[(key, str(number))] = source.span(start, start + len(each))
            start += len(each) + 1
        sources.append(source)
    layer = Layer({}, at, tuple(sources), str(Path.cwd()))
    reading = Reading(layer.place)
    return Layer(reading.values(table), at, layer.sources, layer.folder), reading.findings
