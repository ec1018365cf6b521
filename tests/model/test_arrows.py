from __future__ import annotations

import pytest

from journeyaudit.model.flow import NodeKind, Outcome, Owner, Pick
from tests.model.reading import arrows, body, cited, journey, node, number, read, rules

FLOWS = {
    "arrows lead from name to name": (
        "  A -> B -> end good: C\n",
        ["start -> A", "A -> B", "B -> C"],
    ),
    "a flow block holds arrows too": (
        "  flow\n    A -> B\n    B -> C\n",
        ["start -> A", "A -> B", "B -> C"],
    ),
    "several ways out of a step are branches that nobody owns": (
        "  A -> B\n  A -> C\n",
        ["start -> A", "A -> B (branch)", "A -> C (branch)"],
    ),
    "labels stand on the branches of a choice": (
        '  A -> Q\n  Q "yes" -> B\n  Q "no" -> A\n  choice Q\n',
        ["start -> A", "A -> Q", "Q -> B (branch yes)", "Q -> A (branch no)"],
    ),
    "a choice with one way out merges": (
        "  A -> Q -> B\n  C -> Q\n  choice Q\n",
        ["start -> A (branch)", "start -> C (branch)", "A -> Q", "Q -> B", "C -> Q"],
    ),
    "where everything is reached by arrows the first name begins": (
        "  A -> B -> A\n",
        ["start -> A", "A -> B", "B -> A"],
    ),
    "the same arrow twice is one arrow": ("  A -> B\n  A -> B\n", ["start -> A", "A -> B"]),
    "a wired step may be left when it fails or gets late": (
        "  A -> B -> end good: C\n  step B\n    if it fails\n      go to A\n    if later than 2 days\n      step Hurry\n",
        ["start -> A", "A -> B", "B -> A (fails)", "B -> Hurry (late)", "B -> C", "Hurry -> C"],
    ),
    "an interrupt may stand beside arrows": (
        "  A -> B -> end good: C\n  interrupt I\n    step In\n    go to B\n",
        ["start -> A", "A -> B", "B -> C", "In -> B (go to)"],
    ),
    "arrows may name what stands in an interrupt": (
        "  A -> In\n  interrupt I\n    step In\n    end good: C\n  B -> end good: C\n",
        ["start -> A (branch)", "start -> B (branch)", "A -> In", "In -> C", "B -> C"],
    ),
    "what is only reached by a jump is no beginning": (
        "  A -> B\n  Z -> B\n  step B\n    if it fails\n      go to Z\n",
        ["start -> A", "A -> B", "B -> Z (fails)", "Z -> B"],
    ),
    "a handle names the step it belongs to": (
        "  form -> B\n  step Fill in the form [form]\n",
        ["start -> Fill in the form", "Fill in the form -> B"],
    ),
}


@pytest.mark.parametrize("name", FLOWS)
def test_wired_flows(name: str) -> None:
    lines, expected = FLOWS[name]
    assert sorted(arrows(body(lines))) == sorted(expected)


def test_names_that_no_block_declares_are_steps_without_facts() -> None:
    found = body("  A -> B\n")
    assert [node.kind for node in found.nodes] == [NodeKind.START, NodeKind.STEP, NodeKind.STEP]
    assert node(found, "A").by == ()


def test_nothing_but_arrows_is_a_sketch() -> None:
    assert body("  A -> B\n").sketch
    assert body("  flow\n    A -> B\n").sketch
    assert not body("  goal: x\n  A -> B\n").sketch
    assert not body("  A -> B\n  step A\n    by: Clerk\n").sketch
    assert not body("  step A\n").sketch


def test_a_wired_journey_says_so() -> None:
    assert body("  A -> B\n  step A\n    by: Clerk\n").wired
    assert not body("  step A\n").wired


def test_blocks_give_the_details_of_what_arrows_name() -> None:
    found = body(
        "  A -> Q\n  Q -> B\n  Q -> end bad: C\n  choice Q\n    by: Clerk\n  step A\n    takes: 3 min\n"
    )
    assert node(found, "A").takes is not None
    assert node(found, "Q").by == ("clerk",)
    assert node(found, "C").outcome is Outcome.BAD


