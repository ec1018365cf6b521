"""The words about mistakes and what helps: each is seen to be true, false and, where it can be, unknown."""

from __future__ import annotations

import pytest

from journeyaudit.rulebook.case import Case
from tests.rulebook.language.making import cases_of, result

PEOPLE = """
actor Customer
  kind: customer
actor Clerk
  kind: human
  decides within: at once
  may see
  escalates to: Lead
actor Lead
  kind: human
  decides within: at once
  may see, hold
actor Old hand
  kind: human
  decides within: at once
  may change
actor Machine
  kind: system
actor Press
  kind: outside
channel Hotline
  kind: phone
  open: always
  answered by: Clerk
  answers within: 3 min
channel Pool
  kind: phone
  open: always
  answered by: Clerk, Old hand
  answers within: 3 min
"""


def one(text: str, people: str = PEOPLE) -> Case:
    (case,) = cases_of(f"{people}\njourney Order\n  customer: Customer\n{text}")
    return case


def found(rule: str, case: Case) -> list[str]:
    answer = result(f"severity: info\n{rule}", case)
    return [finding.title for finding in answer.findings]


def asked(rule: str, case: Case) -> list[str]:
    answer = result(f"severity: info\n{rule}", case)
    return [fact.key for _, facts in answer.not_assessable for fact in facts]


def order(remedy: str, rest: str = "", mistake: str = "") -> Case:
    return one(
        f"""
  step Place order
    by: Customer
    mistake Two instead of one
      noticed by: Customer
      noticed after: 3 min
      restorable until: 2 hours
{mistake}      remedy Change it
        kind: corrects
{remedy}        leads to: Received
{rest}  end good: Received
"""
    )


CORRECTED = order("        does: change\n        by: Old hand\n        on: Pool\n")
HELPLESS = order("        does: change\n        by: Clerk\n        on: Hotline\n")
UNTOLD = order("        does: change\n        by: Old hand\n")


def test_a_mistake_is_assessable_if_its_verdict_can_be_told() -> None:
    rule = "for each mistake\nthe mistake must be assessable\nsay: {first fact to state}"
    assert found(rule, HELPLESS) == []
    assert found(rule, UNTOLD) == ["`on` of Change it"]


def test_facts_to_state_are_none_where_the_verdict_can_be_told() -> None:
    rule = "for each mistake\nthe mistake must have facts to state\nsay: decided"
    assert found(rule, HELPLESS) == ["decided"]
    assert found(rule, UNTOLD) == []


def test_it_is_up_to_whom_one_gets_where_one_who_answers_may_and_another_may_not() -> None:
    rule = "for each mistake\nthe mistake must not be up to whom one gets\nsay: luck"
    uneven = order("        does: change\n        by: Clerk, Old hand\n        on: Pool\n")
    assert found(rule, uneven) == ["luck"]
    assert found(rule, HELPLESS) == []


def test_it_is_unknown_whether_it_is_up_to_whom_one_gets_if_facts_about_one_of_them_are_missing() -> None:
    rule = "for each mistake\nthe mistake must not be up to whom one gets\nsay: luck"
    people = PEOPLE.replace("decides within: at once\n  may change", "may change")
    text = """
  step Place order
    by: Customer
    mistake Two instead of one
      noticed after: 3 min
      restorable until: 2 hours
      remedy Change it
        kind: corrects
        does: change
        by: Clerk, Old hand
        on: Pool
        leads to: Received
  end good: Received
"""
    assert asked(rule, one(text, people)) == ["decides within"]


CHOICE = """
  step Place order
    by: Customer
    mistake Two instead of one
      noticed after: 3 min
      restorable until: 20 days
  choice Does somebody look?
    by: {owner}
    when yes
      step Change it
        by: Old hand
        waiting time: 1 day
        takes: 5 min
        corrects: Two instead of one
      end good: Received
    when no
      end bad: Lost
"""


@pytest.mark.parametrize(("owner", "titles"), [("Clerk", ["luck"]), ("Customer", [])])
def test_it_is_up_to_others_where_their_choice_alone_decides(owner: str, titles: list[str]) -> None:
    rule = "for each mistake\nthe mistake must not be up to others\nsay: luck"
    assert found(rule, one(CHOICE.format(owner=owner))) == titles


def test_listeners_are_those_behind_the_channel_and_those_they_turn_to() -> None:
    rule = "for each mistake\nsay: {listeners}"
    assert found(rule, HELPLESS) == ["“Clerk” and “Lead”"]
    assert found(rule, UNTOLD) == ["“Old hand”"]


def test_listeners_of_an_interrupt_hear_of_every_mistake() -> None:
    call = "  interrupt Call\n    by: Customer\n    on: Pool\n    step Listen\n      by: Clerk\n    end bad: Sorry\n"
    rule = "for each mistake\nsay: {listeners}"
    case = order("        by: Machine\n", call)
    assert found(rule, case) == ["“Clerk”, “Old hand”, “Machine” and “Lead”"]


def test_listeners_are_unknown_if_a_correction_names_nobody() -> None:
    rule = "for each mistake\nthere must be a listener of the mistake\nsay: nobody"
    assert asked(rule, order("        does: change\n")) == ["by"]


def test_an_attempt_is_barred_where_those_it_leads_to_may_not() -> None:
    rule = "for each mistake\nno attempt of the mistake must be barred\nsay: barred"
    assert found(rule, HELPLESS) == ["barred"]
    assert found(rule, CORRECTED) == []


