"""Words about departments, data, hand-overs and time: each is seen to hold, not to hold, and to be unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.rulebook.case import Case
from journeyaudit.rulebook.language import Look
from journeyaudit.rulebook.language.data_on_the_way import items
from journeyaudit.rulebook.language.on_every_way import passed_before
from journeyaudit.rulebook.language.ways import spread
from tests.rulebook.language.making import cases_of, result

SERVICE = """
actor Guest
  kind: customer
actor Desk
  kind: human
  department: Front
actor Kitchen
  kind: human
  department: Back
actor Ledger
  kind: system
actor Somebody
channel Post
  kind: letter
channel Counter
  kind: store
  answered by: Desk
channel Shop
  kind: web
  answered by: Ledger
channel Board
"""


def case_of(journey: str) -> Case:
    return cases_of(f"{SERVICE}{journey}")[0]


def found(sentences: str, journey: str) -> list[str]:
    """What a rule says of a journey, one line for each finding."""
    rule = f"severity: warning\n{sentences}\n"
    return [each.title for each in result(rule, case_of(journey)).findings]


def asked(sentences: str, journey: str) -> set[str]:
    """The facts without which it cannot be told."""
    outcome = result(f"severity: warning\n{sentences}\nsay: x\n", case_of(journey))
    return {fact.key for _, facts in outcome.not_assessable for fact in facts}


# ---- data -----------------------------------------------------------------------------------------------

AGAIN = "for each place\nthe place must have no data asked again\nsay: {place}: {data asked again}"
BRANCHES = """
journey Meal
  choice How?
    by: Guest
    when by phone
      step Call
        by: Guest
        needs data: the name, table
    when online
      step Fill in
        by: Guest
        creates data: name
  step Welcome
    by: Desk
    needs data: Name, coat
  step Seat
    by: Desk
    needs data: table, coat
  end good: Sitting
"""


def test_what_was_given_on_every_way_is_asked_again_and_what_was_given_on_one_way_is_not() -> None:
    assert found(AGAIN, BRANCHES) == ["“Welcome”: “Name”", "“Seat”: “coat”"]


def test_a_question_that_is_repeated_in_a_loop_is_asked_once() -> None:
    loop = """
journey Meal
  repeat until it tastes
    step Ask
      needs data: wish
    step Cook
      needs data: salt
  step Serve
    needs data: wish
  end good: Full
"""
    assert found(AGAIN, loop) == ["“Serve”: “wish”"]


def test_behind_parallel_branches_everything_that_was_asked_in_them_is_known() -> None:
    parallel = """
journey Meal
  in parallel
    branch
      step Ask for drinks
        needs data: drink
    branch
      step Ask for food
        needs data: food
  step Ask once more
    needs data: drink, food
  end good: Full
"""
    assert found(AGAIN, parallel) == ["“Ask once more”: “drink” and “food”"]


def test_what_the_house_has_made_is_issued_and_what_the_guest_has_made_is_not() -> None:
    journey = """
journey Coat
  step Hang it up
    by: Desk
    creates data: ticket
  step Describe it
    by: Guest
    creates data: description
  step Fetch it
    by: Guest
    needs data: ticket, description
  end good: Warm
"""
    rule = "for each place\nthe place must have no issued data\nsay: {issued data}"
    assert found(rule, journey) == ["“ticket”"]
    assert found(AGAIN, journey) == ["“Fetch it”: “description”"]


def test_a_remedy_asks_again_for_what_the_place_of_its_mistake_asked_for() -> None:
    journey = """
journey Meal
  step Order
    needs data: dish
    mistake Wrong dish
      remedy Complain
        needs data: dish, table
  end good: Full
"""
    rule = (
        "for each remedy\nthe remedy must have no data asked again\nsay: {data asked again} of {needed data}"
    )
    assert found(rule, journey) == ["“dish” of dish, table"]


def test_parts_are_compared_without_articles_and_capitals() -> None:
    assert list(items("the Name, , your  table,")) == ["name", "table"]


RECORDS = """
journey Meal
  step Write the order down
    by: Desk
    creates data: order
    {told}
  step Write it on the slate
    {by}
    creates data: the order, price
  end good: Full
