from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from journeyaudit.source import NOWHERE
from journeyaudit.syntax import Fact
from journeyaudit.syntax.values import (
    AT_ONCE,
    INFINITE,
    UNKNOWN,
    Date,
    Duration,
    Hours,
    Moment,
    Money,
    Monies,
    Name,
    Names,
    Number,
    Text,
    Word,
)
from tests.syntax.written import complaints, helps, marked, read, without_places

DAY, HOUR = 1440, 60
ENDLESS = Duration(INFINITE, INFINITE)


def fact(key: str, value: str, within: str = "journey J\n  step S\n    mistake M\n      remedy R") -> Fact:
    depth = "  " * len(within.splitlines())
    (found,) = read(f"{within}\n{depth}{key}: {value}\n").blocks[-1].facts
    return found


def german_fact(key: str, value: str) -> Fact:
    text = f"# language: de\nvorgang J\n  schritt S\n    fehler M\n      abhilfe R\n        {key}: {value}\n"
    (found,) = read(text).blocks[-1].facts
    return found


DURATIONS = {
    "3 min": Duration(3, 3),
    "3min": Duration(3, 3),
    "1 to 3 days": Duration(DAY, 3 * DAY),
    "1-3 days": Duration(DAY, 3 * DAY),
    "1 – 3 days": Duration(DAY, 3 * DAY),
    "30 min to 2 hours": Duration(30, 120),
    "at once": AT_ONCE,
    "immediately": AT_ONCE,
    "unknown": UNKNOWN,
    "never": ENDLESS,
    "no limit": ENDLESS,
    "at most 3 days": Duration(0, 3 * DAY),
    "up to 3 days": Duration(0, 3 * DAY),
    "at least 2 days": Duration(2 * DAY, INFINITE),
    "2 working days": Duration(2, 2, working=True),
    "1 to 2 business days": Duration(1, 2, working=True),
    "1 working day to 2 working days": Duration(1, 2, working=True),
    "30 s": Duration(0, 1),
    "90 seconds": Duration(1, 2),
    "1.5 hours": Duration(90, 90),
    "1,5 h": Duration(90, 90),
    "2 weeks": Duration(14 * DAY, 14 * DAY),
    "1 month": Duration(30 * DAY, 30 * DAY),
    "2 years": Duration(730 * DAY, 730 * DAY),
    "1 day 4 hours": Duration(28 * HOUR, 28 * HOUR),
    "0 min": Duration(0, 0),
}


@pytest.mark.parametrize("written", DURATIONS)
def test_a_length_of_time_is_read(written: str) -> None:
    assert fact("takes", written).value == DURATIONS[written]


GERMAN_DURATIONS = {
    "1 bis 3 Tage": Duration(DAY, 3 * DAY),
    "2 Arbeitstage": Duration(2, 2, working=True),
    "2 Werktage": Duration(2, 2, working=True),
    "höchstens 2 Stunden": Duration(0, 120),
    "mindestens 2 Std.": Duration(120, INFINITE),
    "sofort": AT_ONCE,
    "unbekannt": UNKNOWN,
    "nie": ENDLESS,
    "unbegrenzt": ENDLESS,
    "1,5 Wochen": Duration(15120, 15120),
    "3 Monate": Duration(90 * DAY, 90 * DAY),
    "1 Jahr": Duration(365 * DAY, 365 * DAY),
}


@pytest.mark.parametrize("written", GERMAN_DURATIONS)
def test_a_german_length_of_time_is_read(written: str) -> None:
    assert german_fact("dauert", written).value == GERMAN_DURATIONS[written]


def test_whole_minutes_are_whole_numbers() -> None:
    value = fact("takes", "1.5 hours").value
    assert isinstance(value, Duration) and type(value.low) is int and type(value.high) is int


def anchored(name: str, after: Duration | None = None) -> Moment:
    return Moment(after, Name(name, NOWHERE))


