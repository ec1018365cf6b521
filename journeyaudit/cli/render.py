"""``journeyaudit render`` -> a picture of one journey, in the view and the format asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.choosing import counterpart, finding_called, journey_called, worst_finding
from journeyaudit.cli.exits import BROKEN, Trouble
from journeyaudit.cli.pictures import GRAPHS, Wish, pictures
from journeyaudit.cli.reading import read_with_sources
from journeyaudit.cli.writing import write_new

VIEWS = ("blueprint", "plain", "dead-end", "remedy-map", "authority-ladder", "strip", "compare", "phases")
FORMATS = ("svg", "png", "pdf", "dot", "mermaid")
_ENDINGS = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
}
_EXAMPLES = """\b
Examples:
  journeyaudit render order.journey -o order.svg
  journeyaudit render order.journey --finding no-human-correction -o order.png
  journeyaudit render order.journey --view remedy-map -o when.svg
  journeyaudit render new.journey --against old.journey -o changes.svg
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
    type=click.Choice(VIEWS),
    help="The blueprint (the default), the bare flow, the dead end of a finding, what works at which hour, "
    "who may decide what, what it asks of the customer, what changes, or a large journey in parts.",
)
@click.option("--journey", "name", help="Which journey, if the file describes several.")
@click.option("--finding", "wanted", help="Show the way to a finding: its rule, or its number in the report.")
@click.option("--against", "earlier", type=click.Path(path_type=str), help="The earlier text, to compare.")
@click.pass_context
def render(
    ctx: click.Context,
    file: str,
    out: str | None,
    form: str | None,
    view: str | None,
    name: str | None,
    wanted: str | None,
    earlier: str | None,
) -> None:
    """Draw a journey of FILE.

    A journey of more than 150 places becomes an overview, with a picture for each part beside it.

    Leaves with 0, or with 2 when the file could not be read or understood or nothing can draw here.
    """
    form = form or _form_of(out)
    view = _view(view, form, earlier)
    outcome, sources, understood = read_with_sources(file)
    if not understood:
        ctx.exit(BROKEN)
    chosen = journey_called(outcome.journeys, name)
    finding = None if wanted is None else finding_called(outcome, chosen.journey, wanted)
    if view == "dead-end" and finding is None:
        finding = worst_finding(outcome, chosen.journey)
    wish = Wish(view, form, out or "", chosen, sources, finding)
    if earlier is not None:
        wish = _against(ctx, wish, earlier)
    _write(wish, (file, earlier or file))


def _against(ctx: click.Context, wish: Wish, file: str) -> Wish:
    outcome, sources, understood = read_with_sources(file)
    if not understood:
        ctx.exit(BROKEN)
    before = counterpart(outcome.journeys, wish.chosen.journey.name)
    return replace(wish, against=before, sources={**sources, **wish.sources})


def _view(view: str | None, form: str, earlier: str | None) -> str:
    """The view that is meant; complains about what does not go together."""
    view = view or ("blueprint" if earlier is None else "compare")
    if view == "compare" and earlier is None:
        raise click.UsageError("to compare, name the earlier text with --against")
    if view != "compare" and earlier is not None:
        raise click.UsageError(f"--against belongs to --view compare, not to {view}")
    if form == "mermaid" and view not in GRAPHS:
        raise click.UsageError(f"Mermaid can show the flow only: it has no view {view!r}")
    return view


def _write(wish: Wish, read: tuple[str, ...]) -> None:
    from journeyaudit import drawing

    written = []
    try:
        for path, data in pictures(wish):
            if not path:
                screen.write_bytes(data)
                continue
            write_new(Path(path), data, read)
            written.append(path)
    except drawing.DrawingError as error:
        raise Trouble(str(error)) from error
    if len(written) > 1:
        whole, first, *more = written
        parts = f"{first} to {more[-1]}" if more else first
        screen.write(f"journeyaudit: {whole} and a picture of each part: {parts}\n", to_stderr=True)


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
