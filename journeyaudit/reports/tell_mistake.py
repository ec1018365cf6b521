"""One verdict -> what goes wrong, who notices, what can be tried and why it helps or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite, isinf

from journeyaudit.finding.words import clock, duration, interval, listed, quoted
from journeyaudit.model.spoken import duration_words, money_words
from journeyaudit.model.trouble import Cutoff, Mistake
from journeyaudit.reports.tell_flow import Line
from journeyaudit.reports.tell_names import Names, sentence
from journeyaudit.verdicts.verdict import Attempt, InTime, Judgement, MissingFact, Obstacle, Verdict


def mistake_lines(verdict: Verdict, names: Names) -> Iterator[Line]:
    """A mistake, its noticing, its cut-offs, its remedies and the verdict."""
    mistake = verdict.mistake
    yield Line(0, f"{quoted(mistake.name)}, at {names.place(mistake.node)}")
    for said in (_what_happens(mistake, names), _noticing(mistake, names), _cutoffs(mistake, names)):
        paragraph = " ".join(said)
        if paragraph:
            yield Line(1, paragraph)
    if not verdict.attempts:
        reason = f" because {mistake.no_remedy}" if mistake.no_remedy else ""
        yield Line(1, sentence(f"No way to put it right is described{reason}"))
    for line in attempt_lines(verdict.attempts, names):
        yield Line(1, f"- {line}")
    yield Line(1, " ".join(_verdict(verdict)))


def _what_happens(mistake: Mistake, names: Names) -> Iterator[str]:
    who = names.people(mistake.made_by)
    if who:
        yield f"{who} can make this mistake."
    if mistake.likelihood is not None:
        yield f"It happens in {mistake.likelihood:g} % of all cases."
    if mistake.how:
        yield sentence(f"How it comes about: {mistake.how}")
    if mistake.harm:
        yield sentence(f"What it does: {mistake.harm}")
    if mistake.value is not None:
        yield f"At stake: {money_words(mistake.value)}."


def _noticing(mistake: Mistake, names: Names) -> Iterator[str]:
    after = mistake.noticed_after
    if after is not None and after.low is not None and isinf(after.low):
        yield "Nobody can ever notice it."
        return
    when = _when(duration_words(after) if after else "", mistake, names)
    how = f", by this: {mistake.noticed_how}" if mistake.noticed_how else ""
    who = names.people(mistake.noticed_by)
    noticing = f"{who} can notice it" if who else "The text does not say who notices it"
    yield sentence(f"{noticing}{when}{how}")


def _when(length: str, mistake: Mistake, names: Names) -> str:
    if mistake.noticed_at is None:
        return f" after {length}" if length not in ("", "at once") else f" {length}".rstrip()
    place = f"{names.place(mistake.noticed_at)} is done"
    return f" {length} after {place}" if length not in ("", "at once") else f" as soon as {place}"


def _cutoffs(mistake: Mistake, names: Names) -> Iterator[str]:
    if mistake.soft is None and mistake.hard is None:
        yield "The text does not say until when it can be put right."
        return
    if mistake.soft is not None:
        yield sentence(f"Corrections are accepted {_until(mistake.soft, names)}")
    if mistake.hard is not None:
        assumed = ", as far as one can tell from the text" if mistake.hard_assumed else ""
        yield sentence(f"It could be undone {_until(mistake.hard, names)}{assumed}")


def _until(cutoff: Cutoff, names: Names) -> str:
    because = f", because {cutoff.because}" if cutoff.because else ""
    return f"{names.until(cutoff.point)}{because}"


def attempt_lines(attempts: Sequence[Attempt], names: Names) -> list[str]:
    """One line for each way; channels on which the same thing happens share it."""
    channels: dict[tuple[str, str, str], list[str]] = {}
    for attempt in attempts:
        who = f", with {names.people(attempt.chain)}" if attempt.chain else ""
        told = (_name(attempt, names), who, " ".join(_how_it_fares(attempt, names)))
        channels.setdefault(told, []).extend([attempt.channel] if attempt.channel else [])
    lines = []
    for (name, who, fate), keys in channels.items():
        channel = f" on {names.channels(tuple(dict.fromkeys(keys)))}" if keys else ""
        lines.append(f"{name}{channel}{who}: {fate}")
    return lines


def _name(attempt: Attempt, names: Names) -> str:
    if attempt.remedy is not None:
        return attempt.remedy.name
    return names.journey.nodes[attempt.step].title if attempt.step is not None else "Another way"


def _how_it_fares(attempt: Attempt, names: Names) -> Iterator[str]:
    if _at_every_hour(attempt) == (Obstacle.TOO_LATE,):
        yield "this comes too late."
    elif _at_every_hour(attempt):
        by_luck = Obstacle.NOT_FORCED in attempt.obstacles and CHANCE.issuperset(attempt.obstacles)
        yield "only luck lets this put it right." if by_luck else "this does not put it right."
        yield from why_not_lines(attempt, names)
    elif attempt.missing:
        yield "perhaps this puts it right."
    elif attempt.in_time is InTime.ALWAYS:
        yield "this puts it right, and always in time."
    elif attempt.in_time is InTime.SOMETIMES:
        yield "this puts it right, but not always in time."
    elif attempt.in_time is InTime.NEVER:
        yield f"this does not put it right. {_WHY_NOT[Obstacle.TOO_LATE]}"
    if attempt.missing:
        yield f"To know that, one needs {facts_words(attempt.missing)}."


def why_not_lines(attempt: Attempt, names: Names) -> Iterator[str]:
    """A sentence for everything that stands in the way at every hour."""
    obstacles = _at_every_hour(attempt)
    # what was never meant to correct need not be measured against the rest
    softens = Obstacle.NOT_A_CORRECTION in obstacles
    for obstacle in (Obstacle.NOT_A_CORRECTION,) if softens else obstacles:
        yield _WHY_NOT[obstacle].format(who=_decider(attempt, names), missing=_missing(attempt, names))


def _at_every_hour(attempt: Attempt) -> tuple[Obstacle, ...]:
    """Being late is no obstacle of a way that sometimes is in time."""
    late = Obstacle.TOO_LATE if attempt.in_time is InTime.SOMETIMES else None
    return tuple(obstacle for obstacle in attempt.obstacles if obstacle is not late)


def _decider(attempt: Attempt, names: Names) -> str:
    """Who would have to put it right: the one who got the case, else whom the remedy names."""
    wanted = attempt.remedy.by if attempt.remedy is not None else ()
    got = attempt.chain[-1:]
    return names.people(got if got and (not wanted or got[0] in wanted) else wanted[:1]) or "Whoever is asked"


def _missing(attempt: Attempt, names: Names) -> str:
    """Who would have to do it and does not get the case."""
    wanted = attempt.remedy.by if attempt.remedy is not None else ()
    return names.people([key for key in wanted if key not in attempt.chain], "or") or "Whoever may do it"


CHANCE = frozenset((Obstacle.NOT_FORCED, Obstacle.TOO_LATE))
"""What stands in the way only sometimes."""

_WHY_NOT = {
    Obstacle.NOT_A_CORRECTION: "It is a way to live with it, and corrects nothing.",
    Obstacle.NO_HUMAN: "No human of the organisation takes part in it.",
    Obstacle.MAY_NOT: "{who} may not do this.",
    Obstacle.TOOLS_DO_NOT: "The software does not let {who} do this.",
    Obstacle.TOO_LITTLE_AUTHORITY: "{who} may not decide that much.",
    Obstacle.OVER_THE_LIMIT: "It is worth more than {who} may decide on.",
    Obstacle.NO_APPROVAL: "Somebody else has to agree, and nobody can.",
    Obstacle.NOT_REACHABLE: "{missing} cannot be reached from there.",
    Obstacle.TOO_LATE: "By then it is too late.",
    Obstacle.NOT_WHOLE: "Afterwards the customer is still not where they wanted to be.",
    Obstacle.BAD_ENDS_ONLY: "From there no way leads to a good end.",
    Obstacle.NOT_FORCED: "Whether it comes to that is for somebody else to choose.",
}


def _verdict(verdict: Verdict) -> Iterator[str]:
    zone = verdict.figures.kafka_zone
    match verdict.judgement:
        case Judgement.GUARANTEED:
            yield "So this can be put right, whatever the hour and whoever answers."
            margin = verdict.figures.margin
            if margin is not None and isfinite(margin.earliest) and margin.earliest > 0:
                yield f"At least {duration(margin.earliest)} are left to do it."
        case Judgement.LUCK:
            yield f"So it is a matter of luck: {_luck(verdict)}."
        case Judgement.IMPOSSIBLE:
            yield "So nobody who may put it right can do so once it is noticed."
            if zone is not None and zone.latest > 0:
                length = interval(max(zone.earliest, 0), zone.latest, endless="ever")
                yield f"For {length} it would still be possible, and is refused."
        case Judgement.NOT_ASSESSABLE:
            needs = f" To know that, one needs {facts_words(verdict.missing)}." if verdict.missing else ""
            yield f"So nobody can tell whether this can be put right.{needs}"


def _luck(verdict: Verdict) -> str:
    if verdict.lucky == verdict.example:
        return f"on {clock(verdict.example)} it may work or not"
    works = f", on {clock(verdict.lucky)} it would work" if verdict.lucky is not None else ""
    return f"on {clock(verdict.example)} it goes wrong{works}"


def facts_words(missing: Sequence[MissingFact]) -> str:
    """Facts as a reader is asked for them: “takes” of Pick and “open” of Hotline."""
    return listed([f"“{fact.key}” of {fact.of}" for fact in missing])
