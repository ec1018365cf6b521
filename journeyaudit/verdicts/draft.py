"""An edited copy of a journey: what a proposed change would make of it, in words and as text lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from journeyaudit.model.journey import Journey, Service
from journeyaudit.model.people import Actor, Channel
from journeyaudit.model.trouble import Cutoff, Mistake, Remedy
from journeyaudit.verdicts.wording import names_of_channels, written


@dataclass(frozen=True, slots=True)
class Addition:
    """Lines for the text of the journey.

    ``lines`` go below the header line called ``place`` (its kind and name, ``mistake Quantity 2``), one
    step deeper; with ``before`` they go above it, at its own depth. Facts of the keys in ``replaces``
    are taken out of that block first.
    """

    place: str
    lines: tuple[str, ...]
    before: bool = False
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A model under change. ``rewired``: its nodes or moves changed, so its graph is another one."""

    service: Service
    journey: Journey
    mistake: Mistake
    words: tuple[str, ...] = ()
    additions: tuple[Addition, ...] = ()
    rewired: bool = False

    @property
    def last_moment(self) -> Cutoff | None:
        """Until when the world, else the organisation, allows a correction."""
        return self.mistake.hard or self.mistake.soft

    def noting(self, words: str, *additions: Addition) -> Draft:
        return replace(self, words=(*self.words, words), additions=(*self.additions, *additions))

    def with_actor(self, actor: Actor) -> Draft:
        actors = {**self.service.actors, actor.key: actor}
        return replace(self, service=replace(self.service, actors=actors))

    def with_channel(self, channel: Channel) -> Draft:
        channels = {**self.service.channels, channel.key: channel}
        return replace(self, service=replace(self.service, channels=channels))

    def with_mistake(self, mistake: Mistake) -> Draft:
        """Only here: ``journey.mistakes`` keeps the old one, which nobody looks at while judging one."""
        return replace(self, mistake=mistake)

    def with_remedy(self, remedy: Remedy) -> Draft:
        """Puts a remedy in the place of the one of the same number, or at the end."""
        old = self.mistake.remedies
        if any(each.number == remedy.number for each in old):
            new = tuple(remedy if each.number == remedy.number else each for each in old)
        else:
            new = (*old, remedy)
        return self.with_mistake(replace(self.mistake, remedies=new))

    def listing_channels(self, remedy: Remedy) -> Draft:
        """Writes the channels of a remedy: into the lines of one that is new, else as a line of its own."""
        line = f"on: {names_of_channels(remedy.on, self.service)}"
        additions = []
        for addition in self.additions:
            if addition.lines[0] == f"remedy {written(remedy.name)}":
                lines = tuple(f"  {line}" if old.startswith("  on: ") else old for old in addition.lines)
                addition = replace(addition, lines=lines)
            additions.append(addition)
        if tuple(additions) == self.additions:
            additions.append(Addition(f"remedy {written(remedy.name)}", (line,), replaces=("on",)))
        return replace(self, additions=tuple(additions))


Edit = Callable[[Draft], Draft | None]
"""One kind of change; None where it does not apply or would change nothing."""


def said_in(language: str, words: dict[str, str]) -> str:
    """A name of our own in the language of the file; English where we have none."""
    return words.get(language, words["en"])
