"""Words about customers' voices and staff: each is seen to be true, false and, where it can be, unknown."""

from __future__ import annotations

import pytest

from journeyaudit.rulebook.case import Case
from tests.rulebook.language.making import cases_of, result

SERVICE = """
actor Guest
  kind: customer
actor Desk
  kind: human
  may nothing
  tools: nothing
  open: Mon-Fri 08:00-20:00
  escalates to: Lead
actor Lead
  kind: human
  may refund
  tools: see
  open: Mon-Fri 08:00-16:00
  deputy: Stand-in
actor Stand-in
  kind: human
  open: Mon 16:00-18:00
actor Night desk
  kind: human
  open: always
  escalates to: Night lead, Mailbox
actor Night lead
  kind: human
actor Mailbox
  kind: system
actor Cook
  kind: human
  may nothing
  escalates to: Mailbox
actor North
  kind: human
  escalates to: South
actor South
  kind: human
  may change
  escalates to: North
actor East
  kind: human
  escalates to: West, Lead
actor West
  kind: human
  escalates to: East
actor Till
  kind: system
actor Something
channel Card
  kind: letter
channel Phone
  kind: phone

journey Stay
  customer: Guest
  step Arrive
    by: Desk
    together with: Till
    media break: typed again
    mistake Wrong room
      made by: Desk
      escalation Tell the lead
        to: Lead
      remedy Change the room
        by: North
        needs approval of: South
  choice Fine?
    by: Guest
    when yes
      step Say so
        by: Guest, Something
        feedback point Card on the bed
          on: Card
          decided by: Lead
        feedback point Box in the hall
      end good: Rested
    when no
      step Complain
        by: Night desk, Cook, East, West, Stand-in
        on: Phone
      end bad: Left
"""

YES_NO_OR_UNKNOWN = [
    ('there is a step where (the name of it is "Say so" and it is open to feedback)', True),
    ('there is a step where (the name of it is "Complain" and it is open to feedback)', False),
    ("the journey is open to feedback", True),
    ("there is a good end where (it is on a way with feedback)", True),
    ("there is a bad end where (it is on a way with feedback)", False),
    ('there is a channel where (the name of it is "Card" and it is for feedback)', True),
    ('there is a channel where (the name of it is "Phone" and it is for feedback)', False),
    (
        'there is a feedback point where (the name of it is "Card on the bed" and it is in somebody\'s hands)',
        True,
    ),
    (
        'there is a feedback point where (the name of it is "Box in the hall" and it is in somebody\'s hands)',
        False,
    ),
    ('there is an actor where (the name of it is "Desk" and it is expressly powerless)', True),
    ('there is an actor where (the name of it is "North" and it is expressly powerless)', False),
    ('there is an actor where (the name of it is "North" and it is deciding)', True),
    ('there is an actor where (the name of it is "South" and it is deciding)', True),
    ('there is an actor where (the name of it is "Desk" and it is deciding)', False),
    ('there is an actor where (the name of it is "Desk" and it is with help above)', True),
    ('there is an actor where (the name of it is "West" and it is with help above)', True),
    ('there is an actor where (the name of it is "Cook" and it is with help above)', False),
    ('there is an actor where (the name of it is "Lead" and it is with help above)', False),
    ('there is an actor where (the name of it is "Night desk" and it is with help above)', None),
    ('there is an actor where (the name of it is "North" and it is in an escalation circle)', True),
    ('there is an actor where (the name of it is "East" and it is in an escalation circle)', False),
    ('there is an actor where (the name of it is "Desk" and it is in an escalation circle)', False),
    ('there is an actor where (the name of it is "Desk" and the tools of it is known)', True),
    ('there is an actor where (the name of it is "Desk" and the tools of it is "see")', False),
    ('there is an actor where (the name of it is "Lead" and the tools of it is "see")', True),
    ('there is an actor where (the name of it is "North" and the tools of it is "see")', None),
    (
        'there is an actor where (the name of it is "Desk" and the weekly time without a superior of it is exactly 18 hours)',
        True,
    ),
    (
        'there is an actor where (the name of it is "Lead" and it has a weekly time without a superior)',
        False,
    ),
    (
        'there is an actor where (the name of it is "Night desk" and the weekly time without a superior of it is at least 1 hour)',
        None,
    ),
    (
        'there is a step where (the name of it is "Arrive" and the number of systems and media breaks of it is exactly 2)',
        True,
    ),
    (
        'there is a step where (the name of it is "Complain" and the number of systems and media breaks of it is exactly 0)',
        True,
    ),
    (
        'there is a step where (the name of it is "Say so" and the number of systems and media breaks of it is exactly 0)',
        None,
    ),
    ('there is a mistake where (the name of some escalation receiver of it is "Lead")', True),
    ('there is a mistake where (the name of some escalation receiver of it is "South")', False),
]


@pytest.fixture(scope="module")
def stay() -> Case:
    return cases_of(SERVICE)[0]


@pytest.mark.parametrize(("sentence", "expected"), YES_NO_OR_UNKNOWN)
def test_a_word_is_true_false_or_unknown(stay: Case, sentence: str, expected: bool | None) -> None:
    answered = result(f"severity: info\nit must hold that {sentence}\nsay: no\n", stay)
    if expected is None:
        assert answered.not_assessable and not answered.findings
    else:
        assert (not answered.findings, answered.assessed) == (expected, 1)


def test_a_channel_for_the_whole_journey_hears_everybody() -> None:
    (case,) = cases_of(SERVICE.replace("customer: Guest", "customer: Guest\n  feedback on: Phone"))
    sentence = "there is a bad end where (it is on a way with feedback)"
    assert not result(f"severity: info\nit must hold that {sentence}\nsay: no\n", case).findings


def test_a_feedback_point_in_an_interrupt_hears_those_who_end_behind_its_stretch() -> None:
    (case,) = cases_of("""
journey Stay
  step Arrive
  interrupt Guest calls
    from: Arrive
    step Listen
      feedback point Note of the call
  end bad: Left
""")
    sentence = "there is a bad end where (it is on a way with feedback)"
    assert not result(f"severity: info\nit must hold that {sentence}\nsay: no\n", case).findings


def test_a_long_ladder_of_superiors_is_climbed_without_recursion() -> None:
    rungs = "".join(
        f"actor A{n}\n  kind: human\n  may nothing\n  escalates to: A{n + 1}\n" for n in range(3000)
    )
    (case,) = cases_of(
        f"{rungs}actor A3000\n  kind: human\n  may change\njourney J\n  step S\n    by: A0\n  end good: G\n"
    )
    rule = "severity: info\nfor each actor\nthe actor must be with help above\nsay: no\n"
    answered = result(rule, case)
    assert (answered.findings, answered.assessed) == ((), 1)
