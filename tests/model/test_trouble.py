from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from journeyaudit.model.quantities import DAY, INFINITE, Duration, Money, Point
from journeyaudit.model.trouble import RemedyKind, Whole
from tests.model.reading import body, cited, journey, node, number, read, rules

FULL = """
        accepted until: Pack
          because: the batch has started
        restorable until: 3 days
        value: 40 EUR
        step Order
          accepted until: 2 h
          mistake Wrong quantity
            made by: Customer
            likelihood: 2 %
            how: a slip
            noticed by: Customer
            noticed at: Pack
            noticed how: reading
            noticed after: 3 min
            harm: too much
            restorable until: 14 days after Pack
              because: it is gone
            remedy Ask
              kind: corrects
              by: Agent
              on: Hotline
              does: Change
              within: 14 days after Pack
              up to: 20 EUR
              needs authority: 3
              needs approval of: Lead
              approval above: 10 EUR
              makes whole: partly
              takes: 5 min
              customer effort: 90 min
              costs customer: 4.95 EUR
              cost: 2 EUR
              leads to: Pack
            remedy Undo
              until: Pack
              self-service
            escalation Up
              to: Lead, Boss
        step Pack
          point of no return
          mistake Other
            costs customer: 7 EUR
        step Fix
          corrects: Wrong quantity, Other
"""


def test_a_mistake_has_all_that_was_said() -> None:
    found = body(FULL)
    mistake = found.mistakes[0]
    assert mistake.node == number(found, "Order")
    assert mistake.noticed_at == number(found, "Pack")
    assert (mistake.made_by, mistake.noticed_by) == (("customer",), ("customer",))
    assert (mistake.likelihood, mistake.how, mistake.noticed_how, mistake.harm) == (
        2,
        "a slip",
        "reading",
        "too much",
    )
    assert mistake.noticed_after == Duration(3, 3)
    assert mistake.escalations == ("lead", "boss")
    assert node(found, "Fix").corrects == (0, 1)


def test_a_remedy_has_all_that_was_said() -> None:
    found = body(FULL)
    ask, undo = found.mistakes[0].remedies
    assert (ask.number, undo.number) == (0, 1)
    assert (ask.kind, ask.by, ask.on, ask.does) == (RemedyKind.CORRECTS, ("agent",), ("hotline",), "change")
    assert ask.window is not None and ask.window.point == Point(
        Duration(14 * DAY, 14 * DAY), number(found, "Pack")
    )
    assert (ask.limit, ask.approval_above) == (Money(Decimal(20), "EUR"), Money(Decimal(10), "EUR"))
    assert (ask.needs_authority, ask.approval_of, ask.whole) == (3, ("lead",), Whole.PARTLY)
    assert (ask.takes, ask.effort) == (Duration(5, 5), Duration(90, 90))
    assert ask.leads_to == number(found, "Pack")
    assert undo.window is not None and undo.window.point == Point(node=number(found, "Pack"))
    assert (undo.self_service, undo.kind, undo.whole, undo.leads_to) == (True, None, None, None)


def test_cut_offs_come_from_the_mistake_else_its_step_else_the_journey() -> None:
    found = body(FULL)
    first, second = found.mistakes
    pack = number(found, "Pack")
    assert first.soft is not None and first.soft.point == Point(Duration(120, 120))
    assert first.hard is not None and first.hard.point == Point(Duration(14 * DAY, 14 * DAY), pack)
    assert first.hard.because == "it is gone"
    assert second.soft is not None and second.soft.point == Point(node=pack)
    assert second.soft.because == "the batch has started"
    assert second.hard is not None and second.hard.point == Point(Duration(3 * DAY, 3 * DAY))
    assert not first.hard_assumed


def test_nothing_said_about_cut_offs_stays_nothing() -> None:
    found = body("\n    step A\n      mistake M\n    step B\n      point of no return\n")
    assert (found.mistakes[0].soft, found.mistakes[0].hard) == (None, None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("unknown", Point()),
        ("no limit", Point(Duration(INFINITE, INFINITE))),
        ("2 hours", Point(Duration(120, 120))),
        ("B", Point(node=2)),
        ("P", Point(node=3)),
        ("1 day after B", Point(Duration(DAY, DAY), 2)),
    ],
)
def test_moments(written: str, meant: Point) -> None:
    found = body(
        f"\n    step A\n      mistake M\n        accepted until: {written}\n    step B\n    phase P\n      step C\n"
    )
    assert found.mistakes[0].soft is not None
    assert found.mistakes[0].soft.point == meant


