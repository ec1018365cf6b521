"""A part of a journey that a sentence can speak of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeyaudit.source import Span
from journeyaudit.verdicts.verdict import MissingFact


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """``it`` is the record of the model (or what stands for one, see ``collect``); ``kind`` a word of
    ``THINGS``. ``span`` is its header line. ``node`` is the place in the flow where it stands, None for
    things that stand nowhere. ``mistake`` is the number of the mistake it belongs to."""

    kind: str
    it: Any
    name: str
    span: Span
    node: int | None = None
    mistake: int | None = None

    def lacks(self, key: str) -> MissingFact:
        """The fact that the text does not state."""
        return MissingFact(key, self.name, self.span)

    def same_as(self, other: Thing) -> bool:
        """The same part of the journey, whatever it was called."""
        if isinstance(self.it, str | tuple) or isinstance(other.it, str | tuple):
            return bool(self.it == other.it)
        return self.it is other.it


@dataclass(frozen=True, slots=True)
class Listed:
    """Things in source order; ``missing`` unless the text is known to list them all."""

    things: tuple[Thing, ...]
    missing: tuple[MissingFact, ...] = ()


NOTHING = Listed(())