MOMENTS = {
    "Deliver parcel": anchored("Deliver parcel"),
    "2 hours": Moment(Duration(120, 120)),
    "14 days after Deliver parcel": anchored("Deliver parcel", Duration(14 * DAY, 14 * DAY)),
    '14 days after "Yes, no"': anchored("Yes, no", Duration(14 * DAY, 14 * DAY)),
    "at most 2 working days after S": anchored("S", Duration(0, 2, working=True)),
    "no limit": Moment(ENDLESS),
    "unknown": Moment(),
    "14 days after Week 2 review": anchored("Week 2 review", Duration(14 * DAY, 14 * DAY)),
    "2 hours after 3 eyes check": anchored("3 eyes check", Duration(120, 120)),
    "2nd check": anchored("2nd check"),
    "After sales": anchored("After sales"),
    "Never again": anchored("Never again"),
    "to be continued": anchored("to be continued"),
}


@pytest.mark.parametrize("written", MOMENTS)
def test_a_moment_is_read(written: str) -> None:
    expected = MOMENTS[written]
    assert without_places(fact("until", written).value) == expected


def test_a_german_name_may_begin_like_a_unit() -> None:
    value = german_fact("bis", "Werkstattauftrag prüfen").value
    assert isinstance(value, Moment) and value.anchor and value.anchor.text == "Werkstattauftrag prüfen"


MONEY = {
    "20 EUR": Money(Decimal(20), "EUR"),
    "EUR 20": Money(Decimal(20), "EUR"),
    "€ 4,95": Money(Decimal("4.95"), "EUR"),
    "4.95 €": Money(Decimal("4.95"), "EUR"),
    "20 EUR per case": Money(Decimal(20), "EUR", "case"),
    "20 EUR / month": Money(Decimal(20), "EUR", "month"),
    "650 CAD": Money(Decimal(650), "CAD"),
    "nothing": Money(Decimal(0)),
    "no limit": Money(Decimal("Infinity")),
    "unknown": Money(None),
}


@pytest.mark.parametrize("written", MONEY)
def test_an_amount_of_money_is_read(written: str) -> None:
    assert fact("up to", written).value == MONEY[written]


def test_several_amounts_stand_in_one_line() -> None:
    value = fact("goodwill", "20 EUR per case, 400 EUR per month", "actor A").value
    assert value == Monies((Money(Decimal(20), "EUR", "case"), Money(Decimal(400), "EUR", "month")))


def test_german_amounts_mean_the_same() -> None:
    assert german_fact("bis zu", "4,95 € pro Fall").value == Money(Decimal("4.95"), "EUR", "case")
    assert german_fact("bis zu", "nichts").value == Money(Decimal(0))


NUMBERS = {
    ("needs authority", "3"): Number(3.0),
    ("needs authority", "2.5"): Number(2.5),
    ("needs authority", "unknown"): Number(None),
    ("frustration", "5 of 5"): Number(5.0),
    ("frustration", "5/5"): Number(5.0),
}


@pytest.mark.parametrize(("key", "written"), NUMBERS)
def test_a_number_is_read(key: str, written: str) -> None:
    assert fact(key, written).value == NUMBERS[key, written]


LIKELIHOODS = {
    "2 %": 2.0,
    "2%": 2.0,
    "0.125 %": 0.125,
    "often": 20.0,
    "sometimes": 5.0,
    "rarely": 1.0,
    "1 of 50": 2.0,
}


@pytest.mark.parametrize("written", LIKELIHOODS)
def test_a_likelihood_is_a_share(written: str) -> None:
    assert fact("likelihood", written, "journey J\n  mistake M").value == Number(LIKELIHOODS[written], "%")


def test_a_number_of_times_is_read() -> None:
    assert fact("at most", "3 times", "journey J\n  repeat until done").value == Number(3.0, "times")


@pytest.mark.parametrize("written", ["2026-12-31", "31.12.2026"])
def test_a_date_is_read(written: str) -> None:
    assert fact("reviewed", written, "journey J").value == Date(date(2026, 12, 31))


