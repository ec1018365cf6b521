"""Markdown that people wrote -> paragraphs, items and lines to copy, without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeyaudit.source.record import record

if TYPE_CHECKING:
    from markdown_it.token import Token

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
"""What stands in a page for its writers only."""


@record
class Passage:
    """One paragraph. ``sign`` is what an item begins with (``-``, ``2.``), ``depth`` counts the lists
    around it; a ``verbatim`` passage is one line that stays as it is."""

    words: str
    sign: str = ""
    depth: int = 0
    verbatim: bool = False


def without_comments(markdown: str) -> str:
    """The text without ``<!-- ... -->``."""
    return COMMENT.sub("", markdown).strip()


def passages(markdown: str) -> tuple[Passage, ...]:
    """In order. Code in a line keeps its backquotes, as in all reports; a link is followed by its address."""
    from markdown_it import MarkdownIt  # only whoever reads pages pays for it

    return tuple(_Reader(MarkdownIt("commonmark").parse(without_comments(markdown))).passages())


class _Reader:
    """Walks over blocks; lists around the present one are kept in ``_numbers`` (None: no numbers)."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._numbers: list[int | None] = []
        self._sign = ""

    def passages(self) -> Iterator[Passage]:
        for token in self._tokens:
            match token.type:
                case "bullet_list_open":
                    self._numbers.append(None)
                case "ordered_list_open":
                    self._numbers.append(int(token.attrGet("start") or 1))
                case "bullet_list_close" | "ordered_list_close":
                    self._numbers.pop()
                case "list_item_open":
                    self._begin_item()
                case "inline":
                    yield self._taken(_plain(token))
                case "fence" | "code_block":
                    for line in token.content.rstrip("\n").split("\n"):
                        yield Passage(line, depth=len(self._numbers), verbatim=True)
                case _:
                    pass

    def _begin_item(self) -> None:
        number = self._numbers[-1]
        self._sign = "-" if number is None else f"{number}."
        if number is not None:
            self._numbers[-1] = number + 1

    def _taken(self, words: str) -> Passage:
        sign, self._sign = self._sign, ""
        return Passage(words, sign, len(self._numbers))


def _plain(token: Token) -> str:
    parts: list[str] = []
    addresses: list[str] = []
    for child in token.children or ():
        match child.type:
            case "text" | "html_inline":
                parts.append(child.content)
            case "code_inline":
                parts.append(f"`{child.content}`")
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "link_open":
                addresses.append(str(child.attrGet("href") or ""))
            case "link_close":
                parts.append(_behind("".join(parts), addresses.pop()))
            case "image":
                parts.append(child.content)
            case _:
                pass
    return " ".join("".join(parts).split())


def _behind(said: str, address: str) -> str:
    """The address of a link, unless it is what the link says."""
    return "" if not address or said.endswith(address) else f" ({address})"
