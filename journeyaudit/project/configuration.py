"""``journeyaudit.toml``, ``[tool.journeyaudit]`` and the command line -> how journeys are to be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from journeyaudit.finding import Finding, Severity
from journeyaudit.project.excluded import Excludes
from journeyaudit.project.wishes import USUAL, Wishes
from journeyaudit.rulebook.terms import USUAL as USUAL_PROFILE
from journeyaudit.source import SourceText, Span
from journeyaudit.source.record import record

OWN_FILE, SHARED_FILE = "journeyaudit.toml", "pyproject.toml"
SHARED_TABLE = ("tool", "journeyaudit")


@record
class Layer:
    """What one place says: a file, or the command line.

    ``values`` are checked values by name of the option, as TOML has them. ``places`` says where keys and
    entries of lists stand, ``sources`` has the texts that they point into. ``folder`` is the one from which
    its paths and patterns are seen, ``name`` that of the file, "" for the command line.
    """

    values: Mapping[str, Any]
    places: Mapping[tuple[str, ...], Span]
    sources: tuple[SourceText, ...]
    folder: str
    name: str = ""

    def place(self, *keys: str) -> Span:
        """Where a key stands, or the innermost table around it."""
        known = (keys[:length] for length in range(len(keys), 0, -1))
        return next((self.places[each] for each in known if each in self.places), Span(self.name, 0, 0))


@record
class Configuration:
    """All that is configured; ``layers`` go from the file to the command line, and later ones count."""

    layers: tuple[Layer, ...] = ()

    @property
    def source(self) -> SourceText | None:
        """The text of the configuration file."""
        return next((text for each in self.layers if each.name for text in each.sources), None)

    @property
    def sources(self) -> Mapping[str, SourceText]:
        """All texts that findings about the configuration point into."""
        return {source.path: source for each in self.layers for source in each.sources}

    @property
    def profile(self) -> str:
        return str(self._last("profile", USUAL_PROFILE))

    @property
    def fail_level(self) -> Severity:
        return Severity(str(self._last("fail-level", Severity.ERROR)))

    @property
    def respects_gitignore(self) -> bool:
        return bool(self._last("respect-gitignore", True))

    @property
    def rules(self) -> tuple[str, ...]:
        """Folders with rules of one's own, as paths that can be opened from here."""
        return tuple(shown(Path(layer.folder, each)) for layer, each in self._all("rules"))

    @property
    def plugins(self) -> tuple[str, ...]:
        return tuple(each for _, each in self._all("plugins"))

    @property
    def excluded(self) -> tuple[tuple[str, str], ...]:
        """Patterns of what is not to be checked, each with the folder from which it is seen."""
        added = ((layer.folder, each) for layer, each in self._all("extend-exclude"))
        return (*self._last_patterns("exclude"), *added)

    @property
    def markdown(self) -> tuple[tuple[str, str], ...]:
        """Patterns of Markdown files that are looked for in folders, too."""
        return self._last_patterns("markdown")

    @property
    def baseline(self) -> str:
        """The file with known findings, as a path that can be opened from here; "" for none."""
        said = [layer for layer in self.layers if "baseline" in layer.values]
        return shown(Path(said[-1].folder, said[-1].values["baseline"])) if said else ""

    @property
    def output_formats(self) -> tuple[tuple[str, Span], ...]:
        """``text``, ``json:report.json``: each with its place, and a file as a path from here."""
        said = [layer for layer in self.layers if "output-format" in layer.values]
        if not said:
            return ()
        layer, formats = said[-1], []
        for number, each in enumerate(layer.values["output-format"]):
            form, colon, file = each.partition(":")
            path = shown(Path(layer.folder, file)) if file else ""
            formats.append((f"{form}{colon}{path}", layer.place("output-format", str(number))))
        return tuple(formats)

    def place(self, *keys: str) -> Span:
        """Where a key stands in the last layer that has it."""
        said = [layer for layer in self.layers if keys[0] in layer.values]
        return said[-1].place(*keys) if said else Span("", 0, 0)

    def _last(self, name: str, default: object) -> object:
        said = [layer.values[name] for layer in self.layers if name in layer.values]
        return said[-1] if said else default

    def _last_patterns(self, name: str) -> tuple[tuple[str, str], ...]:
        said = [layer for layer in self.layers if name in layer.values][-1:]
        return tuple((layer.folder, each) for layer in said for each in layer.values[name])

    def _all(self, name: str) -> Iterator[tuple[Layer, str]]:
        return ((layer, each) for layer in self.layers for each in layer.values.get(name, ()))


NOTHING = Configuration()


def configuration_for(
    paths: Iterable[str], wishes: Wishes = USUAL
) -> tuple[Configuration, tuple[Finding, ...]]:
    """What ``wishes`` say, upon the nearest file at or above what all ``paths`` have in common.

    A file that cannot be read or understood, and every key that means nothing, is a finding of severity
    ``INPUT``: nobody should believe that a threshold holds which was never read.
    """
    if wishes.configuration is not None:
        return wishes.configuration
    named, layers, findings = "", list[Layer](), list[Finding]()
    if _say_something(wishes):
        from journeyaudit.project.command_line import layers_of

        named, layers, findings = layers_of(wishes)
    found = _read_named(named) if named else None if wishes.isolated else _nearest(paths)
    if found is not None:
        layers, findings = [found[0], *layers], [*found[1], *findings]
    return (Configuration(tuple(layers)) if layers else NOTHING), tuple(findings)


def excludes_of(configuration: Configuration, wishes: Wishes = USUAL) -> Excludes | None:
    """What is not to be checked; None for nothing."""
    if wishes.also_excluded:
        return None
    return Excludes(configuration.excluded, configuration.respects_gitignore)


def _say_something(wishes: Wishes) -> bool:
    lists = (wishes.rules, wishes.config, wishes.select, wishes.extend_select, wishes.ignore, wishes.exclude)
    return any((wishes.profile, wishes.fail_level, *lists))


def _read_named(file: str) -> tuple[Layer, tuple[Finding, ...]]:
    from journeyaudit.project.reading import nothing_for_us, read_file

    path = Path.cwd() / file
    return read_file(path) or nothing_for_us(path)


def _nearest(paths: Iterable[str]) -> tuple[Layer, tuple[Finding, ...]] | None:
    for folder in _upwards(paths):
        for path in (folder / OWN_FILE, folder / SHARED_FILE):
            if path.is_file():
                from journeyaudit.project.reading import read_file

                found = read_file(path)
                if found is not None:
                    return found
    return None


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


def shown(path: Path) -> str:
    """A path as one would name it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def problem(title: str, span: Span, repair: str = "") -> Finding:
    """Something that is wrong with the configuration."""
    return Finding("configuration", Severity.INPUT, title, span, help=repair)
