"""Text -> how wide it will be drawn, and the same text broken into lines."""

from __future__ import annotations

import unicodedata
from math import ceil

_WIDTHS = {
    "ijl": 222, "'": 191, "|": 260, " \u00a0!,./:;I[]\\ft": 278, "()-r`": 333, '"': 355, "*": 389,
    "Jcksvxyz": 500, "FTZ": 611, "ABEKPSVXY&": 667, "CDHNRUw": 722, "GOQ": 778, "Mm": 833,
    "%": 889, "W": 944, "@": 1015, "+<>=~": 584,
}  # fmt: skip
_OF_LETTER = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_VOWELS = "aeiouyäöüáàâéèêíóôúåæø"
_SOUNDS = ("sch", "ch", "ck", "ph", "th", "sh", "qu")
_PAIRS = ("sc", "ch", "ck", "ph", "th", "sh", "qu")
_LOOK_BACK, _LOOK_AHEAD = 6, 4
_JOINED = ("\u0590", "\u08ff")
"""Hebrew to Arabic: letters about as narrow as Latin ones, in print and by the measure of Graphviz."""
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
        first, *others = _pieces(word, width, size, bold)
        joined = f"{lines[-1]} {first}" if lines else first
        if lines and text_width(joined, size, bold=bold) <= width:
            lines[-1] = joined
        else:
            lines.append(first)
        lines += others
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
    rest = text_width(word, size, bold=bold)
    room = max(width - text_width("-W", size, bold=bold), size)
    pieces, line, used = [], "", 0.0
    even = _even(rest, room) if rest > width else rest
    for at, letter in enumerate(word):
        more = text_width(letter, size, bold=bold)
        if line and rest > width and (used + more > width or used >= even):
            cut = _before_syllable(line, word[at : at + _LOOK_AHEAD])
            pieces.append(line[:cut] + _hyphen(line[cut - 1], (line + letter)[cut]))
            line, kept = line[cut:], text_width(line[cut:], size, bold=bold)
            rest -= used - kept
            used, even = kept, _even(rest, room)
        line, used = line + letter, used + more
    return [*pieces, line]


def _even(rest: float, room: float) -> float:
    return rest / ceil(rest / room)


def _before_syllable(line: str, following: str) -> int:
    """Where to cut a line that is full: before a consonant that a vowel follows, if there is one near.

    Syllables begin like that in most languages with these letters; what sounds as one stays together.
    """
    whole = (line + following).lower()
    for cut in range(len(line), max(len(line) - _LOOK_BACK, 1), -1):
        onset = next((sound for sound in _SOUNDS if whole.startswith(sound, cut)), whole[cut])
        after = whole[cut + len(onset) : cut + len(onset) + 1]
        inside = any(sound in whole[cut - 1 : cut + 1] for sound in _PAIRS)
        if after and after in _VOWELS and onset[0] not in _VOWELS and onset.isalpha() and not inside:
            return cut
    return len(line)


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
    if _JOINED[0] <= letter <= _JOINED[1]:
        return _ORDINARY
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _FOREIGN
