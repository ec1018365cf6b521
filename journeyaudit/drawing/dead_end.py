"""The scene of a finding -> its dead end on one page: a time line, cut-offs, and the helps that fail."""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.drawing import palette
from journeyaudit.drawing.boxes import broken, line_width, lines_height
from journeyaudit.drawing.canvas import MARGIN, Canvas
from journeyaudit.drawing.palette import Colour
from journeyaudit.drawing.parts import Line, Type
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing
from journeyaudit.drawing.scene import Beat, Help, Scene

_CARD = 150.0
_COLUMN = _CARD + 18
_HEAD = 92.0
_LEFT = MARGIN + _HEAD
_STRIP = 18.0
_HELP = 230.0
_WORDS = {
    "soft": "from here on changes are refused",
    "hard": "from here on it is too late",
    "both": "from here on changes are refused, and it is too late",
}


def dead_end(scene: Scene, pointing: Pointing = NOWHERE_TO_POINT) -> Canvas:
    """At most a dozen boxes, numbered like the lines of the story."""
    canvas = Canvas()
    wide = max(len(scene.beats), 4) * _COLUMN + _HEAD
    y = canvas.words(MARGIN, MARGIN, broken(f"! {scene.title}", Type.HEADING, wide, most=3))
    if scene.where:
        y = canvas.words(MARGIN, y + 2, broken(scene.where, Type.NAME, wide, most=2))
    if scene.beats:
        y = _draw_time(canvas, scene.beats, pointing, y + 14)
    if scene.helps:
        y = _draw_helps(canvas, scene.helps, pointing, y + 22, wide)
    closing = broken(scene.moral, Type.WARNING, wide, most=3) if scene.moral else []
    if scene.left_out:
        closing.append(
            Line(f"{scene.left_out} more {'stands' if scene.left_out == 1 else 'stand'} in the report.")
        )
    canvas.words(MARGIN, y + 14, closing)
    return canvas


def _draw_time(canvas: Canvas, beats: Sequence[Beat], pointing: Pointing, y: float) -> float:
    """Two lanes on one time line: what the customer lives through, and what happens behind their back."""
    texts = [broken(beat.text, Type.SMALL, _CARD - 16, most=9) for beat in beats]
    right = _LEFT + len(beats) * _COLUMN + 8
    strips = 2 if any(beat.limit for beat in beats) else 0
    tops, lane_top = [], y + strips * _STRIP + 6
    for aside, name in ((False, "Before the customer's eyes"), (True, "Behind their back")):
        mine = [lines_height(lines) for beat, lines in zip(beats, texts, strict=True) if beat.aside is aside]
        if not mine:
            tops.append(lane_top)
            continue
        high = max(mine) + 52
        _draw_lane(canvas, name, lane_top, high, right, palette.LANE_OTHER if aside else palette.LANE)
        tops.append(lane_top)
        lane_top += high
    _draw_limits(canvas, beats, y, lane_top, right)
    for at, (beat, lines) in enumerate(zip(beats, texts, strict=True)):
        _draw_beat(canvas, beat, lines, _LEFT + 8 + at * _COLUMN, tops[beat.aside] + 8, pointing)
    return lane_top


def _draw_lane(canvas: Canvas, name: str, y: float, high: float, right: float, fill: Colour) -> None:
    canvas.area(MARGIN, y, right - MARGIN, high, fill)
    canvas.area(MARGIN, y, _HEAD - 8, high, palette.LANE_HEAD)
    canvas.words(MARGIN + 6, y + 9, broken(name, Type.NAME, _HEAD - 20))


def _draw_limits(canvas: Canvas, beats: Sequence[Beat], y: float, bottom: float, right: float) -> None:
    """Lines before the moments at which the cut-offs pass, and the zone between them."""
    at = {beat.limit: _LEFT + number * _COLUMN for number, beat in enumerate(beats) if beat.limit}
    if "soft" in at and "hard" in at and at["soft"] < at["hard"]:
        canvas.area(at["soft"], y - 5, at["hard"] - at["soft"], bottom - y + 5, palette.ZONE)
        zone = Line("Kafka zone: still possible, yet refused", Type.STRONG)
        middle = (at["soft"] + max(at["hard"], at["soft"] + line_width(zone))) / 2
        canvas.words(middle, y, [zone], align="middle")
    for limit, x in at.items():
        words = Line(_WORDS[limit], Type.WARNING)
        left = min(x + 4, right - line_width(words))
        soft = limit == "soft"
        row = y + _STRIP
        canvas.stroke(((x, row), (x, bottom)), palette.BAD_LINE, thick=1.8 if soft else 2.8,
                      style="dashed" if soft else "solid")  # fmt: skip
        canvas.words(left, row, [words])


def _draw_beat(
    canvas: Canvas, beat: Beat, lines: Sequence[Line], x: float, y: float, pointing: Pointing
) -> None:
    canvas.disc(x + 11, y + 10, 10, palette.BADGE, palette.BADGE)
    number = [Line(f"{beat.number}", Type.STRONG)]
    canvas.words(x + 11, y + 4.5, number, align="middle", colour=palette.BADGE_INK)
    canvas.words(x + 27, y + 4, [Line(beat.when, Type.STRONG if beat.timed else Type.SMALL)])
    fill = palette.PAPER if beat.aside else palette.CUSTOMER
    line = palette.BAD_LINE if beat.limit else palette.INK
    canvas.area(x, y + 24, _CARD, lines_height(lines) + 12, fill, line, thick=2.0 if beat.limit else 1.0,
                style="dashed" if beat.aside and not beat.limit else "solid",
                href=pointing.href(beat.span), about=pointing.about("", beat.span))  # fmt: skip
    canvas.words(x + 8, y + 31, lines, colour=palette.INK)


def _draw_helps(canvas: Canvas, helps: Sequence[Help], pointing: Pointing, y: float, wide: float) -> float:
    y = canvas.words(MARGIN, y, [Line("What was there to help, and why it does not", Type.NAME)]) + 6
    each = min(_HELP, (wide - 12 * (len(helps) - 1)) / len(helps))
    cards = [_help_lines(help_, each - 22) for help_ in helps]
    high = max(lines_height(lines) for lines in cards) + 16
    for number, (help_, lines) in enumerate(zip(helps, cards, strict=True)):
        x = MARGIN + number * (each + 12)
        canvas.area(x, y, each, high, palette.NOTE, palette.BAD_LINE, thick=1.4,
                    href=pointing.href(help_.span), about=pointing.about(help_.name, help_.span))  # fmt: skip
        canvas.words(x + 10, y + 9, lines)
    return y + high


def _help_lines(help_: Help, wide: float) -> list[Line]:
    lines = broken(f"+ {help_.name}", Type.STRONG, wide, most=3) if help_.name else []
    lines += broken(help_.who, Type.SMALL, wide, most=2) if help_.who else []
    lines += broken(f"\u00d7 {help_.why}", Type.WARNING, wide, most=4)
    return [*lines, Line(f"see {help_.told} above")] if help_.told else lines
