"""Nodes, interrupts and mistakes -> boxes with their words and sizes."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.drawing.lanes import Lane, lane_of_interrupt
from journeyaudit.drawing.looks import LOOKS, OF_LANE, OF_OUTCOME
from journeyaudit.drawing.measure import text_width, wrap
from journeyaudit.drawing.order import Order
from journeyaudit.drawing.parts import BOLD, SIZES, Box, Line, Type
from journeyaudit.drawing.wording import actor_names, channel_names, in_words
from journeyaudit.model.flow import Interrupt, MainFlow, Node, NodeKind, Outcome
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import Duration

TEXT_WIDTH = 122.0
"""Width in points at which the words in a box are broken."""
LEADING = 3.0
"""Free points between lines of text."""
_SMALL_KINDS = {NodeKind.FORK: (9.0, 44.0), NodeKind.JOIN: (22.0, 22.0)}
_END_TYPES = {Outcome.GOOD: Type.RELIEF, Outcome.NEUTRAL: Type.STRONG}
_MAIN_FLOW = {
    MainFlow.CONTINUES: "everything else goes on meanwhile",
    MainFlow.PAUSES: "everything else waits meanwhile",
    MainFlow.STOPS: "everything else stops",
}


def box_of_node(
    service: Service,
    journey: Journey,
    number: int,
    lane: Lane,
    order: Order,
    remarks: tuple[Line, ...] = (),
) -> Box:
    """``remarks`` are further lines below what the node says itself."""
    node = journey.nodes[number]
    lines = (*_lines(service, node), *remarks)
    look, width, height = _look(node, lane, lines)
    return Box(
        f"n{number}", look, lines, width, height, lane, order.column[number], order.thread[number],
        node.header or node.span, number, final=node.no_return,
        rim=4.0 if node.no_return or LOOKS[look].outlines > 1 else 0.0,
    )  # fmt: skip


def box_of_interrupt(service: Service, journey: Journey, index: int, order: Order) -> Box:
    interrupt = journey.interrupts[index]
    lines = tuple(_interrupt_lines(service, interrupt))
    width, height = size_of(lines)
    place = len(journey.nodes) + index
    return Box(
        f"i{index}", "interrupt", lines, width, height, lane_of_interrupt(service, interrupt),
        order.column[place], order.thread[place], interrupt.span,
    )  # fmt: skip


def size_of(lines: Iterable[Line], margin: float = 20.0) -> tuple[float, float]:
    """Width and height in points of a box around some lines."""
    lines = tuple(lines)
    width = max((line_width(line) for line in lines), default=0.0)
    return round(width + margin, 1), round(lines_height(lines) + 14, 1)


def lines_height(lines: Iterable[Line]) -> float:
    return sum(SIZES[line.type] + LEADING for line in lines)


def line_width(line: Line) -> float:
    return text_width(line.text, SIZES[line.type], bold=line.type in BOLD)


def broken(text: str, type_: Type, width: float = TEXT_WIDTH, most: int = 5) -> list[Line]:
    """``text`` as lines of one type, none wider than ``width`` points."""
    bold = type_ in BOLD
    return [Line(line, type_) for line in wrap(text, width, SIZES[type_], bold=bold, most=most)]


def _look(node: Node, lane: Lane, lines: tuple[Line, ...]) -> tuple[str, float, float]:
    if node.kind in _SMALL_KINDS:
        return (node.kind.value, *_SMALL_KINDS[node.kind])
    width, height = size_of(lines)
    match node.kind:
        case NodeKind.START:
            return ("start", 46.0, 46.0)
        case NodeKind.CHOICE | NodeKind.LOOP:
            return (node.kind.value, width + 20 + 10 * len(lines), max(height, 46.0))
        case NodeKind.WAIT | NodeKind.WAIT_FOR:
            return ("wait", width + 24, height + 8)
        case NodeKind.USE:
            return ("use", width, height + 6)
        case NodeKind.END:
            look = OF_OUTCOME[node.outcome or Outcome.NEUTRAL][0]
            wider = {"good": 4.0, "bad": 22.0, "abandoned": 64.0, "neutral": 40.0}[look]
            return (look, width + wider, height + (16 if look == "neutral" else 5 * len(lines)))
        case _:
            return (OF_LANE[lane], max(width, 84.0), max(height, 40.0))


def _lines(service: Service, node: Node) -> Iterable[Line]:
    match node.kind:
        case NodeKind.START:
            yield Line("start", Type.STRONG)
        case NodeKind.FORK | NodeKind.JOIN:
            return
        case NodeKind.END:
            word = OF_OUTCOME[node.outcome or Outcome.NEUTRAL][1]
            yield Line(word, _END_TYPES.get(node.outcome or Outcome.NEUTRAL, Type.WARNING))
            yield from broken(node.title, Type.NAME)
        case NodeKind.WAIT | NodeKind.WAIT_FOR:
            yield Line("TIME PASSES" if node.kind is NodeKind.WAIT else "WAITING", Type.STRONG)
            yield from broken(node.title, Type.NAME)
            if node.kind is NodeKind.WAIT_FOR and node.takes is not None:
                yield from broken(in_words(node.takes), Type.SMALL)
        case _:
            if node.kind is NodeKind.LOOP:
                yield Line("AGAIN?", Type.STRONG)
            yield from broken(node.title, Type.NAME)
            yield from _facts(service, node)


def _facts(service: Service, node: Node) -> Iterable[Line]:
    who = actor_names(service, node.by + node.together_with)
    if who:
        yield from broken(who, Type.SMALL, most=3)
    if node.on:
        yield from broken(f"on {channel_names(service, node.on)}", Type.SMALL, most=3)
    if node.takes is not None:
        yield from broken(_taking(node.takes), Type.SMALL)
    if node.times is not None:
        yield Line(f"at most {node.times} times")
    if node.automated:
        yield Line("\u00a4 decided by a machine", Type.STRONG)
    if node.corrects:
        yield Line("\u221a puts a mistake right", Type.RELIEF)
    if node.no_return:
        yield Line("\u25a0 point of no return", Type.WARNING)
    for media_break in node.media_breaks:
        yield from broken(f"\u2194 media break: {media_break}", Type.WARNING)
    if node.context_passed is False:
        yield Line("\u00d7 it must be told again", Type.WARNING)
    for notification in node.notifications:
        yield from broken(f"\u00bb sends: {notification.name}", Type.STRONG, most=2)
    for escalation in node.escalations:
        to = actor_names(service, escalation.to) or escalation.name
        yield from broken(f"\u2191 escalates to {to}", Type.STRONG, most=2)


def _taking(time: Duration) -> str:
    words = in_words(time)
    return words if words == "at once" else f"takes {words}"


def _interrupt_lines(service: Service, interrupt: Interrupt) -> Iterable[Line]:
    yield Line("AT ANY TIME", Type.STRONG)
    yield from broken(interrupt.name, Type.NAME)
    if interrupt.on:
        yield from broken(f"on {channel_names(service, interrupt.on)}", Type.SMALL, most=2)
    if interrupt.main_flow is not None:
        yield from broken(_MAIN_FLOW[interrupt.main_flow], Type.SMALL)
