"""A net -> the smaller net that is left when everything structure proves to be sound is folded."""

from __future__ import annotations

from journeyaudit.graph.net import NOWHERE, Block, Net
from journeyaudit.model.flow import Pick


def fold(net: Net, cyclic: bytearray) -> dict[int, int]:
    """Folds ``net`` in place; returns fork -> join (node numbers) for the blocks found.

    What is left has a deadlock or lacks synchronisation exactly where ``net`` did. ``cyclic`` tells the
    nodes on cycles. Near-linear: of two blocks the smaller one is moved.
    """
    folding = _Folding(net, cyclic)
    folding.run()
    return folding.matches


class _Folding:
    def __init__(self, net: Net, cyclic: bytearray) -> None:
        self.net = net
        self.cyclic = cyclic
        self.matches: dict[int, int] = {}
        self.parallel: dict[tuple[int, int], int] = {}
        self.work = sorted(net.places, reverse=True)

    def run(self) -> None:
        for number in sorted(self.net.places):
            self.settle(number)
        while self.work:
            number = self.work.pop()
            place = self.net.places.get(number)
            if place is not None and place.source not in (NOWHERE, place.target):
                self.simplify(number)

    def settle(self, number: int) -> None:
        """Drops a place that says the same as another one, or a loop that may be left."""
        place = self.net.places[number]
        if place.source == NOWHERE:
            return
        source, target = self.net.blocks[place.source], self.net.blocks[place.target]
        if source is target and source.merging is source.splitting is Pick.ONE and len(source.outs) > 1:
            self.remove(number)
            return
        first = self.parallel.get((place.source, place.target))
        if first is None or first == number or not self.joins_same(first, number):
            self.parallel[place.source, place.target] = number
        elif target.merging is Pick.SEVERAL or source.splitting is target.merging:
            block = source.splitting is target.merging is Pick.ALL
            self.remove(number)
            if block and len(source.outs) == len(target.ins) == 1:
                self.matches[place.tail] = place.head

    def joins_same(self, one: int, other: int) -> bool:
        first, second = self.net.places.get(one), self.net.places[other]
        return first is not None and (first.source, first.target) == (second.source, second.target)

    def remove(self, number: int) -> None:
        place = self.net.places.pop(number)
        source, target = self.net.blocks[place.source], self.net.blocks[place.target]
        del source.outs[number], target.ins[number]
        self.look_again(source)
        self.look_again(target)

    def look_again(self, block: Block) -> None:
        for side in (block.ins, block.outs):
            if len(side) == 1:
                self.work.extend(side)

    def simplify(self, number: int) -> None:
        place = self.net.places[number]
        source, target = self.net.blocks[place.source], self.net.blocks[place.target]
        if not target.outs:
            # a branch that only ends disturbs nobody, unless it may be started twice
            if source.splitting is Pick.ALL and target.merging is Pick.ONE and not self.cyclic[place.tail]:
                self.remove(number)
            return
        only_out, only_in = len(source.outs) == 1, len(target.ins) == 1
        choices = source.splitting is target.splitting is Pick.ONE
        merges = source.merging is target.merging is Pick.ONE
        if (only_in and (only_out or choices or len(target.outs) == 1)) or (
            only_out and (merges or len(source.ins) == 1)
        ):
            self.absorb(number, only_out, only_in)

    def absorb(self, number: int, only_out: bool, only_in: bool) -> None:
        """Makes the two blocks beside a place one; it disappears."""
        place = self.net.places.pop(number)
        source, target = self.net.blocks[place.source], self.net.blocks[place.target]
        del source.outs[number], target.ins[number]
        if not only_out and len(target.outs) == 1:
            self.net.places[next(iter(target.outs))].tail = place.tail
        if not only_in and len(source.ins) == 1:
            self.net.places[next(iter(source.ins))].head = place.head
        merge = source.merge if only_in else target.merge
        split = target.split if only_out else source.split
        if len(source.ins) + len(source.outs) >= len(target.ins) + len(target.outs):
            keep, gone = place.source, place.target
        else:
            keep, gone = place.target, place.source
        kept, lost = self.net.blocks[keep], self.net.blocks.pop(gone)
        kept.merge, kept.split = merge, split
        self.hand_over(lost, keep)
        self.look_again(kept)

    def hand_over(self, lost: Block, keep: int) -> None:
        kept, places = self.net.blocks[keep], self.net.places
        for number in lost.ins:
            places[number].target = keep
        for number in lost.outs:
            places[number].source = keep
        kept.ins |= lost.ins
        kept.outs |= lost.outs
        for number in (*lost.ins, *lost.outs):
            if number in places:
                self.work.append(number)
                self.settle(number)
