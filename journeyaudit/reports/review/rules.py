"""The pages of rules that found something -> sections at the end of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from journeyaudit.reports.input_problems import INPUT_PROBLEMS
from journeyaudit.reports.page_text import bare
from journeyaudit.reports.review.markup import code_block, rule_anchor, with_code, words
from journeyaudit.rulebook.pages import REPAIRED, TROUBLE, RulePage

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TOLD = ("Why it hurts", "What to do", "When to allow it", "Sources")
_OUTSIDE = ("https://", "http://", "mailto:")


def rules_html(rules: Sequence[str], pages: Mapping[str, RulePage]) -> str:
    """A section for each of ``rules`` that has a page, or is a problem with the text itself."""
    sections = "".join(_section(rule, pages) for rule in rules if is_explained(rule, pages))
    if not sections:
        return ""
    return (
        '<section class="rules" aria-labelledby="rules">\n'
        '<h2 id="rules">The rules that found something</h2>\n'
        f"{sections}</section>\n"
    )


def is_explained(rule: str, pages: Mapping[str, RulePage]) -> bool:
    """Is there anything to tell about it?"""
    return rule in pages or rule in INPUT_PROBLEMS


def _section(rule: str, pages: Mapping[str, RulePage]) -> str:
    inside = _page(pages[rule]) if rule in pages else f"<p>{with_code(INPUT_PROBLEMS[rule])}</p>\n"
    title = pages[rule].title if rule in pages else "A problem with the text"
    anchor = rule_anchor(rule)
    return (
        f'<section class="rule" id="{anchor}" tabindex="-1" aria-labelledby="{anchor}-title">\n'
        f'<h3 id="{anchor}-title">{words(title)} <code>{words(rule)}</code></h3>\n{inside}</section>\n'
    )


def _page(page: RulePage) -> str:
    markdown = _reader()
    said = [f'<p class="question">{with_code(page.question)}</p>\n']
    said += (
        f"<h4>{words(section.heading)}</h4>\n{markdown_html(section.text, markdown)}"
        for section in page.sections
        if section.heading in _TOLD and section.text
    )
    for heading, name in ((TROUBLE, "An example"), (REPAIRED, "The same, repaired")):
        for example in page.examples_of(heading)[:1]:
            lines = bare(example.text).rstrip("\n").split("\n")
            said.append(f"<details><summary>{name}</summary>{code_block(lines)}</details>\n")
    return "".join(said)


def markdown_html(text: str, markdown: MarkdownIt | None = None) -> str:
    """Markdown without markup of its own, pictures, and links that would lead nowhere from this page."""
    reader = markdown or _reader()
    tokens = reader.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h5"
        if token.children:
            token.children = list(_without_dead_links(token.children))
    return str(reader.renderer.render(tokens, reader.options, {}))


def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])


def _without_dead_links(tokens: Iterable[Token]) -> Iterator[Token]:
    opened: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            opened.append(str(token.attrs.get("href", "")).startswith(_OUTSIDE))
            token.attrs["rel"] = "noreferrer"
        keeps = opened[-1] if token.type in ("link_open", "link_close") and opened else True
        if token.type == "link_close" and opened:
            opened.pop()
        if keeps:
            yield token
