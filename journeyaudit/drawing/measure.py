"""Text -> how wide it will be drawn, and the same text broken into lines."""

from __future__ import annotations

import unicodedata
from math import ceil

_WIDTHS = {
    "ijl": 222, "'": 191, "|": 260, " !,./:;I[]\\ft": 278, "()-r`": 333, '"': 355, "*": 389,
    "Jcksvxyz": 500, "FTZ": 611, "ABEKPSVXY&": 667, "CDHNRUw": 722, "GOQ": 778, "Mm": 833,
    "%": 889, "W": 944, "@": 1015, "+<>=~": 584,
}  # fmt: skip
_OF_LETTER = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_ORDINARY, _FOREIGN, _WIDE, _BOLDER = 556, 650, 1000, 45


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in points of one line set in a grotesque such as Helvetica at ``size`` points.

    A close estimate, never exact: the reader's machine chooses the font.
    """
    width = sum(map(_letter_width, text))
    if bold:
        width += sum(_BOLDER for letter in text if letter.isalpha())
    return width * size / 1000


def wrap(text: str, width: float, size: float, *, bold: bool = False, most: int = 5) -> tuple[str, ...]:
    """Break ``text`` between words into at most ``most`` lines no wider than ``width`` points.

    A word too long for a line is broken anywhere; what does not fit at all ends in an ellipsis.
    """
    lines: list[str] = []
    for word in _printable(text).split():
        for piece in _pieces(word, width, size, bold):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and text_width(joined, size, bold=bold) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
        if len(lines) > most:
            return (*lines[: most - 1], lines[most - 1].removesuffix("-") + "\u2026")
    return tuple(lines) or ("",)


def _printable(text: str) -> str:
    """Without what XML forbids and without marks that would turn the rest of the line around."""
    return "".join(" " if _harmful(letter) else letter for letter in text)


def _harmful(letter: str) -> bool:
    if letter.isascii():
        return not letter.isprintable()
    return (
        unicodedata.category(letter) in ("Cc", "Cs", "Cn", "Zl", "Zp")
        or letter in "\u202a\u202b\u202d\u202e\u202c"
    )


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word too long for a line in pieces of about the same length, with hyphens where letters part."""
    whole = text_width(word, size, bold=bold)
    if whole <= width:
        return [word]
    room = max(width - text_width("-W", size, bold=bold), size)
    even = whole / ceil(whole / room)
    pieces, line, used = [], "", 0.0
    for letter in word:
        more = text_width(letter, size, bold=bold)
        if line and (used + more > width or used >= even):
            pieces.append(line + _hyphen(line[-1], letter))
            line, used = "", 0.0
        line, used = line + letter, used + more
    return [*pieces, line]


def _hyphen(before: str, after: str) -> str:
    """Scripts beyond Cyrillic part their words without one."""
    return "-" if before.isalpha() and after.isalpha() and max(before, after) < "\u0530" else ""


def _letter_width(letter: str) -> int:
    if letter in _OF_LETTER:
        return _OF_LETTER[letter]
    if letter.isascii():
        return _ORDINARY
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _FOREIGN
