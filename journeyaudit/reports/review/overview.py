"""An outcome -> the first screen of the page: who gets stuck and who could help, and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyaudit.finding.words import count
from journeyaudit.reports.review.bars import WORST_FIRST, bar, stacked, tallied
from journeyaudit.reports.review.glossary import glossary_html
from journeyaudit.reports.review.journeys import Part
from journeyaudit.reports.review.markup import listing, with_code, words
from journeyaudit.reports.review.stuck import figures_html, stuck_html
from journeyaudit.reports.review.zones import zones_html
from journeyaudit.reports.summary import further_lines, severities
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.rulebook.proposals import is_trouble
from journeyaudit.verdicts.verdict import Judgement


def overview_html(outcome: Outcome, parts: Sequence[Part]) -> str:
    """Who gets stuck and who could help, in one table; figures; the longest Kafka zones."""
    return (
        '<section class="summary" aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n'
        f'<p class="lead">{words(_lead(outcome))}</p>\n{_figures(outcome)}{glossary_html()}'
        f"{stuck_html(parts)}{zones_html(outcome.journeys)}{_next_facts(outcome)}{figures_html(parts)}</section>\n"
    )


_ONE = {
    Judgement.IMPOSSIBLE: "One mistake is described, and the customer gets stuck in it.",
    Judgement.LUCK: "One mistake is described, and by bad luck the customer gets stuck in it.",
    Judgement.NOT_ASSESSABLE: "One mistake is described, and the text does not say enough to judge it.",
    Judgement.GUARANTEED: "One mistake is described, and it can be put right in time at every hour.",
}


def _lead(outcome: Outcome) -> str:
    total = outcome.number_of_mistakes
    if not total:
        return "No mistakes are described, so nothing can be said about getting stuck."
    if total == 1:
        return _ONE[next(iter(outcome.verdicts())).judgement]
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
    numbers = {judgement: outcome.verdicts_that_are(judgement) for judgement in WORST_FIRST}
    yield (
        "Can each mistake be put right?",
        f"<b>{outcome.number_of_mistakes}</b>{stacked(numbers)}{tallied(numbers)}",
    )
    shares = [each.coverage for each in outcome.results() if each.coverage is not None]
    if shares:
        mean = sum(shares) / len(shares)
        yield (
            "Steps with a mistake described",
            f"<b>{mean:.0%}</b>{bar(mean, 1)}of those that can go wrong, on average",
        )
    decided, looked = outcome.rules_assessed()
    if looked:
        said = f"<b>{decided} of {looked}</b>{bar(decided, looked)}for the others the texts say too little"
        yield "Rules that could be decided", said
    yield "Findings", f"<b>{len(outcome.findings)}</b><br>{words(severities(outcome))}"
    met = outcome.profile_met
    yield "Profile met", f"<b>{words(met or 'none')}</b><br>{words(f'asked for: {outcome.profile}')}"
    if outcome.baselined:
        yield "Known already", f"<b>{len(outcome.baselined)}</b><br>in the baseline, not listed here"


def _next_facts(outcome: Outcome) -> str:
    asked = [line for line in further_lines(outcome) if line.startswith("what would decide")]
    facts = listing(with_code(line.partition(": ")[2]) for line in asked)
    return f"<h3>What to write down next: these facts would decide most</h3>\n{facts}\n" if facts else ""
