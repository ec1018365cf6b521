"""Boxes of a band -> rows inside their lanes, so that nothing lies on anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeyaudit.drawing.lanes import Lane
from journeyaudit.drawing.parts import Box, Parts


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows are counted over all lanes from the top; ``lane_of_row`` says which lane each is in."""

    row: Mapping[str, int]
    lane_of_row: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Boxes that stand side by side in one row, and what hangs below each of them."""

    lane: Lane
    boxes: tuple[Box, ...]
    hanging: Mapping[str, tuple[Box, ...]]
    own_row: bool

    @property
    def columns(self) -> range:
        return range(self.boxes[0].column, self.boxes[-1].column + 1)

    @property
    def shape(self) -> tuple[int, ...]:
        """Runs of equal shape fit into the same gaps."""
        below = (number for box in self.boxes for number in (box.column, len(self.hanging[box.id])))
        return (self.lane, self.own_row, *below)


def grid(parts: Parts) -> Grid:
    """First-fit: the main thread gets the top row of a lane, branches and interrupts what is free."""
    taken: set[tuple[Lane, int, int]] = set()
    full_above: dict[tuple[tuple[int, ...], int], int] = {}
    main_rows: defaultdict[Lane, int] = defaultdict(int)
    last_row: dict[tuple[int, Lane], int] = {}
    place: dict[str, tuple[Lane, int]] = {}
    for run in _runs(parts):
        line = (run.boxes[0].thread, run.lane)
        wish = main_rows[run.lane] if run.own_row else last_row.get(line, 0)
        row = full_above.get((run.shape, wish), wish)
        while not taken.isdisjoint(_cells(run, row)):
            row += 1
        full_above[run.shape, wish] = last_row[line] = row
        taken.update(_cells(run, row))
        for box in run.boxes:
            place[box.id] = (run.lane, row)
            place.update((note.id, (run.lane, row + at)) for at, note in enumerate(run.hanging[box.id], 1))
        if not run.own_row:
            main_rows[run.lane] = max(main_rows[run.lane], row + 1)
    rows = sorted(set(place.values()))
    number = {at: index for index, at in enumerate(rows)}
    return Grid({id_: number[at] for id_, at in place.items()}, tuple(lane for lane, _ in rows))


def _runs(parts: Parts) -> list[_Run]:
    """Neighbours on one thread in one lane stay together when an arrow joins them."""
    hanging = _hanging(parts.boxes)
    joined = {(link.tail, link.head) for link in parts.links}
    standing = [box for box in parts.boxes if not box.hangs_on]
    standing.sort(key=lambda box: (box.thread, box.column))
    groups: list[list[Box]] = []
    for box in standing:
        last = groups[-1][-1] if groups else None
        straight = last is not None and (last.id, box.id) in joined and last.column < box.column
        if last is not None and straight and (last.lane, last.thread) == (box.lane, box.thread):
            groups[-1].append(box)
        else:
            groups.append([box])
    return [_Run(group[0].lane, tuple(group), hanging, group[0].look == "interrupt") for group in groups]


def _hanging(boxes: Iterable[Box]) -> Mapping[str, tuple[Box, ...]]:
    found: defaultdict[str, tuple[Box, ...]] = defaultdict(tuple)
    top: dict[str, str] = {}
    for box in boxes:
        if box.hangs_on:
            top[box.id] = top.get(box.hangs_on, box.hangs_on)
            found[top[box.id]] += (box,)
    return found


def _cells(run: _Run, row: int) -> Iterable[tuple[Lane, int, int]]:
    for column in run.columns:
        yield (run.lane, row, column)
    for box in run.boxes:
        for at in range(1, len(run.hanging[box.id]) + 1):
            yield (run.lane, row + at, box.column)
