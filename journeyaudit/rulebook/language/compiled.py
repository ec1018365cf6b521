"""A compiled rule and a case -> findings, and what could not be assessed for want of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from journeyaudit.finding import Finding
from journeyaudit.model.journey import Status
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language.answer import YES, Answer, all_of, together, unknown
from journeyaudit.rulebook.language.conditions import Source
from journeyaudit.rulebook.language.look import Look
from journeyaudit.rulebook.language.operands import value_of
from journeyaudit.rulebook.language.paths import CompiledPath
from journeyaudit.rulebook.language.report import Found, Wording, report
from journeyaudit.rulebook.language.scope import Bindings, Scope, Test
from journeyaudit.rulebook.language.thing import Listed, Thing
from journeyaudit.rulebook.language.values import Value
from journeyaudit.source.record import field, record
from journeyaudit.syntax.rules.stored import StoredRule
from journeyaudit.syntax.rules.tree import Quantity, Rule
from journeyaudit.verdicts.verdict import MissingFact

Traits: TypeAlias = Callable[[Scope, Thing], Answer]
Written: TypeAlias = Rule | StoredRule
Part = TypeVar("Part")


@record
class Level:
    """One ``for each``: where its things come from, which of them count, and the slot they are bound to."""

    source: Source
    are: Traits
    where: Test | None
    slot: int


@record
class Demands:
    """What must hold for the things that are bound. ``place_slot`` is where a sentence about the whole
    journey binds ``the place`` at which it fails."""

    requirements: tuple[Test | CompiledPath, ...]
    place_slot: int | None = None


@record
class RuleResult:
    """What one rule says about one journey.

    ``assessed`` counts the things that were judged, ``not_assessable`` names the others, each with the
    facts to state. A rule that looks at nothing in this journey has neither.
    """

    found: tuple[Found, ...] = ()
    assessed: int = 0
    not_assessable: tuple[tuple[str, tuple[MissingFact, ...]], ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, in source order."""
        return tuple(each.finding for each in self.found)


@record
class CompiledRule:
    """A rule that was understood; made by ``compile_rule``.

    ``written`` has what the rule says about itself: severities, ``explains``, settings, ``ignorable``.
    ``demands`` and ``wording`` are made when they are first asked for: in most journeys most rules find
    nothing to look at, or nothing to say.
    """

    id: str
    pack: str
    written: Written
    levels: tuple[Level, ...]
    demands: Callable[[], Demands]
    wording: Callable[[], Wording]
    bindings: Bindings
    defaults: Mapping[str, Quantity] = field(default_factory=dict)
    seeks_trouble: bool = False
    """Looks for something that should not be there at all: where there is none, it has looked."""

    def evaluate(
        self, case: Case, settings: Mapping[str, Quantity] | None = None, look: Look | None = None
    ) -> RuleResult:
        """Findings in source order. ``settings`` replace defaults by name; ``look`` is shared by the
        rules that look at the same case (it also fixes which day is today)."""
        scope = self._scope(look or Look(case), settings or {})
        applies = self._applies(scope)
        if applies.no:
            return RuleResult()
        if applies.holds is None:
            return RuleResult(not_assessable=((case.journey.name, applies.missing),))
        return _Run(self, scope).result()

    def _scope(self, look: Look, settings: Mapping[str, Quantity]) -> Scope:
        in_force: dict[str, Value] = {
            name: value_of(settings.get(name, default))[0] for name, default in self.defaults.items()
        }
        return Scope(look, [None] * self.bindings.slots, in_force, tuple(map(str, in_force.values())))

    def _applies(self, scope: Scope) -> Answer:
        if not self.written.applies_to:
            return YES
        status = scope.look.journey.status
        if status is None:
            return unknown(scope.look.whole.lacks("status"))
        return Answer(status is Status(self.written.applies_to))


