"""A folder with rules -> the files of their pages, which are named by pack and id."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SUFFIX = ".md"


def pages_in(folder: str) -> Iterator[tuple[str, str, str]]:
    """Pack, id and path of every page, ``<pack>/<id>.md`` or ``<id>.md``, in order; a README is none.

    An ``OSError`` says why a folder cannot be read.
    """
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if entry.is_dir():
            with os.scandir(entry.path) as entries:
                pages = sorted(entries, key=lambda page: page.name)
            yield from ((entry.name, _id(page.name), page.path) for page in pages if _is_page(page.name))
        elif _is_page(entry.name):
            yield Path(folder).resolve().name, _id(entry.name), entry.path


def deeper_pages(folder: str) -> Iterator[str]:
    """The paths of pages that lie deeper than in a pack, in order; what is hidden is passed by."""
    top = len(Path(folder).parts)
    for here, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith(".") and name != "node_modules")
        if len(Path(here).parts) > top + 1:
            yield from (os.path.join(here, name) for name in sorted(files) if _is_page(name))  # noqa: PTH118


def _is_page(name: str) -> bool:
    return name.endswith(SUFFIX) and name.lower() != "readme.md"


def _id(name: str) -> str:
    return name.removesuffix(SUFFIX)
