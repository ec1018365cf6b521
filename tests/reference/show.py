"""Prints a generated model as compact text: the flow as arrows, then the people, then the mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, Channel
from journeyaudit.model.quantities import DAY, INFINITE, Duration, Minutes, Money, Point, WeeklyHours
from journeyaudit.model.trouble import Cutoff
from journeyaudit.source import Span

SAID_ELSEWHERE = {"key", "number", "name", "title", "kind", "source", "target", "label", "remedies"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon")


def show(service: Service, journey: Journey) -> str:
    return "\n".join([*_flow(journey), "", *_people(service), "", *_trouble(journey)])


def _flow(journey: Journey) -> Iterator[str]:
    if journey.partial:
        yield "(partial)"
    for node in journey.nodes:
        yield f"{node.number:3} {node.kind.value}{facts(node)}"
        for move in journey.moves:
            if move.source == node.number:
                word = f" {move.kind.value}" if move.kind.value != "next" else ""
                yield f"      ->{word} {move.target}{facts(move)}"
    for interrupt in journey.interrupts:
        yield f"interrupt {interrupt.number}{facts(interrupt)}"


def _people(service: Service) -> Iterator[str]:
    things: list[Actor | Channel] = [*service.actors.values(), *service.channels.values()]
    for thing in things:
        said = facts(thing)
        yield f"{thing.key} ({thing.kind.value if thing.kind else 'kind unknown'}){said}"


def _trouble(journey: Journey) -> Iterator[str]:
    for mistake in journey.mistakes:
        yield f"mistake {mistake.number}{facts(mistake)}"
        for remedy in mistake.remedies:
            kind = "appeal" if remedy.appeal else remedy.kind.value if remedy.kind else "kind unknown"
            yield f"  remedy {remedy.number} ({kind}){facts(remedy)}"


def facts(thing: object) -> str:
    """Every field that is not what it is when nothing is said."""
    said = []
    for part in fields(thing):  # type: ignore[arg-type]
        value = getattr(thing, part.name)
        hidden = part.name in SAID_ELSEWHERE or isinstance(value, Span)
        if not hidden and (part.default is MISSING or value != part.default):
            said.append(f"{part.name}={_value(value)}")
    return f" [{', '.join(said)}]" if said else ""


def _value(value: object) -> str:
    match value:
        case Duration():
            figures = f"{_minutes(value.low, value.working)}..{_minutes(value.high, value.working)}"
            return figures + (" working days" if value.working else "")
        case WeeklyHours():
            return " ".join(f"{_hour(start)}-{_hour(end)}" for start, end in value.spans) or "never"
        case Point(after=None, node=None):
            return "unknown"
        case Point():
            after = "" if value.after is None else f"{_value(value.after)} after "
            return after + ("the mistake" if value.node is None else f"{value.node}")
        case Cutoff():
            return _value(value.point)
        case Money():
            return f"{value.amount} {value.currency}"
        case Enum():
            return str(value.value)
        case tuple():
            return "(" + ", ".join(_value(part) for part in value) + ")"
        case _ if is_dataclass(value):
            return f"{getattr(value, 'act', '')}{facts(value)}"
        case _:
            return str(value)


def _minutes(bound: Minutes | None, working: bool) -> str:
    if bound is None:
        return "?"
    if bound == INFINITE:
        return "for ever"
    return str(bound) if working or bound == 0 else f"{int(bound) // 60}:{int(bound) % 60:02} h"


def _hour(minute: int) -> str:
    return f"{DAYS[minute // DAY]} {minute % DAY // 60:02}:{minute % 60:02}"
