"""The text of a configuration -> its values, each checked against the table of options, and what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from journeyaudit.finding import Finding
from journeyaudit.finding.words import listed
from journeyaudit.project.configuration import SHARED_FILE, SHARED_TABLE, Layer, problem, shown
from journeyaudit.project.options import BY_NAME, OPTIONS, Option, Sort
from journeyaudit.project.toml_text import as_written
from journeyaudit.source import SourceText, Span
from journeyaudit.source.plain_file import page_bytes

Read = tuple[Layer, tuple[Finding, ...]]


def read_file(path: Path) -> Read | None:
    """The layer of a file; None if it is one for many tools that does not configure this one."""
    name, folder = shown(path), os.path.normpath(path.parent)
    table = SHARED_TABLE if path.name == SHARED_FILE else ()
    try:
        text = page_bytes(str(path)).decode("utf-8-sig")
    except (OSError, ValueError) as trouble:
        said = f"the configuration “{name}” cannot be read: {_reason(trouble)}"
        return Layer({}, {}, (), folder, name), (problem(said, Span(name, 0, 0)),)
    if table and table[-1] not in text:
        return None
    source = SourceText(name, text)
    part, fault = parsed(source)
    if fault is not None:
        ours = not table or ".".join(table) in text
        return (Layer({}, {}, (source,), folder, name), (fault,)) if ours else None
    for key in table:
        part = part.get(key) if isinstance(part, dict) else None
    return _checked(source, part, table, folder) if part is not None else None


def nothing_for_us(path: Path) -> Read:
    """For a file that was named, and does not say anything."""
    name = shown(path)
    said = f"“{name}” has no table [{'.'.join(SHARED_TABLE)}]"
    return Layer({}, {}, (), str(path.parent), name), (problem(said, Span(name, 0, 0)),)


def parsed(source: SourceText) -> tuple[Any, Finding | None]:
    """The table that a text of TOML is, or where it is none."""
    import tomllib

    from journeyaudit.project.toml_places import place_of_fault

    try:
        return tomllib.loads(source.raw), None
    except ValueError as trouble:
        said = str(trouble)
    except RecursionError:
        said = "brackets stand too deep in brackets"
    return {}, problem(f"this is no TOML: {said.partition(' (at ')[0]}", place_of_fault(source, said))


def _checked(source: SourceText, part: object, table: tuple[str, ...], folder: str) -> Read:
    from journeyaudit.project.toml_places import places

    at = {key[len(table) :]: span for key, span in places(source).items() if key[: len(table)] == table}
    if not isinstance(part, dict):
        said = problem(f"[{'.'.join(table)}] is a table", at.get((), Span(source.path, 0, 0)))
        return Layer({}, at, (source,), folder, source.path), (said,)
    reading = Reading(Layer({}, at, (source,), folder, source.path).place)
    return Layer(reading.values(part), at, (source,), folder, source.path), tuple(reading.findings)


def _reason(trouble: OSError | ValueError) -> str:
    if isinstance(trouble, OSError):
        return (trouble.strerror or str(trouble)).lower()
    return "it is not written in UTF-8"


class Reading:
    """Reads key by key; what is wrong with one does not hide what is wrong with another."""

    def __init__(self, place: Callable[..., Span]) -> None:
        self._place = place
        self.findings: list[Finding] = []
        self._readers: dict[Sort, Callable[[Option, Any, tuple[str, ...]], object]] = {
            Sort.CHOICE: self._choice,
            Sort.YES_OR_NO: self._truth,
            Sort.TEXT: self._text,
            Sort.LIST: self._list,
            Sort.PATTERNS: self._patterns,
            Sort.LEVELS: self._levels,
            Sort.THRESHOLDS: self._thresholds,
            Sort.FILES: self._files,
        }

    def values(
        self, table: Mapping[str, Any], options: Iterable[Option] = OPTIONS, inside: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """What can be understood of a table, by name of the option; ``inside`` are the keys around it."""
        known = {each.name: each for each in options}
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                self._unknown(key, tuple(known), inside)
                continue
            option, before = known[key], len(self.findings)
            found = self._readers[option.sort](option, value, (*inside, key))
            if len(self.findings) == before or found:
                values[key] = found
        return values

    def _choice(self, option: Option, value: Any, keys: tuple[str, ...]) -> object:
        if isinstance(value, str) and value in option.choices:
            return value
        self._wrong(
            keys, f"{as_written(value)} is no value for `{option.name}`", choices(str(value), option.choices)
        )
        return None

    def _truth(self, option: Option, value: Any, keys: tuple[str, ...]) -> object:
        return self._of_type(bool, "true or false", option, value, keys)

    def _text(self, option: Option, value: Any, keys: tuple[str, ...]) -> object:
        return self._of_type(str, "a text", option, value, keys)

    def _of_type(self, kind: type, said: str, option: Option, value: Any, keys: tuple[str, ...]) -> object:
        if isinstance(value, kind):
            return value
        self._wrong(keys, f"`{option.name}` is {said}", _example(option))
        return None

    def _list(self, option: Option, value: Any, keys: tuple[str, ...]) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._wrong(keys, f"`{option.name}` is {option.sort.value}", _example(option))
            return ()
        wrong = [number for number, each in enumerate(value) if not isinstance(each, str)]
        for number in wrong:
            title = f"{as_written(value[number])} in `{option.name}` is no text"
            self._wrong((*keys, str(number)), title, _example(option))
        return () if wrong else tuple(value)

    def _patterns(self, option: Option, value: Any, keys: tuple[str, ...]) -> tuple[str, ...]:
        listed = self._list(option, value, keys)
        good = [self._is_pattern(each, (*keys, str(number))) for number, each in enumerate(listed)]
        return listed if all(good) else ()

    def _is_pattern(self, pattern: str, keys: tuple[str, ...]) -> bool:
        from journeyaudit.project.excluded import is_pattern

        good = is_pattern(pattern) and bool(pattern.strip()) and not pattern.startswith("#")
        if not good:
            self._wrong(keys, f"“{pattern}” is no pattern of files", "write it like a line of .gitignore")
        return good

    def _levels(self, option: Option, value: Any, keys: tuple[str, ...]) -> Mapping[str, str]:
        if not isinstance(value, dict):
            self._wrong(keys, f"severities stand in `{option.name}` behind their rules", _example(option))
            return {}
        for rule, level in value.items():
            if level not in option.choices:
                title = f"{as_written(level)} is no severity"
                self._wrong((*keys, rule), title, choices(str(level), option.choices))
        return {rule: level for rule, level in value.items() if level in option.choices}

    def _thresholds(self, option: Option, value: Any, keys: tuple[str, ...]) -> Mapping[str, Any]:
        tables = value.items() if isinstance(value, dict) else ()
        good = {rule: own for rule, own in tables if isinstance(own, dict)}
        if not isinstance(value, dict) or len(good) < len(value):
            wrong = next((rule for rule, own in tables if rule not in good), "")
            title = "thresholds stand below the rule they belong to"
            self._wrong((*keys, wrong) if wrong else keys, title, _example(option))
        return good

    def _files(self, option: Option, value: Any, keys: tuple[str, ...]) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._wrong(keys, "what differs stands behind the pattern of the files", _example(option))
            return {}
        own = tuple(each for each in OPTIONS if each.per_file)
        found = {}
        for pattern, table in value.items():
            at = (*keys, pattern)
            if not isinstance(table, dict):
                self._wrong(at, f"what differs for “{pattern}” is a table", _example(option))
            elif pattern.startswith("!"):
                self._wrong(at, f"“{pattern}” is for no file", "a pattern here says for which files it is")
            elif self._is_pattern(pattern, at):
                found[pattern] = self.values(table, own, at)
        return found

    def _unknown(self, key: str, known: tuple[str, ...], inside: tuple[str, ...]) -> None:
        title = f"`{key}` is nothing that can be configured"
        if inside:
            title = (
                f"`{key}` cannot differ from file to file" if key in BY_NAME else f"{title} for some files"
            )
        self._wrong((*inside, key), title, choices(key, known))

    def _wrong(self, keys: tuple[str, ...], title: str, repair: str) -> None:
        self.findings.append(problem(title, self._place(*keys), repair))


def choices(word: str, known: tuple[str, ...]) -> str:
    """The one that was meant, else all there are."""
    from journeyaudit.syntax.vocabulary import nearest

    meant = nearest(word, known)
    return f"did you mean `{meant}`?" if meant else f"there are {listed([f'`{each}`' for each in known])}"


def _example(option: Option) -> str:
    return f"write for example: {option.example}"
