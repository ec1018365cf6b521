"""One headline for each trouble; what explains it hangs below it."""

from __future__ import annotations

from journeyaudit import check_text
from journeyaudit.finding import Finding, Severity
from journeyaudit.rulebook.headlines import headlines
from journeyaudit.source import Span

SPAN = Span("x.journey", 0, 1)


def said(rule: str, subject: str = "slip", journey: str = "Order") -> Finding:
    return Finding(rule, Severity.ERROR, "something", SPAN, journey=journey, subject=subject)


def test_what_explains_a_headline_becomes_its_evidence() -> None:
    (headline,) = headlines([said("decision-rank"), said("no-human-correction"), said("already-triggered")])
    assert headline.rule == "no-human-correction"
    assert [each.rule for each in headline.evidence] == ["decision-rank", "already-triggered"]


def test_evidence_without_its_headline_stands_alone() -> None:
    assert [each.rule for each in headlines([said("already-triggered")])] == ["already-triggered"]


def test_evidence_stays_with_its_own_mistake() -> None:
    found = headlines([said("no-human-correction", "one"), said("sham-correction", "two")])
    assert [(each.rule, len(each.evidence)) for each in found] == [
        ("no-human-correction", 0),
        ("sham-correction", 0),
    ]


def test_what_speaks_of_the_whole_journey_explains_its_first_headline() -> None:
    found = headlines([said("dead-end", "A"), said("dead-end", "B"), said("no-human-reachable", "Order")])
    assert [[each.rule for each in one.evidence] for one in found] == [["no-human-reachable"], []]


def test_another_journeys_headline_is_not_explained() -> None:
    found = headlines(
        [said("dead-end", journey="Order"), said("no-human-reachable", "Claim", journey="Claim")]
    )
    assert [each.rule for each in found] == ["dead-end", "no-human-reachable"]


def test_findings_stand_in_source_order() -> None:
    text = """journey One
  A -> B
journey Two
  C -> D
"""
    outcome, _ = check_text(text)
    assert [finding.subject for finding in outcome.findings] == ["B", "D"]


def test_a_partial_journey_may_have_open_ends() -> None:
    outcome, _ = check_text("journey One\n  partial\n  step A\n  step B\n")
    assert outcome.findings == ()


def test_a_choice_of_the_customer_that_leads_to_a_human_is_no_dead_end() -> None:
    text = """
actor Customer
  kind: customer
actor Clerk
  kind: human
journey Fine
  step Letter comes
  choice Appeal?
    by: Customer
    when yes
      step Look at it
        by: Clerk
      end good: Dropped
    when no
      end bad: Paid
"""
    outcome, _ = check_text(text)
    assert outcome.findings == ()


def test_the_press_is_no_help() -> None:
    text = """
actor Newspaper
  kind: outside
actor Bot
  kind: system
journey Fine
  step Ask
    by: Bot
  step Write about it
    by: Newspaper
  end bad: Nothing happens
"""
    outcome, _ = check_text(text)
    assert [finding.rule for finding in outcome.findings] == ["dead-end"]
    assert [each.rule for each in outcome.findings[0].evidence] == ["no-human-reachable"]
