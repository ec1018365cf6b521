"""``journeyaudit init`` -> a configuration, a commit hook and a first journey, where there are none yet."""

from __future__ import annotations

import json
import locale
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from journeyaudit.cli import screen
from journeyaudit.cli.exits import Trouble
from journeyaudit.cli.first_journey import Ask, first_journey, usual_answer
from journeyaudit.cli.hook_entry import entry, has_our_hooks, with_entry
from journeyaudit.cli.writing import write_file
from journeyaudit.project.options import BY_NAME
from journeyaudit.reports.columns import shown
from journeyaudit.source.record import record

_EXAMPLES = """\b
Examples:
  journeyaudit init                  asks a few questions for a first journey
  journeyaudit init --yes            asks nothing
  journeyaudit init --dry-run        writes nothing, shows what it would write
  journeyaudit init --language de    the first journey in German
"""
_CONFIGURATION, _HOOKS, _JOURNEY = "journeyaudit.toml", ".pre-commit-config.yaml", "first.journey"
_SHOWN_SETTINGS = ("profile", "fail-level", "exclude", "rules")
_GERMAN = re.compile(r"de(?![a-z])|german", re.IGNORECASE)


@record
class Planned:
    """A file that is to be written, and the part of it that is new; or only words why it is not."""

    path: Path
    said: str
    new: str = ""
    whole: str = ""


@click.command(epilog=_EXAMPLES)
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=str))
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; the first journey is an example.")
@click.option(
    "--language",
    type=click.Choice(["en", "de"]),
    help="The language of the first journey. Without it that of your computer.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
def init(folder: str, yes: bool, language: str | None, dry_run: bool) -> None:
    """Begin with journeyaudit in FOLDER: a configuration, a commit hook, a first journey.

    Whatever is there already stays as it is. Without FOLDER it is the one you are in. On a terminal a few
    questions are asked about the first journey; an empty answer takes what stands in brackets.

    Leaves with 0, or with 2 when something cannot be read or written.
    """
    ask = usual_answer if yes or not _on_terminal() else _ask
    planned = list(_plan(Path(folder), language or language_of(os.environ), ask))
    for each in planned:
        if not each.whole:
            screen.write(f"{shown(each.path.as_posix())} {each.said}\n")
        elif dry_run:
            new = "".join(f"  | {line}".rstrip() + "\n" for line in each.new.splitlines())
            screen.write(f"would write {shown(each.path.as_posix())} ({each.said}):\n{new}")
        else:
            write_file(each.path, each.whole.encode())
            screen.write(f"wrote {shown(each.path.as_posix())} ({each.said})\n")
    _say_what_is_next(folder, planned, dry_run)


def _plan(folder: Path, language: str, ask: Ask) -> Iterator[Planned]:
    yield _configuration(folder)
    yield _hook(folder)
    yield _journey(folder, language, ask)


def _configuration(folder: Path) -> Planned:
    from journeyaudit.project.configuration import configuration_for

    path = folder / _CONFIGURATION
    if os.path.lexists(path):
        return Planned(path, "is there already and stays as it is")
    source = configuration_for((str(folder),))[0].source
    if source is not None:
        return Planned(path, f"is not needed: the settings in {source.path} hold here")
    text = configuration_text()
    return Planned(path, "how to check", text, text)


def configuration_text() -> str:
    """A ``journeyaudit.toml`` that changes nothing and says what could be changed first."""
    lines = [
        "# How journeyaudit checks the journeys below this folder. Take the sign away from a line to use it.",
        "# All settings, and where they come from: journeyaudit check --show-settings",
    ]
    for name in _SHOWN_SETTINGS:
        option = BY_NAME[name]
        words = f" ({', '.join(option.choices)})" if option.choices else ""
        usual = option.default if option.default not in ("", "[]") else ""
        lines += ["", f"# {option.meaning}{words}", f"# {f'{name} = {usual}' if usual else option.example}"]
    return "".join(f"{line}\n" for line in lines)


def _hook(folder: Path) -> Planned:
    root = _repository_around(folder)
    if root is None:
        return Planned(folder / _HOOKS, "is not needed: this is no git repository")
    path = root / _HOOKS
    item = entry(*_origin())
    text = _read(path)
    if has_our_hooks(text):
        return Planned(path, "has the hooks already")
    whole = with_entry(text, item)
    if whole is None:
        return Planned(path, f"is laid out in an unusual way; add this below its `repos:` yourself:\n{item}")
    return Planned(path, "two hooks more" if text else "two hooks", item, whole)


def _repository_around(folder: Path) -> Path | None:
    """The folder with ``.git`` in it, as one would name it from here."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - links in the path stay what they are called
    for above, each in enumerate((here, *here.parents)):
        if os.path.lexists(each / ".git"):
            return folder.joinpath(*[".."] * above)
    return None


def _read(path: Path) -> str:
    if not os.path.lexists(path):
        return ""
    try:
        return path.read_bytes().decode()
    except (OSError, ValueError) as error:
        raise Trouble(f"cannot read {path}: {getattr(error, 'strerror', '') or 'it is no text'}") from error


def _origin() -> tuple[str, str]:
    """The repository journeyaudit was installed from, and the commit; nothing if it was another way."""
    from importlib import metadata

    try:
        said = json.loads(metadata.distribution("journeyaudit").read_text("direct_url.json") or "{}")
        address, commit = str(said["url"]), str(said["vcs_info"]["commit_id"])
    except (metadata.PackageNotFoundError, LookupError, TypeError, ValueError):
        return "", ""
    # a folder of one's own computer is of no use to the others
    return (address, commit) if address.startswith(("https://", "ssh://")) else ("", "")


def _journey(folder: Path, language: str, ask: Ask) -> Planned:
    from journeyaudit.project.discover import discover

    path = folder / _JOURNEY
    if os.path.lexists(path):
        return Planned(path, "is there already and stays as it is")
    known = discover((str(folder),), None).files
    if known:
        return Planned(path, f"is not needed: there are journeys already, such as {known[0]}")
    text = first_journey(language, ask)
    return Planned(path, "a first sketch", text, text)


def language_of(environment: Mapping[str, str]) -> str:
    """``de`` where the computer speaks German, else ``en``."""
    said = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    named = next(filter(None, said), None) or locale.getlocale()[0] or ""
    return "de" if _GERMAN.match(named) else "en"


def _on_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()


def _ask(question: str, usual: str) -> str:
    return str(click.prompt(question, default=usual))


def _say_what_is_next(folder: str, planned: list[Planned], dry_run: bool) -> None:
    if dry_run:
        screen.write("nothing was written\n")
        return
    where = "" if folder == "." else f" {shown(folder)}"
    screen.write(f"next: journeyaudit check{where}\n")
    if any(each.path.name == _HOOKS and each.whole for each in planned):
        screen.write("to check what you commit: pre-commit install\n")
