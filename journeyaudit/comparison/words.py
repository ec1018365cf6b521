"""Texts and shares of the model -> the words in which a change of them is told."""

from __future__ import annotations

from journeyaudit.finding.words import listed, quoted


def quote_words(text: str) -> str:
    """A text of the author's, on one line and quoted."""
    return quoted(" ".join(text.split()))


def texts_words(texts: tuple[str, ...]) -> str:
    return listed([quote_words(text) for text in texts])


def share_words(number: float) -> str:
    return f"{number:g}"
