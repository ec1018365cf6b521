"""One search for many places finds what a search for each of them finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.rulebook.language import ways
from journeyaudit.rulebook.language.spots import Spots, both
from journeyaudit.rulebook.language.ways import shortest, tree
from tests.rulebook.examples import examples


@st.composite
def nets(draw: st.DrawFn) -> tuple[list[list[int]], list[int], bytearray]:
    count = draw(st.integers(1, 9))
    node = st.integers(0, count - 1)
    onward = [draw(st.lists(node, max_size=3)) for _ in range(count)]
    closed = bytearray(draw(st.lists(st.sampled_from([0, 0, 1]), min_size=count, max_size=count)))
    return onward, draw(st.lists(node, max_size=3)), closed


def only(node: int, count: int) -> bytearray:
    return bytearray(number == node for number in range(count))


@examples(200)
@given(nets())
def test_a_tree_has_the_shortest_way_to_every_place(
    net: tuple[list[list[int]], list[int], bytearray],
) -> None:
    onward, seeds, closed = net
    found, free = tree(seeds, onward, closed), tree(seeds, onward)
    for node in range(len(onward)):
        goal = only(node, len(onward))
        assert found.way_to(node) == shortest(seeds, onward, goal, closed)
        assert free.way_to(node) == shortest(seeds, onward, goal)


def test_of_a_very_long_way_both_ends_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "LONGEST", 5)
    line = tree([0], [[1], [2], [3], [4], [5], [6], []])
    assert line.way_to(4) == (0, 1, 2, 3, 4)
    assert line.way_to(6) == (0, 1, 4, 5, 6)


@examples(50)
@given(st.lists(st.tuples(*[st.sampled_from([0, 1])] * 4), max_size=20))
def test_what_belongs_to_both_is_marked_in_both(marks: list[tuple[int, int, int, int]]) -> None:
    one, other, perhaps, may = (bytearray(each[number] for each in marks) for number in range(4))
    found = both(Spots(one, perhaps), Spots(other, may))
    assert list(found.sure) == [a and b for a, b in zip(one, other, strict=True)]
    assert list(found.perhaps) == [a and b for a, b in zip(perhaps, may, strict=True)]
