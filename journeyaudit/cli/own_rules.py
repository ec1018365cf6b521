"""Folders with rules of one's own, named or configured -> the shelf, and pages that were named."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from journeyaudit.cli.exits import Trouble
from journeyaudit.cli.reading import complain
from journeyaudit.reports.rule_entries import RuleEntry, entry_of
from journeyaudit.rulebook.folders import pages_in
from journeyaudit.rulebook.shelf import Shelf, rules_of
from journeyaudit.source.record import record
from journeyaudit.source.shipped import shipped


@record
class PageFile:
    """The file of a page; its name is the id of the rule, its folder the pack."""

    pack: str
    id: str
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
    files = [PageFile(*page, True) for page in pages_in(str(shipped("rules")))]
    for folder in folders:
        try:
            files += (PageFile(*page, False) for page in pages_in(folder))
        except OSError as error:
            raise Trouble(f"the rules in {folder} cannot be read: {error.strerror}") from error
    return tuple(files)


def shelf_and_entries(folders: tuple[str, ...]) -> tuple[Shelf, tuple[RuleEntry, ...]]:
    """All rules that could be understood; what is wrong with others is told on standard error."""
    shelf = rules_of(folders)
    complain(list(shelf.findings), shelf.sources)
    ours = str(shipped("rules"))
    entries = (entry_of(rule, shipped=rule.source.path.startswith(ours)) for rule in shelf.rules)
    return shelf, tuple(entries)
