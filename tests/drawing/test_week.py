from __future__ import annotations

from itertools import pairwise

import pytest

from journeyaudit.drawing import draw_remedy_map
from journeyaudit.drawing.week import Week, Works, weeks, works_at
from journeyaudit.model.quantities import DAY, WEEK
from journeyaudit.rulebook.case import Case
from journeyaudit.verdicts.verdict import Judgement
from tests.drawing.told import HARD, every_version, found_in, sample

SATURDAY_EVENING = 5 * DAY + 20 * 60
TUESDAY_MORNING = DAY + 10 * 60


def weeks_of(version: Case) -> tuple[Week, ...]:
    return tuple(weeks(version.service, version.journey, version.graph, version.verdicts))


def test_a_map_covers_every_minute_of_the_week_once() -> None:
    for version in every_version():
        for week in weeks_of(version):
            for stretches in (week.together, *(way.stretches for way in week.ways)):
                edges = [(each.begin, each.end) for each in stretches]
                assert edges[0][0] == 0
                assert edges[-1][1] == WEEK
                assert all(one[1] == other[0] for one, other in pairwise(edges))


def test_a_map_never_contradicts_the_verdict() -> None:
    for version in every_version():
        for week in weeks_of(version):
            open_ = [stretch for stretch in week.together if not is_closed(week, stretch.begin, stretch.end)]
            answers = {stretch.works for stretch in open_}
            match week.verdict.judgement:
                case Judgement.GUARANTEED:
                    assert answers == {Works.SURE}
                case Judgement.IMPOSSIBLE:
                    assert answers == {Works.NEVER}
                case Judgement.LUCK:
                    assert answers - {Works.SURE, Works.NEVER} or len(answers) == 2
                case Judgement.NOT_ASSESSABLE:
                    assert Works.OPEN in answers


def is_closed(week: Week, begin: int, end: int) -> bool:
    return any(start <= begin and end <= stop for start, stop in week.closed)


def test_at_the_hour_that_a_report_tells_of_the_map_says_the_same() -> None:
    for version in every_version():
        for week in weeks_of(version):
            verdict = week.verdict
            if verdict.judgement is Judgement.LUCK:
                assert works_at(week.together, verdict.example) is not Works.SURE
                assert verdict.lucky is not None
                assert works_at(week.together, verdict.lucky) is not Works.NEVER


@pytest.mark.parametrize(
    ("name", "channel", "minute", "answer"),
    [
        ("founding/order-repaired", "Hotline", TUESDAY_MORNING, Works.SURE),
        ("founding/order-repaired", "Hotline", SATURDAY_EVENING, Works.NEVER),
        ("founding/order-repaired", "Service mailbox", SATURDAY_EVENING, Works.SURE),
        ("founding/order-as-is", "Hotline", TUESDAY_MORNING, Works.NEVER),
    ],
)
def test_what_works_on_saturday_evening(name: str, channel: str, minute: int, answer: Works) -> None:
    (week,) = weeks_of(sample(name))
    way = next(way for way in week.ways if way.where == channel)
    assert works_at(way.stretches, minute) is answer


def test_a_way_that_fails_says_why() -> None:
    (week,) = weeks_of(sample("founding/order-as-is"))
    assert [way.why for way in week.ways] == [
        "they may not, leads to bad ends only",
        "makes up for it, corrects nothing",
    ]


def test_where_a_fact_is_missing_it_is_named_and_nothing_is_guessed() -> None:
    week = weeks_of(found_in(HARD)[0])[0]
    mailbox = week.ways[1]
    assert {stretch.works for stretch in mailbox.stretches} == {Works.OPEN}
    assert mailbox.why == "not said: “answers within” of Postfach für Schadenmeldungen und Widersprüche"


def test_the_map_is_told_in_words_too() -> None:
    told = draw_remedy_map(sample("founding/order-repaired")).description
    assert "Change the quantity on Hotline: Tue 10:00 works, Sat 20:00 no" in told
    assert "Change the quantity on Service mailbox: Tue 10:00 works, Sat 20:00 works." in told
