"""What stands behind "at least": a figure, a setting, or another fact -> readings to compare with."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from journeyaudit.finding.words import listed
from journeyaudit.model.quantities import Money
from journeyaudit.rulebook.language.answer import Answer
from journeyaudit.rulebook.language.compare import multiplied
from journeyaudit.rulebook.language.dictionary import attributes_of
from journeyaudit.rulebook.language.scope import Bindings, Misfit, Scope
from journeyaudit.rulebook.language.subjects import Fact, article, resolve
from journeyaudit.rulebook.language.values import Reading, Sort, Time, Value
from journeyaudit.source.record import record
from journeyaudit.syntax.rules import tree as t

_EXAMPLES = {
    Sort.TIME: "write for example “10 min” or “2 working days”",
    Sort.MONEY: "write for example “50 EUR”",
    Sort.NUMBER: "write for example “3”",
    Sort.PERCENT: "write for example “15 %”",
    Sort.DATE: "write for example “older than 1 year” or “in the past”",
}


@record
class Amount:
    """Something of a sort; ``walk`` asks each reading of it (one, unless `some` or `every` is said)."""

    sort: Sort
    walk: Callable[[Scope, Callable[[Reading], Answer]], Answer]

    def example(self, sort: Sort) -> str:
        """What to write instead."""
        return _EXAMPLES.get(sort, "")


def comparable(one: Sort, other: Sort) -> bool:
    """A bare number may stand for a percentage."""
    if one in (Sort.TEXT, Sort.WORDS) or other in (Sort.TEXT, Sort.WORDS):
        return False
    return one is other or {one, other} == {Sort.NUMBER, Sort.PERCENT}


def value_of(quantity: t.Quantity) -> tuple[Value, Sort]:
    """A figure with its unit as a value."""
    figure = float(quantity.value)
    match quantity.kind:
        case "number":
            return figure, Sort.NUMBER
        case "percent":
            return figure, Sort.PERCENT
        case "time":
            return Time(figure, figure), Sort.TIME
        case "working days":
            return Time(figure, figure, working=True), Sort.TIME
        case "money":
            return Money(quantity.value, quantity.currency), Sort.MONEY


def amount_of(operand: t.Operand, bindings: Bindings) -> Amount:
    """Raises ``Misfit`` for settings and facts that are not there."""
    match operand:
        case t.Quantity():
            value, sort = value_of(operand)
            return Amount(sort, lambda _, ask: ask(Reading(value)))
        case t.Setting(name):
            known = bindings.settings.get(name.text)
            if known is None:
                raise Misfit(
                    f"there is no setting “{name.text}”", name.span, f"write: setting {name.text}: ..."
                )
            return Amount(known[1], lambda scope, ask: ask(Reading(scope.settings[name.text])))
        case t.Multiple(factor, subject):
            fact = _fact(subject, bindings)
            return Amount(
                fact.attribute.sort,
                lambda scope, ask: fact.walk(
                    scope, lambda thing: ask(_times(fact.read(scope, thing), factor))
                ),
            )
        case t.Bound() | t.Part():
            fact = _fact(operand, bindings)
            return Amount(
                fact.attribute.sort,
                lambda scope, ask: fact.walk(scope, lambda thing: ask(fact.read(scope, thing))),
            )


def _times(reading: Reading, factor: Decimal) -> Reading:
    return Reading(multiplied(reading.value, factor)) if reading.value is not None else reading


def _fact(subject: t.Subject, bindings: Bindings) -> Fact:
    found = resolve(subject, bindings)
    if isinstance(found, Fact):
        return found
    span = subject.noun.span
    facts = listed([f"“the {word}”" for word in attributes_of(found.kind)][:6], "or")
    raise Misfit(f"one cannot compare with {article(found.kind)} itself", span, f"say {facts} of it")
