"""Formats as named on the command line or configured -> what to write, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeyaudit.cli.exits import Trouble
from journeyaudit.cli.formats import FORMATS
from journeyaudit.finding.words import listed
from journeyaudit.source.record import record

if TYPE_CHECKING:
    import click

    from journeyaudit.project.configuration import Configuration


@record
class Target:
    """A format and the file it goes to; "" is the screen."""

    form: str
    file: str = ""


def named_targets(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[Target, ...]:
    """``text``, ``json:report.json``: what to write and where to."""
    import click

    targets = []
    for value in values:
        form, colon, file = value.partition(":")
        if form not in FORMATS:
            message = f"{form!r} is not a format; there are {', '.join(FORMATS)}"
            raise click.BadParameter(message, ctx, param)
        if colon and not file:
            raise click.BadParameter(f"the file is missing behind {value!r}", ctx, param)
        targets.append(Target(form, file))
    return tuple(targets)


def configured_targets(configuration: Configuration) -> tuple[Target, ...]:
    """What to write if the command line does not say."""
    targets = []
    for said, span in configuration.output_formats:
        form, colon, file = said.partition(":")
        if form not in FORMATS or (colon and not file):
            source = configuration.sources[span.file]
            fault = f"{said!r} is not a format; there are {listed(FORMATS)}, with :FILE to write it there"
            raise Trouble(f"{span.file}:{source.line_of(span.start)}: {fault}")
        targets.append(Target(form, file))
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
