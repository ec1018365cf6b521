"""The words about effort, loops and the shape of the flow: true, false and unknown."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.model.flow import Outcome
from journeyaudit.rulebook.language import Look, dictionary
from journeyaudit.rulebook.language.answer import Answer
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.unavoidable import unavoidable_places
from journeyaudit.rulebook.language.values import Reading, Time
from tests.graph.test_against_naive import graphs
from tests.rulebook.examples import examples
from tests.rulebook.language.making import cases_of, result

PEOPLE = """
actor Customer
  kind: customer
actor Clerk
  kind: human
actor Shop
  kind: system
actor Somebody
journey Order
  customer: Customer
"""


def look_at(text: str, people: str = PEOPLE) -> Look:
    lines = text.strip("\n").split("\n")
    blank = len(lines[0]) - len(lines[0].lstrip())
    return Look(cases_of(people + "\n".join(f"  {line[blank:]}" for line in lines) + "\n")[0])


def thing(look: Look, kind: str, name: str = "") -> Thing:
    return next(each for each in look.things(kind).things if not name or each.name == name)


def fact(look: Look, word: str, kind: str, name: str = "") -> Reading:
    found = dictionary.attribute(word, kind)
    assert found is not None
    return found.read(look, thing(look, kind, name))


def trait(look: Look, word: str, kind: str, name: str = "") -> Answer:
    found = dictionary.adjective(word, kind)
    assert found is not None
    return found.read(look, thing(look, kind, name))


def parts(look: Look, word: str, kind: str, name: str = "") -> list[str]:
    found = dictionary.relation(word, kind)
    assert found is not None
    return [each.name for each in found.read(look, thing(look, kind, name)).things]


# ---- the shape of the flow


@pytest.mark.parametrize(
    ("branches", "total"),
    [
        (("yes (30 %)", "no (60 %)"), 90),
        (("yes (30 %)", "no"), 100),
        (("yes (80 %)", "no (40 %)", "perhaps"), 120),
        (("yes (30 %)", "no", "perhaps"), None),
    ],
)
def test_shares_add_up_and_one_branch_may_get_the_rest(branches: Sequence[str], total: float | None) -> None:
    look = look_at("choice Paid?\n" + "\n".join(f"  when {each}\n    end good: {each}" for each in branches))
    reading = fact(look, "total share", "choice")
    assert reading.value == total
    assert bool(reading.missing) == (total is None)


def test_a_choice_without_shares_or_of_several_branches_has_no_total() -> None:
    text = "choice Paid?\n  {}\n  when yes{}\n    end good: A\n  when no\n    end good: B"
    assert fact(look_at(text.format("by: Clerk", "")), "total share", "choice").none
    assert fact(look_at(text.format("pick: several", " (30 %)")), "total share", "choice").none


def test_otherwise_and_time_out_lead_to_a_place() -> None:
    look = look_at("""
choice Paid?
  when yes
    end good: A
  otherwise
    step Remind
wait for the answer
  when it comes
    end good: B
  after 3 days
    end bad: C
""")
    assert parts(look, "otherwise", "choice") == ["Remind"]
    assert parts(look, "time-out", "wait") == ["C"]
    silent = look_at("choice Paid?\n  when yes\n    end good: A\nwait for the answer\nend good: B")
    assert parts(silent, "otherwise", "choice") == parts(silent, "time-out", "wait") == []


def test_only_a_branch_that_leads_straight_back_begins_again() -> None:
    text = """
step Fill in
  by: Customer
choice Complete?
  by: Clerk
  when no
    {}
    go to Fill in
  when yes
    go to Done
step Done
end good: A
"""
    assert parts(look_at(text.format("")), "places to begin again", "choice") == ["Fill in"]
    assert parts(look_at(text.format("step Explain")), "places to begin again", "choice") == []


def test_steps_and_phases_are_counted() -> None:
    look = look_at("phase One\n  step A\n  step B\nphase Two\n  step C\nstep D\nend good: E")
    assert fact(look, "number of steps", "journey").value == 4
    assert fact(look, "number of phases", "journey").value == 2


def test_nobody_is_named_only_where_somebody_could_be() -> None:
    look = look_at("step A\n  by: Clerk\nstep B\nend good: C")
    assert trait(look, "unassigned", "step", "A").no
    assert trait(look, "unassigned", "step", "B").yes
    assert trait(look, "unassigned", "end").no


@examples(150)
@given(graphs())
def test_unavoidable_is_what_cuts_the_start_off_from_every_good_end_when_it_is_taken_out(graph) -> None:
    good = {n.number for n in graph.nodes if n.outcome is Outcome.GOOD and n.region is None}

    def arrives(without: int) -> bool:
        seen = {0} - {without}
        queue = list(seen)
        for node in queue:
            ahead = [each for each in graph.successors[node] if each not in seen and each != without]
            seen.update(ahead)
            queue += dict.fromkeys(ahead)
        return bool(seen & good)

    reachable = arrives(-1)
    expected = [reachable and not arrives(number) for number in range(len(graph.nodes))]
    assert [bool(each) for each in unavoidable_places(graph)] == expected


LOOP = """
step Try
  by: {}
