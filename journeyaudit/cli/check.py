"""The words behind ``journeyaudit check`` -> an order for a check, and the exit code it ends with."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from journeyaudit.cli.checking import Order, carried_out
from journeyaudit.cli.formats import FORMATS
from journeyaudit.cli.known import in_ci
from journeyaudit.cli.options import (
    as_of_option,
    color_option,
    isolated_option,
    names_option,
    profile_option,
    rules_option,
    targets_option,
)
from journeyaudit.cli.targets import Target
from journeyaudit.project.configuration import configuration_for
from journeyaudit.project.wishes import Wishes
from journeyaudit.rulebook.terms import LEVELS

_EXAMPLES = """\b
Examples:
  journeyaudit check
  journeyaudit check order.journey returns.journey
  journeyaudit check --profile kafka samples/
  journeyaudit check --select silo,no-human-correction --statistics
  journeyaudit check --config 'severity.media-break="info"'
  journeyaudit check --output-format concise samples/
  journeyaudit check --output-format text --output-format sarif:report.sarif
"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@targets_option(FORMATS)
@color_option
@profile_option(
    "How much is asked for; each contains those before it. Without it as configured, else service."
)
@click.option("--strict", is_flag=True, help="The same as --profile strict: nothing may be left open.")
@rules_option
@as_of_option("The day that counts as today for reviews and exceptions: 2027-01-31.")
@names_option(
    "select", "Report only these rules. NAMES are rules, packs or profile:kafka, with commas between."
)
@names_option("ignore", "Do not report these rules.")
@names_option("extend-select", "Report these rules besides the others.")
@click.option(
    "--exclude",
    metavar="PATTERN",
    multiple=True,
    help="Do not check what matches, as in .gitignore, even if it is named. May be given several times.",
)
@click.option(
    "--config",
    metavar="KEY=VALUE|FILE",
    multiple=True,
    help="A setting as in the configuration, or its file instead of the nearest. May be given several times.",
)
@isolated_option
@click.option(
    "--fail-level",
    type=click.Choice(LEVELS),
    help="From which severity on to leave with 1. Without it as configured, else error.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=str),
    help="The file with known findings, which are not reported.",
)
@click.option("--no-baseline", is_flag=True, help="Report known findings, too.")
@click.option(
    "--write-baseline", is_flag=True, help="Write all findings to that file; later it only shrinks."
)
@click.option("--allow-new", is_flag=True, help="With --write-baseline: put new findings into it, too.")
@click.option(
    "--fail-on-stale", is_flag=True, help="Leave with 1 if it has what is gone (as where CI is set)."
)
@click.option("--exit-zero", is_flag=True, help="Leave with 0 in spite of findings (not of broken input).")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule at the end.")
@click.option("--no-cache", is_flag=True, help="Read everything again, and keep nothing.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    default=0,
    metavar="NUMBER",
    help="How many processes. Without it as many as are worth it.",
)
@click.option("--watch", is_flag=True, help="Check again whenever something changes, until Ctrl-C.")
@click.option(
    "--stdin-filename",
    metavar="FILE",
    type=click.Path(path_type=str),
    help="Check what comes in by standard input, as if it stood in this file.",
)
@click.option("--show-files", is_flag=True, help="Only list the files that would be checked.")
@click.option("--show-settings", is_flag=True, help="Only list all settings, and where they come from.")
@click.pass_context
def check(ctx: click.Context, /, **said: Any) -> None:
    """Find mistakes that nobody is both able and allowed to put right in time.

    PATHS are journey files and folders; without any, everything below this folder.

    Leaves with 0 when nothing is wrong, with 1 when there are errors, and with 2 when something could
    not be read or understood or there was nothing to check.
    """
    _expect_no_contradiction(**said)
    order = _order(_wishes(**said), **said)
    if said["show_files"] or said["show_settings"]:
        from journeyaudit.cli.showing import list_files, list_settings

        read = configuration_for(order.places, order.wishes)
        ctx.exit(list_settings(read) if said["show_settings"] else list_files(order.places, read))
    ctx.exit(carried_out(order))


def _wishes(
    *,
    profile: str | None,
    strict: bool,
    folders: tuple[str, ...],
    as_of: date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_select: tuple[str, ...],
    exclude: tuple[str, ...],
    config: tuple[str, ...],
    isolated: bool,
    fail_level: str | None,
    baseline: str | None,
    no_baseline: bool,
    write_baseline: bool,
    fail_on_stale: bool,
    **_: object,
) -> Wishes:
    """What goes before the configuration."""
    return Wishes(
        profile="strict" if strict else profile or "",
        rules=folders,
        today=as_of,
        isolated=isolated,
        config=config,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        exclude=exclude,
        fail_level=fail_level or "",
        baseline=None if no_baseline else baseline or "",
        writes_baseline=write_baseline,
        fails_on_stale=fail_on_stale or in_ci(),
    )


def _order(
    wishes: Wishes,
    *,
    paths: tuple[str, ...],
    targets: tuple[Target, ...],
    color: str,
    exit_zero: bool,
    statistics: bool,
    no_cache: bool,
    jobs: int,
    watch: bool,
    allow_new: bool,
    stdin_filename: str | None,
    **_: object,
) -> Order:
    """How the check is to be carried out."""
    return Order(
        paths=paths,
        wishes=wishes,
        targets=targets,
        colour=color,
        exit_zero=exit_zero,
        statistics=statistics,
        cached=not no_cache,
        jobs=jobs,
        watch=watch,
        allows_new=allow_new,
        stdin_filename=stdin_filename or "",
    )


def _expect_no_contradiction(
    *,
    strict: bool,
    profile: str | None,
    no_baseline: bool,
    write_baseline: bool,
    baseline: str | None,
    allow_new: bool,
    stdin_filename: str | None,
    paths: tuple[str, ...],
    watch: bool,
    **_: object,
) -> None:
    """Options that do not go together are a misunderstanding, which is not resolved by guessing."""
    if strict and profile not in (None, "strict"):
        raise click.UsageError("--strict and --profile contradict each other")
    if no_baseline and (write_baseline or baseline):
        raise click.UsageError("--no-baseline contradicts --baseline and --write-baseline")
    if allow_new and not write_baseline:
        raise click.UsageError("--allow-new goes with --write-baseline")
    if stdin_filename and (paths or watch):
        raise click.UsageError("--stdin-filename goes with neither PATHS nor --watch")
