"""Files and what they import -> for each file, which names mean which people, channels and journeys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeyaudit.model.complaints import Complaints
from journeyaudit.model.names import ORGANISATION, fold, means_the_organisation
from journeyaudit.model.people import Actor, ActorKind, Channel
from journeyaudit.source import Span
from journeyaudit.source.record import changeable, field, record, with_other
from journeyaudit.syntax.schema import CHANCE
from journeyaudit.syntax.tree import Block, Tree
from journeyaudit.syntax.values import Name

_KINDS = ("actor", "channel", "hours", "journey")
_MANY = {
    "actor": "actors",
    "channel": "channels",
    "hours": "opening hours",
    "journey": "journeys",
}
_SOUGHT = {
    "actor": "somebody who acts",
    "channel": "a channel",
    "hours": "opening hours",
    "journey": "a journey",
}
_MOST_COMMAS = 6
"""No name has more parts with commas between them."""
_CHANCE = frozenset(fold(word) for english, german in CHANCE.items() for word in (english, *german))


@record
class Declared:
    """A top-level block and the key under which the service knows it."""

    key: str
    block: Block
    file: str


@changeable
class Register:
    """All people and channels of the service while it is read, by key."""

    actors: dict[str, Actor] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    _taken: dict[str, set[str]] = field(default_factory=dict)

    def free_key(self, kind: str, name: str, file: str) -> str:
        """The folded name, or one that tells the file where another thing bears it already."""
        taken = self._taken.setdefault(kind, set())
        key = fold(name)
        if key in taken:
            key = plain = f"{key} ({file})"
            count = 2
            while key in taken:
                key, count = f"{plain} {count}", count + 1
        taken.add(key)
        return key

    def declare(self, tree: Tree) -> list[Declared]:
        """The named blocks at the top of a file, with keys of their own."""
        blocks = (tree.blocks[number] for number in tree.top)
        return [
            Declared(self.free_key(block.kind, block.name.text, tree.file), block, tree.file)
            for block in blocks
            if block.kind in _KINDS and block.name is not None
        ]

    def make_customer(self, key: str) -> None:
        """Whoever is named as a journey's customer is one, unless the text says what else they are."""
        actor = self.actors[key]
        if actor.kind is None:
            self.actors[key] = with_other(actor, kind=ActorKind.CUSTOMER)


