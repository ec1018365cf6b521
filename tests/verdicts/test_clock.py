from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit.model.quantities import ALWAYS, DAY, INFINITE, WEEK, WeeklyHours
from journeyaudit.verdicts.calendars import common, opens, work, workdays
from journeyaudit.verdicts.clock import (
    Pieces,
    TimeMap,
    at,
    earlier,
    later,
    not_after,
    span_of_difference,
    then,
)
from journeyaudit.verdicts.spans import joined

MONDAY_TO_FRIDAY = WeeklyHours(tuple((day * DAY + 480, day * DAY + 1080) for day in range(5)))


@st.composite
def hours(draw: st.DrawFn) -> WeeklyHours:
    edges = draw(st.lists(st.integers(0, WEEK), min_size=2, max_size=8, unique=True))
    edges.sort()
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    return WeeklyHours(joined(spans))


@st.composite
def maps(draw: st.DrawFn) -> TimeMap:
    made: TimeMap = draw(st.integers(0, 20_000))
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(("work", "open", "days", "plus")))
        if kind == "work":
            step: TimeMap = work(draw(hours()), draw(st.integers(0, 3 * WEEK)))
        elif kind == "open":
            step = opens(draw(hours()))
        elif kind == "days":
            step = workdays(draw(st.integers(0, 12)), helps=True)
        else:
            step = draw(st.integers(0, 5_000))
        made = then(made, step)
    return made


def probes(*found: TimeMap) -> list[int]:
    edges = {start for f in found if isinstance(f, Pieces) for start in f.starts}
    return sorted({*range(0, WEEK, 1009), *(e for edge in edges for e in (edge - 1, edge, edge + 1))})


def naive_work(calendar: WeeklyHours, minutes: int, start: int) -> int:
    is_open = bytearray(WEEK)
    for a, b in calendar.spans:
        is_open[a:b] = b"\x01" * (b - a)
    now = start
    while not is_open[now % WEEK]:
        now += 1
    while minutes:
        minutes -= is_open[now % WEEK]
        now += 1
    return now


@given(hours(), st.integers(0, 3_000), st.integers(0, WEEK - 1))
@settings(max_examples=40, deadline=None)
def test_work_ends_when_the_open_minutes_are_counted_one_by_one(
    calendar: WeeklyHours, minutes: int, start: int
) -> None:
    minutes %= 2 * sum(end - begin for begin, end in calendar.spans) + 1
    for begin in (start, calendar.spans[0][0], calendar.spans[-1][1], calendar.spans[0][1] - 1):
        assert at(work(calendar, minutes), begin) == naive_work(calendar, minutes, begin)


def test_a_whole_week_of_work_may_end_at_the_closing_before_it_began() -> None:
    shop = WeeklyHours(((600, 700), (800, 900)))
    assert at(work(shop, 200), 600) == 900
    assert at(work(shop, 200), 650) == WEEK + 650
    assert at(work(shop, 400), 600) == WEEK + 900


def test_a_shop_that_never_opens_never_gets_anything_done() -> None:
    assert work(WeeklyHours(()), 0) == INFINITE
    assert opens(WeeklyHours(())) == INFINITE


def test_without_hours_work_is_a_plain_delay() -> None:
    assert work(None, 90) == 90
    assert work(ALWAYS, 90) == 90


def test_work_may_end_at_the_very_moment_of_closing() -> None:
    friday = 4 * DAY
    assert at(work(MONDAY_TO_FRIDAY, 60), friday + 1020) == friday + 1080
    assert at(work(MONDAY_TO_FRIDAY, 60), friday + 1021) == WEEK + 481


def test_working_days_skip_the_weekend() -> None:
    friday_noon = 4 * DAY + 720
    assert at(workdays(1, helps=False), friday_noon) == WEEK + 720
    assert at(workdays(5, helps=False), friday_noon) == WEEK + friday_noon
    assert at(workdays(0, helps=False), 5 * DAY + 600) == WEEK
    assert at(workdays(2, helps=False), 6 * DAY + 5) == WEEK + 2 * DAY
    assert at(workdays(2, helps=False), 3 * DAY + 5) == WEEK + 5


def test_half_a_working_day_is_rounded_away_from_what_helps() -> None:
    assert at(workdays(1.5, helps=True), 0) == DAY
    assert at(workdays(1.5, helps=False), 0) == 2 * DAY


@given(maps(), maps())
@settings(max_examples=100, deadline=None)
def test_one_after_the_other_is_what_each_minute_says(first: TimeMap, second: TimeMap) -> None:
    both = then(first, second)
    for t in probes(first, second, both):
        assert at(both, t) == at(second, int(at(first, t)))


@given(maps(), maps())
@settings(max_examples=100, deadline=None)
def test_the_earlier_and_the_later_are_taken_minute_by_minute(f: TimeMap, g: TimeMap) -> None:
    first, last = earlier(f, g), later(f, g)
    for t in probes(f, g, first, last):
        assert at(first, t) == min(at(f, t), at(g, t))
        assert at(last, t) == max(at(f, t), at(g, t))


@given(maps(), maps(), st.integers(-9_000, 9_000))
@settings(max_examples=15, deadline=None)
def test_comparing_finds_every_minute_of_the_week(f: TimeMap, g: TimeMap, ahead: int) -> None:
    g = then(g, ahead)
    inside = bytearray(WEEK)
    for start, end in not_after(f, g):
        inside[start:end] = b"\x01" * (end - start)
    differences = [at(f, t) - at(g, t) for t in range(WEEK)]
    assert [bool(flag) for flag in inside] == [d <= 0 for d in differences]
    assert span_of_difference(f, g) == (min(differences), max(differences))


@given(maps())
@settings(max_examples=60, deadline=None)
def test_maps_never_go_back_and_repeat_every_week(f: TimeMap) -> None:
    moments = [at(f, t) for t in probes(f)]
    assert moments == sorted(moments)
    assert at(f, 5 + WEEK) == at(f, 5) + WEEK


def test_never_is_later_than_everything_and_for_ever_before_is_earlier() -> None:
    shop = work(MONDAY_TO_FRIDAY, 10)
    assert then(shop, INFINITE) == INFINITE
    assert then(INFINITE, shop) == INFINITE
    assert earlier(shop, INFINITE) == shop
    assert later(shop, INFINITE) == INFINITE
    assert later(shop, -INFINITE) == shop
    assert not_after(shop, INFINITE) == ((0, WEEK),)
    assert not_after(INFINITE, shop) == ()
    assert not_after(-INFINITE, shop) == ((0, WEEK),)
    assert not_after(shop, -INFINITE) == ()
    assert span_of_difference(INFINITE, shop) == (INFINITE, INFINITE)
    assert span_of_difference(shop, INFINITE) == (-INFINITE, -INFINITE)
    assert span_of_difference(INFINITE, INFINITE) is None


def test_a_calendar_in_common_is_open_when_both_are() -> None:
    morning, late = WeeklyHours(((0, 600),)), WeeklyHours(((500, 900),))
    assert common(morning, late) == WeeklyHours(((500, 600),))
    assert common(None, late) == late
    assert common(morning, WeeklyHours(((700, 900),))) == WeeklyHours(())
