"""Every phrase of a condition is seen to be true, false and unknown."""

from __future__ import annotations

import pytest

from journeyaudit.rulebook.case import Case
from tests.rulebook.language.making import cases_of, result

SERVICE = """
actor Customer
  kind: customer
actor Agent
  kind: human
  department: Service
  authority: 3
  goodwill: 20 EUR per case, 400 EUR per month
  decides within: 2 working days
  escalates to: Lead
  contact: Anna, 555-1
  may change, refund
    up to: 50 EUR
  open: Mon-Fri 08:00-18:00
actor Lead
  kind: human
  department: Billing
  may nothing
actor Shop
  kind: system
actor Somebody
channel Hotline
  kind: phone
  answered by: Agent
  answers within: 3 min
  customer can reply: yes
  menu steps: 2
channel Mail
  kind: email

journey Order
  customer: Customer
  owner: Ms Long
  status: as-is
  reviewed: 2024-01-01
  promised within: 5 days
  step Place order
    by: Customer
    on: Hotline
    takes: 1 to 3 hours
    mistake Two instead of one
      noticed after: 3 min
      value: 80 EUR
      likelihood: 2 %
      remedy Change it
        kind: corrects
        by: Agent
        on: Hotline
        leads to: Goods received
      remedy Voucher
        kind: compensates
        by: Somebody
    mistake Wrong address
      made by: Customer
  step Pack
    by: Agent, Somebody
    takes: at least 2 days
    hands over to: Lead
    notification Confirmation
      on: Mail
      says: We have refunded your money
      names a contact: yes
    notification Reminder
  step Ship
    point of no return
    waiting time: 1 to 2 working days
  choice In time?
    automated decision
    when yes
      end good: Goods received
    when no
      step Look at it
        by: Shop
      end bad: Refused
  practice Call back
    conditions: enough people
    next review: 2027-01-01
"""

YES_NO_OR_UNKNOWN = [
    # adjectives
    ('there is a step where (the name of it is "Pack" and it is irreversible)', False),
    ("there is an irreversible step", True),
    ("every step of the journey is human", False),
    ("some step of the journey is human", True),
    ('the step is a "packing"', True),
    ('the step is not a "packing"', False),
    ("the mistake is a human", "raises"),
    # a thing among wider ones
    ("some place of the journey is a bad end", True),
    ("some place of the journey is an abandoned end", False),
    # texts
    ('the name of the step is "pack"', True),
    ('the name of the step is not "Pack"', False),
    ('the name of the step is one of "Ship", "Pack"', True),
    ('the kind of some channel of the step is "phone"', None),
    ('the department of some actor of the step is "Service"', True),
    ('the department of every actor of the step is "Service"', None),
    ('the department of no actor of the step is "Service"', False),
    ('the department of some receiver of the step is "Service"', False),
    ('the name of the step mentions "ac", "x"', True),
    ('the name of the step mentions "x"', False),
    ('the wording of some message of the step mentions "refund"', True),
    ('the wording of every message of the step mentions "refund"', None),
    ('the name of the step matches "^P.*k$"', True),
    ('the name of the step matches "^S"', False),
    ('the created data of the step matches "x"', None),
    # numbers, money, percentages
    ("the authority of some actor of the step is at least 3", True),
    ("the authority of some actor of the step is more than 3", None),
    ("the authority of every actor of the step is less than 3", False),
    ("the authority of every receiver of the step is at most 3", None),
    ("the value of the mistake is more than 50 EUR", True),
    ("the value of the mistake is at most 50 EUR", False),
    ("the value of the mistake is more than 50 USD", None),
    ("the likelihood of the mistake is exactly 2 %", True),
    ("the likelihood of the mistake is at least 3", False),
    ("the goodwill per case of some actor of the step is at least the value of the mistake", None),
    # times
    ("the duration of the first step is longer than 2 hours", "raises"),
    ("the time to notice of the mistake is shorter than 5 min", True),
    ("the time to notice of the mistake is at least one hour", False),
    ("the time to notice of the mistake is at least the patience", True),
    ("the time to notice of the mistake is longer than the patience", False),
    ("the time to notice of the mistake is within 3 min", True),
    ("the decision time of some actor of the step is within 2 working days", True),
    ("the decision time of some actor of the step is at most 1 working day", None),
    ("the decision time of every receiver of the step is at most 1 working day", None),
    ("the decision time of some actor of the step is longer than 1 day", True),
    ("the duration of the step is longer than 1 day", True),
    ("the duration of the step is at most 1 day", False),
    ("the duration of the step is longer than 3 days", True),
    ("the shortest duration of the step is at least 2 days", True),
    ("the longest duration of the step is at most 2 days", False),
    ("the promised time of the journey is longer than 3 times the time to notice of the mistake", True),
    ("the promised time of the journey is less than 3 times the time to notice of the mistake", False),
    ("the promised time of the journey is less than 3 times the waiting time of the step", None),
    # dates
    ("the last review of the journey is in the past", True),
    ("the last review of the journey is in the future", False),
    ("the last review of the journey is older than 1 year", True),
    ("the last review of the journey is older than 10 years", False),
    ("the next review of some practice of the journey is in the future", True),
    ("the last review of some practice of the journey is in the past", None),
    # known, has
    ("the value of the mistake is known", True),
    ("the harm of the mistake is known", False),
    ("the harm of the mistake is not known", True),
    ("the journey has an owner", True),
    ("the journey has a named contact", False),
    ("the journey has no named contact", True),
    ("the mistake has a remedy", True),
    ("the mistake has at least 2 remedies", True),
    ("the mistake has exactly one remedy", False),
    ("the mistake has at most one remedies", False),
    ("the mistake has fewer than 3 remedies", True),
    ("the mistake has more than 2 remedies", False),
    ("the step has no messages", False),
    ("the step has a human actor", True),
    ("the step has at least 2 human actors", None),
    ("the step has an appeal", False),
    ("the step has a channel", None),
    # the same
    ("the department of some actor of the step is the department of some receiver of the step", None),
    ("the name of the step is the name of the mistake", False),
    ("the name of the step is the name of the step", True),
    ("some actor of the step is some superior of some receiver of the step", False),
    ("some receiver of the step is some superior of some actor of the step", True),
    ("some maker of the mistake is some actor of the step", None),
    # there is
    ('there is a channel where the kind of the channel is "phone"', True),
    ("there is no end where (the end is bad)", False),
    ("there is a two-way channel", True),
    ("there are at least 2 two-way channels", None),
    ("there are at least 3 two-way channels", False),
    ("there is a remedy of the mistake where every decider of the remedy is human", True),
    ("there is an appeal", False),
    ("there is a loop", False),
    # ways
    ("the step can reach a good end", True),
    ("the step cannot reach a good end", False),
    ("the step can reach an abandoned end", False),
    ("the step can reach a place where (it is human and it is irreversible)", None),
    # joined
    ('not the name of the step is "Pack"', False),
    ("the journey has an owner and the journey has a named contact", False),
    ("the journey has an owner or the journey has a named contact", True),
    ("the journey has an owner and the step has a channel", None),
    ("the journey has a named contact and the step has a channel", False),
    ("the journey has an owner or the step has a channel", True),
    ("not the step has a channel", None),
    ("either (the journey has a named contact or not (the step has appeals))", True),
    ("both (the journey has an owner and (the step has an appeal or the step has a message))", True),
]  # fmt: skip

