"""Words about people, rights and what the customer hears, each seen to hold, not to hold, and to be unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.rulebook.language import Look, dictionary
from journeyaudit.rulebook.language.circles import on_circles
from journeyaudit.rulebook.language.values import Reading, Time
from tests.rulebook.language.making import TODAY, cases_of

PEOPLE = """
actor Customer
  kind: customer
actor Stranger
actor Agent
  kind: human
  may change
  may refund
    up to: 500 EUR
    needs approval of: Lead
    approval above: 20 EUR
  may waive
    needs approval of: Lead
  tools: change
actor Lead
  kind: human
  may waive
    needs approval of: Agent
  may refund
    needs approval of: Head
actor Head
  kind: human
  may refund
    up to: 100 EUR
  may refund
    needs approval of: Agent
actor Clerk
  kind: human
  may forward
actor Auditor
  kind: human
actor Nobody
  kind: human
  may nothing
actor Judge
  kind: human
  may nothing
channel Hotline
  kind: phone
  contact: 0800 555 0100
  answered by: Agent
channel Counter
  kind: store
  answered by: Clerk
channel Mail
  kind: email
"""
JOURNEY = """
journey Order
  customer: Customer
  owner: Lead and others
  promise: All is well.
  step Place order
    by: Customer
    on: Counter
    takes: 5 to 10 min
    mistake Small
      value: 10 EUR
      accepted until: 30 days
      remedy Pay a little back
        does: refund
        by: Agent
        on: Hotline
    mistake Large
      value: 90 EUR
      accepted until: Ship
      remedy Pay much back
        does: refund
        by: Agent
        on: Mail
      remedy Pay abroad
        does: refund
        by: Agent, Head
        on: Counter
    mistake Foreign
      value: 90 CHF
      accepted until: no limit
      remedy Pay in francs
        does: refund
        by: Agent
    mistake Unpriced
      remedy Ask nobody
        does: change
        by: Agent
      remedy Ask always
        does: change
        by: Auditor
        needs approval of: Lead
  step Pack
    by: Clerk, Auditor, Nobody, Lead, Head
    takes: 1 to 2 days
    notification Packed
      to: Customer
      on: Mail
      shows: what is in it
  step Ship
    by: Stranger
    takes: 1 day
    says: Wrong? Call 0800 555 0100.
    notification For a stranger
      to: Stranger
  step Count
    by: Clerk
    says: not for them
    invisible to customer
    takes: at once
    notification For the house
      to: Clerk
      says: counted
    appeal Contest it
      decided by: Judge
  end good: Goods received
