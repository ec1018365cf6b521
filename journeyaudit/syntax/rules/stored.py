"""A rule as written -> three lines that can be stored, and back, each when something in it is asked for.

Places are left out: they matter only for what is wrong with a rule, and such a rule is never stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from journeyaudit.finding import Severity
from journeyaudit.source import NOWHERE
from journeyaudit.syntax.rules import parts, tree

if TYPE_CHECKING:
    from dataclasses import Field

PARTS = (
    ("applies_to", "settings", "calls", "for_each"),
    ("requirements",),
    ("grades", "profile", "explains", "ignorable", "because", "sayings", "hints", "shows"),
)
"""What the rule looks at, what it requires, what it says: the fields of ``tree.Rule`` on each line."""


class StoredRule:
    """A rule as written: the fields are those of ``tree.Rule``, with all places ``NOWHERE``."""

    applies_to: str
    settings: tuple[tree.SettingLine, ...]
    calls: tuple[tree.Call, ...]
    for_each: tuple[tree.ForEach, ...]
    requirements: tuple[tree.Requirement, ...]
    grades: tuple[tree.Grade, ...]
    profile: str
    explains: tuple[parts.Word, ...]
    ignorable: bool
    because: tuple[str, ...]
    sayings: tuple[tree.Saying, ...]
    hints: tuple[tree.Saying, ...]
    shows: tuple[parts.Word, ...]

    def __init__(self, lines: Sequence[str | bytes], demanding: bool) -> None:
        self._lines = lines
        self.demanding = demanding

    def __getattr__(self, name: str) -> Any:
        for names, line in zip(PARTS, self._lines, strict=True):
            if name in names:
                self.__dict__.update(zip(names, map(_unpacked, json.loads(line)), strict=True))
                return self.__dict__[name]
        raise AttributeError(name)


def lines_of(rule: tree.Rule) -> tuple[str, ...]:
    """What a ``StoredRule`` is made from."""
    return tuple(plain_json([_packed(getattr(rule, name)) for name in names]) for names in PARTS)


def plain_json(value: Any) -> str:
    """On one line, without blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# ---- a record and a list are lists that begin with what they are, a word is its text ---------------------

_TUPLE, _TEXT, _FIGURE, _SEVERITY = "", "'", "#", "!"


def _packed(value: Any) -> Any:
    """Goes as deep as a sentence is nested, and sentences have a limit."""
    match value:
        case parts.Word(text):
            return text
        case str():
            return [_SEVERITY if isinstance(value, Severity) else _TEXT, str(value)]
        case bool() | int() | None:
            return value
        case Decimal():
            return [_FIGURE, str(value)]
        case tuple():
            return [_TUPLE, *map(_packed, value)]
        case _:
            return [type(value).__name__, *_contents(value)]


def _contents(value: Any) -> list[Any]:
    """The fields in their order, without those at the end that are as usual."""
    from dataclasses import fields

    written = [each for each in fields(value) if not _is_place(each)]
    while written and getattr(value, written[-1].name) == written[-1].default:
        written.pop()
    return [_packed(getattr(value, each.name)) for each in written]


def _is_place(field: Field[Any]) -> bool:
    return not field.compare


PLACES = {
    "AnySuch": 2, "ForEach": 2, "Has": 4, "Hole": 1, "Is": 2, "Path": 2, "Reaches": 2, "Says": 3,
    "ThereIs": 3, "Those": 1,
}  # fmt: skip
"""The records that must have a place, each with where in the order of its fields."""


def _unpacked(value: Any) -> Any:
    kind = value.__class__
    if kind is list:
        return _MAKERS[value[0]](value)
    return parts.Word(value, NOWHERE) if kind is str else value


def _record(made: Callable[..., Any], place: int | None, value: list[Any]) -> Any:
    contents = [_unpacked(each) for each in value[1:]]
    if place is not None:
        contents.insert(place, NOWHERE)
    return made(*contents)


def _makers() -> dict[str, Callable[[list[Any]], Any]]:
    found: dict[str, Callable[[list[Any]], Any]] = {
        _TUPLE: lambda value: tuple([_unpacked(each) for each in value[1:]]),
        _TEXT: lambda value: value[1],
        _FIGURE: lambda value: Decimal(value[1]),
        _SEVERITY: lambda value: Severity(value[1]),
    }
    for name in tree.__all__:
        made = getattr(tree, name)
        if isinstance(made, type):
            found[name] = partial(_record, made, PLACES.get(name))
    return found


_MAKERS = _makers()
