"""The page for people who decide: what it answers, that it is sound, and that no name can harm it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from journeyaudit.audit import Wishes, audit_text
from journeyaudit.finding import Finding, Severity
from journeyaudit.finding.story import Moment, Story
from journeyaudit.reports.drawn import Drawn
from journeyaudit.reports.review import Extras, review_page
from journeyaudit.reports.review.attribution import attributed, by_mistake
from journeyaudit.reports.review.glossary import glossary_html
from journeyaudit.reports.review.journeys import lead
from journeyaudit.reports.review.markup import image, paragraphs
from journeyaudit.reports.review.rules import markdown_html
from journeyaudit.reports.review.until import moment_words
from journeyaudit.rulebook.figures import MEASURES
from journeyaudit.rulebook.outcome import JourneyOutcome, Outcome
from journeyaudit.rulebook.pages import read_page
from journeyaudit.rulebook.proposals import ChangeWords
from journeyaudit.source import SourceText, Span
from journeyaudit.source.shipped import shipped
from journeyaudit.verdicts.verdict import Interval, Judgement, MissingFact

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "founding"
_VOID = ("meta", "img", "input", "br", "rect", "hr", "link")
HOSTILE = "x<script>alert(1)</script>\"'onload=alert(1)&amp;"


class Elements(HTMLParser):
    """All elements in order, and whether each is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, (tag, self.getpos())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def recast(told: JourneyOutcome, **changes: Any) -> JourneyOutcome:
    """The outcome of a journey about which something else was found out."""
    return replace(told, case=replace(told.case, **changes))


def audited(name: str = "order-as-is.journey", **wishes: Any) -> tuple[Outcome, Any]:
    path = SAMPLES / name
    return audit_text(path.read_text("utf-8"), str(path), Wishes(isolated=True, **wishes))


@pytest.fixture(scope="module")
def founding() -> tuple[Outcome, Any]:
    return audited()


