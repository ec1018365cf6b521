"""Words of users and of the tool -> pieces of a page in which no name can do harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from journeyaudit.reports.columns import shown

_CODE = re.compile(r"`([^`]+)`")
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9-]")
_SIZE = re.compile(r'<svg\b[^>]*?viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"', re.DOTALL)
_IN_ADDRESS = str.maketrans(
    {"%": "%25", "#": "%23", "\n": "%0A", "\r": "%0D", "\t": "%09", "'": "%27", "&": "&amp;"}
)


def words(text: str) -> str:
    """A text on one line, escaped for a page and for the value of an attribute."""
    return escape(shown(" ".join(text.split())))


def with_code(text: str) -> str:
    """The same, with what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", words(text))


def element(name: str, inside: str, kind: str = "") -> str:
    """``inside`` is markup already."""
    return f'<{name} class="{kind}">{inside}</{name}>' if kind else f"<{name}>{inside}</{name}>"


def listing(items: Iterable[str], kind: str = "") -> str:
    """A list of pieces of markup; nothing for none."""
    inside = "".join(f"<li>{item}</li>" for item in items)
    return element("ul", inside, kind) if inside else ""


def table(anchor: str, caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Cells are markup already. Each tells its column, for screens too narrow for a table; ``anchor`` is the
    id of the heading that names it where it has no caption."""
    head = "".join(f'<th scope="col">{words(each)}</th>' for each in columns)
    lines = []
    for first, *others in rows:
        cells = "".join(
            f'<td data-column="{words(column)}">{cell}</td>'
            for column, cell in zip(columns[1:], others, strict=True)
        )
        lines.append(f'<tr><th scope="row">{first}</th>{cells}</tr>\n')
    named = f"<caption>{words(caption)}</caption>" if caption else ""
    label = "" if caption else f' aria-labelledby="{anchor}"'
    return (
        f'<table class="listed"{label}>{named}<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{''.join(lines)}</tbody></table>\n"
    )


def rule_anchor(rule: str) -> str:
    """The id of the section about a rule."""
    return f"rule-{_NOT_IN_AN_ID.sub('-', rule.lower())}"


def paragraphs(text: str) -> Iterator[str]:
    """A longer text: lines of a journey, which begin with a blank, become code that can be copied."""
    for is_code, lines in groupby(text.splitlines(), key=lambda line: line.startswith(" ")):
        if is_code:
            yield code_block(lines)
        else:
            yield from (f"<p>{with_code(line)}</p>" for line in lines if line.strip())


def code_block(lines: Iterable[str]) -> str:
    """Lines as they are, scrolled by keyboard where they are too long."""
    inside = "\n".join(escape(shown(line)) for line in lines)
    return f'<pre tabindex="0"><code>{inside}</code></pre>\n'


def image(svg: str, name: str) -> str:
    """A picture as data of its own: names and colours in it cannot reach into the page, nothing in it
    runs, and it is not drawn before it is looked at. Written out, not in base64, which is a third longer."""
    address = svg.translate(_IN_ADDRESS)
    found = _SIZE.search(svg)
    size = f' width="{round(float(found[1]))}" height="{round(float(found[2]))}"' if found else ""
    return f'<img loading="lazy"{size} alt="{words(name)}" src=\'data:image/svg+xml,{address}\'>'
