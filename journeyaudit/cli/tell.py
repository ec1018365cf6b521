"""``journeyaudit tell`` -> a journey and its verdicts in sentences."""

from __future__ import annotations

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN
from journeyaudit.cli.reading import read_journeys

_EXAMPLES = """\b
Example:
  journeyaudit tell order.journey
"""


@click.command(epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=str))
@click.pass_context
def tell(ctx: click.Context, file: str) -> None:
    """Tell the journeys of FILE in sentences: what happens, what can go wrong, and what helps.

    Leaves with 0, or with 2 when the file could not be read or understood.
    """
    from journeyaudit.reports.tell import tell_report

    outcome, understood = read_journeys(file)
    if outcome.journeys:
        screen.write(tell_report(outcome, width=screen.width()))
    ctx.exit(CLEAN if understood else BROKEN)
