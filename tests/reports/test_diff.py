from __future__ import annotations

import json
from html.parser import HTMLParser

from journeyaudit.audit import Wishes
from journeyaudit.comparison import Comparison, compare
from journeyaudit.reports.diff_gains import gains_words
from journeyaudit.reports.diff_html import diff_html
from journeyaudit.reports.diff_json import diff_json
from journeyaudit.reports.diff_markdown import diff_markdown
from journeyaudit.reports.diff_summary import summary
from journeyaudit.reports.diff_text import diff_text
from journeyaudit.reports.drawn import Drawn
from journeyaudit.reports.style import COLOURED
from tests.comparison.sides import ORDER, side

WORSE = ORDER.replace("    takes: 6 min", "    takes: 9 min").replace(
    "    takes: 2 hours", "    takes: 1 hour"
)
ODD = ORDER.replace("We are here for you.", "<b>We</b> *are* @here & `now` | \x1b[31mred")


_EVIL = (
    "a | `b` <img src=x> </details> @kim #1 **x** [l](http://shop.example) ~~s~~ \u202eرجل 😀 'q' $x$",
    "- # Order </h2>",
)


def comparison(before: str = ORDER, after: str = WORSE) -> Comparison:
    return compare(side(before), side(after))


def test_the_text_fits_into_its_width() -> None:
    for width in (60, 100):
        assert max(map(len, diff_text(comparison(), width=width).splitlines())) <= width


def test_effort_that_is_shifted_to_the_customer_is_warned_about() -> None:
    told = comparison()
    (journey,) = told.journeys
    assert journey.who_gains is not None
    assert gains_words(journey.who_gains) == (
        "The organisation gains by the customer's effort, as far as the texts say. "
        "Its effort fell by making the customer's rise."
    )
    text = diff_text(told)
    assert "  warning: The organisation gains by the customer's effort" in text
    assert "    more: the customer's time: 9 min now, 6 min before\n" in text
    assert "    less: the organisation's work: 1 h now, 2 h before\n" in text


def test_colours_change_nothing_but_colours() -> None:
    coloured = diff_text(comparison(), style=COLOURED)
    plain = diff_text(comparison())
    assert "\x1b[" in coloured
    for code in {*COLOURED.codes.values(), "\x1b[0m"}:
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_what_users_wrote_cannot_break_out_of_a_format() -> None:
    told = comparison(ORDER, ODD)
    assert "\x1b" not in diff_text(told)
    assert "\x1b" not in diff_markdown(told)
    page = diff_html(told)
    assert "<b>We" not in page and "&lt;b&gt;We&lt;/b&gt;" in page and "\x1b" not in page
    assert "<b>We" not in diff_markdown(told) and "@here" not in diff_markdown(told)


def test_the_markdown_says_how_much_did_not_fit() -> None:
    whole = diff_markdown(comparison())
    short = diff_markdown(comparison(), limit=400)
    assert len(short) <= 400 < len(whole)
    assert "more parts did not fit" in short and "did not fit" not in whole


def test_the_page_stands_alone_and_every_tag_is_closed() -> None:
    open_tags: list[str] = []

    class Checked(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            links = [value or "" for name, value in attrs if name in ("src", "href")]
            assert all(link.startswith("data:") for link in links)
            if tag not in ("meta", "img"):
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    page = diff_html(comparison(), {0: Drawn("<svg></svg>", 'a "drawn" <order>')})
    Checked().feed(page)
    assert open_tags == []
    assert 'alt="a &quot;drawn&quot; &lt;order&gt;"' in page


def test_the_document_for_machines_is_the_same_every_time_and_has_a_version() -> None:
    sources = ({}, {})
    first, second = (diff_json(comparison(), sources) for _ in range(2))
    assert first == second
    document = json.loads(first)
    assert document["version"] == 1
    assert sorted(document) == [
        "after",
        "before",
        "findings",
        "journeys",
        "people",
        "summary",
        "tool",
        "version",
    ]
    (journey,) = document["journeys"]
    assert journey["who_gains"]["warning"] is True
    assert {each["fact"] for each in journey["changes"]} == {"takes"}


def test_names_mean_themselves_in_every_format() -> None:
    named = ORDER.replace("step Pack\n", f'step "{_EVIL[0]}"\n').replace(
        "journey Order", f'journey "{_EVIL[1]}"'
    )
    told = comparison(ORDER, named)
    page, note = diff_html(told), diff_markdown(told)
    assert "<img" not in page and "&lt;img src=x&gt;" in page
    assert "<img" not in note and "&lt;/details&gt;" in note and "@kim" not in note and "#1" not in note
    assert note.count("<details>") == note.count("</details>")
    assert "a \\|" in note and r"\*\*x\*\*" in note and r"\[l\]" in note and r"\~\~s" in note
    assert "\u202e" not in page + note + diff_text(told)
    assert json.loads(diff_json(told, ({}, {})))["journeys"][0]["name"] == _EVIL[1]


def test_what_is_to_be_written_looks_like_it_on_the_page() -> None:
    silent = ORDER.replace("    takes: 6 min\n", "")
    assert "<code>takes</code> of “Place order” (after)" in diff_html(comparison(ORDER, silent))


def test_the_picture_stands_behind_the_answers_and_before_the_changes() -> None:
    page = diff_html(comparison(), {0: Drawn("<svg></svg>", "drawn")})
    places = [
        page.index(words) for words in (">Verdicts<", ">Who gains<", "<img", ">What it takes and costs")
    ]
    assert places == sorted(places)


def test_the_page_explains_its_words() -> None:
    assert "<dt>Kafka zone</dt>" in diff_html(comparison())


def test_findings_that_stay_are_folded_up() -> None:
    told = comparison()
    assert "<details>\n<summary>Findings still there (" in diff_html(told)
    assert "<details>\n<summary>Findings still there (" in diff_markdown(told)


def test_what_cannot_be_compared_is_said_in_one_line() -> None:
    silent = ORDER.replace("        takes: 5 min\n", "")
    text = diff_text(comparison(ORDER.replace("takes: 5 min", "takes: 7 min"), silent))
    assert "cannot be compared: the organisation's work (not said now, 7 min before)" in text
    dear = (
        ORDER.replace("        takes: 5 min", "        takes: 5 min\n        costs customer: 46000 EUR"),
        ORDER.replace("        takes: 5 min", "        takes: 5 min\n        costs customer: 2.50 EUR"),
    )
    assert "less: the customer's money: 2.50 EUR now, 46000 EUR before" in diff_text(comparison(*dear))


def test_the_summary_begins_with_what_got_worse_and_tells_another_profile() -> None:
    assert "got worse" not in summary(comparison())
    better = ORDER.replace("  may see\n", "  may see, change\n").replace(
        "accepted until: Trigger fulfilment", "accepted until: Ship"
    )
    # the error says no more than the verdict, and counts all the same
    said = summary(comparison(better, ORDER))
    assert said.startswith("got worse: 1 verdict and 1 new error | verdicts: 1 worse")
    strict = side(ORDER, wishes=Wishes(isolated=True, profile="strict"))
    assert "| profile asked for: strict, before service |" in summary(compare(side(ORDER), strict))


def test_the_summary_of_no_change_is_two_words() -> None:
    assert summary(comparison(ORDER, ORDER)) == "nothing changed"
