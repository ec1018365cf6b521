"""Chooses: whether, which one, how long, when. Everything random comes from one function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from journeyaudit.model.quantities import ALWAYS, DAY, INFINITE, WEEK, Duration, Money, WeeklyHours
from journeyaudit.source import Span

T = TypeVar("T")


@dataclass
class Dice:
    """``number(a, b)`` draws from a..b inclusive; everything else is said in terms of it."""

    number: Callable[[int, int], int]
    grid: int = 720
    forgets: int = 0
    """How many of a hundred facts the author of the journey did not state."""
    spans: int = 0

    def chance(self, percent: int) -> bool:
        return self.number(0, 99) >= 100 - percent

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.number(0, len(choices) - 1)]

    def some(self, choices: Sequence[T], percent: int) -> tuple[T, ...]:
        return tuple(choice for choice in choices if self.chance(percent))

    def span(self) -> Span:
        self.spans += 1
        return Span("generated.journey", self.spans, self.spans + 1)

    # time

    def duration(self) -> Duration:
        if self.chance(10):
            days = self.number(0, 2)
            return Duration(days, days + self.pick((0, 0, 1, 2)), working=True)
        low = self.pick((0, 0, 1, 1, 2, 4)) * self.grid
        high = low + self.pick((0, 0, 0, 1, 2, 5)) * self.grid
        if self.chance(self.forgets // 2):
            return self.pick((Duration(low, None), Duration(None, high), Duration(None, None)))
        return Duration(low, INFINITE) if self.chance(4) else Duration(low, high)

    def maybe_duration(self, stated: int) -> Duration | None:
        """Where nothing said means something of its own."""
        return self.duration() if self.chance(stated) else None

    def due_duration(self) -> Duration | None:
        """Where nothing said is unknown."""
        return None if self.chance(self.forgets) else self.duration()

    def hours(self, stated: int) -> WeeklyHours | None:
        if not self.chance(stated):
            return None
        half = DAY // 2
        return self.pick(
            (
                ALWAYS,
                WeeklyHours(tuple((day * DAY, day * DAY + half) for day in range(5))),
                WeeklyHours(tuple((day * DAY + half, (day + 1) * DAY) for day in range(5))),
                WeeklyHours(((0, 5 * DAY),)),
                WeeklyHours(((0, half), (6 * DAY + half, WEEK))),
                WeeklyHours(((DAY, 2 * DAY), (4 * DAY, 6 * DAY))),
                WeeklyHours(((self.grid, 2 * self.grid), (3 * DAY, 3 * DAY + self.grid))),
                WeeklyHours(()) if self.chance(20) else ALWAYS,
            )
        )

    # money

    def money(self, amounts: Sequence[str] = ("10", "50", "100")) -> Money:
        return Money(
            None if self.chance(self.forgets) else Decimal(self.pick(amounts)),
            "USD" if self.chance(self.forgets) else "EUR",
        )