def test_it_is_unknown_whether_an_attempt_is_barred_if_the_value_decides_and_is_not_stated() -> None:
    rule = "for each mistake\nno attempt of the mistake must be barred\nsay: barred"
    limited = order("        does: change\n        up to: 5 EUR\n        by: Old hand\n        on: Pool\n")
    assert "value" in asked(rule, limited)


def test_the_price_of_the_cure_adds_money_effort_and_days() -> None:
    rule = "for each mistake\nthe price of the cure of the mistake must be at most 10\nsay: dear"
    remedy = "        by: Clerk\n        on: Hotline\n        takes: at once\n"
    cheap = order(f"{remedy}        costs customer: 9 EUR\n", mistake="      value: 20 EUR\n")
    dear = order(
        f"{remedy}        costs customer: 9 EUR\n        customer effort: 6 min\n",
        mistake="      value: 20 EUR\n",
    )
    assert found(rule, cheap) == []
    assert found(rule, dear) == ["dear"]


OUTSIDE = """
  step Place order
    by: Customer
    mistake Two instead of one
      noticed after: 3 min
  choice Does it get into the paper?
    by: chance
    when yes
      step Print it
        by: Press
      end {after}: Afterwards
    when no
      end bad: Lost
"""


@pytest.mark.parametrize(("after", "titles"), [("good", ["“Press”"]), ("bad", [])])
def test_outside_rescuers_lead_to_an_end_that_is_not_bad(after: str, titles: list[str]) -> None:
    rule = "for each mistake\nthere must be no outside rescuer of the mistake\nsay: {outside rescuers}"
    assert found(rule, one(OUTSIDE.format(after=after))) == titles


def test_who_makes_mistakes_outside_does_not_rescue_anybody() -> None:
    rule = "for each mistake\nthere must be no outside rescuer of the mistake\nsay: saved"
    case = one("\n  step Steal\n    by: Press\n    mistake Account gone\n  end good: Back\n")
    assert found(rule, case) == []


def test_correcting_places_are_the_steps_that_correct_the_mistake() -> None:
    rule = "for each mistake\nthere must be a correcting place of the mistake\nsay: none"
    assert found(rule, one(CHOICE.format(owner="Clerk"))) == []
    assert found(rule, HELPLESS) == ["none"]


APPEAL = """
  step Refuse
    by: Machine
    {flag}
    appeal Object
      decided by: Clerk
      {said}
  end bad: Refused
"""


@pytest.mark.parametrize(("said", "titles"), [("independent: yes", []), ("note: none", ["not said"])])
def test_an_appeal_is_said_to_be_independent_or_it_is_not(said: str, titles: list[str]) -> None:
    rule = "for each appeal\nthe appeal must be said to be independent\nsay: not said"
    assert found(rule, one(APPEAL.format(said=said, flag="takes: at once"))) == titles


@pytest.mark.parametrize(("flag", "titles"), [("automated decision", ["“Refuse”"]), ("takes: at once", [])])
def test_a_machine_decision_is_one_that_is_flagged(flag: str, titles: list[str]) -> None:
    rule = "for each place\n  where the place is a machine decision\nsay: {place}"
    assert found(rule, one(APPEAL.format(said="note: none", flag=flag))) == titles


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("by: Customer", []),
        ("by: Machine", ["shut"]),
        ("on: Hotline", []),
        ("notification Mail", []),
        ("takes: 3 min", ["shut"]),
    ],
)
def test_a_step_is_open_to_the_customer_who_acts_or_is_contacted(lines: str, titles: list[str]) -> None:
    rule = "for each step\nthe step must be open to the customer\nsay: shut"
    assert found(rule, one(f"\n  step Do it\n    {lines}\n  end good: Done\n")) == titles


def test_a_step_is_open_to_the_customer_where_an_interrupt_may_begin() -> None:
    text = """
  step Pack
    by: Machine
  step Ship
    by: Machine
  interrupt Call
    from: Ship
    by: Customer
    end neutral: Heard
  end good: Received
"""
    assert found("for each step\nthe step must be open to the customer\nsay: {step}", one(text)) == ["“Pack”"]


def test_it_is_unknown_whether_a_step_by_somebody_without_a_kind_is_open_to_the_customer() -> None:
    case = one("\n  step Do it\n    by: Somebody\n  end good: Done\n", PEOPLE + "actor Somebody\n")
    assert asked("for each step\nthe step must be open to the customer\nsay: shut", case) == ["kind"]


@pytest.mark.parametrize(
    ("last", "titles"), [("otherwise", []), ("when something else", []), ("when too small", ["closed"])]
)
def test_a_choice_has_a_way_for_the_rest(last: str, titles: list[str]) -> None:
    text = f"""
  choice What is it?
    by: Customer
    when broken
      end good: Mended
    {last}
      end good: Heard
"""
    assert (
        found("for each choice\nthe choice must be with a way for the rest\nsay: closed", one(text)) == titles
    )


@pytest.mark.parametrize(("target", "titles"), [("First", ["again"]), ("Second", [])])
def test_a_loop_leads_back_to_the_start_or_only_to_a_later_step(target: str, titles: list[str]) -> None:
    text = f"""
  step First
  step Second
  choice Good?
    when yes
      end good: Done
    when no
      go to {target}
"""
    assert found("for each loop\nthe loop must not be back to the start\nsay: again", one(text)) == titles


def test_a_repeat_around_the_first_step_leads_back_to_the_start() -> None:
    text = "\n  repeat until it is readable\n    step First\n  end good: Done\n"
    assert found("for each loop\nthe loop must not be back to the start\nsay: again", one(text)) == ["again"]
