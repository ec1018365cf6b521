"""Conditions of practices, written as a designer would, against small services."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyaudit.project import load_text
from journeyaudit.project.load import load
from journeyaudit.project.seen import SeenFrom
from journeyaudit.verdicts.practice_conditions import Condition, Conditions

SERVICE = """\
actor Customer
  kind: customer
actor Agent
  kind: human
  department: Care
  authority: 4
  decides within: 5 min
  goodwill: 20 EUR per case, 400 EUR per month
  open: Mon-Fri 08:00-18:00
  tools: see, change
  escalates to: Team lead
  may change, hold
  may refund
    up to: 60 EUR
  may replace
    up to: 200 EUR
    needs approval of: Team lead
    approval above: 80 EUR
  may cancel
    needs approval of: Team lead
actor Team lead
  kind: human
  reachable on: Hotline
actor Robot
  kind: system
  may nothing
channel Hotline
  kind: phone
  open: Mon-Fri 08:00-18:00
  answered by: Agent
  answers within: 2 min
  menu steps: 2
  login needed: no
  costs customer: nothing
channel Silent desk
  kind: store

journey A bill that is too high
  customer: Customer
  step Look at the bill
    by: Agent
    on: Hotline
    takes: 1 to 3 days
    automated decision
  end good: Paid
  practice Borrowed
"""


def conditions(*lines: str, text: str = SERVICE, key: str = "conditions") -> tuple[Condition, ...]:
    written = text + "".join(f"    {key}: {line}\n" for line in lines)
    project = load_text(written)
    journey = project.service.journeys[0]
    return Conditions(project.service, journey).of(journey.practices[0])


def holds(line: str) -> bool | None:
    found = conditions(line)
    assert [condition.checked for condition in found] == [True], line
    return found[0].holds


@pytest.mark.parametrize(
    "line",
    [
        "Agent kind human",
        "Agent authority 4",
        "Agent authority: 3",
        "agent: decides within 5 min",
        "Agent decides within 1 hour",
        "Agent goodwill 15 EUR per case",
        "Agent open Mon-Wed 09:00-12:00",
        "Agent tools change",
        "Agent escalates to Team lead",
        "Team lead reachable on Hotline",
        "Agent may hold",
        "Agent may refund up to 50 EUR",
        "Agent may refund",
        "Agent may replace up to 80 EUR",
        "Hotline answers within 3 min",
        "Hotline answers within 2 min",
        "Hotline menu steps 2",
        "Hotline login needed no",
        "Hotline costs customer nothing",
        "Hotline answered by Agent",
        "Look at the bill by Agent",
        "Look at the bill takes 3 days",
        "Look at the bill automated decision",
        "Agent department care",
    ],
)
def test_a_condition_that_the_journey_meets_holds(line: str) -> None:
    assert holds(line) is True


@pytest.mark.parametrize(
    "line",
    [
        "Agent kind system",
        "Agent authority 5",
        "Agent decides within 4 min",
        "Agent goodwill 25 EUR per case",
        "Agent open Mon-Sat 09:00-12:00",
        "Agent tools refund",
        "Team lead reachable on Silent desk",
        "Agent may travel",
        "Agent may refund up to 61 EUR",
        "Agent may replace up to 100 EUR",
        "Agent may cancel",
        "Robot may refund",
        "Hotline answers within 1 min",
        "Hotline menu steps 1",
        "Hotline login needed yes",
        "Hotline answered by Team lead",
        "Look at the bill takes 2 days",
        "Look at the bill self-service",
    ],
)
def test_a_condition_that_the_journey_does_not_meet_fails(line: str) -> None:
    assert holds(line) is False


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Team lead may refund", "`may` of Team lead"),
        ("Team lead authority 3", "`authority` of Team lead"),
        ("Silent desk answers within 3 min", "`answers within` of Silent desk"),
        ("Silent desk open always", "`open` of Silent desk"),
        ("Agent goodwill 100 EUR per year", "`goodwill` of Agent"),
        ("Agent may refund up to 50 CHF", "`may` of Agent"),
        ("Look at the bill takes 1 working day", "`takes` of Look at the bill"),
        ("Look at the bill waiting time 2 hours", "`waiting time` of Look at the bill"),
    ],
)
def test_what_the_text_does_not_say_is_asked_for(line: str, fact: str) -> None:
    (found,) = conditions(line)
    assert (found.checked, found.holds, [str(each) for each in found.missing]) == (True, None, [fact])


@pytest.mark.parametrize(
    "line",
    [
        "people who like to decide",
        "Agent is in a good mood",
        "Agent",
        "Hotline answers within reason",
        "Agent authority",
        "Agent may",
        "Agent may refund up to a little",
        "Agent note whatever",
        "Nobody answers within 3 min",
        "the mailbox, and the list, know the same number",
        "Look at the bill automated decision most of the time",
    ],
)
def test_everything_else_is_free_text_and_kept_whole(line: str) -> None:
    (found,) = conditions(line)
    assert (found.text, found.checked, found.holds, found.missing) == (line, False, None, ())


def test_a_line_may_hold_several_conditions() -> None:
    found = conditions("Agent may hold, Hotline answers within 1 min; trust in each other.", "good coffee")
    assert [(each.text, each.checked, each.holds) for each in found] == [
        ("Agent may hold", True, True),
        ("Hotline answers within 1 min", True, False),
        ("trust in each other", False, None),
        ("good coffee", False, None),
    ]


def test_german_conditions_are_read_in_german() -> None:
    text = """\
