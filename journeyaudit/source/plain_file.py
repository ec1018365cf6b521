"""A path -> may it be read at all: a pipe that nobody writes into would be waited for without end."""

from __future__ import annotations

import os
import stat

NO_FILE = "it is no file but a pipe or a device"


def is_plain_file(path: str) -> bool:
    """Also of a folder, which says itself that it is none when it is opened. Raises what ``stat`` raises."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - a Path for each of many takes longer than all the rest
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
