"""Entries of rules -> their documentation as Markdown: an index, and a page for each pack and each rule."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from journeyaudit.finding.words import count, listed
from journeyaudit.reports.rule_entries import RuleEntry
from journeyaudit.rulebook.pages import REPAIRED, TROUBLE

INDEX = "README.md"
PICTURES = "pictures"
MADE_BY = "made by `journeyaudit rules docs`"
"""Stands in every page, so that one can tell it from a page that somebody wrote."""
_HEAD = "| rule | severity | profile | question |\n|---|---|---|---|\n"


def by_pack(entries: Iterable[RuleEntry]) -> Iterator[tuple[str, Sequence[RuleEntry]]]:
    """The rules of each pack, in the order of their names."""
    ordered = sorted(entries, key=lambda each: (each.pack, each.id))
    for pack, rules in groupby(ordered, key=lambda each: each.pack):
        yield pack, tuple(rules)


def index_page(entries: Sequence[RuleEntry]) -> str:
    """All rules in tables."""
    packs = list(by_pack(entries))
    total = f"{count(len(entries), 'rule')} in {count(len(packs), 'pack')}"
    parts = [
        f"# The rules\n\n{total}, {MADE_BY}. A rule counts from its profile on: start, kafka, service, "
        "strict. The name of a rule leads to its page, the name of a pack to its pictures.\n"
    ]
    for pack, rules in packs:
        rows = "".join(
            f"| [{each.id}]({page_name(each)}) | {_graded(each)} | {each.profile} "
            f"| {_cell(each.page.question)} |\n"
            for each in rules
        )
        parts.append(f"## [{pack}]({pack}.md)\n\n{_HEAD}{rows}")
    return "\n".join(parts)


def pack_page(
    pack: str,
    entries: Sequence[RuleEntry],
    sentences: Mapping[str, str],
    told: Mapping[str, str],
) -> str:
    """Every rule of a pack with its pictures and sentences; ``told`` is what the first finding in the
    trouble says, both by rule."""
    parts = [f"# The pack “{pack}”\n\n{count(len(entries), 'rule')}, {MADE_BY}; [all packs]({INDEX}).\n"]
    for each in entries:
        link = f"[{each.pack}/{each.id}]({page_name(each)})"
        parts.append(f"## {each.page.title}\n\n{each.page.question}\n\n{link}: {_about(each)}.\n")
        if each.id in told:
            parts.append(_pictures(each, told[each.id]))
        parts.append(f"```rule\n{sentences[each.id].strip()}\n```\n")
    return "\n".join(parts)


def rule_page(each: RuleEntry, text: str, told: str, folder: str) -> str:
    """The page of a rule with its pictures in front of its examples; ``text`` is the page as it was
    written, ``folder`` where the documentation will stand."""
    lines = text.replace("\r\n", "\n").split("\n")
    question = next((at for at, line in enumerate(lines) if line.startswith("```")), 1)
    written = _link(each.file, posixpath.join(folder, each.pack))
    about = f"{each.pack}/{each.id}: {_about(each)}. This page was {MADE_BY} of [this file]({written}).\n"
    made = [*lines[:question], about, *lines[question:]]
    for heading in (TROUBLE, REPAIRED) if told else ():
        alt = _cell(told).replace("[", "(").replace("]", ")") if heading == TROUBLE else "The same, put right"
        at = made.index(f"## {heading}") + 1
        made[at:at] = ["", f"![{alt}](../{picture_name(each.id, heading)})", ""]
    return "\n".join(made)


def page_name(each: RuleEntry) -> str:
    """Where the page of a rule stands, seen from the folder."""
    return f"{each.pack}/{each.id}.md"


def picture_name(rule_id: str, heading: str) -> str:
    """Where the picture of an example stands, seen from the folder."""
    return f"{PICTURES}/{rule_id}-{heading.lower()}.svg"


def _pictures(each: RuleEntry, told: str) -> str:
    trouble, repaired = picture_name(each.id, "trouble"), picture_name(each.id, "repaired")
    alt = _cell(told).replace("[", "(").replace("]", ")")
    return (
        f"| trouble | repaired |\n|---|---|\n| ![{alt}]({trouble}) | ![The same, put right]({repaired}) |\n\n"
        f"What is found: {_cell(told)}.\n"
    )


def _about(each: RuleEntry) -> str:
    parts = [f"{_graded(each)}, from the profile {each.profile} on"]
    if each.explains:
        names = listed([f"`{name}`" for name in each.explains], "or")
        parts.append(f"evidence below {names} where that is found, too")
    if each.settings:
        said = listed([f"“{name}” ({default})" for name, default in each.settings.items()])
        parts.append(f"settings {said}")
    return "; ".join(parts)


def _graded(each: RuleEntry) -> str:
    return listed(each.severities, "or")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _link(file: str, folder: str) -> str:
    path = os.path.relpath(os.path.realpath(file), os.path.realpath(folder))
    return posixpath.normpath(path.replace(os.sep, "/")).replace(" ", "%20")
