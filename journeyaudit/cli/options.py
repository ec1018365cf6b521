"""Options that several commands share, and what they make of the words behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeAlias

import click

from journeyaudit.cli.targets import Target, target_named
from journeyaudit.finding.profiles import PROFILES
from journeyaudit.finding.words import listed

Option: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours on the screen.",
)
rules_option = click.option(
    "--rules",
    "folders",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(path_type=str),
    help="A folder with rules of your own, besides those configured. May be given several times.",
)
isolated_option = click.option("--isolated", is_flag=True, help="Look for no configuration file.")


def profile_option(said: str) -> Option:
    return click.option("--profile", type=click.Choice(PROFILES), help=said)


def as_of_option(said: str) -> Option:
    """The day that counts as today, as ``as_of``: a date, or None."""
    return click.option("--as-of", metavar="DATE", callback=_day, help=said)


def targets_option(formats: Sequence[str]) -> Option:
    """What to write and where to, as ``targets``: one for each time the option is given."""
    return click.option(
        "--output-format",
        "targets",
        metavar="FORMAT[:FILE]",
        multiple=True,
        callback=partial(_targets, tuple(formats)),
        help=f"{listed(formats, 'or')}, with :FILE to write it there. May be given several times.",
    )


def names_option(name: str, said: str) -> Option:
    """Names of rules; the option may be given several times, each time with several names."""
    return click.option(f"--{name}", metavar="NAMES", multiple=True, callback=_split, help=said)


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it like 2027-01-31", ctx, param) from None


def _targets(
    formats: Sequence[str], ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[Target, ...]:
    try:
        return tuple(target_named(value, formats) for value in values)
    except ValueError as fault:
        raise click.BadParameter(str(fault), ctx, param) from None


def _split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name.strip() for value in values for name in value.split(","))
    if "" in names:
        raise click.BadParameter("a name is missing", ctx, param)
    return names
