"""A comparison -> the report a person reads in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.comparison import Comparison
from journeyaudit.reports.columns import WIDTH, shown, wrapped
from journeyaudit.reports.diff_lines import sections
from journeyaudit.reports.diff_section import BAD, GOOD, Line, Section
from journeyaudit.reports.diff_summary import summary, title
from journeyaudit.reports.style import PLAIN, Style

_INDENT = "  "
_ROLES = {**dict.fromkeys(GOOD, "help"), **dict.fromkeys(BAD, "error"), "new": "info"}


def diff_text(comparison: Comparison, *, width: int = WIDTH, style: Style = PLAIN) -> str:
    """The whole comparison, ending with a line feed; its last line sums it up."""
    lines = [style.paint("title", shown(title(comparison)))]
    for section in sections(comparison):
        lines += ["", *_section(section, width, style)]
    first, *more = wrapped(summary(comparison), width)
    lines += ["", first, *(_INDENT + line for line in more)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _section(section: Section, width: int, style: Style) -> Iterator[str]:
    indent = _INDENT if section.level == 3 else ""
    heading = shown(section.heading)
    yield indent + style.paint("heading", heading)
    if section.level == 1:
        yield "=" * min(len(heading), width)
    for line in section.lines:
        yield from _line(line, indent if section.level == 1 else indent + _INDENT, width, style)


def _line(line: Line, indent: str, width: int, style: Style) -> Iterator[str]:
    mark = f"{line.sign} " if line.sign else f"{line.tone}: " if line.tone else ""
    hang = indent + _INDENT
    first, *more = wrapped(mark + line.text, max(width - len(hang), 20))
    role = _ROLES.get(line.tone, "")
    painted = style.paint(role, mark.rstrip())
    yield indent + painted + first.removeprefix(mark.rstrip())
    yield from (hang + part for part in more)
    for below in line.below:
        yield from _line(below, indent + _INDENT, width, style)
