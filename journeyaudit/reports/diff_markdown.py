"""A comparison -> Markdown for a comment on a pull request: the verdicts in sight, the rest folded up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeyaudit.comparison import Comparison
from journeyaudit.reports.columns import shown
from journeyaudit.reports.diff_lines import BAD, Line, Section, sections, summary, title
from journeyaudit.reports.markdown import COMMENT_LIMIT, in_markdown

_TONES = {tone: f"**{tone}**" for tone in BAD}


def diff_markdown(comparison: Comparison, *, limit: int = COMMENT_LIMIT) -> str:
    """The comment, at most ``limit`` characters long; what does not fit is counted."""
    said = in_markdown(shown(title(comparison)))
    text = f"### journeyaudit diff: {said}\n\n{in_markdown(summary(comparison))}\n"
    left_out = 0
    for block in _blocks(sections(comparison)):
        if left_out or len(text) + len(block) > limit - len(_LEFT_OUT) - 20:
            left_out += 1
        else:
            text += block
    return text + (_LEFT_OUT.format(left_out) if left_out else "")


_LEFT_OUT = "\n{} more parts did not fit; `journeyaudit diff --output-format json` has all of them.\n"


def _blocks(parts: Iterable[Section]) -> Iterator[str]:
    """Each can be left out without breaking the others."""
    for section in parts:
        lines = "".join(_item(line, 0) for line in section.lines)
        heading = in_markdown(shown(section.heading))
        if section.level == 3:
            said = f"{heading} ({len(section.lines)})"
            yield f"\n<details>\n<summary>{said}</summary>\n\n{lines}\n</details>\n"
        else:
            yield f"\n{'#' * (section.level + 3)} {heading}\n" + (f"\n{lines}" if lines else "")


def _item(line: Line, depth: int) -> str:
    sign = f"`{line.sign}` " if line.sign else ""
    tone = "" if line.sign or not line.tone else f"{_TONES.get(line.tone, line.tone)}: "
    own = f"{'  ' * depth}- {sign}{tone}{in_markdown(shown(line.text))}\n"
    return own + "".join(_item(below, depth + 1) for below in line.below)
