"""One journey with what was found in it -> its part of the page: four answers for every mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from journeyaudit.finding.words import count, listed
from journeyaudit.reports.drawn import Drawn
from journeyaudit.reports.review.answers import QUESTIONS, Answer, Answers
from journeyaudit.reports.review.attribution import Numbered, by_mistake
from journeyaudit.reports.review.bars import WORST_FIRST, badge
from journeyaudit.reports.review.findings import Shown, finding_html, measures_html, picture, rule_link
from journeyaudit.reports.review.markup import listing, paragraphs, with_code, words
from journeyaudit.rulebook.figures import measures_of
from journeyaudit.rulebook.outcome import Accepted, JourneyOutcome
from journeyaudit.rulebook.proposals import ChangeWords
from journeyaudit.source.record import record
from journeyaudit.verdicts.verdict import Judgement, Verdict


@record
class Part:
    """One journey on the page. ``number`` counts from 0; ``proposed`` are the cheapest changes, one for each
    verdict, None where none was searched; ``pictures`` are shown below their names."""

    number: int
    told: JourneyOutcome
    findings: tuple[Numbered, ...]
    proposed: tuple[ChangeWords | None, ...]
    answered: tuple[Answers, ...]
    pictures: tuple[tuple[str, Drawn], ...] = field(default=())


def journey_html(part: Part, shown: Shown) -> str:
    """An article; its heading has the id ``journey-<number>``."""
    return (
        f'<article class="journey" data-journey="{part.number}" aria-labelledby="journey-{part.number}">\n'
        f"{''.join(_inside(part, shown))}</article>\n"
    )


_CAME_OUT = {
    Judgement.IMPOSSIBLE: "cannot be put right in time by anybody who may",
    Judgement.LUCK: "can be put right only with luck",
    Judgement.NOT_ASSESSABLE: "cannot be judged, because the text does not say enough",
    Judgement.GUARANTEED: "can be put right in time at every hour, by somebody who may",
}


def lead(told: JourneyOutcome) -> str:
    """What came of the mistakes of a journey, in one sentence."""
    judged = [verdict.judgement for verdict in told.verdicts]
    if not judged:
        return "No mistake is described, so nothing can be said about getting stuck."
    if len(set(judged)) == 1:
        return f"{count(len(judged), 'mistake')} that {_CAME_OUT[judged[0]]}."
    said = [f"{judged.count(each)} {_CAME_OUT[each]}" for each in WORST_FIRST if each in judged]
    return f"Of {count(len(judged), 'mistake')}, {listed(said)}."


def _inside(part: Part, shown: Shown) -> Iterator[str]:
    journey = part.told.journey
    status = f' <span class="status">{words(journey.status)}</span>' if journey.status else ""
    name = f'<span lang="{words(journey.language or "en")}">{words(journey.name)}</span>'
    yield f'<h3 id="journey-{part.number}" tabindex="-1">{name}{status}</h3>\n'
    goal = f" What is wanted: {words(journey.goal)}." if journey.goal else ""
    yield f'<p class="place">{words(journey.span.file)}</p>\n<p>{words(lead(part.told))}{goal}</p>\n'
    found = by_mistake(part.told, part.findings)
    for number, verdict in enumerate(part.told.verdicts):
        if verdict.judgement is not Judgement.GUARANTEED or number in found:
            yield _mistake(part, number, verdict, found.get(number, ()), shown)
    yield _good_ones(part, found)
    if found.get(-1):
        others = "".join(finding_html(each, shown, part.number) for each in found[-1])
        yield f'<section class="others">\n<h4>What else was found</h4>\n{others}</section>\n'
    if part.told.accepted:
        yield f"<h4>Accepted</h4>\n{listing(_accepted(each, shown) for each in part.told.accepted)}\n"
    for heading, drawn in part.pictures:
        title = f"{heading}: {journey.name}"
        yield f'<details class="drawn"><summary>{words(heading)}</summary>{picture(drawn, title)}</details>\n'


def _mistake(part: Part, number: int, verdict: Verdict, findings: Sequence[Numbered], shown: Shown) -> str:
    change, told = part.proposed[number], part.answered[number]
    hint = "" if change is None else change.as_hint()
    own = measures_of(verdict)
    counted = any(finding.measures == own for _, finding in findings)
    measures = "" if counted or not own else measures_html(own, shown.scales)
    anchor = f"mistake-{part.number}-{number}"
    return (
        f'<section class="mistake" aria-labelledby="{anchor}">\n<h4 id="{anchor}">{badge(verdict.judgement)} '
        f"{words(verdict.mistake.name)}</h4>\n{_answered(told)}{measures}"
        + "".join(finding_html(each, shown, part.number, hint) for each in findings)
        + "</section>\n"
    )


def _answered(told: Answers) -> str:
    lines = "".join(paragraphs(told.lines))
    opened = f'<details class="lines"><summary>The lines to write</summary>{lines}</details>' if lines else ""
    ways = listing(map(words, told.ways), "ways")
    tried = (
        f'<details class="lines"><summary>What can be tried today</summary>{ways}</details>' if ways else ""
    )
    said = (_said(told.stuck), _said(told.until), _said(told.who) + tried, _said(told.change) + opened)
    pairs = "".join(
        f"<div><dt>{question}</dt><dd>{answer}</dd></div>\n"
        for question, answer in zip(QUESTIONS, said, strict=True)
    )
    return f'<dl class="answers">\n{pairs}</dl>\n'


def _said(answer: Answer) -> str:
    return f"<b>{with_code(answer.short)}</b> {with_code(answer.more)}"


def _good_ones(part: Part, found: Mapping[int, object]) -> str:
    """Mistakes that can be put right, and of which nothing else is to be said, in a line each."""
    lines = [
        f"{badge(verdict.judgement)} <b>{words(verdict.mistake.name)}</b>. {_in_short(part.answered[number])}"
        for number, verdict in enumerate(part.told.verdicts)
        if verdict.judgement is Judgement.GUARANTEED and number not in found
    ]
    return f"<h4>What can be put right</h4>\n{listing(lines, 'good')}\n" if lines else ""


def _in_short(told: Answers) -> str:
    until = f"{told.until.short[:1].lower()}{told.until.short[1:]}"
    return words(f"{told.who.short} The last moment: {until} {told.change.more}")


def _accepted(each: Accepted, shown: Shown) -> str:
    exception = each.exception
    because = f" Reason: {words(exception.reason)}." if exception.reason else ""
    owner = f" Accepted by {words(exception.owner)}." if exception.owner else ""
    end = f" Until {exception.expires.isoformat()}." if exception.expires else ""
    return f"{with_code(each.finding.title)} ({rule_link(each.finding.rule, shown)}).{because}{owner}{end}"
