"""Weeks of mistakes -> the remedy map: what works at which hour of the week."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import broken, line_width, lines_height
from journeyaudit.drawing.canvas import MARGIN, Canvas
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing
from journeyaudit.drawing.ribbon import HOUR, draw_closed, draw_ribbon, swatches
from journeyaudit.drawing.week import Way, Week, works_at
from journeyaudit.drawing.wording import VERDICT_WORDS
from journeyaudit.finding.words import clock
from journeyaudit.model.journey import Journey
from journeyaudit.model.quantities import DAY, WEEK
from journeyaudit.verdicts.verdict import Judgement

_LABELS = 250.0
_LEFT = MARGIN + _LABELS
_RIBBON = 20.0
_DAYS_HIGH = 27.0
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SATURDAY_EVENING = 5 * DAY + 20 * 60


def remedy_map(journey: Journey, weeks: Sequence[Week], pointing: Pointing = NOWHERE_TO_POINT) -> Canvas:
    """Mistake by mistake a row for each remedy on each channel, the week from left to right."""
    canvas = Canvas()
    y = canvas.words(MARGIN, MARGIN, broken(f"{journey.name}: what works when?", Type.HEADING, 1000))
    note = "Read across: if the mistake falls into this hour of the week, does this way put it right in time?"
    y = canvas.words(MARGIN, y + 2, [Line(note)])
    y = swatches(canvas, MARGIN, y + 10, closed=any(week.closed for week in weeks))
    if not weeks:
        canvas.words(MARGIN, y + 14, [Line("No mistake is described in this journey.", Type.NAME)])
    for week in weeks:
        y = _draw_week(canvas, journey, week, pointing, y + 24)
    return canvas


def sentences(weeks: Sequence[Week]) -> str:
    """The same for those who cannot see it: on a working day at ten, and on a Saturday evening."""
    said = []
    for week in weeks:
        said.append(f"The mistake {week.verdict.mistake.name}: {_verdict(week).text.lstrip('√~×? ')}.")
        for way in week.ways:
            answers = (f"{clock(at)} {works_at(way.stretches, at).value}" for at in (2040, _SATURDAY_EVENING))
            why = f" ({way.why})" if way.why else ""
            said.append(f"{_named(way)}: {', '.join(answers)}{why}.")
    return " ".join(said)


def _draw_week(canvas: Canvas, journey: Journey, week: Week, pointing: Pointing, y: float) -> float:
    mistake = week.verdict.mistake
    right = _LEFT + WEEK * HOUR / 60
    title = broken(f"! {mistake.name}", Type.NAME, right - MARGIN - 330, most=2)
    canvas.area(MARGIN, y, right - MARGIN, lines_height(title) + 12, palette.NOTE, palette.BAD_LINE,
                href=pointing.href(mistake.header or mistake.span), about=mistake.name)  # fmt: skip
    canvas.words(right - 10, y + 8, [_verdict(week)], align="right")
    y = canvas.words(MARGIN + 8, y + 7, title) + 6
    clock = week.verdict.clock_node
    word = "made at" if clock == mistake.node else "noticed at"
    place = f"{word}: {journey.nodes[clock].title}"
    below = canvas.words(MARGIN, y + 6, broken(place, Type.SMALL, _LABELS - 12, most=2))
    top = y = max(y, below + 2 - _DAYS_HIGH)
    y = _draw_days(canvas, y + 2)
    rows = [Way("all ways together", "", mistake.span, week.together), *week.ways]
    for number, way in enumerate(rows):
        y = _draw_row(canvas, way, week, y, pointing, best=number == 0)
    _draw_example(canvas, week, top, y)
    return y


def _draw_row(canvas: Canvas, way: Way, week: Week, y: float, pointing: Pointing, *, best: bool) -> float:
    name = broken(way.name, Type.NAME if best else Type.STRONG, _LABELS - 14, most=3)
    small = broken(f"on {way.where}" if way.where else "", Type.SMALL, _LABELS - 14, most=2)
    why = broken(way.why, Type.WARNING, _LABELS - 14, most=3)
    lines = [*name, *(line for line in (*small, *why) if line.text)]
    high = max(_RIBBON + 10, lines_height(lines) + 8)
    right = _LEFT + WEEK * HOUR / 60
    canvas.stroke(((MARGIN, y), (right, y)), palette.RULE, thick=0.6)
    href = "" if best else pointing.href(way.span)
    canvas.words(MARGIN, y + (high - lines_height(lines)) / 2 + 1, lines, href=href)
    middle = y + (high - _RIBBON) / 2
    draw_ribbon(canvas, way.stretches, _LEFT, middle, _RIBBON)
    draw_closed(canvas, week.closed, _LEFT, middle, _RIBBON)
    return y + high


def _draw_days(canvas: Canvas, y: float) -> float:
    for day, name in enumerate(_DAYS):
        x = _LEFT + day * 24 * HOUR
        canvas.words(x + 12 * HOUR, y, [Line(name, Type.STRONG)], align="middle")
        canvas.stroke(((x, y), (x, y + 24)), palette.RULE, thick=1.2)
        for hour in (6, 12, 18):
            at = x + hour * HOUR
            canvas.words(at, y + 11, [Line(f"{hour}")], align="middle")
            canvas.stroke(((at, y + 21), (at, y + 24)), palette.RULE)
    return y + _DAYS_HIGH - 2


def _draw_example(canvas: Canvas, week: Week, top: float, bottom: float) -> None:
    """For luck: the hour that the report tells of."""
    if week.verdict.judgement is not Judgement.LUCK:
        return
    x = _LEFT + week.verdict.example * HOUR / 60
    canvas.stroke(((x, top + 24), (x, bottom)), palette.BAD_LINE, thick=1.4, style="dashed")
    line = Line(f"the report's example: {clock(week.verdict.example)}", Type.WARNING)
    right = _LEFT + WEEK * HOUR / 60
    middle = min(max(x, _LEFT + line_width(line) / 2), right - line_width(line) / 2)
    canvas.words(middle, bottom + 2, [line], align="middle")


def _verdict(week: Week) -> Line:
    judgement = week.verdict.judgement
    good = judgement is Judgement.GUARANTEED
    return Line(VERDICT_WORDS[judgement], Type.RELIEF if good else Type.WARNING)


def _named(way: Way) -> str:
    return f"{way.name} on {way.where}" if way.where else way.name