choice Worked?
  by: Shop
  when no
    go to Try
  when yes
    end good: Done
"""


@pytest.mark.parametrize(
    ("doer", "nowhere"), [("Customer", True), ("Shop", True), ("Clerk", False), ("Somebody", None)]
)
def test_a_loop_gets_nowhere_unless_a_human_acts_in_it(doer: str, nowhere: bool | None) -> None:
    answer = trait(look_at(LOOP.format(doer)), "getting nowhere", "loop")
    assert answer.holds is nowhere
    assert [each.key for each in answer.missing] == ([] if nowhere is not None else ["kind"])


def test_a_loop_with_a_step_of_which_nobody_is_named_may_get_somewhere() -> None:
    answer = trait(look_at(LOOP.replace("  by: {}\n", "")), "getting nowhere", "loop")
    assert answer.holds is None
    assert [each.key for each in answer.missing] == ["by"]


def test_a_limited_repeat_ends_and_stored_data_are_progress() -> None:
    text = "repeat until it works\n  {}\n  step Try\n    by: Customer\n    {}\nend good: Done"
    assert trait(look_at(text.format("note: often", "takes: 1 min")), "getting nowhere", "loop").yes
    assert trait(look_at(text.format("at most: 3 times", "takes: 1 min")), "getting nowhere", "loop").no
    assert trait(look_at(text.format("note: often", "creates data: it")), "getting nowhere", "loop").no


WIRED = """
journey Order
  flow
    Take order -> "Check both"
    "Check both" -> Check address -> Ship
    "Check both" -> Check account -> Ship
    Ship -> end good: Delivered
  choice "Check both"
    pick: {}
  step Ship
{}
"""


def test_a_deadlock_and_a_double_run_know_their_place_and_where_the_branches_parted() -> None:
    waiting = WIRED.format("one", "").replace("step Ship", "choice Ship\n    pick: all")
    stuck, twice = look_at("", waiting), look_at("", WIRED.format("all", ""))
    assert [each.name for each in stuck.things("deadlock").things] == ["Ship"]
    assert parts(stuck, "fork", "deadlock") == parts(twice, "fork", "double run") == ["Check both"]
    assert parts(twice, "place", "double run") == ["Ship"]
    assert not stuck.things("double run").things
    assert not twice.things("deadlock").things


def test_a_place_that_stands_only_in_arrows_goes_by_its_own_name() -> None:
    twice = look_at("", WIRED.format("all", "").replace("  step Ship\n", ""))
    assert [each.name for each in twice.things("double run").things] == ["Ship"]


def test_a_rule_that_looks_for_trouble_has_looked_where_there_is_none() -> None:
    rule = "severity: error\nfor each {}\nsay: no\n"
    case = cases_of("journey Order\n  step A\n  end good: B\n")[0]
    assert result(rule.format("deadlock"), case).assessed == 1
    assert result(rule.format("remedy"), case).assessed == 0


# ---- time and money of the customer


def minutes(reading: Reading) -> tuple[float, float]:
    assert isinstance(reading.value, Time)
    return reading.value.low, reading.value.high


def test_the_customers_time_is_stated_or_that_of_a_step_they_take_part_in() -> None:
    look = look_at("""
step A
  by: Customer
  takes: 2 days
  customer effort: 20 min
step B
  by: Clerk
  together with: Customer
  takes: 5 to 10 min
step C
  by: Clerk
  takes: 1 hour
step D
  by: Customer
  takes: 2 days
step E
  by: Customer
step F
  by: Somebody
end good: G
""")
    assert minutes(fact(look, "customer time", "step", "A")) == (20, 20)
    assert minutes(fact(look, "customer time", "step", "B")) == (5, 10)
    assert fact(look, "customer time", "step", "C").none
    asked = {name: fact(look, "customer time", "step", name).missing[0].key for name in "DEF"}
    assert asked == {"D": "customer effort", "E": "takes", "F": "kind"}


def test_where_a_step_is_not_timed_the_least_is_known_and_the_rest_is_asked_for() -> None:
    look = look_at("""
step A
  by: Customer
  takes: 10 to 20 min
in parallel
  branch one
    step B
      by: Customer
  branch two
    step C
      by: Customer
      takes: 30 min
