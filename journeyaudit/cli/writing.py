"""Bytes -> a file, whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from journeyaudit.cli.exits import Trouble

_OURS = ".journey"


def write_new(path: Path, data: bytes, read: Iterable[str]) -> None:
    """Writes a report or a picture; never over a journey, nor over one of the files it was made from."""
    if path.suffix.lower() == _OURS or any(_is_same_file(path, Path(each)) for each in read):
        raise Trouble(f"{path} is the text of a journey and would be lost: name another file to write")
    write_file(path, data)


def write_file(path: Path, data: bytes) -> None:
    """Replaces or makes a file in one go and keeps the mode of an existing one.

    Through a link the file it points to is replaced. A path that cannot be written is ``Trouble``.
    """
    try:
        _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        raise Trouble(f"cannot write {path}: {_reason(path, error)}") from error


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def _reason(path: Path, error: OSError | ValueError) -> str:
    match error:
        case IsADirectoryError():
            return "it is a folder"
        case PermissionError():
            return "you are not allowed to write there"
        case FileNotFoundError():
            return f"there is no folder {path.parent}"
        case OSError():
            return (error.strerror or str(error)).lower()
        case _:
            return str(error)


def _replace(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        # a device or a pipe such as /dev/stdout: there is nothing to keep whole
        path.write_bytes(data)
        return
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(scratch).chmod(mode)
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
