"""How the attempts went -> the measures of a mistake (``docs/meaning.md``, section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import isfinite

from journeyaudit.model.people import ChannelKind
from journeyaudit.model.quantities import DAY, INFINITE, Minutes
from journeyaudit.model.trouble import Mistake, Remedy
from journeyaudit.verdicts.bounds import Bounds
from journeyaudit.verdicts.case import Case, Court
from journeyaudit.verdicts.clock import TimeMap, earlier, span_of_difference
from journeyaudit.verdicts.trial import Trial
from journeyaudit.verdicts.verdict import Figures, Interval

_PRICE_OF_AN_HOUR = Decimal(20)
_PRICE_OF_A_DAY = Decimal(1)


def figures_of(
    court: Court,
    mistake: Mistake,
    generous: Sequence[Trial],
    strict: Sequence[Trial],
    example: int,
) -> Figures:
    """What depends on unknown facts cannot be told and is None."""
    fixing = [trial for trial in strict if trial.fixes]
    people = _People(court)
    cheapest = _cheapest(generous, fixing)
    talked = [trial for trial in generous if trial.remedy is not None or trial.interrupt is not None]
    return Figures(
        decision_rank=min((r for r in map(people.rank, fixing) if r), default=None),
        kafka_zone=_kafka_zone(court, mistake),
        margin=_margin(court, mistake, fixing),
        human_distance=min((d for d in map(people.distance, talked) if d is not None), default=None),
        wait_for_human=_wait(fixing, example),
        cure_ratio=_cure_ratio(mistake, cheapest, example),
        burden=people.burden(cheapest) if cheapest else None,
        hand_offs=people.hand_offs(cheapest) if cheapest else None,
        re_tells=people.re_tells(cheapest) if cheapest else None,
        media_breaks=people.media_breaks(mistake, cheapest) if cheapest else None,
    )


class _People:
    """Counts those whom a case passes."""

    def __init__(self, court: Court) -> None:
        self._actors = court.service.actors
        self._channels = court.service.channels
        self._journey = court.journey

    def rank(self, trial: Trial) -> int | None:
        """The number of the human who may say yes, counted from the first one talks to."""
        humans = sum(self._is_human(key) for key in trial.chain)
        return humans + len(trial.approvers) if humans else None

    def distance(self, trial: Trial) -> int | None:
        """Menus, logins, forms and machines before the first human; None without any human."""
        machines = 0
        for key in trial.chain:
            if self._is_human(key):
                break
            machines += 1
        else:
            return None
        channel = self._channels.get(trial.channel)
        if channel is None:
            return machines
        form = channel.kind is ChannelKind.FORM
        return machines + (channel.menu_steps or 0) + bool(channel.login_needed) + form

    def hand_offs(self, trial: Trial) -> int:
        return max(len(trial.chain) + len(trial.approvers) - 1, 0)

    def re_tells(self, trial: Trial) -> int:
        givers = (*trial.chain, *trial.approvers)[:-1]
        return sum(self._actors[key].context_passed is False for key in givers if key in self._actors)

    def media_breaks(self, mistake: Mistake, trial: Trial) -> int:
        stated = len(trial.remedy.media_breaks) if trial.remedy else 0
        made_on = {
            self._channels[key].kind
            for key in self._journey.nodes[mistake.node].on
            if key in self._channels and self._channels[key].kind is not None
        }
        channel = self._channels.get(trial.channel)
        other_kind = channel is not None and channel.kind is not None and bool(made_on)
        return stated + (other_kind and channel is not None and channel.kind not in made_on)

    def burden(self, trial: Trial) -> tuple[int, int]:
        """Acts of the customer, acts of the organisation."""
        channel = self._channels.get(trial.channel)
        own = 1 + self.re_tells(trial)
        if channel is not None:
            own += (channel.menu_steps or 0) + bool(channel.login_needed)
        return own, len(trial.chain) + len(trial.approvers)

    def _is_human(self, key: str) -> bool:
        return key in self._actors and bool(self._actors[key].human)


# times


def _kafka_zone(court: Court, mistake: Mistake) -> Interval | None:
    """How long it would still be possible and is refused; None unless both cut-offs are known."""
    soft = _known(court, mistake, "soft")
    hard = _known(court, mistake, "hard")
    if soft is None or hard is None:
        return None
    return _difference(hard, soft)


def _known(court: Court, mistake: Mistake, which: str) -> Bounds | None:
    """A cut-off that comes at the same time however unknown facts are read."""
    generous, strict = (
        case.soft if which == "soft" else case.hard
        for case in (Case(court, mistake, True), Case(court, mistake, False))
    )
    return generous if generous == strict else None


def _difference(late: Bounds, early: Bounds) -> Interval | None:
    """On ways on which neither comes there is nothing to compare, so a bound that both lack is left out."""
    least = span_of_difference(late.earliest, early.earliest)
    greatest = span_of_difference(late.latest, early.latest)
    compared = [span for span in (least, greatest) if span is not None]
    return Interval(*sorted((compared[0][0], compared[-1][1]))) if compared else None


def _margin(court: Court, mistake: Mistake, fixing: Iterable[Trial]) -> Interval | None:
    """How long before the hard cut-off the first fix comes."""
    hard = _known(court, mistake, "hard")
    moments = [moment for trial in fixing for moment in trial.counted]
    if hard is None or not moments:
        return None
    earliest: TimeMap = INFINITE
    latest: TimeMap = INFINITE
    for moment in moments:
        earliest, latest = earlier(earliest, moment.earliest), earlier(latest, moment.latest)
    least = span_of_difference(hard.earliest, latest)
    greatest = span_of_difference(hard.latest, earliest)
    return Interval(*sorted((least[0], greatest[1]))) if least and greatest else None


def _wait(fixing: Iterable[Trial], example: int) -> Minutes | None:
    waits = [
        trial.answered.at(example).latest - trial.contacted.at(example).latest
        for trial in fixing
        if trial.remedy is not None and isfinite(trial.contacted.at(example).latest)
    ]
    return min(waits, default=None)


# costs


def _cheapest(generous: Sequence[Trial], fixing: Sequence[Trial]) -> Trial | None:
    """The remedy of any kind that costs the customer least; without prices the first that helps."""
    tried = [trial for trial in generous if trial.remedy is not None]
    priced = [(price, trial) for trial in tried if (price := _price(trial.remedy)) is not None]
    if priced:
        return min(priced, key=lambda pair: pair[0])[1]
    helping = [trial for trial in fixing if trial.remedy is not None]
    return next(iter(helping or tried), None)


def _price(remedy: Remedy | None) -> Decimal | None:
    """Money and effort; None where nothing is said of either."""
    if remedy is None:
        return None
    money = remedy.customer_cost.amount if remedy.customer_cost else None
    effort = remedy.effort.high if remedy.effort else None
    if (money is None or not money.is_finite()) and effort is None:
        return None
    hours = Decimal(effort) / 60 if effort is not None and isfinite(effort) else Decimal(0)
    return (money if money is not None and money.is_finite() else Decimal(0)) + hours * _PRICE_OF_AN_HOUR


def _cure_ratio(mistake: Mistake, cheapest: Trial | None, example: int) -> float | None:
    price = _price(cheapest.remedy) if cheapest else None
    value = mistake.value.amount if mistake.value else None
    if cheapest is None or price is None or value is None or not value.is_finite() or value <= 0:
        return None
    fixed, noticed = cheapest.fixed.at(example).latest, cheapest.contacted.at(example).latest
    if not isfinite(fixed):
        return None
    days = Decimal(fixed - noticed) / DAY
    return float((price + days * _PRICE_OF_A_DAY) / value)
