from __future__ import annotations

import pytest

from journeyaudit.model.flow import MoveKind, NodeKind, Outcome, Owner, Pick
from journeyaudit.model.quantities import DAY, Duration
from tests.model.reading import arrows, body, cited, journey, node, number, read, rules

FLOWS = {
    "steps follow each other in the order of their lines": (
        """
        step A
        step B
        end good: C
        """,
        ["start -> A", "A -> B", "B -> C"],
    ),
    "what runs off the end of the journey leads nowhere": ("\n    step A\n", ["start -> A"]),
    "a branch that runs off its end goes to what follows the choice": (
        """
        choice Q
          when yes
            step A
          when no
            step B
        step C
        """,
        ["start -> Q", "Q -> A (branch yes)", "Q -> B (branch no)", "A -> C", "B -> C"],
    ),
    "an empty branch goes straight to what follows": (
        """
        choice Q
          when yes
            step A
          otherwise
        step C
        """,
        ["start -> Q", "Q -> A (branch yes)", "Q -> C (branch otherwise)", "A -> C"],
    ),
    "an empty first branch still is the first way out": (
        """
        choice Q
          when yes
          when no
            step A
        step C
        """,
        ["start -> Q", "Q -> C (branch yes)", "Q -> A (branch no)", "A -> C"],
    ),
    "a choice without branches simply goes on": (
        """
        choice Q
          by: Clerk
        step C
        """,
        ["start -> Q", "Q -> C"],
    ),
    "parallel branches meet at a join": (
        """
        in parallel
          branch left
            step A
          branch right
            step B
        step C
        """,
        [
            "start -> in parallel",
            "in parallel -> A (branch left)",
            "in parallel -> B (branch right)",
            "A -> all branches done",
            "B -> all branches done",
            "all branches done -> C",
        ],
    ),
    "an end inside a parallel branch ends that branch": (
        """
        in parallel
          branch left
            end bad: X
          branch right
            step B
        step C
        """,
        [
            "start -> in parallel",
            "in parallel -> X (branch left)",
            "in parallel -> B (branch right)",
            "B -> all branches done",
            "all branches done -> C",
        ],
    ),
    "a choice of which all branches are taken is a fork": (
        """
        choice Q
          pick: all
          when one
            step A
          when two
        step C
        """,
        [
            "start -> Q",
            "Q -> A (branch one)",
            "Q -> all branches done (branch two)",
            "A -> all branches done",
            "all branches done -> C",
        ],
    ),
    "a loop decides behind its body": (
        """
        repeat until done
          at most: 3 times
          step A
          step B
        step C
        """,
        [
            "start -> A",
            "A -> B",
            "B -> repeat until done",
            "repeat until done -> A (again)",
            "repeat until done -> C",
        ],
    ),
    "a loop in a loop goes back to the same place": (
        """
        repeat until full
          repeat while hungry
            step Eat
        """,
        [
            "start -> Eat",
            "Eat -> repeat while hungry",
            "repeat while hungry -> Eat (again)",
            "repeat while hungry -> repeat until full",
            "repeat until full -> Eat (again)",
        ],
    ),
    "a loop without a body only goes on": (
        """
        repeat until done
        step C
        """,
        ["start -> repeat until done", "repeat until done -> C"],
    ),
    "a wait takes its place in the flow": (
        """
        step A
        wait 2 days
        step B
        """,
        ["start -> A", "A -> wait 2 days", "wait 2 days -> B"],
    ),
    "what is waited for goes on by its branches": (
        """
        wait for the answer
          when it comes
            step A
          after 14 days
            end bad: Silence
        step B
        """,
        [
            "start -> wait for the answer",
            "wait for the answer -> A (branch it comes)",
            "wait for the answer -> Silence (branch after 2 weeks)",
            "A -> B",
        ],
    ),
    "what is waited for goes on when only a time limit is stated": (
        """
        wait for the answer
          after 3 days
            end bad: Silence
        step B
        """,
        [
            "start -> wait for the answer",
            "wait for the answer -> B (branch)",
            "wait for the answer -> Silence (branch after 3 days)",
        ],
    ),
    "a wait without branches goes on": (
        """
        wait for the answer
        step B
        """,
        ["start -> wait for the answer", "wait for the answer -> B"],
    ),
    "what happens when it gets late comes back behind the step": (
        """
        step A
          if later than 5 days
            step Hurry
        step B
        """,
        ["start -> A", "A -> B", "A -> Hurry (late)", "Hurry -> B"],
    ),
    "what happens when it fails comes back behind the step": (
        """
        step A
          if it fails
            step Mend
            go to A
          if later than 2 h
            step Hurry
        step B
        """,
        ["start -> A", "A -> B", "A -> Mend (fails)", "A -> Hurry (late)", "Mend -> A (go to)", "Hurry -> B"],
    ),
    "an escalation may say where a failed step goes on": (
        """
        step A
          if it fails
            escalation Ask the boss
              to: Boss
              leads to: B
        step Z
        step B
        """,
        ["start -> A", "A -> Z", "A -> B (fails)", "Z -> B"],
    ),
    "a message when it gets late does not change the flow": (
        """
        step A
          if later than 2 days
            notification We are late
              to: Boss
        step B
        """,
        ["start -> A", "A -> B"],
    ),
    "go to leads from all open ends": (
        """
        step A
        choice Q
          when x
            step B
          when y
        go to A
        """,
        ["start -> A", "A -> Q", "Q -> B (branch x)", "Q -> A (branch y)", "B -> A (go to)"],
    ),
    "go to a phase leads to its first node": (
        """
        phase P
          step A
        choice Q
          when again
            go to P
        """,
        ["start -> A", "A -> Q", "Q -> A (branch again)"],
    ),
    "lines behind an end are reached by nothing": (
        """
        end good: X
        step A
        step B
        """,
        ["start -> X", "A -> B"],
    ),
    "the same end written twice is one end": (
        """
        choice Q
          when a
            end bad: X
          when b
            end bad: X
        """,
        ["start -> Q", "Q -> X (branch a)", "Q -> X (branch b)"],
    ),
    "an interrupt stands beside the flow": (
        """
        step A
        interrupt I
          step In
        step B
        """,
        ["start -> A", "A -> B"],
    ),
    "an interrupt may go to the main flow, and the main flow to it": (
        """
        step A
        interrupt I
          step In
          go to A
        go to In
        """,
        ["start -> A", "A -> In (go to)", "In -> A (go to)"],
    ),
    "a loop whose body only jumps goes back to where it jumps": (
        """
        step A
        repeat until done
          go to A
        """,
        ["start -> A", "A -> A (go to)", "repeat until done -> A (again)"],
    ),
}


