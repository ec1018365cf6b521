from __future__ import annotations

import pytest

from journeyaudit.comparison import compare
from journeyaudit.comparison.change import Weight
from tests.comparison.sides import ORDER, changed, quick, sentences, side

EDITS = [
    ("answers within: 20 min", "answers within: 3 min", "~ “Hotline” now answers within 3 min, before 20 min"),
    ("    up to: 50 EUR", "    up to: 200 EUR", "~ “Agent” may now refund up to 200 EUR (before: refund up to 50 EUR)"),
    ("  may see\n", "  may see, change\n", "+ “Agent” may now change"),
    ("  may see\n", "", "- “Agent” may no longer see"),
    (
        "accepted until: Trigger fulfilment",
        "accepted until: Ship",
        "~ corrections of “Wrong number” are now accepted until “Ship” begins, before until “Trigger fulfilment” begins",
    ),
    (
        "  decides within: 10 min\n",
        "",
        "~ “Agent” no longer decides within 10 min (nothing is said any more)",
    ),
    (
        "    automated decision\n",
        "",
        "~ “Trigger fulfilment” is no longer decided by a machine",
    ),
    ("  step Ship\n", "  step Ship\n    point of no return\n", "~ “Ship” is now a point of no return"),
    ("end bad: Not done", "end neutral: Not done", "~ “Not done” now counts as neutral for the customer, before bad"),
    (
        "when no (2 %)",
        "when no",
        "~ at “Is it right?” the way “no” is no longer taken in 2 % of the cases (nothing is said any more)",
    ),
    ("when yes (98 %)", "when sure (98 %)", "= at “Is it right?” the way “yes” is now called “sure”"),
    ("    takes: 6 min", "    takes: at once", "~ “Place order” now takes no time, before 6 min"),
    (
        "  open: Mon-Fri 08:00-18:00\n  answers",
        "  open: Mon-Fri 08:00-18:00, Sat 09:00-13:00\n  answers",
        "~ “Hotline” is now open Mon-Fri 08:00-18:00, Sat 09:00-13:00, before Mon-Fri 08:00-18:00",
    ),
    (
        "promise: We are here for you.",
        "promise: We put it right.",
        "~ “Order” now promises “We put it right.”, before “We are here for you.”",
    ),
    ("status: as-is", "status: to-be", "~ “Order” is now described to-be, before as-is"),
    (
        "  step Ship\n",
        "  step Weigh\n    takes: 1 min\n  step Ship\n",
        "+ step “Weigh” after “Pack”: takes 1 min",
    ),
    (
        "  choice Is it right?",
        "  interrupt Call us\n    by: Customer\n    main flow: pauses\n  choice Is it right?",
        "+ interrupt “Call us”: can be started by “Customer”; during it the main flow pauses",
    ),
    ("      value: 40 EUR\n", "      value: 40 EUR\n      no remedy: none\n", "~ “Wrong number” now has no remedy, for this reason: “none” (nothing was said before)"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), EDITS, ids=[said for *_, said in EDITS])
def test_a_changed_fact_is_one_sentence(old: str, new: str, said: str) -> None:
    assert sentences(changed(old, new)) == [said]


RENAMED = [
    ("step Pack", "step Pack parcel", "= step “Pack” is now called “Pack parcel”"),
    ("end bad: Not done", "end bad: Undone", "= end “Not done” is now called “Undone”"),
    ("mistake Wrong number", "mistake Typing error", "= mistake “Wrong number” is now called “Typing error”"),
    ("remedy Call", "remedy Phone us", "= remedy “Call” is now called “Phone us”"),
]


@pytest.mark.parametrize(("old", "new", "said"), RENAMED)
def test_what_is_only_called_otherwise_is_no_other_thing(old: str, new: str, said: str) -> None:
    comparison = changed(old, new)
    assert sentences(comparison) == [said]
    assert {str(each.trend) for each in comparison.mistakes} == {"same"}


def test_a_role_with_a_new_name_is_the_same_to_all_who_mention_it() -> None:
    comparison = compare(side(ORDER), side(ORDER.replace("Agent", "Service desk")))
    assert sentences(comparison) == ["= role “Agent” is now called “Service desk”"]
    assert {str(each.fate) for each in comparison.findings} <= {"still there"}


def test_an_interrupt_with_a_new_name_keeps_its_steps() -> None:
    text = ORDER.replace(
        "  step Pack\n", "  interrupt Call us\n    by: Customer\n    step Listen\n  step Pack\n"
    )
    said = sentences(compare(quick(text)[0], quick(text.replace("Call us", "Phone in"))[0]))
    assert said == ["= interrupt “Call us” is now called “Phone in”"]