end good: D
""")
    reading = fact(look, "customer time to a good end", "journey")
    assert reading.half == (40, None, False)
    assert [str(each) for each in reading.missing] == ["`takes` of B"]


def test_without_a_way_to_a_good_end_there_is_no_time() -> None:
    assert fact(look_at("step A\nend bad: B"), "customer time to a good end", "journey").none


PIECES = st.recursive(
    st.integers(0, 9),
    lambda inner: st.tuples(st.sampled_from(["choice", "in parallel"]), st.lists(inner, min_size=2, max_size=3))
    | st.lists(inner, min_size=1, max_size=3),
    max_leaves=12,
)  # fmt: skip


def told(piece, path: str, blank: str) -> tuple[str, float]:
    """The text of a piece, and what the cheapest way through it costs."""
    if isinstance(piece, int):
        return f"{blank}step S{path}\n{blank}  by: Customer\n{blank}  takes: {piece} min\n", piece
    if isinstance(piece, list):
        made = [told(each, f"{path}-{number}", blank) for number, each in enumerate(piece)]
        return "".join(text for text, _ in made), sum(cost for _, cost in made)
    kind, inner = piece
    word, head = ("when", f"choice C{path}") if kind == "choice" else ("branch", kind)
    made = [told(each, f"{path}-{number}", blank + "    ") for number, each in enumerate(inner)]
    bodies = "".join(f"{blank}  {word} w{number}\n{text}" for number, (text, _) in enumerate(made))
    costs = [cost for _, cost in made]
    return f"{blank}{head}\n{bodies}", min(costs) if kind == "choice" else sum(costs)


@examples(60)
@given(PIECES)
def test_the_cheapest_way_takes_one_branch_of_a_choice_and_all_that_run_in_parallel(piece) -> None:
    text, cost = told(piece, "", "  ")
    look = Look(cases_of(f"{PEOPLE}{text}  end good: Done\n")[0])
    assert minutes(fact(look, "customer time to a good end", "journey")) == (cost, cost)


MISTAKE = """
actor Customer
  kind: customer
actor Clerk
  kind: human
channel Line
  kind: phone
  costs customer: 1 EUR
channel Mail
  kind: email
  costs customer: nothing
channel Desk
  kind: store
journey Order
  customer: Customer
  step Order
    by: {}
    takes: 5 to 10 min
    mistake Wrong size
      remedy Change it
        kind: corrects
        by: Clerk
        {}
  end good: Done
"""


@pytest.mark.parametrize(
    ("line", "free"),
    [
        ("costs customer: nothing", True),
        ("costs customer: 2 EUR", False),
        ("on: Line", False),
        ("on: Line, Mail", True),
        ("on: Line, Desk", None),
        ("note: nothing said", None),
    ],
)
def test_a_remedy_is_free_if_it_says_so_or_one_of_its_channels_is(line: str, free: bool | None) -> None:
    look = look_at("", MISTAKE.format("Customer", line))
    assert trait(look, "free of charge", "remedy").holds is free


def test_a_channel_is_free_dear_or_silent() -> None:
    look = look_at("", MISTAKE.format("Customer", "on: Line, Mail, Desk"))
    found = {name: trait(look, "free of charge", "channel", name).holds for name in ("Line", "Mail", "Desk")}
    assert found == {"Line": False, "Mail": True, "Desk": None}


def test_the_effort_of_a_remedy_is_measured_against_that_of_the_place() -> None:
    stated = look_at("", MISTAKE.format("Customer", "customer effort: 40 min"))
    assert fact(stated, "effort ratio", "remedy").value == 4
    silent = fact(look_at("", MISTAKE.format("Customer", "note: a letter")), "effort ratio", "remedy")
    assert [each.key for each in silent.missing] == ["customer effort"]
    assert fact(
        look_at("", MISTAKE.format("Clerk", "customer effort: 40 min")), "effort ratio", "remedy"
    ).none


# ---- what every round needs ------------------------------------------------------------------------------

ROUND = """
repeat until it is right
  step Send the papers
    by: {who}
    needs data: wage slips
  step Send them again
    by: Customer
    {second}
  step Look at them
    by: Clerk
    needs data: the file
end good: Done
"""


def needed(who: str, second: str = "note: nothing") -> Reading:
    return fact(look_at(ROUND.format(who=who, second=second)), "needed data", "loop")


def test_every_round_needs_what_the_customer_has_to_bring_in_it() -> None:
    assert needed("Customer", "needs data: identity card").value == ("wage slips", "identity card")
    assert needed("Customer", "needs data: wage slips").value == ("wage slips",)
    assert needed("Clerk").none
    assert [fact.key for fact in needed("Somebody").missing] == ["kind"]
    assert needed("Somebody", "needs data: identity card").value == ("identity card",)
