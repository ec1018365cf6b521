from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journeyaudit.drawing import draw
from journeyaudit.drawing.pinned import PINNED
from journeyaudit.drawing.pointing import Pointing
from journeyaudit.finding import Finding, Severity
from journeyaudit.graph.from_journey import from_journey
from journeyaudit.model.flow import NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.quantities import AT_ONCE, DAY, Point
from journeyaudit.model.trouble import Cutoff
from journeyaudit.verdicts.judge import judge
from tests.drawing.cases import (
    HERE,
    Draft,
    claim_case,
    fixed,
    founding_case,
    long_case,
    repaired_case,
    service,
)

GOLDEN = Path(__file__).parent / "golden"
FINDING = Finding(
    "no-human-correction", Severity.ERROR, "nobody who may change the order can be reached", HERE
)


def drawn(journey: Journey, **options: object) -> str:
    return draw(service(journey), journey, from_journey(journey), **options)  # type: ignore[arg-type]


def founding_with_trail() -> str:
    journey = founding_case()
    verdicts = judge(service(journey), journey, from_journey(journey))
    return drawn(
        journey,
        trail=(0, 1, 2, 3, 4),
        finding=FINDING,
        verdicts=verdicts,
        pointing=Pointing(lambda span: span.start),
    )


PICTURES: dict[str, Callable[[], str]] = {
    "founding-with-trail": founding_with_trail,
    "repaired": lambda: drawn(repaired_case()),
    "claim": lambda: drawn(claim_case()),
    "in-bands": lambda: drawn(long_case(16)),
    "founding-plain": lambda: drawn(founding_case(), view="plain", trail=(0, 1)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_drawn_as_they_were_accepted(name: str) -> None:
    golden = GOLDEN / f"{name}.gv"
    found = PICTURES[name]()
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_journey_gives_the_same_bytes(name: str) -> None:
    assert PICTURES[name]() == PICTURES[name]()


def test_every_end_says_in_words_what_it_is() -> None:
    draft = Draft()
    choice = draft.node(NodeKind.CHOICE, "Which?")
    for outcome in ("good", "bad", "abandoned", "neutral"):
        draft.go(choice, draft.end(outcome, f"An end {outcome}"))
    picture = drawn(draft.journey("Ends"))
    for word in ("GOOD END", "BAD END", "GIVES UP", ">END<"):
        assert word in picture


def test_a_trail_is_numbered_and_bold() -> None:
    plain, trail = drawn(founding_case()), drawn(founding_case(), trail=(0, 1, 2))
    assert "trail_n1" not in plain
    assert "trail_n0 [label=1" in trail.replace("\t", "")
    assert "trail_n2 [label=3" in trail.replace("\t", "")
    assert trail.count("penwidth=3.2") == 2


def test_a_step_that_is_passed_twice_shows_both_numbers() -> None:
    assert "2\u00b73" in drawn(founding_case(), trail=(0, 1, 1))


def test_a_finding_is_the_headline() -> None:
    assert "! nobody who may change the order can be reached" in drawn(founding_case(), finding=FINDING)


def test_a_verdict_stands_on_the_note_of_its_mistake() -> None:
    assert "cannot be put right" not in drawn(founding_case())
    assert "cannot be put right" in founding_with_trail()


def test_cut_offs_and_the_zone_between_them_are_named() -> None:
    picture = founding_with_trail()
    assert "soft cut-off: changes are refused from here on" in picture
    assert "hard cut-off: it is too late from here on" in picture
    assert "Kafka zone: still possible, yet refused (18 h 10 min)" in picture


def test_equal_cut_offs_leave_no_zone() -> None:
    assert "Kafka zone" not in drawn(repaired_case())


def test_a_cut_off_some_time_after_a_step_is_told_but_not_drawn_as_a_line() -> None:
    journey = founding_case()
    later = Cutoff(Point(fixed(DAY), journey.nodes[7].number), HERE)
    mistake = replace(journey.mistakes[0], soft=Cutoff(Point(fixed(30)), HERE), hard=later)
    picture = drawn(replace(journey, mistakes=(mistake,)))
    assert "changes accepted within 30 min" in picture
    assert "changes possible until 1 day after" in picture
    assert "cut-off" not in picture


def test_equal_limits_are_told_once_and_none_at_all_is_called_never() -> None:
    journey = founding_case()
    within, never = Cutoff(Point(fixed(30)), HERE), Cutoff(Point(AT_ONCE), HERE)
    equal = replace(journey.mistakes[0], soft=within, hard=within)
    assert "changes accepted and possible" in drawn(replace(journey, mistakes=(equal,)))
    refused = replace(journey.mistakes[0], soft=never, hard=within)
    picture = drawn(replace(journey, mistakes=(refused,)))
    assert "changes never accepted" in picture
    assert "changes possible within 30 min" in picture


def test_different_zones_say_whose_they_are() -> None:
    journey = founding_case()
    first = journey.mistakes[0]
    same = replace(first, number=1, name="Wrong size")
    assert "“" not in drawn(replace(journey, mistakes=(first, same)))
    earlier = replace(same, hard=first.soft)
    picture = drawn(replace(journey, mistakes=(first, earlier)))
    assert f"“{first.name}”: Kafka zone" in picture
    assert "“Wrong size”: soft cut-off" in picture
    assert "“Wrong size”: hard cut-off" in picture


def test_what_takes_no_time_is_done_at_once() -> None:
    assert "takes at once" not in drawn(founding_case())
    assert ">at once<" in drawn(founding_case())


def test_only_lanes_that_occur_are_drawn() -> None:
    assert "Third parties" in drawn(founding_case())
    assert "Third parties" not in drawn(claim_case())


def test_lanes_without_people_back_stage_share_their_lines() -> None:
    assert "lines of visibility" in drawn(claim_case())


def test_a_sketch_says_that_nobody_is_named() -> None:
    draft = Draft()
    draft.go(draft.start(), draft.step("Order placed"), draft.end("neutral", "Cannot be corrected"))
    assert ">Nobody is<" in drawn(draft.journey("Sketch"))


def test_a_step_that_nobody_reaches_says_so() -> None:
    draft = Draft()
    draft.go(draft.start(), draft.end("good", "Done"))
    draft.step("Forgotten", by="customer")
    assert "nobody gets here" in drawn(draft.journey("Gap"))


def test_boxes_link_to_their_lines_when_lines_are_known() -> None:
    assert "#L" not in drawn(founding_case())
    assert 'URL="#L120"' in drawn(founding_case(), pointing=Pointing(lambda span: span.start))


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    assert "swatch_good" in drawn(founding_case())
    assert "swatch_abandoned" not in drawn(founding_case())
    assert "swatch_abandoned" in drawn(claim_case())


def test_the_plain_view_of_a_large_journey_never_asks_dot_for_a_layout() -> None:
    assert not drawn(long_case(60), view="plain").startswith(PINNED)
    assert drawn(long_case(300), view="plain").startswith(PINNED)


def test_a_thousand_steps_are_drawn() -> None:
    journey = long_case(1000)
    picture = drawn(journey)
    assert all(f"\tn{node.number} [" in picture for node in journey.nodes)


def test_a_thousand_branches_are_drawn() -> None:
    draft = Draft()
    choice, end = draft.node(NodeKind.CHOICE, "Which?"), draft.end("good", "Done")
    for number in range(1000):
        step = draft.step(f"Step {number}", by="customer")
        draft.branch(choice, step, "one")
        draft.branch(step, end, "same")
    assert "\tn1001 [" in drawn(draft.journey("Wide"))