def test_nodes_stand_in_the_order_in_which_they_are_first_named() -> None:
    found = body("  step Z\n    by: Clerk\n  A -> Z -> B\n")
    assert [node.name for node in found.nodes] == ["", "Z", "A", "B"]


def test_pick_all_with_several_ways_out_is_a_fork_and_with_several_in_a_join() -> None:
    found = body(
        "  S -> F\n  F -> A -> J\n  F -> B -> J\n  J -> end good: E\n  choice F\n    pick: all\n  choice J\n    pick: all\n"
    )
    fork, join = node(found, "F"), node(found, "J")
    assert (fork.kind, fork.split) == (NodeKind.FORK, Pick.ALL)
    assert (join.kind, join.merge) == (NodeKind.JOIN, Pick.ALL)
    assert (fork.match, join.match) == (None, None)


def test_pick_one_with_several_ways_in_merges_any() -> None:
    found = body("  A -> M\n  B -> M\n  M -> end good: E\n  choice M\n    pick: one\n")
    assert (node(found, "M").kind, node(found, "M").merge) == (NodeKind.CHOICE, Pick.ONE)


def test_a_branch_without_a_body_says_more_about_the_arrow_of_that_label() -> None:
    found = body(
        '  A -> Q\n  Q "yes" -> B\n  Q "no" -> A\n  choice Q\n    when yes (30 %)\n      customer meets it: yes\n'
    )
    way = next(move for move in found.moves if move.label == "yes")
    assert (way.share, way.customer_meets) == (30, True)
    assert node(found, "Q").owner is Owner.NATURE


def test_a_declared_step_without_arrows_is_kept_but_not_reached() -> None:
    found = body("  A -> B\n  step Alone\n    by: Clerk\n")
    assert all(number(found, "Alone") not in (move.source, move.target) for move in found.moves)


def test_phases_may_hold_the_blocks_of_a_wired_journey() -> None:
    found = body("  A -> B\n  phase P\n    step B\n      by: Clerk\n")
    assert node(found, "B").phases == ("P",)


@pytest.mark.parametrize(
    ("lines", "rule", "cites"),
    [
        ("  A -> B\n  repeat until x\n    step C\n", "mixed-flow", "repeat until x"),
        ("  A -> B\n  wait 3 days\n", "mixed-flow", "wait 3 days"),
        ("  A -> Q\n  choice Q\n    when x\n      step C\n", "mixed-flow", "when x"),
        ("  A -> end good: B\n  C -> end bad: B\n", "repeated-name", "B"),
        ("  A -> end good: B\n  B -> C\n", "end-goes-on", "B -> C"),
        ("  A -> B\n  step A\n    by: X\n  step A\n    by: Y\n", "repeated-name", "step A"),
    ],
)
def test_what_arrows_contradict_is_said(lines: str, rule: str, cites: str) -> None:
    text = f"journey J\n{lines}"
    _, findings = read(text)
    assert rules(findings) == [rule]
    assert cited(text, findings[0]).splitlines()[0].strip() == cites


def test_where_both_kinds_of_flow_are_mixed_nothing_may_be_concluded() -> None:
    service, _ = read("journey J\n  A -> B\n  wait 3 days\n")
    assert service.journeys[0].broken


def test_ten_thousand_arrows_can_be_read() -> None:
    found = journey("journey J\n" + "".join(f"  s{at} -> s{at + 1}\n" for at in range(10_000)))
    assert len(found.moves) == 10_001


def test_an_arrow_to_a_phase_is_a_finding_and_reaches_its_first_step() -> None:
    text = "journey J\n  A -> Packing\n  Pack -> end good: C\n  phase Packing\n    step Pack\n"
    service, (finding,) = read(text)
    assert finding.rule == "wrong-kind" and cited(text, finding) == "Packing"
    assert finding.help == "write the name of a step of “Packing”"
    assert arrows(service.journeys[0]) == ["start -> A", "A -> Pack", "Pack -> C"]


def test_a_phase_may_share_its_name_with_a_step_or_an_end_that_arrows_name() -> None:
    assert rules(read("journey J\n  A -> P\n  phase P\n    step P\n")[1]) == []
    assert rules(read("journey J\n  A -> end good: P\n  phase P\n    step A\n")[1]) == []
