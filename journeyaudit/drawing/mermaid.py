"""A journey -> a Mermaid flow chart, for READMEs and pull requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeyaudit.drawing import palette
from journeyaudit.drawing.lanes import Lane, lane_of_interrupt, lanes
from journeyaudit.drawing.links import links_of
from journeyaudit.drawing.looks import OF_OUTCOME
from journeyaudit.drawing.order import order
from journeyaudit.graph import JourneyGraph
from journeyaudit.model.flow import Node, NodeKind, Outcome
from journeyaudit.model.journey import Journey, Service

_OUTLINES = {
    NodeKind.START: ("((", "))"),
    NodeKind.CHOICE: ("{{", "}}"),
    NodeKind.LOOP: ("{{", "}}"),
    NodeKind.WAIT: ("([", "])"),
    NodeKind.WAIT_FOR: ("([", "])"),
    NodeKind.USE: ("[[", "]]"),
    NodeKind.END: ("([", "])"),
}
_PLAIN = frozenset(" .,:'()/!?+=_-")


def mermaid(service: Service, journey: Journey, graph: JourneyGraph, trail: Sequence[int] = ()) -> str:
    """Flow chart text with one subgraph per lane; the ids ``n0``, ``n1`` ... are node numbers."""
    return "\n".join(_lines(service, journey, graph, tuple(trail))) + "\n"


def _lines(service: Service, journey: Journey, graph: JourneyGraph, trail: tuple[int, ...]) -> Iterable[str]:
    yield "flowchart LR"
    lane_of = lanes(service, journey, order(journey))
    interrupts = [lane_of_interrupt(service, interrupt) for interrupt in journey.interrupts]
    for lane in Lane:
        inside = [_node(node) for node in graph.nodes if lane_of[node.number] is lane]
        inside += [
            f'i{number}(["at any time: {escaped(interrupt.name)}"])'
            for number, interrupt in enumerate(journey.interrupts)
            if interrupts[number] is lane
        ]
        if inside:
            yield f'  subgraph lane{lane.value}["{lane.title}"]'
            yield from (f"    {line}" for line in inside)
            yield "  end"
    links = tuple(links_of(journey, (), trail))
    for link in links:
        label = f'|"{escaped(link.label)}"|' if link.label else ""
        yield f"  {link.tail} {'-.->' if link.look == 'interrupt' else '-->'}{label} {link.head}"
    yield from _styles(journey, trail, [at for at, link in enumerate(links) if link.bold])


def _styles(journey: Journey, trail: tuple[int, ...], walked: Sequence[int]) -> Iterable[str]:
    good = [f"n{node.number}" for node in journey.nodes if node.outcome is Outcome.GOOD]
    bad = [f"n{node.number}" for node in journey.nodes if node.outcome in (Outcome.BAD, Outcome.ABANDONED)]
    ink = palette.INK.day
    for name, members, fill, line in (
        ("good", good, palette.GOOD, palette.GOOD_LINE),
        ("bad", bad, palette.BAD, palette.BAD_LINE),
    ):
        if members:
            yield f"  classDef {name} fill:{fill.day},stroke:{line.day},stroke-width:3px,color:{ink}"
            yield f"  class {','.join(members)} {name}"
    if trail:
        yield f"  classDef trail stroke:{palette.TRAIL.day},stroke-width:4px"
        yield f"  class {','.join(f'n{number}' for number in dict.fromkeys(trail))} trail"
    if walked:
        yield f"  linkStyle {','.join(map(str, walked))} stroke:{palette.TRAIL.day},stroke-width:4px"


def _node(node: Node) -> str:
    before, behind = _OUTLINES.get(node.kind, ("[", "]"))
    words = [] if node.kind is not NodeKind.END else [OF_OUTCOME[node.outcome or Outcome.NEUTRAL][1] + ":"]
    words.append(node.title)
    if node.no_return:
        words.append("(point of no return)")
    return f'n{node.number}{before}"{escaped(" ".join(words))}"{behind}'


def escaped(text: str) -> str:
    """Text that Mermaid shows as it is: every letter with a meaning of its own as ``#number;``."""
    line = " ".join(text.split())
    return "".join(
        letter if _harmless(letter) else f"#{ord(letter)};" for letter in line if letter.isprintable()
    )


def _harmless(letter: str) -> bool:
    return not letter.isascii() or letter.isalnum() or letter in _PLAIN
