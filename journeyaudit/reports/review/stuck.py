"""All journeys -> the table that answers the four questions, and the one with their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from journeyaudit.finding.words import count
from journeyaudit.model.spoken import money_words
from journeyaudit.reports.review.answers import QUESTIONS, Answers
from journeyaudit.reports.review.bars import WORST_FIRST, badge, tallied
from journeyaudit.reports.review.journeys import Part
from journeyaudit.reports.review.markup import table, with_code, words
from journeyaudit.reports.review.zones import zones_of
from journeyaudit.verdicts.verdict import Judgement, Verdict

_COLUMNS = ("Journey", "Mistakes", "Longest Kafka zone", "Steps with a mistake described", "Findings", "File")


def stuck_html(parts: Sequence[Part]) -> str:
    """A row for every mistake of which it is not certain that it can be put right, the worst first."""
    rows = []
    for judgement in WORST_FIRST[:-1]:
        for part in parts:
            for number, verdict in enumerate(part.told.verdicts):
                if verdict.judgement is judgement:
                    rows.append(_row(part, number, verdict, _file_if_needed(part, parts)))
    fine = sum(each.judgement is Judgement.GUARANTEED for part in parts for each in part.told.verdicts)
    noun = "more mistake" if rows else "mistake"
    rest = f"<p>{count(fine, noun)} can be put right in time at every hour.</p>\n" if fine else ""
    if not rows:
        return rest
    return f"{table('stuck', 'Who gets stuck, and who could help', ('Journey', *QUESTIONS), rows)}{rest}"


def _row(part: Part, number: int, verdict: Verdict, file: str) -> tuple[str, ...]:
    told: Answers = part.answered[number]
    journey = f'<a href="#journey-{part.number}">{words(part.told.journey.name)}</a>{file}'
    mistake = f'<a href="#mistake-{part.number}-{number}">{words(verdict.mistake.name)}</a>'
    value = verdict.mistake.value
    stake = f'<span class="place">At stake: {words(money_words(value))}</span>' if value is not None else ""
    stuck = f"{words(told.stuck.short)} {badge(verdict.judgement)} {mistake}{stake}"
    return (journey, stuck, *(with_code(each.short) for each in (told.until, told.who, told.change)))


def _file_if_needed(part: Part, parts: Sequence[Part]) -> str:
    """Versions of one journey have one name; then the file tells them apart."""
    names = Counter(each.told.journey.name for each in parts)
    if names[part.told.journey.name] < 2:
        return ""
    return f'<span class="place">{words(part.told.journey.span.file)}</span>'


def figures_html(parts: Sequence[Part]) -> str:
    """A row for every journey, closed until it is asked for."""
    if not parts:
        return ""
    rows = table("all", "", _COLUMNS, [tuple(_figures(part)) for part in parts])
    return f'<details><summary id="all">Figures of all journeys</summary>{rows}</details>\n'


def _figures(part: Part) -> Iterator[str]:
    told = part.told
    judged = [each.judgement for each in told.verdicts]
    zone = next(iter(zones_of((told,))), None)
    yield f'<a href="#journey-{part.number}">{words(told.journey.name)}</a>'
    yield tallied({each: judged.count(each) for each in WORST_FIRST}) or "none described"
    yield words(zone.text) if zone else "none"
    yield "" if told.coverage is None else f"{told.coverage:.0%}"
    yield str(len(part.findings))
    yield words(told.journey.span.file)
