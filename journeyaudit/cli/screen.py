"""Text -> the terminal or the pipe behind it, whatever letters and colours it can show."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TextIO

from journeyaudit.cli.exits import Trouble
from journeyaudit.reports.columns import WIDTH, shown, width_of
from journeyaudit.reports.style import COLOURED, PLAIN, Style

_NARROWEST = 40
_REPLACEMENTS = {
    **dict.fromkeys("„“”«»‟", '"'),
    **dict.fromkeys("‚‘’‹›", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "\u00a0": " ",
    "\u202f": " ",
    "€": "E",
}


def _as_well_as_possible(error: UnicodeError) -> tuple[str, int]:
    """Letters that an encoding lacks become ones of the same width, so that carets stay in place."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_REPLACEMENTS.get(letter, "?" * width_of(letter)) for letter in missing), error.end


codecs.register_error("journeyaudit", _as_well_as_possible)


def prepare_streams() -> None:
    """No letter can stop the output any more."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="journeyaudit")


def write(text: str, *, to_stderr: bool = False) -> None:
    """Writes a text that ends with its own line feed; a reader that has gone away is no trouble."""
    stream = sys.stderr if to_stderr else sys.stdout
    if stream is None:  # closed by whoever started us
        return
    try:
        _put(text, stream)
        stream.flush()
    except BrokenPipeError:
        silence(stream)
    except OSError as error:
        silence(stream)
        raise Trouble(f"cannot write the output: {(error.strerror or str(error)).lower()}") from error


def _put(text: str, stream: TextIO) -> None:
    if os.name == "nt":
        import click  # knows how colours get onto an old console

        click.echo(text, nl=False, file=stream, color=True)
    else:
        stream.write(text)


def clear() -> None:
    """An empty screen, where there is one."""
    import click

    click.clear()


def write_lines(text: str) -> None:
    """Writes what users wrote themselves: as it is into a pipe, without control characters on a terminal."""
    write("".join(f"{shown(line)}\n" for line in text.split("\n")[:-1]) if _on_terminal() else text)


def write_bytes(data: bytes) -> None:
    """Writes bytes to standard output as they are."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        silence(sys.stdout)
        raise Trouble(f"cannot write the output: {(error.strerror or str(error)).lower()}") from error


def silence(stream: TextIO) -> None:
    """What is still written to the stream is lost from now on, without a complaint."""
    # else the interpreter tries once more when it shuts down, and complains
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def width() -> int:
    """Columns to write in: the terminal's, else ``WIDTH``."""
    if not _on_terminal():
        return WIDTH
    import shutil

    return max(shutil.get_terminal_size((WIDTH, 24)).columns, _NARROWEST)


def style(colour: str, environment: Mapping[str, str] = os.environ, *, to_stderr: bool = False) -> Style:
    """``--color`` before ``NO_COLOR`` before ``FORCE_COLOR`` before whether it is a terminal."""
    return COLOURED if _coloured(colour, environment, _on_terminal(to_stderr=to_stderr)) else PLAIN


def _coloured(colour: str, environment: Mapping[str, str], on_terminal: bool) -> bool:
    if colour != "auto":
        return colour == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] not in ("0", "false")
    return on_terminal and environment.get("TERM") != "dumb"


def _on_terminal(*, to_stderr: bool = False) -> bool:
    stream = sys.stderr if to_stderr else sys.stdout
    return stream is not None and stream.isatty()
