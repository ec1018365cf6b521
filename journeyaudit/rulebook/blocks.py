"""A page of a rule -> where its sentences stand, mostly without a reader of Markdown.

The pages of all rules are looked at whenever journeys are checked, so the usual page is scanned for its
block; only one that might mean something else is read as Markdown. ``pages.read_page`` says the same.
"""

from __future__ import annotations

import re

from journeyaudit.source import SourceText

_BLOCK = "```rule"
_MAY_BE_ONE = re.compile(r"[`~]{3}\s*rule\s*$", re.MULTILINE)


def sentences_of(source: SourceText) -> tuple[int, int]:
    """The offsets between which the sentences of a page stand; equal where it has none."""
    text = source.plain
    found = usual_block(text)
    if found is not None:
        return found
    if not _MAY_BE_ONE.search(text):
        return 0, 0
    from journeyaudit.rulebook.pages import read_page

    page, _ = read_page(source)
    return page.start, page.end


def usual_block(text: str) -> tuple[int, int] | None:
    """Where the sentences stand; None if what stands before them, or how they end, needs a closer look."""
    at = text.find(f"\n{_BLOCK}\n")
    if at < 0:
        return None
    before, start = text[:at], at + len(_BLOCK) + 2
    if "```" in before or "~~~" in before or "<" in before:
        return None
    end = text.find("```", start)
    return (start, end) if text[end - 1 : end + 4] == "\n```\n" else None
