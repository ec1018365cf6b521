"""Formats as named on the command line or configured -> what to write, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeyaudit.cli.exits import Trouble
from journeyaudit.cli.formats import FORMATS
from journeyaudit.finding.words import listed
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.project.configuration import Configuration


@record
class Target:
    """A format and the file it goes to; "" is the screen."""

    form: str
    file: str = ""


def target_named(said: str, formats: Sequence[str] = FORMATS) -> Target:
    """``text``, ``json:report.json``: what to write and where to. A ``ValueError`` says what is wrong."""
    form, colon, file = said.partition(":")
    if form not in formats:
        raise ValueError(f"{form!r} is not a format; there are {listed(formats)}")
    if colon and not file:
        raise ValueError(f"the file is missing behind {said!r}")
    return Target(form, file)


def configured_targets(configuration: Configuration) -> tuple[Target, ...]:
    """What to write if the command line does not say."""
    targets = []
    for said, span in configuration.output_formats:
        try:
            targets.append(target_named(said))
        except ValueError as fault:
            source = configuration.sources[span.file]
            raise Trouble(f"{span.file}:{source.line_of(span.start)}: {fault}") from None
    return tuple(targets)


def on_screen(targets: Sequence[Target]) -> list[Target]:
    """Those that do not go to a file; two can share neither the screen nor a file."""
    shown = [target for target in targets if not target.file]
    if len(shown) > 1:
        raise Trouble("two reports cannot share the screen: send one to a file with FORMAT:FILE")
    files = [target.file for target in targets if target.file]
    if len(set(files)) < len(files):
        raise Trouble("two reports cannot share a file: give each its own")
    return shown