@pytest.mark.parametrize("name", FLOWS)
def test_flows(name: str) -> None:
    lines, expected = FLOWS[name]
    assert arrows(body(lines)) == expected


def test_the_start_is_node_zero_and_nodes_stand_in_source_order() -> None:
    found = body(
        """
        in parallel
          branch
            step A
        repeat until x
          step B
        """
    )
    assert [node.kind for node in found.nodes] == [
        NodeKind.START,
        NodeKind.FORK,
        NodeKind.STEP,
        NodeKind.JOIN,
        NodeKind.STEP,
        NodeKind.LOOP,
    ]
    assert [node.number for node in found.nodes] == list(range(6))


def test_forks_and_joins_know_each_other_and_branches_their_fork() -> None:
    found = body(
        """
        in parallel
          branch left
            step A
          branch right
            in parallel
              branch inner
                step B
            step C
        step D
        """
    )
    fork, join = found.nodes[1], found.nodes[7]
    assert (fork.kind, join.kind) == (NodeKind.FORK, NodeKind.JOIN)
    assert (fork.match, join.match) == (join.number, fork.number)
    assert node(found, "A").branch == (1, 0)
    inner = found.nodes[3]
    assert inner.branch == (1, 1)
    assert node(found, "B").branch == (inner.number, 0)
    assert node(found, "C").branch == (1, 1)
    assert node(found, "D").branch is None


def test_a_loop_counts_its_rounds_and_is_not_the_customers() -> None:
    found = body("\n    repeat until done\n      at most: 3 times\n      step A\n")
    loop = found.nodes[2]
    assert (loop.kind, loop.times, loop.owner) == (NodeKind.LOOP, 3, Owner.NATURE)
    assert loop.name == ""


def test_branches_carry_their_share_delay_and_whether_the_customer_meets_them() -> None:
    found = body(
        """
        choice Q
          when a (30 %)
            customer meets it: yes
          when b
            customer meets it: no
          otherwise
        wait for mail
          after 3 days
        step A
          if later than 2 working days
            step B
        """
    )
    ways = {move.label: move for move in found.moves if move.kind is MoveKind.BRANCH}
    assert (ways["a"].share, ways["a"].customer_meets) == (30, True)
    assert (ways["b"].share, ways["b"].customer_meets) == (None, False)
    assert ways["otherwise"].customer_meets is None
    assert ways["after 3 days"].delay == Duration(3 * DAY, 3 * DAY)
    late = next(move for move in found.moves if move.kind is MoveKind.LATE)
    assert late.delay == Duration(2, 2, working=True)


