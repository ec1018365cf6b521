"""A git revision -> a folder with its journeys, pages and configuration, as they were then.

Files are taken from the repository's objects as they are: no filter, hook or attribute of the repository
runs or decides anything. Only what a check may need is taken: journeys, Markdown pages (rules of one's own),
configuration, ``.gitignore``, and the files that were named. Links and submodules are left out.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from journeyaudit.source.record import record

_NEEDED = (".journey", ".md", ".toml", "/.gitignore")
_FILES = ("100644", "100755")


class RevisionError(Exception):
    """Git is missing, this is no repository, or there is no such revision; the message says it in words."""


@record
class Repository:
    """``top`` is its working folder, ``inside`` where we are in there ("" at its top)."""

    top: str
    inside: str


def repository() -> Repository:
    """The one around the folder we are in."""
    said = _git(("rev-parse", "--show-toplevel", "--show-prefix"), "this folder is in no git repository")
    top, _, rest = said.decode("utf-8", "surrogateescape").partition("\n")
    return Repository(top, rest.rstrip("\n").rstrip("/"))


def commit_of(revision: str) -> str:
    """The full name of a commit; ``A...B`` is where both parted from each other."""
    first, dots, second = revision.partition("...")
    if dots:
        names = (commit_of(first or "HEAD"), commit_of(second or "HEAD"))
        said = f"“{first}” and “{second}” have no commit in common"
        return _found(("merge-base", *names), said)
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _found(words, f"there is no revision “{revision}”")


def _found(words: Sequence[str], trouble: str) -> str:
    """A commit; what is not there may only not have been fetched, which is usual where checks run."""
    try:
        return _git(words, trouble).decode("ascii").strip()
    except RevisionError as error:
        if not _is_shallow():
            raise
        hint = "this clone has only a part of the history: `git fetch --unshallow` brings the rest"
        raise RevisionError(f"{error}; {hint}") from error


def _is_shallow() -> bool:
    try:
        return _git(("rev-parse", "--is-shallow-repository"), "").strip() == b"true"
    except RevisionError:
        return False


def is_revision(name: str) -> bool:
    """Does git know a commit by this name? False also where there is no git."""
    try:
        return bool(commit_of(name))
    except RevisionError:
        return False


def write_revision(commit: str, top: str, into: Path, named: Iterable[str] = ()) -> None:
    """Writes the files of a commit below ``into``; ``named`` are further files, seen from the top."""
    wanted = frozenset(named)
    listed = _git(("-C", top, "ls-tree", "-r", "-z", "--full-tree", commit), "the revision cannot be read")
    files: list[tuple[str, str]] = []
    for entry in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, path = entry.partition("\t")
        mode, _, name = about.split(" ")
        inside = ".." not in path.split("/")
        if mode in _FILES and inside and (path in wanted or f"/{path}".endswith(_NEEDED)):
            files.append((name, path))
    # without it the .gitignore files of the revision would not count as those of a repository
    (into / ".git").mkdir()
    for (_, path), data in zip(files, _blobs(top, [name for name, _ in files]), strict=True):
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _blobs(top: str, names: Sequence[str]) -> Iterable[bytes]:
    asked = "".join(f"{name}\n" for name in names).encode("ascii")
    answer = _git(("-C", top, "cat-file", "--batch"), "the files of the revision cannot be read", asked)
    at = 0
    for _ in names:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split(b" ")[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _git(words: Sequence[str], trouble: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", *words], input=given, capture_output=True, check=False)
    except OSError as error:
        raise RevisionError("git is needed to compare revisions, and cannot be run here") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        # git's own last line says what it is, where we do not know better
        known = not said or "not a git repository" in said[-1]
        more = "" if known else f" (git says: {said[-1]})"
        raise RevisionError(trouble + more)
    return done.stdout
