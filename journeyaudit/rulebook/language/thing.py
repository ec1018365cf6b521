"""A part of a journey that a sentence can speak of."""

from __future__ import annotations

from typing import Any

from journeyaudit.source import Span
from journeyaudit.source.record import changeable, record
from journeyaudit.syntax.schema import BLOCKS, KEYS
from journeyaudit.verdicts.verdict import MissingFact

_PLACES = ("place", "step", "choice", "wait", "end")
_BLOCKS_OF = {key.en: key.blocks for key in KEYS}
_ALL_BLOCKS = frozenset(block.en for block in BLOCKS)


@changeable
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

    def can_state(self, key: str) -> bool:
        """May this fact be written about it at all? An end has no `by`, so nobody is missing there."""
        blocks = _BLOCKS_OF.get(key)
        return blocks is None or self._block not in _ALL_BLOCKS or self._block in blocks

    @property
    def _block(self) -> str:
        """The header word of the language that writes it."""
        if self.kind in _PLACES:
            return str(self.it.kind.value)
        if self.kind in ("remedy", "appeal"):
            return "appeal" if self.it.appeal else "remedy"
        return {"message": "notification", "exception": "ignore"}.get(self.kind, self.kind)

    def same_as(self, other: Thing) -> bool:
        """The same part of the journey, whatever it was called."""
        if isinstance(self.it, str | tuple) or isinstance(other.it, str | tuple):
            return bool(self.it == other.it)
        return self.it is other.it


@record
class Listed:
    """Things in source order; ``missing`` unless the text is known to list them all."""

    things: tuple[Thing, ...]
    missing: tuple[MissingFact, ...] = ()


NOTHING = Listed(())
