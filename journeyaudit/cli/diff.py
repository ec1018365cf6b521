"""``journeyaudit diff`` -> what changed between two versions, and an exit code for a gate."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeyaudit.cli import screen
from journeyaudit.cli.diff_sides import Audited, asked_for, audited
from journeyaudit.cli.exits import BROKEN, CLEAN, FOUND, Trouble
from journeyaudit.cli.options import (
    as_of_option,
    color_option,
    isolated_option,
    profile_option,
    targets_option,
)
from journeyaudit.cli.reading import complain
from journeyaudit.cli.targets import Target, on_screen
from journeyaudit.cli.writing import write_new
from journeyaudit.finding import Severity
from journeyaudit.reports.columns import shown
from journeyaudit.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from journeyaudit.comparison import Comparison

FORMATS = ("text", "markdown", "json", "html")
_BEHIND = "behind --"
_EXAMPLES = """\b
Examples:
  journeyaudit diff order-as-is.journey order-repaired.journey
  journeyaudit diff as-is/ to-be/
  journeyaudit diff main                      that revision against the files here
  journeyaudit diff v1.0 v2.0 -- samples/     two revisions, only what is in samples/
  journeyaudit diff --rev main...HEAD --output-format markdown
"""


class _WithDashes(click.Command):
    """Keeps what stands behind ``--`` apart: there only paths can stand."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" in args:
            at = args.index("--")
            ctx.meta[_BEHIND] = tuple(args[at + 1 :])
            args = args[:at]
        return super().parse_args(ctx, args)


@click.command(cls=_WithDashes, epilog=_EXAMPLES)
@click.argument("words", metavar="BEFORE [AFTER] [-- PATHS]", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "--rev",
    "revisions",
    metavar="A..B",
    help="Compare these git revisions; A alone with the files here, A...B from where B left A.",
)
@targets_option(FORMATS)
@click.option(
    "--fail-on",
    type=click.Choice(["worse", "verdict", "error", "never"]),
    default="worse",
    show_default=True,
    help="Leave with 1 for a verdict that got worse, for a new error, for either (worse), or never.",
)
@profile_option("How much is asked for, on both sides.")
@as_of_option("The day that counts as today, on both sides: 2027-01-31.")
@isolated_option
@color_option
@click.pass_context
def diff(
    ctx: click.Context,
    words: tuple[str, ...],
    revisions: str | None,
    targets: tuple[Target, ...],
    fail_on: str,
    profile: str | None,
    as_of: date | None,
    isolated: bool,
    color: str,
) -> None:
    """Tell what changed between two versions: in words, in verdicts, in findings, and who gains by it.

    BEFORE and AFTER are two files, two folders, or git revisions; one revision alone is compared with the
    files here. What is the path of something is taken for a path.

    Leaves with 0 when nothing got worse, with 1 when a verdict got worse or an error is new, and with 2
    when something could not be read or understood.
    """
    from journeyaudit.audit import Wishes
    from journeyaudit.comparison import compare

    targets = targets or (Target("text"),)
    shown_ones = on_screen(targets)
    asked = asked_for(words, ctx.meta.get(_BEHIND), revisions)
    if asked.note:
        screen.write(f"journeyaudit: {shown(asked.note)}\n", to_stderr=True)
    wishes = Wishes(profile=profile or "", today=as_of, isolated=isolated, baseline=None)
    before, after = audited(asked, wishes)
    understood = _understood(before, after, revisions=asked.revisions)
    comparison = compare(before[0], after[0])
    for target in targets:
        _report(target, comparison, (before, after), screen.style(color))
    if not shown_ones:
        from journeyaudit.reports.diff_summary import summary

        screen.write(summary(comparison) + "\n", to_stderr=True)
    ctx.exit(_code(comparison, fail_on) if understood else BROKEN)


def _understood(before: Audited, after: Audited, *, revisions: bool) -> bool:
    """Could all of the later side be read? Of the earlier one it is only said: it may be what was mended."""
    for side, sources in (before, after):
        problems = [each for each in side.outcome.findings if each.severity is Severity.INPUT]
        complain(problems, sources)
        if not side.outcome.journeys and not revisions:
            raise Trouble(f"no journey is described in {side.label}")
        if problems and side is before[0]:
            said = f"{side.label} could not be read completely: what it lacks is told as new"
            screen.write(f"journeyaudit: {shown(said)}\n", to_stderr=True)
    return after[0].outcome.findings_of(Severity.INPUT) == 0


def _report(target: Target, comparison: Comparison, sides: tuple[Audited, Audited], style: Style) -> None:
    if target.file:
        read = (*sides[0][1], *sides[1][1])
        data = _made(target.form, comparison, sides).encode("utf-8", "backslashreplace")
        write_new(Path(target.file), data, read)
    elif target.form == "text":
        screen.write(_made("text", comparison, sides, style, screen.width()))
    else:
        screen.write_bytes(_made(target.form, comparison, sides).encode("utf-8", "backslashreplace"))


def _made(
    form: str,
    comparison: Comparison,
    sides: tuple[Audited, Audited],
    style: Style = PLAIN,
    width: int | None = None,
) -> str:
    """The report, ending with a line feed; a format loads its module when it is asked for."""
    match form:
        case "markdown":
            from journeyaudit.reports.diff_markdown import diff_markdown

            return diff_markdown(comparison)
        case "json":
            from journeyaudit import __version__
            from journeyaudit.reports.diff_json import diff_json

            sources = (sides[0][1], sides[1][1])
            return diff_json(comparison, sources, root=str(Path.cwd()), tool_version=__version__)
        case "html":
            from journeyaudit.cli.diff_pictures import pictures
            from journeyaudit.reports.diff_html import diff_html

            return diff_html(comparison, pictures(comparison))
        case _:
            from journeyaudit.reports.columns import WIDTH
            from journeyaudit.reports.diff_text import diff_text

            return diff_text(comparison, width=width or WIDTH, style=style)


def _code(comparison: Comparison, fail_on: str) -> int:
    worse = bool(comparison.worse_verdicts) and fail_on in ("worse", "verdict")
    errors = bool(comparison.new_errors) and fail_on in ("worse", "error")
    return FOUND if worse or errors else CLEAN
