"""The user's text, and places in it: everything the other stages say points back here."""

from journeyaudit.source.span import NOWHERE, Span
from journeyaudit.source.text import SourceText

__all__ = ["NOWHERE", "SourceText", "Span"]