def clock(day: int, hour: int, minute: int = 0) -> int:
    return day * DAY + hour * HOUR + minute


HOURS = {
    "Mon-Fri 08:00-18:00, Sat 09:00-13:00": (
        *((clock(day, 8), clock(day, 18)) for day in range(5)),
        (clock(5, 9), clock(5, 13)),
    ),
    "Monday to Tuesday 8:00 - 9:30": ((clock(0, 8), clock(0, 9, 30)), (clock(1, 8), clock(1, 9, 30))),
    "Wed": ((clock(2, 0), clock(3, 0)),),
    "Mon-Fri": ((0, clock(5, 0)),),
    "Mon, Wed": ((0, clock(1, 0)), (clock(2, 0), clock(3, 0))),
    "Mon 08:00-12:00, 13:00-17:00": ((clock(0, 8), clock(0, 12)), (clock(0, 13), clock(0, 17))),
    "Mon 08:00-12:00 and 12:00-17:00": ((clock(0, 8), clock(0, 17)),),
    "Mon 22:00-06:00": ((clock(0, 22), clock(1, 6)),),
    "Sun 22:00-06:00": ((0, clock(0, 6)), (clock(6, 22), clock(7, 0))),
    "Sat-Mon 08:00-09:00": tuple((clock(day, 8), clock(day, 9)) for day in (0, 5, 6)),
    "Mon 00:00-24:00": ((0, clock(1, 0)),),
    "08:00-09:00": tuple((clock(day, 8), clock(day, 9)) for day in range(7)),
    "always": ((0, clock(7, 0)),),
    "never": (),
    "unknown": None,
}


@pytest.mark.parametrize("written", HOURS)
def test_opening_hours_are_read(written: str) -> None:
    assert fact("open", written, "actor A").value == Hours(HOURS[written])


def test_german_opening_hours_mean_the_same() -> None:
    german = read("# language: de\nbeteiligte A\n  geöffnet: Mo bis Fr 08:00-18:00, Samstag 09:00-13:00\n")
    assert german.blocks[0].facts[0].value == Hours(HOURS["Mon-Fri 08:00-18:00, Sat 09:00-13:00"])


def test_opening_hours_may_be_named() -> None:
    value = fact("open", "Office hours", "actor A").value
    assert isinstance(value, Hours) and value.spans is None
    assert value.named and value.named.text == "Office hours"


NAMES = {
    "Service agent": ["Service agent"],
    "A, B": ["A", "B"],
    "A,B": ["A", "B"],
    '"A, B", C': ["A, B", "C"],
    "„Bürgerin, Bürger“, «Schalter, EG», “x, y”": ["Bürgerin, Bürger", "Schalter, EG", "x, y"],
    "Service   agent": ["Service agent"],
    "R2-D2 & Söhne (Köln)": ["R2-D2 & Söhne (Köln)"],
}


@pytest.mark.parametrize("written", NAMES)
def test_names_are_read(written: str) -> None:
    value = fact("by", written).value
    assert isinstance(value, Names) and [name.text for name in value.names] == NAMES[written]


def test_names_may_stand_on_lines_of_their_own() -> None:
    tree = read("journey J\n  step S\n    by:\n      Anna\n      Step team, „B, C“\n    takes: 3 min\n")
    by, takes = tree.blocks[1].facts
    assert isinstance(by.value, Names)
    assert [name.text for name in by.value.names] == ["Anna", "Step team", "B, C"]
    assert takes.value == Duration(3, 3)


def test_a_name_knows_its_place() -> None:
    text = 'journey J\n  step S\n    by: Anna, "Berta, B"\n'
    value = read(text).blocks[1].facts[0].value
    assert isinstance(value, Names)
    assert [text[name.span.start : name.span.end] for name in value.names] == ["Anna", '"Berta, B"']


def test_chance_has_one_name_in_every_language() -> None:
    english = read("journey J\n  choice C\n    by: Chance\n").blocks[1].facts[0].value
    german = read("# language: de\nvorgang J\n  entscheidung C\n    durch: Zufall\n").blocks[1].facts[0].value
    assert isinstance(english, Names) and isinstance(german, Names)
    assert english.names[0].text == german.names[0].text == "chance"


