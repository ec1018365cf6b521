"""Bytes -> a file, whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import click


def write_file(path: Path, data: bytes) -> None:
    """Replaces or makes a file in one go and keeps the mode of an existing one.

    Through a link the file it points to is replaced. A path that cannot be written is a usage error.
    """
    try:
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise click.UsageError(f"cannot write {path}: {error.strerror or error}") from error


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