"""


def records(by: str = "by: Kitchen", told: str = "takes: 1 min") -> str:
    return RECORDS.format(by=by, told=told)


@pytest.mark.parametrize(
    ("journey", "expected"),
    [
        (records(), ["“Write the order down”"]),
        (records(by="by: Ledger"), ["“Write the order down”"]),
        (records(by="by: Desk"), []),
        (records(by="by: Guest"), []),
        (records(told="copies to: Kitchen"), []),
    ],
)
def test_an_earlier_record_is_made_by_others_who_are_not_told(journey: str, expected: list[str]) -> None:
    rule = "for each place\nthe place must have no earlier record\nsay: {earlier record of the place}"
    assert found(rule, journey) == expected


def test_who_makes_a_record_is_asked_for() -> None:
    assert asked("for each place\nthe place must have no earlier record", records(by="takes: 1 min")) == {
        "by"
    }


COPIES = """
journey Meal
  step Note the allergy
    by: Desk
    copies to: Kitchen
    mistake Wrong allergy
      noticed at: Bring the starter
      remedy Correct it
        kind: corrects
        {leads}
  step Print
    by: Desk
    copies to: Ledger
  step Bring the starter
    by: Desk
  step Tell the kitchen
    by: Desk
    {tells}
  step Bring the dessert
    by: Desk
  end good: Well
"""
FORGOTTEN = "for each remedy\nthe remedy must have no forgotten copies"


@pytest.mark.parametrize(
    ("leads", "tells", "expected"),
    [
        ("leads to: Bring the dessert", "copies to: Kitchen", ["“Kitchen” and “Ledger”"]),
        ("leads to: Tell the kitchen", "copies to: Kitchen", ["“Ledger”"]),
        ("leads to: Tell the kitchen", "hands over to: Kitchen, Ledger", []),
        ("leads to: Note the allergy", "takes: 1 min", []),
    ],
)
def test_copies_are_forgotten_unless_some_place_behind_the_remedy_tells_their_keepers(
    leads: str, tells: str, expected: list[str]
) -> None:
    journey = COPIES.format(leads=leads, tells=tells)
    assert found(f"{FORGOTTEN}\nsay: {{forgotten copies}}", journey) == expected


def test_where_a_remedy_leads_is_asked_for_if_there_are_copies() -> None:
    assert asked(FORGOTTEN, COPIES.format(leads="takes: 1 min", tells="takes: 1 min")) == {"leads to"}


@st.composite
def flows(draw: st.DrawFn) -> tuple[str, int]:
    """A wired journey with jumps in all directions, and how many steps it has."""
    count = draw(st.integers(3, 9))
    numbers = st.integers(0, count - 1)
    arrows = draw(st.lists(st.tuples(numbers, numbers), min_size=count, max_size=2 * count))
    wiring = "\n".join(f"    S{one} -> S{other}" for one, other in [(0, 1), *arrows])
    steps = "\n".join(f"  step S{each}" for each in range(count))
    return f"journey J\n{steps}\n  flow\n{wiring}\n", count


@settings(max_examples=150, deadline=None)
@given(flows(), st.data())
def test_a_mark_is_passed_if_nobody_gets_there_when_all_marked_places_are_closed(
    flow: tuple[str, int], data: st.DataObject
) -> None:
    look = Look(cases_of(flow[0])[0])
    nodes = len(look.journey.nodes)
    marked = data.draw(st.sets(st.integers(1, nodes - 1), max_size=3))
    passed = passed_before(look, dict.fromkeys(marked, 1))
    closed = bytearray(look.ways.size)
    for number in marked:
        closed[number] = 1
    free = spread([0], look.ways.outward, closed)
    everywhere = spread([0], look.ways.outward)
    for node in range(1, nodes):
        if everywhere[node]:
            assert bool(passed[node]) != any(free[prior] for prior in look.ways.inward[node])


# ---- departments and channels ---------------------------------------------------------------------------

ROUND = """
journey Meal
  repeat until it tastes
    step Ask
      by: {one}
    step Cook
      by: {other}
  end good: Full