def test_a_closed_word_is_canonical_english() -> None:
    assert fact("makes whole", "PARTLY").value == Word("partly")
    assert german_fact("macht ganz", "teilweise").value == Word("partly")
    assert fact("kind", "Third  Party", "actor A").value == Word("third party")


def test_text_is_kept_as_it_stands() -> None:
    assert fact("media break", "from app to letter -> „why“, really?").value == Text(
        "from app to letter -> „why“, really?"
    )


def test_text_may_go_on_in_deeper_lines() -> None:
    text = "journey J\n  promise:\n    One.\n      step two\n\n\n    # a comment\n    Three.\n  goal: x\n"
    promise, goal = read(text).blocks[0].facts
    assert promise.value == Text("One.\n  step two\n\nThree.")
    assert goal.value == Text("x")


def test_text_behind_the_colon_goes_on_in_deeper_lines() -> None:
    text = "journey J\n  promise: One,\n    and two.\n  goal: x\n"
    assert read(text).blocks[0].facts[0].value == Text("One,\nand two.")


def test_a_comment_ends_a_value_but_not_inside_quotes() -> None:
    assert fact("media break", "press #1   # a comment").value == Text("press #1")
    assert fact("media break", "press „ # “ twice").value == Text("press „ # “ twice")


def test_free_facts_are_kept() -> None:
    assert fact("@FIM-id", "99107001").key == "@fim-id"
    assert fact("@FIM-id", "99107001").value == Text("99107001")


REFUSED = {
    ("takes", "3"): ("“3” has no unit of time", "write “3 min” or “3 days”"),
    ("takes", "3 dasy"): ("“dasy” is not a unit of time", "did you mean “days”?"),
    ("takes", "3 to 1 days"): (
        "the first figure is larger than the second",
        "write the smaller figure first",
    ),
    ("takes", "2 working hours"): (
        "only days can be working days",
        "write working days, or leave out “working”",
    ),
    ("takes", "2 hours to 3 working days"): (
        "working days and plain time are mixed in one length of time",
        "write both figures in working days, or both in days, hours or minutes",
    ),
    ("takes", "1,000 min"): (
        "“1,000” can be read in two ways: a point or comma may group thousands or begin a fraction",
        "write thousands without a sign: “1000”",
    ),
    ("takes", "soon"): (
        "“soon” cannot be read as a length of time",
        "write for example “3 min”, “1 to 3 days”, “at most 2 working days”, “at once”, “never” or “unknown”",
    ),
    ("up to", "1.000 EUR"): (
        "“1.000” can be read in two ways: a point or comma may group thousands or begin a fraction",
        "write thousands without a sign: “1000”",
    ),
    ("up to", "1.234,56 EUR"): (
        "“1.234,56” can be read in two ways: a point or comma may group thousands or begin a fraction",
        "write thousands without a sign: “1234”",
    ),
    ("up to", "20"): ("“20” has no currency", "write “20 EUR”"),
    ("reviewed", "12/31/2026"): (
        "“12/31/2026” is read as month and day by some people and as day and month by others",
        "write “2026-12-31”",
    ),
    ("reviewed", "31.02.2026"): (
        "there is no day “31.02.2026”",
        "write an existing day such as “2026-12-31”",
    ),
    ("open", "Mon 08:00-25:00"): ("there is no time “25:00”", "write a time from 00:00 to 24:00"),
    ("open", "Mon 24:00-25:00"): ("there is no time “24:00”", "write a time from 00:00 to 24:00"),
    ("open", "Mon 08:60-09:00"): ("there is no time “08:60”", "write a time from 00:00 to 24:00"),
    ("open", "Mon 08:00-08:00"): ("these hours end when they begin", "write 00:00-24:00 for the whole day"),
    ("open", "Mon, Wed 08:00-12:00"): (
        "it is not clear at which times: these days have none, others in the line have",
        "write the times behind every day: “Mon 08:00-12:00, Wed 08:00-12:00”",
    ),
    ("likelihood", "120 %"): ("this share is more than 100 %", "write a share from 0 % to 100 %"),
    ("likelihood", "6 of 5"): ("the part is larger than the whole", "write the smaller figure first"),
    ("needs authority", "often"): ("a number is needed here", "write a number such as “3”"),
    ("leads to", "A, B"): (
        "only one name can stand here",
        'if it is one name with a comma, put it in quotes: "A, B"',
    ),
    ("by", "A,, B"): ("a name is missing beside the comma", "write the name or remove the comma"),
    ("by", "A,"): ("a name is missing beside the comma", "write the name or remove the comma"),
    ("makes whole", "yess"): ("“yess” is not a yes or no", "did you mean “yes”?"),
    ("makes whole", "ja"): ("this file is in English: “yes” instead of “ja”", "write “yes”"),
}
_WITHIN = {"open": "actor A", "reviewed": "journey J", "likelihood": "journey J\n  mistake M"}


