"""SVG as Graphviz writes it -> SVG with a name, a description in words and colours for the night."""

from __future__ import annotations

import re
from html import escape

from journeyaudit.drawing import palette
from journeyaudit.drawing.engine import run

_OPENING = re.compile(r"<svg\b[^>]*>")
_STRUT = re.compile(r'<text [^>]*font-size="3\.00"[^>]*> </text>\n?')
_TITLE_OF_BOX = re.compile(r'<title>[^<]*</title>\n(<g id="a_node\d+"><a [^>]*?xlink:title="([^"]*)")')
_OTHER_TITLE = re.compile(r'<title>[^<]*</title>\n(?!<g id="a_node)')


def to_svg(dot: str, *, title: str = "", description: str = "", name: str = "picture") -> str:
    """A picture for web pages and documents: one ``svg`` element, well-formed, readable aloud.

    ``name`` begins the ids of title and description, for pages with several pictures. Raises
    ``DrawingError`` when there is no drawing engine.
    """
    drawn = run(dot, "svg").decode()
    opening = _OPENING.search(drawn)
    if opening is None:
        return drawn
    labelled = f'{opening[0].removesuffix(">")} role="img" aria-labelledby="{name}-title {name}-story">'
    head = (
        f'\n<title id="{name}-title">{_text(title)}</title>'
        f'\n<desc id="{name}-story">{_text(description)}</desc>'
        f"\n<style>{night_style()}</style>"
    )
    return labelled + head + _with_names(drawn[opening.end() :])


def _with_names(drawing: str) -> str:
    """With the names of boxes as their titles, in place of ids, and without empty lines of text."""
    drawing = _OTHER_TITLE.sub("", _TITLE_OF_BOX.sub(r"<title>\2</title>\n\1", drawing))
    return _STRUT.sub("", drawing)


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
