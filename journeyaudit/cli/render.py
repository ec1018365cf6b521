"""``journeyaudit render`` -> a picture of one journey, in the format asked for."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, TypeAlias

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, Trouble
from journeyaudit.cli.reading import read_journeys
from journeyaudit.cli.writing import write_new
from journeyaudit.finding import Finding
from journeyaudit.model.journey import Journey
from journeyaudit.reports.columns import shown
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome

View: TypeAlias = Literal["blueprint", "plain"]
FORMATS = ("svg", "png", "dot", "mermaid")
_ENDINGS = {
    ".svg": "svg",
    ".png": "png",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
}
_MOST_DIGITS = 10
_EXAMPLES = """\b
Examples:
  journeyaudit render order.journey -o order.svg
  journeyaudit render order.journey --finding no-human-correction -o order.png
  journeyaudit render order.journey --view plain --format mermaid
"""


@click.command(epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=str))
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=str), help="The file to write; else the screen."
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="By default what the file's name says, else svg."
)
@click.option(
    "--view",
    type=click.Choice(["blueprint", "plain"]),
    default="blueprint",
    show_default=True,
    help="With a lane for everybody, or the bare flow.",
)
@click.option("--journey", "name", help="Which journey, if the file describes several.")
@click.option("--finding", "wanted", help="Show the way to a finding: its rule, or its number in the report.")
@click.pass_context
def render(
    ctx: click.Context,
    file: str,
    out: str | None,
    form: str | None,
    view: View,
    name: str | None,
    wanted: str | None,
) -> None:
    """Draw a journey of FILE.

    Leaves with 0, or with 2 when the file could not be read or understood or nothing can draw here.
    """
    form = form or _form_of(out)
    outcome, understood = read_journeys(file)
    if not understood:
        ctx.exit(BROKEN)
    chosen = _journey(outcome.journeys, name)
    finding = None if wanted is None else _finding(outcome, chosen.journey, wanted)
    data = _drawn(outcome, chosen, finding, form, view)
    if out is None:
        screen.write_bytes(data)
    else:
        write_new(Path(out), data, (file,))


def _form_of(out: str | None) -> str:
    """The format a file's name asks for; svg for the screen and for a name without an ending."""
    if out is None:
        return "svg"
    if not out:
        raise click.UsageError("the name of the file is missing behind -o")
    ending = Path(out).suffix.lower()
    if ending and ending not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise click.UsageError(f"no picture has the ending {ending!r}; there are {known}, or say --format")
    return _ENDINGS.get(ending, "svg")


def _drawn(outcome: Outcome, chosen: JourneyOutcome, finding: Finding | None, form: str, view: View) -> bytes:
    from journeyaudit import drawing

    journey, trail = chosen.journey, drawing.trail_of(chosen.journey, finding)
    if form == "mermaid":
        return drawing.mermaid(outcome.service, journey, chosen.graph, trail).encode()
    dot = drawing.draw(
        outcome.service,
        journey,
        chosen.graph,
        view=view,
        trail=trail,
        finding=finding,
        verdicts=chosen.verdicts,
    )
    try:
        match form:
            case "svg":
                told = drawing.describe(journey, trail=trail, finding=finding, verdicts=chosen.verdicts)
                return drawing.to_svg(dot, title=journey.name, description=told).encode()
            case "png":
                return drawing.to_png(dot)
            case _:
                return dot.encode()
    except drawing.DrawingError as error:
        raise Trouble(str(error)) from error


def _journey(journeys: Sequence[JourneyOutcome], name: str | None) -> JourneyOutcome:
    named = {each.journey.name: each for each in journeys}
    if name is None:
        if len(journeys) == 1:
            return journeys[0]
        raise click.UsageError(
            f"the file describes several journeys; choose one with --journey: {_listed(named)}"
        )
    folded = {each.casefold(): outcome for each, outcome in named.items()}
    if name.casefold() not in folded:
        raise click.UsageError(f"no journey is called {name!r}; there are: {_listed(named)}")
    return folded[name.casefold()]


def _listed(names: Sequence[str] | dict[str, JourneyOutcome]) -> str:
    return ", ".join(f"„{shown(each)}“" for each in names)


def _finding(outcome: Outcome, journey: Journey, wanted: str) -> Finding:
    if wanted.isascii() and wanted.isdigit() and len(wanted) < _MOST_DIGITS:
        if not 1 <= int(wanted) <= len(outcome.findings):
            raise click.UsageError(f"there is no finding {wanted}; there are {len(outcome.findings)}")
        numbered = outcome.findings[int(wanted) - 1]
        if numbered.journey not in ("", journey.name):
            raise click.UsageError(
                f"finding {wanted} is about the journey „{shown(numbered.journey)}“: add --journey"
            )
        return numbered
    of_journey = [each for each in outcome.findings if each.journey == journey.name]
    for finding in of_journey:
        if finding.rule == wanted:
            return finding
    rules = sorted({each.rule for each in of_journey})
    nearest = get_close_matches(wanted, rules, 1)
    hint = f"did you mean {nearest[0]!r}?" if nearest else f"there are: {', '.join(rules) or 'none'}"
    raise click.UsageError(f"this journey has no finding of the rule {wanted!r}; {hint}")