@pytest.mark.parametrize(("key", "written"), REFUSED)
def test_a_value_that_cannot_be_read_is_refused_with_a_sentence_why(key: str, written: str) -> None:
    within = _WITHIN.get(key, "journey J\n  step S\n    mistake M\n      remedy R")
    depth = len(within.splitlines())
    text = f"{within}\n{'  ' * depth}{key}: {written}\n"
    title, repair = REFUSED[key, written]
    assert complaints(text) == [f"{depth + 1} bad-value: {title}"]
    assert helps(text) == [repair]


@pytest.mark.parametrize("key", ["accepted until", "restorable until"])
def test_never_as_a_moment_can_be_read_in_two_ways(key: str) -> None:
    text = f"journey J\n  {key}: never\n"
    assert complaints(text) == [
        "2 bad-value: “never” can be read in two ways here: it is never over, or it is never possible"
    ]
    assert helps(text) == ["write “no limit” if it is always possible, “at once” if it never is"]


def test_never_is_refused_in_german_too() -> None:
    german = "# language: de\nvorgang J\n  heilbar bis: nie\n"
    assert helps(german) == ["write “unbegrenzt” if it is always possible, “sofort” if it never is"]


def test_never_is_a_length_of_time_elsewhere() -> None:
    read("journey J\n  step S\n    mistake M\n      noticed after: never\n")


def test_an_escalation_happens_within_a_length_of_time() -> None:
    path = "journey J\n  step S\n    escalation E\n      within: "
    assert read(path + "2 h\n").blocks[2].facts[0].value == Duration(120, 120)
    assert read(path + "unknown\n").blocks[2].facts[0].value == Duration(None, None)
    assert complaints(path + "2 h after S\n") == [
        "4 bad-value: only a length of time can stand here, no step"
    ]
    assert helps(path + "2 h after S\n") == ["write “2 h”"]
    assert marked(path + "2 h after S\n") == ["after S"]
    assert marked(path + "S\n") == ["S"]


@pytest.mark.parametrize("hours", ["8-18", "8am-6pm", "weekdays 08:00-18:00"])
def test_times_nobody_can_read_are_no_name_of_opening_hours(hours: str) -> None:
    text = f"hours H\n  open: {hours}\n"
    assert complaints(text) == [f"2 bad-value: “{hours}” cannot be read as opening hours"]


def test_a_unit_of_the_other_language_is_told_in_this_one() -> None:
    text = "journey J\n  step S\n    takes: 6 Tage\n"
    assert complaints(text) == ["3 bad-value: this file is in English: “days” instead of “Tage”"]
    assert marked(text) == ["Tage"]


def test_a_use_takes_time_and_has_no_beginning_of_its_own() -> None:
    read("journey J\n  use K\n    takes: 2 days\n")
    assert complaints("journey J\n  use K\n    from: S\n") == [
        "3 misplaced: “from” describes an interrupt, not “use”"
    ]
