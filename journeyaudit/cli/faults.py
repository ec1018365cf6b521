"""What stopped a run -> a line that says so, and the exit code."""

from __future__ import annotations

import contextlib
import os
import sys

from journeyaudit.cli.exits import BROKEN, CLEAN, Trouble
from journeyaudit.cli.screen import silence, write
from journeyaudit.reports.columns import shown


def ended_by(error: BaseException) -> int:
    """Tells it in one line, a fault of our own as well; what is no reason to end is raised again."""
    match error:
        case BrokenPipeError():
            # help and version are written by click itself; a reader that has seen enough is no trouble
            silence(sys.stdout)
            return CLEAN
        case Trouble():
            with contextlib.suppress(Trouble):  # it may be that nothing can be written at all
                write(f"Error: {error}\n", to_stderr=True)
        case KeyboardInterrupt():
            write("journeyaudit: interrupted\n", to_stderr=True)
        case Exception():
            _tell_fault(error)
        case _:
            raise error
    return BROKEN


def _tell_fault(error: Exception) -> None:
    if os.environ.get("JOURNEYAUDIT_DEBUG"):
        import traceback

        write("".join(traceback.format_exception(error)), to_stderr=True)
    write(crash_line(error), to_stderr=True)


def crash_line(error: Exception) -> str:
    """The one line a user sees of a fault that is ours."""
    said = shown(" ".join(str(error).split()))
    about = f"{type(error).__name__}: {said}" if said else type(error).__name__
    where = "".join(f" ({shown(note)})" for note in getattr(error, "__notes__", ()))
    return (
        f"journeyaudit: this is a fault in journeyaudit, not in your file{where}: {about}; "
        "set JOURNEYAUDIT_DEBUG=1 to see where\n"
    )
