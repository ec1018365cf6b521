"""Paths as given -> the journey files they stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from journeyaudit.finding import Finding, Severity
from journeyaudit.project.excluded import Excluded, Excludes
from journeyaudit.project.markdown import is_markdown
from journeyaudit.project.read import unreadable
from journeyaudit.source import Span
from journeyaudit.source.record import record

SUFFIX = ".journey"
_NOT_OURS = frozenset(("node_modules", "__pycache__"))
USUAL = Excludes()


@record
class Discovered:
    """``files`` are to be checked. ``excluded`` are files that were named, and are to be left out."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    excluded: tuple[str, ...] = ()


def discover(
    paths: Iterable[str], excludes: Excludes | None = USUAL, markdown: tuple[tuple[str, str], ...] = ()
) -> Discovered:
    """Files in the order of ``paths``, those of a folder by name; each file once.

    A folder stands for all ``*.journey`` files below it; hidden folders and installed packages are left
    out, and what ``excludes`` say. A file that is named itself is taken whatever it is called, unless it is
    excluded. ``markdown`` are patterns, each with the folder from which it is seen, of Markdown files that
    are taken as well. A path that leads nowhere, a folder that must not be looked into and one without a
    journey file are findings of severity ``INPUT``. With ``excludes`` None nothing is excluded.
    """
    search = _Search(
        Excluded(excludes) if excludes is not None else None,
        Excluded(Excludes(markdown, gitignore=False)) if markdown else None,
    )
    for path in paths:
        search.add(path)
    return Discovered(tuple(search.files.values()), tuple(search.findings), tuple(search.excluded))


def identity(path: str) -> str:
    """The same for all spellings of a path to the same file."""
    return os.path.realpath(path)


class _Search:
    """``files`` by their identity."""

    def __init__(self, excluded: Excluded | None, markdown: Excluded | None) -> None:
        self.files: dict[str, str] = {}
        self.findings: list[Finding] = []
        self.excluded: list[str] = []
        self._excluded, self._markdown = excluded, markdown

    def add(self, path: str) -> None:
        if path and Path(path).is_dir():
            self._add_folder(path)
        elif not path or not _is_there(path):
            self.findings.append(_missing(path))
        elif self._is_out(path):
            self.excluded.append(path)
        else:
            self._take(path)

    def _add_folder(self, folder: str) -> None:
        there = left = False
        for file in self._below(folder):
            there = True
            if not self._is_out(file):
                left = True
                self._take(file)
        if not left:
            self.findings.append(_all_excluded(folder) if there else _nothing_in(folder))

    def _below(self, folder: str) -> Iterator[str]:
        for here, folders, files in os.walk(folder, onerror=self._closed):
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and name not in _NOT_OURS
            )
            for name in sorted(files):
                if not name.startswith(".") and self._is_ours(here, name):
                    yield str(Path(here) / name)

    def _is_ours(self, here: str, name: str) -> bool:
        if name.endswith(SUFFIX) or self._markdown is None or not is_markdown(name):
            return name.endswith(SUFFIX)
        return self._markdown.leaves_out(os.path.abspath(Path(here) / name))  # noqa: PTH100

    def _closed(self, problem: OSError) -> None:
        """Nobody should believe that a folder is clean which was never looked into."""
        self.findings.append(unreadable(os.fsdecode(problem.filename), problem))

    def _take(self, file: str) -> None:
        self.files.setdefault(identity(file), file)

    def _is_out(self, path: str) -> bool:
        return self._excluded is not None and self._excluded.leaves_out(os.path.abspath(path))  # noqa: PTH100


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def _missing(path: str) -> Finding:
    return Finding(
        rule="unreadable",
        severity=Severity.INPUT,
        title=f"there is no file or folder “{path}”",
        span=Span(path, 0, 0),
        subject=path,
        help="check the spelling, and the folder you are in",
    )


def _nothing_in(folder: str) -> Finding:
    return Finding(
        rule="nothing-to-check",
        severity=Severity.INPUT,
        title=f"the folder “{folder}” has no file whose name ends in {SUFFIX}",
        span=Span(folder, 0, 0),
        subject=folder,
        help=f"name a folder with journeys, or give your files the ending {SUFFIX}",
    )


def _all_excluded(folder: str) -> Finding:
    return Finding(
        rule="nothing-to-check",
        severity=Severity.INPUT,
        title=f"every journey in the folder “{folder}” is excluded",
        span=Span(folder, 0, 0),
        subject=folder,
        help="look at `exclude` in the configuration (--show-settings), and at .gitignore",
    )