"""
BETWEEN = "for each loop\nthe loop must not be between departments"


@pytest.mark.parametrize(
    ("one", "other", "findings", "facts"),
    [
        ("Desk", "Kitchen", 1, set()),
        ("Desk", "Ledger", 0, set()),
        ("Desk", "Guest", 0, set()),
        ("Desk", "Somebody", 0, {"kind"}),
    ],
)
def test_a_loop_goes_between_departments(one: str, other: str, findings: int, facts: set[str]) -> None:
    journey = ROUND.format(one=one, other=other)
    assert len(found(f"{BETWEEN}\nsay: x", journey)) == findings
    assert asked(BETWEEN, journey) == facts


MADE = """
journey Meal
  step Order
    {on}
    mistake Wrong dish
  end good: Full
"""


@pytest.mark.parametrize(
    ("on", "screen", "staff", "facts"),
    [
        ("on: Post", 0, 0, {"answered by"}),
        ("on: Shop", 1, 0, set()),
        ("on: Counter", 0, 1, set()),
        ("takes: 1 min", 0, 0, set()),
        ("on: Board", 0, 0, {"kind", "answered by"}),
    ],
)
def test_a_mistake_is_made_on_a_screen_or_with_staff(
    on: str, screen: int, staff: int, facts: set[str]
) -> None:
    journey = MADE.format(on=on)
    by_screen, by_staff = (
        f"for each mistake\nthe mistake must not be made {how}" for how in ("on a screen", "with staff")
    )
    assert len(found(f"{by_screen}\nsay: x", journey)) == screen
    assert len(found(f"{by_staff}\nsay: x", journey)) == staff
    assert asked(by_screen, journey) | asked(by_staff, journey) == facts


REMEDIES = """
journey Meal
  step Order
    mistake Wrong dish
      noticed after: 1 hour
      remedy Swap at the desk
        kind: corrects
        does: swap
        by: Desk
        within: 3 hours
      remedy Get a voucher
        kind: compensates
        does: give
        by: {other}
      remedy Swap in the kitchen
        kind: corrects
        does: swap
        by: {other}
  end good: Full
"""
COUNTERPART = "for each remedy\nthe remedy must have no counterpart"


def test_a_counterpart_does_the_same_in_another_department() -> None:
    saying = f"{COUNTERPART}\nsay: {{counterpart of the remedy}}"
    assert found(saying, REMEDIES.format(other="Kitchen")) == ["“Swap in the kitchen”"]
    assert found(saying, REMEDIES.format(other="Desk")) == []
    assert asked(COUNTERPART, REMEDIES.format(other="Somebody")) == {"department"}


def test_only_what_a_remedy_says_itself_is_a_window_of_its_own() -> None:
    rule = "for each remedy\nthe remedy must be with a window of its own\nsay: {remedy}"
    assert found(rule, REMEDIES.format(other="Desk")) == ["“Get a voucher”", "“Swap in the kitchen”"]


# ---- time -----------------------------------------------------------------------------------------------


def test_the_time_to_react_is_what_is_left_of_the_window_after_noticing() -> None:
    rule = "for each remedy where the remedy is with a window of its own\nsay: {time to react}"
    assert found(rule, REMEDIES.format(other="Desk")) == ["2 h"]
    unnoticed = REMEDIES.format(other="Desk").replace("noticed after: 1 hour", "note: x")
    question = "for each remedy where the remedy is with a window of its own"
    question += "\nthe time to react of the remedy must be at least 1 hour"
    assert asked(question, unnoticed) == {"noticed after"}


LATE = """
journey Meal
  valid until: 2026-01-31
  step Cook
    takes: 10 min
    if later than 40 min
      step Bring bread
      go to Eat
  step Eat
  wait for the bill
    by: Guest
    when it comes
      end good: Paid
    after 2 hours
      end bad: Locked in
"""


def test_late_places_are_where_one_gets_after_the_time_limit() -> None:
    rule = "for each place\nthe place must have no late places\nsay: {place} {time limit} {late places of the place}"
    assert found(rule, LATE) == ["“Cook” 40 min “Bring bread”", "“wait for the bill” 2 h “Locked in”"]


def test_a_journey_expires() -> None:
    rule = "for each journey\nthe expiry of the journey must not be in the past\nsay: {expiry}"
    assert found(rule, LATE) == ["2026-01-31"]
    assert found(rule, LATE.replace("2026-01-31", "2026-06-30")) == []


def test_the_next_appeal_is_the_one_that_ends_next_after_its_own_time() -> None:
    journey = """
journey Meal
  step Bill
    appeal To the chef
      within: 3 days
    appeal To the owner
      within: 1 day
    appeal To the guild
      within: 2 days
    appeal To the press
  end good: Paid
