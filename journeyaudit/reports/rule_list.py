"""Entries of rules -> the list of rules: text for a terminal, JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from journeyaudit.finding.fingerprint import relative_path
from journeyaudit.finding.words import count
from journeyaudit.reports.columns import WIDTH, shown, width_of, wrapped
from journeyaudit.reports.rule_entries import RuleEntry
from journeyaudit.reports.style import PLAIN, Style

VERSION = 1
"""Counts up when a field of the JSON changes its meaning or goes away; new fields do not count."""
_NARROW = 30
"""Columns below which a question does not stand beside the names but below them."""
_PLURALS = (("error", "error"), ("warning", "warning"), ("info", "remark"))


def rule_list(entries: Sequence[RuleEntry], *, width: int = WIDTH, style: Style = PLAIN) -> str:
    """By pack: severity, profile, id and question of each rule; then how many there are."""
    longest = max((width_of(each.id) for each in entries), default=0)
    lines: list[str] = []
    for pack, rules in groupby(entries, key=lambda each: each.pack):
        listed = list(rules)
        lines += [style.paint("heading", pack) + f" ({count(len(listed), 'rule')})"]
        for each in listed:
            lines += _entry(each, longest, width, style)
        lines.append("")
    return "".join(f"{line.rstrip()}\n" for line in (*lines, _total(entries)))


def _entry(each: RuleEntry, longest: int, width: int, style: Style) -> Iterator[str]:
    severity = style.paint(each.severity, each.severity) + " " * (8 - len(each.severity))
    head = f"  {severity}{each.profile:<8}{shown(each.id)}"
    used = 2 + 8 + 8 + width_of(each.id)
    question = each.page.question or each.page.title
    indent = 2 + 8 + 8 + longest + 2
    if width - indent >= _NARROW:
        first, *more = wrapped(question, width - indent)
        yield head + " " * (indent - used) + first
    else:
        indent, more = 6, wrapped(question, width - 6)
        yield head
    yield from (" " * indent + line for line in more)


def _total(entries: Sequence[RuleEntry]) -> str:
    packs = len({each.pack for each in entries})
    numbers = [(sum(each.severity == word for each in entries), noun) for word, noun in _PLURALS]
    said = ", ".join(count(number, noun) for number, noun in numbers if number)
    return f"{count(len(entries), 'rule')} in {count(packs, 'pack')}" + (f": {said}" if said else "")


def rule_list_json(entries: Sequence[RuleEntry], *, root: str = ".", tool_version: str = "") -> str:
    """One document with a line for every rule; ``docs/json-output.md`` describes it. Paths are given from
    ``root``."""
    rules = ",\n".join(_line(_described(each, root)) for each in entries)
    tool = _line({"name": "journeyaudit", "version": tool_version})
    listed = f"[\n{rules}\n]" if rules else "[]"
    return f'{{\n"rules": {listed},\n"tool": {tool},\n"version": {VERSION}\n}}\n'


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)


def _described(each: RuleEntry, root: str) -> dict[str, object]:
    return {
        "id": each.id,
        "pack": each.pack,
        "title": each.page.title,
        "question": each.page.question,
        "severity": each.severity,
        "severities": list(each.severities),
        "profile": each.profile,
        "explains": list(each.explains),
        "ignorable": each.ignorable,
        "applies_to": each.applies_to or None,
        "settings": dict(each.settings),
        "because": list(each.because),
        "shipped": each.shipped,
        "file": None if each.shipped else relative_path(each.file, root),
    }