@pytest.mark.parametrize(
    ("by", "owner"),
    [
        ("Customer", Owner.CUSTOMER),
        ("Clerk", Owner.ORGANISATION),
        ("Robot", Owner.ORGANISATION),
        ("Customer, Clerk", Owner.ORGANISATION),
        ("Court", Owner.NATURE),
        ("Carrier", Owner.NATURE),
        ("chance", Owner.NATURE),
        ("us", Owner.ORGANISATION),
        ("Somebody", None),
    ],
)
def test_who_decides_follows_from_who_does_it(by: str, owner: Owner | None) -> None:
    kinds = {
        "Customer": "customer",
        "Clerk": "human",
        "Robot": "system",
        "Court": "outside",
        "Carrier": "third party",
    }
    people = "".join(f"actor {name}\n  kind: {kind}\n" for name, kind in kinds.items())
    found = journey(
        f"{people}actor Somebody\njourney J\n  choice Q\n    by: {by}\n    when a (20 %)\n    when b\n"
    )
    assert node(found, "Q").owner == owner


def test_nobody_decides_where_shares_are_stated_and_nobody_is_named() -> None:
    with_shares = body("\n    choice Q\n      when a (20 %)\n      when b\n    step A\n")
    without = body("\n    choice Q\n      when a\n      when b\n    step A\n")
    assert node(with_shares, "Q").owner is Owner.NATURE
    assert node(without, "Q").owner is None


def test_chance_is_nobody() -> None:
    found = body("\n    choice Q\n      by: chance\n      when a\n    step A\n")
    assert node(found, "Q").by == ()


def test_how_many_branches_are_taken_is_kept() -> None:
    found = body("\n    choice Q\n      pick: several\n      when a\n      when b\n    step A\n")
    assert (node(found, "Q").kind, node(found, "Q").split) == (NodeKind.CHOICE, Pick.SEVERAL)


def test_phases_are_named_from_the_outside_in() -> None:
    found = body("\n    phase P\n      step A\n      phase Q\n        step B\n    step C\n")
    assert [node(found, name).phases for name in "ABC"] == [("P",), ("P", "Q"), ()]


def test_an_interrupt_knows_its_stretch_its_entry_and_its_region() -> None:
    found = body(
        """
        step A
        interrupt I
          from: A
          until: B
          main flow: pauses
          by: Customer
          on: Phone
          step In
        step B
        """
    )
    (interrupt,) = found.interrupts
    assert (interrupt.begins, interrupt.ends) == (number(found, "A"), number(found, "B"))
    assert interrupt.entry == number(found, "In")
    assert interrupt.main_flow == "pauses"
    assert (interrupt.by, interrupt.on) == (("customer",), ("phone",))
    assert node(found, "In").region == 0
    assert node(found, "B").region is None


def test_an_interrupt_that_only_jumps_is_entered_where_it_jumps() -> None:
    found = body("\n    step A\n    interrupt I\n      go to B\n    step B\n")
    assert found.interrupts[0].entry == number(found, "B")


def test_an_interrupt_in_a_phase_lasts_as_long_as_the_phase() -> None:
    found = body("\n    step A\n    phase P\n      interrupt I\n        step In\n      step B\n    step C\n")
    (interrupt,) = found.interrupts
    assert (interrupt.begins, interrupt.ends) == (number(found, "B"), number(found, "C"))


def test_messages_belong_to_the_step_they_stand_in_or_behind() -> None:
    found = body(
        """
        notification Zero
          to: Boss
        step A
          notification One
            to: Boss
          escalation Up
            to: Boss
            within: 2 h
            leads to: B
        notification Two
          to: Boss
        choice Q
          when x
            notification Three
              to: Boss
          when y
        step B
          if later than 2 days
            notification Four
              to: Boss
        """
    )
    told = {node.title: [note.name for note in node.notifications] for node in found.nodes}
    assert told == {"start": ["Zero"], "A": ["One", "Two"], "Q": ["Three"], "B": ["Four"]}
    (escalation,) = node(found, "A").escalations
    assert escalation.leads_to == number(found, "B")
    assert escalation.within == Duration(0, 120)
    assert escalation.to == ("boss",)


def test_an_end_knows_its_outcome() -> None:
    found = body("\n    end abandoned: Gone\n")
    assert node(found, "Gone").outcome is Outcome.ABANDONED


def test_an_end_reached_from_branch_and_main_flow_stands_in_neither() -> None:
    found = body(
        """
        in parallel
          branch a
            end bad: X
          branch b
        end bad: X
        """
    )
    assert node(found, "X").branch is None