"""
    rule = "for each appeal\nthe appeal must have no next appeal\nsay: {appeal} {next appeal of the appeal}"
    assert found(rule, journey) == [
        "“To the owner” “To the guild”",
        "“To the guild” “To the chef”",
        "“To the press” “To the owner”",
    ]


def test_no_way_leads_to_no_place() -> None:
    from tests.rulebook.language.test_messages import complaints

    rule = "severity: error\nfor each place\nno late place of the place can reach a bad end\nsay: x\n"
    assert [each.title for each in complaints(rule)] == ["ways cannot lead from or to “no ...”"]


PASSING = """
actor Guest
  kind: customer
actor Kitchen
  kind: human
  hands over to: Bar, Cellar
actor Bar
  kind: human
  hands over to: Kitchen
actor Cellar
  kind: human
journey Meal
  step Cook
    by: Kitchen
  step Pour
    by: Bar
  step Fetch
    by: Cellar
  end good: Full
"""


def test_of_two_who_pass_cases_to_each_other_it_is_told_once() -> None:
    rule = "for each actor\nfor each counterpart of the actor\nsay: {actor} {counterpart}"
    outcome = result(f"severity: warning\n{rule}\n", cases_of(PASSING)[0])
    assert [each.title for each in outcome.findings] == ["“Kitchen” “Bar”"]


OUTSIDE = """
actor Court
  kind: outside
journey Meal
  choice What now?
    by: Guest
    on: Counter
    when eat
      step Judge
        by: Court
      step Wonder
        by: Somebody
    when leave
      step Clean up
  end good: Full
"""


def test_a_place_is_in_outside_hands_where_somebody_outside_acts() -> None:
    rule = "for each place\nthe place must not be in outside hands\nsay: {place}"
    assert found(rule, OUTSIDE) == ["“Judge”"]
    assert asked("for each place\nthe place must not be in outside hands", OUTSIDE) == {"kind"}


def test_a_place_is_on_a_channel_if_it_names_one() -> None:
    assert found("for each place\nthe place must not be on a channel\nsay: {place}", OUTSIDE) == [
        "“What now?”"
    ]


# ---- hand-overs -----------------------------------------------------------------------------------------

WALL = """
journey Meal
  step Cook
    by: Kitchen
    hands over to: Desk
  step Carry
    {carry}
  end good: Full
"""


@pytest.mark.parametrize(
    ("carry", "taken_up", "on_the_clock", "facts"),
    [
        ("by: Desk", True, False, set()),
        ("by: Desk\n    waiting time: 5 min", True, True, set()),
        ("by: Desk\n    if later than 1 hour\n      go to Full", True, True, set()),
        ("by: Kitchen\n    waiting time: 5 min", False, False, set()),
        ("takes: 5 min", None, False, {"by"}),
        ("waiting time: 5 min", None, None, {"by"}),
    ],
)
def test_a_hand_over_is_taken_up_where_its_receiver_acts_behind_it(
    carry: str, taken_up: bool | None, on_the_clock: bool | None, facts: set[str]
) -> None:
    journey, unknown = WALL.format(carry=carry), set()
    for word, expected in (("taken up", taken_up), ("on the clock", on_the_clock)):
        rule = f"for each hand-over\nthe hand-over must be {word}"
        assert bool(found(f"{rule}\nsay: x", journey)) == (expected is False)
        assert bool(asked(rule, journey)) == (expected is None)
        unknown |= asked(rule, journey)
    assert unknown == facts


def test_what_the_receiver_did_before_is_no_taking_up() -> None:
    before = WALL.format(carry="by: Ledger").replace("  step Cook", "  step Greet\n    by: Desk\n  step Cook")
    assert found("for each hand-over\nthe hand-over must be taken up\nsay: {hand-over}", before) == [
        "“Cook to Desk”"
    ]


@pytest.mark.parametrize(("kind", "findings"), [("letter", 1), ("fax", 1), ("email", 0)])
def test_letters_and_faxes_are_on_paper(kind: str, findings: int) -> None:
    journey = f"channel Way\n  kind: {kind}\njourney Meal\n  step Order\n    on: Way\n  end good: Full\n"
    assert (
        len(found("for each channel\nthe channel must not be on paper\nsay: {channel}", journey)) == findings
    )
