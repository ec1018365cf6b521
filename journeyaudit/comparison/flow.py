"""Two versions of a flow -> what came, went, moved or changed in it, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeyaudit.comparison.change import Change, Sign, Weight
from journeyaudit.comparison.facts import (
    Kind,
    Views,
    changed_facts,
    come,
    compared_parts,
    gone,
    place_of,
    renamed,
)
from journeyaudit.comparison.fields_of_flow import ESCALATION, INTERRUPT, NODE, NOTIFICATION
from journeyaudit.comparison.likeness import Matches
from journeyaudit.comparison.places import Places, moved_places, named_before
from journeyaudit.comparison.ways import Course, WayChanges
from journeyaudit.finding.words import listed, quoted
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Node, NodeKind
from journeyaudit.model.names import fold

_NOUNS = {
    NodeKind.WAIT: "pause",
    NodeKind.WAIT_FOR: "wait for",
    NodeKind.FORK: "parallel block",
    NodeKind.LOOP: "repetition",
    NodeKind.USE: "use of the journey",
}
_SILENT = (NodeKind.START, NodeKind.JOIN)
"""Nobody writes these down; they come and go with what they belong to."""
INTERRUPT_KIND = Kind("interrupt", INTERRUPT, Weight.REACH)
_MESSAGE = Kind("message", NOTIFICATION, Weight.WORDS)
_ESCALATION = Kind("escalation", ESCALATION, Weight.REACH)


def kind_of(node: Node) -> Kind:
    return Kind(_NOUNS.get(node.kind, str(node.kind)), NODE, Weight.COURSE)


def changed_flow(
    before: JourneyGraph, after: JourneyGraph, places: Places, interrupts: Matches, views: Views
) -> Iterator[Change]:
    """In the order of the later text; what went comes last."""
    moved = frozenset(moved_places(before, after, places.same))
    lasting = [old for old in places.same if old not in moved]
    ways = WayChanges(
        Course(before, frozenset(lasting)),
        Course(after, frozenset(places.same[old] for old in lasting)),
        places.same,
    )
    old_of = {new: old for old, new in places.same.items()}
    for node in after.nodes:
        old = old_of.get(node.number)
        if old is not None:
            yield from _same_place(before.nodes[old], node, views)
            yield from _moved(before, after, old, node) if old in moved else ways.of(old)
        elif node.kind not in _SILENT:
            yield from _new_place(after, node, views)
    for number in places.gone:
        node = before.nodes[number]
        if node.kind not in _SILENT:
            yield gone(kind_of(node), _titled(node))
    yield from _changed_interrupts(before, after, interrupts, ways, views)


def _titled(node: Node) -> Node:
    return node if node.name else replace(node, name=node.title)


def _same_place(old: Node, node: Node, views: Views) -> Iterator[Change]:
    kind = kind_of(node)
    if fold(old.name) != fold(node.name):
        yield from renamed(kind, _titled(old), _titled(node))
    if old.by and node.by:
        # who decides follows from who does it, and that is told
        old, node = replace(old, owner=None), replace(node, owner=None)
    yield from changed_facts(kind, old, node, views, quoted(node.title))
    yield from _attached(old, node, views)


def _attached(old: Node, node: Node, views: Views) -> Iterator[Change]:
    where = (f" at {quoted(old.title)}", f" at {quoted(node.title)}")
    yield from compared_parts(
        _MESSAGE, old.notifications, node.notifications, views, lambda each: fold(each.name), where
    )
    yield from compared_parts(
        _ESCALATION, old.escalations, node.escalations, views, lambda each: fold(each.name), where
    )


def _new_place(after: JourneyGraph, node: Node, views: Views) -> Iterator[Change]:
    ways = [quoted(move.label) for move in after.moves_from(node.number) if move.label]
    where = _behind(after, node.number) + (f" with the ways {listed(ways)}" if len(ways) > 1 else "")
    yield come(kind_of(node), _titled(node), views.after, where)
    yield from _attached(replace(node, notifications=(), escalations=()), node, views)


def _behind(graph: JourneyGraph, number: int) -> str:
    names = [quoted(graph.nodes[each].title) for each in named_before(graph, number)]
    return f" after {_few(names)}" if names else ""


_FEW = 3


def _few(names: list[str]) -> str:
    more = len(names) - _FEW
    return listed(names if more <= 0 else [*names[:_FEW], f"{more} more"])


def _moved(before: JourneyGraph, after: JourneyGraph, old: int, node: Node) -> Iterator[Change]:
    was, is_ = _behind(before, old) or " at the beginning", _behind(after, node.number) or " at the beginning"
    noun = kind_of(node).noun
    told = f"{noun} {quoted(node.title)}"
    text = f"{told} moved: now it comes{is_}, before it came{was}"
    if was == is_:
        following = [_few(_following(graph, at)) for graph, at in ((before, old), (after, node.number))]
        text = f"{told} moved: now it comes before {following[1]}, it came before {following[0]}"
    yield Change(
        Sign.MOVED, Weight.COURSE, noun, node.title, text, "ways", was.strip(), is_.strip(),
        place_of(before.nodes[old]), place_of(node),
    )  # fmt: skip


def _following(graph: JourneyGraph, number: int) -> list[str]:
    return [quoted(graph.nodes[each].title) for each in graph.successors[number]] or ["nothing"]


def _changed_interrupts(
    before: JourneyGraph, after: JourneyGraph, matches: Matches, ways: WayChanges, views: Views
) -> Iterator[Change]:
    olds, news = before.journey.interrupts, after.journey.interrupts
    for one, other in matches.pairs:
        old, new = olds[one], news[other]
        yield from renamed(INTERRUPT_KIND, old, new)
        yield from changed_facts(INTERRUPT_KIND, old, new, views)
        yield from ways.enters(quoted(new.name), old.entry, new.entry)
    for other in matches.new:
        yield come(INTERRUPT_KIND, news[other], views.after)
    for one in matches.gone:
        yield gone(INTERRUPT_KIND, olds[one])
