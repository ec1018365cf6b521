"""Words of an SVG -> the same words, held to the width there is room for whatever font the reader has."""

from __future__ import annotations

import re
from html import unescape

from journeyaudit.drawing.measure import text_width

_TEXT = re.compile(r'<text (?P<looks>[^>]*font-size="(?P<size>[\d.]+)"[^>]*)>(?P<words>[^<]*)</text>')
_SHORTEST = 3
_LAST_MEASURED = "\u052f"
"""Letters behind this one (Cyrillic ends here) have widths that are only guessed."""
_LAST_SIGN = "\u2700"


def fitted(drawing: str) -> str:
    """With ``textLength`` for every line of words that was measured."""
    return _TEXT.sub(_fit, drawing)


def length_of(words: str, size: float, *, bold: bool) -> str:
    """The attributes that hold a line to its width; "" for scripts whose widths are not known."""
    if len(words) < _SHORTEST or any(_is_unmeasured(letter) for letter in words):
        return ""
    width = text_width(words, size, bold=bold)
    return f' textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs"'


def _fit(found: re.Match[str]) -> str:
    bold = 'font-weight="bold"' in found["looks"]
    length = length_of(unescape(found["words"]), float(found["size"]), bold=bold)
    return f"<text {found['looks']}{length}>{found['words']}</text>"


def _is_unmeasured(letter: str) -> bool:
    return letter > _LAST_SIGN or (letter > _LAST_MEASURED and letter.isalpha())