def test_the_value_is_the_mistakes_else_its_cost_else_the_journeys() -> None:
    found = body(
        """
        value: 40 EUR
        step A
          mistake M
            value: 10 EUR
            costs customer: 5 EUR
          mistake N
            costs customer: 5 EUR
          mistake O
        """
    )
    assert [mistake.value and mistake.value.amount for mistake in found.mistakes] == [10, 5, 40]


def test_a_mistake_may_stand_elsewhere_and_name_its_step() -> None:
    found = body("\n    mistake M\n      at: A\n    step A\n    wait for mail\n      mistake N\n")
    assert [mistake.node for mistake in found.mistakes] == [number(found, "A"), number(found, "mail")]


def test_appeals_are_remedies_of_every_mistake_made_at_their_place() -> None:
    found = journey(
        """
journey J
  step A
  choice Q
    mistake M
      remedy R
        by: Agent
    mistake N
    appeal Contest
      by: Customer
      on: Letter
      within: 3 months
      decided by: Handler
      answers within: 10 working days
      independent: no
      binding: partly
      leads to: A
    when x
  appeal Elsewhere
    against: A
    decided by: Judge
"""
    )
    assert [[remedy.name for remedy in mistake.remedies] for mistake in found.mistakes] == [
        ["R", "Contest"],
        ["Contest"],
    ]
    contest = found.mistakes[1].remedies[0]
    assert (contest.appeal, contest.kind, contest.by) == (True, RemedyKind.CORRECTS, ("handler",))
    assert contest.answers_within == Duration(0, 10, working=True)
    assert (contest.independent, contest.binding, contest.leads_to) == (
        False,
        Whole.PARTLY,
        number(found, "A"),
    )
    assert contest.window is not None and contest.window.point == Point(Duration(90 * DAY, 90 * DAY))
    assert [(appeal.node, appeal.remedy.name) for appeal in found.appeals] == [
        (number(found, "Q"), "Contest"),
        (number(found, "A"), "Elsewhere"),
    ]
    assert contest == found.appeals[0].remedy


@pytest.mark.parametrize(
    ("lines", "rule", "cites"),
    [
        ("step A\n  mistake M\n    how: x\n", "missing-place", "mistake M"),
        ("step A\n  appeal P\n    by: x\n", "missing-place", "appeal P"),
        ("step A\n  mistake M\n    at: Z\n", "unknown-name", "Z"),
        ("step A\n    mistake M\n  step B\n    mistake M\n", "repeated-name", "mistake M"),
        ("step A\n    corrects: Z\n    mistake M\n", "unknown-name", "Z"),
        ("step A\n    corrects: A\n", "wrong-kind", "A"),
        ("step A\n    mistake M\n      noticed at: Z\n", "unknown-name", "Z"),
        ("step A\n    mistake M\n      accepted until: Z\n", "unknown-name", "Z"),
        ("step A\n    mistake M\n      accepted until: M\n", "wrong-kind", "M"),
        ("step A\n    mistake M\n      remedy R\n        leads to: Z\n", "unknown-name", "Z"),
        (
            "step A\n    mistake M\n      remedy R\n        within: 2 h\n        until: A\n",
            "repeated-fact",
            "until: A",
        ),
        ("step A\n  story S\n    mistake: Z\n", "unknown-name", "Z"),
        ("step A\n  practice P\n    at: Z\n", "unknown-name", "Z"),
    ],
)
def test_what_leads_nowhere_is_said_where_it_stands(lines: str, rule: str, cites: str) -> None:
    text = f"journey J\n  {lines}"
    _, findings = read(text)
    assert rules(findings) == [rule]
    assert cited(text, findings[0]).splitlines()[0].strip() == cites


