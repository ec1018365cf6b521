from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from inspect import getmembers, isclass
from typing import Any

import pytest

from journeyaudit.comparison.change import Weight
from journeyaudit.comparison.facts import Kind, Views, changed_facts, told_facts
from journeyaudit.comparison.fields import Fields, Said
from journeyaudit.comparison.fields_of_flow import ESCALATION, INTERRUPT, MOVE, NODE, NOTIFICATION
from journeyaudit.comparison.fields_of_journeys import FEEDBACK_POINT, JOURNEY, PRACTICE, STORY
from journeyaudit.comparison.fields_of_people import ACTOR, CHANNEL, RIGHT, SERVICE
from journeyaudit.comparison.fields_of_trouble import APPEAL, CUTOFF, IGNORE, MISTAKE, REMEDY
from journeyaudit.comparison.measures import MEASURES
from journeyaudit.comparison.side import View
from journeyaudit.comparison.sort import Sort
from journeyaudit.model import flow, journey, people, trouble, voice
from journeyaudit.model.flow import Interrupt, Node, NodeKind
from journeyaudit.model.people import Actor, Channel, Right
from journeyaudit.model.quantities import AT_ONCE, Duration, Money, Point, WeeklyHours
from journeyaudit.model.trouble import Cutoff, Mistake
from journeyaudit.rulebook.figures import MEASURES as MEASURES_OF_REPORTS
from journeyaudit.source import NOWHERE
from journeyaudit.verdicts.verdict import Figures

TABLES: dict[type, Fields] = {
    people.Actor: ACTOR,
    people.Right: RIGHT,
    people.Channel: CHANNEL,
    flow.Node: NODE,
    flow.Move: MOVE,
    flow.Notification: NOTIFICATION,
    flow.Escalation: ESCALATION,
    flow.Interrupt: INTERRUPT,
    trouble.Mistake: MISTAKE,
    trouble.Remedy: REMEDY,
    trouble.Appeal: APPEAL,
    trouble.Cutoff: CUTOFF,
    trouble.Ignore: IGNORE,
    journey.Journey: JOURNEY,
    journey.Service: SERVICE,
    voice.StoryCase: STORY,
    voice.Practice: PRACTICE,
    voice.FeedbackPoint: FEEDBACK_POINT,
}
FACTS = [
    pytest.param(record, fact, said, id=f"{record.__name__}.{fact}")
    for record, table in TABLES.items()
    for fact, said in table.items()
    if isinstance(said, Said)
]


def test_every_record_of_the_model_has_a_table() -> None:
    found = {
        member
        for module in (flow, journey, people, trouble, voice)
        for _, member in getmembers(module, isclass)
        if member.__module__ == module.__name__ and hasattr(member, "__dataclass_fields__")
    }
    assert found == set(TABLES)


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.__name__)
def test_every_field_of_the_model_is_told_or_says_why_not(record: Any) -> None:
    assert [each.name for each in fields(record) if each.name not in TABLES[record]] == []
    assert [name for name in TABLES[record] if name not in record.__dataclass_fields__] == []


def test_every_figure_of_a_verdict_is_compared_under_the_name_it_has_in_reports() -> None:
    assert [each.field for each in MEASURES] != []
    assert {each.field for each in MEASURES} == set(Figures.__dataclass_fields__)
    assert tuple(each.name for each in MEASURES) == MEASURES_OF_REPORTS


# one value, and another one, of every sort