class _Run:
    """One evaluation: the bound things, outermost first, and what came of them."""

    def __init__(self, rule: CompiledRule, scope: Scope) -> None:
        self._rule, self._scope = rule, scope
        self._found_here: list[Found] = []
        self._assessed = 0
        self._untold: dict[tuple[str, int], tuple[str, tuple[MissingFact, ...]]] = {}

    def result(self) -> RuleResult:
        for bound in self._bound(0, ()):
            self._judge(bound)
        if self._rule.seeks_trouble and not self._untold:
            self._assessed = max(self._assessed, 1)
        order = sorted(self._found_here, key=lambda each: (each.finding.span.file, each.finding.span.start))
        return RuleResult(tuple(order), self._assessed, tuple(self._untold.values()))

    def _bound(self, level: int, outer: tuple[Thing, ...]) -> Iterator[tuple[Thing, ...]]:
        """All ways to bind the things of the rule; rules have few levels, so depth is no matter."""
        if level == len(self._rule.levels):
            yield outer
            return
        each = self._rule.levels[level]
        for thing in self._members(each, outer):
            self._scope.things[each.slot] = thing
            chosen = [each.are(self._scope, thing)]
            if each.where is not None and not chosen[0].no:
                chosen.append(each.where(self._scope))
            answer = all_of(chosen)
            if answer.yes:
                yield from self._bound(level + 1, (*outer, thing))
            elif answer.holds is None:
                self._cannot_tell((*outer, thing), answer.missing)
            elif level + 1 == len(self._rule.levels) and not self._rule.written.demanding:
                self._assessed += 1

    def _members(self, level: Level, outer: tuple[Thing, ...]) -> list[Thing]:
        found: list[Thing] = []
        missing: list[MissingFact] = []

        def take(parts: Listed) -> Answer:
            found.extend(parts.things)
            missing.extend(parts.missing)
            return YES

        doubt = level.source(self._scope, take)
        if missing or doubt.missing:
            self._cannot_tell(outer, together((*missing, *doubt.missing)))
        return found

    def _judge(self, bound: tuple[Thing, ...]) -> None:
        answers: list[Answer] = []
        requirements = self._made(self._rule.demands).requirements
        for requirement in requirements:
            if isinstance(requirement, CompiledPath):
                outcome = requirement.check(self._scope)
                if outcome.failing:
                    self._find_on_paths(bound, requirement, outcome.failing)
                    return
                answers.append(outcome.answer)
            else:
                answers.append(requirement(self._scope))
                if answers[-1].no:
                    break
        answer = all_of(answers) if requirements else Answer(False)
        if answer.no:
            self._found(bound)
        elif answer.holds is None:
            self._cannot_tell(bound, answer.missing)
        else:
            self._assessed += 1

    def _find_on_paths(self, bound: tuple[Thing, ...], path: CompiledPath, failing: tuple[int, ...]) -> None:
        """A sentence about the whole journey fails at places; one about a thing fails there."""
        if bound:
            self._found(bound, path.way_to(self._scope, failing[0]))
            return
        place_slot = self._made(self._rule.demands).place_slot
        for number in failing:
            place = self._scope.look.place(number)
            if place_slot is not None:
                self._scope.things[place_slot] = place
            self._found((place,), path.way_to(self._scope, number))

    def _found(self, bound: tuple[Thing, ...], way: tuple[int, ...] = ()) -> None:
        self._assessed += 1
        things = bound or (self._scope.look.whole,)
        wording = self._made(self._rule.wording)
        self._found_here.append(report(self._rule.id, wording, self._scope, things, way))

    def _made(self, make: Callable[[], Part]) -> Part:
        """A part of the rule that may be made only now, and then may bind more things."""
        made = make()
        more = self._rule.bindings.slots - len(self._scope.things)
        self._scope.things += [None] * more
        return made

    def _cannot_tell(self, bound: tuple[Thing, ...], missing: tuple[MissingFact, ...]) -> None:
        thing = bound[-1] if bound else self._scope.look.whole
        key = (thing.name, thing.span.start)
        before = self._untold.get(key, (thing.name, ()))[1]
        self._untold[key] = (thing.name, together((*before, *missing)))
