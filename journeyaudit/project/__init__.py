"""Paths a user names -> everything that has to be read for them, and one service made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.source.when_used import when_used

if TYPE_CHECKING:
    from journeyaudit.project.load import Project, load_text

__all__ = ["Project", "load_text"]

__getattr__ = when_used(__name__, {"Project": "load", "load_text": "load"})
