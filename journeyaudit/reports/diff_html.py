"""A comparison -> one page that stands alone: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType

from journeyaudit.comparison import Comparison
from journeyaudit.reports.columns import shown
from journeyaudit.reports.diff_lines import sections
from journeyaudit.reports.diff_section import BAD, GOOD, Line, Room, Section
from journeyaudit.reports.diff_summary import summary, title
from journeyaudit.reports.drawn import Drawn
from journeyaudit.reports.review.glossary import glossary_html

STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.25rem; border-bottom: 1px solid; }
h3 { font-size: 1.1rem; } h4 { font-size: 1rem; margin-bottom: .2rem; }
h1, h2, summary { overflow-wrap: anywhere; }
.picture { overflow: auto; max-height: 80vh; border: 1px solid; }
.picture img { display: block; min-width: 100%; }
ul { padding-left: 1.4rem; margin: .2rem 0; } li { margin: .15rem 0; overflow-wrap: anywhere; }
li.signed { list-style: none; text-indent: -1.2rem; }
.sign { font-family: ui-monospace, monospace; font-weight: bold; margin-right: .4rem; }
summary { font-weight: bold; cursor: pointer; margin-top: 1rem; }
.tone { font-weight: bold; margin-right: .4rem; }
.better > .tone, .better > .sign { color: #00694e; }
.worse > .tone, .worse > .sign { color: #a8400a; text-decoration: underline; }
@media print {
  .picture { max-height: none; overflow: visible; }
  .picture img { min-width: 0; max-width: 100%; height: auto; }
}
@media (prefers-color-scheme: dark) {
  .better > .tone, .better > .sign { color: #56d1ae; }
  .worse > .tone, .worse > .sign { color: #f0a35e; }
}
"""


_CODE = re.compile(r"`([^`]+)`")


def diff_html(comparison: Comparison, pictures: Mapping[int, Drawn] = MappingProxyType({})) -> str:
    """``pictures`` show both versions of a journey, by its number."""
    heading = escape(shown(title(comparison)))
    body = [f"<h1>{heading}</h1>", f"<p>{escape(summary(comparison))}</p>"]
    journey = -1
    for section in sections(comparison):
        journey = section.journey if section.level == 1 else journey
        body += section_html(section)
        # the answers come first; the picture shows what changed before the words tell it
        if section.level == 2 and section.room is Room.CHANGES and journey in pictures:
            body.append(picture_html(pictures[journey]))
    body.append(glossary_html())
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def section_html(section: Section) -> Iterator[str]:
    """A section as parts of a page: its heading, and its lines as a list."""
    if section.is_known:
        heading = f"{_words(section.heading)} ({len(section.lines)})"
        yield f"<details>\n<summary>{heading}</summary>\n{_list(section.lines)}\n</details>"
        return
    level = section.level + 1
    yield f"<h{level}>{_words(section.heading)}</h{level}>"
    if section.lines:
        yield _list(section.lines)


def picture_html(drawn: Drawn) -> str:
    """As data of its own, so that the names and colours in one picture do not reach into another."""
    data = b64encode(drawn.svg.encode()).decode("ascii")
    image = f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(shown(drawn.told))}">'
    # in its own size, for what is fitted to a page cannot be read; the keyboard can scroll it as well
    return f'<div class="picture" tabindex="0" role="group" aria-label="Picture">{image}</div>'


def _words(text: str) -> str:
    """As they are; what stands between backticks is something to write."""
    return _CODE.sub(r"<code>\1</code>", escape(shown(text)))


def _list(lines: tuple[Line, ...]) -> str:
    return "<ul>\n" + "".join(_item(line) for line in lines) + "</ul>"


def _item(line: Line) -> str:
    mood = "better" if line.tone in GOOD else "worse" if line.tone in BAD else ""
    kinds = " ".join(kind for kind in (mood, "signed" if line.sign else "") if kind)
    kind = f' class="{kinds}"' if kinds else ""
    sign = f'<span class="sign">{escape(line.sign)}</span>' if line.sign else ""
    tone = f'<span class="tone">{escape(line.tone)}:</span>' if line.tone and not line.sign else ""
    below = f"\n{_list(line.below)}\n" if line.below else ""
    return f"<li{kind}>{sign}{tone}{_words(line.text)}{below}</li>\n"
