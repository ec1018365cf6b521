"""``journeyaudit.toml`` or ``[tool.journeyaudit]`` -> how an organisation wants its journeys checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.words import listed
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record
from journeyaudit.syntax.rules.tree import PROFILES

OWN_FILE, SHARED_FILE = "journeyaudit.toml", "pyproject.toml"


@record
class Configuration:
    """What is configured; ``file`` is "" where nothing is.

    ``rules`` are folders with rules of one's own, as paths that can be opened from here. ``settings``
    are thresholds as written, by rule and name. ``source`` is the text that findings point into, and
    ``places`` where its keys stand.
    """

    file: str = ""
    profile: str = ""
    rules: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    source: SourceText | None = None
    places: Mapping[tuple[str, ...], Span] = field(default_factory=dict)

    def place(self, *keys: str) -> Span:
        """Where a key stands, or the innermost table around it."""
        known = [keys[:length] for length in range(len(keys), 0, -1)]
        return next((self.places[each] for each in known if each in self.places), Span(self.file, 0, 0))


def configuration_for(paths: Iterable[str]) -> tuple[Configuration, tuple[Finding, ...]]:
    """The nearest configuration at or above what all ``paths`` have in common.

    A file that cannot be read or understood, and every key that means nothing, is a finding of severity
    ``INPUT``: nobody should believe that a threshold holds which was never read.
    """
    for folder in _upwards(paths):
        for name in (OWN_FILE, SHARED_FILE):
            path = folder / name
            if path.is_file():
                found = _read(path, ("tool", "journeyaudit") if name == SHARED_FILE else ())
                if found is not None:
                    return found
    return Configuration(), ()


def _upwards(paths: Iterable[str]) -> Iterator[Path]:
    common = _common(paths)
    yield common
    yield from common.parents


def _common(paths: Iterable[str]) -> Path:
    """The deepest folder that has all paths in it; the one we are in where there is none."""
    folders = []
    for path in paths:
        try:
            named = Path.cwd() / path
            folders.append(named if named.is_dir() else named.parent)
        except (OSError, ValueError):
            continue
    try:
        return Path(os.path.normpath(os.path.commonpath(folders)))
    except ValueError:
        return Path.cwd()


def _read(path: Path, table: tuple[str, ...]) -> tuple[Configuration, tuple[Finding, ...]] | None:
    """None if the file is one of a project that does not configure us."""
    name = _shown(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as problem:
        finding = _problem(f"the configuration {name} cannot be read: {problem}", Span(name, 0, 0))
        return Configuration(name), (finding,)
    if table and ".".join(table) not in text:
        return None
    import tomllib

    from journeyaudit.project.toml_places import place_of_fault, places

    source = SourceText(name, text)
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        said = str(problem).partition(" (at ")[0]
        finding = _problem(f"this is no TOML: {said}", place_of_fault(source, str(problem)))
        return Configuration(name, source=source), (finding,)
    part: Any = whole
    for key in table:
        part = part.get(key) if isinstance(part, dict) else None
    if not isinstance(part, dict):
        return None
    at = {key[len(table) :]: span for key, span in places(source).items() if key[: len(table)] == table}
    reading = _Reading(Configuration(name, source=source, places=at), path.parent)
    return reading.configured(part), tuple(reading.findings)


def _shown(path: Path) -> str:
    """As one would name it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


class _Reading:
    """Reads key by key; what is wrong with one does not hide what is wrong with another."""

    def __init__(self, empty: Configuration, folder: Path) -> None:
        self._empty, self._folder = empty, folder
        self.findings: list[Finding] = []
        self._keys: dict[str, Callable[[Any], object]] = {
            "profile": self._profile,
            "rules": self._folders,
            "plugins": lambda value: self._words("plugins", value),
            "settings": self._settings,
        }

    def configured(self, table: Mapping[str, Any]) -> Configuration:
        from dataclasses import replace

        values: dict[str, Any] = {}
        for key, value in table.items():
            if key in self._keys:
                values[key] = self._keys[key](value)
            else:
                self._unknown(key)
        return replace(self._empty, **values)

    def _profile(self, value: object) -> str:
        if isinstance(value, str) and value in PROFILES:
            return value
        self._wrong("profile", f"{value!r} is no profile", _choices(str(value), PROFILES))
        return ""

    def _folders(self, value: object) -> tuple[str, ...]:
        return tuple(_shown(self._folder / each) for each in self._words("rules", value))

    def _words(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        self._wrong(key, f"`{key}` is a list of texts", f'write for example: {key} = ["our-{key}"]')
        return ()

    def _settings(self, value: object) -> Mapping[str, Mapping[str, object]]:
        tables = value.items() if isinstance(value, dict) else ()
        good = {rule: own for rule, own in tables if isinstance(own, dict)}
        if not isinstance(value, dict) or len(good) < len(value):
            repair = 'write for example: [settings.decision-rank] and below it: "most people" = 3'
            self._wrong("settings", "thresholds stand below the rule they belong to", repair)
        return good

    def _unknown(self, key: str) -> None:
        self._wrong(key, f"`{key}` is nothing that can be configured", _choices(key, tuple(self._keys)))

    def _wrong(self, key: str, title: str, repair: str) -> None:
        self.findings.append(_problem(title, self._empty.place(key), repair))


def _choices(word: str, known: tuple[str, ...]) -> str:
    from journeyaudit.syntax.vocabulary import nearest

    meant = nearest(word, known)
    return f"did you mean `{meant}`?" if meant else f"there are {listed([f'`{each}`' for each in known])}"


def _problem(title: str, span: Span, repair: str = "") -> Finding:
    return Finding("configuration", Severity.INPUT, title, span, help=repair)
