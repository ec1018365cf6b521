"""A rule that fails says where, how bad, about what, and how one gets there."""

from __future__ import annotations

from datetime import date

from journeyaudit.finding import Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.project import load_text
from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look
from journeyaudit.syntax.rules import parse_quantity
from tests.rulebook.language.making import cases_of, result, rule_of

REFUNDS = """
actor Clerk
  kind: human
  department: {department}
  decides within: {time}
journey Refund
  step Send it back
    mistake Wrong amount
      noticed after: 1 day
      accepted until: 30 days
      remedy Pay the difference
        kind: corrects
        does: refund
        by: Clerk
        leads to: Paid
  end good: Paid
"""
REFUND_RULE = """
severity: warning
setting decision limit: 2 working days
for each remedy
  where the act of the remedy is "refund"
there must be a decider of the remedy
  where the department of the decider is "Billing"
  and the decision time of the decider is within the decision limit
say: {remedy} of {mistake of the remedy} is not decided in Billing within {decision limit}
hint: let {deciders of the remedy} hand it to Billing
"""
FLOW = """
actor Clerk
  kind: human
actor Robot
  kind: system
journey Claim
  step Report
    by: Robot
  choice Covered?
    by: Robot
    when yes
      end good: Paid
    when no
      step Look again
        by: Clerk
      end bad: Refused
    otherwise
      end bad: Lost
"""


def only(text: str) -> Case:
    (case,) = cases_of(text)
    return case


def test_every_refund_is_decided_within_two_working_days_by_somebody_in_billing() -> None:
    good = result(REFUND_RULE, only(REFUNDS.format(department="Billing", time="2 working days")))
    assert (good.findings, good.assessed, good.not_assessable) == ((), 1, ())
    slow = result(REFUND_RULE, only(REFUNDS.format(department="Billing", time="3 working days")))
    assert [finding.title for finding in slow.findings] == [
        "“Pay the difference” of “Wrong amount” is not decided in Billing within 2 working days"
    ]
    assert slow.findings[0].help == "let “Clerk” hand it to Billing"
    elsewhere = result(REFUND_RULE, only(REFUNDS.format(department="Sales", time="1 hour")))
    assert len(elsewhere.findings) == 1
    silent = result(REFUND_RULE, only(REFUNDS.format(department="Billing", time="unknown")))
    assert silent.findings == ()
    ((title, missing),) = silent.not_assessable
    assert (title, [str(fact) for fact in missing]) == ("Pay the difference", ["`decides within` of Clerk"])


def test_a_setting_can_be_changed_without_touching_the_rule() -> None:
    case = only(REFUNDS.format(department="Billing", time="3 working days"))
    limit = parse_quantity("5 working days")
    assert limit is not None
    assert rule_of(REFUND_RULE).evaluate(case, {"decision limit": limit}).findings == ()


def test_a_finding_stands_at_the_header_of_what_was_named_last_and_is_about_the_mistake() -> None:
    text = REFUNDS.format(department="Billing", time="1 day")
    rule = "severity: info\nfor each mistake\nfor each remedy of the mistake\nsay: {remedy}.\n"
    (finding,) = result(rule, only(text)).findings
    assert text[finding.span.start : finding.span.end] == "remedy Pay the difference"
    assert (finding.subject, finding.journey) == ("Wrong amount", "Refund")
    assert [(text[label.span.start : label.span.end], label.text) for label in finding.labels] == [
        ("mistake Wrong amount", "the mistake")
    ]
    assert finding.title == "“Pay the difference”"
    assert finding.story is None
    assert finding.severity is Severity.INFO


def test_a_finding_about_a_mistake_tells_its_story_and_its_measures() -> None:
    (finding,) = result("severity: error\nfor each mistake\nsay: Look at {mistake}\nshow: story, figures\n", only(
        REFUNDS.format(department="Billing", time="1 day"))).findings  # fmt: skip
    assert finding.story is not None
    assert finding.story.moments
    assert "decision rank" in [measure.name for measure in finding.measures]
    assert finding.trail[-1].text == "Send it back"
    assert finding.title.startswith("look at")


def test_names_are_not_quoted_twice() -> None:
    (finding,) = result("severity: error\nfor each mistake\nsay: “{mistake}” again\n", only(
        REFUNDS.format(department="Billing", time="1 day"))).findings  # fmt: skip
    assert finding.title == "“Wrong amount” again"


def test_the_first_severity_and_saying_that_holds_counts() -> None:
    rule = """
severity: info when the end is neutral
severity: error when the end is bad
severity: warning
for each end
say when the end is bad: badly
say: well
"""
    found = result(rule, only(FLOW)).findings
    assert [(each.severity, each.title) for each in found] == [
        (Severity.WARNING, "well"),
        (Severity.ERROR, "badly"),
        (Severity.ERROR, "badly"),
    ]


