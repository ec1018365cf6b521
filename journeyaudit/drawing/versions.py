"""The boxes of two versions of a journey -> which are new, gone or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from journeyaudit.drawing.parts import Box, Parts, Type
from journeyaudit.model.journey import Journey
from journeyaudit.model.names import fold

Key: TypeAlias = tuple[Hashable, ...]
NEW, GONE, CHANGED = "+", "-", "~"


def marked(before: Parts, after: Parts, was: Journey, is_: Journey) -> tuple[Parts, Parts]:
    """The same boxes with their ``change``. Things are the same if they are of one kind and have one name;
    of several such the first is compared with the first, and so on."""
    old, new = _by_key(before.boxes, was), _by_key(after.boxes, is_)
    fate: dict[tuple[bool, str], str] = {}
    for key in {**old, **new}:
        ours, theirs = old.get(key, []), new.get(key, [])
        for one, other in zip(ours, theirs, strict=False):
            if _content(one) != _content(other):
                fate[False, one.id] = fate[True, other.id] = CHANGED
        fate.update({(False, box.id): GONE for box in ours[len(theirs) :]})
        fate.update({(True, box.id): NEW for box in theirs[len(ours) :]})
    return _with(before, fate, later=False), _with(after, fate, later=True)


def counted(before: Parts, after: Parts) -> str:
    """``3 new, 1 gone, 2 changed``; "" if nothing is."""
    new = sum(box.change == NEW for box in after.boxes)
    gone = sum(box.change == GONE for box in before.boxes)
    changed = sum(box.change == CHANGED for box in after.boxes)
    counts = ((new, "new"), (gone, "gone"), (changed, "changed"))
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def named(parts: Parts, change: str) -> tuple[str, ...]:
    """The names of the boxes with a change, in source order."""
    return tuple(_name(box) for box in parts.boxes if box.change == change)


def _with(parts: Parts, fate: Mapping[tuple[bool, str], str], *, later: bool) -> Parts:
    boxes = tuple(replace(box, change=fate.get((later, box.id), "")) for box in parts.boxes)
    return Parts(boxes, parts.links)


def _by_key(boxes: Iterable[Box], journey: Journey) -> dict[Key, list[Box]]:
    found: defaultdict[Key, list[Box]] = defaultdict(list)
    for box in boxes:
        found[_key(box, journey)].append(box)
    return dict(found)


def _key(box: Box, journey: Journey) -> Key:
    """Nodes by kind and full name, others by the words of their box, which may be shortened."""
    if box.node is not None:
        node = journey.nodes[box.node]
        return ("node", node.kind, fold(node.title))
    return (box.look, fold(_name(box)))


def _name(box: Box) -> str:
    return " ".join(line.text for line in box.lines if line.type is Type.NAME)


def _content(box: Box) -> tuple[Hashable, ...]:
    return (box.look, box.lane, box.lines, box.final)
