"""A line of text -> what a terminal shows of it: columns, not code points."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from journeyaudit.source.record import record

WIDTH = 100
"""Columns of a report that is not written to a terminal."""
TAB = 4
_JOINER = "\u200d"
_HARMLESS_FORMAT = ("\u200b", "\u200c", _JOINER, "\ufeff", "\u00ad", "\u2060")
_UNSHOWABLE = "\ufffd"


@record
class Row:
    """A line as shown: ``pieces[i]`` for its code point i, which begins in column ``edges[i]``.

    Columns count from 0; ``edges`` has one entry more than ``pieces``, the width of the whole line.
    Tabs are blanks here, and what would move the cursor or turn the text around is a placeholder.
    """

    pieces: tuple[str, ...]
    edges: tuple[int, ...]

    @property
    def width(self) -> int:
        return self.edges[-1]


@record
class Window:
    """The part of a row that fits: its text, and what to add to a column to find it in there."""

    text: str
    shift: int
    first: int
    last: int
    """Columns of the row that can be seen: ``first <= column < last``."""


def row(line: str) -> Row:
    """How a line without its end is shown."""
    if line.isascii() and line.isprintable():
        return Row(tuple(line), tuple(range(len(line) + 1)))
    pieces: list[str] = []
    edges: list[int] = []
    column = 0
    for cluster in _clusters(line):
        if cluster == "\t":
            shown, width = " " * (TAB - column % TAB), TAB - column % TAB
        elif len(cluster) == 1 and _moves_the_cursor(cluster):
            shown, width = _UNSHOWABLE, 1
        else:
            shown, width = cluster, _cluster_width(cluster)
        pieces.extend((shown,) if len(cluster) == 1 else cluster)
        edges.append(column)
        column += width
        edges.extend([column] * (len(cluster) - 1))
    return Row(tuple(pieces), (*edges, column))


def width_of(text: str) -> int:
    """Columns a text takes."""
    return row(text).width


def shown(text: str) -> str:
    """A text of one line without what would move the cursor; that is never printable."""
    if text.isprintable():
        return text
    return "".join(row(text).pieces)


def cut(line: Row, start: int, end: int, room: int) -> Window:
    """At most ``room`` columns of a row, around its columns ``[start, end)``; "..." where it is cut."""
    if line.width <= room and end <= room:
        return Window("".join(line.pieces), 0, 0, room)
    inner = max(room - 6, 1)
    before = max((inner - (end - start)) // 2, 0)
    left = max(min(start - before, line.width - inner), 0)
    kept = [at for at in range(len(line.pieces)) if _inside(line, at, left, left + inner)]
    opens = "..." if left > 0 else ""
    closes = "..." if left + inner < line.width else ""
    first = line.edges[kept[0]] if kept else left
    text = opens + "".join(line.pieces[at] for at in kept) + closes
    return Window(text, len(opens) - first, first, left + inner)


def wrapped(text: str, room: int) -> list[str]:
    """A text broken at its blanks into lines of at most ``room`` columns; a longer word stays whole."""
    lines: list[str] = []
    words: list[str] = []
    used = 0
    for word in text.split():
        word = shown(word)
        size = width_of(word)
        if words and used + 1 + size > room:
            lines.append(" ".join(words))
            words, used = [], 0
        used += size + (1 if words else 0)
        words.append(word)
    lines.append(" ".join(words))
    return lines


def _inside(line: Row, at: int, left: int, right: int) -> bool:
    # a mark without width of its own belongs to the letter before it
    begins = line.edges[at] if line.edges[at + 1] > line.edges[at] else line.edges[at] - 1
    return begins >= left and line.edges[at + 1] <= right


def _moves_the_cursor(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Zl", "Zp") or (category == "Cf" and character not in _HARMLESS_FORMAT)


def _clusters(line: str) -> Iterator[str]:
    """Letters with the marks that sit on them; emoji with what is joined to them."""
    if not line:
        return
    cluster = line[0]
    for character in line[1:]:
        if _continues(cluster, character):
            cluster += character
        else:
            yield cluster
            cluster = character
    yield cluster


def _continues(cluster: str, character: str) -> bool:
    if _moves_the_cursor(cluster[0]) or _moves_the_cursor(character):
        return False
    if cluster[-1] == _JOINER:
        return True
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return _bare_width(cluster[0]) == 2
    if _is_flag_letter(character):
        return len(cluster) == 1 and _is_flag_letter(cluster)
    return _bare_width(character) == 0


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _cluster_width(cluster: str) -> int:
    if len(cluster) == 1:
        return _bare_width(cluster)
    from wcwidth import wcswidth

    return min(max(wcswidth(cluster), 0), 2)


def _bare_width(character: str) -> int:
    if character < "\u0300" or "\u2010" <= character <= "\u2027":  # letters; dashes, quotes, dots
        return 1
    from wcwidth import wcwidth  # takes 40 ms to load, which plain letters need not wait for

    return max(wcwidth(character), 0)
