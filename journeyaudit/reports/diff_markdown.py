"""A comparison -> Markdown for a comment on a pull request: the verdicts in sight, the rest folded up."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.comparison import Comparison
from journeyaudit.reports.columns import shown
from journeyaudit.reports.diff_lines import sections
from journeyaudit.reports.diff_section import BAD, Line, Section
from journeyaudit.reports.diff_summary import summary, title
from journeyaudit.reports.markdown import COMMENT_LIMIT, in_markdown

_TONES = {tone: f"**{tone}**" for tone in BAD}


def diff_markdown(comparison: Comparison, *, limit: int = COMMENT_LIMIT) -> str:
    """The comment, at most ``limit`` characters long; what does not fit is counted."""
    said = in_markdown(shown(title(comparison)))
    text = f"### journeyaudit diff: {said}\n\n{in_markdown(summary(comparison))}\n"
    parts = tuple(sections(comparison))
    blocks = [_block(part) for part in parts]
    kept = _fitting(parts, blocks, limit - len(text) - len(_LEFT_OUT) - 20)
    text += "".join(block for block, is_kept in zip(blocks, kept, strict=True) if is_kept)
    return text + (_LEFT_OUT.format(kept.count(False)) if False in kept else "")


def _fitting(parts: Sequence[Section], blocks: Sequence[str], room: int) -> list[bool]:
    """Which parts fit: those that deserve their room most, in their order up to the first that does not fit.

    After that one nothing is taken, because small remarks would otherwise stand where a verdict is missing.
    """
    kept = [False] * len(parts)
    for number in sorted(range(len(parts)), key=lambda number: parts[number].room):
        room -= len(blocks[number])
        if room < 0:
            break
        kept[number] = True
    return kept


_LEFT_OUT = "\n{} more parts did not fit; `journeyaudit diff --output-format json` has all of them.\n"


def _block(section: Section) -> str:
    """It can be left out without breaking the others."""
    lines = "".join(_item(line, 0) for line in section.lines)
    heading = in_markdown(shown(section.heading))
    if section.level == 3 or section.is_known:
        said = f"{heading} ({len(section.lines)})"
        return f"\n<details>\n<summary>{said}</summary>\n\n{lines}\n</details>\n"
    return f"\n{'#' * (section.level + 3)} {heading}\n" + (f"\n{lines}" if lines else "")


def _item(line: Line, depth: int) -> str:
    sign = f"`{line.sign}` " if line.sign else ""
    tone = "" if line.sign or not line.tone else f"{_TONES.get(line.tone, line.tone)}: "
    own = f"{'  ' * depth}- {sign}{tone}{in_markdown(shown(line.text))}\n"
    return own + "".join(_item(below, depth + 1) for below in line.below)
