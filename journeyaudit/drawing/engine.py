"""DOT -> SVG, PNG or PDF, by whichever Graphviz is at hand. The only place that runs one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

from journeyaudit.drawing.pinned import PINNED

NO_ENGINE = (
    "Nothing that can draw was found: install the package `graphviz-pure` (pip install graphviz-pure) "
    "or Graphviz itself, or ask for DOT or Mermaid text instead."
)

NO_PAGES = "A PDF needs Graphviz itself (its program `dot` was not found): install it or print an SVG."

_FONT = re.compile(r'fontname="?Helvetica(-Bold)?"?')
_FONTS = "Arial,Liberation Sans,Nimbus Sans,Helvetica"


class DrawingError(Exception):
    """No picture could be made; the message is a sentence for users."""


def run(dot: str, form: str, resolution: int | None = None) -> bytes:
    """The picture in ``form`` (``svg``, ``png``, ``pdf``).

    Raises ``DrawingError`` when there is no engine, or when it fails.
    """
    wheel = None if form == "pdf" else _wheel()
    if wheel is not None and not (form == "png" and _needs_more_fonts(dot)):
        return _run_program(wheel, dot, form, resolution)
    return _run_system(dot, form, resolution)


def _needs_more_fonts(dot: str) -> bool:
    """The wheel has Latin, Greek and Cyrillic letters only; an installed Graphviz has those of the system."""
    return any(letter > "\u052f" and letter.isalpha() for letter in dot) and shutil.which("dot") is not None


def _wheel() -> str | None:
    """The program of the graphviz-pure wheel: beside this Python, or on the search path."""
    return shutil.which("graphviz-pure", path=sysconfig.get_path("scripts")) or shutil.which("graphviz-pure")


def _run_program(program: str, dot: str, form: str, resolution: int | None) -> bytes:
    command = [program, "-q", f"-T{form}", *_options(dot)]
    if resolution is not None:
        command.append(f"-Gdpi={resolution}")
    done = subprocess.run(command, input=dot.encode(), capture_output=True, check=False)
    if done.returncode or not done.stdout:
        raise DrawingError(_sentence(Path(program).name, done.stderr))
    return done.stdout


def _run_system(dot: str, form: str, resolution: int | None) -> bytes:
    from graphviz import Source
    from graphviz.exceptions import CalledProcessError, ExecutableNotFound

    pinned = dot.startswith(PINNED)
    if resolution is not None:
        dot = dot.replace("{", f"{{ graph [dpi={resolution}]", 1)
    try:
        source = Source(_FONT.sub(_of_the_system, dot), engine="neato" if pinned else "dot")
        return bytes(source.pipe(format=form, quiet=True, neato_no_op=2 if pinned else None))
    except ExecutableNotFound as missing:
        raise DrawingError(NO_PAGES if form == "pdf" else NO_ENGINE) from missing
    except CalledProcessError as failed:
        raise DrawingError(_sentence("dot", failed.stderr or b"")) from failed


def _of_the_system(font: re.Match[str]) -> str:
    """By its own list of fonts Graphviz may take one that is a fifth wider than Helvetica."""
    return f'fontname="{_FONTS}{" bold" if font[1] else ""}"'


def _options(dot: str) -> list[str]:
    return ["-Kneato", "-n2"] if dot.startswith(PINNED) else ["-Kdot"]


def _sentence(program: str, complaint: bytes) -> str:
    words = " ".join(complaint.decode(errors="replace").split())
    return f"The picture could not be drawn; {program} says: {words or 'nothing'}"
