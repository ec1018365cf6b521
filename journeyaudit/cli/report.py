"""``journeyaudit report`` -> one page for people who decide, in a file that needs nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN, Trouble
from journeyaudit.cli.options import as_of_option, isolated_option, profile_option, rules_option
from journeyaudit.cli.reading import complain
from journeyaudit.cli.writing import write_new
from journeyaudit.finding import Severity
from journeyaudit.reports.columns import shown
from journeyaudit.source.record import with_other

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeyaudit.rulebook.outcome import Outcome
    from journeyaudit.rulebook.pages import RulePage
    from journeyaudit.source import SourceText

_EXAMPLES = """\b
Examples:
  journeyaudit report -o report.html                everything below this folder
  journeyaudit report samples/ -o report.html
  journeyaudit report order.journey -o order.html --title 'Order, as it is'
  journeyaudit report --no-pictures -o report.html  smaller and quicker
"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "-o", "--output", "out", metavar="FILE", type=click.Path(path_type=str), help="The page to write."
)
@profile_option("How much is asked for. Without it as configured.")
@rules_option
@as_of_option("The day that counts as today: 2027-01-31.")
@isolated_option
@click.option("--no-pictures", is_flag=True, help="Only words and small plots: smaller and quicker.")
@click.option("--title", default="", help="What stands above the page.")
@click.pass_context
def report(
    ctx: click.Context,
    paths: tuple[str, ...],
    out: str | None,
    profile: str | None,
    folders: tuple[str, ...],
    as_of: date | None,
    isolated: bool,
    no_pictures: bool,
    title: str,
) -> None:
    """Write a page for people who decide: who gets stuck, until when it could be fixed, by whom, and how.

    PATHS are journey files and folders; without any, everything below this folder. The page is one file
    that loads nothing; it can be mailed, printed and read without a network.

    Leaves with 0 when the page is written, whatever it tells, and with 2 when something could not be read
    or understood: then the page says so.
    """
    if not out:
        raise click.UsageError("name the file to write: journeyaudit report -o report.html")
    from journeyaudit.audit import Wishes, audit_paths
    from journeyaudit.project.configuration import configuration_for

    places = paths or (".",)
    wishes = Wishes(profile=profile or "", rules=folders, today=as_of, isolated=isolated)
    read = configuration_for(places, wishes)
    outcome, sources = audit_paths(places, with_other(wishes, configuration=read))
    problems = [each for each in outcome.findings if each.severity is Severity.INPUT]
    if not outcome.journeys and not (problems and outcome.files):
        complain(problems, sources)
        raise Trouble(f"nothing to report: no journey is described in {', '.join(places)}")
    page = report_page(outcome, sources, read[0].rules, as_of, title=title, pictures=not no_pictures)
    write_new(Path(out), page.encode("utf-8", "backslashreplace"), sources)
    _say_how_it_went(outcome, out)
    complain(problems, sources)
    ctx.exit(BROKEN if problems else CLEAN)


def report_page(
    outcome: Outcome,
    sources: Mapping[str, SourceText],
    own_rules: tuple[str, ...] = (),
    as_of: date | None = None,
    *,
    title: str = "",
    pictures: bool = True,
) -> str:
    """The page about what was found, with the pages of its rules; ``own_rules`` are folders with more."""
    from journeyaudit.cli.report_pictures import dead_ends, journey_pictures
    from journeyaudit.reports.review import Extras, review_page

    extras = Extras(
        dead_ends(outcome) if pictures else {},
        journey_pictures(outcome) if pictures else {},
        _pages(outcome, own_rules),
        title,
        as_of,
    )
    return review_page(outcome, sources, extras)


def _pages(outcome: Outcome, own_rules: tuple[str, ...]) -> Mapping[str, RulePage]:
    """The pages of the rules that found something."""
    from journeyaudit.reports.review import rules_told
    from journeyaudit.rulebook.pages import read_page
    from journeyaudit.rulebook.shelf import rules_of

    wanted = frozenset(rules_told(outcome))
    shelf = rules_of(own_rules)
    return {rule.id: read_page(rule.source)[0] for rule in shelf.rules if rule.id in wanted}


def _say_how_it_went(outcome: Outcome, out: str) -> None:
    from journeyaudit.reports.summary import summary_line

    screen.write(f"journeyaudit: {shown(out)} is written\n{summary_line(outcome)}\n", to_stderr=True)
