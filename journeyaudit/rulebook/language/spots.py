"""``a good end``, ``the step``, ``a "rescue"`` -> sets of places, sure and perhaps."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeAlias

from journeyaudit.rulebook.language.answer import YES, Answer, all_of, together
from journeyaudit.rulebook.language.conditions import condition, members, notion
from journeyaudit.rulebook.language.look import Look
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope
from journeyaudit.rulebook.language.subjects import Fact, article, resolve, traits
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.traits import done_by_a_human_who_may
from journeyaudit.source.record import changeable, record
from journeyaudit.syntax.rules import tree as t
from journeyaudit.verdicts.verdict import MissingFact

HAVE_PLACES = (
    "journey", "place", "step", "choice", "wait", "end", "mistake", "remedy", "appeal", "attempt",
    "escalation", "message", "hand-over", "interrupt", "loop", "trap", "unreachable part", "deadlock",
    "double run", "practice", "story", "feedback point",
)  # fmt: skip


@changeable
class Spots:
    """1 in ``sure`` for places that belong to it, in ``perhaps`` also for those that may, for want of
    the ``missing`` facts."""

    sure: bytearray
    perhaps: bytearray
    missing: tuple[MissingFact, ...] = ()
    few: tuple[int, ...] | None = None
    """The places of ``perhaps`` in source order, where they were named one by one."""

    def of(self, generous: bool) -> bytearray:
        """The larger or the smaller reading."""
        return self.perhaps if generous else self.sure

    @property
    def certain(self) -> bool:
        return self.sure == self.perhaps


Find: TypeAlias = Callable[[Scope], Spots]


@record
class Places:
    """``closed``: depends on nothing that is bound, so it is found once for each journey."""

    find: Find
    closed: bool


def places(said: t.Places, bindings: Bindings) -> Places:
    """Raises ``Misfit`` for things that stand nowhere in the flow."""
    outside, bindings.used = bindings.used, set()
    slots = bindings.slots
    find = _finder(said, bindings)
    closed = all(slot >= slots for slot in bindings.used)
    bindings.used |= outside
    return Places(_once(find) if closed else find, closed)


def _once(find: Find) -> Find:
    name = object()

    def kept(scope: Scope) -> Spots:
        key: Hashable = (name, scope.settings_key)
        if key not in scope.look.kept:
            scope.look.kept[key] = find(scope)
        found: Spots = scope.look.kept[key]
        return found

    return kept


def _finder(said: t.Places, bindings: Bindings) -> Find:
    match said:
        case t.TheStart():
            return lambda scope: _marked(scope.look, [0])
        case t.Anything():
            return lambda scope: _marked(scope.look, range(len(scope.look.journey.nodes)))
        case t.Those(subject, span):
            if _denies(subject):
                raise Misfit(
                    "ways cannot lead from or to “no ...”", span, "write “there is no ... where (...)”"
                )
            found = resolve(subject, bindings)
            if isinstance(found, Fact) or found.kind not in HAVE_PLACES:
                raise Misfit("this stands nowhere in the flow", span, "name a place, such as “the step”")
            walk = found.walk
            return lambda scope: _collected(scope, walk)
        case t.AnySuch(group, where):
            return _any_such(group, where, bindings)
        case t.Notion(name):
            return _called(name, bindings)


def _denies(subject: t.Subject) -> bool:
    """A set of places has no word for `no`: it would be read as all of them."""
    while isinstance(subject, t.Part):
        if subject.quantifier == "no":
            return True
        subject = subject.owner
    return False


def _marked(look: Look, numbers: range | list[int]) -> Spots:
    found = look.ways.nobody()
    for number in numbers:
        found[number] = 1
    return Spots(found, found)


def _collected(scope: Scope, walk: Callable[[Scope, Callable[[Thing], Answer]], Answer]) -> Spots:
    """The places of all things that a subject speaks of."""
    spots = Spots(scope.look.ways.nobody(), scope.look.ways.nobody())

    found: set[int] = set()

    def take(thing: Thing) -> Answer:
        found.update(_mark(spots, thing, YES))
        return YES

    answer = walk(scope, take)
    spots.missing = answer.missing
    spots.few = tuple(sorted(found))
    if answer.holds is None:
        spots.few = None
        spots.perhaps = bytearray(b"\1") * scope.look.ways.size
    return spots


def _mark(spots: Spots, thing: Thing, answer: Answer) -> tuple[int, ...]:
    """The places that were marked."""
    if answer.no:
        return ()
    numbers = thing.it if thing.kind == "loop" else thing.it.stuck if thing.kind == "trap" else (thing.node,)
    marked = tuple(number for number in numbers if number is not None)
    for number in marked:
        spots.perhaps[number] = 1
        spots.sure[number] |= answer.yes
    if answer.missing:
        spots.missing = together((*spots.missing, *answer.missing))
    return marked


def _any_such(group: t.Group, where: t.Condition | None, bindings: Bindings) -> Find:
    source, kind = members(group, bindings)
    if kind not in HAVE_PLACES:
        raise Misfit(
            f"{article(kind)} stands nowhere in the flow", group.noun.span, "name a place, such as a step"
        )
    slot = bindings.bind(group.noun.text, kind)
    inner = condition(where, bindings) if where else None
    bindings.release()
    are = traits(group.adjectives, kind)

    def chosen(scope: Scope, thing: Thing) -> Answer:
        if inner is None:
            return are(scope, thing)
        before, scope.things[slot] = scope.things[slot], thing
        answer = all_of((are(scope, thing), inner(scope)))
        scope.things[slot] = before
        return answer

    def find(scope: Scope) -> Spots:
        spots = Spots(scope.look.ways.nobody(), scope.look.ways.nobody())

        def take(parts: Listed) -> Answer:
            for thing in parts.things:
                _mark(spots, thing, chosen(scope, thing))
            return YES

        source(scope, take)
        return spots

    return find


def _called(name: t.Word, bindings: Bindings) -> Find:
    known = bindings.notions.get(name.text.casefold())
    kind = known.kind if known else "step"
    say = notion(name, kind, bindings)

    def find(scope: Scope) -> Spots:
        spots = Spots(scope.look.ways.nobody(), scope.look.ways.nobody())
        for thing in scope.look.things(kind).things:
            _mark(spots, thing, say(scope, thing))
        return spots

    return find


def by_a_human_who_may(look: Look) -> Spots:
    """Places at which a human acts who has some right."""
    if "by a human who may" not in look.kept:
        spots = Spots(look.ways.nobody(), look.ways.nobody())
        for thing in look.things("place").things:
            _mark(spots, thing, done_by_a_human_who_may(look, thing))
        look.kept["by a human who may"] = spots
    found: Spots = look.kept["by a human who may"]
    return found


def both(one: Spots, other: Spots) -> Spots:
    """What belongs to both."""
    missing = together((*one.missing, *other.missing))
    return Spots(_common(one.sure, other.sure), _common(one.perhaps, other.perhaps), missing)


def _common(one: bytearray, other: bytearray) -> bytearray:
    """As one number each: this is asked for every mistake of a long journey."""
    common = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return bytearray(common.to_bytes(len(one), "little"))
