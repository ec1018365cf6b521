from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.drawing import palette
from journeyaudit.drawing.attributes import CHANGES, spline
from journeyaudit.drawing.lanes import Lane, line_below
from journeyaudit.drawing.looks import LOOKS, OF_LANE, OF_OUTCOME
from journeyaudit.drawing.measure import text_width, wrap
from journeyaudit.drawing.order import order
from journeyaudit.drawing.wording import in_words
from journeyaudit.model.flow import Move, MoveKind, Outcome
from journeyaudit.model.quantities import AT_ONCE, DAY, INFINITE, UNKNOWN, Duration
from tests.drawing.cases import Draft, founding_case, long_case, repaired_case
from tests.drawing.contrast import contrast


@pytest.mark.parametrize("time", ["day", "night"])
def test_words_can_be_read_on_everything_they_stand_on(time: str) -> None:
    inks = (palette.INK, palette.FAINT, palette.BAD_LINE, palette.GOOD_LINE)
    papers = {look.fill for key, look in LOOKS.items() if key != "fork"}
    papers |= {palette.PAPER, palette.LANE, palette.LANE_OTHER, palette.LANE_HEAD, palette.ZONE}
    for ink in inks:
        for paper in papers:
            assert contrast(getattr(ink, time), getattr(paper, time)) >= 4.5, (ink, paper)
    assert contrast(getattr(palette.BADGE_INK, time), getattr(palette.BADGE, time)) >= 4.5


@pytest.mark.parametrize("time", ["day", "night"])
def test_lines_stand_out_from_everything_they_cross(time: str) -> None:
    grounds = (palette.PAPER, palette.LANE, palette.LANE_OTHER, palette.ZONE)
    lines = {look.line for look in LOOKS.values()} | set(CHANGES.values())
    lines |= {palette.TRAIL, palette.RULE, palette.BAD_LINE, palette.LUCK_LINE, palette.INTERRUPT_LINE}
    for line in lines:
        for ground in grounds:
            assert contrast(getattr(line, time), getattr(ground, time)) >= 3, (line, ground)


@pytest.mark.parametrize("time", ["day", "night"])
def test_outlines_stand_out_from_what_they_enclose(time: str) -> None:
    for key, look in LOOKS.items():
        for line in (look.line, palette.TRAIL, *CHANGES.values()):
            if key != "fork":
                assert contrast(getattr(line, time), getattr(look.fill, time)) >= 3, (key, line)


def test_contrast_follows_the_definition() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_day_colours_are_all_different() -> None:
    assert len({colour.day for colour in palette.ALL}) == len(palette.ALL)


def test_all_lanes_and_outcomes_have_a_look_and_outcomes_differ_in_shape() -> None:
    assert set(OF_LANE) == set(Lane)
    shapes = {(LOOKS[look].shape, LOOKS[look].outlines) for look, _ in OF_OUTCOME.values()}
    assert set(OF_OUTCOME) == set(Outcome)
    assert len(shapes) == len(Outcome)


@given(st.text(max_size=80))
def test_no_line_is_wider_than_asked_and_no_letter_harms(text: str) -> None:
    for line in wrap(text, 60.0, 11.0, most=1000):
        assert text_width(line, 11.0) <= 60.0 or len(line) == 1
        assert all(letter.isprintable() or not letter.isascii() for letter in line)


def test_long_words_are_broken_and_long_texts_end_in_an_ellipsis() -> None:
    assert "".join(wrap("x" * 50, 40.0, 11.0, most=99)).replace("-", "") == "x" * 50
    assert wrap("one two three four five", 30.0, 11.0, most=2)[-1].endswith("\u2026")


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Rechtsschutzversicherung", ("Rechtsschutz-", "versicherung")),
        ("Gesellschaftsangelegenheiten", ("Gesell-", "schaftsange-", "legenheiten")),
        ("xxxxxxxxxxxxxxxxxxxxxxxx", ("xxxxxxxxxxxx-", "xxxxxxxxxxxx")),
        ("misunderstanding", ("misun-", "derstanding")),
    ],
)
def test_long_words_are_cut_before_a_syllable_if_one_is_near(word: str, lines: tuple[str, ...]) -> None:
    assert wrap(word, 84.0, 11.0) == lines


def test_the_pieces_of_one_word_never_stand_in_one_line() -> None:
    for width in range(40, 160, 3):
        lines = wrap(
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabrechnungssystem", width, 11.0, most=99
        )
        assert not any("- " in line for line in lines)


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (AT_ONCE, "at once"),
        (UNKNOWN, "unknown time"),
        (Duration(30, 30), "30 min"),
        (Duration(60, 60), "1 hour"),
        (Duration(DAY, 3 * DAY), "1\u20133 days"),
        (Duration(90, 180), "90\u2013180 min"),
        (Duration(0, 20), "up to 20 min"),
        (Duration(DAY, INFINITE), "at least 1 day"),
        (Duration(INFINITE, INFINITE), "never"),
        (Duration(2, 2, working=True), "2 working days"),
        (Duration(1, 2, working=True), "1\u20132 working days"),
        (Duration(0, INFINITE), "any time"),
        (Duration(5 * 365 * DAY, 15 * 365 * DAY), "5\u201315 years"),
        (Duration(14 * DAY, 14 * DAY), "2 weeks"),
    ],
)
def test_durations_are_told_in_words(duration: Duration, words: str) -> None:
    assert in_words(duration) == words


def test_lines_of_the_blueprint_are_named_where_their_lanes_meet() -> None:
    assert line_below(Lane.CUSTOMER, Lane.MEETS) == "line of interaction"
    assert line_below(Lane.MEETS, Lane.SYSTEM) == "lines of visibility and internal interaction"
    assert (
        line_below(Lane.CUSTOMER, Lane.SYSTEM) == "lines of interaction, visibility and internal interaction"
    )
    assert line_below(Lane.SYSTEM, Lane.THIRD) == ""


def test_columns_follow_the_longest_way() -> None:
    columns = order(founding_case()).column
    assert columns[:3] == (0, 1, 2)
    assert columns[8] < columns[9] == columns[10]


def test_the_way_back_from_an_interrupt_does_not_push_the_main_flow() -> None:
    columns = order(repaired_case()).column
    assert columns[2] == columns[1] + 1


def test_a_loop_does_not_push_what_it_leads_back_to() -> None:
    draft = Draft()
    start, first, second = draft.start(), draft.step("First"), draft.step("Second")
    draft.go(start, first, second)
    draft.moves.append(Move(second, first, MoveKind.AGAIN))
    draft.moves.append(Move(second, second, MoveKind.AGAIN))
    assert order(draft.journey("Loop")).column == (0, 1, 2)


def test_every_node_stands_right_of_those_that_lead_to_it() -> None:
    found = order(long_case(40))
    for number, before in enumerate(found.before):
        assert all(found.column[earlier] < found.column[number] for earlier in before)


def test_a_spline_has_three_points_for_every_piece_and_ends_in_a_head() -> None:
    numbers = spline([(0, 0), (50, 0), (50, 80), (100, 80)]).split()
    assert numbers[0] == "e,100.0,80.0"
    assert (len(numbers) - 2) % 3 == 0
    assert spline([(0, 0), (0, 50)], head=False).startswith("0.0,0.0")
