"""``journeyaudit tell`` -> a journey and its verdicts in sentences."""

from __future__ import annotations

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN
from journeyaudit.finding import Severity

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
    from journeyaudit.audit import audit_paths
    from journeyaudit.reports.tell import tell_report
    from journeyaudit.reports.text import finding_text

    outcome, sources = audit_paths((file,))
    for finding in outcome.findings:
        if finding.severity is Severity.INPUT:
            text = finding_text(finding, sources, width=screen.width(), style=screen.style("auto"))
            screen.write(text, to_stderr=True)
    if outcome.journeys:
        screen.write(tell_report(outcome, width=screen.width()))
    elif not outcome.findings:
        screen.write(f"journeyaudit: no journey is described in {file}\n", to_stderr=True)
    broken = outcome.worst is Severity.INPUT or not outcome.journeys
    ctx.exit(BROKEN if broken else CLEAN)
