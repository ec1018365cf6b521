from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from hypothesis import given
from markdown_it import MarkdownIt

from journeyaudit.finding import Finding, Severity
from journeyaudit.reports.markdown import COMMENT_LIMIT, markdown_report
from journeyaudit.rulebook.outcome import Outcome
from tests.reports import finished, made
from tests.reports.any_finding import any_finding

READER = MarkdownIt("commonmark").enable("table")


def report(outcome: Outcome, **wishes: int) -> str:
    return markdown_report(outcome, finished.SOURCES, **wishes)


def words(markdown: str) -> str:
    """What a reader sees of it."""
    html = re.sub(r"<!--.*?-->", "", READER.render(markdown), flags=re.DOTALL)
    return unescape(re.sub(r"</?[a-z][^>]*>", "", html))


def test_a_comment_looks_like_this() -> None:
    made.same_as_golden("formats/comment.md", report(finished.FULL))


def test_a_run_without_findings_is_only_summed_up() -> None:
    assert report(finished.CLEAN).count("\n") <= 3
    assert "details" not in report(finished.NOTHING)


def test_two_findings_need_no_table_and_three_have_one() -> None:
    two, three = ((made.headline(),) * number for number in (2, 3))
    assert "|---|" not in report(finished.run(*two))
    assert report(finished.run(*three)).count("\n| error |") == 3


def test_each_finding_is_folded_up_with_its_place_story_reasons_and_help() -> None:
    said = words(report(finished.run(made.headline())))
    for part in (
        "12 |     mistake Quantity 2 instead of 1",
        "from here on changes are refused",
        "Tue 10:00  Customer: Place order.",
        "Kafka zone 18 h 10 min",
        "because: Service agent may change nothing",
        "because: nobody gave them the right",
        "assumed: Shop system works round the clock",
        "help: let Service agent change the quantity",
    ):
        assert part in said


def test_lines_to_copy_stay_as_they_are() -> None:
    assert "below `step`:\n    takes: 5 min\n" in report(finished.run(finished.WIDE))


def test_names_mean_themselves_and_call_nobody() -> None:
    text = report(finished.FULL)
    assert finished.WIDE.title.replace("`", "") in words(text)
    prose = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"[@#]\w", prose)
    assert "<b> " not in prose


def test_what_exceptions_accept_is_listed_with_reason_owner_and_day() -> None:
    said = words(report(finished.FULL))
    assert "reason: the board decided so, für | jetzt - owner: Head of service - until 2027-06-30" in said
    assert "reason: no reason is given" in said


def test_a_comment_keeps_to_the_limit_and_to_the_worst_findings_and_says_what_is_missing() -> None:
    mild = [replace(finished.WIDE, title=f"mild {number}") for number in range(400)]
    outcome = finished.run(*mild, made.headline(title="the bad one"), accepted=(finished.ACCEPTED,) * 300)
    text = report(outcome)
    assert COMMENT_LIMIT * 0.9 < len(text) <= COMMENT_LIMIT
    assert text.count("the bad one") == 2, "in the table and below"
    assert "did not fit into the findings below" in text
    missing = re.search(r"(\d+) accepted findings did not fit", text)
    assert missing is not None
    assert 0 < int(missing[1]) <= 300


def test_a_table_that_does_not_fit_says_so_too() -> None:
    mild = [replace(finished.WIDE, title=f"mild {number}", severity=Severity.INFO) for number in range(30)]
    text = report(finished.run(*mild, made.headline(title="the bad one")), limit=2_500)
    shown = len(re.findall(r"^\| info", text, re.MULTILINE))
    assert 0 < shown < 30
    assert "| the bad one |" in text
    assert f"{30 - shown} findings did not fit into the table" in text


@given(any_finding())
def test_any_finding_keeps_its_fold_and_its_title(finding: Finding) -> None:
    text = report(finished.run(finding))
    html = READER.render(text)
    assert html.count("<details>") == html.count("</details>") == 1
    assert html.rstrip().endswith("</details>")
