"""An outcome -> the first screen of the page: what is met, how the mistakes came out, where it is worst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from journeyaudit.finding.words import count
from journeyaudit.reports.review.answers import is_trouble
from journeyaudit.reports.review.attribution import Attributed
from journeyaudit.reports.review.bars import WORST_FIRST, bar, stacked, tallied
from journeyaudit.reports.review.glossary import glossary_html
from journeyaudit.reports.review.markup import listing, with_code, words
from journeyaudit.reports.summary import further_lines, summary_line
from journeyaudit.rulebook.figures import measures_of
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Judgement, Verdict

_MOST_ZONES = 10


@record
class Zone:
    """A time in which it is still possible and refused; ``length`` in minutes, as short as it may be."""

    length: float
    text: str
    journey: int
    mistake: int


def overview_html(outcome: Outcome, found: Attributed) -> str:
    """Figures, the worst Kafka zones, and a table of all journeys."""
    return (
        '<section aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n'
        f'<p class="lead">{words(_lead(outcome))}</p>\n{_figures(outcome)}'
        f"{glossary_html()}{_zones(outcome)}{_next_facts(outcome)}"
        f"{_table(outcome, found)}</section>\n"
    )


def zones_of(journeys: Sequence[JourneyOutcome]) -> list[Zone]:
    """The longest first."""
    found = []
    for at, told in enumerate(journeys):
        for number, verdict in enumerate(told.verdicts):
            text = _zone_text(verdict)
            if text:
                found.append(Zone(_length(verdict), text, at, number))
    return sorted(found, key=lambda zone: -zone.length)


def _lead(outcome: Outcome) -> str:
    total = outcome.number_of_mistakes
    if not total:
        return "No mistakes are described, so nothing can be said about getting stuck."
    bad = sum(map(is_trouble, outcome.verdicts()))
    unknown = outcome.verdicts_that_are(Judgement.NOT_ASSESSABLE)
    stuck = (
        f"In {bad} of {count(total, 'mistake')} the customer gets stuck, always or by bad luck"
        if bad
        else f"In none of {count(total, 'mistake')} is it certain that the customer gets stuck"
    )
    return f"{stuck}; for {unknown} the text does not say enough." if unknown else f"{stuck}."


def _figures(outcome: Outcome) -> str:
    pairs = "".join(f"<div><dt>{name}</dt><dd>{said}</dd></div>\n" for name, said in _named(outcome))
    return f'<dl class="figures">\n{pairs}</dl>\n'


def _named(outcome: Outcome) -> Iterator[tuple[str, str]]:
    met = outcome.profile_met
    yield "Profile met", f"<b>{words(met or 'none')}</b><br>{words(f'looked at: {outcome.profile}')}"
    numbers = {judgement: outcome.verdicts_that_are(judgement) for judgement in WORST_FIRST}
    yield "Mistakes", f"<b>{outcome.number_of_mistakes}</b>{stacked(numbers)}{tallied(numbers)}"
    shares = [each.coverage for each in outcome.results() if each.coverage is not None]
    if shares:
        mean = sum(shares) / len(shares)
        yield (
            "Places where mistakes were thought of",
            f"<b>{mean:.0%}</b>{bar(mean, 1)}on average of the journeys",
        )
    decided, looked = outcome.rules_assessed()
    if looked:
        yield "Rules that could be decided", f"<b>{decided} of {looked}</b>{bar(decided, looked)}"
    yield "Findings", f"<b>{len(outcome.findings)}</b><br>{words(summary_line(outcome).split(' | ')[-1])}"
    if outcome.baselined:
        yield "Known already", f"<b>{len(outcome.baselined)}</b><br>in the baseline, not listed here"


def _zones(outcome: Outcome) -> str:
    zones = zones_of(outcome.journeys)[:_MOST_ZONES]
    if not zones:
        return ""
    most = max((zone.length for zone in zones if isfinite(zone.length)), default=0)
    rows = []
    for zone in zones:
        told = outcome.journeys[zone.journey]
        name = words(told.verdicts[zone.mistake].mistake.name)
        link = f'<a href="#mistake-{zone.journey}-{zone.mistake}">{name}</a>'
        plot = bar(zone.length if isfinite(zone.length) else most, most)
        rows.append(
            f'<tr><th scope="row">{link}</th><td>{words(told.journey.name)}</td>'
            f'<td>{words(zone.text)}</td><td class="plot">{plot}</td></tr>'
        )
    return (
        '<h3 id="zones">The worst Kafka zones</h3>\n'
        "<p>So long it is still possible to put the mistake right, and it is refused.</p>\n"
        '<div class="wide" tabindex="0" role="group" aria-labelledby="zones"><table><thead>'
        '<tr><th scope="col">Mistake</th><th scope="col">Journey</th><th scope="col">How long</th>'
        f'<th scope="col">Beside the longest</th></tr></thead><tbody>{"".join(rows)}</tbody></table></div>\n'
    )


def _next_facts(outcome: Outcome) -> str:
    asked = [line for line in further_lines(outcome) if line.startswith("what would decide")]
    facts = listing(with_code(line.partition(": ")[2]) for line in asked)
    return f"<h3>What would decide most</h3>\n{facts}\n" if facts else ""


def _table(outcome: Outcome, found: Attributed) -> str:
    if not outcome.journeys:
        return ""
    rows = "".join(_row(number, told, found) for number, told in enumerate(outcome.journeys))
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Journey", "Mistakes", "Longest Kafka zone", "Thought of", "Findings", "File")
    )
    return (
        '<h3 id="all">All journeys</h3>\n<div class="wide" tabindex="0" role="group" aria-labelledby="all">'
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></div>\n"
    )


def _row(number: int, told: JourneyOutcome, found: Attributed) -> str:
    judged = [each.judgement for each in told.verdicts]
    verdicts = tallied({each: judged.count(each) for each in WORST_FIRST}) or "none described"
    zone = next(iter(zones_of((told,))), None)
    coverage = "" if told.coverage is None else f"{told.coverage:.0%}"
    name = f'<a href="#journey-{number}">{words(told.journey.name)}</a>'
    cells = (
        verdicts,
        words(zone.text) if zone else "none",
        coverage,
        str(len(found.of_journey.get(number, ()))),
    )
    inside = "".join(f"<td>{cell}</td>" for cell in (*cells, words(told.journey.span.file)))
    return f'<tr><th scope="row">{name}</th>{inside}</tr>\n'


def _zone_text(verdict: Verdict) -> str:
    """ "" where there is none, and where it can be put right all the same."""
    if not is_trouble(verdict):
        return ""
    return next((each.text for each in measures_of(verdict) if each.name == "Kafka zone"), "")


def _length(verdict: Verdict) -> float:
    zone = verdict.figures.kafka_zone
    return 0 if zone is None else max(zone.earliest, 0)
