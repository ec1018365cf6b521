"""Paths a user names -> everything that has to be read for them, and one service made of it."""

from journeyaudit.project.load import Project, load, load_text

__all__ = ["Project", "load", "load_text"]
