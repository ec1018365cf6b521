"""One of the two texts that are compared, and what its keys and numbers are called."""

from __future__ import annotations

import os.path
from collections.abc import Mapping, Sequence
from typing import TypeVar

from journeyaudit.finding.fingerprint import relative_path
from journeyaudit.finding.words import quoted
from journeyaudit.model.journey import Journey, Service
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import Span
from journeyaudit.source.record import record

_Key = TypeVar("_Key", str, int)


@record
class Side:
    """``label`` is what the user calls it. ``root`` is the file or the folder that was named: files are the
    same on both sides if they lie at the same place below it (a file that was named is its own root)."""

    label: str
    outcome: Outcome
    root: str = "."
    single: bool = False
    """The root is a file."""

    def place(self, span: Span) -> str:
        """Where the file of a span lies, as seen from the root."""
        if not span.file:
            return ""
        root = os.path.normpath(self.root)
        if self.single:
            if os.path.normpath(span.file) == root:
                return "."
            root = os.path.dirname(root)  # noqa: PTH120
        return os.path.relpath(span.file, root or ".").replace(os.sep, "/")

    def path(self, span: Span) -> str:
        """The file of a span as reports name it."""
        return relative_path(span.file, os.path.curdir)


@record
class View:
    """How one side reads the keys and numbers of a journey and of the people around it.

    The mappings translate those of this side into those of the other; the later side needs none, so
    what is the same on both sides is equal after ``actor``, ``channel``, ``node`` and ``mistake``.
    """

    service: Service
    journey: Journey | None = None
    actors: Mapping[str, str] | None = None
    channels: Mapping[str, str] | None = None
    nodes: Mapping[int, int] | None = None
    mistakes: Mapping[int, int] | None = None
    interrupts: Mapping[int, int] | None = None

    def actor(self, key: str) -> object:
        return _translated(key, self.actors, key in self.service.actors)

    def channel(self, key: str) -> object:
        return _translated(key, self.channels, key in self.service.channels)

    def node(self, number: int) -> object:
        return _translated(number, self.nodes, True)

    def mistake(self, number: int) -> object:
        return _translated(number, self.mistakes, True)

    def interrupt(self, number: int) -> object:
        return _translated(number, self.interrupts, True)

    def people_words(self, keys: Sequence[str]) -> list[str]:
        known = self.service.actors
        return [quoted(known[key].name if key in known else key) for key in keys]

    def channel_words(self, keys: Sequence[str]) -> list[str]:
        known = self.service.channels
        return [quoted(known[key].name if key in known else key) for key in keys]

    def node_words(self, number: int) -> str:
        return quoted(self.journey.nodes[number].title) if self.journey else str(number)


def _translated(key: _Key, mapping: Mapping[_Key, _Key] | None, known: bool) -> object:
    """A key that the other side does not have is equal to none of its keys."""
    if mapping is None or not known:
        return key
    return mapping.get(key, ("only before", key))
