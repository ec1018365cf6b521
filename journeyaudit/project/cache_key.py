"""Rules, configuration and this very program -> the line under which results are kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from journeyaudit.project.cache import key_of
from journeyaudit.project.configuration import Configuration
from journeyaudit.source.plain_file import is_plain_file
from journeyaudit.source.shipped import shipped

_PACKAGE = Path(__file__).parents[1]


def cache_key(configuration: Configuration, version: str) -> str:
    """Another one as soon as anything but the files themselves may change what is found; ``version`` is that
    of the program."""
    return key_of(
        {
            "program": [version, *_program()],
            "rules": list(_shipped_rules()),
            "own rules": [page for folder in configuration.rules for page in _pages(folder)],
            "configuration": [(layer.folder, layer.values) for layer in configuration.layers],
            "folder": os.getcwd(),  # noqa: PTH109 - paths are kept as they are seen from here
        }
    )


def _shipped_rules() -> Iterator[tuple[str, int, int]]:
    """By time and size, as the program itself: nobody exchanges what a page says and keeps both."""
    for here, below, files in os.walk(shipped("rules")):
        below.sort()
        for name in sorted(files):
            # a Path for each page takes longer than asking for it
            found = os.stat(f"{here}/{name}")  # noqa: PTH116
            yield name, found.st_mtime_ns, found.st_size


def _pages(folder: str) -> Iterator[tuple[str, int, int]]:
    """Every page of one's own that may be a rule, by its content."""
    for here, below, files in os.walk(folder):
        below.sort()
        for name in sorted(files):
            if name.endswith(".md"):
                path = f"{here}/{name}"
                try:
                    if not is_plain_file(path):
                        continue
                    # a Path for each page takes longer than reading it
                    with open(path, "rb") as stream:  # noqa: PTH123
                        page = stream.read()
                except OSError:
                    page = b""
                yield path, len(page), crc32(page)


def _program() -> Iterator[object]:
    """An installed version is what its number says; in a checkout every file counts."""
    yield sys.version_info[:2]
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        for path in sorted((*_PACKAGE.rglob("*.py"), *_PACKAGE.parent.glob("grammar/**/*"))):
            found = path.stat()
            yield path.name, found.st_mtime_ns, found.st_size
