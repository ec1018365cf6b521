"""Shapes on a canvas -> one ``svg`` element, readable aloud, for bright and for dark screens."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.drawing import palette
from journeyaudit.drawing.canvas import MARGIN, Area, Canvas, Disc, Shape, Stroke, Words
from journeyaudit.drawing.fitting import length_of
from journeyaudit.drawing.parts import BOLD, INKS, SIZES
from journeyaudit.drawing.svg_head import head, quoted, shown

FONT = "Helvetica,Arial,'Liberation Sans',sans-serif"
_ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
_DASHES = {"solid": "", "dashed": ' stroke-dasharray="6 3"', "dotted": ' stroke-dasharray="1.5 3"'}


def svg_of(canvas: Canvas, *, title: str, description: str, name: str) -> str:
    """Text stays text; links are links; all colours are attributes that the night style replaces."""
    width, height = canvas.width + MARGIN, canvas.height + MARGIN
    opening = (
        f'<svg width="{width:.0f}pt" height="{height:.0f}pt" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="{FONT}" '
        f'role="img" aria-labelledby="{name}-title {name}-story">'
    )
    paper = f'<rect width="{width:.0f}" height="{height:.0f}" fill="{palette.PAPER.day}" stroke="none"/>'
    shapes = "\n".join(line for shape in canvas.shapes for line in _drawn(shape))
    return f"{opening}{head(title, description, name)}\n{paper}\n{shapes}\n</svg>\n"


def _drawn(shape: Shape) -> Iterator[str]:
    match shape:
        case Area():
            yield _linked(shape.href, shape.about, _area(shape))
        case Stroke():
            yield (
                f'<polyline fill="none" points="{_points(shape.points)}"'
                f"{_outline(shape.colour, shape.thick, shape.style)}/>"
            )
        case Disc():
            x, y = shape.middle
            circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:.1f}" fill="{shape.fill.day}"'
            yield f"{circle}{_outline(shape.line, shape.thick, 'solid')}/>"
        case Words():
            yield _linked(shape.href, "", _words(shape))


def _area(area: Area) -> str:
    outline = ' stroke="none"' if area.line is None else _outline(area.line, area.thick, area.style)
    return f'<polygon fill="{area.fill.day}" points="{_points(area.points)}"{outline}/>'


def _words(words: Words) -> str:
    ink = words.colour or INKS[words.line.type]
    size, is_bold = SIZES[words.line.type], words.line.type in BOLD
    bold = ' font-weight="bold"' if is_bold else ""
    length = length_of(words.line.text, size, bold=is_bold)
    anchor = _ANCHORS[words.align]
    return (
        f'<text x="{words.x:.1f}" y="{words.y:.1f}" text-anchor="{anchor}" '
        f'font-size="{size:g}"{bold} fill="{ink.day}"{length}>{shown(words.line.text)}</text>'
    )


def _linked(href: str, about: str, drawn: str) -> str:
    titled = f"<title>{shown(about)}</title>" if about else ""
    if href:
        return f'<a href="{quoted(href)}">{titled}{drawn}</a>'
    return f"<g>{titled}{drawn}</g>" if titled else drawn


def _outline(colour: palette.Colour, thick: float, style: str) -> str:
    return f' stroke="{colour.day}" stroke-width="{thick:g}"{_DASHES[style]}'


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
