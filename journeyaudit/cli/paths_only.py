"""``check`` and paths, and not one option -> the exit code: there is nothing that click would have to read.

What it does and says is the same as with click; see docs/decisions/0012-a-check-without-click.md.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from journeyaudit.cli.checking import Order, carried_out
from journeyaudit.cli.faults import ended_by
from journeyaudit.cli.known import in_ci
from journeyaudit.cli.screen import prepare_streams
from journeyaudit.project.wishes import Wishes


def check_paths_only(paths: Sequence[str]) -> int:
    """Checks files and folders, or everything below this folder, with the usual settings."""
    prepare_streams()
    try:
        return carried_out(Order(tuple(paths), Wishes(fails_on_stale=in_ci())))
    except BaseException as error:
        return ended_by(error)


def names_only_paths(words: Sequence[str]) -> bool:
    """Is this ``check`` with paths and nothing else?"""
    # a shell that completes words asks by a variable, and on Windows click resolves patterns
    if os.name == "nt" or "_JOURNEYAUDIT_COMPLETE" in os.environ:
        return False
    return words[:1] == ["check"] and not any(word.startswith("-") for word in words)
