"""Sentences about paths -> yes, no or unknown, and the places where they fail.

Each form is reduced to one set of places, worked out once for each journey where it depends on nothing
that is bound; then it is looked up. ``docs/rule-language.md`` has the formulas.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeyaudit.rulebook.language import pace
from journeyaudit.rulebook.language.answer import NO, YES, Answer, negated, together, unknown
from journeyaudit.rulebook.language.look import Look
from journeyaudit.rulebook.language.operands import Amount, amount_of
from journeyaudit.rulebook.language.path_fields import FIELDS, Field, Sets, ahead_without
from journeyaudit.rulebook.language.rounds import round_trips
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope, Test
from journeyaudit.rulebook.language.spots import Places, Spots, both, by_a_human_who_may, places
from journeyaudit.rulebook.language.subjects import article
from journeyaudit.rulebook.language.values import Reading, Sort, Time
from journeyaudit.rulebook.language.ways import LONGEST, Tree, shortest, spread, tree
from journeyaudit.source.record import record
from journeyaudit.syntax.rules import tree as t
from journeyaudit.verdicts.verdict import MissingFact

_GOAL = {"only after": 1, "follows": 1, "stays possible": 1, "is possible": 1, "can reach": 1, "passes": 2,
         "cannot reach": 2, "goes round": 0}  # fmt: skip
"""The place in a sentence whose being larger helps it to hold; of ``never`` it is ``until``."""


@record
class Outcome:
    """``failing`` are the places where it fails, in source order; () if it holds or cannot be told."""

    answer: Answer
    failing: tuple[int, ...] = ()


class CompiledPath:
    """One sentence about paths."""

    def __init__(self, said: t.Path, bindings: Bindings) -> None:
        """Raises ``Misfit`` where words do not fit together."""
        self.said = said
        self._places = [places(each, bindings) for each in said.places]
        suffixes = said.suffixes
        self._until = places(suffixes.until, bindings) if suffixes.until else None
        self._within = amount_of(suffixes.within, bindings) if suffixes.within else None
        if self._within is not None and self._within.sort is not Sort.TIME:
            raise Misfit(f"“within” needs a length of time, this is {article(self._within.sort)}", said.span)
        _check_suffixes(said)
        self._name = object()

    def check(self, scope: Scope) -> Outcome:
        """For the things that are bound."""
        spots, until, limit, missing = self._found(scope)
        if limit is not None and limit.value is None:
            return Outcome(unknown(*limit.missing))
        if any(each.missing and not any(each.sure) and all(each.perhaps) for each in spots):
            return Outcome(unknown(*missing))
        timed = self._within is not None
        doubtful = timed or not all(each.certain for each in [*spots, *([until] if until else [])])
        failing = self._failing(scope, self._sets(spots, until, limit, generous=True))
        if failing:
            return Outcome(NO, tuple(failing))
        if doubtful and self._failing(scope, self._sets(spots, until, limit, generous=False)):
            times = pace.untimed(scope.look) if timed else ()
            return Outcome(unknown(*missing, *times))
        return Outcome(YES)

    def _found(
        self, scope: Scope
    ) -> tuple[list[Spots], Spots | None, Reading | None, tuple[MissingFact, ...]]:
        spots = [each.find(scope) for each in self._places]
        if self.said.suffixes.by_a_human:
            spots[1] = both(spots[1], by_a_human_who_may(scope.look))
        until = self._until.find(scope) if self._until else None
        limit = _limit(self._within, scope) if self._within else None
        missing = together(fact for each in [*spots, *([until] if until else [])] for fact in each.missing)
        return spots, until, limit, missing

    def _sets(
        self, spots: Sequence[Spots], until: Spots | None, limit: Reading | None, generous: bool
    ) -> Sets:
        goal = _GOAL.get(self.said.kind, -1)
        marks = tuple(each.of(generous == (number == goal)) for number, each in enumerate(spots))
        minutes = None
        if limit is not None and isinstance(limit.value, Time):
            most = limit.value.minutes()
            minutes = most.high if generous else most.low
        stop = until.of(generous) if until else None
        few = tuple(each.few for each in spots)
        return Sets(marks, stop, minutes, self.said.suffixes.contacts, generous, few)

    def _failing(self, scope: Scope, sets: Sets) -> list[int]:
        look, kind = scope.look, self.said.kind
        count = look.ways.count
        reached = look.kept.get("reached") or look.kept.setdefault("reached", spread([0], look.ways.outward))
        if kind == "goes round":
            avoid = sets.marks[0] if sets.marks else None
            return round_trips(look, avoid, sets.generous)
        if self._fails_at_the_end:
            field = self._kept(scope, sets, ahead_without, (0, 2))
            return [node for node in sets.members(1, count) if sets.marks[1][node] and field[node]]
        bad = self._kept(scope, sets, FIELDS[kind], tuple(range(1, len(sets.marks))))
        sources = sets.marks[0]
        return [node for node in sets.members(0, count) if sources[node] and bad[node] and reached[node]]

    def _kept(self, scope: Scope, sets: Sets, field: Field, of: tuple[int, ...]) -> bytearray:
        """Worked out once for each journey if the places it is made from depend on nothing bound."""
        used = [self._places[number] for number in of if number < len(self._places)]
        closed = all(each.closed for each in used) and (self._until is None or self._until.closed)
        within = self.said.suffixes.within
        if not closed or not (within is None or isinstance(within, t.Quantity | t.Setting)):
            return field(scope.look, sets)
        key = (self._name, field, sets.generous, scope.settings_key)
        if key not in scope.look.kept:
            scope.look.kept[key] = field(scope.look, sets)
        found: bytearray = scope.look.kept[key]
        return found

    def way_to(self, scope: Scope, failing: int) -> tuple[int, ...]:
        """The shortest way from the start that shows it, as far as one way can."""
        spots, until, limit, _ = self._found(scope)
        sets = self._sets(spots, until, limit, generous=True)
        look = scope.look
        outward = look.ways.outward
        match self.said.kind:
            case "never":
                return _written(look, self._way(scope, failing, (), [0], outward, sets.until))
            case "only after":
                return _written(look, self._way(scope, failing, (1,), [0], outward, sets.marks[1]))
            case "passes" | "cannot reach":
                return self._forbidden_way(scope, sets, failing)
            case _:
                return look.graph.trail_to(failing, LONGEST)

    def _way(
        self,
        scope: Scope,
        failing: int,
        of: tuple[int, ...],
        seeds: Sequence[int],
        onward: Sequence[Sequence[int]],
        closed: bytearray | None,
    ) -> tuple[int, ...]:
        """The shortest one; one search finds all of them if the places ``of`` which it is made depend on
        nothing bound."""
        used = [self._places[number] for number in of if number < len(self._places)]
        if not all(each.closed for each in [*used, *([self._until] if self._until else [])]):
            goal = scope.look.ways.nobody()
            goal[failing] = 1
            return shortest(seeds, onward, goal, closed)
        key = (self._name, "ways", onward is scope.look.ways.onward, scope.settings_key)
        if key not in scope.look.kept:
            scope.look.kept[key] = tree(seeds, onward, closed)
        found: Tree = scope.look.kept[key]
        return found.way_to(failing)

    @property
    def _fails_at_the_end(self) -> bool:
        """A sentence of the form "from A to B" fails at B, unless A depends on what is bound."""
        return self.said.kind in ("passes", "cannot reach") and self._places[0].closed

    def _firsts(self, scope: Scope, marks: bytearray) -> list[int]:
        """Where it begins, nearest first; asked only where that depends on nothing bound."""
        key = (self._name, "firsts", scope.settings_key)
        if key not in scope.look.kept:
            scope.look.kept[key] = [node for node in scope.look.graph.reach.order if marks[node]]
        found: list[int] = scope.look.kept[key]
        return found

    def _forbidden_way(self, scope: Scope, sets: Sets, failing: int) -> tuple[int, ...]:
        look, ways = scope.look, scope.look.ways
        without = sets.marks[2] if len(sets.marks) > 2 else None
        if self._fails_at_the_end:
            firsts = self._firsts(scope, sets.marks[0])
            way = self._way(scope, failing, (0, 2), firsts, ways.outward, without)
            way = way or self._way(scope, failing, (0, 2), firsts, ways.onward, without)
        else:
            goal = sets.marks[1]
            way = shortest([failing], ways.outward, goal, without)
            way = way or shortest([failing], ways.onward, goal, without)
        before = look.graph.trail_to(way[0], LONGEST)[:-1] if way else ()
        return (*before, *_written(look, way))


def _written(look: Look, way: Sequence[int]) -> tuple[int, ...]:
    """Without what stands between places."""
    return tuple(node for node in way if node < look.ways.count)


def _limit(amount: Amount, scope: Scope) -> Reading:
    found: list[Reading] = []

    def take(reading: Reading) -> Answer:
        found.append(reading)
        return YES

    answer = amount.walk(scope, take)
    if found:
        return found[0]
    return Reading(missing=answer.missing)


_MAY_HAVE: dict[str, tuple[str, ...]] = {
    "never": ("until",),
    "follows": ("by_a_human", "within"),
    "stays possible": ("by_a_human", "within", "until", "contacts"),
    "is possible": ("by_a_human", "within", "contacts"),
    "can reach": ("by_a_human", "within", "contacts"),
}
_IN_WORDS = {
    "by_a_human": "by a human who may",
    "within": "within",
    "until": "until",
    "contacts": "in at most",
}


def _check_suffixes(said: t.Path) -> None:
    for name, words in _IN_WORDS.items():
        given = getattr(said.suffixes, name)
        if given not in (None, False) and name not in _MAY_HAVE.get(said.kind, ()):
            raise Misfit(f"“{words}” says nothing in a sentence of this form", said.span)


def reaches(said: t.Reaches, bindings: Bindings) -> Test:
    """``the step can reach a good end``, as a condition."""
    path = t.Path("can reach", (t.Those(said.subject, said.span), said.places), said.span)
    compiled = CompiledPath(path, bindings)
    if said.negated:
        return lambda scope: negated(compiled.check(scope).answer)
    return lambda scope: compiled.check(scope).answer


__all__ = ["CompiledPath", "Outcome", "Places", "reaches"]
