"""Keys and numbers of a journey -> the names people know them by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from journeyaudit.finding.words import listed, quoted
from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.quantities import INFINITE, Point
from journeyaudit.model.spoken import duration_words


@dataclass(frozen=True)
class Names:
    """The names of one journey and of the people and channels around it."""

    service: Service
    journey: Journey

    def people(self, keys: Sequence[str], word: str = "and") -> str:
        """ "A and B"; a key nobody describes is said as it is."""
        actors = self.service.actors
        return listed([actors[key].name if key in actors else key for key in keys], word)

    def channels(self, keys: Sequence[str], word: str = "or") -> str:
        channels = self.service.channels
        return listed([channels[key].name if key in channels else key for key in keys], word)

    def place(self, number: int) -> str:
        """The quoted title of a node."""
        return quoted(self.journey.nodes[number].title)

    @cached_property
    def _mistakes(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for mistake in self.journey.mistakes:
            found.setdefault(mistake.node, []).append(quoted(mistake.name))
        return found

    def mistakes_at(self, number: int) -> str:
        """The quoted mistakes that can happen at a node."""
        return listed(self._mistakes.get(number, []), "or")

    @property
    def customer(self) -> str:
        actor = self.service.actors.get(self.journey.customer)
        return actor.name if actor else "the customer"

    def until(self, point: Point) -> str:
        """How long it holds: "until “X” begins", "for 2 h after the mistake", "without limit"."""
        if point.after is None:
            if point.node is None:
                return "but the text does not say until when"
            return f"until {self.place(point.node)} begins"
        if point.after.low == INFINITE:
            return "without limit"
        length = duration_words(point.after)
        if point.after.high == 0:
            return "until it happens" if point.node is None else f"until {self.place(point.node)} is done"
        if point.node is None:
            return f"for {length} after the mistake"
        return f"until {length} after {self.place(point.node)}"


def as_sentence(clause: str) -> str:
    """A clause of ours with a capital and a full stop."""
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}." if clause else ""


def sentence(text: str) -> str:
    """A text of the journey's author as a sentence: with a mark at its end."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "“", "”", "…", ":")) else f"{text}."
