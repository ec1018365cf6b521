"""Yes, no, or unknown with the facts that are missing: what a condition answers."""

from __future__ import annotations

from collections.abc import Iterable

from journeyaudit.source.record import changeable, record
from journeyaudit.verdicts.verdict import MissingFact

MOST_NAMED = 12
"""More missing facts than this are not listed: nobody would read on."""


@record
class Answer:
    """``holds`` None is unknown; then ``missing`` names facts a designer can state."""

    holds: bool | None
    missing: tuple[MissingFact, ...] = ()

    @property
    def yes(self) -> bool:
        return self.holds is True

    @property
    def no(self) -> bool:
        return self.holds is False


YES = Answer(True)
NO = Answer(False)


def truth(holds: bool) -> Answer:
    """A plain yes or no."""
    return YES if holds else NO


def unknown(*missing: MissingFact) -> Answer:
    """It cannot be told without these facts."""
    return Answer(None, together(missing))


def together(missing: Iterable[MissingFact]) -> tuple[MissingFact, ...]:
    """Each fact once, in order, as many as one would read."""
    return tuple(dict.fromkeys(missing))[:MOST_NAMED]


def negated(answer: Answer) -> Answer:
    """Unknown stays unknown."""
    return answer if answer.holds is None else truth(not answer.holds)


def all_of(answers: Iterable[Answer]) -> Answer:
    """No as soon as one is no; else unknown as soon as one is unknown."""
    missing: list[MissingFact] = []
    doubtful = False
    for answer in answers:
        if answer.no:
            return NO
        if answer.holds is None:
            doubtful = True
            missing += answer.missing
    return unknown(*missing) if doubtful else YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """Yes as soon as one is yes; else unknown as soon as one is unknown."""
    return negated(all_of(negated(answer) for answer in answers))


@changeable
class Count:
    """How many answers are yes, and how many might be."""

    sure: int = 0
    doubtful: int = 0
    missing: tuple[MissingFact, ...] = ()
    open: bool = False
    """There may be more things than the text lists."""

    def add(self, answer: Answer) -> None:
        """One more thing was asked about."""
        self.sure += answer.yes
        if answer.holds is None:
            self.doubtful += 1
            self.missing = together((*self.missing, *answer.missing))

    def between(self, least: int, most: int | None) -> Answer:
        """Is the number within these bounds? ``most`` None is no bound."""
        if self.sure >= least and most is None:
            return YES
        if most is not None and self.sure > most:
            return NO
        highest = None if self.open else self.sure + self.doubtful
        if highest is not None and highest < least:
            return NO
        if self.sure >= least and most is not None and highest is not None and highest <= most:
            return YES
        return unknown(*self.missing)
