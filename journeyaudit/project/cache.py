"""What was found out about files -> a file beside the project, and back, as long as nothing has changed."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias
from zlib import crc32

FOLDER = ".journeyaudit_cache"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted at any time.\n"
_MOST_INDEXES = 8
"""Runs with other rules or settings keep an index of their own; of too many the oldest goes."""
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes again is sure to get another time."""

Mark: TypeAlias = tuple[str, int, int, str]
"""A path, its time of change in nanoseconds, its size in bytes, and the SHA-256 of its content."""


class Cache:
    """An index of entries by path, kept under a key, a line of text. Whatever is wrong with it, it is as if
    it were empty.

    An entry has the marks of all files that its result was made from, itself first, the day on which it was
    found out, "" if that does not matter, and the result.

    Two processes may use it at once: each replaces the whole index in one go, so the worst is that an
    entry is lost. Only plain JSON is read from it: nothing in a repository that is checked out can make
    it run anything.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder / FOLDER
        self._key = key.encode("utf-8", "surrogatepass")
        self._file = self._folder / f"{crc32(self._key):08x}.json"
        self._stats: dict[str, tuple[int, int] | None] = {}
        self._digests: dict[str, str] = {}
        self._changed = False
        self._entries: dict[str, Any] = _read(self._file, self._key)

    def find(self, path: str, day: str) -> Any | None:
        """The result for a file, if neither it nor anything it was made from has changed since."""
        kept = self._entries.get(path)
        try:
            marks, its_day, result = kept if kept is not None else ((), None, None)
            fresh = bool(marks) and its_day in ("", day) and all(self._is_as_it_was(*mark) for mark in marks)
        except (TypeError, ValueError):
            fresh = False
        return result if fresh else None

    def put(self, path: str, made_from: Iterable[str], day: str, result: Any) -> None:
        """Keeps a result; files that cannot be marked are not worth it."""
        marks = [self._mark(each) for each in made_from]
        if all(marks):
            self._entries[path] = [marks, day, result]
            self._changed = True

    def save(self, paths: Iterable[str]) -> None:
        """Writes what is new. Entries of other paths than these stay while their files do."""
        if not self._changed:
            return
        named = set(paths)
        kept = {path: each for path, each in self._entries.items() if path in named or self._stat(path)}
        with contextlib.suppress(OSError):
            _prepare(self._folder)
            index = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
            _replace(self._file, self._key + b"\n" + index.encode("utf-8", "surrogatepass"))
            _tidy(self._folder)

    def _is_as_it_was(self, path: str, changed: int, size: int, digest: str) -> bool:
        now = self._stat(path)
        if now is None or now[1] != size:
            return False
        return now[0] == changed or self._digest(path) == digest

    def _mark(self, path: str) -> list[Any] | None:
        found, digest = self._stat(path), self._digest(path)
        if found is None or not digest:
            return None
        # a file that has just been written might be written again without a later time
        settled = time.time_ns() - found[0] > _SETTLED
        return [path, found[0] if settled else -1, found[1], digest]

    def _stat(self, path: str) -> tuple[int, int] | None:
        if path not in self._stats:
            try:
                found = os.stat(path)  # noqa: PTH116 - thousands of files, and a Path for each takes longer
                self._stats[path] = found.st_mtime_ns, found.st_size
            except (OSError, ValueError):
                self._stats[path] = None
        return self._stats[path]

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            try:
                self._digests[path] = _sha256(Path(path).read_bytes())
            except (OSError, ValueError):
                self._digests[path] = ""
        return self._digests[path]


def key_of(parts: Mapping[str, object]) -> str:
    """The first line of an index: whatever else than the files themselves decides what is found."""
    return json.dumps(parts, sort_keys=True, default=str, ensure_ascii=False)


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # not needed where nothing has to be compared

    return sha256(data).hexdigest()


def _read(file: Path, key: bytes) -> dict[str, Any]:
    """The entries; none if they were kept under another key."""
    try:
        its_key, _, index = file.read_bytes().partition(b"\n")
        found = json.loads(index) if its_key == key else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _prepare(folder: Path) -> None:
    """The folder says itself that it is no part of the project."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        if not (folder / name).exists():
            (folder / name).write_text(text, "utf-8")


def _replace(file: Path, data: bytes) -> None:
    scratch = str(file.parent / f".new-{os.getpid()}-{time.time_ns()}")
    try:
        with Path(scratch).open("xb") as stream:
            stream.write(data)
        os.replace(scratch, file)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(scratch)  # noqa: PTH108
        raise


def _tidy(folder: Path) -> None:
    """Removes the oldest indexes, and what a crash has left behind."""
    indexes = sorted(_aged(folder.glob("*.json")), reverse=True)
    old = [path for _, path in indexes[_MOST_INDEXES:]]
    old += [path for age, path in _aged(folder.glob(".new-*")) if time.time() - age > 3600]
    for path in old:
        with contextlib.suppress(OSError):
            path.unlink()


def _aged(paths: Iterable[Path]) -> Iterator[tuple[float, Path]]:
    for path in paths:
        with contextlib.suppress(OSError):
            yield path.stat().st_mtime, path