# language: de
beteiligte Beratung
  art: Mensch
  darf erstatten
    bis zu: 50 EUR
kanal Servicenummer
  art: Telefon
  antwortet in: 3 min

vorgang Rechnung
  schritt Rechnung ansehen
    durch: Beratung
  ende gut: Bezahlt
  praxis Geliehen
"""
    lines = ("Beratung darf erstatten bis zu 40 EUR", "Servicenummer antwortet in 2 min", "Beratung may hold")
    found = conditions(*lines, text=text, key="bedingungen")
    assert [(each.checked, each.holds) for each in found] == [(True, True), (True, False), (False, None)]


# ---- whom a name means ----------------------------------------------------------------------------------

OWN = "actor Agent\n  kind: human\nchannel Hotline\n  kind: phone\n  answered by: Agent\n"
JOURNEY = (
    "journey A bill\n  step Look at it\n    by: Agent\n    on: Hotline\n  end good: Paid\n"
    "  practice Borrowed\n"
)


def seen_from(folder: Path, own: str, *lines: str, other: str) -> tuple[Condition, ...]:
    """The conditions of a practice in `own.journey`, read together with another file."""
    written = "".join(f"    conditions: {line}\n" for line in lines)
    (folder / "other.journey").write_text(other, "utf-8")
    (folder / "own.journey").write_text(own + JOURNEY + written, "utf-8")
    project = load([str(folder)])
    journey = next(each for each in project.service.journeys if each.practices)
    seen = SeenFrom(project).service(journey.span.file)
    return Conditions(seen, journey).of(journey.practices[0])


def test_who_stands_in_a_file_that_is_not_imported_decides_no_condition(tmp_path: Path) -> None:
    other = "channel Case line\n  kind: phone\n  answers within: 2 min\n"
    line = "Case line answers within 3 min"
    (unseen,) = seen_from(tmp_path, OWN, line, other=other)
    (seen,) = seen_from(tmp_path, f"import other.journey\n{OWN}", line, other=other)
    assert (unseen.checked, seen.checked, seen.holds) == (False, True, True)


def test_of_two_of_the_same_name_the_one_in_sight_counts(tmp_path: Path) -> None:
    other = OWN.replace("kind: human", "kind: system")
    lines = ("Agent kind human", "Hotline answered by Agent", "Look at it by Agent", "Look at it on Hotline")
    found = seen_from(tmp_path, OWN, *lines, other=other)
    assert [each.holds for each in found] == [True, True, True, True]
