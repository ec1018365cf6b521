"""Patterns and the ``.gitignore`` files of a repository -> is this path to be left out?

Patterns have the syntax of ``.gitignore``. As for git, what lies in a folder that is left out cannot be
brought back, and of nested ``.gitignore`` files the innermost one that says something counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from journeyaudit.source.record import record

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

GIT_FILE = ".gitignore"


@record
class Excludes:
    """``patterns`` each with the folder from which it is seen; ``gitignore``: are those files respected?"""

    patterns: tuple[tuple[str, str], ...] = ()
    gitignore: bool = True


class Excluded:
    """Answers for many paths, and reads each ``.gitignore`` once. Paths are absolute and normal."""

    def __init__(self, excludes: Excludes) -> None:
        self._gitignore = excludes.gitignore
        own: dict[str, list[str]] = {}
        for folder, pattern in excludes.patterns:
            own.setdefault(folder, []).append(pattern)
        self._own = {folder: Patterns(tuple(lines)) for folder, lines in own.items()}
        self._read = cache(_read)
        self._folders: dict[str, bool] = {}
        self._ignoring: dict[str, tuple[str, ...] | None] = {}

    def leaves_out(self, path: str, *, folder: bool = False) -> bool:
        """Is the path, or a folder around it, left out?"""
        if folder:
            return self._leaves_out_folder(path)
        return self._leaves_out_folder(os.path.dirname(path)) or self._matches(path)  # noqa: PTH120

    def _leaves_out_folder(self, path: str) -> bool:
        unknown = _upwards(path, self._folders)
        above = self._folders.get(_above(unknown[-1]), False) if unknown else self._folders[path]
        for each in reversed(unknown):
            above = above or self._matches(each, folder=True)
            self._folders[each] = above
        return above

    def _matches(self, path: str, *, folder: bool = False) -> bool:
        for base, patterns in self._own.items():
            seen = seen_from(base, path)
            if seen and patterns.leave_out(seen, folder=folder):
                return True
        for base in reversed(self._ignoring_in(_above(path)) or ()):
            said = self._read(base).leave_out(seen_from(base, path), folder=folder)
            if said is not None:
                return said
        return False

    def _ignoring_in(self, folder: str) -> tuple[str, ...] | None:
        """The folders with a ``.gitignore`` that hold here, outermost first; None outside of a repository."""
        if not self._gitignore:
            return None
        unknown = _upwards(folder, self._ignoring)
        above = self._ignoring.get(_above(unknown[-1])) if unknown else self._ignoring[folder]
        for each in reversed(unknown):
            inside = above is not None
            if os.path.lexists(os.path.join(each, ".git")):  # noqa: PTH118
                inside, above = True, ()
            if inside and os.path.isfile(os.path.join(each, GIT_FILE)):  # noqa: PTH113, PTH118
                above = (*(above or ()), each)
            self._ignoring[each] = above
        return above


def _upwards(path: str, known: Iterable[str]) -> list[str]:
    """The folder and those around it, up to one that is known."""
    found = []
    while path not in known:
        found.append(path)
        if _above(path) == path:
            break
        path = _above(path)
    return found


def _above(path: str) -> str:
    return os.path.dirname(path)  # noqa: PTH120 - a Path for each folder takes ten times as long


def seen_from(base: str, path: str) -> str:
    """A path from a folder, with slashes: "" for the folder itself and those around it; for what lies
    elsewhere the whole path, so that patterns of names hold there, too."""
    if path == base or base.startswith(_with_end(path)):
        return ""
    start = len(_with_end(base)) if path.startswith(_with_end(base)) else len(os.path.splitdrive(path)[0]) + 1
    return path[start:].replace(os.sep, "/")


def _with_end(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep


class Patterns:
    """Lines of a ``.gitignore``; one that is no pattern raises ValueError."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        # `a/` is about folders only, and `a/**` about what lies in one, not about the folder itself
        self._of_files = spec_of(line for line in lines if not line.rstrip().endswith("/"))
        self._of_folders = spec_of(
            line for line in lines if line.startswith("!") or not line.rstrip().endswith("/**")
        )

    def leave_out(self, path: str, *, folder: bool = False) -> bool | None:
        """None if no line says anything about the path itself; folders around it are asked before."""
        if folder:
            return self._of_folders.check_file(path + "/").include
        return self._of_files.check_file(path).include


def spec_of(lines: Iterable[str]) -> GitIgnoreSpec:
    """What is also about everything that lies in a folder of which a line speaks."""
    import re
    import warnings

    from pathspec import GitIgnoreSpec

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about brackets in brackets, which are allowed
            return GitIgnoreSpec.from_lines(lines)
    except re.error as trouble:
        raise ValueError(str(trouble)) from trouble


def _read(folder: str) -> Patterns:
    """What cannot be read or understood in a ``.gitignore`` leaves nothing out: it is not ours to judge."""
    try:
        with open(os.path.join(folder, GIT_FILE), "rb") as stream:  # noqa: PTH118, PTH123
            lines = stream.read().decode("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    return Patterns(tuple(line for line in lines if is_pattern(line)))


@cache
def is_pattern(line: str) -> bool:
    """Can it be understood as a line of a ``.gitignore``?"""
    try:
        spec_of((line,))
    except ValueError:
        return False
    return True
