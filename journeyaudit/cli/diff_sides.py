"""The words behind ``diff`` -> two sides, each audited where and as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeAlias

import click

from journeyaudit.cli.exits import Trouble
from journeyaudit.comparison.revisions import (
    Repository,
    RevisionError,
    commit_of,
    is_revision,
    repository,
    write_revision,
)
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

if TYPE_CHECKING:
    from journeyaudit.comparison import Side
    from journeyaudit.finding import Finding
    from journeyaudit.project.configuration import Configuration
    from journeyaudit.project.wishes import Wishes

Audited: TypeAlias = "tuple[Side, Mapping[str, SourceText]]"
Configured: TypeAlias = "tuple[Configuration, tuple[Finding, ...]]"


@record
class Asked:
    """``old`` and ``new`` are paths, or revisions where ``revisions`` is set; ``new`` "" is the working
    folder. ``paths`` narrow a comparison of revisions."""

    old: str
    new: str
    revisions: bool
    paths: tuple[str, ...] = ()
    note: str = ""


def asked_for(words: Sequence[str], behind: Sequence[str] | None, revisions: str | None) -> Asked:
    """What is to be compared: ``behind`` are the words behind ``--``, None without it.

    A word that is the path of something is a path, any other a revision; docs/reviews.md has all cases.
    """
    if revisions is not None:
        old, new = _range(revisions)
        return Asked(old, new, True, (*words, *(behind or ())))
    if behind is not None:
        return _named(list(words), tuple(behind))
    known = [Path(word).exists() for word in words]
    count = known.index(True) if True in known else len(words)
    if not all(known[count:]):
        wrong = words[known.index(False, count)]
        raise click.UsageError(f"{wrong!r} is no path; revisions stand before the paths")
    if count:
        return _named(list(words[:count]), tuple(words[count:]))
    if len(words) != 2:
        note = _note(words)
        more = f"; {note}" if note else ""
        raise click.UsageError(f"name two files or folders, or a revision (see the examples){more}")
    old, new = words
    if Path(old).is_dir() != Path(new).is_dir():
        raise click.UsageError("a file cannot be compared with a folder: name two files or two folders")
    return Asked(old, new, False, note=_note(words))


def _named(revisions: list[str], paths: tuple[str, ...]) -> Asked:
    if len(revisions) == 1:
        old, new = _range(revisions[0])
        return Asked(old, new, True, paths)
    if len(revisions) == 2:
        return Asked(revisions[0], revisions[1], True, paths)
    said = "there is no revision before --" if not revisions else "more than two revisions are named"
    raise click.UsageError(said)


def _range(words: str) -> tuple[str, str]:
    """``A..B``; ``A`` and ``A..`` against the working folder; ``A...B`` from where B left A."""
    if "..." in words:
        old, _, new = words.partition("...")
        return f"{old}...{new}", new or "HEAD"
    old, dots, new = words.partition("..")
    if dots and not old:
        raise click.UsageError(f"the revision before the dots is missing in {words!r}")
    return old, new


def _note(words: Sequence[str]) -> str:
    both = [word for word in words if is_revision(word)]
    if not both:
        return ""
    return f"“{both[0]}” is taken for the path of this name; for the revision write --rev {both[0]}"


def audited(asked: Asked, wishes: Wishes) -> tuple[Audited, Audited]:
    """Both sides."""
    if not asked.revisions:
        return _of_path(asked.old, wishes), _of_path(asked.new, wishes)
    try:
        return _of_revisions(asked, wishes)
    except RevisionError as error:
        raise Trouble(str(error)) from error


def _of_path(path: str, wishes: Wishes) -> Audited:
    from journeyaudit.audit import audit_paths
    from journeyaudit.comparison import Side

    outcome, sources = audit_paths((path,), wishes)
    return Side(path, outcome, path, single=not Path(path).is_dir()), sources


def _of_revisions(asked: Asked, wishes: Wishes) -> tuple[Audited, Audited]:
    where = repository()
    commits = (commit_of(asked.old), commit_of(asked.new) if asked.new else "")
    here = Path.cwd()
    paths = tuple(_seen_from_here(path, here, where.top) for path in asked.paths) or (".",)
    named = [os.path.normpath(Path(where.inside, path)).replace(os.sep, "/") for path in paths]
    with _folder_of(commits[0], where, named) as folder, chdir(folder / where.inside):
        before = _of_places(_label(asked.old), paths, wishes, folder)
    if not commits[1]:
        after = _of_places("the working folder", paths, wishes, None)
    else:
        with _folder_of(commits[1], where, named) as folder, chdir(folder / where.inside):
            after = _of_places(asked.new, paths, wishes, folder)
    if not before[0].outcome.files and not after[0].outcome.files:
        raise Trouble(f"there is no journey in {', '.join(asked.paths) or 'this folder'} on either side")
    return before, after


def _label(revision: str) -> str:
    left, dots, branch = revision.partition("...")
    return f"{left or 'HEAD'} where {branch or 'HEAD'} left it" if dots else revision


def _seen_from_here(path: str, here: Path, top: str) -> str:
    seen = os.path.relpath(Path(path), here)
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(top)):
        raise Trouble(f"{path} lies outside of the repository {top}")
    return seen


@contextmanager
def _folder_of(commit: str, where: Repository, named: Sequence[str]) -> Iterator[Path]:
    folder = Path(os.path.realpath(mkdtemp(prefix="journeyaudit-")))
    try:
        write_revision(commit, where.top, folder, named)
        (folder / where.inside).mkdir(parents=True, exist_ok=True)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _of_places(label: str, paths: Sequence[str], wishes: Wishes, folder: Path | None) -> Audited:
    """What is not there on a side is no trouble: then all of it is new, or gone."""
    from journeyaudit.audit import audit_paths
    from journeyaudit.comparison import Side
    from journeyaudit.model.journey import Service
    from journeyaudit.rulebook.outcome import Outcome

    configuration = _configured(paths, wishes, folder)
    there = [path for path in paths if _has_journeys(path, configuration[0])]
    if not there:
        return Side(label, Outcome(Service({}, {}, ()))), {}
    outcome, sources = audit_paths(there, replace(wishes, configuration=configuration))
    return Side(label, outcome), sources


def _has_journeys(path: str, configuration: Configuration) -> bool:
    from journeyaudit.project.discover import discover

    if not Path(path).is_dir():
        return Path(path).exists()
    return bool(discover((path,), None, configuration.markdown).files)


def _configured(paths: Sequence[str], wishes: Wishes, folder: Path | None) -> Configured:
    """The configuration of the revision, never one that happens to lie above its temporary folder."""
    from journeyaudit.project.configuration import configuration_for

    found = configuration_for(paths, wishes)
    outside = folder is not None and any(
        layer.name and not Path(os.path.realpath(layer.folder)).is_relative_to(folder)
        for layer in found[0].layers
    )
    return configuration_for(paths, replace(wishes, isolated=True)) if outside else found
