"""What a journey asks for, records and copies -> what is asked twice, recorded twice, or never corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from journeyaudit.model.flow import Node
from journeyaudit.model.people import ActorKind
from journeyaudit.rulebook.language.on_every_way import passed_before
from journeyaudit.rulebook.language.thing import NOTHING, Listed, Thing
from journeyaudit.rulebook.language.values import NONE, Reading
from journeyaudit.rulebook.language.ways import spread
from journeyaudit.source.record import record
from journeyaudit.syntax.vocabulary import fold

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_ARTICLES = frozenset(("the", "a", "an", "your", "their", "der", "die", "das", "den", "ein", "eine", "einen"))


def items(text: str) -> dict[str, str]:
    """The parts of `name, date of birth`, as one compares them -> as they are written."""
    return {_bare(part): part for part in (each.strip() for each in text.split(",")) if part}


def _bare(part: str) -> str:
    folded = fold(part)
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _ARTICLES else folded


@record
class Ledger:
    """``passed`` are the marks passed before each place, by node number; ``bits`` the mark of each."""

    bits: dict[tuple[str, str | int], int]
    passed: Sequence[int]

    def has(self, node: int, mark: tuple[str, str | int]) -> bool:
        """Has every way to a place passed this mark before?"""
        return bool(self.passed[node] & self.bits.get(mark, 0))


def _ledger(look: Look) -> Ledger:
    if "ledger" not in look.kept:
        bits: dict[tuple[str, str | int], int] = {}
        marks: dict[int, int] = {}
        for node, mark in _marks(look):
            bit = bits.setdefault(mark, 1 << len(bits))
            marks[node] = marks.get(node, 0) | bit
        look.kept["ledger"] = Ledger(bits, passed_before(look, marks))
    kept: Ledger = look.kept["ledger"]
    return kept


def _marks(look: Look) -> Iterator[tuple[int, tuple[str, str | int]]]:
    """Only what somebody can ask for later: few journeys need any mark at all."""
    wanted = _asked_for(look)
    firsts = _first_records(look)
    trouble = {each.node for each in look.journey.mistakes if each.remedies}
    copying = any(node.copies_to for node in look.journey.nodes)
    for node in look.journey.nodes:
        for item in items(node.needs_data) if wanted else ():
            if item in wanted:
                yield node.number, ("given", item)
        for item in items(node.creates_data):
            if item in wanted:
                yield node.number, ("issued" if _by_others(look, node) else "given", item)
            if firsts.get(item) == node.number:
                yield node.number, ("recorded", item)
        if copying and (node.copies_to or node.number in trouble):
            yield node.number, ("at", node.number)


def _asked_for(look: Look) -> frozenset[str]:
    asked = [node.needs_data for node in look.journey.nodes]
    asked += [remedy.needs_data for each in look.journey.mistakes for remedy in each.remedies]
    return frozenset(item for text in asked if text for item in items(text))


def _first_records(look: Look) -> dict[str, int]:
    """Item -> the first place that creates it."""
    if "first records" not in look.kept:
        found = look.kept["first records"] = {}
        for node in look.journey.nodes:
            for item in items(node.creates_data):
                found.setdefault(item, node.number)
    kept: dict[str, int] = look.kept["first records"]
    return kept


def _others(look: Look, node: Node) -> frozenset[str]:
    """Who acts there and is not the customer."""
    actors = look.service.actors
    return frozenset(
        key for key in node.by if key in actors and actors[key].kind not in (None, ActorKind.CUSTOMER)
    )


def _by_others(look: Look, node: Node) -> bool:
    return bool(_others(look, node)) and len(_others(look, node)) == len(node.by)


# ---- asked for again ------------------------------------------------------------------------------------


def asked_again(look: Look, thing: Thing) -> Reading:
    """Items of `needs data` that the customer has given on every way here."""
    return _already(look, thing, "given")


def issued(look: Look, thing: Thing) -> Reading:
    """Items of `needs data` that somebody else than the customer has made on every way here."""
    return _already(look, thing, "issued")


def _already(look: Look, thing: Thing, how: str) -> Reading:
    asked = items(thing.it.needs_data)
    if not asked or thing.node is None:
        return NONE
    ledger = _ledger(look)
    found = tuple(said for item, said in asked.items() if ledger.has(thing.node, (how, item)))
    if thing.kind in ("remedy", "appeal"):
        own = _here(look, thing.node, how)
        found = tuple(said for item, said in asked.items() if said in found or item in own)
    return Reading(found) if found else NONE


def _here(look: Look, number: int, how: str) -> dict[str, str]:
    """What the place of a mistake itself asks for or makes: its remedies come after it."""
    node = look.journey.nodes[number]
    made_by_others = _by_others(look, node)
    asked = items(node.needs_data) if how == "given" else {}
    return asked | (items(node.creates_data) if made_by_others == (how == "issued") else {})


# ---- recorded twice -------------------------------------------------------------------------------------


def earlier_record(look: Look, thing: Thing) -> Listed:
    """The first place that creates one of the same data, done by somebody else."""
    created = items(getattr(thing.it, "creates_data", ""))
    if not created or thing.node is None:
        return NOTHING
    ledger, firsts = _ledger(look), _first_records(look)
    for item in created:
        first = look.journey.nodes[firsts[item]]
        if first is not thing.it and ledger.has(thing.node, ("recorded", item)):
            if not (first.by and thing.it.by):
                lacking = thing if first.by else look.place(first.number)
                return Listed((), (lacking.lacks("by"),))
            if _apart(look, first, thing.it):
                return Listed((look.place(first.number),))
    return NOTHING


def _apart(look: Look, one: Node, other: Node) -> bool:
    """Different people or systems without a common department, and neither copies to the other."""
    here, there = _others(look, one), _others(look, other)
    actors = look.service.actors
    departments = [{actors[key].department for key in each} - {""} for each in (here, there)]
    told = {*one.copies_to, *one.hands_over_to} & there or {*other.copies_to, *other.hands_over_to} & here
    return bool(here and there) and not here & there and not departments[0] & departments[1] and not told


# ---- copies that a correction does not reach ------------------------------------------------------------


def forgotten_copies(look: Look, thing: Thing) -> Reading:
    """Keepers of copies of what went wrong whom no place from where the remedy leads tells."""
    keepers = _keepers(look, thing)
    if not keepers:
        return NONE
    if thing.it.leads_to is None:
        return Reading(missing=(thing.lacks("leads to"),))
    unaware = [key for key in keepers if key not in thing.it.by]
    forgotten = [key for key in unaware if not _told_from(look, key)[thing.it.leads_to]]
    return Reading(tuple(look.actor(key).name for key in forgotten)) if forgotten else NONE


def _keepers(look: Look, thing: Thing) -> tuple[str, ...]:
    """Who has a copy when the mistake is noticed: from its own place, and from those on every way since."""
    if thing.mistake is None:
        return ()
    mistake = look.journey.mistakes[thing.mistake]
    keys = list(look.journey.nodes[mistake.node].copies_to)
    if mistake.noticed_at is not None:
        keys += _copied_between(look, mistake.node, mistake.noticed_at)
    return tuple(dict.fromkeys(keys))


def _copied_between(look: Look, start: int, stop: int) -> Iterator[str]:
    ledger = _ledger(look)
    if "copying" not in look.kept:
        look.kept["copying"] = [node.number for node in look.journey.nodes if node.copies_to]
    for number in look.kept["copying"]:
        since = ledger.has(number, ("at", start))
        if since and (number == stop or ledger.has(stop, ("at", number))):
            yield from look.journey.nodes[number].copies_to


def _told_from(look: Look, key: str) -> bytearray:
    """1 for every place from which some way leads to one that tells somebody."""
    name = ("told", key)
    if name not in look.kept:
        telling = [node.number for node in look.journey.nodes if key in _hearing(node)]
        look.kept[name] = spread(telling, look.ways.back)
    found: bytearray = look.kept[name]
    return found


def _hearing(node: Node) -> set[str]:
    messages = (key for message in node.notifications for key in message.to)
    return {*node.by, *node.together_with, *node.copies_to, *node.hands_over_to, *messages}
