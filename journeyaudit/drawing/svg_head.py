"""The name of a picture and its story -> the head of an SVG, with its colours for the night."""

from __future__ import annotations

from html import escape

from journeyaudit.drawing import palette

_KEPT = "\n\t\u00a0\u200c\u200d"
"""Not printable by themselves; the joiners keep families together, and words of Persian apart."""


def head(title: str, description: str, name: str) -> str:
    """``title``, ``desc`` and ``style``; ``name`` begins the ids that ``aria-labelledby`` refers to."""
    return (
        f'\n<title id="{name}-title">{shown(title)}</title>'
        f'\n<desc id="{name}-story">{shown(description)}</desc>'
        f"\n<style>{night_style()}</style>"
    )


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


def shown(text: str) -> str:
    """Text as XML shows it, without what XML forbids."""
    return escape(_allowed(text), quote=False)


def quoted(text: str) -> str:
    """The same as the value of an attribute."""
    return escape(_allowed(text), quote=True)


def _allowed(text: str) -> str:
    return "".join(letter for letter in text if letter in _KEPT or letter.isprintable())
