"""What must come of a customer's case -> the attempts that bring it about, by the deadline of its story.

``docs/meaning.md``, section 10. The attempts are those of section 4; a story asks them for more (a deadline
of its own) or for less (that it is compensated, or answered).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from journeyaudit.model.trouble import Cutoff, Mistake, Remedy, RemedyKind
from journeyaudit.model.voice import StoryCase
from journeyaudit.source.record import record
from journeyaudit.verdicts.bounds import Bounds, read
from journeyaudit.verdicts.by_flow import trials_through_flow
from journeyaudit.verdicts.by_remedy import trials_of_remedies
from journeyaudit.verdicts.calendars import passing
from journeyaudit.verdicts.case import Case, Chance, Court
from journeyaudit.verdicts.clock import then
from journeyaudit.verdicts.contact import Line
from journeyaudit.verdicts.trial import Trial


class Result(StrEnum):
    """What can come of a mistake, the best first."""

    CORRECTED = "corrected"
    COMPENSATED = "compensated"
    ANSWERED = "answered"
    NOTHING = "nothing"


@record
class Wish:
    """What attempts are asked for; ``timed``: within the time of the story, too."""

    story: StoryCase
    result: Result
    timed: bool


class StoryCourt(Court):
    """The court of a journey, sitting on one of its stories."""

    def __init__(self, court: Court, wish: Wish) -> None:
        super().__init__(court.service, court.journey, court.graph, like=court)
        self.people = court.people
        self.wish = wish

    def case(self, mistake: Mistake, generous: bool) -> Hearing:
        return Hearing(self, mistake, generous)


class Hearing(Case):
    """A mistake as one attempt of a story sees it."""

    def __init__(self, court: StoryCourt, mistake: Mistake, generous: bool) -> None:
        super().__init__(court, mistake, generous)
        self.story = court.wish.story
        self.timed = court.wish.timed
        self.correcting = court.wish.result is Result.CORRECTED

    def deadlines(self, remedy: Remedy | None) -> tuple[Bounds, ...]:
        """What has to be put right has to come before the cut-offs, all else only before its window."""
        if self.correcting:
            return (*super().deadlines(remedy), *self.own_deadlines)
        return (*self.window_of_fix(remedy), *self.own_deadlines)

    @cached_property
    def own_deadlines(self) -> tuple[Bounds, ...]:
        """That of the story, if it counts here."""
        limit = self.limit() if self.timed else None
        return () if limit is None else (limit,)

    def limit(self) -> Bounds | None:
        """The end of ``within``: so long after the latest noticing, or at a place of the journey."""
        point = self.story.within
        if point is None:
            return None
        if point.node is not None:
            return self.cutoff(Cutoff(point, self.story.span), "within", self.story.name)
        if point.after is None or point.after.high is None:
            self.doubt.is_taken_for_granted("within", self.story.name, self.story.span)
        length = read(point.after, not self.doubt.generous)
        end = then(self.noticed.latest, passing(length.high, length.working, upper=False))
        return Bounds(end, end)

    def chances_of_stopping(self, line: Line, first: str, deadlines: tuple[Bounds, ...]) -> Iterator[Chance]:
        """A journey that stands still is help only where something is put right in it."""
        return super().chances_of_stopping(line, first, deadlines) if self.correcting else iter(())

    def chances_of_holding(
        self, chain: Sequence[str], answered: Bounds, deadlines: tuple[Bounds, ...]
    ) -> Iterator[Chance]:
        return super().chances_of_holding(chain, answered, deadlines) if self.correcting else iter(())


def trials_for(court: Court, mistake: Mistake, wish: Wish, generous: bool) -> tuple[Trial, ...]:
    """All attempts that bring about this result or a better one."""
    if wish.result is Result.ANSWERED:
        from journeyaudit.verdicts.story_answers import trials_of_answers

        return tuple(trials_of_answers(StoryCourt(court, wish), mistake, generous))
    softened = wish.result is Result.COMPENSATED
    offered: dict[bool, list[Remedy]] = {True: [], False: []}
    for one in mistake.remedies:
        offered[softened and one.kind is RemedyKind.COMPENSATES].append(one)
    right, money = (replace(mistake, remedies=tuple(offered[paid])) for paid in (False, True))
    correcting = StoryCourt(court, replace(wish, result=Result.CORRECTED))
    return (
        *trials_of_remedies(correcting, right, generous),
        *trials_through_flow(correcting, mistake, generous),
        *trials_of_remedies(StoryCourt(court, wish), money, generous),
    )
