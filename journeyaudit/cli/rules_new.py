"""``journeyaudit rules new`` -> the page of a new rule, to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import Trouble
from journeyaudit.cli.own_rules import PageFile, page_files
from journeyaudit.cli.skeleton import skeleton
from journeyaudit.reports.columns import shown
from journeyaudit.rulebook.folders import SUFFIX
from journeyaudit.rulebook.pages import is_name

_EXAMPLES = """\b
Examples:
  journeyaudit rules new billing/slow-refund
  journeyaudit rules new billing/slow-refund --in our-rules
"""


@click.command(epilog=_EXAMPLES)
@click.argument("name", metavar="PACK/ID")
@click.option(
    "--in", "folder", metavar="FOLDER", default="rules", show_default=True, help="Where your rules are."
)
@click.option("--new-pack", is_flag=True, help="The pack is new, although it is called nearly like another.")
def new(name: str, folder: str, new_pack: bool) -> None:
    """Write the page of a new rule; it explains what to fill in.

    PACK/ID are words in small letters with hyphens: billing/slow-refund. The id names the trouble.

    Leaves with 0, or with 2 when the page or a rule of that name is there already.
    """
    pack, rule_id = _parts(name)
    pages = page_files((folder,) if Path(folder).is_dir() else ())
    path = Path(folder, pack, rule_id + SUFFIX)
    _expect_free(rule_id, path, pages)
    if not new_pack:
        _expect_meant(pack, pages)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(skeleton(rule_id))
    except OSError as error:
        raise Trouble(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from error
    shown_path = shown(path.as_posix())
    screen.write(
        f"wrote {shown_path}\n"
        f"fill it in, then try it: journeyaudit rules test {shown_path}\n"
        f"use it in a check: journeyaudit check --rules {shown(folder)}\n"
    )


def _parts(name: str) -> tuple[str, str]:
    pack, slash, rule_id = name.partition("/")
    for word in (pack, rule_id) if slash else ():
        if not is_name(word):
            raise click.UsageError(
                f"{word!r} is no name: use small letters, figures and hyphens: slow-refund"
            )
    if not slash:
        raise click.UsageError(f"name the pack, too: billing/{name}")
    return pack, rule_id


def _expect_free(rule_id: str, path: Path, pages: Sequence[PageFile]) -> None:
    if path.exists():
        raise Trouble(f"{path.as_posix()} is there already and stays as it is")
    for page in pages:
        if page.id == rule_id:
            raise Trouble(f"there is a rule {page.pack}/{rule_id} already; choose another name")


def _expect_meant(pack: str, pages: Sequence[PageFile]) -> None:
    known = sorted({page.pack for page in pages})
    near = get_close_matches(pack, known, 1, cutoff=0.75)
    if near and pack not in known:
        message = f"there is no pack {pack!r} yet; did you mean {near[0]!r}? If it is new, add --new-pack"
        raise click.UsageError(message)
