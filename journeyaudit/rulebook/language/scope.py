"""What is bound while a rule is compiled, and while it is evaluated."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeAlias

from journeyaudit.rulebook.language.answer import Answer
from journeyaudit.rulebook.language.look import Look
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.values import Sort, Value
from journeyaudit.source import Span
from journeyaudit.source.record import changeable, field, record
from journeyaudit.syntax.rules.tree import Quantity


class Misfit(Exception):  # noqa: N818 - it is the user's text that does not fit, no error of ours
    """A sentence that is well formed and makes no sense; becomes one finding."""

    def __init__(self, title: str, span: Span, repair: str = "") -> None:
        super().__init__(title)
        self.title, self.span, self.repair = title, span, repair


@changeable
class Scope:
    """The things that are bound, by slot, and the settings in force, while one journey is looked at."""

    look: Look
    things: list[Thing | None]
    settings: Mapping[str, Value]
    settings_key: Hashable = ()

    def thing(self, slot: int) -> Thing:
        """What is bound; asking for an unbound slot is a fault of the compiler."""
        found = self.things[slot]
        assert found is not None
        return found


Test: TypeAlias = Callable[[Scope], Answer]


@record
class Notion:
    """What ``call a step "rescue" when ...`` has defined; ``slot`` is bound to the step."""

    kind: str
    slot: int
    test: Test


@changeable
class Bindings:
    """What the words of a rule mean at some point of it.

    ``bound`` are (word, kind, slot), the latest last. ``used`` are the slots that were asked for, so that
    one can tell whether a condition depends on what is bound outside.
    """

    bound: list[tuple[str, str, int]] = field(default_factory=list)
    notions: dict[str, Notion] = field(default_factory=dict)
    settings: dict[str, tuple[Quantity, Sort]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    slots: int = 1
    trusted: bool = False
    """The rule is known to make sense, so what takes long to find out need not be asked."""

    def bind(self, word: str, kind: str) -> int:
        """A new slot for a thing."""
        slot = self.slots
        self.slots += 1
        self.bound.append((word, kind, slot))
        return slot

    def release(self) -> None:
        """The thing that was bound last is out of sight again."""
        self.bound.pop()

    def find(self, word: str) -> tuple[str, int] | None:
        """Kind and slot of ``the mistake``; of ``it`` for an empty word. The journey is always there."""
        for name, kind, slot in reversed(self.bound):
            if word in ("", name):
                self.used.add(slot)
                return kind, slot
        return ("journey", 0) if word in ("", "journey") else None