def test_a_step_that_went_and_one_that_came_are_told_as_such() -> None:
    said = sentences(
        changed("  step Pack\n    by: Agent\n    takes: 2 hours\n", "  step Glue a label\n    takes: 1 min\n")
    )
    assert said == [
        "+ step “Glue a label” after “Trigger fulfilment”: takes 1 min",
        "- step “Pack”",
    ]  # fmt: skip


def test_a_step_at_another_place_has_moved() -> None:
    pack = "  step Pack\n    by: Agent\n    takes: 2 hours\n"
    moved = ORDER.replace(pack, "").replace("  step Trigger", f"{pack}  step Trigger")
    (said,) = sentences(compare(quick(ORDER)[0], quick(moved)[0]))
    assert said.startswith("> step “") and "moved: now it comes after “" in said


def test_branches_in_another_order_mean_the_same() -> None:
    yes, no = "    when yes (98 %)\n      end good: Done\n", "    when no (2 %)\n      end bad: Not done\n"
    assert yes + no in ORDER
    comparison = compare(side(ORDER), side(ORDER.replace(yes + no, no + yes)))
    assert comparison.says_nothing_changed


def test_a_jump_to_another_place_is_told() -> None:
    text = ORDER.replace("      end bad: Not done\n", "      go to Pack\n")
    said = sentences(compare(quick(text)[0], quick(text.replace("go to Pack", "go to Ship"))[0]))
    assert said == ["~ after “Is it right?” the way “no” now goes on to “Ship”, before to “Pack”"]


def test_what_weighs_most_for_the_customer_stands_first() -> None:
    text = ORDER.replace("status: as-is", "status: to-be").replace("takes: 2 hours", "takes: 3 hours")
    text = text.replace("accepted until: Trigger fulfilment", "accepted until: Ship")
    text = text.replace(
        "      remedy Call", "      remedy Write\n        kind: workaround\n      remedy Call"
    )
    (journey,) = compare(quick(ORDER)[0], quick(text)[0]).journeys
    weights = [change.weight for change in journey.changes]
    assert weights == [Weight.RIGHTS, Weight.WINDOWS, Weight.EFFORT, Weight.NOTES]


def test_where_a_thing_stands_in_the_text_means_nothing() -> None:
    spaced = "# a remark\n\n" + ORDER.replace("\n\n", "\n\n\n# another one\n")
    assert compare(quick(ORDER)[0], quick(spaced)[0]).says_nothing_changed


def test_a_cut_off_that_a_step_states_is_told_once_and_not_again_for_its_mistakes() -> None:
    at_step = ORDER.replace("      accepted until: Trigger fulfilment\n", "").replace(
        "    takes: 6 min\n", "    takes: 6 min\n    accepted until: Trigger fulfilment\n"
    )
    later = at_step.replace("accepted until: Trigger fulfilment", "accepted until: Ship")
    (said,) = sentences(compare(quick(at_step)[0], quick(later)[0]))
    assert said.startswith("~ corrections of what goes wrong at “Place order” are now accepted until “Ship”")


def test_a_long_journey_is_compared_quickly_and_without_depth() -> None:
    steps = [f"  step Step {number}\n    takes: {number + 1} min\n" for number in range(3000)]
    before = "journey Long\n" + "".join(steps) + "  end good: Done\n"
    after = "journey Long\n" + "".join(steps[:1500] + steps[1501:]) + "  step Last\n  end good: Done\n"
    said = sentences(compare(quick(before)[0], quick(after)[0]))
    assert said == ["+ step “Last” after “Step 2999”", "- step “Step 1500”"]


def test_journeys_are_matched_by_name_and_the_last_one_by_its_steps() -> None:
    other = "journey Return\n  step Send back\n  end good: Sent\n"
    text = ORDER + other
    comparison = compare(side(text), side(text.replace("journey Order\n", "journey Purchase\n")))
    first, second = comparison.journeys
    assert (first.name, second.name) == ("Purchase", "Return")
    assert first.matched.startswith("taken for “Order” under a new name: it is the only one left, and 7 of 7")
    assert [each.text for each in first.changes] == ["journey “Order” is now called “Purchase”"]
    assert not second.changes
    assert {str(each.fate) for each in comparison.findings} <= {"still there"}


def test_a_journey_with_other_steps_is_another_one() -> None:
    comparison = compare(side(ORDER), side("journey Return\n  step Send back\n  end good: Sent\n"))
    assert [(each.name, each.before is None, each.after is None) for each in comparison.journeys] == [
        ("Return", True, False),
        ("Order", False, True),
    ]
    assert [str(each.trend) for each in comparison.mistakes] == ["no longer described"]
