"""``journeyaudit rules docs`` -> a folder with an index of rules, pages by pack, and pictures."""

from __future__ import annotations

import os
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import BROKEN, CLEAN, Trouble
from journeyaudit.cli.options import rules_option
from journeyaudit.cli.own_rules import own_folders, shelf_and_entries
from journeyaudit.cli.writing import write_file
from journeyaudit.finding.words import count
from journeyaudit.reports.columns import shown
from journeyaudit.reports.rule_docs import MADE_BY

_EXAMPLES = """\b
Examples:
  journeyaudit rules docs -o docs/rules --rules rules     your own rules
  journeyaudit rules docs -o shipped-rules                those that come with the tool
"""


@click.command(epilog=_EXAMPLES)
@click.option(
    "-o", "--output", "out", metavar="FOLDER", required=True, help="Where to write; made if not there."
)
@rules_option
@click.pass_context
def docs(ctx: click.Context, out: str, folders: tuple[str, ...]) -> None:
    """Write pages and pictures about rules, with an index.

    Of your own rules, if there are any (--rules or configured), else of all that come with the tool.

    Leaves with 0, or with 2 when a page cannot be used, or nothing can be drawn or written.
    """
    from journeyaudit.audit.rule_documents import rule_documents
    from journeyaudit.drawing import DrawingError

    own, understood = own_folders(folders)
    _expect_elsewhere(out, own)
    shelf, entries = shelf_and_entries(own)
    pairs = [(r, e) for r, e in zip(shelf.rules, entries, strict=True) if e.shipped != bool(own)]
    try:
        files = dict(rule_documents([rule for rule, _ in pairs], [entry for _, entry in pairs], out))
    except DrawingError as error:
        raise Trouble(str(error)) from error
    for name in files:
        _expect_ours(Path(out, name))
    for name, content in files.items():
        _write(Path(out, name), content)
    screen.write(f"wrote {count(len(files), 'file')} about {count(len(pairs), 'rule')} into {shown(out)}\n")
    ctx.exit(CLEAN if understood and not shelf.findings else BROKEN)


def _expect_elsewhere(out: str, folders: tuple[str, ...]) -> None:
    """Among the pages of rules, those of the documentation would be taken for rules."""
    if os.path.realpath(out) in map(os.path.realpath, folders):
        raise Trouble(f"in {out} are the rules themselves: name another folder to write")


def _expect_ours(path: Path) -> None:
    if path.suffix == ".md" and path.is_file() and MADE_BY not in path.read_text("utf-8", "replace"):
        raise Trouble(f"{path.as_posix()} was written by somebody and would be lost: name another folder")


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"cannot make {path.parent}: {(error.strerror or str(error)).lower()}") from error
    write_file(path, content)
