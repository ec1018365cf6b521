"""``journeyaudit check`` -> reports in the formats asked for, and the exit code of the worst finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, exit_code
from journeyaudit.reports.columns import WIDTH, shown
from journeyaudit.reports.style import PLAIN, Style
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record
from journeyaudit.syntax.rules.tree import PROFILES

FORMATS = ("text", "concise", "json")

_EXAMPLES = """\b
Examples:
  journeyaudit check
  journeyaudit check order.journey returns.journey
  journeyaudit check --profile kafka samples/
  journeyaudit check --output-format concise samples/
  journeyaudit check --output-format text --output-format json:report.json
"""


@record
class Target:
    """A format and the file it goes to; "" is the screen."""

    form: str
    file: str = ""


def _targets(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[Target, ...]:
    """``text``, ``json:report.json``: what to write and where to."""
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


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it like 2027-01-31", ctx, param) from None


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "--output-format",
    "targets",
    metavar="FORMAT[:FILE]",
    multiple=True,
    callback=_targets,
    help="text, concise or json, with :FILE to write it there. May be given several times.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours in reports on the screen.",
)
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    help="How much is asked for; each contains those before it. Without it as configured, else service.",
)
@click.option("--strict", is_flag=True, help="The same as --profile strict: nothing may be left open.")
@click.option(
    "--rules",
    "folders",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(path_type=str),
    help="A folder with rules of your own, besides those configured. May be given several times.",
)
@click.option(
    "--as-of",
    metavar="DATE",
    callback=_day,
    help="The day that counts as today for reviews and exceptions: 2027-01-31.",
)
@click.option("--isolated", is_flag=True, help="Look for no configuration.")
@click.option("--exit-zero", is_flag=True, help="Leave with 0 in spite of findings (not of broken input).")
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    targets: tuple[Target, ...],
    color: str,
    profile: str | None,
    strict: bool,
    folders: tuple[str, ...],
    as_of: date | None,
    isolated: bool,
    exit_zero: bool,
) -> None:
    """Find mistakes that nobody is both able and allowed to put right in time.

    PATHS are journey files and folders; without any, everything below this folder.

    Leaves with 0 when nothing is wrong, with 1 when there are errors, and with 2 when something could
    not be read or understood or there was nothing to check.
    """
    from journeyaudit.audit import Wishes, audit_paths

    if strict and profile not in (None, "strict"):
        raise click.UsageError("--strict and --profile contradict each other")
    wishes = Wishes("strict" if strict else profile or "", folders, as_of, isolated)
    targets = targets or (Target("text"),)
    on_screen = [target for target in targets if not target.file]
    if len(on_screen) > 1:
        raise click.UsageError("two reports cannot share the screen: send one to a file with FORMAT:FILE")
    files = [target.file for target in targets if target.file]
    if len(set(files)) < len(files):
        raise click.UsageError("two reports cannot share a file: give each its own")
    outcome, sources = audit_paths(paths or (".",), wishes)
    for target in targets:
        _report(target, outcome, sources, screen.style(color))
    _say_what_is_missing(outcome, paths, on_screen)
    ctx.exit(exit_code(outcome, exit_zero=exit_zero))


def _report(target: Target, outcome: Outcome, sources: Mapping[str, SourceText], style: Style) -> None:
    if target.file:
        from journeyaudit.cli.writing import write_new

        text = _made(target.form, outcome, sources, PLAIN, WIDTH)
        write_new(Path(target.file), text.encode("utf-8", "backslashreplace"), sources)
    elif target.form == "json":
        text = _made(target.form, outcome, sources, PLAIN, WIDTH)
        screen.write_bytes(text.encode("utf-8", "backslashreplace"))
    else:
        screen.write(_made(target.form, outcome, sources, style, screen.width()))


def _made(form: str, outcome: Outcome, sources: Mapping[str, SourceText], style: Style, width: int) -> str:
    match form:
        case "json":
            from journeyaudit import __version__
            from journeyaudit.reports.json import json_report

            return json_report(outcome, sources, root=str(Path.cwd()), tool_version=__version__)
        case "concise":
            from journeyaudit.reports.concise import concise_report

            return concise_report(outcome, sources, style=style)
        case _:
            from journeyaudit.reports.text import text_report

            return text_report(outcome, sources, width=width, style=style)


def _say_what_is_missing(outcome: Outcome, paths: Sequence[str], on_screen: Sequence[Target]) -> None:
    """Nothing to check is trouble, and a run whose reports go to files says so all the same."""
    if exit_code(outcome) == BROKEN and not outcome.findings:
        where = shown(", ".join(paths)) or "this folder"
        what = "no journey is described" if outcome.files else "there is no .journey file"
        screen.write(f"journeyaudit: nothing was checked: {what} in {where}\n", to_stderr=True)
    elif not on_screen:
        from journeyaudit.reports.summary import summary_line

        screen.write(summary_line(outcome) + "\n", to_stderr=True)
