"""SVG as Graphviz writes it -> SVG with a name, a description in words and colours for the night."""

from __future__ import annotations

import re
from html import escape

from journeyaudit.drawing import palette
from journeyaudit.drawing.engine import run

_OPENING = re.compile(r"<svg\b[^>]*>")
_STRUT = re.compile(r'<text [^>]*font-size="3\.00"[^>]*> </text>\n?')
_GRAPH_TITLE = re.compile(r'(<g id="graph0"[^>]*>)\s*<title>[^<]*</title>')


def to_svg(dot: str, *, title: str = "", description: str = "") -> str:
    """A picture for web pages and documents, well-formed XML, readable aloud.

    Raises ``DrawingError`` when there is no drawing engine.
    """
    drawn = run(dot, "svg").decode()
    drawn = _STRUT.sub("", _GRAPH_TITLE.sub(r"\1", drawn, count=1))
    opening = _OPENING.search(drawn)
    if opening is None:
        return drawn
    labelled = opening[0].removesuffix(">") + ' role="img" aria-labelledby="picture-title picture-story">'
    head = (
        f'\n<title id="picture-title">{_text(title)}</title>'
        f'\n<desc id="picture-story">{_text(description)}</desc>'
        f"\n<style>{night_style()}</style>"
    )
    return drawn[: opening.start()] + labelled + head + drawn[opening.end() :]


def to_png(dot: str, *, resolution: int = 144) -> bytes:
    """The same as pixels; ``resolution`` in dots per inch. Raises ``DrawingError`` without an engine."""
    return run(dot, "png", resolution)


def night_style() -> str:
    """CSS that changes every colour of the palette to its counterpart on dark screens."""
    rules = []
    for colour in palette.ALL:
        rules.append(f'[fill="{colour.day}"]{{fill:{colour.night}}}')
        rules.append(f'[stroke="{colour.day}"]{{stroke:{colour.night}}}')
    return (
        "svg{background:#ffffff}"
        "@media (prefers-color-scheme: dark){"
        f"svg{{background:{palette.PAPER.night}}}{''.join(rules)}"
        "}"
    )


def _text(text: str) -> str:
    allowed = "".join(letter for letter in text if letter in "\n\t" or letter.isprintable())
    return escape(allowed, quote=False)
