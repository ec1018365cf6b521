"""A finding -> a part of the page that opens: place, picture, story, figures, reasons and help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite

from journeyaudit.finding import Finding, Measure, Story
from journeyaudit.finding.words import clock_from
from journeyaudit.reports.drawn import Drawn
from journeyaudit.reports.explanation import elsewhere, reasons, the_way_there, title_of
from journeyaudit.reports.review.attribution import Numbered
from journeyaudit.reports.review.bars import bar
from journeyaudit.reports.review.markup import (
    element,
    image,
    listing,
    paragraphs,
    rule_anchor,
    with_code,
    words,
)
from journeyaudit.reports.style import severity_word
from journeyaudit.source import SourceText
from journeyaudit.source.record import record


@record
class Shown:
    """What all findings of a page are shown with. ``pictures`` by the number of the finding; ``explained``
    are the rules that have a section on the page; ``scales`` the longest of each measure."""

    sources: Mapping[str, SourceText]
    pictures: Mapping[int, Drawn]
    explained: frozenset[str]
    scales: Mapping[str, float]


def finding_html(numbered: Numbered, shown: Shown, journey: int | None = None, known_help: str = "") -> str:
    """``journey`` is the number of its journey. A help that is ``known_help`` stands above already."""
    number, finding = numbered
    word = severity_word(finding.severity)
    at = "" if journey is None else str(journey)
    head = f'<span class="severity {word}">{word}</span> {with_code(title_of(finding))}'
    return (
        f'<details class="finding" id="finding-{number}" data-severity="{word}" data-journey="{at}" '
        f'data-rules="{words(" ".join(_rules(finding)))}">\n<summary>{head}</summary>\n'
        f"{''.join(_inside(number, finding, shown, known_help))}</details>\n"
    )


def rule_link(rule: str, shown: Shown) -> str:
    """The name of a rule, leading to its section if it has one."""
    name = element("code", words(rule))
    return f'<a href="#{rule_anchor(rule)}">{name}</a>' if rule in shown.explained else name


def _rules(finding: Finding) -> tuple[str, ...]:
    return tuple(dict.fromkeys((finding.rule, *(evidence.rule for _, evidence in reasons(finding)))))


def _inside(number: int, finding: Finding, shown: Shown, known_help: str) -> Iterator[str]:
    yield f'<p class="place">Rule {rule_link(finding.rule, shown)}{_place(finding, shown)}</p>\n'
    if number in shown.pictures:
        yield picture(shown.pictures[number], f"The dead end: {finding.title}")
    if finding.story is not None and finding.story.moments:
        yield _headed("What happens", story_html(finding.story))
    way = the_way_there(finding).text
    if way:
        yield _headed("The way there", f"<p>{words(way)}</p>")
    if finding.measures:
        yield _headed("Measures", measures_html(finding.measures, shown.scales))
    if finding.missing:
        yield _headed("What is not said", listing(map(with_code, finding.missing)))
    yield _headed("Why", listing(_because(finding, shown), "reasons"))
    yield _headed("In the text", listing(map(with_code, elsewhere(finding, shown.sources))))
    yield _headed("Assumed", listing(map(with_code, finding.assumptions)))
    yield _headed("Notes", listing(map(with_code, finding.notes)))
    if finding.help and finding.help == known_help:
        yield _headed("What helps", "<p>See “What is the cheapest change?” above.</p>")
    elif finding.help:
        yield _headed("What helps", "".join(paragraphs(finding.help)))


def _place(finding: Finding, shown: Shown) -> str:
    if not finding.span:
        return ""
    source = shown.sources.get(finding.span.file)
    line = f", line {source.line_of(finding.span.start)}" if source is not None else ""
    return f" · {words(finding.span.file)}{line}"


def _headed(heading: str, inside: str) -> str:
    return f'<p class="label">{heading}</p>\n{inside}\n' if inside else ""


def _because(finding: Finding, shown: Shown) -> Iterator[str]:
    for depth, evidence in reasons(finding):
        deeper = "because " if depth else ""
        yield f"{deeper}{with_code(evidence.title)} ({rule_link(evidence.rule, shown)})"


def story_html(story: Story) -> str:
    """The moments as a list, each with its time; what happens behind the customer's back is marked."""
    timed = (moment.minute for moment in story.moments if moment.minute is not None)
    first = next(timed, 0)
    items = []
    for moment in story.moments:
        when = "" if moment.minute is None else clock_from(moment.minute, first)
        aside = '<span class="meanwhile">meanwhile</span> ' if moment.aside else ""
        stamp = f'<span class="when">{words(when)}</span> '
        kind = ' class="aside"' if moment.aside else ""
        items.append(f"<li{kind}>{stamp}<span>{aside}{words(moment.text)}</span></li>")
    moral = f'<p class="moral">{words(story.moral)}</p>' if story.moral else ""
    return f'<ol class="story">{"".join(items)}</ol>{moral}'


def measures_html(measures: tuple[Measure, ...], scales: Mapping[str, float]) -> str:
    """A row for each; the bar is as long as it is beside the worst of this page."""
    rows = []
    for each in measures:
        finite = each.value is not None and isfinite(each.value)
        plot = bar(each.value or 0, scales.get(each.name, 0)) if finite else ""
        name, text = words(each.name), words(each.text)
        rows.append(f'<tr><th scope="row">{name}</th><td>{text}</td><td class="plot">{plot}</td></tr>')
    head = '<thead><tr><th scope="col">Measure</th><th scope="col">Here, at any hour of the week</th>'
    head += '<th scope="col">Beside the largest on this page</th></tr></thead>'
    return f'<table class="measures">{head}<tbody>{"".join(rows)}</tbody></table>'


def picture(drawn: Drawn, name: str) -> str:
    """A picture that can be moved and enlarged where scripts run; what it shows stands below in words."""
    told = (
        f'<details class="told"><summary>The picture in words</summary><p>{words(drawn.told)}</p></details>'
    )
    return (
        f'<figure class="picture"><div class="view" tabindex="0" role="group" aria-label="{words(name)}">'
        f"{image(drawn.svg, name)}</div>{told}</figure>\n"
    )