"""


@pytest.fixture(scope="module")
def look() -> Look:
    [case] = cases_of(PEOPLE + JOURNEY)
    return Look(case, TODAY)


def is_(look: Look, kind: str, name: str, word: str) -> bool | None:
    [thing] = [each for each in look.things(kind).things if each.name == name]
    adjective = dictionary.adjective(word, kind)
    assert adjective is not None
    answer = adjective.read(look, thing)
    assert (answer.holds is None) == bool(answer.missing)
    return answer.holds


def fact(look: Look, kind: str, name: str, word: str) -> Reading:
    [thing] = [each for each in look.things(kind).things if each.name == name]
    attribute = dictionary.attribute(word, kind)
    assert attribute is not None
    return attribute.read(look, thing)


def test_a_right_has_a_holder(look: Look) -> None:
    holder = dictionary.relation("holder", "right")
    assert holder is not None
    for right in look.things("right").things:
        assert [each.name for each in holder.read(look, right).things] == [right.name.split(" of ")[1]]


@pytest.mark.parametrize(
    ("right", "answer"),
    [("change of Agent", True), ("refund of Agent", False), ("forward of Clerk", None)],
)
def test_the_tools_offer_an_act_or_not(look: Look, right: str, answer: bool | None) -> None:
    assert is_(look, "right", right, "in the tools") is answer


@pytest.mark.parametrize(
    ("right", "answer"),
    [
        ("waive of Agent", True),
        ("waive of Lead", True),
        ("refund of Agent", False),  # Head may decide up to 100 EUR without asking
        ("refund of Lead", False),
        ("change of Agent", False),
    ],
)
def test_approvals_go_in_a_circle_if_each_one_must_ask(look: Look, right: str, answer: bool) -> None:
    assert is_(look, "right", right, "approved in a circle") is answer


@pytest.mark.parametrize(
    ("remedy", "answer"),
    [
        ("Pay a little back", False),
        ("Pay much back", True),
        ("Pay abroad", False),  # Head need not ask
        ("Pay in francs", None),
        ("Ask nobody", False),
        ("Ask always", True),
    ],
)
def test_approval_is_needed_above_an_amount(look: Look, remedy: str, answer: bool | None) -> None:
    assert is_(look, "remedy", remedy, "in need of approval") is answer


@pytest.mark.parametrize(
    ("actor", "answer"),
    [("Agent", True), ("Clerk", False), ("Auditor", None), ("Nobody", False), ("Judge", True)],
)
def test_who_is_able_to_put_something_right(look: Look, actor: str, answer: bool | None) -> None:
    assert is_(look, "actor", actor, "able to put something right") is answer


def test_who_corrects_in_the_flow_is_able_to_put_something_right() -> None:
    text = "  step Mend\n    by: Nobody\n    corrects: Small\n  end good: Goods received\n"
    [case] = cases_of(PEOPLE + JOURNEY.replace("  end good: Goods received\n", text))
    assert is_(Look(case, TODAY), "actor", "Nobody", "able to put something right") is True


def test_a_line_names_an_actor_by_the_whole_name(look: Look) -> None:
    assert is_(look, "actor", "Lead", "named as owner") is True
    assert is_(look, "actor", "Head", "named as owner") is False
    assert is_(look, "actor", "Lead", "named as contact") is False


@pytest.mark.parametrize(
    ("mistake", "answer"),
    [("Small", True), ("Large", False), ("Foreign", False), ("Unpriced", None)],
)
def test_a_deadline_is_a_length_of_time(look: Look, mistake: str, answer: bool | None) -> None:
    assert is_(look, "mistake", mistake, "under a deadline") is answer


def test_the_figure_at_stake_has_no_currency(look: Look) -> None:
    assert fact(look, "mistake", "Foreign", "figure at stake").value == 90.0
    assert fact(look, "mistake", "Unpriced", "figure at stake").missing


@pytest.mark.parametrize(
    ("place", "answer"),
    [("Place order", True), ("Pack", True), ("Ship", True), ("Count", False), ("Goods received", False)],
)
def test_what_is_told_to_the_customer(look: Look, place: str, answer: bool) -> None:
    assert is_(look, "place", place, "told to the customer") is answer
    assert is_(look, "place", place, "kept from the customer") is not answer


@pytest.mark.parametrize(
    ("message", "answer"), [("Packed", True), ("For a stranger", None), ("For the house", False)]
)
def test_for_whom_a_message_is(look: Look, message: str, answer: bool | None) -> None:
    assert is_(look, "message", message, "for the customer") is answer


def test_the_words_to_the_customer_are_those_they_can_read(look: Look) -> None:
    assert fact(look, "place", "Pack", "words to the customer").value == ("what is in it",)
    assert fact(look, "place", "Count", "words to the customer").none
    assert fact(look, "journey", "Order", "words to the customer").value == (
        "All is well.", "what is in it", "Wrong? Call 0800 555 0100.",
    )  # fmt: skip


def test_the_words_of_a_message_that_does_not_tell_them_are_unknown() -> None:
    [case] = cases_of("journey Order\n  step Pack\n    notification Packed\n  end good: Done\n")
    assert fact(Look(case, TODAY), "place", "Pack", "words to the customer").missing


@pytest.mark.parametrize(
    ("remedy", "answer"),
    [
        ("Pay a little back", True),  # its number is told
        ("Pay abroad", True),  # the customer stands at the counter
        ("Pay much back", None),
    ],
)
def test_a_remedy_is_announced_by_words_or_by_a_channel(look: Look, remedy: str, answer: bool | None) -> None:
    assert is_(look, "remedy", remedy, "announced") is answer


@pytest.mark.parametrize(("names", "answer"), [("yes", True), ("no", False)])
def test_a_message_that_names_a_contact_announces_every_remedy(names: str, answer: bool) -> None:
    telling = f"      shows: what is in it\n      names a contact: {names}\n"
    text = (PEOPLE + JOURNEY).replace("      shows: what is in it\n", telling)
    [case] = cases_of(text.replace("      to: Stranger\n", "      to: Clerk\n"))
    assert is_(Look(case, TODAY), "remedy", "Pay much back", "announced") is answer


def test_the_time_to_a_good_end_is_that_of_the_quickest_way(look: Look) -> None:
    day = 24 * 60
    assert fact(look, "journey", "Order", "time to a good end").value == Time(5 + 2 * day, 10 + 3 * day)


def test_the_time_to_a_good_end_is_unknown_while_a_time_on_its_way_is() -> None:
    [case] = cases_of("journey A\n  step B\n    takes: 1 hour\n  step C\n  end good: Done\n")
    found = fact(Look(case, TODAY), "journey", "A", "time to a good end")
    assert found.value is None and [each.key for each in found.missing] == ["takes"]


def test_a_time_without_limit_to_a_good_end_is_known() -> None:
    [case] = cases_of("journey A\n  step B\n    takes: at least 2 hours\n  end good: Done\n")
    value = fact(Look(case, TODAY), "journey", "A", "time to a good end").value
    assert value == Time(120, float("inf"))


@pytest.mark.parametrize(
    ("promised", "takes", "answer"),
    [
        ("2 hours", "takes: 1 to 9 hours", False),
        ("2 hours", "takes: 3 to 9 hours", True),
        ("2 hours", "waiting time: 3 hours", True),
        ("2 hours", "waiting time: 1 hour", None),
        ("1 working day", "takes: 3 days", False),  # a weekend may lie in between
        ("1 working day", "takes: 4 days", True),
        ("unknown", "takes: 4 days", None),
    ],
)
def test_a_promise_is_held_against_the_quickest_way(promised: str, takes: str, answer: bool | None) -> None:
    text = f"journey A\n  promised within: {promised}\n  step B\n    {takes}\n  end good: Done\n"
    [case] = cases_of(text)
    assert is_(Look(case, TODAY), "journey", "A", "slower than promised") is answer


def test_a_journey_without_a_good_end_takes_no_time_to_it() -> None:
    [case] = cases_of("journey A\n  step B\n    takes: 1 hour\n  end bad: Lost\n")
    assert fact(Look(case, TODAY), "journey", "A", "time to a good end").none


@pytest.mark.parametrize(
    ("more", "answer"),
    [("", False), ("        needs approval of: Boss\n", True), ("        by: Boss\n", True)],
)
def test_an_attempt_is_passed_on_if_somebody_else_decides_or_agrees(more: str, answer: bool) -> None:
    people = "actor Agent\n  kind: human\n  escalates to: Boss\nactor Boss\n  kind: human\n"
    by = "" if "by:" in more else "        by: Agent\n"
    text = f"""{people}channel Phone
  kind: phone
  answered by: Agent