def test_stories_practices_feedback_and_exceptions_are_kept() -> None:
    found = body(
        """
        ignore slow-step
          reason: law
          owner: me
          expires: 2026-12-31
        step A
          ignore other-rule
            reason: x
          mistake M
          feedback point Box
            on: Letter
            decided by: Boss
            heard back within: 3 days
            answers within: 2 days
            changes: the form
        story Case
          mistake: M
          happens at: Sat 20:00-20:05
          must be: corrected
          within: 1 day
          contacts at most: 1
          costs at most: 0 EUR
        practice Undo
          at: A
          conditions: one
          conditions: two
          also helped: x
          fits: y
          hindered so far: z
          next review: 2026-12-31
        """
    )
    assert [(ignore.rule, ignore.subject) for ignore in found.ignores] == [
        ("slow-step", "J"),
        ("other-rule", "A"),
    ]
    order, mistake = found.nodes[number(found, "A")], found.mistakes[0]
    outer, inner = found.ignores
    assert (outer.whole_journey, outer.block) == (True, found.span)
    assert (inner.whole_journey, inner.block.start) == (False, order.header.start)
    assert inner.covers(mistake.header) and not inner.covers(found.stories[0].span)
    assert outer.covers(found.stories[0].span)
    assert (found.ignores[0].reason, found.ignores[0].owner, found.ignores[0].expires) == (
        "law",
        "me",
        date(2026, 12, 31),
    )
    (story,) = found.stories
    assert (story.mistake, story.must_be, story.contacts_at_most) == (0, "corrected", 1)
    assert story.within == Point(Duration(DAY, DAY))
    assert story.happens_at is not None and story.happens_at.spans == ((8400, 8405),)
    (practice,) = found.practices
    assert (practice.at, practice.conditions) == (number(found, "A"), ("one", "two"))
    (box,) = found.feedback_points
    assert (box.node, box.decided_by) == (number(found, "A"), ("boss",))
    assert (box.heard_back_within, box.answers_within) == (Duration(0, 3 * DAY), Duration(0, 2 * DAY))


def test_what_a_journey_says_about_itself_is_kept() -> None:
    found = body(
        """
        status: to-be
        customer: Customer
        goal: peace
        promise: we help
        promised within: 5 days
        owner: Head
        named contact: Erika
        source: a letter
        source: a talk
        evidence: a file
        version: 3
        reviewed: 2026-01-31
        tags: a, b
        law: DE
        feedback on: Letter
        partial
        note: one
        step A
        """
    )
    assert (found.status, found.customer, found.goal) == ("to-be", "customer", "peace")
    assert (found.promise, found.promised_within) == ("we help", Duration(0, 5 * DAY))
    assert (found.sources, found.evidence, found.tags) == (("a letter", "a talk"), ("a file",), ("a", "b"))
    assert (found.reviewed, found.law, found.feedback_on) == (date(2026, 1, 31), "DE", ("letter",))
    assert found.partial and not found.sketch and not found.wired and not found.broken


def test_what_is_said_to_be_unknown_names_nobody() -> None:
    found = body(
        """
        step A
          by: unknown
          mistake M
            noticed by: unknown
            remedy R
              leads to: unknown
        """
    )
    assert node(found, "A").by == ()
    assert found.mistakes[0].noticed_by == ()
    assert found.mistakes[0].remedies[0].leads_to is None


def test_a_cut_off_that_means_nothing_is_said_once_however_many_mistakes_it_bears_on() -> None:
    for mistakes in ("", "    mistake M\n    mistake N\n"):
        _, findings = read(f"journey J\n  restorable until: X\n  step A\n    accepted until: Z\n{mistakes}")
        assert [finding.subject for finding in findings] == ["X", "Z"]


def test_an_appeal_and_a_remedy_name_their_act() -> None:
    lines = (
        "  step S\n    appeal P\n      does: Anhalten\n      decided by: us\n"
        "    mistake M\n      remedy R\n        does: Change\n"
    )
    found = body(lines)
    assert [remedy.does for remedy in found.mistakes[0].remedies] == ["change", "hold"]


def test_a_use_takes_as_long_as_it_says() -> None:
    text = "journey J\n  use K\n    takes: 2 days\njourney K\n  step S\n  end good: E\n"
    assert node(journey(text), "K").takes == Duration(2 * DAY, 2 * DAY)


def test_an_escalation_within_some_hours_is_at_most_so_long() -> None:
    found = body("  step S\n    escalation E\n      within: 2 h\n")
    assert node(found, "S").escalations[0].within == Duration(0, 120)
