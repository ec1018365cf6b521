"""A comparison of many journeys, as it is told."""

from __future__ import annotations

from journeyaudit.comparison import Comparison, compare
from journeyaudit.comparison.findings import Fate
from journeyaudit.reports.diff_lines import sections
from journeyaudit.reports.diff_markdown import diff_markdown
from journeyaudit.reports.diff_text import diff_text
from tests.comparison.sides import ORDER, side

BETTER = ORDER.replace("  may see\n", "  may see, change\n").replace(
    "accepted until: Trigger fulfilment", "accepted until: Ship"
)
PEOPLE, _, JOURNEY = ORDER.partition("\njourney Order\n")
_, _, MENDED = BETTER.partition("\njourney Order\n")
# the same people on both sides, so that only the journeys differ
RIGHTS = PEOPLE.replace("  may see\n", "  may see, change\n")


def many(*bodies: str) -> str:
    return RIGHTS + "".join(f"\njourney Order {number}\n{body}" for number, body in enumerate(bodies))


def comparison(before: tuple[str, ...], after: tuple[str, ...]) -> Comparison:
    return compare(side(many(*before)), side(many(*after)))


def headings(told: Comparison) -> list[str]:
    return [section.heading for section in sections(told) if section.level == 1]


def test_what_got_worse_in_any_journey_comes_first_and_once() -> None:
    told = comparison((MENDED, MENDED, JOURNEY), (MENDED, JOURNEY, JOURNEY))
    assert headings(told) == ["What got worse", "Order 1"]
    (first, *_) = sections(told)
    assert [line.text for line in first.lines] == [
        "in “Order 1”: “Wrong number”: impossible now, guaranteed before"
    ]


def test_a_new_error_that_is_about_no_worse_verdict_stands_beside_them() -> None:
    told = comparison((MENDED,), (MENDED, JOURNEY))
    (first, *_) = sections(told)
    assert first.heading == "What got worse"
    (line,) = first.lines
    assert line.text.startswith("error[no-human-correction]") and line.text.endswith("(in order.journey)")


def test_each_journey_has_its_own_findings() -> None:
    told = comparison((JOURNEY, JOURNEY), (MENDED, MENDED))
    assert headings(told) == ["Order 0", "Order 1"]
    text = diff_text(told)
    assert text.count("error[no-human-correction]") == 2
    assert text.index("error[no-human-correction]") < text.index("Order 1\n====")


def test_journeys_in_which_nothing_changed_are_not_told() -> None:
    told = comparison((JOURNEY, MENDED), (JOURNEY, MENDED))
    assert headings(told) == []
    assert diff_text(told) == "order.journey -> order.journey\n\nnothing changed\n"


def test_where_room_is_short_verdicts_stay_and_changes_go() -> None:
    told = comparison((MENDED,) * 8, (JOURNEY,) * 8)
    whole = diff_markdown(told)
    short = diff_markdown(told, limit=len(whole) * 2 // 3)
    assert len(short) <= len(whole) * 2 // 3
    for number in range(8):
        assert f"\n#### Order {number}\n\n##### Verdicts\n" in short
    assert short.count("impossible now, guaranteed before") == whole.count(
        "impossible now, guaranteed before"
    )
    assert short.count("##### New findings") == 8
    assert 0 < short.count("##### What changed") < 8
    assert " more parts did not fit" in short


def test_what_is_left_out_is_not_mended() -> None:
    told = comparison((JOURNEY, JOURNEY), (JOURNEY,))
    assert {each.finding.journey for each in told.findings if each.fate is Fate.GONE} == {"Order 1"}
    assert not any(each.fate is Fate.FIXED for each in told.findings)
    assert "Findings about what is no longer described" in diff_text(told)


def test_a_finding_about_a_mistake_that_is_left_out_is_not_fixed() -> None:
    start, end = JOURNEY.index("    mistake Wrong number"), JOURNEY.index("  step Trigger fulfilment")
    told = comparison((JOURNEY,), (JOURNEY[:start] + JOURNEY[end:],))
    fates = {each.finding.subject: each.fate for each in told.findings if each.finding.severity == "error"}
    assert fates == {"Wrong number": Fate.GONE}
