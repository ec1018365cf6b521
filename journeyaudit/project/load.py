"""Files and what they import -> texts, trees, one service, and all that is wrong with the input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from journeyaudit.finding import Finding, Severity
from journeyaudit.model.from_syntax import service_of
from journeyaudit.model.journey import Service
from journeyaudit.model.names import nearest
from journeyaudit.project.discover import SUFFIX, USUAL, Discovered, discover, identity
from journeyaudit.project.excluded import Excludes
from journeyaudit.project.markdown import is_markdown, journeys_in, none_in
from journeyaudit.project.read import read
from journeyaudit.source import SourceText
from journeyaudit.source.record import field, record
from journeyaudit.syntax import parse
from journeyaudit.syntax.tree import Tree
from journeyaudit.syntax.values import Name


@record
class Project:
    """All that was read for some paths.

    ``sources`` and ``trees`` have the files that could be read, by path, named ones first.
    ``reported`` are the files that the user named: rules are for them only. ``findings`` are the
    input problems of all files, also of imported ones: what builds on a broken file is not sound.
    ``excluded`` are files that the user named although they are to be left out. ``imports`` are the files
    that a file imports directly, as far as they could be read.
    """

    sources: Mapping[str, SourceText]
    trees: Mapping[str, Tree]
    service: Service
    findings: tuple[Finding, ...]
    reported: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    imports: Mapping[str, Sequence[str]] = field(default_factory=dict)


def load(
    paths: Iterable[str], excludes: Excludes | None = USUAL, markdown: tuple[tuple[str, str], ...] = ()
) -> Project:
    """Reads files, folders, and everything they import; problems are findings, never exceptions.

    What is excluded is left out, but read where something else imports it. ``markdown``: see ``discover``.
    """
    paths = tuple(paths)
    found = discover(paths, excludes, markdown)
    return load_found(found, found.files, frozenset(paths))


def load_found(found: Discovered, files: Iterable[str], named: frozenset[str]) -> Project:
    """The project of some of the files that were found. ``named`` are the paths as the user gave them: a
    Markdown file among them should have something to read."""
    reader = _Reader(list(found.findings))
    files = tuple(files)
    for file in files:
        reader.read_file(file, is_named=file in named)
    reader.follow_imports()
    return reader.project(tuple(file for file in files if file in reader.sources), found.excluded)


def load_text(text: str, path: str = "<text>") -> Project:
    """The project of one text that is in memory; its imports are looked for beside ``path``."""
    reader = _Reader([])
    reader.take(SourceText(path, text), identity(path))
    reader.follow_imports()
    return reader.project((path,))


class _Reader:
    """Reads each file once, however its path is spelled; ``path_of`` and ``problem_of`` know files by
    their identity."""

    def __init__(self, findings: list[Finding]) -> None:
        self.sources: dict[str, SourceText] = {}
        self._findings = findings
        self._trees: dict[str, Tree] = {}
        self._imports: dict[str, list[str]] = {}
        self._path_of: dict[str, str] = {}
        self._problem_of: dict[str, Finding] = {}

    def read_file(self, path: str, *, is_named: bool) -> None:
        problem = self._read(path, identity(path), is_named=is_named)
        if problem is not None:
            self._findings.append(problem)

    def _read(self, path: str, known_as: str, *, is_named: bool = True) -> Finding | None:
        source, problem = read(path)
        if source is not None:
            self.take(source, known_as, is_named=is_named)
        elif problem is not None:
            self._problem_of[known_as] = problem
        return problem

    def take(self, source: SourceText, known_as: str, *, is_named: bool = True) -> None:
        """A Markdown file that nobody named may say nothing that is ours."""
        complaints: tuple[Finding, ...] = ()
        if is_markdown(source.path):
            source, complaints = journeys_in(source)
            if not source.stretches and not complaints:
                if not is_named:
                    return
                complaints = (none_in(source),)
        tree, problems = parse(source)
        if source.stretches == ():
            problems = ()
        self._path_of[known_as] = source.path
        self.sources[source.path] = source
        self._trees[source.path] = tree
        self._findings.extend((*complaints, *problems))

    def follow_imports(self) -> None:
        waiting = list(self._trees)
        for file in waiting:
            imported = self._imports.setdefault(file, [])
            for name in self._trees[file].imports:
                path = _beside(file, name.text)
                known_as = identity(path)
                if known_as not in self._path_of and known_as not in self._problem_of:
                    self._read(path, known_as)
                    if known_as in self._path_of:
                        waiting.append(path)
                if known_as in self._path_of:
                    imported.append(self._path_of[known_as])
                else:
                    self._findings.append(_bad_import(path, name, self._problem_of[known_as]))

    def project(self, reported: tuple[str, ...], excluded: tuple[str, ...] = ()) -> Project:
        service, problems = service_of(self._trees, self._imports)
        findings = _in_order((*self._findings, *problems), list(self.sources))
        return Project(self.sources, self._trees, service, findings, reported, excluded, self._imports)


def _beside(file: str, imported: str) -> str:
    return os.path.normpath(Path(file).parent / imported)


def _bad_import(path: str, name: Name, problem: Finding) -> Finding:
    if Path(path).is_dir():
        title, advice = f"“{name.text}” is a folder; only files can be imported", ""
    elif problem.rule == "unreadable" and not Path(path).exists():
        title, advice = f"there is no file “{name.text}” beside this one", _suggestion(path)
    else:
        title, advice = problem.title, problem.help
    return Finding(
        rule="missing-import",
        severity=Severity.INPUT,
        title=title,
        span=name.span,
        label="looked for " + path,
        subject=name.text,
        help=advice,
    )


def _suggestion(path: str) -> str:
    folder = Path(path).parent
    try:
        names = sorted(other.name for other in folder.iterdir() if other.name.endswith(SUFFIX))
        stems = [name.removesuffix(SUFFIX) for name in names]
    except OSError:
        return f"there is no folder “{folder}” either"
    close = nearest(Path(path).name.removesuffix(SUFFIX), stems)
    if close:
        return f"did you mean {' or '.join(f'“{one}{SUFFIX}”' for one in close)}?"
    return "check the name, and the folder: it is looked for from the folder of this file"


def _in_order(findings: Iterable[Finding], files: list[str]) -> tuple[Finding, ...]:
    """Findings about paths that could not be read first, then by file and line."""
    order = {file: at for at, file in enumerate(files)}
    return tuple(sorted(findings, key=lambda one: (order.get(one.span.file, -1), one.span.start)))
