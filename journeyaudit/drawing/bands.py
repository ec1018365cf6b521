"""One long row of columns -> several bands below each other, with signs where the way goes on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from journeyaudit.drawing.boxes import broken, size_of
from journeyaudit.drawing.parts import Box, Line, Link, Parts, Type

COLUMNS = 12
"""A band has at most so many columns, not counting the signs at its ends."""


def bands(parts: Parts) -> tuple[Parts, ...]:
    """Cuts where few arrows cross; columns are counted anew from 1 in every band (0 and beyond: signs)."""
    last = max((box.column for box in parts.boxes), default=0)
    if last < COLUMNS:
        return (parts,)
    starts = _starts(parts, last + 1)
    home = {box.id: bisect_right(starts, box.column) - 1 for box in parts.boxes}
    boxes: list[list[Box]] = [[] for _ in starts]
    links: list[list[Link]] = [[] for _ in starts]
    by_id = {box.id: box for box in parts.boxes}
    for box in parts.boxes:
        boxes[home[box.id]].append(replace(box, column=box.column - starts[home[box.id]] + 1))
    signs: dict[str, Box] = {}
    for link in parts.links:
        tail, head = home[link.tail], home[link.head]
        if tail == head:
            links[tail].append(link)
            continue
        leaving = _sign_out(by_id[link.tail], by_id[link.head], tail, starts, last)
        entering = _sign_in(by_id[link.tail], by_id[link.head], head)
        for sign, band in ((leaving, tail), (entering, head)):
            if sign.id not in signs:
                signs[sign.id] = sign
                boxes[band].append(sign)
        links[tail].append(replace(link, head=leaving.id))
        links[head].append(replace(link, tail=entering.id, label=""))
    unique = (tuple(dict.fromkeys(group)) for group in links)
    return tuple(Parts(tuple(group), lines) for group, lines in zip(boxes, unique, strict=True))


def _starts(parts: Parts, columns: int) -> list[int]:
    """Evenly sized bands, each cut moved by up to two columns to where it hurts least."""
    number = -(-columns // COLUMNS)
    crossing = _crossings(parts, columns)
    starts = [0]
    for cut in range(1, number):
        ideal = round(cut * columns / number)
        nearby = range(max(starts[-1] + 1, ideal - 2), min(columns - 1, ideal + 2) + 1)
        starts.append(min(nearby, key=lambda at: (crossing[at], abs(at - ideal)), default=ideal))
    return starts


def _crossings(parts: Parts, columns: int) -> list[int]:
    """How many arrows pass between column ``c - 1`` and column ``c``."""
    column = {box.id: box.column for box in parts.boxes}
    change: Counter[int] = Counter()
    for link in parts.links:
        low, high = sorted((column[link.tail], column[link.head]))
        change[low + 1] += 1
        change[high + 1] -= 1
    return list(accumulate(change[at] for at in range(columns)))


def _sign_out(tail: Box, head: Box, band: int, starts: Sequence[int], last: int) -> Box:
    """Right beside where it comes from; one sign for all that go on to the same box."""
    end = (starts[band + 1] if band + 1 < len(starts) else last + 1) - starts[band] + 1
    column = min(tail.column - starts[band] + 2, end)
    return sign(f"o{band}_{column}_{head.id}", "elsewhere", "goes on at", head, tail, column)


def _sign_in(tail: Box, head: Box, band: int) -> Box:
    return sign(f"e{band}_{head.id}", "from-elsewhere", "coming from", tail, head, 0)


def sign(id_: str, look: str, word: str, named: Box, beside: Box, column: int) -> Box:
    text = " ".join(line.text for line in named.lines if line.type is Type.NAME) or "the way before"
    lines = (Line(word), *broken(text, Type.STRONG, 84.0, most=2))
    width, height = size_of(lines)
    return Box(id_, look, lines, width + 14, height, beside.lane, column, beside.thread)