NODES = tuple(Node(at, NodeKind.STEP, name, name, NOWHERE) for at, name in enumerate(("Pack", "Ship")))
MISTAKES = tuple(Mistake(at, name, NOWHERE, NOWHERE, 0) for at, name in enumerate(("Typo", "Gap")))
INTERRUPTS = tuple(Interrupt(at, name, NOWHERE) for at, name in enumerate(("Call", "Mail")))
JOURNEY_OF_NAMES = journey.Journey("order", "Order", NOWHERE, NOWHERE, "en", NODES, (), INTERRUPTS, MISTAKES)
SERVICE_OF_NAMES = journey.Service(
    {key: Actor(key, key.title(), NOWHERE) for key in ("agent", "lead")},
    {key: Channel(key, key.title(), NOWHERE) for key in ("hotline", "mail")},
    (JOURNEY_OF_NAMES,),
)
VIEW = View(SERVICE_OF_NAMES, JOURNEY_OF_NAMES)
VALUES: dict[Sort, tuple[Any, Any]] = {
    Sort.TEXT: ("one", "other"),
    Sort.PLAIN: (date(2027, 1, 31), date(2027, 2, 1)),
    Sort.TEXTS: (("one",), ("one", "two")),
    Sort.NUMBER: (0, 2),
    Sort.LENGTH: (Duration(5, 5), AT_ONCE),
    Sort.WITHIN: (Duration(0, 5), Duration(0, 3, True)),
    Sort.MONEY: (Money(Decimal(5), "EUR"), Money(Decimal(5), "USD")),
    Sort.MONIES: ((Money(Decimal(5), "EUR", "case"),), (Money(Decimal(5), "EUR", "month"),)),
    Sort.HOURS: (WeeklyHours(((480, 1080),)), WeeklyHours(())),
    Sort.FLAG: (True, False),
    Sort.YES_NO: (True, False),
    Sort.PEOPLE: (("agent",), ("agent", "lead")),
    Sort.PERSON: ("agent", "lead"),
    Sort.CHANNELS: (("hotline",), ("mail",)),
    Sort.NODE: (0, 1),
    Sort.POINT: (Point(Duration(60, 60)), Point(Duration(60, 60), 1)),
    Sort.CUTOFF: (Cutoff(Point(None, 1), NOWHERE), Cutoff(Point(None, 1), NOWHERE, "shipped")),
    Sort.MISTAKE: (0, 1),
    Sort.MISTAKES: ((0,), (0, 1)),
    Sort.INTERRUPT: (0, 1),
    Sort.RIGHTS: ((Right("see", "see", NOWHERE),), ()),
    Sort.TOOLS: (("see",), ()),
}


def blank(record: Any) -> Any:
    """A record that says nothing."""
    required = {
        Actor: ("a", "A", NOWHERE),
        Channel: ("a", "A", NOWHERE),
        Node: (0, NodeKind.STEP, "A", "A", NOWHERE),
        Interrupt: (0, "A", NOWHERE),
        Mistake: (0, "A", NOWHERE, NOWHERE, 0),
        trouble.Remedy: (0, "A", NOWHERE, NOWHERE),
        trouble.Appeal: (0, None),
        trouble.Ignore: ("a", NOWHERE, "A"),
        journey.Journey: ("a", "A", NOWHERE, NOWHERE, "en", (), ()),
    }
    return record(*required.get(record, ("A", NOWHERE)))


@pytest.mark.parametrize(("record", "fact", "said"), FACTS)
def test_every_fact_that_differs_is_told_with_both_values(record: Any, fact: str, said: Said) -> None:
    one, other = VALUES[said.sort]
    before, after = (replace(blank(record), **{fact: value}) for value in (one, other))
    kind = Kind("thing", {fact: said}, Weight.COURSE)
    views = Views(VIEW, VIEW)
    (change,) = changed_facts(kind, before, after, views, "“A”")
    back, *_ = changed_facts(kind, after, before, views, "“A”")
    assert (change.fact, change.weight) == (fact, said.weight)
    assert (back.old, back.new) == (change.new, change.old)
    assert change.text != back.text and change.text.startswith((said.about.format("“A”"), "“A”"))
    assert list(changed_facts(kind, before, before, views, "“A”")) == []


@pytest.mark.parametrize(("record", "fact", "said"), FACTS)
def test_a_thing_that_is_new_tells_every_fact_but_notes(record: Any, fact: str, said: Said) -> None:
    thing = replace(blank(record), **{fact: VALUES[said.sort][0]})
    told = told_facts(thing, {fact: said}, VIEW)
    assert len(told) == (0 if said.weight is Weight.NOTES else 1)
    assert not any("{}" in phrase for phrase in told)
