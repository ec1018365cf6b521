"""``journeyaudit clean`` -> the project without what earlier runs kept to be quicker."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import Trouble
from journeyaudit.project.cache import FOLDER
from journeyaudit.reports.columns import shown

_EXAMPLES = """\b
Examples:
  journeyaudit clean
  journeyaudit clean services/
  journeyaudit clean --dry-run
"""
_TAG = "CACHEDIR.TAG"


@click.command(epilog=_EXAMPLES)
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=str))
@click.option("--dry-run", is_flag=True, help="Remove nothing; show what would be removed.")
def clean(folder: str, dry_run: bool) -> None:
    """Remove what earlier checks kept to be quicker the next time.

    It lies in a folder .journeyaudit_cache beside the configuration of FOLDER, or in the folder you are in.
    Nothing else is touched. A check never needs this: what was kept for a text that has changed is not used.

    Leaves with 0, or with 2 when something cannot be removed.
    """
    found = [path for path in _places(folder) if os.path.lexists(path)]
    for path in found:
        if dry_run:
            screen.write(f"would remove {_shown(path)}\n")
        else:
            _remove(path)
            screen.write(f"removed {_shown(path)}\n")
    if not found:
        screen.write("nothing is kept here\n")


def _places(folder: str) -> list[Path]:
    """Where a check of the folder keeps things: each place once."""
    from journeyaudit.cli.running import cache_folder
    from journeyaudit.project.configuration import configuration_for

    places = (Path.cwd(), Path.cwd() / cache_folder(configuration_for((folder,))[0]))
    return list(dict.fromkeys(Path(os.path.normpath(place)) / FOLDER for place in places))


def _remove(path: Path) -> None:
    if path.is_symlink() or not (path / _TAG).is_file():
        raise Trouble(f"{_shown(path)} was not made by journeyaudit and stays as it is")
    try:
        shutil.rmtree(path)
    except OSError as error:
        raise Trouble(f"cannot remove {_shown(path)}: {(error.strerror or str(error)).lower()}") from error


def _shown(path: Path) -> str:
    return shown(Path(os.path.relpath(path)).as_posix())