def test_a_sentence_about_the_whole_journey_is_found_where_it_fails_with_the_way_there() -> None:
    rule = (
        "severity: error\nevery path from the start to a bad end passes a human step\nsay: {place} is cold\n"
    )
    (finding,) = result(rule, only(FLOW)).findings
    assert (finding.title, finding.subject) == ("“Lost” is cold", "Lost")
    assert [label.text for label in finding.trail] == ["Report", "Covered?", "Lost"]


def test_a_sentence_about_one_thing_is_found_there() -> None:
    rule = """
severity: error
for each automated choice
after the choice, a human step follows
say: {choice}
"""
    (finding,) = result(rule, only(FLOW)).findings
    assert finding.subject == "Covered?"
    stays = rule.replace("follows", "stays possible").replace("human step", "good end")
    assert [each.subject for each in result(stays, only(FLOW)).findings] == ["Covered?"]
    possible = rule.replace("follows", "is possible\n  by a human who may")
    assert result(possible, only(FLOW)).not_assessable[0][1][0].key == "may"


def test_the_way_to_what_must_never_happen_is_the_shortest() -> None:
    rule = "severity: error\na bad end happens only after a human step\nsay: {place}\n"
    (finding,) = result(rule, only(FLOW)).findings
    assert [label.text for label in finding.trail] == ["Report", "Covered?", "Lost"]


def test_a_rule_for_one_state_of_journeys_leaves_the_others_alone() -> None:
    rule = "severity: error\napplies to: to-be\nfor each end\nsay: no\n"
    head = FLOW.replace("journey Claim\n", "journey Claim\n  status: {}\n")
    assert len(result(rule, only(head.format("to-be"))).findings) == 3
    assert result(rule, only(head.format("as-is"))).findings == ()
    ((_, missing),) = result(rule, only(FLOW)).not_assessable
    assert [fact.key for fact in missing] == ["status"]


def test_a_list_that_may_go_on_is_not_assessable() -> None:
    rule = "severity: error\nfor each step\nfor each channel of the step\nsay: no\n"
    found = result(rule, only(FLOW))
    assert [title for title, _ in found.not_assessable] == ["Report", "Look again"]


def test_lines_that_could_not_be_read_leave_everything_open() -> None:
    project = load_text("journey Broken\n  step One\n  stpe Two\n  end good: Done\n")
    journey = project.service.journeys[0]
    case = Case(project.service, journey, from_journey(journey), ())
    for sentence in ("the journey must have an owner", "there must be an appeal", "there must be a channel"):
        found = result(f"severity: error\nfor each journey\n{sentence}\nsay: no\n", case)
        assert found.findings == ()
        assert len(found.not_assessable) == 1


def test_today_can_be_set() -> None:
    case = only("journey Old\n  reviewed: 2025-01-01\n  step One\n  end good: Done\n")
    rule = rule_of(
        "severity: info\nfor each journey\nthe last review of the journey must not be older than 1 year\nsay: no\n"
    )
    assert rule.evaluate(case, look=Look(case, date(2025, 6, 1))).findings == ()
    assert len(rule.evaluate(case, look=Look(case, date(2027, 6, 1))).findings) == 1


def test_a_limited_loop_comes_to_its_end_and_an_unlimited_one_may_not() -> None:
    text = """
journey Try
  repeat until it works
    {}
    step Try it
      takes: 10 min
  end good: Done
"""
    rule = "severity: error\nafter the start, a good end follows\nsay: no\n"
    limited, unlimited = only(text.format("at most: 3 times")), only(text.format("note: no limit"))
    assert result(rule, limited).findings == ()
    assert len(result(rule, unlimited).findings) == 1
    closer = "severity: error\nnobody goes the same way again without getting closer\nsay: {place}\n"
    assert result(closer, limited).findings == ()
    assert [finding.title for finding in result(closer, unlimited).findings] == ["“Try it”"]
    within = "severity: error\nafter the start, a good end follows within {} min\nsay: no\n"
    assert result(within.format(30), limited).findings == ()
    assert len(result(within.format(29), limited).findings) == 1


def test_every_with_an_adjective_names_only_those_it_describes() -> None:
    case = only("""
actor Agent
  kind: human
actor Robot
  kind: system
journey Call
  step Talk
    by: Robot, Agent
  end good: Done
""")
    rule = "severity: info\nfor each step\nsay: {every human actor of the step}\n"
    assert [finding.title for finding in result(rule, case).findings] == ["“Agent”"]
