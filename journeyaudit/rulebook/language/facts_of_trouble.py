"""What the text says about mistakes and remedies, and what the verdicts found out, as attributes."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING

from journeyaudit.model.trouble import RemedyKind
from journeyaudit.rulebook.language.facts import reading_of, stated
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.values import NONE, Reading, Sort, Time, Value, of_interval
from journeyaudit.rulebook.language.vocabulary import Attribute, ReadFact
from journeyaudit.verdicts.verdict import Figures, Interval, Judgement, Verdict

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look

_BY_HOPE = (Judgement.IMPOSSIBLE, Judgement.LUCK, Judgement.GUARANTEED)


def _time_to_notice(look: Look, thing: Thing) -> Reading:
    del look
    if thing.it.noticed_after is None and thing.it.noticed_at is not None:
        return Reading(Time(0, 0))
    return reading_of(thing.it.noticed_after, thing, "noticed after")


def _kind(look: Look, thing: Thing) -> Reading:
    if thing.it.appeal:
        return Reading(RemedyKind.CORRECTS.value)
    return stated("kind", "kind")(look, thing)


def _judgement(look: Look, thing: Thing) -> Reading:
    verdict = look.verdicts.get(thing.it.number)
    if verdict is None:
        return NONE
    if verdict.judgement is not Judgement.NOT_ASSESSABLE:
        return Reading(verdict.judgement.value)
    worst, best = _BY_HOPE.index(verdict.strict), _BY_HOPE.index(verdict.generous)
    possible = tuple(each.value for each in _BY_HOPE[worst : best + 1])
    return Reading(missing=verdict.missing, among=possible)


def _figure(read_figure: Callable[[Figures], Value | None]) -> ReadFact:
    """A measure; where it cannot be told although facts are missing, these are named."""

    def read(look: Look, thing: Thing) -> Reading:
        verdict = look.verdicts.get(thing.it.number)
        if verdict is None:
            return NONE
        value = read_figure(verdict.figures)
        return _untold(verdict) if value is None else Reading(value)

    return read


def _untold(verdict: Verdict) -> Reading:
    undecided = verdict.judgement is Judgement.NOT_ASSESSABLE and verdict.missing
    return Reading(missing=verdict.missing) if undecided else NONE


def _interval(read_figure: Callable[[Figures], Interval | None]) -> ReadFact:
    def value(figures: Figures) -> Value | None:
        found = read_figure(figures)
        return None if found is None else of_interval(found)

    return _figure(value)


def _number(read_figure: Callable[[Figures], float | None]) -> ReadFact:
    def value(figures: Figures) -> Value | None:
        found = read_figure(figures)
        return None if found is None else float(found)

    return _figure(value)


def _wait(figures: Figures) -> Value | None:
    waiting = figures.wait_for_human
    return None if waiting is None else Time(float(waiting), float(waiting))


def _burden(figures: Figures) -> float | None:
    return figures.burden[0] / figures.burden[1] if figures.burden and figures.burden[1] else None


def _cutoff(read_moment: Callable[[Verdict], Interval | None], key: str) -> ReadFact:
    def read(look: Look, thing: Thing) -> Reading:
        verdict = look.verdicts.get(thing.it.number)
        moment = read_moment(verdict) if verdict else None
        return Reading(missing=(thing.lacks(key),)) if moment is None else Reading(of_interval(moment))

    return read


def _why(field: str) -> ReadFact:
    def read(look: Look, thing: Thing) -> Reading:
        del look
        cutoff = getattr(thing.it, field)
        return reading_of(cutoff.because if cutoff else "", thing, "because")

    return read


def window(look: Look, thing: Thing) -> Reading:
    """Counted from clock 0 of the mistake, like the cut-offs; that of an appeal is for making it."""
    verdict = look.verdicts.get(thing.mistake) if thing.mistake is not None else None
    cutoff = thing.it.window
    to_make_it = thing.it.appeal and cutoff is not None
    for attempt in verdict.attempts if verdict and not to_make_it else ():
        if attempt.remedy is not None and attempt.remedy is thing.it and attempt.deadline is not None:
            return Reading(of_interval(attempt.deadline))
    if cutoff is not None and cutoff.point.node is None:
        return reading_of(cutoff.point.after, thing, "within")
    return NONE if to_make_it else Reading(missing=(thing.lacks("within"),))


def _deadline(look: Look, thing: Thing) -> Reading:
    del look
    if thing.it.deadline is None:
        return Reading(missing=thing.it.missing or (thing.lacks("within"),))
    return Reading(of_interval(thing.it.deadline))


def _moment(field: str) -> ReadFact:
    def read(look: Look, thing: Thing) -> Reading:
        del look
        moment = float(getattr(thing.it, field))
        return Reading(Time(moment, moment)) if isfinite(moment) else NONE

    return read


def _obstacles(look: Look, thing: Thing) -> Reading:
    del look
    found = tuple(each.value for each in thing.it.obstacles)
    return Reading(found) if found else NONE


def _threshold(look: Look, thing: Thing) -> Reading:
    del look
    return reading_of(thing.it.approval_above, thing, "approval above")


_TEXT, _TIME, _NUMBER, _MONEY = Sort.TEXT, Sort.TIME, Sort.NUMBER, Sort.MONEY
_REMEDY = ("remedy",)
_MISTAKE = ("mistake",)
_KINDS = tuple(kind.value for kind in RemedyKind)
_FROM = "Minutes after clock 0 of the mistake, at the example hour of its verdict."

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("likelihood", _MISTAKE, Sort.PERCENT, "`likelihood`.", stated("likelihood", "likelihood")),
    Attribute("cause", _MISTAKE, _TEXT, "`how` it comes about.", stated("how", "how")),
    Attribute("time to notice", _MISTAKE, _TIME, "`noticed after`; at once with `noticed at` alone.", _time_to_notice),
    Attribute("way of noticing", _MISTAKE, _TEXT, "`noticed how`.", stated("noticed_how", "noticed how")),
    Attribute("value", _MISTAKE, _MONEY, "`value`: what is at stake.", stated("value", "value")),
    Attribute("harm", _MISTAKE, _TEXT, "`harm`.", stated("harm", "harm")),
    Attribute("reason why there is no remedy", _MISTAKE, _TEXT, "`no remedy`.", stated("no_remedy", "no remedy")),
    Attribute("reason of the soft cut-off", _MISTAKE, _TEXT, "`because` below `accepted until`.", _why("soft")),
    Attribute("reason of the hard cut-off", _MISTAKE, _TEXT, "`because` below `restorable until`.", _why("hard")),
    # remedies and rights to them
    Attribute("kind", _REMEDY, _TEXT, "`kind` of the remedy; an appeal corrects.", _kind, options=_KINDS),
    Attribute("act", _REMEDY, _TEXT, "`does`.", stated("does", "does")),
    Attribute("window", _REMEDY, _TIME, f"Until when it is possible: its deadline; of an appeal its own `within`, the time to make it. {_FROM}", window),
    Attribute("limit", _REMEDY, _MONEY, "`up to`.", stated("limit", "up to")),
    Attribute("needed authority", _REMEDY, _NUMBER, "`needs authority`.", stated("needs_authority", "needs authority")),
    Attribute("approval threshold", _REMEDY, _MONEY, "`approval above`.", _threshold),
    Attribute("wholeness", _REMEDY, _TEXT, "`makes whole`: yes, partly, no.", stated("whole", "makes whole"), options=("yes", "partly", "no")),
    Attribute("duration", _REMEDY, _TIME, "`takes`.", stated("takes", "takes")),
    Attribute("answer time", ("appeal",), _TIME, "`answers within`.", stated("answers_within", "answers within")),
    # verdicts (docs/meaning.md, sections 4, 6 and 8)
    Attribute("verdict", _MISTAKE, _TEXT, "guaranteed, luck or impossible; unknown when it is not assessable.", _judgement, stated=False, options=tuple(each.value for each in _BY_HOPE)),
    Attribute("soft cut-off", _MISTAKE, _TIME, f"From when corrections are refused. {_FROM}", _cutoff(lambda verdict: verdict.soft, "accepted until")),
    Attribute("hard cut-off", _MISTAKE, _TIME, f"From when the world cannot be restored. {_FROM}", _cutoff(lambda verdict: verdict.hard, "restorable until")),
    Attribute("Kafka zone", _MISTAKE, _TIME, "Hard minus soft cut-off, over all hours of the week.", _interval(lambda figures: figures.kafka_zone), stated=False),
    Attribute("time margin", _MISTAKE, _TIME, "Hard cut-off minus the earliest human fix.", _interval(lambda figures: figures.margin), stated=False),
    Attribute("decision rank", _MISTAKE, _NUMBER, "How many people one talks to until somebody may say yes, 1 being the first; none if nobody may.", _number(lambda figures: figures.decision_rank), stated=False),
    Attribute("human distance", _MISTAKE, _NUMBER, "Menus, logins, forms and machines before the first human.", _number(lambda figures: figures.human_distance), stated=False),
    Attribute("wait for a human", _MISTAKE, _TIME, "From noticing to the answer, at the example hour.", _figure(_wait), stated=False),
    Attribute("cure ratio", _MISTAKE, _NUMBER, "What the cheapest remedy costs the customer, divided by the value of the mistake.", _number(lambda figures: figures.cure_ratio), stated=False),
    Attribute("burden ratio", _MISTAKE, _NUMBER, "The customer's acts divided by the organisation's.", _number(_burden), stated=False),
    Attribute("hand-offs", _MISTAKE, _NUMBER, "People the case passes through, minus 1.", _number(lambda figures: figures.hand_offs), stated=False),
    Attribute("retellings", _MISTAKE, _NUMBER, "Hand-offs without the story.", _number(lambda figures: figures.re_tells), stated=False),
    Attribute("media breaks", _MISTAKE, _NUMBER, "On the remedy's way.", _number(lambda figures: figures.media_breaks), stated=False),
    Attribute("deadline", ("attempt",), _TIME, f"Until when it counts. {_FROM}", _deadline, stated=False),
    Attribute("time of the answer", ("attempt",), _TIME, f"When somebody hears it; none if nobody does. {_FROM}", _moment("answered"), stated=False),
    Attribute("time of the fix", ("attempt",), _TIME, f"When it is put right; none if it is not. {_FROM}", _moment("fixed"), stated=False),
    Attribute("obstacles", ("attempt",), Sort.WORDS, "Why it does not put it right: not a correction, no human, may not, tools do not, too little authority, over the limit, no approval, not reachable, too late, not whole, bad ends only, not forced.", _obstacles, stated=False),
)  # fmt: skip
