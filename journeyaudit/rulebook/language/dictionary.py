"""All words of the rule language, looked up by word and kind of thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from journeyaudit.rulebook.language import (
    facts_of_flow,
    facts_of_people,
    facts_of_trouble,
    relations,
    traits,
    words_of_effort,
    words_of_people,
    words_of_silos,
    words_of_stories,
    words_of_trouble,
    words_of_voice,
)
from journeyaudit.rulebook.language.things import THINGS
from journeyaudit.rulebook.language.vocabulary import Adjective, Attribute, Relation, ThingKind
from journeyaudit.syntax.vocabulary import fold

if TYPE_CHECKING:
    from journeyaudit.syntax.rules import Words

_MORE = (
    words_of_trouble,
    words_of_people,
    words_of_silos,
    words_of_effort,
    words_of_voice,
    words_of_stories,
)
ATTRIBUTES: tuple[Attribute, ...] = (
    *facts_of_flow.ATTRIBUTES,
    *facts_of_trouble.ATTRIBUTES,
    *facts_of_people.ATTRIBUTES,
    *(each for module in _MORE for each in module.ATTRIBUTES),
)
ADJECTIVES: tuple[Adjective, ...] = (*traits.ADJECTIVES, *(each for m in _MORE for each in m.ADJECTIVES))
RELATIONS: tuple[Relation, ...] = (*relations.RELATIONS, *(each for m in _MORE for each in m.RELATIONS))


class _OfKinds(Protocol):
    @property
    def of(self) -> tuple[str, ...]: ...


Entry = TypeVar("Entry", bound=_OfKinds)


@cache
def words() -> Words:
    """The vocabulary as the parser needs it."""
    from journeyaudit.syntax.rules import Words

    nouns = [word for kind in THINGS for word in (kind.word, kind.plural)]
    nouns += [word for relation in RELATIONS for word in (relation.word, relation.plural)]
    nouns += [attribute.word for attribute in ATTRIBUTES]
    adjectives = [adjective.word for adjective in ADJECTIVES]
    return Words(tuple(dict.fromkeys(map(fold, nouns))), tuple(dict.fromkeys(map(fold, adjectives))))


@cache
def _kinds() -> dict[str, ThingKind]:
    return {fold(word): kind for kind in THINGS for word in (kind.word, kind.plural)}


def kind_called(word: str) -> ThingKind | None:
    """The kind of thing that a word names, in the singular or plural."""
    return _kinds().get(word)


def lineage(kind: str) -> tuple[str, ...]:
    """A kind and the wider ones: a step is also a place."""
    found = _kinds()[kind]
    return (found.word, *found.is_also)


def _find(entries: Sequence[Entry], kind: str) -> Entry | None:
    """The entry for this very kind, else for a wider one."""
    for wider in lineage(kind):
        for entry in entries:
            if wider in entry.of:
                return entry
    return None


def _by_word(entries: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[int, Entry]] = {}
    for word, entry in entries:
        found.setdefault(fold(word), {})[id(entry)] = entry
    return {word: tuple(each.values()) for word, each in found.items()}


@cache
def _relations() -> dict[str, tuple[Relation, ...]]:
    return _by_word((word, each) for each in RELATIONS for word in (each.word, each.plural))


@cache
def _attributes() -> dict[str, tuple[Attribute, ...]]:
    return _by_word((each.word, each) for each in ATTRIBUTES)


@cache
def _adjectives() -> dict[str, tuple[Adjective, ...]]:
    return _by_word((each.word, each) for each in ADJECTIVES)


def relations_called(word: str) -> tuple[Relation, ...]:
    """Everywhere a part goes by this name."""
    return _relations().get(word, ())


def attributes_called(word: str) -> tuple[Attribute, ...]:
    """Everywhere a fact goes by this name."""
    return _attributes().get(word, ())


def adjectives_called(word: str) -> tuple[Adjective, ...]:
    """Everywhere something can be this."""
    return _adjectives().get(word, ())


def relation(word: str, kind: str) -> Relation | None:
    """``remedies`` of a mistake."""
    return _find(relations_called(word), kind)


def attribute(word: str, kind: str) -> Attribute | None:
    """``window`` of a remedy."""
    return _find(attributes_called(word), kind)


def adjective(word: str, kind: str) -> Adjective | None:
    """``human``, of a step."""
    return _find(adjectives_called(word), kind)


def attributes_of(kind: str) -> list[str]:
    """The facts a thing of this kind can have."""
    family = lineage(kind)
    return [each.word for each in ATTRIBUTES if any(wider in each.of for wider in family)]


def relations_of(kind: str) -> list[str]:
    """The parts a thing of this kind can have, in the plural unless there is only one."""
    family = lineage(kind)
    mine = [each for each in RELATIONS if any(wider in each.of for wider in family)]
    return list(dict.fromkeys(each.word if each.one else each.plural for each in mine))


def adjectives_of(kind: str) -> list[str]:
    """What a thing of this kind can be."""
    family = lineage(kind)
    return list(dict.fromkeys(e.word for e in ADJECTIVES if any(wider in e.of for wider in family)))
