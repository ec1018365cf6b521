"""One headline for each trouble; what explains it hangs below it."""

from __future__ import annotations

from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook.headlines import Headline, Said, headlines, worst_first
from journeyaudit.rulebook.language.report import Found
from journeyaudit.source import Span

WARNING, ERROR, INFO = Severity.WARNING, Severity.ERROR, Severity.INFO


def said(
    rule: str,
    *explains: str,
    mistake: int | None = None,
    node: int | None = None,
    severity: Severity = WARNING,
    profile: str = "service",
    start: int = 0,
) -> Said:
    kind = "mistake" if mistake is not None else "step" if node is not None else "journey"
    finding = Finding(rule, severity, "something", Span("x.journey", start, start + 1), journey="Order")
    return Said(Found(finding, kind, node, mistake), profile, explains)


def shape(found: list[Headline]) -> list[tuple[str, list[str]]]:
    return [(each.said.rule, [one.rule for one in each.evidence]) for each in found]


def test_what_explains_a_headline_becomes_its_evidence() -> None:
    found = headlines(
        [said("rank", "top", mistake=1), said("top", mistake=1), said("zone", "top", mistake=1)]
    )
    assert shape(found) == [("top", ["rank", "zone"])]


def test_evidence_without_its_headline_stands_alone() -> None:
    assert shape(headlines([said("zone", "top", mistake=1)])) == [("zone", [])]


def test_evidence_stays_with_its_own_mistake() -> None:
    found = headlines([said("top", mistake=1), said("zone", "top", mistake=2)])
    assert shape(found) == [("top", []), ("zone", [])]


def test_what_speaks_of_no_mistake_explains_what_stands_at_its_place_or_else_the_first() -> None:
    tops = [said("top", node=1), said("top", node=2)]
    assert shape(headlines([*tops, said("why", "top", node=2)])) == [("top", []), ("top", ["why"])]
    assert shape(headlines([*tops, said("why", "top", node=7)])) == [("top", ["why"]), ("top", [])]
    assert shape(headlines([*tops, said("why", "top")])) == [("top", ["why"]), ("top", [])]


def test_the_first_rule_that_is_explained_counts() -> None:
    found = headlines([said("second"), said("first"), said("why", "first", "second")])
    assert shape(found) == [("second", []), ("first", ["why"])]


def test_what_explains_evidence_goes_below_the_same_headline() -> None:
    found = headlines([said("top"), said("middle", "top"), said("deep", "middle")])
    assert shape(found) == [("top", ["middle", "deep"])]


def test_findings_that_explain_each_other_do_not_vanish() -> None:
    found = headlines([said("one", "other"), said("other", "one"), said("why", "other")])
    assert shape(found) == [("one", ["other", "why"])]


def test_the_weightiest_evidence_comes_first() -> None:
    late, early = said("late", "top"), said("early", "top", profile="kafka")
    found = headlines([said("top"), late, early, said("bad", "top", severity=ERROR)])
    assert shape(found) == [("top", ["bad", "early", "late"])]


def test_a_headline_is_as_bad_as_the_worst_of_its_evidence() -> None:
    (found,) = headlines([said("top"), said("why", "top", severity=ERROR)])
    assert found.finding().severity is ERROR
    assert [each.severity for each in found.finding().evidence] == [ERROR]


def test_the_worst_comes_first_then_the_earlier_profile_then_what_stands_first() -> None:
    found = worst_first(
        headlines(
            [
                said("remark", severity=INFO, profile="start"),
                said("late", start=9),
                said("early", start=2),
                said("core", profile="kafka", start=20),
                said("bad", severity=ERROR, profile="strict", start=30),
            ]
        )
    )
    assert [each.said.rule for each in found] == ["bad", "core", "early", "late", "remark"]
