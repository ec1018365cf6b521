"""``python -m journeyaudit`` and ``journeyaudit`` -> the same command line."""

from __future__ import annotations

import gc


def main() -> None:
    """Runs the command line and leaves the process with its exit code."""
    # a run is short and keeps nearly all it makes; looking for garbage would cost a quarter of it
    gc.disable()
    from journeyaudit.cli.group import journeyaudit

    journeyaudit(prog_name="journeyaudit")


if __name__ == "__main__":
    main()
