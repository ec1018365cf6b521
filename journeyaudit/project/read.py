"""A path -> its text, or the one finding that says why it cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from journeyaudit.finding import Finding, Severity
from journeyaudit.source import SourceText, Span
from journeyaudit.source.plain_file import NO_FILE, is_plain_file

LARGEST = 20 * 1024 * 1024
"""Bytes; a description of this size was not written by a person."""
_BOM = b"\xef\xbb\xbf"
_OTHER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read(path: str) -> tuple[SourceText | None, Finding | None]:
    """Exactly one of the two. At most ``LARGEST`` bytes are taken into memory."""
    try:
        if not is_plain_file(path):
            return None, _unreadable(path, NO_FILE)
        with Path(path).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as problem:
        return None, unreadable(path, problem)
    return decode(data, path)


def decode(data: bytes, path: str) -> tuple[SourceText | None, Finding | None]:
    """Bytes of a UTF-8 file as text, without its byte order mark."""
    if len(data) > LARGEST:
        size = f"more than {LARGEST // (1024 * 1024)} MB"
        return None, _finding(
            "too-large", f"“{path}” has {size} and was not read", path, "split it into several files"
        )
    for mark, name in _OTHER_MARKS:
        if data.startswith(mark):
            return None, _not_utf_8(path, f"“{path}” is written in {name}")
    if b"\x00" in data:
        at = data.index(b"\x00")
        title = f"“{path}” is not a text file: byte {at + 1} is zero"
        return None, _finding("not-text", title, path, "name the file with the text of the journey")
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as problem:
        at = problem.start + (len(_BOM) if data.startswith(_BOM) else 0)
        line = data.count(b"\n", 0, at) + 1
        title = f"“{path}” is not written in UTF-8: line {line}, byte {at + 1} is {data[at]:#04x}"
        return None, _not_utf_8(path, title)
    return SourceText(path, text), None


def unreadable(path: str, problem: OSError | ValueError) -> Finding:
    """Why a file or folder could not be read."""
    return _unreadable(path, _reason(path, problem))


def _reason(path: str, problem: OSError | ValueError) -> str:
    if isinstance(problem, PermissionError):
        return "you are not allowed to read it"
    if isinstance(problem, FileNotFoundError):
        return "the link leads nowhere" if os.path.islink(path) else "it is not there"  # noqa: PTH114
    if isinstance(problem, IsADirectoryError):
        return "it is a folder"
    words = problem.strerror if isinstance(problem, OSError) else str(problem)
    return (words or "no reason is known").lower()


def _unreadable(path: str, reason: str) -> Finding:
    return _finding("unreadable", f"“{path}” cannot be read: {reason}", path, "")


def _not_utf_8(path: str, title: str) -> Finding:
    return _finding("not-utf-8", title, path, "save it as UTF-8")


def _finding(rule: str, title: str, path: str, advice: str) -> Finding:
    return Finding(
        rule=rule, severity=Severity.INPUT, title=title, span=Span(path, 0, 0), subject=path, help=advice
    )
