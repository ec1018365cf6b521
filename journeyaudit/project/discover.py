"""Paths as given -> the journey files they stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from journeyaudit.finding import Finding, Severity
from journeyaudit.source import Span

SUFFIX = ".journey"
_NOT_OURS = frozenset(("node_modules", "__pycache__"))


def discover(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Files in the order of ``paths``, those of a folder by name; each file once.

    A folder stands for all ``*.journey`` files below it; hidden folders and installed packages are left
    out. A file that is named itself is taken whatever it is called. A path that leads nowhere and a
    folder without a journey file are findings of severity ``INPUT``.
    """
    files: dict[str, str] = {}
    findings: list[Finding] = []
    for path in paths:
        if Path(path).is_dir():
            found = list(_below(path))
            if not found:
                findings.append(_nothing_in(path))
        elif _is_there(path):
            found = [path]
        else:
            found = []
            findings.append(_missing(path))
        for file in found:
            files.setdefault(identity(file), file)
    return tuple(files.values()), tuple(findings)


def identity(path: str) -> str:
    """The same for all spellings of a path to the same file."""
    return os.path.realpath(path)


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_OURS)
        for name in sorted(files):
            if name.endswith(SUFFIX) and not name.startswith("."):
                yield str(Path(here) / name)


def _missing(path: str) -> Finding:
    return Finding(
        rule="unreadable",
        severity=Severity.INPUT,
        title=f"there is no file or folder „{path}“",
        span=Span(path, 0, 0),
        subject=path,
        help="check the spelling, and the folder you are in",
    )


def _nothing_in(folder: str) -> Finding:
    return Finding(
        rule="nothing-to-check",
        severity=Severity.INPUT,
        title=f"the folder „{folder}“ has no file whose name ends in {SUFFIX}",
        span=Span(folder, 0, 0),
        subject=folder,
        help=f"name a folder with journeys, or give your files the ending {SUFFIX}",
    )
