"""``python -m journeyaudit`` and ``journeyaudit`` -> the same command line."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Runs the command line and leaves the process with its exit code."""
    # a run is short and keeps nearly all it makes; looking for garbage would cost a quarter of it
    gc.disable()
    from journeyaudit.cli.group import journeyaudit

    try:
        journeyaudit(prog_name="journeyaudit")
    except SystemExit as leaving:
        if isinstance(leaving.code, int) and _all_is_written():
            # nothing is left to do, and taking the interpreter apart would cost an eighth of a small check
            os._exit(leaving.code)
        raise


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
