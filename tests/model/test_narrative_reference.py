"""The flow that is built equals the one that the meaning of each block says, told the other way round:
not *what leads here?* but *where does this lead?*"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.model.from_syntax import service_of
from journeyaudit.source import SourceText
from journeyaudit.syntax import parse

Body = list["Item"]


@dataclass
class Item:
    kind: str
    arms: list[Body] = field(default_factory=list)
    aim: int = 0
    number: int = 0
    closing: int = 0


def bodies() -> st.SearchStrategy[Body]:
    plain = st.sampled_from(["step", "wait", "end"]).map(Item)
    jump = st.integers(0, 9).map(lambda aim: Item("go to", aim=aim))
    leaf = st.lists(st.one_of(plain, plain, jump), max_size=3)

    def nested(inner: st.SearchStrategy[Body]) -> st.SearchStrategy[Body]:
        arms = st.lists(inner, max_size=3)
        item = st.one_of(
            plain,
            jump,
            st.builds(Item, st.sampled_from(["choice", "in parallel"]), arms),
            st.builds(Item, st.just("repeat"), inner.map(lambda body: [body])),
            st.builds(Item, st.just("late step"), inner.map(lambda body: [body])),
        )
        return st.lists(item, max_size=4)

    return st.recursive(leaf, nested, max_leaves=12)


def numbered(body: Body, numbers: count, steps: list[Item]) -> None:
    for item in body:
        if item.kind not in ("repeat", "go to"):
            item.number = next(numbers)
        if item.kind in ("step", "late step"):
            steps.append(item)
        for arm in item.arms:
            numbered(arm, numbers, steps)
        if item.kind == "in parallel":
            item.closing = next(numbers)
        if item.kind == "repeat":
            item.number = item.closing = next(numbers)


def written(body: Body, depth: int, steps: list[Item]) -> list[str]:
    lines = []
    for item in body:
        heads = {
            "step": f"step s{item.number}",
            "late step": f"step s{item.number}",
            "wait": "wait 2 days",
            "end": f"end bad: e{item.number}",
            "choice": f"choice q{item.number}",
            "in parallel": "in parallel",
            "repeat": "repeat until done",
            "go to": f"go to s{steps[item.aim % len(steps)].number}",
        }
        lines.append("  " * depth + heads[item.kind])
        arm_head = {"choice": "when x{}", "in parallel": "branch x{}", "late step": "if later than 1 day"}
        for at, arm in enumerate(item.arms):
            if item.kind == "repeat":
                lines += written(arm, depth + 1, steps)
            else:
                lines.append("  " * (depth + 1) + arm_head[item.kind].format(at))
                lines += written(arm, depth + 2, steps)
    return lines


def first(body: Body, behind: int | None, steps: list[Item]) -> int | None:
    """Where one gets by entering this body."""
    if not body:
        return behind
    if body[0].kind == "go to":
        return steps[body[0].aim % len(steps)].number
    if body[0].kind == "repeat":
        return first(body[0].arms[0], body[0].number, steps)
    return body[0].number


def ways(body: Body, behind: int | None, steps: list[Item]) -> set[tuple[int, int | None]]:
    found: set[tuple[int, int | None]] = set()
    for at, item in enumerate(body):
        after = first(body[at + 1 :], behind, steps)
        inner = item.closing if item.closing else after
        if item.kind in ("step", "wait", "late step") or (item.arms == [] and item.kind == "choice"):
            found.add((item.number, after))
        if item.kind == "in parallel":
            found |= {(item.closing, after)} | ({(item.number, item.closing)} if not item.arms else set())
        if item.kind == "repeat":
            found.add((item.number, after))
        for arm in item.arms:
            if arm or item.kind in ("choice", "in parallel"):
                found.add((item.number, first(arm, inner, steps)))
            found |= ways(arm, inner, steps)
    return found


@settings(max_examples=200, deadline=None)
@given(bodies())
def test_every_block_leads_where_its_meaning_says(body: Body) -> None:
    body = [Item("step"), *body]
    steps: list[Item] = []
    numbers = count(1)
    numbered(body, numbers, steps)
    text = "journey J\n" + "\n".join(written(body, 1, steps)) + "\n"
    tree, problems = parse(SourceText("a", text))
    assert problems == ()
    service, findings = service_of({"a": tree})
    assert {finding.rule for finding in findings} <= {"leaves-branch"}
    found = service.journeys[0]
    assert [node.number for node in found.nodes] == list(range(next(numbers)))
    expected = {(source, target) for source, target in ways(body, None, steps) if target is not None}
    assert {(move.source, move.target) for move in found.moves} == expected | {(0, 1)}