class Scope:
    """The names that one file sees: its own first, then those of its imports."""

    def __init__(self, file: str, register: Register, complaints: Complaints) -> None:
        self.file = file
        self.register = register
        self._complaints = complaints
        self._names: dict[str, dict[str, Declared]] = {kind: {} for kind in _KINDS}
        self._implied: dict[tuple[str, str], str] = {}

    def see(self, declared: Iterable[Declared], reported: set[tuple[int, int, str, str]]) -> None:
        """Adds names; ``reported`` remembers the clashes already found from another file."""
        for one in declared:
            name = one.block.name
            if name is None:
                continue
            names = self._names[one.block.kind]
            first = names.setdefault(fold(name.text), one)
            if first.block is not one.block:
                self._clash(first, one, reported)
            if one.block.handle:
                names.setdefault(fold(one.block.handle), one)

    def _clash(self, first: Declared, second: Declared, reported: set[tuple[int, int, str, str]]) -> None:
        if first.file == self.file != second.file:
            # the own line is the one that its writer can change
            first, second = second, first
        mark = (first.block.number, second.block.number, first.file, second.file)
        if mark not in reported and second.block.name is not None:
            reported.add(mark)
            self._complaints.repeated(
                _MANY[second.block.kind],
                second.block.name.text,
                second.block.header,
                first.block.header,
            )

    def declared(self, kind: str, text: str) -> Declared | None:
        return self._names[kind].get(fold(text))

    def known(self, kind: str) -> Iterator[str]:
        names = (one.block.name for one in self._names[kind].values())
        yield from (name.text for name in names if name is not None)

    def actors(self, names: Sequence[Name], journey: str = "") -> tuple[str, ...]:
        """Keys of those named; ``chance`` is nobody and left out."""
        if not names:
            return ()
        found = (name for name in self._whole("actor", names, journey) if not is_chance(name))
        return tuple(dict.fromkeys(self.actor(name, journey) for name in found))

    def channels(self, names: Sequence[Name], journey: str = "") -> tuple[str, ...]:
        if not names:
            return ()
        whole = self._whole("channel", names, journey)
        return tuple(dict.fromkeys(self.channel(name, journey) for name in whole))

    def _whole(self, kind: str, names: Sequence[Name], journey: str) -> Sequence[Name]:
        """The names; several of them that are parts of one declared name with commas become that name."""
        known = self._names[kind]
        if len(names) < 2 or all(fold(name.text) in known for name in names):
            return names
        whole: list[Name] = []
        at = 0
        while at < len(names):
            end = self._end_of_whole(known, names, at)
            whole.append(names[at] if end == at + 1 else self._with_commas(names[at:end], journey))
            at = end
        return whole

    @staticmethod
    def _end_of_whole(known: Mapping[str, Declared], names: Sequence[Name], at: int) -> int:
        if fold(names[at].text) in known:
            return at + 1
        for end in range(at + 2, min(at + _MOST_COMMAS, len(names)) + 1):
            if fold(", ".join(name.text for name in names[at:end])) in known:
                return end
        return at + 1

    def _with_commas(self, parts: Sequence[Name], journey: str) -> Name:
        text = ", ".join(part.text for part in parts)
        span = Span(parts[0].span.file, parts[0].span.start, parts[-1].span.end)
        self._complaints.add(
            "unknown-name",
            f"“{text}” is read as {len(parts)} names: a comma separates names",
            span,
            label="here only one name is meant",
            journey=journey,
            subject=text,
            advice=f'put it in quotes: "{text}"',
        )
        return Name(text, span)

    def actor(self, name: Name, journey: str = "") -> str:
        """The key of an actor; one that nobody declared is added, of unknown kind."""
        found = self._names["actor"].get(fold(name.text))
        if found is not None:
            return found.key
        ours = means_the_organisation(name.text)
        wanted = ORGANISATION if ours else fold(name.text)
        key = self._implied.get(("actor", wanted))
        if key is None:
            if ours and ORGANISATION in self.register.actors:
                key = ORGANISATION
            else:
                key = self.register.free_key("actor", wanted, self.file)
            self.register.actors.setdefault(key, Actor(key, name.text, name.span))
            self._implied["actor", wanted] = key
            if not ours:
                self._complain("actor", name, journey)
        return key

    def channel(self, name: Name, journey: str = "") -> str:
        """The key of a channel; one that nobody declared is added, of unknown kind."""
        found = self._names["channel"].get(fold(name.text))
        if found is not None:
            return found.key
        key = self._implied.get(("channel", fold(name.text)))
        if key is None:
            key = self.register.free_key("channel", name.text, self.file)
            self.register.channels[key] = Channel(key, name.text, name.span)
            self._implied["channel", fold(name.text)] = key
            self._complain("channel", name, journey)
        return key

    def thing(self, kind: str, name: Name, journey: str = "") -> Declared | None:
        """The hours or the journey called so."""
        found = self._names[kind].get(fold(name.text))
        if found is None:
            self._complaints.unknown(name, _SOUGHT[kind], self.known(kind), journey)
        return found

    def _complain(self, kind: str, name: Name, journey: str) -> None:
        other = "channel" if kind == "actor" else "actor"
        if fold(name.text) in self._names[other]:
            is_a = "a channel" if other == "channel" else "somebody who acts"
            self._complaints.wrong_kind(name, is_a, _SOUGHT[kind], journey)
        elif self._names[kind]:
            # a file that declares nobody is a sketch: there any name will do
            self._complaints.unknown(name, _SOUGHT[kind], self.known(kind), journey)


def is_chance(name: Name) -> bool:
    return fold(name.text) in _CHANCE


def visible_from(file: str, imports: Mapping[str, Sequence[str]]) -> list[str]:
    """The file itself and all it imports, directly or not; nearest first, each once."""
    seen = {file: None}
    queue = [file]
    for current in queue:
        for other in imports.get(current, ()):
            if other not in seen:
                seen[other] = None
                queue.append(other)
    return queue