@pytest.mark.parametrize(
    ("lines", "rule", "cites"),
    [
        ("step A\n  go to B\n", "unknown-name", "B"),
        ("step A\n  step A\n", "repeated-name", "step A"),
        ("choice Q\n    when x\n      step A\n    when y\n      step A\n", "repeated-name", "step A"),
        ("end good: X\n  end bad: X\n", "repeated-name", "end bad: X"),
        ("step A\n  end bad: A\n", "repeated-name", "end bad: A"),
        ("phase P\n    step A\n  phase P\n    step B\n", "repeated-name", "phase P"),
        ("step A\n  interrupt I\n    step In\n  go to I\n", "wrong-kind", "I"),
        ("step A\n    mistake M\n  go to M\n", "wrong-kind", "M"),
        ("in parallel\n    branch a\n      go to C\n    branch b\n  step C\n", "leaves-branch", "C"),
        ("in parallel\n    branch a\n      go to B\n    branch b\n      step B\n", "leaves-branch", "B"),
        ("step A\n  interrupt I\n    until: 2 h\n    step In\n", "wrong-kind", "2 h"),
        ("step A\n  interrupt I\n    from: Z\n    step In\n", "unknown-name", "Z"),
        ("wait for mail\n  wait for mail\n  go to mail\n", "repeated-name", "wait for mail"),
    ],
)
def test_what_cannot_be_understood_is_said_where_it_stands(lines: str, rule: str, cites: str) -> None:
    text = f"journey J\n  {lines}"
    _, findings = read(text)
    assert rules(findings) == [rule]
    assert cited(text, findings[0]).strip() == cites
    assert findings[0].journey == "J"


def test_jumps_within_a_branch_and_to_ends_are_fine() -> None:
    found = body(
        """
        in parallel
          branch a
            step A
            choice Q
              when x
                go to A
              when y
                go to X
              when z
                in parallel
                  branch b
                    step B
          branch c
        end bad: X
        """
    )
    assert "Q -> A (branch x)" in arrows(found)
    assert "Q -> X (branch y)" in arrows(found)


def test_an_unknown_place_comes_with_the_nearest_names() -> None:
    _, findings = read("journey J\n  step Pack parcel\n  go to Pack parcle\n")
    assert "“Pack parcel”" in findings[0].help


def test_a_handle_is_another_name() -> None:
    found = body("\n    step Fill in the form [form]\n    go to form\n")
    assert arrows(found)[-1] == "Fill in the form -> Fill in the form (go to)"


def test_a_thousand_choices_in_one_another_can_be_read() -> None:
    depth = 1100
    lines = ["journey J"]
    for level in range(depth):
        lines.append("  " * (2 * level + 1) + f"choice c{level}")
        lines.append("  " * (2 * level + 2) + "otherwise")
        lines.append("  " * (2 * level + 2) + "when deeper")
    lines.append("  " * (2 * depth + 1) + "step deepest")
    lines.append("  step last")
    found = journey("\n".join(lines) + "\n")
    assert len(found.nodes) == depth + 3
    assert sum(move.target == number(found, "last") for move in found.moves) == depth + 1


def test_ten_thousand_steps_can_be_read() -> None:
    found = journey("journey J\n" + "".join(f"  step s{at}\n    by: Customer\n" for at in range(10_000)))
    assert len(found.moves) == 10_000


def test_a_step_keeps_all_that_is_said_about_it() -> None:
    found = body(
        """
        step A
          by: Clerk
          together with: Robot
          on: Phone
          takes: 3 min
          waiting time: 1 to 2 h
          customer effort: 5 min
          costs customer: 4 EUR
          cost: 5 EUR
          hands over to: Boss
          context passed: no
          media break: one
          media break: two
          needs data: a number
          creates data: a file
          copies to: Archive
          says: hello
          frustration: 3
          feedback on: Letter
          no mistake possible: it is empty
          human review: Boss
          accepted until: A
          restorable until: no limit
          point of no return
          automated decision
          invisible to customer
          self-service
          optional step
          note: one
        """
    )
    step = node(found, "A")
    assert (step.by, step.together_with, step.on) == (("clerk",), ("robot",), ("phone",))
    assert (step.takes, step.waits, step.effort) == (Duration(3, 3), Duration(60, 120), Duration(5, 5))
    assert (step.customer_cost and step.customer_cost.amount, step.cost and step.cost.amount) == (4, 5)
    assert (step.hands_over_to, step.context_passed, step.copies_to) == (("boss",), False, ("archive",))
    assert (step.media_breaks, step.needs_data, step.creates_data) == (("one", "two"), "a number", "a file")
    assert (step.says, step.frustration, step.feedback_on) == ("hello", 3, ("letter",))
    assert (step.no_mistake_possible, step.human_review, step.notes) == ("it is empty", ("boss",), ("one",))
    assert step.soft is not None and step.soft.point.node == step.number
    assert step.hard is not None and step.hard.point.node is None
    assert step.no_return and step.automated and step.invisible and step.self_service and step.optional
