"""The boxes of two versions of a journey -> which are new, gone or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from journeyaudit.comparison.journeys import Same
from journeyaudit.comparison.likeness import Matches
from journeyaudit.drawing.parts import Box, Parts, Type
from journeyaudit.model.flow import Interrupt
from journeyaudit.model.names import fold
from journeyaudit.model.trouble import Mistake
from journeyaudit.rulebook.case import Case
from journeyaudit.source import Span

Key: TypeAlias = tuple[Hashable, ...]
NEW, GONE, CHANGED = "+", "-", "~"


class Keys:
    """What tells that a box of one version and a box of the other are the same thing."""

    def __init__(self, side: str, nodes: Mapping[int, int], things: Mapping[Span, Key]) -> None:
        self._side, self._nodes, self._things = side, nodes, things

    def key(self, box: Box) -> Key:
        """Of a node and of what has a partner a number, the same in both; of others the words of the box."""
        if box.node is not None:
            same = self._nodes.get(box.node)
            return ("node", same) if same is not None else (self._side, box.node)
        return self._things.get(box.span, (box.look, fold(_name(box))))


def keys_of(before: Case, after: Case, same: Same) -> tuple[Keys, Keys]:
    """Things that are the same also under another name, as the comparison in words tells them."""
    mistakes = _spans(before.journey.mistakes, after.journey.mistakes, same.mistakes, "mistake")
    interrupts = _spans(before.journey.interrupts, after.journey.interrupts, same.interrupts, "interrupt")
    old, new = ({**one, **other} for one, other in zip(mistakes, interrupts, strict=True))
    later = {number: number for number in same.places.same.values()}
    return Keys("before", same.places.same, old), Keys("after", later, new)


def _spans(
    olds: Sequence[Mistake | Interrupt], news: Sequence[Mistake | Interrupt], same: Matches, kind: str
) -> tuple[dict[Span, Key], dict[Span, Key]]:
    old: dict[Span, Key] = {_place(olds[one]): (kind, other) for one, other in same.pairs}
    return old, {_place(news[other]): (kind, other) for _, other in same.pairs}


def _place(thing: Mistake | Interrupt) -> Span:
    """Where the box of a thing points to."""
    return (thing.header or thing.span) if isinstance(thing, Mistake) else thing.span


def marked(before: Parts, after: Parts, keys: tuple[Keys, Keys]) -> tuple[Parts, Parts]:
    """The same boxes with their ``change``. Of several with one key the first is compared with the first,
    and so on."""
    old, new = _by_key(before.boxes, keys[0]), _by_key(after.boxes, keys[1])
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


def _by_key(boxes: Iterable[Box], keys: Keys) -> dict[Key, list[Box]]:
    found: defaultdict[Key, list[Box]] = defaultdict(list)
    for box in boxes:
        found[keys.key(box)].append(box)
    return dict(found)


def _name(box: Box) -> str:
    return " ".join(line.text for line in box.lines if line.type is Type.NAME)


def _content(box: Box) -> tuple[Hashable, ...]:
    return (box.look, box.lane, box.lines, box.final)