RULE = """
severity: error
setting patience: 3 min
call a place "packing" when the name of the place is "Pack"
for each mistake
  where the name of the mistake is "Two instead of one"
there must be a step where (the name of the step is "Pack" and ({}))
say: no
"""


@pytest.fixture(scope="module")
def case() -> Case:
    (found,) = cases_of(SERVICE)
    return found


def holds(condition: str, case: Case) -> bool | None:
    found = result(RULE.format(condition), case)
    if found.not_assessable:
        assert found.findings == ()
        return None
    return not found.findings


@pytest.mark.parametrize(("condition", "expected"), YES_NO_OR_UNKNOWN, ids=lambda value: str(value))
def test_conditions(condition: str, expected: object, case: Case) -> None:
    if expected == "raises":
        with pytest.raises(AssertionError):
            result(RULE.format(condition), case)
    else:
        assert holds(condition, case) is expected


@pytest.mark.parametrize("must", ["be human", "not be irreversible", "have a message", 'mention "x"'])
def test_what_must_be_is_what_is(must: str, case: Case) -> None:
    subject = "the name of the step" if must.startswith("mention") else "the step"
    head = 'severity: error\nfor each step\n  where the name of the step is "Pack"\n'
    found = result(f"{head}{subject} must {must}\nsay: no\n", case)
    assert bool(found.findings) == must.startswith("mention")
    assert found.assessed == 1


def test_the_missing_facts_are_named_so_that_one_can_state_them(case: Case) -> None:
    found = result("severity: error\nfor each step\nevery actor of the step must be human\nsay: no\n", case)
    assert [(title, [str(fact) for fact in missing]) for title, missing in found.not_assessable] == [
        ("Pack", ["`kind` of Somebody"]),
        ("Ship", ["`by` of Ship"]),
    ]
    assert [finding.subject for finding in found.findings] == ["Place order", "Look at it"]
