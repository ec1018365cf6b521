"""A path -> the bytes of a file that can be read at all and was written by a person."""

from __future__ import annotations

import os
import stat

NO_FILE = "it is no file but a pipe or a device"
LARGEST_PAGE = 1024 * 1024
"""Bytes of a configuration or of the page of a rule."""


def is_plain_file(path: str) -> bool:
    """A pipe that nobody writes into would be waited for without end.

    True for a folder as well, which says itself that it is none when it is opened. Raises OSError.
    """
    mode = os.stat(path).st_mode  # noqa: PTH116 - a Path for each of many takes longer than all the rest
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def page_bytes(path: str) -> bytes:
    """At most ``LARGEST_PAGE`` bytes; raises OSError for more, and for what is no plain file."""
    if not is_plain_file(path):
        raise OSError(0, NO_FILE)
    with open(path, "rb") as stream:  # noqa: PTH123
        data = stream.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise OSError(0, f"it has more than {LARGEST_PAGE // 1024**2} MB")
    return data
