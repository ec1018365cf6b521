"""The efforts of two versions -> did both parties gain, or one at the cost of the other?

The definitions are in docs/reviews.md, “Who gains”.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from journeyaudit.comparison.change import Trend
from journeyaudit.comparison.effort import Portion, Quantity, Reader, cheapest, good_ends, usual_way
from journeyaudit.comparison.verdicts import MistakeChange
from journeyaudit.finding.words import duration, quoted
from journeyaudit.model.journey import Service
from journeyaudit.model.names import fold
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.source import NOWHERE
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import MissingFact, Verdict


@record
class EffortChange:
    """One quantity before and after, as far as it is stated; ``trend`` better means that it fell."""

    quantity: Quantity
    old: str
    new: str
    trend: Trend
    missing: tuple[str, ...] = ()


@record
class Situation:
    """A course of things that both texts tell, and the efforts in it that changed or cannot be compared."""

    name: str
    efforts: tuple[EffortChange, ...]


class Answer(StrEnum):
    BOTH_GAIN = "both gain"
    CUSTOMER_GAINS = "the customer gains, and the organisation pays nothing for it"
    ORGANISATION_PAYS = "the customer gains, the organisation pays for it"
    CUSTOMER_PAYS = "the organisation gains by the customer's effort"
    ORGANISATION_GAINS = "the organisation gains, and the customer pays nothing for it"
    CUSTOMER_LOSES = "the customer loses, and nobody gains"
    ORGANISATION_LOSES = "the organisation loses, and nobody gains"
    BOTH_LOSE = "both lose"
    NO_CHANGE = "nobody's effort changed"
    MIXED = "it is better here and worse there"
    UNKNOWN = "it cannot be told"


@record
class WinWin:
    """``warns``: some effort of the organisation fell while the customer's only rose. ``missing`` are facts
    that would have to be stated, with the side that does not state them."""

    answer: Answer
    warns: bool = False
    situations: tuple[Situation, ...] = ()
    missing: tuple[str, ...] = ()


@record
class _Told:
    service: Service
    outcome: JourneyOutcome


def win_win(
    before: tuple[Service, JourneyOutcome],
    after: tuple[Service, JourneyOutcome],
    same: Mapping[int, int],
    mistakes: Iterable[MistakeChange],
) -> WinWin:
    """For one journey; ``same`` has the places that both texts have, before -> after."""
    one, other = _Told(*before), _Told(*after)
    situations = []
    missing: list[str] = []
    course = _course(one, other, same)
    if course is None:
        missing.append("a good end that both texts have and that can be reached")
    else:
        situations.append(course)
    for each in mistakes:
        if each.before is not None and each.after is not None:
            found = _remedies(one, other, each.before, each.after, missing)
            situations += [found] if found else []
    missing += [fact for each in situations for effort in each.efforts for fact in effort.missing]
    answer, warns = _answer([effort for each in situations for effort in each.efforts], bool(missing))
    told = tuple(each for each in situations if each.efforts)
    return WinWin(answer, warns, told, tuple(dict.fromkeys(missing)))


def _course(one: _Told, other: _Told, same: Mapping[int, int]) -> Situation | None:
    ends = good_ends(other.outcome.graph)
    old_ends = {same[end]: end for end in good_ends(one.outcome.graph) if end in same}
    end = next((each for each in ends if each in old_ends), None)
    if end is None:
        return None
    old_way, new_way = usual_way(one.outcome.graph, old_ends[end]), usual_way(other.outcome.graph, end)
    olds = [_placed(portion, same) for portion in Reader(one.service, one.outcome.journey).of_places(old_way)]
    news = list(Reader(other.service, other.outcome.journey).of_places(new_way))
    name = f"the usual way to {quoted(other.outcome.journey.nodes[end].title)}"
    return Situation(name, _changes(olds, news))


def _placed(portion: Portion, same: Mapping[int, int]) -> Portion:
    """At its later place, so that what stayed the same can be told from what did not."""
    assert isinstance(portion.at, int)
    at = same.get(portion.at, -1 - portion.at)
    return Portion(portion.quantity, at, portion.name, portion.fact, portion.figure, portion.currency)


def _remedies(
    one: _Told, other: _Told, before: Verdict, after: Verdict, missing: list[str]
) -> Situation | None:
    old, new = cheapest(before), cheapest(after)
    for attempt, verdict, side in ((old, before, "before"), (new, after, "after")):
        if attempt is None:
            missing.append(f"a remedy for {quoted(verdict.mistake.name)} ({side})")
    if old is None or new is None or old.remedy is None or new.remedy is None:
        return None
    olds = list(Reader(one.service, one.outcome.journey).of_remedy(old))
    news = list(Reader(other.service, other.outcome.journey).of_remedy(new))
    names = quoted(new.remedy.name)
    if fold(old.remedy.name) != fold(new.remedy.name):
        names += f", before {quoted(old.remedy.name)}"
    return Situation(f"when {quoted(after.mistake.name)} happens ({names})", _changes(olds, news))


# one quantity after the other

_ALWAYS_ASKED = (Quantity.TIME, Quantity.WORK)
"""Time is asked for even if neither text states it; money only if one of them does."""


def _changes(olds: Sequence[Portion], news: Sequence[Portion]) -> tuple[EffortChange, ...]:
    changes = []
    for quantity in Quantity:
        was = [each for each in olds if each.quantity is quantity]
        is_ = [each for each in news if each.quantity is quantity]
        change = _change(quantity, was, is_)
        if change is not None:
            changes.append(change)
    return tuple(changes)


def _change(quantity: Quantity, olds: list[Portion], news: list[Portion]) -> EffortChange | None:
    left_before, left_after = _without_shared(olds, news), _without_shared(news, olds)
    missing = (
        *(_missing(each, "before") for each in left_before if each.figure is None),
        *(_missing(each, "after") for each in left_after if each.figure is None),
    )
    stated = any(each.figure is not None for each in (*left_before, *left_after))
    if missing and not stated and quantity not in _ALWAYS_ASKED:
        return None
    currencies = {each.currency for each in (*olds, *news) if each.currency}
    if len(currencies) > 1:
        missing = (*missing, f"one currency for {quantity}")
    was, is_ = (sum(each.figure or 0 for each in side) for side in (left_before, left_after))
    if not missing and was == is_:
        return None
    trend = Trend.UNKNOWN if missing else Trend.BETTER if is_ < was else Trend.WORSE
    currency = next(iter(currencies), "")
    return EffortChange(
        quantity, _total(quantity, olds, currency), _total(quantity, news, currency), trend, missing
    )


def _without_shared(portions: Iterable[Portion], others: Iterable[Portion]) -> list[Portion]:
    """What the other side does not have just so, at the same place."""
    shared = {(each.at, each.figure, each.currency) for each in others}
    return [each for each in portions if (each.at, each.figure, each.currency) not in shared]


def _missing(portion: Portion, side: str) -> str:
    return str(MissingFact(portion.fact, f"{quoted(portion.name)} ({side})", NOWHERE))


def _total(quantity: Quantity, portions: Sequence[Portion], currency: str) -> str:
    if portions and all(each.figure is None for each in portions):
        return "not said"
    figure = sum(each.figure or 0 for each in portions)
    least = "at least " if any(each.figure is None for each in portions) else ""
    match quantity:
        case Quantity.TIME | Quantity.WORK:
            return least + duration(figure, at_once="none")
        case Quantity.MONEY | Quantity.COST:
            amount = f"{figure:.0f}" if figure == int(figure) else f"{figure:.2f}"
            return least + (f"{amount} {currency}".strip() if figure else "nothing")
        case _:
            return least + f"{figure:g}"


# both parties

_ANSWERS: Mapping[tuple[Trend, Trend], Answer] = {
    (Trend.BETTER, Trend.BETTER): Answer.BOTH_GAIN,
    (Trend.BETTER, Trend.SAME): Answer.CUSTOMER_GAINS,
    (Trend.BETTER, Trend.WORSE): Answer.ORGANISATION_PAYS,
    (Trend.SAME, Trend.BETTER): Answer.ORGANISATION_GAINS,
    (Trend.SAME, Trend.SAME): Answer.NO_CHANGE,
    (Trend.SAME, Trend.WORSE): Answer.ORGANISATION_LOSES,
    (Trend.WORSE, Trend.BETTER): Answer.CUSTOMER_PAYS,
    (Trend.WORSE, Trend.SAME): Answer.CUSTOMER_LOSES,
    (Trend.WORSE, Trend.WORSE): Answer.BOTH_LOSE,
}


def _answer(efforts: Sequence[EffortChange], incomplete: bool) -> tuple[Answer, bool]:
    """The answer, and whether to warn."""
    own = [each for each in efforts if not each.quantity.is_the_customers]
    both = customer, organisation = _party([each for each in efforts if each not in own]), _party(own)
    if both == (Trend.SAME, Trend.SAME) and incomplete:
        return Answer.UNKNOWN, False
    warns = customer is Trend.WORSE and organisation in (Trend.BETTER, Trend.DIFFERENT)
    if Trend.UNKNOWN in both:
        return Answer.UNKNOWN, warns
    return (Answer.MIXED if Trend.DIFFERENT in both else _ANSWERS[both]), warns


def _party(efforts: Sequence[EffortChange]) -> Trend:
    """As far as the texts say: what cannot be compared says nothing beside what can; but numbers of contacts
    or hand-offs alone say nothing while it is unknown what becomes of time or money."""
    trends = {each.trend for each in efforts}
    known = trends & {Trend.BETTER, Trend.WORSE}
    counted = all(each.quantity.is_a_number for each in efforts if each.trend in known)
    if Trend.UNKNOWN in trends and counted:
        return Trend.UNKNOWN
    if len(known) == 2:
        return Trend.DIFFERENT
    return known.pop() if known else Trend.SAME