journey A
  step B
    mistake Slip
      remedy Mend it
        kind: corrects
        on: Phone
{by}{more}  end good: Done
"""
    [case] = cases_of(text)
    assert is_(Look(case, TODAY), "attempt", "Mend it", "passed on") is answer


def test_a_wait_without_a_name_is_a_place_before_the_end() -> None:
    [case] = cases_of("journey A\n  step B\n  wait 2 days\n  end bad: Lost\n")
    look, before = Look(case, TODAY), dictionary.relation("previous places", "end")
    assert before is not None
    [end] = look.things("end").things
    assert [each.name for each in before.read(look, end).things] == ["wait 2 days"]


def goes_round(asks: dict[int, list[int]], start: int) -> bool:
    """Does some way lead from a number back to it?"""
    seen, queue = set[int](), list(asks.get(start, ()))
    for number in queue:
        if number not in seen:
            seen.add(number)
            queue += asks.get(number, ())
    return start in seen


@given(st.dictionaries(st.integers(0, 5), st.lists(st.integers(0, 7), max_size=3), max_size=6))
def test_who_is_asked_in_a_circle_remains_and_who_ends_does_not(asks: dict[int, list[int]]) -> None:
    found = on_circles(asks)
    assert {one for one in asks if goes_round(asks, one)} <= found
    assert all(any(goes_round(asks, other) for other in ahead(asks, one)) for one in found)


def ahead(asks: dict[int, list[int]], start: int) -> set[int]:
    seen, queue = {start}, [start]
    for number in queue:
        more = [other for other in asks.get(number, ()) if other not in seen]
        seen.update(more)
        queue += more
    return seen