def told(page: str) -> str:
    """The words of a page on one line."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body))
    return text.replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")


def answers_in(page: str) -> dict[str, str]:
    pairs = re.findall(r"<dt>([^<]*\?)</dt><dd>(.*?)</dd>", page, re.DOTALL)
    return {question: told(answer).replace(" .", ".").strip() for question, answer in pairs}


def test_the_founding_story_gets_its_four_answers(founding: tuple[Outcome, Any]) -> None:
    said = answers_in(review_page(*founding))
    assert said["Who gets stuck?"].startswith("Customer gets stuck. It begins with “Quantity 2 instead of 1”")
    assert said["Until when could it be fixed?"].startswith("18 h 10 min after it happens. If it happens on")
    assert "that is until Wed 04:10." in said["Until when could it be fixed?"]
    assert "only until “Trigger fulfilment” begins: it is refused" in said["Until when could it be fixed?"]
    assert said["Who could fix it?"].startswith("Nobody; Service agent hears of it and cannot.")
    assert "Tue 10:06, when it could still be undone" in said["Who could fix it?"]
    assert said["What is the cheapest change?"].startswith("Let Service agent put it right until")
    assert "Then it is guaranteed" in said["What is the cheapest change?"]


def test_the_lines_of_the_change_can_be_copied(founding: tuple[Outcome, Any]) -> None:
    assert re.search(r"<pre tabindex=\"0\"><code>  may change\n", review_page(*founding))


def test_luck_says_who_could_and_when_it_goes_wrong() -> None:
    said = answers_in(review_page(*audited("order-by-phone-only.journey")))
    assert said["Who gets stuck?"].startswith("Customer gets stuck by bad luck")
    assert said["Who could fix it?"].startswith("Service agent can, with luck.")
    assert "on Tue 10:00 it would work" in said["Who could fix it?"]


def test_what_can_be_put_right_needs_no_change() -> None:
    page = told(review_page(*audited("order-repaired.journey")))
    assert "What can be put right" in page
    assert "can, in time at every hour." in page
    assert "are left." in page


def test_what_is_not_said_is_no_verdict(founding: tuple[Outcome, Any]) -> None:
    outcome, sources = founding
    missing = (MissingFact("answers within", "Hotline", Span("a", 0, 1)),)
    open_one = replace(
        outcome.journeys[0].verdicts[0], judgement=Judgement.NOT_ASSESSABLE, missing=missing, hard=None
    )
    told_of = recast(outcome.journeys[0], verdicts=(open_one,))
    said = answers_in(review_page(replace(outcome, journeys=(told_of,)), sources))
    assert said["Who gets stuck?"].startswith("Customer may get stuck")
    assert said["Until when could it be fixed?"].startswith("The text does not say.")
    assert (
        "the text of the journey would have to say “answers within” of Hotline." in said["Who could fix it?"]
    )
    assert said["What is the cheapest change?"].startswith("First write down “answers within” of Hotline.")


def test_a_journey_is_summed_up_in_a_sentence(founding: tuple[Outcome, Any]) -> None:
    told_of = founding[0].journeys[0]
    bad = told_of.verdicts[0]
    fine, unknown = (
        replace(bad, judgement=each) for each in (Judgement.GUARANTEED, Judgement.NOT_ASSESSABLE)
    )
    said = {
        (): "No mistake is described, so nothing can be said about getting stuck.",
        (bad,): "1 mistake that cannot be put right in time by anybody who may.",
        (unknown,): "1 mistake that cannot be judged, because the text does not say enough.",
        (fine, fine): "2 mistakes that can be put right in time at every hour, by somebody who may.",
        (bad, unknown, fine): (
            "Of 3 mistakes, 1 cannot be put right in time by anybody who may, 1 cannot be judged, because the "
            "text does not say enough and 1 can be put right in time at every hour, by somebody who may."
        ),
    }
    assert {verdicts: lead(recast(told_of, verdicts=verdicts)) for verdicts in said} == said


def test_a_moment_without_bounds_is_told() -> None:
    endless = float("inf")
    assert moment_words(Interval(1090, 1090), 2040) == "until Wed 04:10"
    assert moment_words(Interval(60, 120), 2040) == "until some moment between Tue 11:00 and Tue 12:00"
    assert moment_words(Interval(60, endless), 2040) == "until Tue 11:00 at least"
    assert moment_words(Interval(-endless, 60), 2040) == "until Tue 11:00 at the latest"


def test_every_element_is_closed_and_every_id_is_one(founding: tuple[Outcome, Any]) -> None:
    elements = Elements(review_page(*founding, with_everything(founding[0])))
    assert elements.open == []
    ids = [each["id"] for _, each in elements.found if "id" in each]
    assert len(ids) == len(set(ids))
    leads = [each["href"] for each in elements.all("a")]
    assert leads
    assert {lead[1:] for lead in leads if lead and lead.startswith("#")} <= set(ids)
    labelled = [each["aria-labelledby"] for _, each in elements.found if "aria-labelledby" in each]
    assert set(labelled) <= set(ids)


def with_everything(outcome: Outcome) -> Extras:
    svg = '<svg width="10pt" height="20pt" viewBox="0 0 10 20" xmlns="http://www.w3.org/2000/svg"/>'
    drawn = Drawn(svg, "What it shows.")
    dead_ends = dict.fromkeys(range(1, len(outcome.findings) + 1), drawn)
    journeys = dict.fromkeys(range(len(outcome.journeys)), (("As a picture", drawn),))
    return Extras(dead_ends, journeys, dict(pages()), "A title", date(2027, 1, 31))


def pages() -> Iterator[tuple[str, Any]]:
    for path in sorted(Path(str(shipped("rules"))).glob("*/*.md")):
        page, _ = read_page(SourceText(str(path), path.read_text("utf-8")))
        yield page.id, page


def test_headings_leave_no_level_out(founding: tuple[Outcome, Any]) -> None:
    elements = Elements(review_page(*founding, with_everything(founding[0])))
    levels = [int(name[1]) for name, _ in elements.found if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_loads_nothing(founding: tuple[Outcome, Any]) -> None:
    page = review_page(*founding, with_everything(founding[0]))
    elements = Elements(page)
    policy = next(each["content"] for each in elements.all("meta") if "http-equiv" in each)
    assert policy is not None
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in policy
    assert all((each["src"] or "").startswith("data:image/svg+xml,") for each in elements.all("img"))
    assert not elements.all("link") + elements.all("iframe") + elements.all("object")
    assert all("src" not in each for each in elements.all("script"))
    assert "style" not in {name for _, each in elements.found for name in each}


def test_the_same_input_gives_the_same_bytes(founding: tuple[Outcome, Any]) -> None:
    extras = with_everything(founding[0])
    assert review_page(*founding, extras) == review_page(*audited(), extras)


def test_a_day_is_told_only_if_it_was_asked_for(founding: tuple[Outcome, Any]) -> None:
    assert "as of 2027-01-31" in review_page(*founding, Extras(as_of=date(2027, 1, 31)))
    assert "as of" not in told(review_page(*founding))


def hostile(outcome: Outcome) -> Outcome:
    """The same with a name that would break a page in every place for words."""
    found = outcome.journeys[0]
    mistake = replace(found.verdicts[0].mistake, name=HOSTILE, harm=HOSTILE, noticed_how=HOSTILE)
    verdict = replace(found.verdicts[0], mistake=mistake)
    journey = replace(found.journey, name=HOSTILE, goal=HOSTILE, language=HOSTILE, mistakes=(mistake,))
    evidence = Finding(HOSTILE, Severity.WARNING, HOSTILE, outcome.findings[0].span)
    finding = replace(
        outcome.findings[0],
        rule=HOSTILE,
        title=HOSTILE,
        journey=HOSTILE,
        subject=HOSTILE,
        span=Span(HOSTILE, 0, 1),
        story=Story((Moment(0, HOSTILE), Moment(None, HOSTILE, aside=True)), HOSTILE),
        help=f"{HOSTILE}\n  {HOSTILE}\n`{HOSTILE}`",
        notes=(HOSTILE,),
        assumptions=(HOSTILE,),
        missing=(HOSTILE,),
        label=HOSTILE,
        evidence=(evidence,),
    )
    told = recast(found, journey=journey, verdicts=(verdict,))
    return replace(outcome, journeys=(told,), findings=(finding,), files=(HOSTILE,))


def test_hostile_names_stay_words(founding: tuple[Outcome, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "journeyaudit.reports.review.page.cheapest_change",
        lambda *_: ChangeWords((HOSTILE,), HOSTILE, (f"  {HOSTILE}",)),
    )
    outcome = hostile(founding[0])
    extras = replace(with_everything(founding[0]), title=HOSTILE, dead_ends={1: Drawn("<svg/>", HOSTILE)})
    elements = Elements(review_page(outcome, founding[1], extras))
    assert elements.open == []
    assert len(elements.all("script")) == 1
    names = {name for _, each in elements.found for name in each}
    assert not {name for name in names if name.startswith("on")}
    assert names <= KNOWN


KNOWN = {
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "tabindex", "aria-label",
    "aria-labelledby", "aria-hidden", "viewbox", "preserveaspectratio", "width", "height", "x", "scope", "role",
    "data-severity", "data-journey", "data-rules", "data-column", "hidden", "type", "value", "checked", "autocomplete",
    "loading",
    "alt", "src", "rel", "for",
}  # fmt: skip


def test_a_picture_can_neither_leave_its_attribute_nor_be_cut_short() -> None:
    svg = "<svg viewBox=\"0 0 5 6\" class='a'><text>50% #1 &amp; 'x'\n\"</text></svg>"
    [picture] = Elements(image(svg, HOSTILE)).all("img")
    address = picture["src"] or ""
    assert picture["alt"] == HOSTILE
    assert (picture["width"], picture["height"]) == ("5", "6")
    assert not set("#\n'") & set(address)
    assert unquote(address.removeprefix("data:image/svg+xml,")) == svg


def test_lines_of_a_journey_keep_their_blanks() -> None:
    assert list(paragraphs("say `by`:\n  by: A\n    on: B\nthen:")) == [
        "<p>say <code>by</code>:</p>",
        '<pre tabindex="0"><code>  by: A\n    on: B</code></pre>\n',
        "<p>then:</p>",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<b onclick=x>hi</b>", "&lt;b onclick=x&gt;hi&lt;/b&gt;"),
        ("[go](javascript:alert(1))", "[go](javascript:alert(1))"),
        ("[page](../kafka/dead-end.md)", "page"),
        ("[law](https://example.org)", '<a href="https://example.org" rel="noreferrer">law</a>'),
    ],
)
def test_pages_of_rules_bring_no_markup_and_no_dead_links(text: str, wanted: str) -> None:
    assert markdown_html(text) == f"<p>{wanted}</p>\n"


def test_pages_of_rules_bring_no_pictures() -> None:
    assert "<img" not in markdown_html("![spy](https://example.org/x.png)")


def test_a_rule_is_led_to_and_explained_once(founding: tuple[Outcome, Any]) -> None:
    page = review_page(*founding, Extras(pages=dict(pages())))
    assert 'href="#rule-no-human-correction"' in page
    assert page.count('id="rule-no-human-correction"') == 1
    assert 'id="rule-silo' not in page
    assert 'href="#rule-' not in review_page(*founding)


def test_broken_input_stands_first_and_is_not_called_fine() -> None:
    outcome, sources = audit_text("journey A\n  stepp B\n", "a.journey", Wishes(isolated=True))
    page = review_page(outcome, sources)
    assert page.index("Could not be read") < page.index("Summary</h2>")
    assert "what is not listed is not thereby fine" in told(page)


def test_findings_of_two_versions_with_one_name_stay_apart() -> None:
    first, second = audited(), audited("order-by-phone-only.journey")
    both = replace(
        first[0],
        journeys=(*first[0].journeys, *second[0].journeys),
        findings=(*first[0].findings, *second[0].findings),
    )
    assert both.journeys[0].journey.name == both.journeys[1].journey.name
    found = attributed(both)
    for number in (0, 1):
        files = {finding.span.file for _, finding in found.of_journey[number]}
        assert files == {both.journeys[number].journey.span.file}


def test_every_finding_stands_on_the_page_once(founding: tuple[Outcome, Any]) -> None:
    page = review_page(*founding)
    found = founding[0].findings
    assert found
    assert [page.count(f'id="finding-{number}"') for number in range(1, len(found) + 1)] == [1] * len(found)


def test_a_finding_belongs_to_the_mistake_in_whose_block_it_stands(founding: tuple[Outcome, Any]) -> None:
    outcome = founding[0]
    twice = recast(outcome.journeys[0], verdicts=outcome.journeys[0].verdicts * 2)
    other = replace(twice.verdicts[0].mistake, span=Span("elsewhere", 0, 9))
    twice = recast(twice, verdicts=(replace(twice.verdicts[0], mistake=other), twice.verdicts[1]))
    worst = by_mistake(twice, ((1, outcome.findings[0]),))
    assert list(worst) == [1]


def test_every_verdict_and_every_measure_is_explained() -> None:
    said = glossary_html()
    assert all(f"{each}</span></dt>" in said for each in Judgement)
    assert all(f"<dt>{name}</dt>" in said for name in MEASURES)
