"""The facts written in a block -> typed values of the model; what is not written is None or empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from journeyaudit.model.quantities import INFINITE, Duration, Money, WeeklyHours
from journeyaudit.syntax import values
from journeyaudit.syntax.tree import Fact
from journeyaudit.syntax.value_words import VALUE_WORDS
from journeyaudit.syntax.values import Moment, Name, Names, Number, Text, Word

_UNKNOWN = frozenset(
    spelling.casefold()
    for word in VALUE_WORDS
    if word.terminal == "UNKNOWN"
    for spelling in (*word.en, *word.de)
)
"""Where a name could stand, this says that none is known."""


class Facts:
    """The facts of one block by key; a value of another type than asked for counts as not written."""

    __slots__ = ("_by_key",)

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_key: dict[str, list[Fact]] = {}
        for fact in facts:
            self._by_key.setdefault(fact.key, []).append(fact)

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def fact(self, key: str) -> Fact | None:
        found = self._by_key.get(key)
        return found[0] if found else None

    def value(self, key: str) -> values.Value | None:
        found = self._by_key.get(key)
        return found[0].value if found else None

    def text(self, key: str) -> str:
        value = self.value(key)
        return value.text if isinstance(value, (Text, Name)) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        found = self._by_key.get(key)
        if not found:
            return ()
        return tuple(fact.value.text for fact in found if isinstance(fact.value, (Text, Name)))

    def word(self, key: str) -> str:
        value = self.value(key)
        return value.word if isinstance(value, Word) else ""

    def yes_no(self, key: str) -> bool | None:
        """``partly`` and ``unknown`` are neither yes nor no."""
        return {"yes": True, "no": False}.get(self.word(key))

    def names(self, key: str) -> tuple[Name, ...]:
        found = self._by_key.get(key)
        if not found:
            return ()
        names: list[Name] = []
        for fact in found:
            if isinstance(fact.value, Names):
                names.extend(fact.value.names)
            elif isinstance(fact.value, Name):
                names.append(fact.value)
        return tuple(name for name in names if name.text.casefold() not in _UNKNOWN)

    def name(self, key: str) -> Name | None:
        found = self.names(key)
        return found[0] if found else None

    def duration(self, key: str) -> Duration | None:
        return duration_of(self.value(key))

    def limit(self, key: str) -> Duration | None:
        """A duration of which a single figure is the most it may take (docs/meaning.md, section 4)."""
        return as_limit(self.duration(key))

    def moment(self, key: str) -> Moment | None:
        value = self.value(key)
        if isinstance(value, values.Duration):
            return Moment(after=value)
        return value if isinstance(value, Moment) else None

    def money(self, key: str) -> Money | None:
        found = self.monies(key)
        return found[0] if found else None

    def monies(self, key: str) -> tuple[Money, ...]:
        value = self.value(key)
        if isinstance(value, values.Money):
            return (_money(value),)
        return tuple(_money(one) for one in value.monies) if isinstance(value, values.Monies) else ()

    def number(self, key: str) -> float | None:
        value = self.value(key)
        return value.value if isinstance(value, Number) else None

    def count(self, key: str) -> int | None:
        value = self.number(key)
        return None if value is None or value in (INFINITE, -INFINITE) else int(value)

    def date(self, key: str) -> date | None:
        value = self.value(key)
        return value.day if isinstance(value, values.Date) else None

    def hours(self, key: str) -> values.Hours | None:
        value = self.value(key)
        return value if isinstance(value, values.Hours) else None


def duration_of(value: object) -> Duration | None:
    if not isinstance(value, values.Duration):
        return None
    return Duration(value.low, value.high, value.working)


def as_limit(duration: Duration | None) -> Duration | None:
    """``3 min`` as [0, 3 min]; intervals, ``at once`` and ``never`` as they are."""
    if duration is None or duration.low != duration.high or duration.high in (None, INFINITE):
        return duration
    return Duration(0, duration.high, duration.working)


def weekly(spans: Iterable[tuple[int, int]]) -> WeeklyHours:
    """Sorted spans with those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return WeeklyHours(tuple(merged))


def without(hours: WeeklyHours, closed: WeeklyHours) -> WeeklyHours:
    """The opening hours with the closed spans taken out."""
    left = list(hours.spans)
    for start, end in closed.spans:
        cut: list[tuple[int, int]] = []
        for opens, closes in left:
            cut += [(opens, min(closes, start)), (max(opens, end), closes)]
        left = [span for span in cut if span[0] < span[1]]
    return weekly(left)


def _money(value: values.Money) -> Money:
    return Money(value.amount, value.currency, value.per)
