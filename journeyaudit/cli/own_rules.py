"""Folders with rules of one's own, named or configured -> the shelf, and pages that were named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from journeyaudit.cli.exits import Trouble
from journeyaudit.cli.reading import complain
from journeyaudit.reports.rule_entries import RuleEntry, entry_of
from journeyaudit.rulebook.shelf import Shelf, rules_of
from journeyaudit.source.record import record
from journeyaudit.source.shipped import shipped

SUFFIX = ".md"

rules_option = click.option(
    "--rules",
    "folders",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(path_type=str),
    help="A folder with rules of your own, besides those configured. May be given several times.",
)


@record
class PageFile:
    """The file of a page; its name is the id of the rule, its folder the pack."""

    id: str
    pack: str
    path: str
    shipped: bool


def own_folders(named: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """Configured folders, then named ones; False if the configuration could not be understood.

    What is wrong with it is told on standard error. A folder that is not there is ``Trouble``.
    """
    from journeyaudit.project.configuration import configuration_for

    configured, problems = configuration_for((".",))
    source = configured.source
    complain(list(problems), {source.path: source} if source is not None else {})
    folders = tuple(dict.fromkeys((*configured.rules, *named)))
    for folder in folders:
        if not Path(folder).is_dir():
            raise Trouble(f"there is no folder {folder} with rules")
    return folders, not problems


def page_files(folders: Iterable[str]) -> tuple[PageFile, ...]:
    """All shipped pages, and those below folders of one's own, by folder, pack and id."""
    found = list(_pages(shipped("rules"), shipped_ones=True))
    for folder in folders:
        found += _pages(Path(folder), shipped_ones=False)
    return tuple(found)


def _pages(folder: Path, *, shipped_ones: bool) -> Iterator[PageFile]:
    for path in sorted((*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*/*{SUFFIX}"))):
        if path.stem.lower() != "readme":
            yield PageFile(path.stem, path.parent.resolve().name, str(path), shipped_ones)


def shelf_and_entries(folders: tuple[str, ...]) -> tuple[Shelf, tuple[RuleEntry, ...]]:
    """All rules that could be understood; what is wrong with others is told on standard error."""
    shelf = rules_of(folders)
    complain(list(shelf.findings), shelf.sources)
    ours = str(shipped("rules"))
    entries = (entry_of(rule, shipped=rule.source.path.startswith(ours)) for rule in shelf.rules)
    return shelf, tuple(entries)
