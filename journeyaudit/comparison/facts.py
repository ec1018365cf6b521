"""Two versions of one thing -> the facts about it that changed, each as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from journeyaudit.comparison.change import Change, Sign, Weight
from journeyaudit.comparison.fields import Fields, Said
from journeyaudit.comparison.likeness import matched, name_likeness
from journeyaudit.comparison.side import View
from journeyaudit.comparison.sort import Sort, compared, worded
from journeyaudit.finding.words import quoted
from journeyaudit.model.flow import Pick
from journeyaudit.source import NOWHERE, Span
from journeyaudit.source.record import record

Thing = TypeVar("Thing")
_VERBS = ("is", "are", "may", "can", "could", "must", "was")
"""Behind these, and before all others, one says “now”."""


@record
class Views:
    """How the two sides are read; the earlier one in terms of the later."""

    before: View
    after: View


@record
class Kind:
    """A sort of thing: its noun, its fields, and how much it matters that it comes or goes."""

    noun: str
    fields: Fields
    weight: Weight


def changed_facts(kind: Kind, before: Any, after: Any, views: Views, subject: str = "") -> Iterator[Change]:
    """All facts that differ, in the order of the fields; ``subject`` is what it is called if not by name."""
    name = subject or quoted(after.name)
    for fact, said in kind.fields.items():
        if not isinstance(said, Said):
            continue
        old, new = getattr(before, fact), getattr(after, fact)
        was, is_ = compared(said.sort, old, views.before), compared(said.sort, new, views.after)
        if was == is_:
            continue
        old_words = "" if was is None else worded(said.sort, old, views.before)
        new_words = "" if is_ is None else worded(said.sort, new, views.after)
        yield Change(
            Sign.CHANGED,
            said.weight,
            kind.noun,
            name.strip("“”"),
            _sentence(said, name, (old, old_words), (new, new_words)),
            fact,
            old_words,
            new_words,
            place_of(before),
            place_of(after),
        )


def place_of(thing: Any) -> Span:
    place = getattr(thing, "header", NOWHERE) or getattr(thing, "span", NOWHERE)
    assert isinstance(place, Span)
    return place


def _sentence(said: Said, name: str, old: tuple[Any, str], new: tuple[Any, str]) -> str:
    subject = said.about.format(name)
    if said.sort is Sort.FLAG:
        return f"{subject} {_with('now' if new[1] else 'no longer', said.phrase)}"
    if said.sort is Sort.YES_NO:
        return _answer(said, subject, old, new)
    if not new[1]:
        return f"{subject} {_with('no longer', filled(said.phrase, old[1]))} (nothing is said any more)"
    before = f", before {old[1]}" if old[1] else " (nothing was said before)"
    return f"{subject} {_with('now', filled(said.phrase, new[1]))}{before}"


def _answer(said: Said, subject: str, old: tuple[Any, str], new: tuple[Any, str]) -> str:
    if not new[1]:
        return f"it is no longer said that {subject} {said.phrase if old[0] else said.denied}"
    phrase = _with("now", said.phrase if new[0] else said.denied)
    return f"{subject} {phrase}" + ("" if old[1] else " (nothing was said before)")


def _with(word: str, phrase: str) -> str:
    """``now`` at its place in a phrase."""
    first, _, rest = phrase.partition(" ")
    return f"{first} {word} {rest}" if first in _VERBS else f"{word} {phrase}"


def filled(phrase: str, words: str) -> str:
    """A phrase with its value; what happens at once does not happen “within” at once."""
    return phrase.format(words).replace("within at once", "at once")


def told_facts(thing: Any, fields: Fields, view: View) -> list[str]:
    """What is said about one thing, as phrases; without notes and sources."""
    phrases = []
    for fact, said in fields.items():
        if not isinstance(said, Said) or said.weight is Weight.NOTES:
            continue
        value = getattr(thing, fact)
        if compared(said.sort, value, view) is None or value is Pick.ONE:
            continue
        about = "" if said.about == "{}" else said.about.format("it") + " "
        phrase = said.denied if said.sort is Sort.YES_NO and not value else said.phrase
        phrases.append(about + filled(phrase, worded(said.sort, value, view)))
    return phrases


def come(kind: Kind, thing: Any, view: View, where: str = "") -> Change:
    """A thing that only the later text has."""
    facts = "; ".join(told_facts(thing, kind.fields, view))
    text = f"{kind.noun} {quoted(thing.name)}{where}" + (f": {facts}" if facts else "")
    return Change(Sign.ADDED, kind.weight, kind.noun, thing.name, text, after=place_of(thing))


def gone(kind: Kind, thing: Any, where: str = "") -> Change:
    """A thing that only the earlier text has."""
    text = f"{kind.noun} {quoted(thing.name)}{where}"
    return Change(Sign.REMOVED, kind.weight, kind.noun, thing.name, text, before=place_of(thing))


def renamed(kind: Kind, before: Any, after: Any) -> Iterator[Change]:
    """That a thing is called otherwise, if so."""
    if before.name != after.name:
        text = f"{kind.noun} {quoted(before.name)} is now called {quoted(after.name)}"
        yield Change(
            Sign.RENAMED,
            Weight.COURSE if kind.weight < Weight.COURSE else kind.weight,
            kind.noun,
            after.name,
            text,
            "name",
            before.name,
            after.name,
            place_of(before),
            place_of(after),
        )


def facts_of(thing: Any, fields: Fields, view: View) -> tuple[object, ...]:
    """All that is said, to be compared."""
    return tuple(
        compared(said.sort, getattr(thing, fact), view)
        for fact, said in fields.items()
        if isinstance(said, Said)
    )


def likeness(one: Any, other: Any, fields: Fields, views: Views) -> float:
    """How much two things are one under two names: 1 for all facts the same, else as their names are."""
    first = facts_of(one, fields, views.before)
    if any(fact is not None for fact in first) and first == facts_of(other, fields, views.after):
        return 1 + name_likeness(one.name, other.name)
    return name_likeness(one.name, other.name)


def compared_parts(
    kind: Kind,
    before: Sequence[Thing],
    after: Sequence[Thing],
    views: Views,
    key: Callable[[Thing], Any],
    where: tuple[str, str] = ("", ""),
) -> Iterator[Change]:
    """Small things that stand in a bigger one, such as messages; ``where`` is said of those that go, and of
    those that come."""
    pairs = matched(before, after, (key,), lambda one, other: likeness(one, other, kind.fields, views))
    for old, new in pairs.pairs:
        yield from renamed(kind, before[old], after[new])
        yield from changed_facts(kind, before[old], after[new], views)
    for new in pairs.new:
        yield come(kind, after[new], views.after, where[1])
    for old in pairs.gone:
        yield gone(kind, before[old], where[0])
