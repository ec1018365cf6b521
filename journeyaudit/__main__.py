"""``python -m journeyaudit`` and ``journeyaudit`` -> the same command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> None:
    """Runs the command line and leaves the process with its exit code."""
    # a run is short and keeps nearly all it makes; looking for garbage would cost a quarter of it
    gc.disable()
    try:
        run(sys.argv[1:])
    except SystemExit as leaving:
        if isinstance(leaving.code, int) and _all_is_written():
            # nothing is left to do, and taking the interpreter apart would cost an eighth of a small check
            os._exit(leaving.code)
        raise


def run(words: list[str]) -> NoReturn:
    """Ends with ``SystemExit``. click is only loaded where there are options to be read."""
    from journeyaudit.cli.paths_only import check_paths_only, names_only_paths

    if names_only_paths(words):
        sys.exit(check_paths_only(words[1:]))
    from journeyaudit.cli.group import journeyaudit

    journeyaudit(prog_name="journeyaudit")
    sys.exit()


def _all_is_written() -> bool:
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
