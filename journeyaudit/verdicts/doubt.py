"""One of the two readings of what the text leaves out, and the facts it had to guess.

``docs/meaning.md``, section 2: once everything unknown is read in the customer's favour, once
against them.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.model.quantities import Duration
from journeyaudit.source import Span
from journeyaudit.source.record import changeable, field
from journeyaudit.verdicts.bounds import Length, read, within
from journeyaudit.verdicts.verdict import MissingFact


@changeable
class Doubt:
    """``generous``: unknown facts help the customer. ``missing`` are those consulted, in order;
    ``assumed`` are sentences about what was taken for granted without being unknown."""

    generous: bool
    missing: dict[MissingFact, None] = field(default_factory=dict)
    assumed: dict[str, None] = field(default_factory=dict)

    def is_taken_for_granted(self, key: str, of: str, span: Span) -> bool:
        """Is this unknown fact read in the customer's favour? Notes that it is missing."""
        self.missing[MissingFact(key, of, span)] = None
        return self.generous

    def assume(self, sentence: str) -> None:
        self.assumed[sentence] = None

    def note(self, facts: Iterable[MissingFact]) -> None:
        self.missing.update(dict.fromkeys(facts))

    def length(self, duration: Duration | None, key: str, of: str, span: Span) -> Length:
        """A length of time on the side of the customer's attempt."""
        self._note_unless_known(duration, key, of, span)
        return read(duration, self.generous)

    def at_most(self, duration: Duration | None, key: str, of: str, span: Span) -> Length:
        """The same where a single figure means "at most"."""
        self._note_unless_known(duration, key, of, span)
        return within(duration, self.generous)

    def _note_unless_known(self, duration: Duration | None, key: str, of: str, span: Span) -> None:
        if duration is None or not duration.known:
            self.missing[MissingFact(key, of, span)] = None
