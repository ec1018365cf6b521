"""A ``.pre-commit-config.yaml`` -> the same with hooks for journeys, every other byte as it was."""

from __future__ import annotations

import re

# as in .pre-commit-hooks.yaml, which says the same for those who name a repository
_LOCAL = """\
- repo: local  # with the journeyaudit that is installed where one commits
  hooks:
    - id: journeyaudit
      name: journeyaudit check (changed journeys)
      entry: journeyaudit check
      language: system
      files: \\.journey$
      require_serial: true
    - id: journeyaudit-fmt
      name: journeyaudit fmt
      entry: journeyaudit fmt
      language: system
      files: \\.journey$
      require_serial: true
"""
_FROM_A_REPOSITORY = """\
- repo: {repository}
  rev: {revision}
  hooks:
    - id: journeyaudit
    - id: journeyaudit-fmt
"""
_OURS = re.compile(r"^[^#\n]*\bid:\s*[\"']?journeyaudit\b", re.MULTILINE)
_LIST = re.compile(r"^repos:[ ]*(\[[ ]*\])?[ ]*(?:#.*)?$")
_KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")
_ITEM = re.compile(r"( *)- ")


def entry(repository: str = "", revision: str = "") -> str:
    """The item of the list of repositories, not indented; without a repository what is installed is used."""
    if not repository:
        return _LOCAL
    return _FROM_A_REPOSITORY.format(repository=repository, revision=revision)


def has_our_hooks(text: str) -> bool:
    return bool(_OURS.search(text))


def with_entry(text: str, item: str) -> str | None:
    """The text with one more item in its list of repositories; None if it is not plain where that would go.

    Only lists with one item below the other are understood, as nearly everybody writes them.
    """
    if not text.strip():
        return "repos:\n" + _indented(item, 2)
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    begin = _list_begins(lines)
    if begin is None:
        return None
    stop = next((at for at in range(begin + 1, len(lines)) if _KEY.match(lines[at])), len(lines))
    depth = _depth(lines[begin + 1 : stop])
    if depth is None:
        return None
    head, body = lines[: begin + 1], lines[begin + 1 : stop]
    head[-1] = re.sub(r" *\[ *\]", "", head[-1], count=1) if not _said(body) else head[-1]
    at = _after_the_last(body, depth) if stop < len(lines) else len(body)
    before = "".join((*head, *body[:at]))
    if not before.endswith("\n"):
        before += end
    added = _indented(item, depth).replace("\n", end)
    return before + added + "".join((*body[at:], *lines[stop:]))


def _list_begins(lines: list[str]) -> int | None:
    """The number of the line ``repos:``, if there is one in a single plain document."""
    if any(line.startswith(("---", "...")) for line in lines[1:]) or any("\t" in line for line in lines):
        return None
    found = [at for at, line in enumerate(lines) if _LIST.match(line.rstrip())]
    if len(found) != 1:
        return None
    empty = "[" in lines[found[0]].partition("#")[0]
    after = _said(lines[found[0] + 1 :])
    return None if empty and after and not _KEY.match(after[0]) else found[0]


def _depth(body: list[str]) -> int | None:
    """How far the items of the list are indented; None if something else stands in it."""
    said = _said(body)
    if not said:
        return 2
    first = _ITEM.match(said[0])
    if first is None:
        return None
    depth = len(first[1])
    plain = all(_blanks(line) > depth or line.startswith(" " * depth + "- ") for line in said)
    return depth if plain else None


def _after_the_last(body: list[str], depth: int) -> int:
    """Behind the last line of the last item; comments that stand further left go with what follows."""
    belongs = (at for at, line in enumerate(body) if line.strip() and not _is_comment(line, depth))
    return max(belongs, default=-1) + 1


def _is_comment(line: str, depth: int) -> bool:
    return line.lstrip().startswith("#") and _blanks(line) <= depth


def _said(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _blanks(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indented(item: str, depth: int) -> str:
    return "".join(" " * depth + line for line in item.splitlines(keepends=True))
