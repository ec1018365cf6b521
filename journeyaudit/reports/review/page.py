"""Everything that is told about an outcome -> one file that needs nothing else and asks nobody."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from journeyaudit.finding.words import count
from journeyaudit.reports.drawn import Drawn
from journeyaudit.reports.explanation import reasons
from journeyaudit.reports.review.answers import answers
from journeyaudit.reports.review.attribution import Attributed, attributed
from journeyaudit.reports.review.bars import scales
from journeyaudit.reports.review.filters import filters_html
from journeyaudit.reports.review.findings import Shown, finding_html
from journeyaudit.reports.review.journeys import Part, journey_html
from journeyaudit.reports.review.markup import words
from journeyaudit.reports.review.overview import overview_html
from journeyaudit.reports.review.rules import is_explained, rules_html
from journeyaudit.reports.tell_names import Names
from journeyaudit.rulebook.figures import measures_of
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.rulebook.pages import RulePage
from journeyaudit.rulebook.proposals import ChangeWords, cheapest_change, is_trouble, workshop_of
from journeyaudit.source import SourceText
from journeyaudit.source.record import record

_TITLE = "Who gets stuck, and who could help"


@record
class Extras:
    """What a page has besides its words. ``dead_ends`` are pictures by the number of the finding, from 1,
    ``journeys`` named pictures by the number of the journey, from 0. ``pages`` explain rules, by id.
    ``as_of`` is told where a day was asked for."""

    dead_ends: Mapping[int, Drawn] = field(default_factory=dict)
    journeys: Mapping[int, tuple[tuple[str, Drawn], ...]] = field(default_factory=dict)
    pages: Mapping[str, RulePage] = field(default_factory=dict)
    title: str = ""
    as_of: date | None = None


def review_page(outcome: Outcome, sources: Mapping[str, SourceText], extras: Extras | None = None) -> str:
    """HTML, byte for byte the same for the same input; ends with a line feed."""
    extras = extras or Extras()
    title = words(extras.title or _TITLE)
    style, script = _text("review.css"), _text("review.js")
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#content">Skip to the content</a>\n'
        f"{''.join(_body(title, outcome, sources, extras))}"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _body(title: str, outcome: Outcome, sources: Mapping[str, SourceText], extras: Extras) -> Iterator[str]:
    found = attributed(outcome)
    rules = rules_told(outcome)
    explained = frozenset(rule for rule in rules if is_explained(rule, extras.pages))
    shown = Shown(sources, extras.dead_ends, explained, _scales(outcome))
    parts = tuple(_parts(outcome, found, extras))
    yield f"<header>\n<h1>{title}</h1>\n{_subtitle(outcome, extras)}"
    yield f"{_contents(found, rules)}</header>\n"
    yield '<main id="content" tabindex="-1">\n'
    yield _unreadable(found, shown)
    yield overview_html(outcome, parts)
    yield '<section aria-labelledby="journeys">\n<h2 id="journeys">The journeys</h2>\n'
    yield filters_html(outcome)
    yield from (journey_html(part, shown) for part in parts)
    yield "</section>\n"
    yield _general(found, shown)
    yield rules_html(rules, extras.pages)
    yield "</main>\n<footer><p>Made by journeyaudit. This file loads nothing and sends nothing.</p>"
    yield "</footer>\n"


def _subtitle(outcome: Outcome, extras: Extras) -> str:
    said = f"{count(outcome.number_of_journeys, 'journey')} in {count(len(outcome.files), 'file')}"
    day = f", as of {extras.as_of.isoformat()}" if extras.as_of is not None else ""
    return f"<p>{said}{day}.</p>\n"


def _contents(found: Attributed, rules: tuple[str, ...]) -> str:
    links = [("#unreadable", "Could not be read")] if found.unreadable else []
    links += [("#summary", "Summary"), ("#filters-title", "Search"), ("#journeys", "The journeys")]
    links += [("#general", "Not about one journey")] if found.general else []
    links += [("#rules", "The rules")] if rules else []
    inside = "".join(f'<li><a href="{where}">{name}</a></li>' for where, name in links)
    return f'<nav aria-label="Contents"><ul>{inside}</ul></nav>\n'


def _unreadable(found: Attributed, shown: Shown) -> str:
    if not found.unreadable:
        return ""
    told = "".join(finding_html(each, shown) for each in found.unreadable)
    return (
        '<section class="unreadable" aria-labelledby="unreadable">\n'
        '<h2 id="unreadable">Could not be read</h2>\n'
        "<p>Part of the text could not be understood. What depends on it is missing below, and what is not "
        f"listed is not thereby fine.</p>\n{told}</section>\n"
    )


def _general(found: Attributed, shown: Shown) -> str:
    if not found.general:
        return ""
    told = "".join(finding_html(each, shown) for each in found.general)
    heading = '<h2 id="general">Not about one journey</h2>'
    return f'<section aria-labelledby="general">\n{heading}\n{told}</section>\n'


def _parts(outcome: Outcome, found: Attributed, extras: Extras) -> Iterator[Part]:
    for number, told in enumerate(outcome.journeys):
        names, proposed = Names(told.service, told.journey), _proposals(told)
        pairs = zip(told.verdicts, proposed, strict=True)
        answered = tuple(answers(verdict, names, proposal) for verdict, proposal in pairs)
        findings, pictures = found.of_journey.get(number, ()), extras.journeys.get(number, ())
        yield Part(number, told, findings, proposed, answered, pictures)


def _proposals(told: JourneyOutcome) -> tuple[ChangeWords | None, ...]:
    """Searched in the same order and with the same effort as for the findings."""
    workshop = workshop_of(told.case)
    return tuple(
        cheapest_change(told.case, workshop, verdict) if is_trouble(verdict) else None
        for verdict in told.verdicts
    )


def rules_told(outcome: Outcome) -> tuple[str, ...]:
    """All that something was found by, in the order of the report; those of accepted findings last."""
    accepted = [each.finding for each in outcome.accepted()]
    every: dict[str, None] = {}
    for finding in (*outcome.findings, *accepted):
        every.update(dict.fromkeys((finding.rule, *(evidence.rule for _, evidence in reasons(finding)))))
    return tuple(every)


def _scales(outcome: Outcome) -> Mapping[str, float]:
    measures = [each for finding in outcome.findings for each in finding.measures]
    measures += [each for verdict in outcome.verdicts() for each in measures_of(verdict)]
    return scales(measures)


@cache
def _text(name: str) -> str:
    return (files("journeyaudit.reports.review") / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"
