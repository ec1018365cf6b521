from __future__ import annotations

from dataclasses import replace

import pytest

from journeyaudit.model.flow import Move, MoveKind, Node, NodeKind
from journeyaudit.model.journey import Journey
from journeyaudit.model.quantities import INFINITE, Duration
from journeyaudit.reports.columns import width_of
from journeyaudit.reports.tell import tell_report
from journeyaudit.source import Span
from journeyaudit.verdicts.verdict import Interval, InTime, Judgement, Obstacle
from tests.reports import made


def told(*verdicts: object, journey: Journey = made.JOURNEY, width: int = 100) -> str:
    return tell_report(made.outcome(verdicts=verdicts, journey=journey), width=width)  # type: ignore[arg-type]


def test_the_founding_story_told_looks_like_this() -> None:
    made.same_as_golden("told.txt", told(made.verdict(), made.LUCK, made.SURE, made.UNKNOWN))


def test_the_ways_of_a_choice_stand_indented_below_it() -> None:
    lines = told().splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Is the parcel"))
    assert lines[at + 1] == "  If “yes” (98 %):"
    assert lines[at + 2] == "    It ends well: Right goods received."


def test_every_obstacle_has_its_sentence() -> None:
    for obstacle in Obstacle:
        text = told(made.verdict(attempts=(made.attempt(obstacles=(obstacle,)),)))
        others = {
            Obstacle.NOT_FORCED: "only luck lets this put it right.",
            Obstacle.TOO_LATE: "this comes too late.",
        }
        assert others.get(obstacle, "this does not put it right.") in text
        assert "{" not in text


def test_every_state_of_being_in_time_is_said() -> None:
    texts = {told(made.verdict(attempts=(made.attempt(obstacles=(), in_time=each),))) for each in InTime}
    assert len(texts) == len(InTime)


def test_every_verdict_ends_in_a_sentence_of_its_own() -> None:
    texts = [told(made.verdict(judgement)) for judgement in Judgement]
    endings = {line for text in texts for line in text.splitlines() if line.startswith("  So ")}
    assert len(endings) == len(Judgement)


def test_a_mistake_without_a_way_out_says_so_with_its_reason() -> None:
    mistake = replace(
        made.MISTAKE,
        no_remedy="the batch runs at night",
        soft=None,
        hard=None,
        noticed_after=Duration(INFINITE, INFINITE),
    )
    text = told(made.verdict(mistake=mistake, attempts=()))
    assert "No way to put it right is described because the batch runs at night." in text
    assert "The text does not say until when it can be put right." in text
    assert "Nobody can ever notice it." in text


@pytest.mark.parametrize(
    ("after", "at", "said"),
    [
        (Duration(3, 3), None, "Customer can notice it after 3 min, by this"),
        (Duration(0, 0), None, "Customer can notice it at once, by this"),
        (None, None, "Customer can notice it, by this"),
        (Duration(3, 3), 5, "Customer can notice it 3 min after “Deliver parcel” is done, by this"),
        (None, 5, "Customer can notice it as soon as “Deliver parcel” is done, by this"),
    ],
)
def test_when_it_is_noticed_reads_as_one_says_it(after: Duration | None, at: int | None, said: str) -> None:
    mistake = replace(made.MISTAKE, noticed_after=after, noticed_at=at)
    assert said in told(made.verdict(mistake=mistake))


def test_an_unlimited_kafka_zone_is_not_counted_in_minutes() -> None:
    figures = replace(made.verdict().figures, kafka_zone=Interval(10, INFINITE))
    assert "would still be possible" not in told(made.verdict(figures=figures))


def test_wired_journeys_are_told_place_by_place_with_their_ways() -> None:
    journey = replace(made.JOURNEY, wired=True, interrupts=())
    text = told(journey=journey)
    assert "Place order. Customer does this on Web shop; it takes 6 min." in text
    assert "  If “yes” (98 %): “Right goods received”.\n" in text
    assert "  Then: “Deliver parcel”.\n" in text


def test_lines_keep_to_the_width() -> None:
    assert max(width_of(line) for line in told(made.verdict(), width=60).splitlines()) <= 60


def test_thousands_of_nested_choices_are_told_without_recursion() -> None:
    depth = 3000
    nodes = [Node(0, NodeKind.START, "", "start", Span("a", 0, 1))]
    moves = [Move(0, 1)]
    for number in range(1, depth):
        span = Span("a", number * 10, 10**6 - number)
        nodes.append(
            Node(
                number,
                NodeKind.CHOICE,
                f"C{number}",
                f"C{number}",
                span,
                Span("a", number * 10, number * 10 + 3),
            )
        )
        moves.append(
            Move(number, number + 1, MoveKind.BRANCH, "yes", span=Span("a", number * 10 + 5, number * 10 + 8))
        )
    last = Span("a", depth * 10, depth * 10 + 3)
    nodes.append(Node(depth, NodeKind.END, "End", "End", last, last))
    text = told(
        journey=replace(made.JOURNEY, nodes=tuple(nodes), moves=tuple(moves), interrupts=(), mistakes=())
    )
    assert text.count("If “yes”:") == depth - 1
    assert "It ends: End." in text


def test_a_loop_stands_above_its_body_although_it_comes_after_it_in_the_flow() -> None:
    def span(start: int, end: int) -> Span:
        return Span("a", start, end)

    nodes = (
        Node(0, NodeKind.START, "", "start", span(0, 100)),
        Node(1, NodeKind.STEP, "Try", "Try", span(20, 30), span(20, 25)),
        Node(2, NodeKind.LOOP, "", "repeat until it works", span(10, 40), span(10, 15), times=3),
        Node(3, NodeKind.END, "End", "End", span(50, 60), span(50, 60)),
    )
    moves = (Move(0, 1), Move(1, 2), Move(2, 1, MoveKind.AGAIN), Move(2, 3))
    lines = told(
        journey=replace(made.JOURNEY, nodes=nodes, moves=moves, interrupts=(), mistakes=())
    ).splitlines()
    at = lines.index("The following can happen several times (repeat until it works, at most 3 times):")
    assert lines[at + 1 : at + 3] == ["  Try. The text does not say who does this.", "It ends: End."]


def test_channels_on_which_the_same_happens_share_a_line() -> None:
    attempt = made.attempt(obstacles=(Obstacle.MAY_NOT,))
    verdict = made.verdict(attempts=(attempt, replace(attempt, channel="letters")))
    text = " ".join(told(verdict).split())
    assert text.count("this does not put it right") == 1
    assert "on Hotline or letters" in text


def test_who_cannot_be_reached_is_the_one_who_would_decide() -> None:
    attempt = made.attempt(obstacles=(Obstacle.NOT_REACHABLE,))
    text = told(made.verdict(attempts=(replace(attempt, chain=("bot",)),)))
    assert "with bot: this does not put it right. Service agent cannot be reached" in " ".join(text.split())


def test_a_way_that_is_sometimes_in_time_is_not_called_too_late() -> None:
    late = made.attempt(obstacles=(Obstacle.TOO_LATE,), in_time=InTime.SOMETIMES)
    text = told(replace(made.LUCK, attempts=(late,), lucky=made.LUCK.example))
    assert "this puts it right, but not always in time." in " ".join(text.split())
    assert "it may work or not" in text
