"""A configuration -> every setting in force as lines of TOML, each with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journeyaudit.project.configuration import Configuration, Layer
from journeyaudit.project.options import OPTIONS, Option
from journeyaudit.project.toml_text import as_written, text_as_written
from journeyaudit.source import Span

_BARE = re.compile(r"[A-Za-z0-9_-]+")
Keys = tuple[str, ...]
_Line = tuple[Keys, object, str]


def settings_text(configuration: Configuration) -> str:
    """One line a setting, as it would stand in a file; behind it ``default``, the file with its line, or the
    option of the command line. Lists and tables that are put together have a line for each part."""
    source = configuration.source
    lines = [f"# {source.path}" if source else "# no configuration file"]
    written = [
        (_assigned(keys, value), said)
        for option in OPTIONS
        for keys, value, said in _lines(configuration, option)
    ]
    wide = max(len(text) for text, _ in written)
    return "\n".join((*lines, *(f"{text:{wide}}  # {said}" for text, said in written), ""))


def _assigned(keys: Keys, value: object) -> str:
    if value is None:
        return f"# {keys[0]}"
    said = value if isinstance(value, _Raw) else as_written(value)
    return f"{'.'.join(map(_key, keys))} = {said}"


def _lines(configuration: Configuration, option: Option) -> Iterator[_Line]:
    said = [layer for layer in configuration.layers if option.name in layer.values]
    if not said:
        yield (option.name,), _Raw(option.default) if option.default else None, "default"
    elif isinstance(said[-1].values[option.name], Mapping):
        yield from _entries(configuration, option, said)
    elif option.adds:
        whole = [each for layer in said for each in layer.values[option.name]]
        origins = dict.fromkeys(_origin(configuration, layer, (option.name,)) for layer in said)
        yield (option.name,), whole, ", ".join(origins)
    else:
        layer = said[-1]
        yield (option.name,), layer.values[option.name], _origin(configuration, layer, (option.name,))


class _Raw(str):
    """A value that is written in TOML already."""


def _entries(configuration: Configuration, option: Option, said: list[Layer]) -> Iterator[_Line]:
    """The innermost values of a table; a later layer replaces an earlier one value by value."""
    found: dict[Keys, _Line] = {}
    for layer in said:
        for keys, value in _leaves(layer.values[option.name], (option.name,)):
            found.pop(keys, None)
            found[keys] = (keys, value, _origin(configuration, layer, keys))
    yield from found.values() or [((option.name,), {}, _origin(configuration, said[-1], (option.name,)))]


def _leaves(table: Mapping[str, Any], keys: Keys) -> Iterator[tuple[Keys, object]]:
    waiting = [((*keys, key), value) for key, value in reversed(list(table.items()))]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += (((*at, key), inner) for key, inner in reversed(list(value.items())))
        else:
            yield at, value


def _origin(configuration: Configuration, layer: Layer, keys: Keys) -> str:
    span: Span = layer.place(*keys)
    source = configuration.sources.get(span.file)
    return f"{span.file}:{source.line_of(span.start)}" if layer.name and source else span.file


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else text_as_written(key)
