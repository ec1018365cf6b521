"""Rungs and climbs -> the authority ladder: who may decide what, and how far each mistake gets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journeyaudit.drawing import palette
from journeyaudit.drawing.authority import Climb, passes_on
from journeyaudit.drawing.boxes import broken, lines_height
from journeyaudit.drawing.canvas import MARGIN, Canvas
from journeyaudit.drawing.ladder_signs import draw_disc, draw_legend
from journeyaudit.drawing.ladder_words import facts_of, verdict_line
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing
from journeyaudit.finding.words import listed
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, ActorKind

_CARD = 300.0
_LEFT = MARGIN + 44.0
_COLUMN = 132.0
_TRACK = 12.0
_GAP = 16.0
_STEP = 9.0
_MOST_IN_ROW = 8
"""Further mistakes get a ladder of their own below."""


def authority_ladder(
    service: Service,
    journey: Journey,
    actors: Sequence[Actor],
    climbs: Sequence[Climb],
    pointing: Pointing = NOWHERE_TO_POINT,
) -> Canvas:
    """A card for each role, the one with most authority on top; a column for each mistake."""
    canvas = Canvas()
    y = canvas.words(MARGIN, MARGIN, broken(f"{journey.name}: who may decide what?", Type.HEADING, 900))
    note = "Left: authority, highest on top. Right: each mistake climbs from the customer to whoever decides."
    y = canvas.words(MARGIN, y + 2, [Line(note)]) + 12
    groups = [climbs[at : at + _MOST_IN_ROW] for at in range(0, len(climbs), _MOST_IN_ROW)]
    for group in groups or [()]:
        y = _draw_ladder(canvas, service, actors, group, pointing, y) + 30
    draw_legend(canvas, y - 14, actors, climbs)
    return canvas


def sentences(service: Service, actors: Sequence[Actor], climbs: Sequence[Climb]) -> str:
    """The same for those who cannot see it."""
    said = [f"{actor.name}: {'; '.join(line.text for line in facts_of(service, actor))}." for actor in actors]
    for climb in climbs:
        people = listed([service.actors[key].name for key in climb.stops if key in service.actors])
        rank = climb.verdict.figures.decision_rank
        ranked = f" Decision rank {rank}." if rank is not None else ""
        fate = climb.why or "it is put right there"
        said.append(f"The mistake {climb.verdict.mistake.name} gets to {people or 'nobody'}: {fate}.{ranked}")
    return " ".join(said)


def _draw_ladder(
    canvas: Canvas,
    service: Service,
    actors: Sequence[Actor],
    climbs: Sequence[Climb],
    pointing: Pointing,
    y: float,
) -> float:
    edges = list(passes_on(actors))
    track = _tracks(edges)
    first = _LEFT + _CARD + 16 + _TRACK * (max(track, default=-1) + 1) + 14
    y = max(
        [
            y,
            *(
                _draw_head(canvas, climb, first + at * _COLUMN, pointing, y)
                for at, climb in enumerate(climbs)
            ),
        ]
    )
    middles: list[float] = []
    right = first + _COLUMN * len(climbs)
    for number, actor in enumerate(actors):
        high = _draw_rung(canvas, service, actor, pointing, y + _GAP, right, shaded=number % 2 == 0)
        middles.append(y + _GAP + high / 2)
        y += _GAP + high
    bottom = y + _GAP + 14
    canvas.area(_LEFT, bottom - 14, _CARD, 28, palette.CUSTOMER, palette.INK)
    canvas.words(_LEFT + 10, bottom - 6, [Line("Customer", Type.NAME)])
    for (low, top, escalates), lane in zip(edges, track, strict=True):
        _draw_edge(canvas, middles[low], middles[top], _LEFT + _CARD, lane, dashed=not escalates)
    place = {actor.key: number for number, actor in enumerate(actors)}
    for at, climb in enumerate(climbs):
        heights = [middles[place[key]] for key in climb.stops if key in place]
        _draw_climb(canvas, climb, first + (at + 0.5) * _COLUMN, [bottom, *heights])
    return bottom + 14


def _draw_head(canvas: Canvas, climb: Climb, x: float, pointing: Pointing, y: float) -> float:
    mistake = climb.verdict.mistake
    lines = [*broken(mistake.name, Type.NAME, _COLUMN - 22, most=4), *verdict_line(climb)]
    canvas.area(x + 4, y, _COLUMN - 8, lines_height(lines) + 12, palette.NOTE, palette.BAD_LINE,
                href=pointing.href(mistake.header or mistake.span), about=mistake.name)  # fmt: skip
    return canvas.words(x + 11, y + 7, lines) + 5


def _draw_rung(
    canvas: Canvas,
    service: Service,
    actor: Actor,
    pointing: Pointing,
    y: float,
    right: float,
    *,
    shaded: bool,
) -> float:
    lines = [*broken(actor.name, Type.NAME, _CARD - 22, most=2), *facts_of(service, actor)]
    high = lines_height(lines) + 14
    if shaded:
        canvas.area(MARGIN, y - _GAP / 2, max(right, _LEFT + _CARD) - MARGIN, high + _GAP, palette.LANE_OTHER)
    fill = palette.PEOPLE if actor.human else palette.SYSTEM
    if actor.kind in (ActorKind.THIRD_PARTY, ActorKind.OUTSIDE):
        fill = palette.THIRD
    canvas.area(_LEFT, y, _CARD, high, fill, palette.INK, thick=1.2, href=pointing.href(actor.span),
                about=pointing.about(actor.name, actor.span))  # fmt: skip
    canvas.words(_LEFT + 10, y + 8, lines)
    canvas.disc(MARGIN + 20, y + high / 2, 15, palette.PAPER, palette.INK, 1.6)
    number = "?" if actor.authority is None else str(actor.authority)
    canvas.words(MARGIN + 20, y + high / 2 - 6.5, [Line(number, Type.NAME)], align="middle")
    return high


def _draw_edge(canvas: Canvas, tail: float, head: float, x: float, track: int, *, dashed: bool) -> None:
    out = x + 16 + track * _TRACK
    nudge = 5.0 if head < tail else -5.0
    points = ((x, tail - nudge), (out, tail - nudge), (out, head + nudge), (x, head + nudge))
    canvas.arrow(points, palette.INTERRUPT_LINE, thick=1.6, style="dashed" if dashed else "solid")


def _tracks(edges: Sequence[tuple[int, int, bool]]) -> list[int]:
    """First come, nearest; edges whose heights touch never share a track."""
    taken: list[list[tuple[int, int]]] = []
    found = []
    for tail, head, _ in edges:
        low, high = sorted((tail, head))
        free = (at for at, spans in enumerate(taken) if all(high < b or e < low for b, e in spans))
        at = next(free, len(taken))
        if at == len(taken):
            taken.append([])
        taken[at].append((low, high))
        found.append(at)
    return found


def _draw_climb(canvas: Canvas, climb: Climb, x: float, heights: Sequence[float]) -> None:
    """From the customer up, one disc for each person in turn; the last one decides, or it ends there."""
    helped = not climb.why
    colour = palette.GOOD_LINE if helped else palette.BAD_LINE
    straight = all(above < below for below, above in pairwise(heights))
    step = 0.0 if straight else 2 * _STEP
    spots = [(x + (at - (len(heights) - 1) / 2) * step, y) for at, y in enumerate(heights)]
    for (x0, y0), (x1, y1) in pairwise(spots):
        corner = () if straight else ((x1, y0 - 4),)
        begin = (x0, y0 if straight else y0 - 4)
        canvas.arrow((begin, *corner, (x1, y1 + (11 if y1 < y0 else -11))), colour, thick=2.2)
    canvas.disc(*spots[0], 6, colour, colour)
    for number, (at, y) in enumerate(spots[1:], 1):
        if number + 1 < len(spots):
            draw_disc(canvas, at, y, str(number), palette.PAPER, colour, palette.INK)
        else:
            draw_disc(canvas, at, y, "√" if helped else "×", colour, colour, palette.PAPER)
    if climb.why:
        lines = broken(climb.why, Type.WARNING, _COLUMN - 16, most=4)
        canvas.words(x, spots[-1][1] - 16 - lines_height(lines), lines, align="middle")
