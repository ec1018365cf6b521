"""``journeyaudit rules test`` -> which examples on the pages of rules do not come true."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN, FOUND, Trouble
from journeyaudit.cli.options import color_option, rules_option
from journeyaudit.cli.own_rules import PageFile, own_folders, page_files
from journeyaudit.cli.reading import complain
from journeyaudit.finding import Severity
from journeyaudit.finding.words import count
from journeyaudit.reports.style import Style
from journeyaudit.rulebook.folders import SUFFIX

_EXAMPLES = """\b
Examples:
  journeyaudit rules test                              all rules
  journeyaudit rules test rules                        those below a folder
  journeyaudit rules test rules/billing/slow-refund.md
"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@rules_option
@color_option
@click.pass_context
def test(ctx: click.Context, paths: tuple[str, ...], folders: tuple[str, ...], color: str) -> None:
    """Try rules on the examples of their own pages.

    PATHS are pages and folders with pages; without any, all shipped rules and your own. Each example is
    looked at with its rule alone.

    Leaves with 0, with 1 when an example does not come true, and with 2 when a page lacks something or
    cannot be read or understood.
    """
    own, understood = ((), True) if paths else own_folders(folders)
    if paths and folders:
        raise click.UsageError("name either PATHS or --rules: with PATHS only those are tried")
    files = list(_named(paths)) if paths else [page.path for page in page_files(own)]
    results = [_tried(file, screen.style(color)) for file in dict.fromkeys(files)]
    understood = _names_differ(files) and understood
    screen.write(_summary(results))
    ctx.exit(max((*results, CLEAN if understood else BROKEN)))


def _names_differ(files: list[str]) -> bool:
    """Does no page have the name of another one? `check` would refuse such pages.

    A shipped page is not in the way of a copy of itself, in which somebody tries a change.
    """
    first = {page.id: page for page in page_files(())}
    differ = True
    for file in files:
        page = PageFile(Path(file).resolve().parent.name, Path(file).stem, file, False)
        other = first.setdefault(page.id, page)
        if Path(other.path).resolve() == Path(file).resolve() or (other.shipped and other.pack == page.pack):
            continue
        where = f"{other.pack}/{other.id}" if other.shipped else other.path
        screen.write(f"there are two rules called “{page.id}”: {where} and {file}\n", to_stderr=True)
        differ = False
    return differ


def _named(paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        if not Path(path).exists():
            raise Trouble(f"there is no page and no folder {path}")
        if not Path(path).is_dir():
            yield path
            continue
        below = [each for each in sorted(Path(path).rglob(f"*{SUFFIX}")) if each.stem.lower() != "readme"]
        if not below:
            raise Trouble(f"there is no page of a rule in {path}")
        yield from map(str, below)


def _tried(path: str, style: Style) -> int:
    """``CLEAN``, ``FOUND`` or ``BROKEN``; what is wrong is written to the screen."""
    from journeyaudit.audit.trials import tried
    from journeyaudit.project.read import read
    from journeyaudit.reports.text import finding_text

    source, problem = read(_shown(path))
    if source is None:
        complain([problem] if problem else [], {})
        return BROKEN
    findings = tried(source).findings
    sources = {source.path: source}
    for finding in findings:
        screen.write(finding_text(finding, sources, width=screen.width(), style=style) + "\n")
    if any(finding.severity is Severity.INPUT for finding in findings):
        return BROKEN
    return FOUND if findings else CLEAN


def _shown(path: str) -> str:
    """The path as one would write it here."""
    inside = os.path.relpath(path) if Path(path).is_absolute() else path
    return path if inside.startswith(os.pardir) else inside


def _summary(results: list[int]) -> str:
    numbers = (
        (results.count(CLEAN), "come true", "comes true"),
        (results.count(FOUND), "do not", "does not"),
        (results.count(BROKEN), "cannot be tried yet", "cannot be tried yet"),
    )
    said = [f"{number:,} {one if number == 1 else many}" for number, many, one in numbers if number]
    return f"{count(len(results), 'rule')} tried" + (f": {', '.join(said)}" if said else "") + "\n"
