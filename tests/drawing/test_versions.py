from __future__ import annotations

from dataclasses import replace

from journeyaudit.comparison.journeys import same_things
from journeyaudit.drawing import draw_comparison, to_dot
from journeyaudit.drawing.assemble import assemble
from journeyaudit.drawing.parts import Box, Parts
from journeyaudit.drawing.versions import CHANGED, GONE, NEW, Keys, counted, keys_of, marked, named
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.journey import Journey
from journeyaudit.rulebook.case import Case
from journeyaudit.verdicts.judge import judge
from tests.drawing.cases import Draft, founding_case, repaired_case, service
from tests.drawing.told import sample


def version(journey: Journey) -> Case:
    graph = from_journey(journey)
    return Case(service(journey), journey, graph, judge(service(journey), journey, graph))


def parts(journey: Journey) -> Parts:
    return assemble(service(journey), journey, from_journey(journey), (), {})


def two(*titles: str) -> Journey:
    draft = Draft()
    draft.go(
        draft.start(), *(draft.step(title, by="customer") for title in titles), draft.end("good", "Done")
    )
    return draft.journey("Steps")


def keys(before: Journey, after: Journey) -> tuple[Keys, Keys]:
    one, other = version(before), version(after)
    return keys_of(one, other, same_things(one, other))


def fates(before: Journey, after: Journey) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    old, new = marked(parts(before), parts(after), keys(before, after))

    def told(boxes: tuple[Box, ...]) -> list[tuple[str, str]]:
        return [(box.lines[0].text, box.change) for box in boxes if box.change]

    return told(old.boxes), told(new.boxes)


def test_a_journey_against_itself_shows_no_change() -> None:
    assert fates(founding_case(), founding_case()) == ([], [])
    same = to_dot(draw_comparison(version(founding_case()), version(founding_case())).drawn)
    assert "no step, mistake or remedy is new, gone or changed" in same
    assert "change_" not in same


def test_a_step_under_another_name_has_changed_and_others_are_new_or_gone() -> None:
    assert fates(two("Order", "Pack"), two("Order", "Wait", "Send")) == (
        [("Pack", CHANGED)],
        [("Wait", CHANGED), ("Send", NEW)],
    )
    assert fates(two("Order", "Wait", "Send"), two("Order")) == ([("Wait", GONE), ("Send", GONE)], [])


def test_a_mistake_under_another_name_is_told_as_one() -> None:
    before = founding_case()
    renamed = replace(before.mistakes[0], name="Two instead of one")
    after = replace(before, mistakes=(renamed, *before.mistakes[1:]))
    old, new = fates(before, after)
    assert [sign for _, sign in (*old, *new)] == [CHANGED, CHANGED]
    told = draw_comparison(version(before), version(after)).description
    assert "Two instead of one: " in told and "not described" not in told


def test_a_name_written_otherwise_is_the_same_name() -> None:
    assert fates(two("Order  now"), two("ORDER NOW"))[0] == [("Order now", CHANGED)]


def test_of_two_steps_with_one_name_the_second_is_new() -> None:
    assert fates(two("Ask"), two("Ask", "Ask")) == ([], [("Ask", NEW)])


def test_a_step_that_says_something_else_is_changed() -> None:
    before = two("Ask")
    step = replace(before.nodes[1], by=("service agent",))
    after = replace(before, nodes=(before.nodes[0], step, *before.nodes[2:]))
    old, new = marked(parts(before), parts(after), keys(before, after))
    assert named(old, CHANGED) == named(new, CHANGED) == ("Ask",)
    assert counted(old, new) == "1 changed"


def test_new_and_gone_differ_in_sign_and_dashes_and_not_in_colour_alone() -> None:
    drawn = to_dot(draw_comparison(version(founding_case()), version(repaired_case())).drawn)
    lines = {line.split("[")[0].strip(): line for line in drawn.splitlines()}
    assert "dashed" in lines["a_n2"]
    assert "label=\u2212" in lines["a_change_n2"].replace('"', "")
    assert "dashed" not in lines["b_n2"]
    assert 'label="+"' in lines["b_change_n2"]
    assert {"swatch_good", "legend_new", "legend_gone", "legend_changed"} <= set(lines)


def test_a_comparison_tells_what_became_of_each_mistake() -> None:
    told = draw_comparison(sample("founding/order-as-is"), sample("founding/order-repaired")).description
    assert "Gone: Trigger fulfilment, Hear the request" in told
    assert told.endswith("Quantity 2 instead of 1: × cannot be put right → √ can be put right.")
